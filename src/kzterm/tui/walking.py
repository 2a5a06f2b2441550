"""From one box of a map to the next in a direction."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from kzterm.pages.map_places import COMPASS

_Box = TypeVar("_Box")

_ASPECT = 2
"""A cell is about twice as high as it is wide."""
_SLANT = 2
"""How far aside a box may lie for each step ahead, and what a step aside counts."""


def nearest_towards(middles: Mapping[_Box, tuple[float, float]], start: _Box, heading: tuple[int, int]) -> _Box | None:
    """The box that lies nearest in a heading, such as (0, -1) for up; None where there is none.

    `middles` holds column and row of the middle of each box.
    """
    best: tuple[float, _Box] | None = None
    for box, (ahead, aside) in _seen_from(middles, start, heading):
        cost = ahead + _SLANT * aside
        if ahead > 0 and aside <= _SLANT * ahead and (best is None or cost < best[0]):
            best = (cost, box)
    return best[1] if best else None


def leads_on(
    beyond: Iterable[str], middles: Mapping[_Box, tuple[float, float]], start: _Box, heading: tuple[int, int]
) -> bool:
    """Whether one of the ways `beyond` a box, by their directions, may be meant where no box lies in a heading.

    It is one that goes that way, or one that could be asked for by no heading of its own: because it is up, down, in or
    out, or because other boxes lie there.
    """
    for direction in beyond:
        across, down = COMPASS.get(direction, (0, 0))
        own = [turn for turn in ((across, 0), (0, down)) if turn != (0, 0)]
        if heading in own or all(nearest_towards(middles, start, turn) is not None for turn in own):
            return True
    return False


def _seen_from(
    middles: Mapping[_Box, tuple[float, float]], start: _Box, heading: tuple[int, int]
) -> Iterable[tuple[_Box, tuple[float, float]]]:
    """How far ahead and aside each other box lies."""
    x, y = middles[start]
    for box, (column, row) in middles.items():
        if box != start:
            across, down = column - x, (row - y) * _ASPECT
            ahead = across * heading[0] + down * heading[1]
            yield box, (ahead, abs(across * heading[1]) + abs(down * heading[0]))
