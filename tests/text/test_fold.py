"""Spellings that count as the same."""

import pytest

from kzterm.text.fold import fold, without_tones


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kazakhstan", "KAZAKHSTAN"),
        ("ปี ๒๕๖๕", "ปี 2565"),
        ("น\u0e4d\u0e49า", "น้ำ"),
        ("เเคสเปียน", "แคสเปียน"),
        ("ที่", "ท\u0e48\u0e35"),
        ("Foreign  Policy’s", "foreign policy's"),
    ],
)
def test_same(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_tones_can_be_left_out() -> None:
    assert without_tones(fold("น้ำมัน")) == without_tones(fold("นำมัน"))
