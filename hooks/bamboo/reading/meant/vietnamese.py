"""Vietnamese words that put off what follows them."""

from __future__ import annotations

import re

NOT_YET = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|có thể|mong muốn|muốn|hy vọng|hi vọng|kỳ vọng|sắp|dự định|có kế hoạch)(?!\w)",
    re.IGNORECASE,
)
