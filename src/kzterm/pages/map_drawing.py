"""A map in characters: boxes, the lines between them, and which box each character belongs to."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from kzterm.pages.blocks import Map, MapBox, Style
from kzterm.pages.map_fit import Fit, fitted, on_screen, ports_across
from kzterm.pages.map_lines import Line, NoWayError, Raster, heading_to, lines, stretch
from kzterm.pages.map_places import Cell, Edge, places
from kzterm.text.breaks import LIGHT, Breaker
from kzterm.text.cells import cell_width, clusters

MOST_BOXES = 40
"""More are a tangle on any screen, and slow to place."""
_NARROWEST_MAP = 24
"""Cells; with less there is room for two boxes at best."""
_TRACKS = (3, 6)
"""Tracks in a gutter: at first, and when the lines find no way."""

_N, _E, _S, _W = 1, 2, 4, 8
_STROKES = {
    _N | _S: "│", _E | _W: "─", _N | _E: "└", _N | _W: "┘", _S | _E: "┌", _S | _W: "┐", 15: "┼",
    _N: "│", _S: "│", _E: "─", _W: "─",
}  # fmt: skip
_WAYS = {(0, -1): (_N, _S), (1, 0): (_E, _W), (0, 1): (_S, _N), (-1, 0): (_W, _E)}
"""For each heading, what a line draws in the cell it leaves and in the one it comes to."""
_STROKES_DOUBLE = {
    _N | _S: "║", _E | _W: "═", _N | _E: "╚", _N | _W: "╝", _S | _E: "╔", _S | _W: "╗", 15: "╬",
    _N: "║", _S: "║", _E: "═", _W: "═",
}  # fmt: skip
_CROSSINGS = {_N | _S: "╫", _E | _W: "╪"}
"""Two lines that cross, by what the double one of them draws."""
_FRAMES = {False: "┌─┐│└┘", True: "╔═╗║╚╝"}
_DOORS = {(False, False): "┴├┬┤", (True, False): "╧╟╤╢", (False, True): "╨╞╥╡", (True, True): "╩╠╦╣"}
"""Where a line leaves to the north, east, south and west: by whether the box, and whether the line is double."""
_STAIRS = {"up": "↑", "down": "↓", "in": "»", "out": "«"}
"""Where a line leaves in a direction that is none of the compass."""
_ARROWS = {"n": "▼", "e": "◄", "s": "▲", "w": "►"}
"""Where a line that is one way arrives, by the side of the box."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters of one row in one style; `box` is the number of the box they belong to."""

    text: str
    style: Style
    box: int | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map ready to be set."""

    circle: int
    """Which of the block's circles is drawn."""
    rows: tuple[tuple[Glyphs, ...], ...]
    beyond: tuple[tuple[str, ...], ...]
    """For each box that is drawn, the directions of the ways on from it that are not."""


def draw(block: Map, room: int, signs: Mapping[str, str], breaks: Breaker = LIGHT) -> Drawing | None:
    """All of it, or as much as fits into `room` cells across; None when not even the least does."""
    if room < _NARROWEST_MAP:
        return None
    if found := _drawn(block, 0, room, signs, breaks):
        return found
    # Fewer boxes need less room: the widest circle that fits is sought by halves.
    low, high = 1, len(block.circles)
    while low < high:
        middle = (low + high) // 2
        if drawing := _drawn(block, middle, room, signs, breaks):
            found, high = drawing, middle
        else:
            low = middle + 1
    return found


def _drawn(block: Map, number: int, room: int, signs: Mapping[str, str], breaks: Breaker) -> Drawing | None:
    """One of the circles, if it fits."""
    count = block.circles[number].boxes
    if count > MOST_BOXES:
        return None
    shown = block.boxes[:count]
    ways = tuple(way for way in block.ways if way.start < count and way.end < count)
    edges = tuple(
        Edge(block.boxes[way.start].link.target, block.boxes[way.end].link.target, way.out, way.back) for way in ways
    )
    led = {edge for edge, way in zip(edges, ways, strict=True) if way.led}
    # The whole map looks the same wherever the reader stands.
    whole = count == len(block.boxes)
    names = [box.link.target for box in shown]
    idents = (block.start, *sorted(set(names) - {block.start})) if whole else tuple(names)
    arranged = _arranged(idents, edges)
    if arranged is None:
        return None
    beyond = _beyond(block, count)
    titles = {box.link.target: _title(box, len(ways)) for box, ways in zip(shown, beyond, strict=True)}
    fit = fitted(arranged.cells, arranged.lines, arranged.raster, titles, room, breaks)
    return Drawing(number, tuple(_rows(shown, arranged, fit, signs, led)), beyond) if fit else None


