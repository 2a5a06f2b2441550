"""Events in order of time, on shelves: dated, approximate, every year, undated."""

from collections.abc import Iterable

from kzterm.model.cards import Actor, Event
from kzterm.model.edtf import Date, parse
from kzterm.pages.blocks import Block, Heading, Link, Page, Para, Run
from kzterm.pages.dates import show_date, show_year
from kzterm.pages.view import View

UNDATED = (9999, 1, 0, 0)
"""After every date, the recurring ones included."""


def timeline_page(view: View, actor: Actor | None) -> Page:
    """All events, or those an actor has a part in."""
    t = view.say.t
    events = [event for event in view.briefing.of(Event) if actor is None or actor.id in event.actors]
    blocks: list[Block] = []
    blocks.extend(_by_year(view, [event for event in events if _shelf(event) == "dated"]))
    for shelf, title in (
        ("approximate", t("Approximate, or spread over a time")),
        ("yearly", t("Every year")),
        ("undated", t("Undated: the source gives no date")),
    ):
        found = [event for event in events if _shelf(event) == shelf]
        if found:
            blocks.append(Heading(title))
            blocks.extend(_entries(view, found))
    if not blocks:
        blocks.append(Para((Run(t("No event names them."), "dim"),)))
    if actor:
        blocks.append(Para((Run(t("all of them ▸"), "text", Link("timeline", "")),)))
        return Page(f":timeline {actor.id}", t("Timeline: {name}", name=view.text(actor.name)), tuple(blocks))
    return Page(":timeline", t("Timeline"), tuple(blocks))


def in_order(events: Iterable[Event]) -> list[Event]:
    """By date, the undated last in briefing order."""
    return sorted(events, key=lambda event: parse(event.date).sort_key if event.date else UNDATED)


def _shelf(event: Event) -> str:
    if event.date is None:
        return "undated"
    date = parse(event.date)
    if not date.interval and date.start and date.start.year is None:
        return "yearly"
    return "approximate" if date.interval or _loose(date.start) else "dated"


def _loose(date: Date | None) -> bool:
    return date is None or date.approximate or date.uncertain or date.decade


def _by_year(view: View, events: list[Event]) -> Iterable[Block]:
    shown = ""
    for event in in_order(events):
        assert event.date is not None
        start = parse(event.date).start
        assert start is not None and start.year is not None
        year = show_year(start.year, view.say.lang)
        if year != shown:
            yield Heading(view.say.t("Dated: {year}", year=year))
            shown = year
        yield from event_lines(view, event)


def _entries(view: View, events: list[Event]) -> Iterable[Block]:
    for event in in_order(events):
        yield from event_lines(view, event)


def event_lines(view: View, event: Event) -> tuple[Para, ...]:
    """When and what, a link with its paragraph; under it the date as the source prints it."""
    t = view.say.t
    when = (Run(f"{show_date(event.date, view.say)}: ", "key"),) if event.date else ()
    line = Para((*when, view.to(event.id), view.cites(event.cite)), lead="• ", tight=True)
    if not event.printed:
        return (line,)
    return (line, Para((Run(t("printed: {date}", date=event.printed), "dim"),), indent=2, tight=True))
