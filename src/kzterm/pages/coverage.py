"""Which paragraphs of the primary source the briefing tells, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Caveat, SceneCard
from kzterm.pages.blocks import Block, Heading, Link, Page, Para, Run
from kzterm.pages.cards import card_lines
from kzterm.pages.lists import source_facts
from kzterm.pages.mentions import mentions
from kzterm.pages.view import View


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
    """Every paragraph with the scenes and cards that cite it, and the share of those that are told."""
    t, found = view.say.t, coverage(view.briefing)
    total = len(found.cards)
    title = t("Coverage of the source")
    source = source_facts(view, view.briefing.sources[view.briefing.primary])
    if not total:
        return Page(":coverage", title, (Para((Run(t("The paragraphs of the source are not numbered.")),)), *source))
    # Rounded down, so that 100 means all.
    summary = t(
        "{count} of {total} paragraphs are cited: {percent} per cent.",
        count=total - len(found.missing),
        total=total,
        percent=int(found.percent),
    )
    blocks: list[Block] = [Para((Run(summary, "strong"),))]
    if found.missing:
        untold = view.join(Run(str(para), "text", Link(f"source {para}", "")) for para in found.missing)
        blocks.append(Para((Run(t("Not told: "), "strong"), *untold), tight=True))
    blocks += source
    missing = frozenset(found.missing)
    for para in found.cards:
        blocks.extend(_paragraph(view, found, para, para in missing))
    return Page(":coverage", title, tuple(blocks))


def _paragraph(view: View, found: Coverage, para: int, missing: bool) -> Iterable[Block]:
    t = view.say.t
    yield Heading(t("Paragraph {para}", para=para))
    if missing:
        yield Para((Run(t("No scene tells it, and no card rests on it."), "strong"),), tight=True)
    if found.scenes[para]:
        yield Para((Run(t("Told in: "), "dim"), *view.names(found.scenes[para])), tight=True)
    statements = [ident for ident in found.cards[para] if isinstance(view.briefing.cards[ident], SceneCard)]
    others = [ident for ident in found.cards[para] if ident not in statements]
    if others:
        yield Para((Run(t("Cited by: "), "dim"), *view.names(others)), tight=True)
    for ident in statements:
        yield from card_lines(view, ident, statements)
    yield Para((Run(t("the paragraph itself ▸"), "text", Link(f"source {para}", "")),), tight=True)
