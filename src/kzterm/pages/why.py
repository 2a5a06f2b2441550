"""Why: whose a judgement or claim is, in which voice, how sure it sounds, and what it rests on to the paragraph."""

from collections.abc import Iterable
from dataclasses import replace

from kzterm.model.briefing import Briefing, Scene
from kzterm.model.cards import Actor, Assessment, Claim, Event, Figure, Quote, Thing
from kzterm.pages import labels
from kzterm.pages.blocks import Block, Heading, Page, Para, Run, Runs
from kzterm.pages.cards import card_lines, source_rows
from kzterm.pages.scene import assessment_line, claim_lines
from kzterm.pages.view import View

_STATEMENTS = (Quote, Assessment, Claim, Figure, Event)


def why_page(view: View, ident: str) -> Page:
    """The grounds of one card, or of every assessment and claim of a scene, an actor or a thing."""
    t = view.say.t
    item = view.briefing.find(ident)
    address = f":why {ident}"
    found = reasoned(view.briefing, ident)
    if item is None or not found:
        return Page(address, t("Why"), (Para((Run(t("No assessment or claim stands here."), "dim"),)),))
    if found != (ident,):
        blocks = [block for card in found for block in _grounds(view, card, 1, found)]
        return Page(address, t("Why: {name}", name=view.title(item)), tuple(blocks))
    blocks = [*_grounds(view, ident, 9, found)]
    blocks.extend(_rests_on_it(view, ident))
    return Page(address, t("Why"), tuple(blocks))


def reasoned(briefing: Briefing, ident: str) -> tuple[str, ...]:
    """Ids of what has grounds to show: the card itself, or the judgements and claims of a scene, actor or thing."""
    item = briefing.find(ident)
    match item:
        case Scene():
            return (*item.assessments, *item.claims)
        case Thing():
            return tuple(shown for shown in item.shows if isinstance(briefing.cards[shown], Assessment | Claim))
        case Actor():
            held = (card.id for card in briefing.of(Assessment) if card.holder == ident)
            return (*held, *(card.id for card in briefing.of(Claim) if ident in card.by))
        case _:
            return (ident,) if isinstance(item, _STATEMENTS) else ()


def _grounds(view: View, ident: str, depth: int, listed: tuple[str, ...]) -> Iterable[Block]:
    card = view.briefing.cards[ident]
    match card:
        case Assessment():
            yield replace(assessment_line(view, card), tight=False)
            yield from _rows(_held(view, card))
            yield from _basis(view, card, depth)
        case Claim():
            first, *disputes = claim_lines(view, card, listed)
            yield replace(first, tight=False)
            yield from _rows(_claimed(view, card))
            yield from disputes
            yield from _disputed(view, card)
        case _:
            yield from card_lines(view, ident)
    if depth > 1:
        yield from _rows(source_rows(view, getattr(card, "cite", ())))


def _rows(rows: Iterable[tuple[str, Runs]]) -> Iterable[Para]:
    return (Para((Run(f"{label}: ", "dim"), *runs), indent=2, tight=True) for label, runs in rows)


def _held(view: View, card: Assessment) -> Iterable[tuple[str, Runs]]:
    t = view.say.t
    yield t("Holder"), (view.to(card.holder),)
    yield t("Voice"), (Run(labels.voice(card.voice, view.say)),)
    yield t("Hedge"), (Run(card.hedge or t("none: the source states it flatly")),)


def _claimed(view: View, card: Claim) -> Iterable[tuple[str, Runs]]:
    t = view.say.t
    yield t("Claimed by"), view.names(card.by)
    yield t("Status"), (Run(labels.status(card.status, view.say)),)
    if card.hedge:
        yield t("Hedge"), (Run(card.hedge),)


def _disputed(view: View, card: Claim) -> Iterable[Para]:
    """The claims that this one denies or disputes."""
    found = tuple(other.id for other in view.briefing.of(Claim) if card.id in other.disputed_by)
    if found:
        yield Para((Run(view.say.t("It disputes") + ":", "dim"),), indent=2, tight=True)
        yield from _level(view, found, 1, 4, {card.id})


def _basis(view: View, card: Assessment, depth: int) -> Iterable[Para]:
    """What a judgement rests on, and what that rests on in turn, each level further in."""
    t = view.say.t
    if not card.basis:
        yield Para((Run(t("The source gives no further ground for it."), "dim"),), indent=2, tight=True)
        return
    yield Para((Run(t("It rests on") + ":", "dim"),), indent=2, tight=True)
    yield from _level(view, card.basis, depth, 4, {card.id})


def _level(view: View, basis: tuple[str, ...], depth: int, indent: int, seen: set[str]) -> Iterable[Para]:
    for ident in basis:
        for line in card_lines(view, ident, (*basis, *seen)):
            yield replace(line, indent=line.indent + indent)
        card = view.briefing.cards[ident]
        if depth > 1 and isinstance(card, Assessment) and ident not in seen:
            yield from _level(view, card.basis, depth - 1, indent + 2, seen | {ident})


def _rests_on_it(view: View, ident: str) -> Iterable[Block]:
    """The judgements that a card bears."""
    found = [card for card in view.briefing.of(Assessment) if ident in card.basis]
    if found:
        yield Heading(view.say.t("What rests on it"))
        yield from (assessment_line(view, card) for card in found)
