"""The order of names: numbers by size, Vietnamese by its own alphabet and tones."""

from __future__ import annotations

from bamboo.reading import order


def test_numbers_go_by_size() -> None:
    names = ["10th session", "2nd Forum", "1982 Convention", "9 Highlights", "Africa", "4th Conference"]
    assert sorted(names, key=order.plain) == [
        "2nd Forum",
        "4th Conference",
        "9 Highlights",
        "10th session",
        "1982 Convention",
        "Africa",
    ]


def test_vietnamese_has_its_own_letters_and_tones() -> None:
    letters = ["An", "Ăn", "Ân", "Ba", "Da", "Đa", "Ê", "Mô", "Mơ", "Ô", "Ơ", "U", "Ư"]
    assert sorted(set(letters), key=order.vietnamese) == letters
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(set(tones), key=order.vietnamese) == tones
    assert sorted(["bà con", "ba mẹ"], key=order.vietnamese) == ["ba mẹ", "bà con"]
    assert sorted(["Khóa 55", "Khóa 9"], key=order.vietnamese) == ["Khóa 9", "Khóa 55"]
    assert [order.first_letter(name) for name in ("Ấn Độ", "Úc", "đối tác", "Ủy ban", "Bỉ")] == [
        *("Â", "U", "Đ", "U", "B")
    ]
