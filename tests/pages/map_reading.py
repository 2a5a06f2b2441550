"""Reads a drawn map back: which boxes there are, and which lines join them."""

from collections import Counter
from dataclasses import dataclass, replace

from kzterm.model.briefing import Briefing, Exit, Scene
from kzterm.pages.blocks import Map, Page
from kzterm.pages.layout import Layout, Look, lay_out
from kzterm.text.cells import cell_width, clusters

OPPOSITE = {"n": "s", "s": "n", "e": "w", "w": "e", "ne": "sw", "sw": "ne", "nw": "se", "se": "nw"}
_DOORS = "┴├┬┤╧╟╤╢╨╞╥╡╩╠╦╣↑↓»«"
_HEADINGS = {"n": (0, -1), "e": (1, 0), "s": (0, 1), "w": (-1, 0)}
_TURNS = {"└": "en", "┘": "wn", "┌": "es", "┐": "ws", "╚": "en", "╝": "wn", "╔": "es", "╗": "ws"}
_STRAIGHT = {False: ("│┼╪", "─┼╫"), True: ("║╬╫", "═╬╪")}
"""What a line draws down and across, by whether it is double."""
_BACK = {"n": "s", "s": "n", "e": "w", "w": "e"}


@dataclass
class Drawn:
    """A map as a reader's eye has it."""

    boxes: dict[str, tuple[int, int, int, int]]
    """For each scene: left, top, right and bottom cell."""
    ways: Counter[tuple[str, str, str]]
    """Lines followed from a door to where they end: from, side, to."""
    double: set[tuple[str, str]]
    """Between which scenes a line is double."""
    rows: list[list[str]]


def laid(page: Page, width: int) -> Layout:
    """The page with its map drawn."""
    return lay_out(page.blocks, width, Look(drawings=True), room=width)


def read(page: Page, width: int) -> Drawn:
    """The map of a page; fails where a line ends nowhere, or a box is not whole."""
    layout = laid(page, width)
    rows: list[list[str]] = []
    owners: list[list[int | None]] = []
    for line in layout.lines:
        texts: list[str] = []
        links: list[int | None] = []
        for piece in line.pieces:
            for cluster in clusters(piece.text):
                cells = cell_width(cluster)
                texts += [cluster, *[""] * (cells - 1)]
                links += [piece.link] * cells
        rows.append(texts)
        owners.append(links)
    cells_of: dict[int, list[tuple[int, int]]] = {}
    for y, links in enumerate(owners):
        for x, link in enumerate(links):
            if link is not None and layout.links[link].boxed:
                cells_of.setdefault(link, []).append((x, y))
    boxes = {}
    for link, owned in cells_of.items():
        left, right = min(x for x, _ in owned), max(x for x, _ in owned)
        top, bottom = min(y for _, y in owned), max(y for _, y in owned)
        assert len(owned) == (right - left + 1) * (bottom - top + 1), "a box is a whole rectangle"
        assert rows[top][left] in "┌╔" and rows[bottom][right] in "┘╝"
        boxes[layout.links[link].target] = (left, top, right, bottom)
    drawn = Drawn(boxes, Counter(), set(), rows)
    for name, (left, top, right, bottom) in boxes.items():
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                on_border = x in (left, right) or y in (top, bottom)
                if on_border and rows[y][x] in _DOORS:
                    side = "n" if y == top else "s" if y == bottom else "w" if x == left else "e"
                    to, double = _follow(drawn, x, y, side)
                    drawn.ways[name, side, to] += 1
                    if double:
                        drawn.double.add((name, to))
    return drawn


