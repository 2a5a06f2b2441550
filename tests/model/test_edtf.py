"""Dates in EDTF."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzterm.catalogue import catalogue
from kzterm.model.edtf import Date, parse
from kzterm.pages.dates import show_date


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022", Date(2022), None),
        ("2022-02", Date(2022, 2), None),
        ("2022-05-09?", Date(2022, 5, 9, uncertain=True), None),
        ("XXXX-05-09", Date(None, 5, 9), None),
        ("201X", Date(2010, decade=True), None),
        ("2022-04~/2022-09", Date(2022, 4, approximate=True), Date(2022, 9)),
        ("../2022-02", None, Date(2022, 2)),
        ("1991/..", Date(1991), None),
    ],
)
def test_parse(text: str, start: Date | None, end: Date | None) -> None:
    found = parse(text)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "text", ["", "last week", "2022-13", "2022-02-30", "22", "2022/2021", "/", "2022/2023/2024", "2X22"]
)
def test_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse(text)


@given(st.text(alphabet="0129X-/.?~% a"))
def test_any_text_parses_or_is_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "en", "th"),
    [
        ("2022-02", "February 2022", "กุมภาพันธ์ 2565"),
        ("2022-09-23", "23 September 2022", "23 กันยายน 2565"),
        ("2008", "2008", "2551"),
        ("XXXX-05-09", "9 May", "9 พฤษภาคม"),
    ],
)
def test_shown_in_the_readers_calendar(text: str, en: str, th: str) -> None:
    assert show_date(text, catalogue("en")) == en
    assert show_date(text, catalogue("th")) == th


def test_timeline_order() -> None:
    dates = ["2022-09-23", "1992~/2022", "2022", "2014", "2022-02", "../2022-02"]
    assert sorted(dates, key=lambda date: parse(date).sort_key) == [
        "1992~/2022",
        "2014",
        "2022",
        "2022-02",
        "../2022-02",
        "2022-09-23",
    ]
