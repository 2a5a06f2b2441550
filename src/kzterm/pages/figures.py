"""Figures: the list of them, and small bar charts where the source's own numbers are of one unit and kind."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from kzterm.model.briefing import Briefing, Scene
from kzterm.model.cards import Comparator, Figure
from kzterm.pages.blocks import Bar, BarEnd, Bars, Block, Heading, Link, Page, Panel, Para, Run
from kzterm.pages.mentions import mentions, unique
from kzterm.pages.view import View

_ENDS: dict[Comparator, BarEnd] = {
    "exactly": "flat",
    "more_than": "open",
    "at_least": "open",
    "at_most": "closed",
    "about": "vague",
}


def figures_page(view: View, scene: Scene | None) -> Page:
    """The figures of a scene, or of the whole briefing when there is no scene; those of one kind first, as bars."""
    t = view.say.t
    wanted = scene.figures if scene else [figure.id for figure in view.briefing.of(Figure)]
    single: list[Block] = []
    groups: dict[str, tuple[Figure, ...]] = {}
    for ident in wanted:
        figure = view.briefing.cards[ident]
        assert isinstance(figure, Figure)
        group = comparable(view.briefing, figure)
        if len(group) > 1:
            groups[group[0].id] = group
            continue
        single.append(figure_line(view, figure))
        single.extend(_notes(view, figure.caveats))
    blocks = [block for group in groups.values() for block in chart(view, group, with_notes=True)]
    if blocks and single:
        blocks.append(Heading(t("Other figures")))
    blocks.extend(single)
    if scene:
        blocks = blocks or [Para((Run(t("No figures here."), "dim"),))]
        blocks.append(Para((Run(t("all of them ▸"), "text", Link("figures all", "")),)))
    title = t("Figures: {scene}", scene=view.text(scene.title)) if scene else t("All figures")
    return Page(":figures" if scene else ":figures all", title, tuple(blocks))


def figure_line(view: View, figure: Figure, tight: bool = False) -> Para:
    """A figure in one line: how much, of what, and its paragraph."""
    return Para((view.to(figure.id), view.cites(figure.cite)), tight=tight)


def _notes(view: View, notes: Iterable[str]) -> Iterable[Para]:
    return (Para((view.to(note),), lead="! ", indent=2, tight=True) for note in notes)


def figures_panel(view: View, scene: Scene) -> Panel:
    """The figures told in a scene."""
    found = [card for ident in scene.figures if isinstance(card := view.briefing.cards[ident], Figure)]
    noun = view.say.n("{count} figure", "{count} figures", len(found))
    lines = tuple(figure_line(view, card, tight=True) for card in found)
    return Panel(view.say.t("Figures"), lines, len(found), noun, "figures")


def comparable(briefing: Briefing, figure: Figure) -> tuple[Figure, ...]:
    """The figure and all that may be drawn beside it, the largest number first.

    Two figures belong together when either names the other under `compare` and their units are the same.
    """
    naming = mentions(briefing).cards
    found = [figure]
    for member in found:
        for ident in (*member.compare, *naming.get(member.id, ())):
            other = briefing.cards[ident]
            if not isinstance(other, Figure) or other.unit != figure.unit or other in found:
                continue
            if ident in member.compare or member.id in other.compare:
                found.append(other)
    return tuple(sorted(found, key=lambda member: Fraction(member.value), reverse=True))


def chart(view: View, group: tuple[Figure, ...], with_notes: bool = False) -> tuple[Block, ...]:
    """Bars of one scale, perhaps the editor's notes on them, and what can soundly be reckoned from them."""
    t = view.say.t
    longest = max(Fraction(figure.value) for figure in group)
    bars = tuple(
        Bar(
            figure_line(view, figure).runs,
            float(Fraction(figure.value) / longest) if longest else 0.0,
            _ENDS[figure.comparator],
        )
        for figure in group
    )
    meanings: dict[BarEnd, str] = {"open": t("more"), "closed": t("at most"), "vague": t("about")}
    ends = tuple((end, words) for end, words in meanings.items() if any(bar.end == end for bar in bars))
    words = ratio(view, group[0], group[-1])
    ours = (Para((Run(t("Our arithmetic, not the source's: {words}.", words=words), "dim"),)),) if words else ()
    notes = unique(note for figure in group for note in figure.caveats) if with_notes else ()
    below = (replace(line, tight=number > 0) for number, line in enumerate(_notes(view, notes)))
    return (Heading(t("Like with like")), Bars(bars, ends), *below, *ours)


def ratio(view: View, first: Figure, last: Figure) -> str:
    """How many times the last figure the first is, as far as the comparators allow; "" when nothing sound can be said.

    The first must be bounded from below and the last from above; the quotient is rounded so that it stays true.
    """
    if first.comparator not in ("exactly", "at_least", "more_than") or last.comparator not in ("exactly", "at_most"):
        return ""
    below = Fraction(last.value)
    quotient = Fraction(first.value) / below if below else Fraction(0)
    scale = 10 if quotient < 10 else 1
    times = Fraction(int(quotient * scale), scale)
    if times <= 1:
        return ""
    number = f"{float(times):,.1f}".removesuffix(".0")
    if first.comparator == "more_than" or times != quotient:
        return view.say.t("the first is more than {number} times the last", number=number)
    if first.comparator == last.comparator == "exactly":
        return view.say.t("the first is {number} times the last", number=number)
    return view.say.t("the first is at least {number} times the last", number=number)
