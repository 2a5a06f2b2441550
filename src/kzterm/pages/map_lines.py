"""The lines of a map: a way for each exit through the gutters between the boxes, round every box.

Lines are sought on a raster of *tracks*: each gutter has a few, each box three across (its west, middle and east ports)
and one down. A line leaves its box in the direction of the exit. Two lines may cross, but never share a stretch or meet
at a bend, so that a crossing is always just that.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from kzterm.pages.map_places import COMPASS, Cell, Edge

Spot = tuple[int, int]
"""Track across and track down."""

_NORTH, _EAST, _SOUTH, _WEST = (0, -1), (1, 0), (0, 1), (-1, 0)
_HEADINGS = (_NORTH, _EAST, _SOUTH, _WEST)
_BEND, _CROSS, _INSIDE, _MOUTH = 4, 7, 3, 5
"""What a bend and a crossing cost, a step along a cell of the grid rather than along a gutter, and the spot outside a
port of another line."""
_ATTEMPTS = 8
"""How often all lines are drawn before it is given up."""
_ACROSS, _DOWN = 1, 2
"""Bits: what runs over a spot."""

_PORTS: Mapping[str, tuple[int, Cell]] = {
    "nw": (0, _NORTH), "n": (1, _NORTH), "ne": (2, _NORTH), "e": (2, _EAST),
    "se": (2, _SOUTH), "s": (1, _SOUTH), "sw": (0, _SOUTH), "w": (0, _WEST),
}  # fmt: skip
"""For each direction the port, counted from the west, and the heading in which a line leaves there."""


class NoWayError(Exception):
    """The gutters are too narrow for all the lines."""


@dataclass(frozen=True, slots=True)
class Raster:
    """How grid cells and tracks correspond."""

    tracks: int
    """Tracks in each gutter."""

    def across(self, column: int, port: int) -> int:
        """The track of a port of a column."""
        return column * (self.tracks + 3) + self.tracks + port

    def down(self, row: int) -> int:
        """The track through the middle of a row of boxes."""
        return row * (self.tracks + 1) + self.tracks

    def gutter_across(self, track: int) -> bool:
        """Whether a track down the map runs in a gutter."""
        return track % (self.tracks + 3) < self.tracks

    def gutter_down(self, track: int) -> bool:
        """Whether a track across the map runs in a gutter."""
        return track % (self.tracks + 1) < self.tracks


@dataclass(frozen=True, slots=True)
class Line:
    """The line of one edge."""

    edge: Edge
    ports: tuple[str, str]
    """The direction in which it leaves the start, and the end."""
    spots: tuple[Spot, ...]
    """Where it begins, bends and ends; the first and the last are in the gutter just outside the boxes."""

    def over(self) -> Iterator[tuple[Spot, int]]:
        """Every spot it runs over, and how; a bend is given twice."""
        headings = [_PORTS[port][1] for port in self.ports]
        yield self.spots[0], _axis(headings[0])
        yield self.spots[-1], _axis(headings[1])
        for start, end in pairwise(self.spots):
            heading = heading_to(start, end)
            yield start, _axis(heading)
            for spot in stretch(start, end):
                yield spot, _axis(heading)


def heading_to(start: Spot, end: Spot) -> Cell:
    """The heading from one spot straight to another."""
    return (end[0] > start[0]) - (end[0] < start[0]), (end[1] > start[1]) - (end[1] < start[1])


def stretch(start: Spot, end: Spot) -> Iterator[Spot]:
    """The spots straight from one to another, without the first."""
    across, down = heading_to(start, end)
    spot = start
    while spot != end:
        spot = (spot[0] + across, spot[1] + down)
        yield spot


@dataclass(slots=True)
class _Board:
    """What is on the raster so far."""

    raster: Raster
    size: Spot
    boxes: set[Spot]
    used: dict[Spot, int] = field(default_factory=dict)
    reserved: dict[Spot, int] = field(default_factory=dict)
    """Just outside a port: kept free of the bends of other lines."""

    def lay(self, line: "Line") -> None:
        """Enter a line."""
        for spot, over in line.over():
            self.used[spot] = self.used.get(spot, 0) | over

    def take_up(self, line: "Line") -> None:
        """Take a line away again."""
        for spot, over in line.over():
            self.used[spot] &= ~over


def lines(cells: Mapping[str, Cell], edges: Sequence[Edge], raster: Raster) -> tuple[Line, ...]:
    """A line for each edge. Raises NoWayError when there is no room for one of them."""
    ports = _ports(cells, edges)
    order = sorted(range(len(edges)), key=lambda number: (_distance(cells, edges[number]), number))
    for _ in range(_ATTEMPTS):
        board = _board(cells, edges, ports, raster)
        found: dict[int, Line] = {}
        # Those that go first do not know of the others: let each look for a better way once more.
        for number in (*order, *order):
            if number in found:
                board.take_up(found[number])
            line = _line(board, cells, edges[number], ports[number])
            if line is None:
                # Shut in by the others: it goes before them the next time.
                order.remove(number)
                order.insert(0, number)
                break
            found[number] = line
        else:
            return tuple(found[number] for number in range(len(edges)))
    raise NoWayError


def _board(
    cells: Mapping[str, Cell], edges: Sequence[Edge], ports: Sequence[tuple[str, str]], raster: Raster
) -> _Board:
    """The raster with boxes and the spots outside their ports, and no lines."""
    columns = max(column for column, _ in cells.values()) + 1
    rows = max(row for _, row in cells.values()) + 1
    size = (raster.across(columns, 0), raster.down(rows))
    boxes = {(raster.across(column, port), raster.down(row)) for column, row in cells.values() for port in range(3)}
    board = _Board(raster, size, boxes)
    for edge, pair in zip(edges, ports, strict=True):
        for ident, port in zip((edge.start, edge.end), pair, strict=True):
            spot, heading = _outside(cells[ident], port, raster)
            board.reserved[spot] = _axis(heading)
    return board


def _distance(cells: Mapping[str, Cell], edge: Edge) -> int:
    start, end = cells[edge.start], cells[edge.end]
    return abs(start[0] - end[0]) + abs(start[1] - end[1])


def _ports(cells: Mapping[str, Cell], edges: Sequence[Edge]) -> list[tuple[str, str]]:
    """Where each line leaves its boxes: by its exit's direction, else at the free port that looks most its way."""
    taken = {(edge.start, edge.out) for edge in edges} | {(edge.end, edge.back) for edge in edges}
    found = []
    for edge in edges:
        pair = []
        for ident, other, direction in ((edge.start, edge.end, edge.out), (edge.end, edge.start, edge.back)):
            port = direction if direction in _PORTS else _nearest_port(cells[ident], cells[other], ident, taken)
            taken.add((ident, port))
            pair.append(port)
        found.append((pair[0], pair[1]))
    return found


