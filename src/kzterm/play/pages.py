"""From an address to its page: scenes, cards, and the pages of the program."""

from collections.abc import Callable
from dataclasses import replace

from kzterm.model.briefing import Scene
from kzterm.model.cards import Actor
from kzterm.pages import actor, caveats, compare, coverage, figures, glossary, lists, timeline, why
from kzterm.pages.blocks import Page
from kzterm.pages.item import item_page
from kzterm.pages.line_ends import breaker
from kzterm.play import desk
from kzterm.play import help as help_pages
from kzterm.play.commands.reading import reference
from kzterm.play.turn import Turn


def page_of(turn: Turn) -> Page:
    """The page that is open."""
    address = turn.progress.place.address
    item = turn.briefing.find(address)
    if item is not None:
        return item_page(turn.view, item)
    head, _, rest = address.partition(" ")
    return replace(_PROGRAM[head](turn, rest), breaks=breaker(turn.briefing))


def _source(turn: Turn, rest: str) -> Page:
    if not rest:
        return lists.scene_sources_page(turn.view, turn.scene)
    if rest in turn.briefing.cards:
        return lists.card_sources_page(turn.view, rest)
    return lists.source_page(turn.view, tuple(reference(turn, part) for part in rest.split(",")))


def _timeline(turn: Turn, rest: str) -> Page:
    item = turn.briefing.find(rest)
    return timeline.timeline_page(turn.view, item if isinstance(item, Actor) else None)


def _map(turn: Turn, rest: str) -> Page:
    from kzterm.pages import map as map_

    named = rest in turn.briefing.scenes
    centre, whole = rest if named else turn.scene.id, rest == "all" and not named
    return map_.map_page(turn.view, turn.scene.id, centre, turn.progress.seen, turn.progress.trail, whole)


def _scene_or_all(rest: str, turn: Turn) -> Scene | None:
    return None if rest == "all" else turn.scene


_PROGRAM: dict[str, Callable[[Turn, str], Page]] = {
    ":who": lambda turn, _rest: actor.who_page(turn.view, turn.scene),
    ":quotes": lambda turn, rest: lists.quotes_page(turn.view, _scene_or_all(rest, turn)),
    ":assess": lambda turn, rest: lists.assessments_page(turn.view, _scene_or_all(rest, turn)),
    ":source": _source,
    ":why": lambda turn, rest: why.why_page(turn.view, rest or turn.scene.id),
    ":compare": lambda turn, _rest: compare.compare_page(turn.view),
    ":caveats": lambda turn, rest: caveats.caveats_page(turn.view, _scene_or_all(rest, turn)),
    ":figures": lambda turn, rest: figures.figures_page(turn.view, _scene_or_all(rest, turn)),
    ":timeline": _timeline,
    ":terms": lambda turn, _rest: glossary.glossary_page(turn.view),
    ":coverage": lambda turn, _rest: coverage.coverage_page(turn.view),
    ":help": help_pages.help_page,
    ":about": help_pages.about_page,
    ":me": help_pages.me_page,
    ":themes": help_pages.themes_page,
    ":places": help_pages.places_page,
    ":map": _map,
    ":trails": help_pages.trails_page,
    ":inventory": desk.inventory_page,
    ":notes": desk.notes_page,
    ":marks": desk.marks_page,
    ":notebook": desk.notebook_page,
    ":progress": desk.progress_page,
    ":unread": desk.unread_page,
    ":search": desk.search_page,
}
