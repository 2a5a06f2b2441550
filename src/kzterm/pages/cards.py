"""The pages of single cards: quote, assessment, claim, figure, event, thing, caveat, term, trail."""

from collections.abc import Container, Iterable

from kzterm.model.briefing import Item, Trail
from kzterm.model.cards import (
    NOT_ATTRIBUTED,
    Assessment,
    Caveat,
    Citation,
    Claim,
    Event,
    Figure,
    Quote,
    Tension,
    Term,
    Thing,
)
from kzterm.pages import labels
from kzterm.pages.blocks import Block, Choice, Choices, Facts, Heading, Page, Para, Run, Runs
from kzterm.pages.dates import show_date
from kzterm.pages.figures import chart, comparable
from kzterm.pages.mentions import card_caveats, mentions
from kzterm.pages.scene import dispute_lines, quote_line
from kzterm.pages.view import KINDS, View

Row = tuple[str, Runs]


def quote_page(view: View, card: Quote) -> Page:
    """Original, translation, speaker, context, paragraph."""
    t = view.say.t
    blocks: list[Block] = [Para((Run(f'"{card.original}"', "quote"),), lead="│ ")]
    blocks.extend(Para((Run(f'"{words}"', "quote"),), lead="│ ", tight=True) for words in card.translation.values())
    if card.translation:
        blocks.append(
            Para((Run(t("The second wording is our translation, not the speaker's words."), "dim"),), tight=True)
        )
    blocks.append(Facts((_speaker(view, card), *source_rows(view, card.cite))))
    blocks.extend(view.blocks(card.context))
    return card_page(view, card, blocks)


def _speaker(view: View, card: Quote) -> Row:
    t = view.say.t
    if card.speaker == NOT_ATTRIBUTED:
        return (t("Speaker"), (Run(t("not attributed: the source names no speaker")),))
    runs: Runs = (view.to(card.speaker),)
    if card.attribution == "contextual":
        runs = (*runs, Run(" · " + t("by context; the source does not tie the words to the name")))
    return (t("Speaker"), runs)


def assessment_page(view: View, card: Assessment) -> Page:
    """Holder, voice, hedge, basis, paragraph."""
    t = view.say.t
    rows: list[Row] = [
        (t("Holder"), (view.to(card.holder),)),
        (t("Voice"), (Run(labels.voice(card.voice, view.say)),)),
        (t("Hedge"), (Run(card.hedge or t("none: the source states it flatly")),)),
    ]
    rows.extend(source_rows(view, card.cite))
    blocks: list[Block] = [*view.blocks(card.text), Facts(tuple(rows))]
    blocks.extend(_listed(view, t("It rests on"), card.basis))
    if not card.basis:
        blocks.append(Para((Run(t("The source gives no further ground for it."), "dim"),)))
    if holder := view.briefing.find(card.holder):
        words = t("{name} is paraphrased here, not quoted.", name=view.title(holder))
        blocks.append(Para((Run(words, "dim"),)))
    return card_page(view, card, blocks)


def claim_page(view: View, card: Claim) -> Page:
    """Who claims it, where it stands, who disputes it."""
    t = view.say.t
    rows: list[Row] = [
        (t("Claimed by"), view.names(card.by)),
        (t("Voice"), (Run(labels.voice(card.voice, view.say)),)),
        (t("Status"), (Run(labels.status(card.status, view.say)),)),
    ]
    if card.hedge:
        rows.append((t("Hedge"), (Run(card.hedge),)))
    rows.extend(source_rows(view, card.cite))
    blocks: list[Block] = [*view.blocks(card.text), Facts(tuple(rows))]
    blocks.extend(_listed(view, t("Disputed by"), card.disputed_by, card.id))
    disputes = [other.id for other in view.briefing.of(Claim) if card.id in other.disputed_by]
    blocks.extend(_listed(view, t("It disputes"), disputes, card.id))
    return card_page(view, card, blocks)


def figure_page(view: View, card: Figure) -> Page:
    """A number, with comparator, unit and what it measures."""
    t = view.say.t
    rows: list[Row] = [(t("Figure"), (Run(view.number(card), "strong"),)), (t("Of what"), (Run(view.text(card.of)),))]
    if card.hedge:
        rows.append((t("Hedge"), (Run(card.hedge),)))
    rows.extend(source_rows(view, card.cite))
    blocks: list[Block] = [Facts(tuple(rows))]
    group = comparable(view.briefing, card)
    blocks.extend(chart(view, group) if len(group) > 1 else _listed(view, t("Compare with"), card.compare))
    return card_page(view, card, blocks)


def event_page(view: View, card: Event) -> Page:
    """Something that happened, its date as reckoned and as printed."""
    rows: list[Row] = [*date_rows(view, card)]
    if card.actors:
        rows.append((view.say.t("Actors"), view.names(card.actors)))
    rows.extend(source_rows(view, card.cite))
    return card_page(view, card, [*view.blocks(card.text), Facts(tuple(rows))])


def date_rows(view: View, card: Event) -> Iterable[Row]:
    """When it was, as far as the source says."""
    t = view.say.t
    shown = show_date(card.date, view.say) if card.date else t("the source does not date it")
    yield (t("Date"), (Run(shown),))
    if card.printed:
        yield (t("As printed"), (Run(card.printed),))
    if card.dated_by:
        yield (t("Reckoned"), (Run(view.text(card.dated_by)),))


