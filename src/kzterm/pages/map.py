"""The map: scenes and the exits between them, with where the reader is, has been, and is being led."""

from collections.abc import Collection, Iterable

from kzterm.model.briefing import DIRECTIONS, Briefing
from kzterm.pages import labels
from kzterm.pages.blocks import Link, Map, MapBox, MapCircle, MapState, MapWay, Page, Para, Run
from kzterm.pages.view import View

_SIZES = (32, 26, 21, 17, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2)
"""How many scenes may be drawn when not everything is; with every number between, the search would take longer."""
_STAIRS = (("up", "↑"), ("down", "↓"), ("in", "»"), ("out", "«"))


def map_page(view: View, here: str, centre: str, seen: Collection[str], trail: str | None) -> Page:
    """The map around a scene; `here` is where the reader stands, `seen` holds the ids of what was opened."""
    t, briefing = view.say.t, view.briefing
    distances = nearest(briefing, centre)
    numbers = {ident: number for number, ident in enumerate(distances)}
    stops = _stops(briefing, trail)
    boxes = []
    for ident in distances:
        state: MapState = "here" if ident == here else "seen" if ident in seen else "new"
        link = Link(f"go {ident}", ident, boxed=True)
        boxes.append(MapBox(_short(view, ident), link, state, stops.get(ident, "")))
    drawn = Map(
        tuple(boxes),
        tuple(_ways(briefing, numbers)),
        briefing.start,
        tuple(_circles(view, centre, distances)),
        tuple(_legend(view, trail)),
        tuple(_words(view, boxes)),
    )
    read = sum(1 for ident in briefing.scenes if ident in seen)
    counted = t("{count} of {total} scenes read.", count=read, total=len(briefing.scenes))
    address = ":map" if centre == here else f":map {centre}"
    return Page(address, t("Map"), (Para((Run(counted, "dim"),)), drawn))


def nearest(briefing: Briefing, centre: str) -> dict[str, int | None]:
    """Every scene, nearest first, with how many exits away it is; None where no exit leads to it.

    A way counts in both directions, as it is drawn.
    """
    beside: dict[str, dict[str, None]] = {ident: {} for ident in briefing.scenes}
    for scene in briefing.scenes.values():
        beside[scene.id].update((way.to, None) for way in scene.exits)
    for scene in briefing.scenes.values():
        for way in scene.exits:
            beside[way.to][scene.id] = None
    found: dict[str, int | None] = {centre: 0}
    edge = [centre]
    for ident in edge:
        for other in beside[ident]:
            if other not in found:
                found[other] = (found[ident] or 0) + 1
                edge.append(other)
    return found | {ident: None for ident in briefing.scenes if ident not in found}


def _short(view: View, ident: str) -> str:
    """A title as maps have it: without the article, which takes room and tells nothing."""
    title = view.name(ident)
    short = title.removeprefix("The ")
    return short[:1].upper() + short[1:] if view.lang == "en" else title


def _ways(briefing: Briefing, numbers: dict[str, int]) -> Iterable[MapWay]:
    """Each way once; the exit that leads back is the one opposite, where there is one."""
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
            yield MapWay(numbers[start], numbers[end], out, back)
        directions.clear()


_OPPOSITE = {
    "n": "s", "ne": "sw", "e": "w", "se": "nw", "s": "n", "sw": "ne", "w": "e", "nw": "se",
    "up": "down", "down": "up", "in": "out", "out": "in",
}  # fmt: skip


def _stops(briefing: Briefing, trail: str | None) -> dict[str, str]:
    """For each scene on a trail, the numbers of its stops."""
    found: dict[str, str] = {}
    for number, step in enumerate(briefing.trails[trail].steps if trail else (), 1):
        found[step.scene] = f"{found[step.scene]},{number}" if step.scene in found else str(number)
    return found


def _circles(view: View, centre: str, distances: dict[str, int | None]) -> Iterable[MapCircle]:
    """Everything, then ever fewer scenes around the centre."""
    yield MapCircle(len(distances), ())
    t, name = view.say.t, view.name(centre)
    reached = sum(1 for distance in distances.values() if distance is not None)
    hidden = t("+1 in a box: one way on is not drawn.")
    for count in (size for size in _SIZES if size <= reached and size < len(distances)):
        words = view.say.n(
            "Only {scene} and the scene nearest to it are drawn; {left} more lie beyond.",
            "Only {scene} and the {count} scenes nearest to it are drawn; {left} more lie beyond.",
            count - 1,
            scene=name,
            left=len(distances) - count,
        )
        yield MapCircle(count, (Run(f"{words} {hidden}", "dim"),))


def _legend(view: View, trail: str | None) -> Iterable[tuple[str, str]]:
    t, briefing = view.say.t, view.briefing
    yield "here", t("you are here")
    yield "seen", t("read")
    yield "new", t("not yet read")
    if trail:
        yield "1.", t("stop on {trail}", trail=view.text(briefing.trails[trail].name))
    used = {way.direction for scene in briefing.scenes.values() for way in scene.exits}
    for direction, mark in _STAIRS:
        if direction in used:
            yield mark, labels.direction(direction, view.say)


def _words(view: View, boxes: Iterable[MapBox]) -> Iterable[Para]:
    """The map without a drawing: for each scene, where it stands with the reader, and its ways out."""
    t = view.say.t
    states = {"here": t("you are here"), "seen": t("read"), "new": t("not yet read")}
    leads = {}
    for direction in DIRECTIONS:
        words = t("{direction} to {scene}", direction=labels.direction(direction, view.say), scene="\0")
        before, _, after = words.partition("\0")
        leads[direction] = (Run(before), (Run(after),) if after else ())
    for box in boxes:
        notes = [states[box.state], *([t("stop {number}", number=box.stop)] if box.stop else [])]
        runs: list[Run] = [view.to(box.link.target), Run(f" ({', '.join(notes)})", "dim")]
        for number, way in enumerate(view.briefing.scenes[box.link.target].exits):
            before_scene, after_scene = leads[way.direction]
            runs += [Run("; " if number else ": "), before_scene, view.to(way.to), *after_scene]
        yield Para(tuple(runs))
