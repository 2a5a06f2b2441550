"""What the records of spec_cards.py and spec.py share: the kinds of id, and fields that many records have."""

from kzterm.model.cards import NOT_ATTRIBUTED, Citation
from kzterm.model.prose import ParaRef
from kzterm.pack.shapes import (
    Field,
    Id,
    InLanguages,
    Line,
    ListOf,
    Nested,
    OneOrMany,
    Printed,
    Prose,
    Record,
    Whole,
    needed,
)

RESERVED = ("article", "me", "it", "them", NOT_ATTRIBUTED)
"""Words that mean something already, so that nothing may have them as its id."""

SCENE_CARDS = frozenset({"quote", "assessment", "claim", "figure", "event"})
CARDS = SCENE_CARDS | {"actor", "caveat", "term", "tension"}
LINKABLE = CARDS | {"scene", "thing"}

LINES = InLanguages(Line())
PROSES = InLanguages(Prose())
BARE_PROSES = InLanguages(Prose(cites=False))
ALSO = InLanguages(ListOf(Line(100)), every=False)


def ids(*kinds: str) -> ListOf:
    """A list of ids of these kinds."""
    return ListOf(Id(frozenset(kinds)))


def _citation(*, para: int, anchor: str, source: str) -> Citation:
    return Citation(ParaRef(source, para), anchor)


CITE = Record(
    "citation",
    _citation,
    "Where it comes from",
    (
        needed("para", Whole(), "the number of the paragraph"),
        needed("anchor", Printed(500), "the few words of that paragraph that prove it; ` … ` joins fragments in order"),
        Field("source", Id(frozenset({"source"})), "another source than the primary one"),
    ),
)

CITED = needed("cite", OneOrMany(Nested(CITE)), "where it comes from")
CAVEATS = Field("caveats", ids("caveat"), "editor's notes that belong beside it")
HEDGE = Field("hedge", Printed(), "the hedging words as the source prints them")
