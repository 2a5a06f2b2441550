"""Pages that gather cards: quotes and assessments of a scene or of the whole briefing, and paragraphs of a source."""

from collections.abc import Iterable
from typing import TypeVar

from kzterm.model.briefing import Scene, Source
from kzterm.model.cards import Assessment, Card, Claim, Event, Figure, Quote
from kzterm.model.prose import ParaRef
from kzterm.pages.blocks import Block, Facts, Heading, Link, Page, Para, Run, Runs
from kzterm.pages.cards import card_lines, source_rows
from kzterm.pages.dates import show_date
from kzterm.pages.mentions import mentions
from kzterm.pages.scene import analyst_name, assessment_line, claim_lines, is_analysts, is_other_voice, quote_line
from kzterm.pages.view import View

_CardKind = TypeVar("_CardKind", bound=Card)


def quotes_page(view: View, scene: Scene | None) -> Page:
    """The quotations of a scene; of the whole briefing when there is no scene."""
    t = view.say.t
    quotes = list(_of(view, Quote, scene.quotes if scene else None))
    blocks: list[Block] = []
    for quote in quotes:
        line = quote_line(view, quote)
        blocks.append(Para(line.runs))
        blocks.append(Para(view.runs(view.prose(quote.context)), indent=2, tight=True))
    if scene:
        blocks = blocks or [Para((Run(t("No words stand in quotation marks here."), "dim"),))]
        blocks.append(Para((Run(t("all of them ▸"), "text", Link("quotes all", "")),)))
    title = t("Quotes: {scene}", scene=view.text(scene.title)) if scene else t("All quotes")
    return Page(":quotes" if scene else ":quotes all", title, tuple(blocks))


def assessments_page(view: View, scene: Scene | None) -> Page:
    """Judgements in groups that never mix: by name, as narrated, other voices."""
    t = view.say.t
    found = list(_of(view, Assessment, scene.assessments if scene else None))
    claims = list(_of(view, Claim, scene.claims if scene else None))
    listed = [card.id for card in claims]
    groups: tuple[tuple[str, list[Para]], ...] = (
        (
            t("{analyst}, by name", analyst=analyst_name(view)),
            [assessment_line(view, card) for card in found if is_analysts(view, card)],
        ),
        (
            t("As narrated, not ascribed to anyone"),
            [assessment_line(view, card) for card in found if card.voice == "narrated"],
        ),
        (t("Other voices"), [assessment_line(view, card) for card in found if is_other_voice(view, card)]),
        (t("Claims of parties"), [line for card in claims for line in claim_lines(view, card, listed)]),
    )
    blocks: list[Block] = []
    for title, lines in groups:
        blocks.append(Heading(title))
        blocks.extend(lines or (Para((Run(t("none here"), "dim"),), tight=True),))
    if scene:
        blocks.append(Para((Run(t("all of them ▸"), "text", Link("assess all", "")),)))
    title = t("Assessments: {scene}", scene=view.text(scene.title)) if scene else t("All assessments")
    return Page(":assess" if scene else ":assess all", title, tuple(blocks))


def _of(view: View, kind: type[_CardKind], idents: Iterable[str] | None) -> Iterable[_CardKind]:
    cards = view.briefing.cards
    found = (cards[ident] for ident in idents) if idents is not None else iter(cards.values())
    return (card for card in found if isinstance(card, kind))


def source_page(view: View, refs: tuple[ParaRef, ...]) -> Page:
    """Paragraphs of a source: who cites them here, with which words, and where the original is."""
    t = view.say.t
    blocks: list[Block] = []
    found = mentions(view.briefing)
    for ref in refs:
        source = view.briefing.sources[ref.source]
        blocks.append(Heading(t("Paragraph {para} of {source}", para=ref.para, source=view.text(source.title))))
        citing = found.paragraphs.get(ref, ())
        scenes = [ident for ident in citing if ident in view.briefing.scenes]
        if scenes:
            blocks.append(Para((Run(t("Told in: "), "dim"), *view.names(scenes))))
        cards = [ident for ident in citing if isinstance(view.briefing.find(ident), _ANCHORED)]
        for ident in cards:
            line, *disputes = card_lines(view, ident, cards)
            blocks.append(line)
            blocks.append(Para((Run(_anchors(view, ident, ref), "dim"),), indent=2, tight=True))
            blocks.extend(disputes)
        if not citing:
            blocks.append(Para((Run(t("Nothing in this briefing cites it."), "dim"),)))
    for name in dict.fromkeys(ref.source for ref in refs):
        blocks.extend(source_facts(view, view.briefing.sources[name]))
    numbers = ", ".join(str(ref.para) for ref in refs)
    return Page(":source " + view.cite_run(refs).text, t("Source, paragraph {numbers}", numbers=numbers), tuple(blocks))


