"""The cards of a briefing: what a source says, who says it, and which paragraph it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kzterm.model.prose import OtherWords, ParaRef, Proses, Texts

Voice = Literal["named", "narrated", "unnamed", "party"]
"""Whose voice a statement has: tied to its holder by name, the source's narration, "it is observed", a party's."""

Status = Literal["asserted", "alleged", "denied", "announced", "disputed", "open"]
"""Where a party's claim stands; "asserted" means that it was said, not that it is true."""

Comparator = Literal["exactly", "more_than", "at_least", "at_most", "about"]

ARTICLE = "article"
"""The holder of what the narration itself judges."""

NOT_ATTRIBUTED = "not-attributed"
"""The speaker of words that the source prints without one."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a card comes from."""

    ref: ParaRef
    anchor: str
    """The words of that paragraph that prove it; ` … ` joins fragments that occur in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, state, organisation, place … with a dossier."""

    id: str
    kind: str
    """person, state, bloc, group, organisation, company, place, infrastructure, occasion or unnamed."""
    name: Texts
    also: OtherWords = field(default_factory=dict)
    """Other spellings a reader may type."""
    printed: str | None = None
    """The name as the source prints it, where that differs."""
    who: Proses
    """Who this is, from the source alone."""
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An object in a scene: scenery that leads to cards. Nothing rests on it."""

    id: str
    scene: str
    name: Texts
    also: OtherWords = field(default_factory=dict)
    look: Texts = field(default_factory=dict)
    shows: tuple[str, ...]
    """Ids of the cards that examining it brings up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words that the source prints inside quotation marks."""

    id: str
    scene: str
    original: str
    """The words as printed, without the marks."""
    lang: str
    """Language of the original."""
    translation: Texts
    """Ours, per other language."""
    speaker: str
    """An actor's id, or NOT_ATTRIBUTED."""
    attribution: Literal["explicit", "contextual"] = "explicit"
    """Whether the source names the speaker, or only the context does."""
    context: Proses
    cite: tuple[Citation, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A judgement and its holder."""

    id: str
    scene: str
    holder: str
    """An actor's id, or ARTICLE."""
    voice: Voice
    hedge: str | None = None
    """The hedging words as the source prints them; None when it states the judgement flatly."""
    text: Proses
    basis: tuple[str, ...] = ()
    """Ids of the cards it rests on."""
    cite: tuple[Citation, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a party asserts, alleges, denies or announces."""

    id: str
    scene: str
    by: tuple[str, ...]
    """Ids of the actors who claim it."""
    voice: Voice = "party"
    status: Status
    hedge: str | None = None
    text: Proses
    disputed_by: tuple[str, ...] = ()
    """Ids of claims that deny or dispute it."""
    cite: tuple[Citation, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with what it measures."""

    id: str
    scene: str
    value: str
    """Digits with at most one decimal point, as an exact decimal."""
    comparator: Comparator
    unit: Texts | Literal["percent"]
    of: Texts
    hedge: str | None = None
    compare: tuple[str, ...] = ()
    """Ids of figures of the same unit and kind that may be drawn beside it."""
    cite: tuple[Citation, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened."""

    id: str
    scene: str
    date: str | None = None
    """EDTF (ISO 8601-2); None when the source does not date it."""
    printed: str | None = None
    """The date as the source prints it."""
    dated_by: Texts = field(default_factory=dict)
    """How the date was reckoned."""
    text: Proses
    actors: tuple[str, ...] = ()
    cite: tuple[Citation, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """An editor's note on the source, shown beside it; the source itself stays as printed."""

    id: str
    title: Texts
    paras: tuple[int, ...]
    """Paragraphs of the primary source."""
    printed: Proses
    known: Proses
    grounds: tuple[str, ...]
    """visible, general_knowledge, essay_opening or look_up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of the glossary."""

    id: str
    name: Texts
    also: OtherWords = field(default_factory=dict)
    printed: str | None = None
    means: Proses
    see: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a tension."""

    text: Proses
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """Statements of the source that pull apart, or rival readings that it mentions."""

    id: str
    kind: Literal["tension", "alternatives"]
    title: Texts
    sides: tuple[Side, ...]
    note: Proses = field(default_factory=dict)


SceneCard = Quote | Assessment | Claim | Figure | Event
"""A card that lives in one scene."""

Card = SceneCard | Actor | Thing | Caveat | Term | Tension
"""Anything but a scene that an id can name."""


def lang_of(texts: Mapping[str, object], lang: str) -> str:
    """The language to show from a language map: the one asked for, else the first there is."""
    return lang if lang in texts else next(iter(texts), lang)