def thing_page(view: View, card: Thing) -> Page:
    """What examining a thing brings up."""
    blocks: list[Block] = []
    if card.look:
        blocks.append(view.scenery(card.look))
    for ident in card.shows:
        blocks.extend(card_lines(view, ident, card.shows))
    return card_page(view, card, blocks)


def caveat_page(view: View, card: Caveat) -> Page:
    """What is printed, what is generally known, and on what ground."""
    t = view.say.t
    numbers = view.cite_run(view.briefing.primary_ref(para) for para in card.paras)
    grounds = "; ".join(labels.ground(name, view.say) for name in card.grounds)
    blocks: list[Block] = [
        Para((Run(t("An editor's note. The text itself stays as printed."), "dim"),)),
        Heading(t("Printed")),
        *view.blocks(card.printed),
        Heading(t("Known")),
        *view.blocks(card.known),
        Facts(((t("Ground"), (Run(grounds),)), (t("Paragraph"), (numbers,)))),
    ]
    return card_page(view, card, blocks)


def term_page(view: View, card: Term) -> Page:
    """An entry of the glossary."""
    t = view.say.t
    rows: list[Row] = []
    if others := view.other_names(card):
        rows.append((t("Also"), (Run(" · ".join(others)),)))
    if card.printed:
        rows.append((t("As printed"), (Run(card.printed),)))
    blocks: list[Block] = [*view.blocks(card.means)]
    if rows:
        blocks.append(Facts(tuple(rows)))
    blocks.extend(_listed(view, t("See"), card.see))
    return card_page(view, card, blocks)


def trail_page(view: View, trail: Trail) -> Page:
    """A guided route, step by step."""
    steps = []
    for number, step in enumerate(trail.steps, 1):
        runs = (view.to(step.scene), Run(f": {view.text(step.say)}"))
        steps.append(Choice(number, "", runs))
    blocks = (Para((Run(view.text(trail.about), "emphasis"),)), Choices(tuple(steps)))
    return Page(trail.id, view.text(trail.name), blocks)


def card_line(view: View, ident: str) -> Para:
    """Any card on one line of a list: what it is, and its words."""
    item = view.briefing.find(ident)
    if isinstance(item, Quote):
        return quote_line(view, item)
    if item is None:
        return Para((Run(ident),), tight=True)
    cites = (view.cites(item.cite),) if isinstance(item, Assessment | Claim | Figure | Event) else ()
    return Para((Run(f"{kind(view, item)}: ", "dim"), view.to(ident), *cites), tight=True)


def card_lines(view: View, ident: str, listed: Container[str] = ()) -> tuple[Para, ...]:
    """A card on one line and, under a claim that is disputed, by whom; `listed` are ids that stand beside it."""
    item = view.briefing.find(ident)
    disputes = dispute_lines(view, item, listed) if isinstance(item, Claim) else ()
    return (card_line(view, ident), *disputes)


def kind(view: View, item: Item) -> str:
    """What sort of card it is, with the voice or status that it must never be shown without."""
    name = view.say.t(KINDS[type(item)])
    if isinstance(item, Assessment):
        return f"{name} ({labels.voice_short(item.voice, view.say)})"
    if isinstance(item, Claim):
        return f"{name} ({labels.status(item.status, view.say)})"
    return name


def source_rows(view: View, citations: Iterable[Citation]) -> Iterable[Row]:
    """Paragraph and the words that prove it."""
    t = view.say.t
    for citation in citations:
        source = view.briefing.sources[citation.ref.source]
        runs = (view.cite_run([citation.ref]), Run(" " + view.text(source.title)))
        yield (t("Paragraph"), runs)
        if citation.anchor:
            yield (t("Anchor"), (Run(citation.anchor),))


def _listed(view: View, title: str, idents: Iterable[str], *shown: str) -> tuple[Block, ...]:
    """Cards under a heading; `shown` are ids that the page shows already."""
    known = (*idents, *shown)
    lines = tuple(line for ident in idents for line in card_lines(view, ident, known))
    return (Heading(title), *lines) if lines else ()


def card_page(view: View, card: Item, blocks: Iterable[Block]) -> Page:
    """A card's page: its blocks, its caveats and comparisons, and where it is told."""
    t, ident = view.say.t, card.id
    found = list(blocks)
    notes = () if isinstance(card, Caveat | Thing | Tension | Trail) else card_caveats(card)  # type: ignore[arg-type]
    if notes:
        found.append(Heading(t("Caveats")))
        found.extend(Para((view.to(note),), lead="! ", tight=True) for note in notes)
    named = mentions(view.briefing)
    pulls = [other for other in named.cards.get(ident, ()) if isinstance(view.briefing.cards[other], Tension)]
    found.extend(_listed(view, t("Compared in"), pulls))
    if places := named.scenes.get(ident, ()):
        found.append(Para((Run(t("Told in: "), "dim"), *view.names(places))))
    title = view.title(card) if isinstance(card, Thing | Caveat | Term | Tension | Trail) else kind(view, card)
    return Page(ident, title, tuple(found))
