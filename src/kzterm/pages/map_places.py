"""Where the boxes of a map stand: on a coarse grid, as true to the compass as the exits allow.

Boxes are set one after the other beside a neighbour, in the direction of the exit; then each is moved, or changes
places with another, as long as that makes the map better. Nothing is random: the same exits give the same map.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

Cell = tuple[int, int]
"""Column and row of the grid, growing to the east and to the south."""

COMPASS: Mapping[str, Cell] = {
    "n": (0, -1), "ne": (1, -1), "e": (1, 0), "se": (1, 1), "s": (0, 1), "sw": (-1, 1), "w": (-1, 0), "nw": (-1, -1),
}  # fmt: skip

_OPPOSED, _MISSED, _ASIDE, _LONG, _THROUGH, _CROSSED, _COLUMN, _ROW = 24, 10, 4, 2, 6, 5, 7, 3
"""What a fault costs: a way that ends on the wrong side, or not on the side it should; a step aside from a straight
way, a step more than one, a box in between, a crossing, a column, a row."""
_SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Edge:
    """A way between two scenes."""

    start: str
    end: str
    out: str
    """The direction of the exit at the start."""
    back: str
    """The direction of the exit that leads back; "" when there is none."""


@lru_cache(maxsize=64)
def places(idents: tuple[str, ...], edges: tuple[Edge, ...]) -> Mapping[str, Cell]:
    """A cell for each scene, no two the same, the leftmost column and the top row being 0.

    `idents` begin with the scene to start from; their order decides between equals.
    """
    ways = _ways(idents, edges)
    cells = _first_cells(idents, ways)
    _improve(cells, ways)
    return _pulled_together(cells)


_Ways = Mapping[str, Sequence[tuple[str, Cell | None]]]
"""For each scene its neighbours, and where each should be; None when anywhere near will do."""


def _ways(idents: Iterable[str], edges: Iterable[Edge]) -> _Ways:
    found: dict[str, list[tuple[str, Cell | None]]] = {ident: [] for ident in idents}
    for edge in edges:
        there = COMPASS.get(edge.out)
        back = COMPASS.get(edge.back)
        if there is None and back is not None:
            there = (-back[0], -back[1])
        found[edge.start].append((edge.end, there))
        found[edge.end].append((edge.start, (-there[0], -there[1]) if there else None))
    return found


def _first_cells(idents: Sequence[str], ways: _Ways) -> dict[str, Cell]:
    """Each scene beside the neighbour from which it is reached first; a part that nothing leads to, below."""
    cells: dict[str, Cell] = {}
    for root in idents:
        if root in cells:
            continue
        cells[root] = (0, max((row for _, row in cells.values()), default=-2) + 2)
        edge = [root]
        for ident in edge:
            for other, there in ways[ident]:
                if other not in cells:
                    cells[other] = _free(cells, cells[ident], there or (1, -1))
                    edge.append(other)
    return cells


def _free(cells: Mapping[str, Cell], start: Cell, there: Cell) -> Cell:
    """The free cell that is nearest to one step in a direction."""
    taken = set(cells.values())
    column, row = start[0] + there[0], start[1] + there[1]
    reach = 0
    while True:
        ring = [
            (column + x, row + y)
            for x in range(-reach, reach + 1)
            for y in range(-reach, reach + 1)
            if max(abs(x), abs(y)) == reach and (column + x, row + y) not in taken
        ]
        if ring:
            return min(ring, key=lambda cell: (_bend(start, cell, there), cell))
        reach += 1


def _bend(start: Cell, end: Cell, there: Cell | None) -> int:
    """What it costs that a way goes from one cell to another instead of straight in its direction."""
    across, down = end[0] - start[0], end[1] - start[1]
    cost = _LONG * (max(abs(across), abs(down)) - 1)
    if there is None:
        return cost
    for gone, wanted in ((across, there[0]), (down, there[1])):
        if not wanted:
            cost += _ASIDE * abs(gone)
        elif not gone:
            cost += _MISSED
        elif (gone > 0) != (wanted > 0):
            cost += _OPPOSED
    return cost


# Making it better


def _improve(cells: dict[str, Cell], ways: _Ways) -> None:
    """Move one scene, or let two change places, as long as the map becomes better.

    Crossings, which are costly to find, are looked for at last, and only where there are any.
    """
    board = _Board(cells, ways)
    board.settle_all(list(ways))
    board.crossings = True
    board.settle_all([ident for ident in ways if board.crossed((ident,))])


class _Board:
    """The grid while it is being improved."""

    def __init__(self, cells: dict[str, Cell], ways: _Ways) -> None:
        self.cells = cells
        self.ways = ways
        self.at = {cell: ident for ident, cell in cells.items()}
        self.edges = [(ident, other) for ident, others in ways.items() for other, _ in others if ident < other]
        self.crossings = False
        """Whether crossings count."""

    def settle_all(self, waiting: list[str]) -> None:
        """Settle scenes, and again those beside one that moved."""
        for _ in range(_SWEEPS):
            moved = [ident for ident in waiting if self.settle(ident)]
            beside = {other for ident in moved for other, _ in self.ways[ident]} | set(moved)
            waiting = [ident for ident in self.ways if ident in beside]

    def settle(self, ident: str) -> bool:
        """Give one scene the best cell there is for it; whoever stands there takes its old one."""
        old = chosen = self.cells[ident]
        best = 0
        alone = self._faults((ident,))
        for cell in self._candidates(ident):
            other = self.at.get(cell)
            moved = (ident, other) if other else (ident,)
            before = self._faults(moved) if other else alone
            self._swap(ident, old, cell, other)
            # The costly part is reckoned only where the cheap part leaves hope.
            if before - self._bends(moved) > best and (gain := before - self._faults(moved)) > best:
                best, chosen = gain, cell
            self._swap(ident, cell, old, other)
        if chosen != old:
            self._swap(ident, old, chosen, self.at.get(chosen))
        return chosen != old

    def _swap(self, ident: str, old: Cell, new: Cell, other: str | None) -> None:
        self.cells[ident] = new
        self.at[new] = ident
        if other:
            self.cells[other] = old
            self.at[old] = other
        else:
            del self.at[old]

    def _candidates(self, ident: str) -> dict[Cell, None]:
        """Cells around the neighbours, and farther out in the direction of their exits."""
        found: dict[Cell, None] = {}
        for other, there in self.ways[ident]:
            column, row = self.cells[other]
            for across, down in COMPASS.values():
                found[column + across, row + down] = None
            if there:
                for steps in (2, 3, 4):
                    found[column - there[0] * steps, row - there[1] * steps] = None
        found.pop(self.cells[ident], None)
        return found

    def _bends(self, moved: Sequence[str]) -> int:
        """The size of the grid, and what is wrong with the ways from some scenes, taken one by one."""
        columns = [column for column, _ in self.at]
        rows = [row for _, row in self.at]
        cost = _COLUMN * (max(columns) - min(columns)) + _ROW * (max(rows) - min(rows))
        for start, end, there in self._own(moved):
            cost += _bend(self.cells[start], self.cells[end], there)
        return cost

    def _own(self, moved: Sequence[str]) -> Iterator[tuple[str, str, Cell | None]]:
        """The ways from some scenes, each once."""
        for number, ident in enumerate(moved):
            for other, there in self.ways[ident]:
                if other not in moved[:number]:
                    yield ident, other, there

    def _faults(self, moved: Sequence[str]) -> int:
        """All that is wrong with the map as far as some scenes have to do with it."""
        cost = self._bends(moved)
        for start, end, _ in self._own(moved):
            cost += _THROUGH * sum(1 for cell in _between(self.cells[start], self.cells[end]) if cell in self.at)
        stand = {self.cells[ident] for ident in moved}
        for start, end in self.edges:
            if start not in moved and end not in moved:
                cost += _THROUGH * sum(1 for cell in _between(self.cells[start], self.cells[end]) if cell in stand)
        return cost + _CROSSED * self.crossed(moved) if self.crossings else cost

    def crossed(self, moved: Sequence[str]) -> int:
        """How many crossings there are on the ways from some scenes."""
        own = [(self.cells[start], self.cells[end]) for start, end, _ in self._own(moved)]
        rest = [
            (self.cells[start], self.cells[end]) for start, end in self.edges if start not in moved and end not in moved
        ]
        among = sum(1 for number, first in enumerate(own) for second in own[:number] if _crossing(first, second))
        return among + sum(1 for first in own for second in rest if _crossing(first, second))


def _between(start: Cell, end: Cell) -> list[Cell]:
    """The cells that a straight way goes through; none for a crooked one."""
    across, down = end[0] - start[0], end[1] - start[1]
    steps = max(abs(across), abs(down))
    if steps < 2 or (across and down and abs(across) != abs(down)):
        return []
    return [(start[0] + across * step // steps, start[1] + down * step // steps) for step in range(1, steps)]


def _crossing(first: tuple[Cell, Cell], second: tuple[Cell, Cell]) -> bool:
    """Whether two ways without a common end cross as the crow flies."""
    a, b = first
    c, d = second
    if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
        return False
    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]) or a in second or b in second:
        return False
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Cell, b: Cell, c: Cell) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _pulled_together(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """The same without empty columns and rows, counted from 0."""
    columns = {column: number for number, column in enumerate(sorted({column for column, _ in cells.values()}))}
    rows = {row: number for number, row in enumerate(sorted({row for _, row in cells.values()}))}
    return {ident: (columns[column], rows[row]) for ident, (column, row) in cells.items()}
