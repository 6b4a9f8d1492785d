"""Titles of office in Vietnamese: "Phó Thủ tướng, Bộ trưởng Ngoại giao" is two of them, in English too."""

from __future__ import annotations

import re
from functools import lru_cache

from bamboo.data.patterns import pattern
from bamboo.reading.letters import small

# What a ministry is for, after "Bộ trưởng" or "Thứ trưởng", with or without "Bộ".
_MINISTRIES = {
    "Ngoại giao": "Foreign {}",
    "Quốc phòng": "Defence {}",
    "Công an": "{} of Public Security",
    "Công Thương": "{} of Industry and Trade",
    "Tài chính": "Finance {}",
    "Kế hoạch và Đầu tư": "{} of Planning and Investment",
    "Y tế": "Health {}",
    "Giáo dục và Đào tạo": "{} of Education and Training",
    "Tư pháp": "Justice {}",
    "Nội vụ": "{} of Home Affairs",
    "Nông nghiệp và Môi trường": "{} of Agriculture and Environment",
    "Nông nghiệp": "Agriculture {}",
    "Khoa học và Công nghệ": "{} of Science and Technology",
    "Thương mại": "Trade {}",
    "Văn hóa, Thể thao và Du lịch": "{} of Culture, Sports and Tourism",
}
_TITLES = {
    "Tổng Bí thư": "General Secretary",
    "Chủ tịch nước": "President",
    "Phó Chủ tịch nước": "Vice President",
    "Tổng thống": "President",
    "Phó Tổng thống": "Vice President",
    "Chủ tịch Quốc hội": "Chairman of the National Assembly",
    "Phó Chủ tịch Quốc hội": "Vice Chairman of the National Assembly",
    "Thủ tướng Chính phủ": "Prime Minister",
    "Thủ tướng": "Prime Minister",
    "Phó Thủ tướng Thường trực": "Permanent Deputy Prime Minister",
    "Phó Thủ tướng Chính phủ": "Deputy Prime Minister",
    "Phó Thủ tướng": "Deputy Prime Minister",
    "Bộ trưởng": "Minister",
    "Thứ trưởng": "Deputy Minister",
    "Thứ trưởng Thường trực": "Permanent Deputy Minister",
    "Quốc vương": "King",
    "Nữ hoàng": "Queen",
    "Đại sứ": "Ambassador",
    "Tổng Lãnh sự": "Consul General",
    "Người phát ngôn": "Spokesperson",
    "Người phát ngôn Bộ Ngoại giao": "Spokesperson of the Ministry of Foreign Affairs",
    "Tổng Thư ký": "Secretary-General",
    "Tổng Giám đốc": "Director-General",
    "Giám đốc": "Director",
    "Chủ tịch": "Chairman",
    "Phó Chủ tịch": "Vice Chairman",
    "Bí thư": "Secretary",
} | {
    f"{office} {bo}{ministry}": english.format(called)
    for office, called in (("Bộ trưởng", "Minister"), ("Thứ trưởng", "Deputy Minister"))
    for bo in ("", "Bộ ")
    for ministry, english in _MINISTRIES.items()
}
_STATUS = {"nguyên": "former", "cựu": "former", "quyền": "acting"}
_KNOWN = {title.lower(): english for title, english in _TITLES.items()}
_TITLE = pattern(
    rf"(?<!\w)(?:(?P<status>{'|'.join(_STATUS)}) )?"
    rf"(?P<title>{'|'.join(re.escape(title) for title in sorted(_TITLES, key=len, reverse=True))})(?!\w)"
    # A second office of the same person.
    rf"(?P<both>(?:,| kiêm| và| đồng thời là) (?=(?:{'|'.join(map(re.escape, _TITLES))})(?!\w)))?",
    re.IGNORECASE,
)

WORDS = frozenset(re.findall(r"\w+", " ".join(_TITLES.values()).lower()))


@lru_cache(maxsize=4096)
def in_english(text: str) -> str:
    """The text with each title as English says it."""
    return _TITLE.sub(_said, text)


def _said(found: re.Match[str]) -> str:
    status = f"{_STATUS[small(found['status'])]} " if found["status"] else ""
    return f"{status}{_KNOWN[small(found['title'])]}{' and ' if found['both'] else ''}"