def _nearest_port(start: Cell, end: Cell, ident: str, taken: set[tuple[str, str]]) -> str:
    across, down = end[0] - start[0], end[1] - start[1]
    length = max((across**2 + down**2) ** 0.5, 1)

    def turned(name: str) -> tuple[bool, float]:
        x, y = COMPASS[name]
        return (ident, name) in taken, -(x * across + y * down) / length / ((x * x + y * y) ** 0.5)

    return min(_PORTS, key=turned)


def _outside(cell: Cell, port: str, raster: Raster) -> tuple[Spot, Cell]:
    """The spot just outside a port, and the heading away from the box."""
    number, heading = _PORTS[port]
    return (raster.across(cell[0], number) + heading[0], raster.down(cell[1]) + heading[1]), heading


def _axis(heading: Cell) -> int:
    return _ACROSS if heading[0] else _DOWN


class _Step(NamedTuple):
    """One spot reached in the search."""

    guess: float
    """Cost so far and the least that is still to come."""
    cost: int
    spot: Spot
    heading: Cell


def _line(board: _Board, cells: Mapping[str, Cell], edge: Edge, ports: tuple[str, str]) -> Line | None:
    """The cheapest way between two ports, entered on the board; None where there is none."""
    start, leaving = _outside(cells[edge.start], ports[0], board.raster)
    goal, outward = _outside(cells[edge.end], ports[1], board.raster)
    arriving = (-outward[0], -outward[1])
    origin: dict[tuple[Spot, Cell], tuple[Spot, Cell] | None] = {(start, leaving): None}
    best = {(start, leaving): 0}
    queue = [_Step(0, 0, start, leaving)]
    while queue:
        step = heapq.heappop(queue)
        here = (step.spot, step.heading)
        if step.cost > best[here]:
            continue
        if step.spot == goal and step.heading == arriving:
            line = Line(edge, ports, _bends(here, origin))
            board.lay(line)
            return line
        for heading, price in _onward(board, step, goal, arriving, {start, goal}):
            spot = step.spot if step.spot == goal else (step.spot[0] + heading[0], step.spot[1] + heading[1])
            there, cost = (spot, heading), step.cost + price
            if cost < best.get(there, cost + 1):
                best[there] = cost
                origin[there] = here
                guess = cost + abs(spot[0] - goal[0]) + abs(spot[1] - goal[1])
                heapq.heappush(queue, _Step(guess, cost, spot, heading))
    return None


def _onward(board: _Board, step: _Step, goal: Spot, arriving: Cell, own: set[Spot]) -> Iterator[tuple[Cell, int]]:
    """The headings in which a line may go on, and what each costs; at the goal only the last turn is left."""
    spot, heading = step.spot, step.heading
    over = board.used.get(spot, 0) | (0 if spot in own else board.reserved.get(spot, 0))
    for turn in (arriving,) if spot == goal else _HEADINGS:
        if turn == (-heading[0], -heading[1]):
            continue
        if turn == heading:
            if over & _axis(heading):
                continue
            price = _CROSS if board.used.get(spot) else _MOUTH if over else 0
        else:
            if over:
                continue
            price = _BEND
        if spot != goal:
            x, y = spot[0] + turn[0], spot[1] + turn[1]
            if not (0 <= x < board.size[0] and 0 <= y < board.size[1]) or (x, y) in board.boxes:
                continue
            inside = not (board.raster.gutter_across(x) if turn[0] else board.raster.gutter_down(y))
            price += _INSIDE if inside else 1
        yield turn, price


def _bends(end: tuple[Spot, Cell], origin: Mapping[tuple[Spot, Cell], tuple[Spot, Cell] | None]) -> tuple[Spot, ...]:
    """Beginning, bends and end of the line that leads to a state of the search."""
    spots = [end[0]]
    state: tuple[Spot, Cell] | None = end
    while state is not None and (before := origin[state]) is not None:
        if before[1] != state[1] and before[0] != spots[-1]:
            spots.append(before[0])
        state = before
    if state is not None and state[0] != spots[-1]:
        spots.append(state[0])
    return tuple(reversed(spots))
