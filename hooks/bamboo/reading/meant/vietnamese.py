"""Vietnamese words that deny what follows them, put it off or say that it was done, and what words mean."""

from __future__ import annotations

import re

from bamboo.data.patterns import pattern


def _words(*words: str) -> re.Pattern[str]:
    return pattern(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


# "Không gian", "hàng không" and others are words of their own; "không chỉ" and "không ngừng" deny nothing,
# "không thể thiếu" is "essential", "không quá" is "at most".
_NOT = (
    r"(?<!hàng )không(?! (?:gian|quân|khí|chỉ|những|ngừng|tặc|lực|vận|phận|kém|ít|quá|dưới|hơn|thể (?:thiếu|"
    r"tách rời|phủ nhận|chia cắt)))|chưa|chẳng|bác bỏ|từ chối|phủ nhận"
)
# What English says with a denial, a refusal or a word of that kind.
DENIED = _words(_NOT)
# Besides, what it may say so.
MAY_DENY = _words(
    _NOT,
    r"không (?:chỉ|những|ngừng|kém|ít|thể)",
    "phản đối|huỷ bỏ|hủy bỏ|huỷ|hủy|hoãn|đình chỉ|ngừng|dừng|chấm dứt|thất bại|thiếu|trừ|ngoài|vô|miễn|bất|"
    "phi|khó|ít|hiếm|mất|kém|tránh|ngăn|cấm|loại trừ|thay vì|rút|hết|đừng|chớ",
)
NOT_YET = _words(
    "sẽ|dự kiến|có thể|mong muốn|muốn|hy vọng|hi vọng|kỳ vọng|sắp|dự định|có kế hoạch|phấn đấu|hứa",
)
# Besides, what English may put off.
MAY_PUT_OFF = _words(
    NOT_YET.pattern,
    "mong|hướng tới|chuẩn bị|kế hoạch|cam kết|đề nghị|đề xuất|cần|phải|nên|nhất trí|đồng ý|sẵn sàng|mục tiêu|"
    "nhiệm vụ|dự báo|triển vọng|tới|năm tới|quyết tâm|tiếp tục|nhằm|để|được chọn|được mời|quyết định|kêu gọi|"
    "định hướng|ủng hộ|mời|tìm cách|khả năng|tương lai|hứa hẹn|nếu",
)
DONE = _words("đã|vừa qua|vừa|mới đây|từng|trước đó|nhân dịp này")

# What words of direction mean in English, those first of which others are parts.
MEANING = {
    "tăng cường": "strengthen",
    "củng cố": "consolidate",
    "thúc đẩy": "promote",
    "mở rộng": "expand",
    "làm sâu sắc": "deepen",
    "suy yếu": "weaken",
    "suy giảm": "decline",
    "suy thoái": "recession",
    "gia tăng": "increase",
    "tăng trưởng": "growth",
    "tăng": "increase",
    "giảm": "decrease",
    "nâng cấp": "upgrade",
    "nâng": "raise",
    "hạ cấp": "downgrade",
    "thiết lập": "establish",
    "thành lập": "establish",
    "khánh thành": "inaugurate",
    "mở lại": "open",
    "khai trương": "open",
    "khai mạc": "open",
    "bế mạc": "close",
    "đóng cửa": "close",
    "chấm dứt": "end",
    "giải thể": "dissolve",
    "ủng hộ": "support",
    "hỗ trợ": "support",
    "phản đối": "oppose",
    "cản trở": "hinder",
    "hoan nghênh": "welcome",
    "lên án": "condemn",
    "chỉ trích": "criticise",
    "đánh giá cao": "appreciate",
    "khẳng định": "affirm",
    "bảo vệ": "protect",
    "bảo đảm": "ensure",
    "bảo hộ": "protect",
    "đe dọa": "threaten",
    "đe doạ": "threaten",
    "phá hoại": "destroy",
    "duy trì": "maintain",
    "gia nhập": "join",
    "tham gia": "participate",
    "tham dự": "attend",
    "rút khỏi": "withdraw",
    "rời khỏi": "leave",
    "thu hút": "attract",
    "đóng góp": "contribute",
    "thành công": "success",
    "thất bại": "fail",
    "hòa bình": "peace",
    "hoà bình": "peace",
    "chiến tranh": "war",
    "ổn định": "stable",
    "bất ổn": "unstable",
    "hợp tác": "cooperation",
    "đối đầu": "confrontation",
    "tin cậy": "trust",
    "xuất khẩu": "exports",
    "nhập khẩu": "imports",
    "xuất siêu": "surplus",
    "nhập siêu": "deficit",
    "tích cực": "active positive",
    "tiêu cực": "negative",
    "cơ hội": "opportunity",
    "thách thức": "challenge",
    "thuận lợi": "favourable",
    "khó khăn": "difficult",
    "lớn nhất": "largest most",
    "nhỏ nhất": "smallest least",
    "cao nhất": "highest most",
    "thấp nhất": "lowest least",
    "đầu tiên": "first",
    "cuối cùng": "last",
    "hữu nghị": "friendly",
    "thù địch": "hostile",
    "đoàn kết": "solidarity",
    "chia rẽ": "division",
}
MEANT = pattern(rf"(?<!\w)(?:{'|'.join(sorted(MEANING, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
