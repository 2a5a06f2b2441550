"""Dates in the words and the calendar of the reader: Common Era in English, Buddhist Era in Thai."""

from kzterm.catalogue import N_, Catalogue
from kzterm.model.edtf import Date, parse

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)

BUDDHIST_ERA = 543
"""Years to add to the Common Era."""


def show_date(edtf: str, say: Catalogue) -> str:
    """An EDTF date as a reader of this language writes it."""
    date = parse(edtf)
    if not date.interval:
        assert date.start is not None
        return _show(date.start, say)
    if date.start is None and date.end is not None:
        return say.t("until {date}", date=_show(date.end, say))
    if date.end is None and date.start is not None:
        return say.t("from {date}", date=_show(date.start, say))
    assert date.start is not None and date.end is not None
    return say.t("{start} to {end}", start=_show(date.start, say), end=_show(date.end, say))


def show_year(year: int, lang: str) -> str:
    """A year in the calendar of the language."""
    return str(year + BUDDHIST_ERA if lang == "th" else year)


def _show(date: Date, say: Catalogue) -> str:
    parts = []
    if date.day is not None:
        parts.append(str(date.day))
    if date.month is not None:
        parts.append(say.t(_MONTHS[date.month - 1]))
    if date.year is not None:
        year = show_year(date.year, say.lang)
        parts.append(say.t("the {year}s", year=year) if date.decade else year)
    text = " ".join(parts) or say.t("a date not given")
    if date.approximate:
        text = say.t("around {date}", date=text)
    if date.uncertain:
        text = say.t("{date} (uncertain)", date=text)
    return text
