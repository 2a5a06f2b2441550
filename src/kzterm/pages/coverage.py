"""Which paragraphs of the primary source the briefing tells, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

from kzterm.catalogue import N_
from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Caveat, SceneCard, Tension, Term
from kzterm.pages.blocks import Block, Heading, Link, Page, Para, Run
from kzterm.pages.cards import card_lines
from kzterm.pages.lists import source_facts
from kzterm.pages.mentions import mentions
from kzterm.pages.view import View

_NAMED = ((Actor, N_("Actors")), (Term, N_("Terms")), (Tension, N_("Comparisons")), (Caveat, N_("Editor's notes")))
"""Kinds of cards that cite a paragraph and are listed by name."""
_LONGEST_STRIP = 200
"""Numbers; more would push what they are an overview of off the page."""
_MOST_UNTOLD = 100
"""That are listed at the top; each is marked under its own heading too."""


@dataclass(frozen=True)
class Coverage:
    """The numbered paragraphs of the primary source, and what cites each."""

    scenes: dict[int, tuple[str, ...]]
    """Paragraph to the scenes whose text cites it."""
    cards: dict[int, tuple[str, ...]]
    """Paragraph to the cards that cite it."""
    missing: tuple[int, ...]
    """Paragraphs that nothing but an editor's note cites."""

    @property
    def percent(self) -> float:
        """0 to 100; 100 when the source has no numbered paragraphs."""
        return 100 * (1 - len(self.missing) / len(self.cards)) if self.cards else 100.0


def coverage(briefing: Briefing) -> Coverage:
    """Go through the primary source paragraph by paragraph."""
    found = mentions(briefing).paragraphs
    scenes, cards, missing = {}, {}, []
    for para in briefing.paragraphs():
        citing = found.get(briefing.primary_ref(para), ())
        scenes[para] = tuple(ident for ident in citing if ident in briefing.scenes)
        cards[para] = tuple(ident for ident in citing if ident in briefing.cards)
        if all(isinstance(briefing.find(ident), Caveat) for ident in citing):
            missing.append(para)
    return Coverage(scenes, cards, tuple(missing))


def coverage_page(view: View) -> Page:
    """All paragraphs at a glance, then each with the scenes and cards that cite it; the source itself comes last."""
    t, found = view.say.t, coverage(view.briefing)
    title = t("Coverage of the source")
    source = source_facts(view, view.briefing.sources[view.briefing.primary])
    if not found.cards:
        return Page(":coverage", title, (Para((Run(t("The paragraphs of the source are not numbered.")),)), *source))
    missing = frozenset(found.missing)
    blocks: list[Block] = list(_overview(view, found, missing))
    for para in found.cards:
        blocks.extend(_paragraph(view, found, para, para in missing))
    return Page(":coverage", title, (*blocks, Heading(t("Source")), *source))


def _overview(view: View, found: Coverage, missing: frozenset[int]) -> Iterable[Para]:
    """The share that is told, what is not, and a strip of all numbers."""
    t, total = view.say.t, len(found.cards)
    # Rounded down, so that 100 means all.
    summary = t(
        "{count} of {total} paragraphs are cited: {percent} per cent.",
        count=total - len(found.missing),
        total=total,
        percent=int(found.percent),
    )
    yield Para((Run(summary, "strong"),))
    if found.missing:
        shown = [Run(str(para), "text", Link(f"source {para}", "")) for para in found.missing[:_MOST_UNTOLD]]
        if left := len(found.missing) - len(shown):
            shown.append(Run(t("and {count} more", count=left)))
        yield Para((Run(t("Not told: "), "strong"), *view.join(shown)), tight=True)
    strip = list(found.cards)[:_LONGEST_STRIP]
    yield Para(view.join((_cell(para, para in missing) for para in strip), " · "))
    hints = [t("`source {para}` opens paragraph {para}.", para=strip[-1])]
    if not missing.isdisjoint(strip):
        hints.append(t("Those in brackets are not told."))
    if len(strip) < total:
        hints.append(t("These are the first {count} of {total}.", count=len(strip), total=total))
    yield Para((Run(" ".join(hints), "dim"),), tight=True)


def _cell(para: int, missing: bool) -> Run:
    """A number of the strip; like a citation it is no stop of Tab, for there may be hundreds."""
    link = Link(f"source {para}", "", stop=False)
    return Run(f"({para})", "strong", link) if missing else Run(str(para), "text", link)


def _paragraph(view: View, found: Coverage, para: int, missing: bool) -> Iterable[Block]:
    t = view.say.t
    yield Heading(t("Paragraph {para}", para=para))
    if missing:
        yield Para((Run(t("No scene tells it, and no card rests on it."), "strong"),), tight=True)
    if found.scenes[para]:
        yield Para((Run(t("Told in: "), "dim"), *view.names(found.scenes[para])), tight=True)
    statements = [ident for ident in found.cards[para] if isinstance(view.briefing.cards[ident], SceneCard)]
    for kind, name in _NAMED:
        if named := [ident for ident in found.cards[para] if isinstance(view.briefing.cards[ident], kind)]:
            yield Para((Run(f"{t(name)}: ", "dim"), *view.names(named)), tight=True)
    for ident in statements:
        yield from card_lines(view, ident, statements)
    yield Para((Run(t("the paragraph itself ▸"), "text", Link(f"source {para}", "")),), tight=True)
