"""Dates in EDTF, the Extended Date/Time Format (ISO 8601-2, levels 0 and 1, and unspecified parts of level 2).

Understood are years, months and days (`2022`, `2022-02`, `2022-02-24`), unspecified digits (`201X`, `XXXX-05-09`),
the qualifiers `?` uncertain, `~` approximate and `%` both, and intervals (`2022-04~/2022-09`, `../2022-02`, with `..`
open and an empty side unknown).
"""

import re
from dataclasses import dataclass

_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<qualifier>[?~%]?)")


@dataclass(frozen=True, slots=True)
class Date:
    """One calendar date, as precise as it is known."""

    year: int | None
    """Common Era; None when unspecified."""
    month: int | None = None
    day: int | None = None
    uncertain: bool = False
    approximate: bool = False
    decade: bool = False
    """The last digit of the year is unspecified: `201X`, with `year` the first of the ten."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, or an interval from `start` to `end`."""

    start: Date | None
    """None when open or unknown."""
    end: Date | None
    interval: bool

    @property
    def sort_key(self) -> tuple[int, int, int, int]:
        """Where it stands on a timeline: by its start, an open start by its end, coarser dates first."""
        date = self.start or self.end
        if date is None or date.year is None:
            return (9999, 0, 0, 0)
        return (date.year, date.month or 0, date.day or 0, int(self.interval))


def parse(text: str) -> Edtf:
    """Read an EDTF string; raises ValueError saying what is wrong with it."""
    if "/" not in text:
        return Edtf(_date(text), None, interval=False)
    start, _, end = text.partition("/")
    if "/" in end:
        raise ValueError("an interval has one slash")
    first, last = _side(start), _side(end)
    if first is None and last is None:
        raise ValueError("an interval needs at least one date")
    if first and last and first.year and last.year and _key(first) > _key(last):
        raise ValueError("the interval ends before it begins")
    return Edtf(first, last, interval=True)


def _key(date: Date) -> tuple[int, int]:
    return (date.year or 0, date.month or 0)


def _side(text: str) -> Date | None:
    return None if text in ("", "..") else _date(text)


def _date(text: str) -> Date:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError("a date is YYYY, YYYY-MM or YYYY-MM-DD, with ? or ~ or % after it when it is not certain")
    year_text, month, day = match["year"], _number(match["month"]), _number(match["day"])
    decade = year_text[:3].isdigit() and year_text.endswith("X")
    year = int(year_text.replace("X", "0")) if decade or year_text.isdigit() else None
    if year is None and year_text != "XXXX":
        raise ValueError("a year is four digits, 201X or XXXX")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    if day is not None and month is not None:
        import calendar

        longest = calendar.monthrange(year if year else 2000, month)[1]
        if not 1 <= day <= longest:
            raise ValueError(f"there is no day {day} in that month")
    mark = match["qualifier"]
    return Date(year, month, day, uncertain=mark in ("?", "%"), approximate=mark in ("~", "%"), decade=decade)


def _number(text: str | None) -> int | None:
    if text is None or text == "XX":
        return None
    if not text.isdigit():
        raise ValueError("a month or day is two digits, or XX")
    return int(text)
