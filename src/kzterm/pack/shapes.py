"""The kinds of value a field may hold. Pure data: reading.py reads by them, schema.py describes them."""

from collections.abc import Callable
from dataclasses import dataclass, field

LINE = 300
"""Characters of a plain line unless its field says otherwise."""

PROSE = 10_000
"""Characters of one piece of prose."""


@dataclass(frozen=True, slots=True)
class Line:
    """Plain text on one line: no links, no citations."""

    most: int = LINE


@dataclass(frozen=True, slots=True)
class Printed:
    """Words of a source exactly as printed; they may run over several lines."""

    most: int = LINE


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown with links into the briefing."""

    cites: bool = True
    """Whether citations may stand in it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from 0."""

    most: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Digits:
    """An exact decimal number, kept as text."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date in EDTF."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address, http or https."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language code such as `en`."""


@dataclass(frozen=True, slots=True)
class NewId:
    """An id that is made here and stands outside the ids of the briefing's parts."""


@dataclass(frozen=True, slots=True)
class Id:
    """The id of something else."""

    kinds: frozenset[str]
    """What it may name."""
    words: tuple[str, ...] = ()
    """Words that may stand in its place."""
    itself: bool = False
    """Whether it may name the very thing it stands in."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list."""

    of: "Shape"
    least: int = 0


@dataclass(frozen=True, slots=True)
class InLanguages:
    """One value per language."""

    of: "Shape"
    every: bool = True
    """Whether no language of the briefing may be missing."""


@dataclass(frozen=True, slots=True)
class Either:
    """A certain word, or another shape."""

    word: str
    of: "Shape"


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """One value, or a list of them; read as a tuple."""

    of: "Shape"


@dataclass(frozen=True, slots=True)
class Nested:
    """A record of its own."""

    record: "Record"


@dataclass(frozen=True, slots=True)
class IdMap:
    """Records by the ids they are given here; read as a tuple of those ids."""

    record: "Record"


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Records by one of a few words, which they keep in a field; read as a tuple of records."""

    record: "Record"
    key: str
    """The record's field that holds the word."""
    words: tuple[str, ...]


Shape = (
    Line
    | Printed
    | Prose
    | Choice
    | Whole
    | Digits
    | Day
    | Address
    | Language
    | NewId
    | Id
    | ListOf
    | InLanguages
    | Either
    | OneOrMany
    | Nested
    | IdMap
    | KeyMap
)


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record."""

    key: str
    """Also the name of the model's field."""
    shape: Shape
    about: str
    """One line for authors; editors show it."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A map with known keys, and the model class it becomes."""

    kind: str
    """What an error calls it; for what has an id, the kind of that id."""
    model: Callable[..., object]
    about: str
    fields: tuple[Field, ...]
    in_scene: bool = False
    """Whether the model has a field `scene`, the id of the scene it stands in."""
    by_key: dict[str, Field] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {one.key: one for one in self.fields})

    def __hash__(self) -> int:
        return hash(self.kind)


def needed(key: str, shape: Shape, about: str) -> Field:
    """A field that must be there."""
    return Field(key, shape, about, required=True)
