"""Events in order of time, on shelves: dated, approximate, every year, undated."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Event
from kzterm.model.edtf import Date, parse
from kzterm.pages.blocks import Block, Entry, Heading, Link, Page, Para, Run, Runs
from kzterm.pages.dates import show_date, show_in_year, show_span, show_year
from kzterm.pages.view import View
from kzterm.text.cells import cell_width

UNDATED = (9999, 1, 0, 0)
"""After every date, the recurring ones included."""
_MOST_ACTORS = 16
"""That can be chosen at the end; `timeline` and a name chooses any."""
_WIDEST_WHEN = 20
"""Cells; a longer phrase has several lines."""
_BETWEEN = 2
"""Cells between a year and its day."""

_When = tuple[str, ...]


def timeline_page(view: View, actor: Actor | None) -> Page:
    """All events, or those an actor has a part in."""
    t = view.say.t
    events = [event for event in view.briefing.of(Event) if actor is None or actor.id in event.actors]
    blocks: list[Block] = list(_shelves(view, in_order(events)))
    if not events:
        none = t("No event names them.") if actor else t("This briefing has no events.")
        blocks.append(Para((Run(none, "dim"),)))
    blocks.extend(_choice(view, actor))
    if actor:
        return Page(f":timeline {actor.id}", t("Timeline: {name}", name=view.text(actor.name)), tuple(blocks))
    return Page(":timeline", t("Timeline"), tuple(blocks))


def actors_of(briefing: Briefing) -> list[str]:
    """Ids of the actors that have a part in events, those with most events first."""
    counts = Counter(ident for event in briefing.of(Event) for ident in event.actors)
    return [ident for ident, _ in counts.most_common()]


def _choice(view: View, actor: Actor | None) -> Iterator[Para]:
    """The ways to the events of each actor, the one that is chosen told apart in words, and to all events."""
    t = view.say.t
    idents = actors_of(view.briefing)[:_MOST_ACTORS]
    if actor and actor.id not in idents:
        idents.append(actor.id)
    ways = [
        Run(t("{name} (shown here)", name=view.name(ident)), "strong")
        if actor and ident == actor.id
        else Run(view.name(ident), "text", Link(f"timeline {ident}", ""))
        for ident in idents
    ]
    if ways:
        yield Para((Run(t("By actor: "), "dim"), *view.join(ways)))
    if actor:
        yield Para((Run(t("all of them ▸"), "text", Link("timeline", "")),))


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


def _shelves(view: View, events: list[Event]) -> Iterator[Block]:
    """Each shelf that has events under its heading; when and what stand in the same columns on all that have dates."""
    t = view.say.t
    titles = {
        "dated": t("Dated"),
        "approximate": t("Approximate, or spread over a time"),
        "yearly": t("Every year"),
        "undated": t("Undated: the source gives no date"),
    }
    shelves: dict[str, list[tuple[Event, _When]]] = {shelf: [] for shelf in titles}
    for event in events:
        shelf = _shelf(event)
        shelves[shelf].append((event, _when(view, event, shelf)))
    year, day, phrase = _widths(shelves)
    both = max(phrase, year + _BETWEEN + day if day else year)
    apart = (year, both - year - _BETWEEN) if day else (both,)
    for shelf, title in titles.items():
        if shelves[shelf]:
            yield Heading(title)
        if shelf == "undated":
            for event, _ in shelves[shelf]:
                yield from event_lines(view, event)
        else:
            yield from _entries(view, shelves[shelf], apart if shelf == "dated" else (both,))


def _when(view: View, event: Event, shelf: str) -> _When:
    """The year and the day of an event on the shelf of the dated, on the others a phrase."""
    if event.date is None:
        return ("",)
    if shelf != "dated":
        return (show_span(event.date, view.say),)
    start = parse(event.date).start
    assert start is not None and start.year is not None
    return (show_year(start.year, view.say.lang), show_in_year(event.date, view.say))


def _widths(shelves: dict[str, list[tuple[Event, _When]]]) -> tuple[int, int, int]:
    """Cells of the widest year, day and phrase; 0 where there is none."""
    dated = {when for _, when in shelves["dated"]}
    phrases = {when[0] for shelf in shelves if shelf != "dated" for _, when in shelves[shelf]}
    return (
        max((cell_width(year) for year, _ in dated), default=0),
        max((cell_width(day) for _, day in dated), default=0),
        min(max((cell_width(line) for text in phrases for line in text.split("\n")), default=0), _WIDEST_WHEN),
    )


def _entries(view: View, events: list[tuple[Event, _When]], columns: tuple[int, ...]) -> Iterator[Entry]:
    """The events of one shelf; a year is said once, and a day that no event has needs no column."""
    shown = ""
    for event, when in events:
        head, *rest = when[: len(columns)]
        again = len(when) > 1 and head == shown
        yield Entry(("" if again else head, *rest), columns, _told(view, event), _printed(view, event))
        shown = head


def _told(view: View, event: Event) -> Runs:
    return (view.to(event.id), view.cites(event.cite))


def _printed(view: View, event: Event) -> Runs:
    return (Run(view.say.t("printed: {date}", date=event.printed), "dim"),) if event.printed else ()


def event_lines(view: View, event: Event) -> tuple[Para, ...]:
    """When and what, a link with its paragraph; under it the date as the source prints it."""
    when = (Run(f"{show_date(event.date, view.say)}: ", "key"),) if event.date else ()
    line = Para((*when, *_told(view, event)), lead="• ", tight=True)
    printed = _printed(view, event)
    return (line, Para(printed, indent=2, tight=True)) if printed else (line,)