@dataclass(frozen=True, slots=True)
class _Arranged:
    """Boxes on the grid and lines on the raster, whatever the width."""

    cells: Mapping[str, Cell]
    lines: tuple[Line, ...]
    raster: Raster


@lru_cache(maxsize=64)
def _arranged(idents: tuple[str, ...], edges: tuple[Edge, ...]) -> _Arranged | None:
    cells = places(idents, edges)
    for tracks in _TRACKS:
        try:
            return _Arranged(cells, lines(cells, edges, Raster(tracks)), Raster(tracks))
        except NoWayError:
            continue
    return None


def _title(box: MapBox, hidden: int) -> str:
    """What stands in a box: the stop of the trail, the title, and how many ways on are not drawn."""
    return (f"{box.stop}. " if box.stop else "") + box.title + (f" +{hidden}" if hidden else "")


def _beyond(block: Map, count: int) -> tuple[tuple[str, ...], ...]:
    """For each of the first boxes, the directions of the ways on from it that lead to none of them."""
    found: list[list[str]] = [[] for _ in range(count)]
    for way in block.ways:
        if way.start < count <= way.end:
            found[way.start].append(way.out)
        elif way.end < count <= way.start and way.back:
            found[way.end].append(way.back)
    return tuple(tuple(directions) for directions in found)


# Characters


@dataclass(slots=True)
class _Sheet:
    """Cells to draw on."""

    texts: list[list[str]]
    styles: list[list[Style]]
    boxes: list[list[int | None]]

    def put(self, x: int, y: int, text: str, style: Style, box: int | None) -> None:
        """One cluster; the cells it covers beyond the first stay empty."""
        for offset in range(max(cell_width(text), 1)):
            self.texts[y][x + offset] = "" if offset else text
            self.styles[y][x + offset] = style
            self.boxes[y][x + offset] = box

    def rows(self) -> Iterator[tuple[Glyphs, ...]]:
        """Row by row, what is alike together."""
        for texts, styles, boxes in zip(self.texts, self.styles, self.boxes, strict=True):
            end = 1 + max((x for x, text in enumerate(texts) if text != " "), default=-1)
            groups = groupby(range(end), key=lambda x: (styles[x], boxes[x]))
            yield tuple(Glyphs("".join(texts[x] for x in group), *key) for key, group in groups)


def _rows(
    shown: tuple[MapBox, ...], arranged: _Arranged, fit: Fit, signs: Mapping[str, str], led: Collection[Edge]
) -> Iterator[tuple[Glyphs, ...]]:
    width, height = fit.size
    sheet = _Sheet(
        [[" "] * width for _ in range(height)],
        [["text"] * width for _ in range(height)],
        [[None] * width for _ in range(height)],
    )
    here = next((box.link.target for box in shown if box.state == "here"), "")
    _draw_lines(sheet, arranged, fit, here, led)
    for number, box in enumerate(shown):
        _draw_box(sheet, box, number, arranged.cells[box.link.target], fit)
        column, row = arranged.cells[box.link.target]
        sheet.texts[fit.rows_of(box.link.target, row)[0]][fit.lefts[column] + 1] = signs[box.state]
    for line in arranged.lines:
        _draw_doors(sheet, line, arranged, fit, here, line.edge in led)
    return sheet.rows()


def _draw_lines(sheet: _Sheet, arranged: _Arranged, fit: Fit, here: str, led: Collection[Edge]) -> None:
    """Light lines, and double ones where the trail leads along."""
    strokes: dict[tuple[int, int], int] = {}
    double: dict[tuple[int, int], int] = {}
    near = set()
    for line in arranged.lines:
        points = list(_points(line, arranged.cells, fit))
        for start, end in pairwise(points):
            out, back = _WAYS[heading_to(start, end)]
            spot = start
            for following in stretch(start, end):
                for drawn in (strokes, double) if line.edge in led else (strokes,):
                    drawn[spot] = drawn.get(spot, 0) | out
                    drawn[following] = drawn.get(following, 0) | back
                spot = following
                if here in (line.edge.start, line.edge.end):
                    near.add(spot)
    for (x, y), bits in strokes.items():
        sheet.put(x, y, _stroke(bits, double.get((x, y), 0)), "strong" if (x, y) in near else "key", None)


