"""`python -m bamboo`."""

import gc
import sys

# The program is no garbage: to look for circles in it while it is loaded takes a tenth of the time.
gc.disable()

from bamboo.cli import main  # noqa: E402

sys.exit(main())
