"""Dates in the words and the calendar of the reader: Common Era in English, Buddhist Era in Thai."""

from dataclasses import replace

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

_SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May."),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)

BUDDHIST_ERA = 543
"""Years to add to the Common Era."""


def show_date(edtf: str, say: Catalogue, short: bool = False) -> str:
    """An EDTF date as a reader of this language writes it; `short` abbreviates the month."""
    date = parse(edtf)
    start = _show(date.start, say, short) if date.start else ""
    end = _show(date.end, say, short) if date.end else ""
    if not date.interval:
        return start
    if not start:
        return say.t("until {date}", date=end)
    if not end:
        return say.t("from {date}", date=start)
    return say.t("{start} to {end}", start=start, end=end)


def show_span(edtf: str, say: Catalogue) -> str:
    """The same on lines, for a narrow column: "April 2022", "to September 2022"; "9 May 2022", "(uncertain)"."""
    date, whole = parse(edtf), show_date(edtf, say)
    if date.start is None:
        return whole
    first = _show(date.start if date.interval else replace(date.start, uncertain=False), say, short=False)
    rest = whole.removeprefix(first)
    return f"{first}\n{rest.lstrip()}" if rest and rest != whole else whole


def show_in_year(edtf: str, say: Catalogue) -> str:
    """What a date says beyond its year: "9 May", "February"; "" when it is the year alone."""
    date = parse(edtf).start
    return _show(replace(date, year=None), say, short=False) if date and date.month is not None else ""


def show_year(year: int, lang: str) -> str:
    """A year in the calendar of the language."""
    return str(year + BUDDHIST_ERA if lang == "th" else year)


def _show(date: Date, say: Catalogue, short: bool) -> str:
    parts = []
    if date.day is not None:
        parts.append(str(date.day))
    if date.month is not None:
        month = say.t((_SHORT_MONTHS if short else _MONTHS)[date.month - 1])
        parts.append(month.rstrip(".") if say.lang == "en" else month)
    if date.year is not None:
        year = show_year(date.year, say.lang)
        parts.append(say.t("the {year}s", year=year) if date.decade else year)
    text = " ".join(parts) or say.t("a date not given")
    if date.approximate:
        text = say.t("around {date}", date=text)
    if date.uncertain:
        text = say.t("{date} (uncertain)", date=text)
    return text
