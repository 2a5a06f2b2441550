"""Events in order of time, on shelves: dated, approximate, every year, undated."""

from collections import Counter
from collections.abc import Iterable

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Event
from kzterm.model.edtf import Date, parse
from kzterm.pages.blocks import Block, Heading, Link, Page, Para, Run
from kzterm.pages.dates import show_date, show_in_year, show_year
from kzterm.pages.view import View

UNDATED = (9999, 1, 0, 0)
"""After every date, the recurring ones included."""
_MOST_ACTORS = 16
"""That can be chosen at the top; `timeline` and a name chooses any."""


def timeline_page(view: View, actor: Actor | None) -> Page:
    """All events, or those an actor has a part in."""
    t = view.say.t
    events = [event for event in view.briefing.of(Event) if actor is None or actor.id in event.actors]
    blocks: list[Block] = [line] if (line := _choice(view, actor)) else []
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
    if not events:
        none = t("No event names them.") if actor else t("This briefing has no events.")
        blocks.append(Para((Run(none, "dim"),)))
    if actor:
        return Page(f":timeline {actor.id}", t("Timeline: {name}", name=view.text(actor.name)), tuple(blocks))
    return Page(":timeline", t("Timeline"), tuple(blocks))


def actors_of(briefing: Briefing) -> list[str]:
    """Ids of the actors that have a part in events, those with most events first."""
    counts = Counter(ident for event in briefing.of(Event) for ident in event.actors)
    return [ident for ident, _ in counts.most_common()]


def _choice(view: View, actor: Actor | None) -> Para | None:
    """The way back to all events, and to those of each actor; None where no event names anyone."""
    t = view.say.t
    ways = [Run(view.name(ident), "text", Link(f"timeline {ident}", "")) for ident in actors_of(view.briefing)]
    whole = (Run(t("all of them ▸"), "text", Link("timeline", "")), Run("  ")) if actor else ()
    if not (ways or whole):
        return None
    return Para((*whole, Run(t("Only what concerns one: "), "dim"), *view.join(ways[:_MOST_ACTORS])))


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
        yield from event_lines(view, event, in_year=True)


def _entries(view: View, events: list[Event]) -> Iterable[Block]:
    for event in in_order(events):
        yield from event_lines(view, event)


def event_lines(view: View, event: Event, in_year: bool = False) -> tuple[Para, ...]:
    """When and what, a link with its paragraph; under it the date as the source prints it.

    `in_year` tells that the year is said in the heading above.
    """
    t = view.say.t
    date = (show_in_year if in_year else show_date)(event.date, view.say) if event.date else ""
    when = (Run(f"{date}: ", "key"),) if date else ()
    line = Para((*when, view.to(event.id), view.cites(event.cite)), lead="• ", tight=True)
    if not event.printed:
        return (line,)
    return (line, Para((Run(t("printed: {date}", date=event.printed), "dim"),), indent=2, tight=True))
