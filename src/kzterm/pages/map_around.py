"""Which scenes a map begins with: those around its centre, and first the ones that matter most to the reader."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kzterm.model.briefing import Briefing
from kzterm.pages.map_places import Edge

PORTS = 8
"""Lines that can leave a box, one for each direction of the compass."""
_OPPOSITE = {
    "n": "s", "ne": "sw", "e": "w", "se": "nw", "s": "n", "sw": "ne", "w": "e", "nw": "se",
    "up": "down", "down": "up", "in": "out", "out": "in",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Around:
    """The scenes as they lie around one of them."""

    order: tuple[str, ...]
    """Every scene: those that can be drawn together, nearest first, then the others, nearest first."""
    together: int
    """How many can be drawn together, as far as their boxes have ports for all the lines."""
    beside: tuple[str, ...]
    """The neighbours of the centre, the ones that matter most first."""


def around(
    briefing: Briefing, ways: Sequence[Edge], centre: str, trail: Collection[str], read: Collection[str]
) -> Around:
    """The scenes around a centre. A way counts in both directions, as it is drawn.

    Among neighbours those come first that lead to the start, then those on the reader's `trail`, then those that were
    `read`, then the rest in the order of the exits. A box has few ports: a scene that finds them taken waits until
    after all the others, so that it keeps nothing else from being drawn.
    """
    beside = _neighbours(briefing, ways)
    from_start = _distances(beside, briefing.start)

    def ranked(ident: str) -> list[str]:
        return sorted(
            beside[ident],
            key=lambda other: (
                from_start.get(other, 0) >= from_start.get(ident, 0),
                other not in trail,
                other not in read,
            ),
        )

    lines = _lines(ways)
    used = {centre: 0}
    waiting: dict[str, None] = {}
    order = [centre]
    for ident in order:
        for other in ranked(ident):
            if other in used or other in waiting:
                continue
            if _joins(other, lines[other], used):
                order.append(other)
            else:
                waiting[other] = None
    rest = [*waiting]
    found = {*order, *rest}
    for ident in rest:
        for other in ranked(ident):
            if other not in found:
                found.add(other)
                rest.append(other)
    apart = (ident for ident in briefing.scenes if ident not in found)
    return Around((*order, *rest, *apart), len(order), tuple(ranked(centre)))


def ways_between(briefing: Briefing) -> Iterable[Edge]:
    """Each way once; the exit that leads back is the one opposite, where there is one.

    A scene with more ways than a box has ports gets one to each neighbour, so that several exits to one scene leave
    none of the others undrawn.
    """
    ways = list(_all_ways(briefing))
    lines = _lines(ways)
    crowded = {ident for ident, beside in lines.items() if sum(beside.values()) > PORTS}
    joined: set[frozenset[str]] = set()
    for way in ways:
        pair = frozenset((way.start, way.end))
        if pair not in joined or pair.isdisjoint(crowded):
            yield way
        joined.add(pair)


def _all_ways(briefing: Briefing) -> Iterable[Edge]:
    left: dict[tuple[str, str], list[str]] = {}
    for scene in briefing.scenes.values():
        for way in scene.exits:
            left.setdefault((scene.id, way.to), []).append(way.direction)
    # From a fixed end, so that the map does not depend on where the reader stands.
    for (start, end), directions in left.items():
        if start == end:
            continue
        for out in directions:
            returning = left.get((end, start), [])
            back = next((name for name in returning if name == _OPPOSITE[out]), returning[0] if returning else "")
            if back:
                returning.remove(back)
            yield Edge(start, end, out, back)
        directions.clear()


def _neighbours(briefing: Briefing, ways: Iterable[Edge]) -> Mapping[str, Iterable[str]]:
    """For each scene those that its exits lead to, in their order, then those that only lead to it."""
    beside: dict[str, dict[str, None]] = {
        scene.id: {way.to: None for way in scene.exits if way.to != scene.id} for scene in briefing.scenes.values()
    }
    for way in ways:
        beside[way.start][way.end] = None
        beside[way.end][way.start] = None
    return beside


def _distances(beside: Mapping[str, Iterable[str]], start: str) -> Mapping[str, int]:
    """How many exits away from one scene the others are, where any lead there."""
    found = {start: 0}
    edge = [start]
    for ident in edge:
        for other in beside[ident]:
            if other not in found:
                found[other] = found[ident] + 1
                edge.append(other)
    return found


def _lines(ways: Iterable[Edge]) -> Mapping[str, Mapping[str, int]]:
    """For each scene, how many lines join it with each other one."""
    lines: dict[str, Counter[str]] = defaultdict(Counter)
    for way in ways:
        lines[way.start][way.end] += 1
        lines[way.end][way.start] += 1
    return lines


def _joins(ident: str, lines: Mapping[str, int], used: dict[str, int]) -> bool:
    """Draw one scene more, if there are ports for its lines; `used` holds those taken, by scene."""
    drawn = {other: count for other, count in lines.items() if other in used}
    if sum(drawn.values()) > PORTS or any(used[other] + count > PORTS for other, count in drawn.items()):
        return False
    used[ident] = sum(drawn.values())
    for other, count in drawn.items():
        used[other] += count
    return True
