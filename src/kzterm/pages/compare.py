"""Statements of the source that pull apart, and rival readings that it mentions: the list, and each side by side."""

from collections.abc import Iterable
from dataclasses import replace

from kzterm.model.cards import Tension
from kzterm.model.prose import Cite, ParaRef, inlines
from kzterm.pages.blocks import Block, Columns, Facts, Heading, Page, Para, Run, Runs
from kzterm.pages.cards import card_lines, card_page
from kzterm.pages.view import View


def compare_page(view: View) -> Page:
    """All of them, numbered as `compare 3` takes them; tensions before alternatives."""
    t = view.say.t
    found = list(enumerate(in_order(view.briefing.of(Tension)), 1))
    blocks: list[Block] = [Para((Run(t("`compare 1` opens the first of them, and so on."), "dim"),))]
    for kind, title in (
        ("tension", t("Where the source pulls against itself")),
        ("alternatives", t("Rival readings that it mentions")),
    ):
        rows: list[tuple[str, Runs]] = []
        for number, card in found:
            if card.kind == kind:
                cites = (view.cite_run(_refs(view, card)),) if _refs(view, card) else ()
                rows.append((str(number), (view.to(card.id), *cites)))
        if rows:
            blocks += [Heading(title), Facts(tuple(rows))]
    if not found:
        blocks = [Para((Run(t("This briefing compares nothing."), "dim"),))]
    return Page(":compare", t("Comparisons"), tuple(blocks))


def in_order(cards: Iterable[Tension]) -> list[Tension]:
    """Tensions before alternatives, each in briefing order."""
    return sorted(cards, key=lambda card: card.kind != "tension")


def _refs(view: View, card: Tension) -> list[ParaRef]:
    """The paragraphs that its sides cite."""
    found = {
        ref: None
        for side in card.sides
        for inline in inlines(view.prose(side.text))
        if isinstance(inline, Cite)
        for ref in inline.refs
    }
    return sorted(found, key=lambda ref: (ref.source != view.briefing.primary, ref.source, ref.para))


def tension_page(view: View, card: Tension) -> Page:
    """The sides beside each other, each with what it rests on, and the editors' note below."""
    t = view.say.t
    if card.kind == "tension":
        intro = t("Two places where the source pulls against itself.")
    else:
        intro = t("Rival readings that the source itself mentions.")
    shown = [ident for side in card.sides for ident in side.shows]
    groups = []
    for number, side in enumerate(card.sides, 1):
        cards = (line for ident in side.shows for line in card_lines(view, ident, shown))
        lines = (replace(line, indent=line.indent + 2) for line in cards)
        groups.append((Heading(t("Side {number}", number=number)), *view.blocks(side.text), *lines))
    blocks: list[Block] = [Para((Run(intro, "dim"),)), Columns(tuple(groups))]
    blocks.extend(view.blocks(card.note) if card.note else ())
    return card_page(view, card, blocks)
