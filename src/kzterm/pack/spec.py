"""The format of a briefing as one table: every record, its fields, what they hold. docs/format.md says it in words.

Reading, building and the JSON Schema all follow this table: a new field is a row here and a field of the model.
"""

from dataclasses import dataclass

from kzterm.model.briefing import DIRECTIONS, Exit, Scene, Source, Step, Trail
from kzterm.pack.shapes import (
    Address,
    Choice,
    Day,
    Field,
    Id,
    IdMap,
    InLanguages,
    KeyMap,
    Language,
    Line,
    ListOf,
    Nested,
    NewId,
    Record,
    Whole,
    needed,
)
from kzterm.pack.spec_cards import (
    ACTOR,
    ASSESSMENT,
    CAVEAT,
    CLAIM,
    EVENT,
    FIGURE,
    QUOTE,
    TENSION,
    TERM,
    THING,
)
from kzterm.pack.spec_parts import CARDS, CAVEATS, LINES, PROSES, ids

FORMAT = "1"

SOURCE = Record(
    "source",
    Source,
    "A text that citations name",
    (
        needed("lang", Language(), "the language it is written in"),
        needed("title", LINES, "its title"),
        Field("publisher", Line(), "who published it"),
        Field("date", Day(), "when it was published, in EDTF"),
        Field("printed_date", Line(), "that date as printed"),
        Field("url", Address(), "where it can be read"),
        Field("first_paragraph", Whole(), "the lowest number a citation may name"),
        Field("last_paragraph", Whole(), "the highest number a citation may name"),
        Field("based_on", Id(frozenset({"source"})), "the source it adapts"),
        Field("numbering", LINES, "how its paragraphs are counted"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What briefing.yaml holds; `sources` are ids."""

    format: str
    id: str
    title: dict[str, str]
    as_of: str
    languages: tuple[str, ...]
    start: str
    analyst: str
    primary: str
    sources: tuple[str, ...]
    trail: str | None = None


BRIEFING = Record(
    "briefing",
    Head,
    "What a briefing is",
    (
        needed("format", Choice((FORMAT,)), "the version of this format"),
        needed("id", NewId(), "a name for the briefing that stays the same from edition to edition"),
        needed("title", LINES, "its title"),
        needed("as_of", Day(), "how old the picture is, in EDTF"),
        needed("languages", ListOf(Language(), least=1), "its languages, the first one first"),
        needed("start", Id(frozenset({"scene"})), "the scene a reader begins in"),
        needed("analyst", Id(frozenset({"actor"})), "the actor whose assessments have a panel"),
        Field("trail", Id(frozenset({"trail"})), "the trail a newcomer is offered"),
        needed("primary", Id(frozenset({"source"})), "the source that a bare [^18] cites"),
        needed("sources", IdMap(SOURCE), "the texts that citations name"),
    ),
)

EXIT = Record(
    "exit",
    Exit,
    "A way out of a scene",
    (
        needed("to", Id(frozenset({"scene"})), "the scene it leads to"),
        needed("say", LINES, "why one would go"),
    ),
)

SCENE = Record(
    "scene",
    Scene,
    "A room of the briefing",
    (
        needed("title", LINES, "its title"),
        needed("look", InLanguages(Line(500)), "scenery: a metaphor, never a fact"),
        needed("body", ListOf(PROSES, least=1), "its text, one entry a paragraph"),
        Field("actors", ids("actor"), "the actors present"),
        Field("things", IdMap(THING), "things to examine"),
        Field("quotes", IdMap(QUOTE), "words printed inside quotation marks"),
        Field("assessments", IdMap(ASSESSMENT), "judgements"),
        Field("claims", IdMap(CLAIM), "what parties assert"),
        Field("figures", IdMap(FIGURE), "numbers"),
        Field("events", IdMap(EVENT), "what happened"),
        CAVEATS,
        Field("exits", KeyMap(EXIT, "direction", DIRECTIONS), "ways out, by direction"),
    ),
)

STEP = Record(
    "step",
    Step,
    "One stop of a trail",
    (
        needed("scene", Id(frozenset({"scene"})), "the scene"),
        needed("say", LINES, "why it comes next"),
        Field("shows", ListOf(Id(CARDS)), "cards to notice there"),
    ),
)

TRAIL = Record(
    "trail",
    Trail,
    "A guided route through scenes",
    (
        needed("name", LINES, "its name"),
        needed("about", LINES, "what it shows"),
        needed("steps", ListOf(Nested(STEP), least=1), "the scenes in order"),
    ),
)

LISTS = {
    "actors": IdMap(ACTOR),
    "caveats": IdMap(CAVEAT),
    "terms": IdMap(TERM),
    "tensions": IdMap(TENSION),
    "trails": IdMap(TRAIL),
}
"""The shared lists by the name of their file, without `.yaml`."""
