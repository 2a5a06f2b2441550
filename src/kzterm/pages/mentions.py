"""Who and what is mentioned where: the briefing read backwards, from a target to the places that name it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kzterm.model.briefing import Briefing, Scene
from kzterm.model.cards import Actor, Assessment, Card, Caveat, Claim, Event, Figure, Quote, Tension, Term, Thing
from kzterm.model.prose import Cite, Inline, ParaRef, Proses, Ref, inlines


@dataclass(frozen=True)
class Mentions:
    """For each id, and for each paragraph of a source, the places that name it, in briefing order."""

    scenes: dict[str, tuple[str, ...]]
    """Target id to the scenes where it is present, linked or owned."""
    cards: dict[str, tuple[str, ...]]
    """Target id to the cards that name it."""
    paragraphs: dict[ParaRef, tuple[str, ...]]
    """Paragraph to the scenes and cards that cite it."""


KEPT = "mentions"
"""What `kept` gives goes by this name among the words that an index keeps."""


@lru_cache(maxsize=4)
def mentions(briefing: Briefing) -> Mentions:
    """The briefing read backwards: ahead of time, or now."""
    ahead = briefing.words.get(KEPT)
    return _gathered(briefing) if ahead is None else brought_back(ahead)


def kept(briefing: Briefing) -> str:
    """What an index keeps."""
    return written(_gathered(briefing))


def written(found: Mentions) -> str:
    """Mentions as a text: a line for each target or paragraph, an empty one between the three maps."""
    paragraphs = {f"{ref.source}:{ref.para}": ids for ref, ids in found.paragraphs.items()}
    return "\n\n".join(
        "\n".join(f"{target} {' '.join(places)}" for target, places in places_of.items())
        for places_of in (found.scenes, found.cards, paragraphs)
    )


def brought_back(text: str) -> Mentions:
    """The mentions that `written` made a text of."""
    scenes, cards, paragraphs = (
        {target: tuple(places) for target, *places in map(str.split, part.splitlines())} for part in text.split("\n\n")
    )
    refs = ((*target.rpartition(":"), places) for target, places in paragraphs.items())
    return Mentions(scenes, cards, {ParaRef(source, int(para)): places for source, _, para, places in refs})


def _gathered(briefing: Briefing) -> Mentions:
    scenes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    cards: defaultdict[str, dict[str, None]] = defaultdict(dict)
    paragraphs: defaultdict[ParaRef, dict[str, None]] = defaultdict(dict)
    for scene in briefing.scenes.values():
        for target in (*scene.actors, *owned(scene), *scene.caveats):
            scenes[target][scene.id] = None
        for inline in prose_of_scene(scene):
            if isinstance(inline, Ref):
                scenes[inline.target][scene.id] = None
            elif isinstance(inline, Cite):
                for ref in inline.refs:
                    paragraphs[ref][scene.id] = None
    for card in briefing.cards.values():
        for target in named_by(card):
            cards[target][card.id] = None
        for ref in cited_by(card, briefing):
            paragraphs[ref][card.id] = None
    return Mentions(_frozen(scenes), _frozen(cards), {ref: tuple(ids) for ref, ids in paragraphs.items()})


def owned(scene: Scene) -> tuple[str, ...]:
    """Ids of the cards and things that live in the scene."""
    return (
        *scene.things,
        *scene.quotes,
        *scene.assessments,
        *scene.claims,
        *scene.figures,
        *scene.events,
    )


def prose_of_scene(scene: Scene) -> Iterator[Inline]:
    """Every inline of a scene's body, in all languages."""
    for proses in scene.body:
        yield from _all(proses)


def cited_by(card: Card, briefing: Briefing) -> Iterator[ParaRef]:
    """The paragraphs that a card rests on."""
    if isinstance(card, Quote | Assessment | Claim | Figure | Event):
        for citation in card.cite:
            yield citation.ref
    for proses in prose_of_card(card):
        for inline in _all(proses):
            if isinstance(inline, Cite):
                yield from inline.refs
    if isinstance(card, Caveat):
        for para in card.paras:
            yield briefing.primary_ref(para)


def named_by(card: Card) -> Iterator[str]:
    """Ids that a card names: in its fields and in its prose."""
    match card:
        case Quote():
            yield card.speaker
        case Assessment():
            yield card.holder
            yield from card.basis
        case Claim():
            yield from (*card.by, *card.disputed_by)
        case Event():
            yield from card.actors
        case Thing():
            yield from card.shows
        case Term():
            yield from card.see
        case Tension():
            for side in card.sides:
                yield from side.shows
        case Figure():
            yield from card.compare
        case _:
            pass
    if not isinstance(card, Caveat | Thing):
        yield from card_caveats(card)
    for proses in prose_of_card(card):
        for inline in _all(proses):
            if isinstance(inline, Ref):
                yield inline.target


def card_caveats(card: Card) -> tuple[str, ...]:
    """Ids of the editor's notes on a card."""
    return () if isinstance(card, Caveat | Thing | Tension) else card.caveats


def prose_of_card(card: Card) -> Iterator[Proses]:
    """Every piece of prose on a card."""
    match card:
        case Actor():
            yield card.who
        case Quote():
            yield card.context
        case Assessment() | Claim() | Event():
            yield card.text
        case Caveat():
            yield card.printed
            yield card.known
        case Term():
            yield card.means
        case Tension():
            for side in card.sides:
                yield side.text
            yield card.note
        case _:
            pass


def _all(proses: Proses) -> Iterator[Inline]:
    for prose in proses.values():
        yield from inlines(prose)


def _frozen(found: dict[str, dict[str, None]]) -> dict[str, tuple[str, ...]]:
    return {target: tuple(places) for target, places in found.items()}


def unique(idents: Iterable[str]) -> tuple[str, ...]:
    """The ids without repetition, in order."""
    return tuple(dict.fromkeys(idents))
