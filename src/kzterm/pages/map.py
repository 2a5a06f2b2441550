"""The map: scenes and the exits between them, with where the reader is, has been, and is being led."""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from kzterm.model.briefing import DIRECTIONS, Briefing
from kzterm.pages import labels
from kzterm.pages.blocks import Link, Map, MapBox, MapCircle, MapState, MapWay, Page, Para, Run
from kzterm.pages.map_around import Around, around, ways_between
from kzterm.pages.map_places import Edge
from kzterm.pages.view import View

_SIZES = (32, 26, 21, 17, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2)
"""How many scenes may be drawn when not everything is; with every number between, the search would take longer."""
_MOST_TOLD = 40
"""Of more scenes, the map in words tells only of those around its centre: as many as may be drawn."""
_MOST_LISTED = 12
"""Ways from the centre that are listed because they are not drawn."""
_STAIRS = (("up", "↑"), ("down", "↓"), ("in", "»"), ("out", "«"))


def map_page(view: View, here: str, centre: str, seen: Collection[str], trail: str | None, whole: bool = False) -> Page:
    """The map around a scene; `here` is where the reader stands, `seen` holds the ids of what was opened.

    In words it tells of as many scenes as could be drawn; of all of them when the `whole` is asked for.
    """
    t, briefing = view.say.t, view.briefing
    edges = tuple(ways_between(briefing))
    stops = _stops(briefing, trail)
    found = around(briefing, edges, centre, stops, seen)
    numbers = {ident: number for number, ident in enumerate(found.order)}
    boxes = []
    for ident in found.order:
        state: MapState = "here" if ident == here else "seen" if ident in seen else "new"
        link = Link(f"go {ident}", ident, boxed=True)
        boxes.append(MapBox(_short(view, ident), link, state, stops.get(ident, "")))
    along = _along(briefing, trail, edges)
    told = len(boxes) if whole or len(boxes) <= _MOST_TOLD else _SIZES[0]
    read = sum(1 for ident in briefing.scenes if ident in seen)
    drawn = Map(
        tuple(boxes),
        tuple(
            MapWay(numbers[edge.start], numbers[edge.end], edge.out, edge.back, led)
            for edge, led in zip(edges, along, strict=True)
        ),
        briefing.start,
        tuple(_circles(view, centre, here, found)),
        t("{count} of {total} scenes read.", count=read, total=len(briefing.scenes)),
        tuple(_legend(view, trail, any(along))),
        (*_words(view, boxes[:told]), *_untold(view, len(boxes) - told)),
    )
    address = ":map all" if whole else ":map" if centre == here else f":map {centre}"
    return Page(address, t("Map"), (drawn,))


def _short(view: View, ident: str) -> str:
    """A title as maps have it: without the article, which takes room and tells nothing."""
    title = view.name(ident)
    short = title.removeprefix("The ")
    return short[:1].upper() + short[1:] if view.lang == "en" else title


def _stops(briefing: Briefing, trail: str | None) -> dict[str, str]:
    """For each scene on a trail, the numbers of its stops."""
    found: dict[str, str] = {}
    for number, step in enumerate(briefing.trails[trail].steps if trail else (), 1):
        found[step.scene] = f"{found[step.scene]},{number}" if step.scene in found else str(number)
    return found


def _along(briefing: Briefing, trail: str | None, edges: Iterable[Edge]) -> list[bool]:
    """For each way, whether the trail leads along it: an exit takes the reader from one stop to the next."""
    scenes = [step.scene for step in briefing.trails[trail].steps] if trail else []
    steps = set(pairwise(scenes))
    return [(edge.start, edge.end) in steps or (bool(edge.back) and (edge.end, edge.start) in steps) for edge in edges]


def _circles(view: View, centre: str, here: str, found: Around) -> Iterable[MapCircle]:
    """Everything, then ever fewer scenes around the centre."""
    total = len(found.order)
    yield MapCircle(total, ())
    t, name = view.say.t, view.name(centre)
    hidden = t("+1 in a box: one way on is not drawn.")
    shown = t("An arrow key that way, or `map SCENE`, shows it.")
    sizes = {*_SIZES, *((found.together,) if found.together <= _MOST_TOLD else ())}
    for count in sorted((size for size in sizes if size <= found.together and size < total), reverse=True):
        words = view.say.n(
            "Only {scene} and {count} scene around it are drawn; {left} more lie beyond.",
            "Only {scene} and {count} scenes around it are drawn; {left} more lie beyond.",
            count - 1,
            scene=name,
            left=total - count,
        )
        drawn = set(found.order[:count])
        left = tuple(ident for ident in found.beside if ident not in drawn)
        yield MapCircle(
            count,
            (Run(f"{words} {hidden} {shown}", "dim"),),
            tuple(_not_drawn(view, "" if centre == here else name, left)),
        )


def _not_drawn(view: View, centre: str, left: Sequence[str]) -> Iterable[Run]:
    """The neighbours of the centre that found no room on the map; it has a name unless the reader stands there."""
    if not left:
        return
    t = view.say.t
    listed = view.join(view.to(ident) for ident in left[:_MOST_LISTED])
    yield Run(t("Not drawn from {scene}: ", scene=centre) if centre else t("Not drawn from here: "), "dim")
    yield from listed
    if more := len(left) - len(left[:_MOST_LISTED]):
        words = t(" and {count} more; `places` lists every scene, `map SCENE` draws what lies around one.", count=more)
        yield Run(words, "dim")


def _untold(view: View, left: int) -> Iterable[Para]:
    """How many scenes the words leave out, and how to hear of them."""
    if left:
        words = view.say.n(
            "{count} more scene lies beyond; `map SCENE` tells of what lies around one, `map all` of everything.",
            "{count} more scenes lie beyond; `map SCENE` tells of what lies around one, `map all` of everything.",
            left,
        )
        yield Para((Run(words, "dim"),))


def _legend(view: View, trail: str | None, along: bool) -> Iterable[tuple[str, str]]:
    t, briefing = view.say.t, view.briefing
    yield "here", t("you are here")
    yield "seen", t("read")
    yield "new", t("not yet read")
    if trail:
        yield "1.", t("stop on {trail}", trail=view.text(briefing.trails[trail].name))
    if along:
        yield "═", t("way to the next stop")
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