_ANCHORED = (Quote, Assessment, Claim, Figure, Event)


def _anchors(view: View, ident: str, ref: ParaRef) -> str:
    card = view.briefing.cards[ident]
    assert isinstance(card, _ANCHORED)
    return " · ".join(citation.anchor for citation in card.cite if citation.ref == ref)


def scene_sources_page(view: View, scene: Scene) -> Page:
    """The paragraphs a scene rests on, each a link."""
    t = view.say.t
    cited = [ref for ref, ids in mentions(view.briefing).paragraphs.items() if scene.id in ids]
    cited.sort(key=lambda ref: (ref.source != view.briefing.primary, ref.source, ref.para))
    blocks: list[Block] = []
    for ref in cited:
        run = view.cite_run([ref])
        words = t(
            "paragraph {para} of {source}", para=ref.para, source=view.text(view.briefing.sources[ref.source].title)
        )
        link = Link(f"source {run.text}", "")
        blocks.append(Para((Run(words, "text", link),), tight=True))
    if not blocks:
        blocks.append(Para((Run(t("This scene cites nothing."), "dim"),)))
    for name in dict.fromkeys(ref.source for ref in cited):
        blocks.extend(source_facts(view, view.briefing.sources[name]))
    return Page(":source", t("Sources: {scene}", scene=view.text(scene.title)), tuple(blocks))


def card_sources_page(view: View, ident: str) -> Page:
    """Where one card comes from."""
    card = view.briefing.cards[ident]
    t = view.say.t
    blocks: list[Block] = [*card_lines(view, ident)]
    if isinstance(card, _ANCHORED):
        blocks.append(Facts(tuple(source_rows(view, card.cite))))
        names = dict.fromkeys(citation.ref.source for citation in card.cite)
        for name in names:
            blocks.extend(source_facts(view, view.briefing.sources[name]))
    else:
        refs = [ref for ref, ids in mentions(view.briefing).paragraphs.items() if ident in ids]
        refs.sort(key=lambda ref: (ref.source != view.briefing.primary, ref.source, ref.para))
        blocks.append(Facts(((t("Paragraphs"), (view.cite_run(refs) if refs else Run(t("none")),)),)))
    return Page(f":source {ident}", t("Source"), tuple(blocks))


def source_facts(view: View, source: Source) -> tuple[Block, ...]:
    """What a source is and where to find it, and the same for the one it is based on."""
    original = view.briefing.sources[source.based_on] if source.based_on else None
    return (_facts(view, source), *((_facts(view, original),) if original else ()))


def _facts(view: View, source: Source) -> Facts:
    t = view.say.t
    rows: list[tuple[str, Runs]] = [(t("Source"), (Run(view.text(source.title)),))]
    if source.publisher:
        rows.append((t("Publisher"), (Run(source.publisher),)))
    if source.date:
        rows.append((t("Date"), (Run(_source_date(view, source)),)))
    if source.url:
        rows.append((t("Where"), (Run(source.url, "text", Link(f"web {source.url}", "")),)))
    if source.numbering:
        rows.append((t("Numbering"), (Run(view.text(source.numbering)),)))
    if source.based_on:
        rows.append((t("Based on"), (Run(view.text(view.briefing.sources[source.based_on].title)),)))
    return Facts(tuple(rows))


def _source_date(view: View, source: Source) -> str:
    assert source.date is not None
    shown = show_date(source.date, view.say)
    return f"{shown} ({view.say.t('printed: {date}', date=source.printed_date)})" if source.printed_date else shown
