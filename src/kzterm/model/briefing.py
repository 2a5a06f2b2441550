"""A briefing: its scenes, and every card that an id can name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from kzterm.model.cards import Card
from kzterm.model.prose import ParaRef, Proses, Texts

DIRECTIONS = ("n", "ne", "e", "se", "s", "sw", "w", "nw", "up", "down", "in", "out")
"""The directions an exit may have, in the order they are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that citations name."""

    id: str
    lang: str
    title: Texts
    publisher: str | None = None
    date: str | None = None
    """EDTF."""
    printed_date: str | None = None
    url: str | None = None
    first_paragraph: int | None = None
    """None when its paragraphs are not numbered; a citation may then name any."""
    last_paragraph: int | None = None
    based_on: str | None = None
    """Id of the source it adapts."""
    numbering: Texts = field(default_factory=dict)
    """How its paragraphs are counted, for pages that show numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit:
    """A way out of a scene."""

    direction: str
    """One of DIRECTIONS."""
    to: str
    """Id of the scene it leads to."""
    say: Texts
    """Why one would go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A room: what is told here, who is present, and where one can go."""

    id: str
    title: Texts
    look: Texts
    """Scenery: a metaphor, never a fact."""
    body: tuple[Proses, ...]
    """One entry a paragraph, so that the languages are aligned."""
    actors: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    assessments: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    exits: tuple[Exit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stop of a trail."""

    scene: str
    say: Texts
    """Why it comes next."""
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """A guided route through scenes."""

    id: str
    name: Texts
    about: Texts
    steps: tuple[Step, ...]


Item = Scene | Card | Trail
"""Whatever an id can name."""

_CardKind = TypeVar("_CardKind", bound=Card)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Briefing:
    """Everything a reader can reach. Two briefings are the same only when they are one object."""

    id: str
    title: Texts
    as_of: str
    """EDTF: how old the picture is."""
    languages: tuple[str, ...]
    start: str
    analyst: str
    """Id of the actor whose assessments the third panel is named after."""
    trail: str | None = None
    """Id of the trail a newcomer is offered."""
    primary: str
    """Id of the source that a bare citation names."""
    sources: Mapping[str, Source]
    scenes: Mapping[str, Scene]
    cards: Mapping[str, Card]
    """Every card by id: actors, things, terms, caveats, tensions and the cards of scenes."""
    trails: Mapping[str, Trail]
    breaks: Mapping[str, str] = field(default_factory=dict)
    """Where lines may end in text without spaces: runs of letters, and the same runs with marks in them."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What a search looks through and who is mentioned where, gathered ahead of time; empty where it still is to be."""

    def find(self, ident: str) -> Item | None:
        """Whatever has this id, or None."""
        return self.scenes.get(ident) or self.cards.get(ident) or self.trails.get(ident)

    def of(self, kind: type[_CardKind]) -> Iterator[_CardKind]:
        """The cards of one kind, in file order."""
        return (card for card in self.cards.values() if isinstance(card, kind))

    def paragraphs(self) -> range:
        """The numbered paragraphs of the primary source; empty when it has none."""
        source = self.sources[self.primary]
        if source.first_paragraph is None or source.last_paragraph is None:
            return range(0)
        return range(source.first_paragraph, source.last_paragraph + 1)

    def primary_ref(self, para: int) -> ParaRef:
        """A reference to a paragraph of the primary source."""
        return ParaRef(self.primary, para)