def _stroke(bits: int, double: int) -> str:
    """The character of a cell, by what all lines draw in it and what double ones do."""
    if double and double != bits:
        return _CROSSINGS[double]
    return _STROKES_DOUBLE[bits] if double else _STROKES[bits]


def _points(line: Line, cells: Mapping[str, Cell], fit: Fit) -> Iterator[tuple[int, int]]:
    """Where a line begins, bends and ends on the screen; it begins and ends in the borders."""
    yield _door(line.edge.start, cells, line.ports[0], fit)
    spots = line.spots
    for number, spot in enumerate(spots):
        around = [other for other in spots[max(number - 1, 0) : number + 2] if other != spot]
        axes = {other[0] == spot[0] for other in around}
        if number == 0:
            axes.add(_side(line.ports[0]) in "ns")
        if number == len(spots) - 1:
            axes.add(_side(line.ports[1]) in "ns")
        if len(axes) > 1:
            yield on_screen(spot, fit)
    yield _door(line.edge.end, cells, line.ports[1], fit)


def _side(port: str) -> str:
    """The side of a box on which a port is."""
    return port if len(port) == 1 else port[0]


def _door(ident: str, cells: Mapping[str, Cell], port: str, fit: Fit) -> tuple[int, int]:
    """The cell of a box's border where a port is."""
    column, row = cells[ident]
    left, width = fit.lefts[column], fit.widths[column]
    top, height = fit.rows_of(ident, row)
    middle = top + (height - 1) // 2
    if port in ("e", "w"):
        return (left + width - 1 if port == "e" else left), middle
    x = left + ports_across(width)["wne".index(port[-1]) if port != "s" else 1]
    return x, (top if port.startswith("n") else top + height - 1)


def _draw_box(sheet: _Sheet, box: MapBox, number: int, cell: Cell, fit: Fit) -> None:
    left, width = fit.lefts[cell[0]], fit.widths[cell[0]]
    top, height = fit.rows_of(box.link.target, cell[1])
    here = box.state == "here"
    frame = _FRAMES[here]
    border: Style = "heading" if here else "text" if box.state == "seen" else "key"
    words: Style = "heading" if here else "text" if box.state == "seen" else "dim"
    for y in range(top, top + height):
        ends = frame[0] + frame[2] if y == top else frame[4:] if y == top + height - 1 else frame[3] * 2
        between = frame[1] if y in (top, top + height - 1) else " "
        for x, text in zip(range(left, left + width), ends[0] + between * (width - 2) + ends[1], strict=True):
            sheet.put(x, y, text, border, number)
    for y, line in enumerate(fit.titles[box.link.target], top + 1):
        x = left + 1 + fit.padding
        for cluster in clusters(line):
            sheet.put(x, y, cluster, words, number)
            x += cell_width(cluster)


def _draw_doors(sheet: _Sheet, line: Line, arranged: _Arranged, fit: Fit, here: str, double: bool) -> None:
    edge = line.edge
    ends = ((edge.start, edge.out, line.ports[0]), (edge.end, edge.back, line.ports[1]))
    for ident, direction, port in ends:
        side = _side(port)
        x, y = _door(ident, arranged.cells, port, fit)
        door = _STAIRS.get(direction, _DOORS[ident == here, double]["nesw".index(side)])
        sheet.texts[y][x] = door if direction else _ARROWS[side]


def legend(entries: Iterable[tuple[str, str]], signs: Mapping[str, str], width: int) -> Iterator[str]:
    """The marks with their meanings, as many to a line as there is room for; words without a mark stand alone."""
    line = ""
    for mark, words in entries:
        entry = f"{signs.get(mark, mark)} {words}".lstrip()
        if line and cell_width(line) + 2 + cell_width(entry) > width:
            yield line
            line = entry
        else:
            line += f"  {entry}" if line else entry
    if line:
        yield line
