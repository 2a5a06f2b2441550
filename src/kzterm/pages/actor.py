"""An actor's dossier: who, where mentioned, what they say, what is said of them."""

from collections.abc import Iterator
from dataclasses import replace

from kzterm.model.briefing import Scene
from kzterm.model.cards import Actor, Assessment, Claim, Event, Quote
from kzterm.pages import labels
from kzterm.pages.blocks import Block, Facts, Heading, Page, Para, Run, Runs
from kzterm.pages.cards import card_lines
from kzterm.pages.mentions import mentions
from kzterm.pages.timeline import event_lines, in_order
from kzterm.pages.view import View


def actor_page(view: View, actor: Actor) -> Page:
    """Everything the briefing has on one actor; the spellings a search knows it by come last."""
    t = view.say.t
    found = mentions(view.briefing)
    rows: list[tuple[str, Runs]] = [(t("Kind"), (Run(labels.actor_kind(actor.kind, view.say)),))]
    if actor.printed:
        rows.append((t("As printed"), (Run(actor.printed),)))
    blocks: list[Block] = [*view.blocks(actor.who), Facts(tuple(rows))]
    named = found.cards.get(actor.id, ())
    says = [ident for ident in named if _is_by(view, ident, actor.id)]
    deeds = [card for ident in named if isinstance(card := view.briefing.cards[ident], Event)]
    if deeds:
        blocks.extend(_in_order(view, [event for event in deeds if actor.id in event.actors], says))
    else:
        blocks.extend(_group(view, t("What they say"), says))
    of_them = [ident for ident in named if ident not in says and _is_statement(view, ident)]
    blocks.extend(_group(view, t("What is said of them"), of_them))
    if actor.caveats:
        blocks.append(Heading(t("Caveats")))
        blocks.extend(Para((view.to(note),), lead="! ", tight=True) for note in actor.caveats)
    if places := found.scenes.get(actor.id, ()):
        blocks.append(Heading(t("Where mentioned")))
        blocks.append(Para(view.names(places)))
    if others := view.other_names(actor):
        blocks.append(Heading(t("Other names and spellings")))
        blocks.append(Para((Run(" · ".join(others)),)))
    return Page(actor.id, view.text(actor.name), tuple(blocks))


def _is_by(view: View, ident: str, actor: str) -> bool:
    match view.briefing.cards[ident]:
        case Quote(speaker=speaker):
            return speaker == actor
        case Assessment(holder=holder):
            return holder == actor
        case Claim(by=by):
            return actor in by
        case _:
            return False


def _is_statement(view: View, ident: str) -> bool:
    return isinstance(view.briefing.cards[ident], Quote | Assessment | Claim)


def _group(view: View, title: str, idents: list[str]) -> tuple[Block, ...]:
    lines = tuple(line for ident in idents for line in card_lines(view, ident, idents))
    return (Heading(title), *lines) if lines else ()


def _in_order(view: View, events: list[Event], says: list[str]) -> Iterator[Block]:
    """What an actor did and said: what is dated by its date, then the rest in the order of the source.

    Only events carry dates; words are never dated by what stands near them.
    """
    t = view.say.t
    dated = [event for event in in_order(events) if event.date]
    if dated:
        yield Heading(t("What happened, by date"))
        for event in dated:
            yield from event_lines(view, event)
    rest = [*(event.id for event in events if not event.date), *says]
    if rest:
        yield Heading(t("What happened and what they said, undated"))
        for ident in sorted(rest, key=lambda ident: _first_paragraph(view, ident)):
            card = view.briefing.cards[ident]
            first, *more = event_lines(view, card) if isinstance(card, Event) else card_lines(view, ident, rest)
            yield replace(first, lead="• ")
            yield from more


def _first_paragraph(view: View, ident: str) -> int:
    card = view.briefing.cards[ident]
    assert isinstance(card, Quote | Assessment | Claim | Event)
    return min((citation.ref.para for citation in card.cite), default=0)


def who_page(view: View, scene: Scene) -> Page:
    """The actors present in a scene, each with the first words of its dossier."""
    blocks: list[Block] = []
    for ident in scene.actors:
        actor = view.briefing.cards[ident]
        assert isinstance(actor, Actor)
        blocks.append(Para((view.to(ident), Run(f" ({labels.actor_kind(actor.kind, view.say)})", "dim"))))
        blocks.append(Para(view.runs(view.prose(actor.who)), indent=2, tight=True))
    title = view.say.t("Who is here: {scene}", scene=view.text(scene.title))
    return Page(":who", title, tuple(blocks) or (Para((Run(view.say.t("nobody here"), "dim"),)),))