def _follow(drawn: Drawn, x: int, y: int, side: str) -> tuple[str, bool]:
    """Where a line ends, and whether it is double; it is all the way what it is at first."""
    double = {drawn.rows[y][x] in "╨╞╥╡╩╠╦╣"} if drawn.rows[y][x] not in "↑↓»«" else {False, True}
    for _ in range(2000):
        across, down = _HEADINGS[side]
        x, y = x + across, y + down
        for name, (left, top, right, bottom) in drawn.boxes.items():
            if left <= x <= right and top <= y <= bottom:
                assert len(double) == 1
                return name, double.pop()
        text = drawn.rows[y][x]
        if text in _TURNS and _BACK[side] in _TURNS[text]:
            double &= {text in "╚╝╔╗"}
            side = _TURNS[text].replace(_BACK[side], "")
        else:
            double &= {kind for kind in (False, True) if text in _STRAIGHT[kind][side not in "ns"]}
        assert double, f"a line breaks off at {x}, {y}: {text!r}"
    raise AssertionError("a line has no end")


def expected(page: Page) -> Counter[tuple[str, str]]:
    """The ways that a drawing of the whole map has to show, each from the scene whose exit it is."""
    block = next(block for block in page.blocks if isinstance(block, Map))
    names = [box.link.target for box in block.boxes]
    found: Counter[tuple[str, str]] = Counter()
    for way in block.ways:
        found[names[way.start], names[way.end]] += 1
        if way.back:
            found[names[way.end], names[way.start]] += 1
    return found


def with_scenes(briefing: Briefing, exits: dict[str, list[tuple[str, str]]], titles: dict[str, str]) -> Briefing:
    """The briefing with other scenes, the first of them the start."""
    scenes = {
        ident: Scene(
            id=ident,
            title={"en": titles.get(ident, ident)},
            look={"en": ""},
            body=(),
            exits=tuple(Exit(direction=direction, to=to, say={"en": ""}) for direction, to in ways),
        )
        for ident, ways in exits.items()
    }
    return replace(briefing, scenes=scenes, start=next(iter(scenes)), trails={}, trail=None)


def city(briefing: Briefing, count: int) -> Briefing:
    """So many scenes on a grid, most of them joined to their neighbours."""
    side = int(count**0.5) + 1
    spots = [(number % side, number // side) for number in range(count)]
    exits: dict[str, list[tuple[str, str]]] = {f"room-{x}-{y}": [] for x, y in spots}
    for number, (x, y) in enumerate(spots):
        for step, (direction, across, down) in enumerate((("e", 1, 0), ("s", 0, 1), ("se", 1, 1))):
            other = f"room-{x + across}-{y + down}"
            if other in exits and (number * 7 + step * 5) % 4 < (3 if step < 2 else 1):
                exits[f"room-{x}-{y}"].append((direction, other))
                exits[other].append((OPPOSITE[direction], f"room-{x}-{y}"))
    words = ("Harbour", "Old Market", "Northern Archive", "Embassy Garden", "Laboratory of the Second Passage")
    return with_scenes(briefing, exits, {ident: f"The {words[n % 5]} {n}" for n, ident in enumerate(exits)})


def chain(briefing: Briefing, count: int) -> Briefing:
    """Scenes in a row from west to east."""
    exits: dict[str, list[tuple[str, str]]] = {f"pier-{number}": [] for number in range(count)}
    for number in range(count - 1):
        exits[f"pier-{number}"].append(("e", f"pier-{number + 1}"))
        exits[f"pier-{number + 1}"].append(("w", f"pier-{number}"))
    return with_scenes(briefing, exits, {ident: ident.replace("pier-", "Pier ") for ident in exits})


def star(briefing: Briefing, count: int) -> Briefing:
    """One scene in the middle, with an exit in every direction there is; all others lead to it, and nowhere else."""
    directions = [*OPPOSITE, "up", "down", "in", "out"]
    exits = {"hub": [(direction, f"ray-{number}") for number, direction in enumerate(directions)]}
    for number in range(count - 1):
        direction = directions[number % len(directions)]
        exits[f"ray-{number}"] = [(OPPOSITE.get(direction, "up"), "hub")]
    return with_scenes(briefing, exits, {ident: ident.replace("ray-", "Ray ") for ident in exits})
