"""How wide and how high the boxes of a map are, and where everything stands in cells."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kzterm.pages.map_lines import Line, Raster, Spot
from kzterm.pages.map_places import Cell
from kzterm.text.breaks import LIGHT, Breaker
from kzterm.text.cells import cell_width
from kzterm.text.thai import IN_NEED
from kzterm.text.wrap import wrap

_STYLES = ((1, 1), (2, 1), (3, 1), (3, 0))
"""Lines of a title at most, and cells beside it, from the roomiest look to the closest."""
_NARROWEST = 7
"""Cells inside a box; its three ports across need them."""
_LONGEST_WORD = 16
"""A longer word is cut rather than let its box grow."""
_SURE_ENOUGH = 50
"""What a break between words of Thai may cost at most where none are prepared."""
_STOP = re.compile(r"^[\d,]+\. ")
"""The number of a stop on a trail, before a title."""
_GAP = 3
"""Cells between two columns of boxes with no line along them."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A map in cells."""

    titles: Mapping[str, tuple[str, ...]]
    """The lines of each box."""
    padding: int
    """Cells on either side of a title."""
    lefts: tuple[int, ...]
    """For each column, where its boxes begin."""
    widths: tuple[int, ...]
    """For each column, how wide its boxes are, borders included."""
    tops: tuple[int, ...]
    """For each row, where its highest boxes begin."""
    heights: tuple[int, ...]
    """For each row, how high its highest boxes are, borders included."""
    across: Mapping[int, int]
    """For each track that something runs along, its column on the screen."""
    down: Mapping[int, int]
    """For each track that something runs along, its row on the screen."""
    size: tuple[int, int]
    """Columns and rows."""

    def rows_of(self, ident: str, row: int) -> tuple[int, int]:
        """The top of a box in a row of the grid, and its height: as high as its title, the middles of a row in line."""
        height = len(self.titles[ident]) + 2
        return self.tops[row] + (self.heights[row] - 1) // 2 - (height - 1) // 2, height


def fitted(
    cells: Mapping[str, Cell],
    lines: Sequence[Line],
    raster: Raster,
    titles: Mapping[str, str],
    room: int,
    breaks: Breaker = LIGHT,
) -> Fit | None:
    """The map in at most `room` cells across, as low as that allows; None when it does not fit."""
    columns = max(column for column, _ in cells.values()) + 1
    rows = max(row for _, row in cells.values()) + 1
    vertical = _runs(lines, 0)
    horizontal = _runs(lines, 1)
    for most, padding in _STYLES:
        insides = [
            max(_inside(titles[ident], most, breaks) for ident, cell in cells.items() if cell[0] == column)
            for column in range(columns)
        ]
        widths = [inside + 2 * padding + 2 for inside in insides]
        lefts, across, width = _columns(widths, vertical, raster)
        if width <= room:
            break
    else:
        return None
    set_titles = {ident: filled(titles[ident], insides[cell[0]], breaks) for ident, cell in cells.items()}
    heights = [
        max(len(set_titles[ident]) for ident, cell in cells.items() if cell[1] == row) + 2 for row in range(rows)
    ]
    tops, down, height = _rows(heights, horizontal, raster)
    return Fit(
        set_titles, padding, tuple(lefts), tuple(widths), tuple(tops), tuple(heights), across, down, (width, height)
    )


def _runs(lines: Iterable[Line], axis: int) -> set[int]:
    """The tracks that a line runs along, down the map (axis 0) or across it (axis 1)."""
    found = set()
    for line in lines:
        for spot, following in pairwise(line.spots):
            if spot[axis] == following[axis]:
                found.add(spot[axis])
    return found


def _columns(widths: Sequence[int], runs: set[int], raster: Raster) -> tuple[list[int], dict[int, int], int]:
    """Where columns begin and tracks run, and how wide it all is; a free cell stands beside each track."""
    lefts, across = [], {}
    at = 0
    for column in range(len(widths) + 1):
        first = raster.across(column, 0) - raster.tracks
        tracks = [track for track in range(first, first + raster.tracks) if track in runs]
        inner = 0 < column < len(widths)
        for number, track in enumerate(tracks):
            across[track] = at + 2 * number + (1 if column else 0)
        at += max(2 * len(tracks) + 1, _GAP) if inner else 2 * len(tracks)
        if column < len(widths):
            lefts.append(at)
            for port, inside in enumerate(ports_across(widths[column])):
                across[raster.across(column, port)] = at + inside
            at += widths[column]
    return lefts, across, at


def ports_across(width: int) -> tuple[int, int, int]:
    """Where the three ports of a box are, in cells from its left edge; the mark of its state stands before them."""
    return 3 if width > _NARROWEST + 2 else 2, width // 2, width - 3


def _rows(heights: Sequence[int], runs: set[int], raster: Raster) -> tuple[list[int], dict[int, int], int]:
    """Where rows begin and tracks run, and how high it all is."""
    tops, down = [], {}
    at = 0
    for row in range(len(heights) + 1):
        first = raster.down(row) - raster.tracks
        tracks = [track for track in range(first, first + raster.tracks) if track in runs]
        for number, track in enumerate(tracks):
            down[track] = at + number
        at += max(len(tracks), 1) if 0 < row < len(heights) else len(tracks)
        if row < len(heights):
            tops.append(at)
            down[raster.down(row)] = at + (heights[row] - 1) // 2
            at += heights[row]
    return tops, down, at


def on_screen(spot: Spot, fit: Fit) -> Spot:
    """Column and row of a bend."""
    return fit.across[spot[0]], fit.down[spot[1]]


# Titles


def _inside(title: str, most: int, breaks: Breaker) -> int:
    """The fewest cells across in which a title takes no more than so many lines and its words stay whole."""
    words = _bound(title)
    sure = sorted(_ends(words, breaks))
    parts = [part for start, end in pairwise((0, *sure, len(words))) for part in words[start:end].split(" ")]
    stop = _STOP.match(title)
    longest = _LONGEST_WORD + (len(stop.group()) if stop else 0)
    width = max(_NARROWEST, *(min(cell_width(part), longest) for part in parts))
    while len(filled(title, width, breaks)) > most:
        width += 1
    return width


@lru_cache(maxsize=1024)
def filled(title: str, width: int, breaks: Breaker = LIGHT) -> tuple[str, ...]:
    """A title line by line. It is broken between words: nothing else would tell where they end."""
    words = _bound(title)
    return tuple(title[start:end] for start, end in wrap(words, width, _ends(words, breaks)))


def _ends(words: str, breaks: Breaker) -> Mapping[int, int]:
    """Where a line may end. In a box a name may be broken: nothing follows it to be misread."""
    return {at: 0 for at, price in breaks(words).items() if price <= _SURE_ENOUGH or price == IN_NEED}


def _bound(title: str) -> str:
    """The title with a digit for the space after the number of a stop, so that no line ends there."""
    return _STOP.sub(lambda found: found.group()[:-1] + "0", title)
