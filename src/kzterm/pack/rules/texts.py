"""Every text of a briefing, with the key it stands under and the language it is in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Assessment, Card, Caveat, Claim, Event, Figure, Quote, Tension, Term, Thing
from kzterm.model.prose import Prose, Proses, Texts
from kzterm.pack.places import Key


@dataclass(frozen=True, slots=True)
class Piece:
    """Prose in one language."""

    key: Key
    """Its scalar: `("bazaar", "body", 0, "en")`."""
    prose: Prose

    @property
    def owner(self) -> str:
        """Id of the scene or card that it belongs to."""
        return str(self.key[0])

    @property
    def field(self) -> str:
        """The key of the scene or card that it stands under; `printed` is prose of editor's notes alone."""
        return str(self.key[1])

    @property
    def lang(self) -> str:
        """Language code."""
        return str(self.key[-1])


@dataclass(frozen=True, slots=True)
class Line:
    """A plain line in one language."""

    key: Key
    text: str

    @property
    def field(self) -> str:
        """The key that the line stands under."""
        return str(self.key[-2])

    @property
    def lang(self) -> str:
        """Language code."""
        return str(self.key[-1])


def pieces_of(briefing: Briefing) -> Iterator[Piece]:
    """All prose: the bodies of scenes, then the cards."""
    for scene in briefing.scenes.values():
        for index, proses in enumerate(scene.body):
            yield from _pieces((scene.id, "body", index), proses)
    for card in briefing.cards.values():
        yield from _of_card(card)


def lines_of(briefing: Briefing) -> Iterator[Line]:
    """Titles, scenery, what figures measure, what exits and trails say."""
    for scene in briefing.scenes.values():
        yield from _lines((scene.id, "title"), scene.title)
        yield from _lines((scene.id, "look"), scene.look)
        for way in scene.exits:
            yield from _lines((scene.id, "exits", way.direction, "say"), way.say)
    for card in briefing.cards.values():
        match card:
            case Thing():
                yield from _lines((card.id, "look"), card.look)
            case Figure():
                yield from _lines((card.id, "of"), card.of)
                if card.unit != "percent":
                    yield from _lines((card.id, "unit"), card.unit)
            case Event():
                yield from _lines((card.id, "dated_by"), card.dated_by)
            case Caveat() | Tension():
                yield from _lines((card.id, "title"), card.title)
            case _:
                pass
    for trail in briefing.trails.values():
        yield from _lines((trail.id, "about"), trail.about)
        for index, step in enumerate(trail.steps):
            yield from _lines((trail.id, "steps", index, "say"), step.say)


def _of_card(card: Card) -> Iterator[Piece]:
    match card:
        case Actor():
            yield from _pieces((card.id, "who"), card.who)
        case Quote():
            yield from _pieces((card.id, "context"), card.context)
        case Assessment() | Claim() | Event():
            yield from _pieces((card.id, "text"), card.text)
        case Caveat():
            yield from _pieces((card.id, "printed"), card.printed)
            yield from _pieces((card.id, "known"), card.known)
        case Term():
            yield from _pieces((card.id, "means"), card.means)
        case Tension():
            for index, side in enumerate(card.sides):
                yield from _pieces((card.id, "sides", index, "text"), side.text)
            yield from _pieces((card.id, "note"), card.note)
        case _:
            pass


def _pieces(key: Key, proses: Proses) -> Iterator[Piece]:
    return (Piece((*key, lang), prose) for lang, prose in proses.items())


def _lines(key: Key, texts: Texts) -> Iterator[Line]:
    return (Line((*key, lang), text) for lang, text in texts.items())


def side_by_side(pieces: tuple[Piece, ...]) -> Mapping[Key, list[Piece]]:
    """The pieces by their key without the language: the same text in each language."""
    found: dict[Key, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(piece.key[:-1], []).append(piece)
    return found
