"""The cards of a briefing as a table: those of scenes, then those of the shared lists. See spec.py."""

from kzterm.model.cards import (
    ARTICLE,
    NOT_ATTRIBUTED,
    Actor,
    Assessment,
    Caveat,
    Claim,
    Event,
    Figure,
    Quote,
    Side,
    Tension,
    Term,
    Thing,
)
from kzterm.pack.shapes import (
    Choice,
    Day,
    Digits,
    Either,
    Field,
    Id,
    InLanguages,
    Language,
    Line,
    ListOf,
    Nested,
    Printed,
    Record,
    Whole,
    needed,
)
from kzterm.pack.spec_parts import ALSO, BARE_PROSES, CARDS, CAVEATS, CITED, HEDGE, LINES, LINKABLE, PROSES, ids

THING = Record(
    "thing",
    Thing,
    "Something to examine: scenery that leads to cards; nothing rests on it",
    (
        needed("name", LINES, "what it is called"),
        Field("also", ALSO, "other words a reader may type"),
        Field("look", InLanguages(Line(500)), "a line of scenery"),
        needed("shows", ListOf(Id(CARDS)), "the cards that examining it brings up"),
    ),
    in_scene=True,
)

QUOTE = Record(
    "quote",
    Quote,
    "Words the source prints inside quotation marks",
    (
        needed("original", Printed(2000), "the words exactly as printed, without the marks"),
        Field("lang", Language(), "their language, if it is not the source's"),
        needed("translation", InLanguages(Line(2000), every=False), "our translation, in every other language"),
        needed("speaker", Id(frozenset({"actor"}), (NOT_ATTRIBUTED,)), "who said it"),
        Field("attribution", Choice(("explicit", "contextual")), "contextual: the speaker is clear from context only"),
        needed("context", PROSES, "what is being quoted, and what lies outside the marks"),
        CITED,
        CAVEATS,
    ),
    in_scene=True,
)

_VOICES = Choice(("named", "narrated", "unnamed", "party"))

ASSESSMENT = Record(
    "assessment",
    Assessment,
    "A judgement and its holder",
    (
        needed("holder", Id(frozenset({"actor"}), (ARTICLE,)), "whose judgement it is; article is the narration"),
        needed("voice", _VOICES, "named, narrated, unnamed or party"),
        HEDGE,
        needed("text", BARE_PROSES, "the judgement, without citations"),
        Field("basis", ids("figure", "event", "claim", "quote", "assessment"), "what it rests on"),
        CITED,
        CAVEATS,
    ),
    in_scene=True,
)

CLAIM = Record(
    "claim",
    Claim,
    "What a party asserts, alleges, denies or announces",
    (
        needed("by", ListOf(Id(frozenset({"actor"})), least=1), "who claims it"),
        Field("voice", _VOICES, "whose voice it has; party unless given"),
        needed("status", Choice(("asserted", "alleged", "denied", "announced", "disputed", "open")), "where it stands"),
        HEDGE,
        needed("text", BARE_PROSES, "the claim, without citations"),
        Field("disputed_by", ids("claim"), "claims that deny or dispute it"),
        CITED,
        CAVEATS,
    ),
    in_scene=True,
)

FIGURE = Record(
    "figure",
    Figure,
    "A number with what it measures",
    (
        needed("value", Digits(), "the number: digits, no separators"),
        needed("comparator", Choice(("exactly", "more_than", "at_least", "at_most", "about")), "how exact it is"),
        needed("unit", Either("percent", LINES), "percent, or the unit in words"),
        needed("of", LINES, "what it measures"),
        HEDGE,
        Field("compare", ids("figure"), "figures of the same unit and kind that may be drawn beside it"),
        CITED,
        CAVEATS,
    ),
    in_scene=True,
)

EVENT = Record(
    "event",
    Event,
    "Something that happened",
    (
        Field("date", Day(), "when, in EDTF; left out when the source does not date it"),
        Field("printed", Printed(), "the date as printed"),
        Field("dated_by", LINES, "how the date was reckoned"),
        needed("text", BARE_PROSES, "what happened, without citations"),
        Field("actors", ids("actor"), "who took part"),
        CITED,
        CAVEATS,
    ),
    in_scene=True,
)

_ACTOR_KINDS = (
    "person",
    "state",
    "bloc",
    "group",
    "organisation",
    "company",
    "place",
    "infrastructure",
    "occasion",
    "unnamed",
)

ACTOR = Record(
    "actor",
    Actor,
    "A person, state, organisation, place and the like",
    (
        needed("kind", Choice(_ACTOR_KINDS), "what it is"),
        needed("name", LINES, "its name"),
        Field("also", ALSO, "other spellings a reader may type"),
        Field("printed", Printed(), "the name as the source prints it, where that differs"),
        needed("who", PROSES, "who this is, from the source alone"),
        CAVEATS,
    ),
)

CAVEAT = Record(
    "caveat",
    Caveat,
    "An editor's note on the source",
    (
        needed("title", LINES, "short enough for a panel"),
        needed("paras", ListOf(Whole(), least=1), "numbers of the paragraphs it is about"),
        needed("printed", PROSES, "what the source prints"),
        needed("known", PROSES, "what is generally known, or why it matters"),
        needed(
            "grounds",
            ListOf(Choice(("visible", "general_knowledge", "essay_opening", "look_up")), least=1),
            "what the note rests on",
        ),
    ),
)

TERM = Record(
    "term",
    Term,
    "An entry of the glossary",
    (
        needed("name", LINES, "the term"),
        Field("also", ALSO, "other words a reader may type"),
        Field("printed", Printed(), "the term as the source prints it"),
        needed("means", PROSES, "what it means"),
        Field("see", ListOf(Id(LINKABLE)), "ids of what to see as well"),
        CAVEATS,
    ),
)

SIDE = Record(
    "side",
    Side,
    "One side of a tension",
    (
        needed("text", PROSES, "what this side says, with citations"),
        Field("shows", ListOf(Id(CARDS)), "the cards it goes back to"),
    ),
)

TENSION = Record(
    "tension",
    Tension,
    "Statements of the source that pull apart, or rival readings that it mentions",
    (
        needed("kind", Choice(("tension", "alternatives")), "tension, or rival readings the source itself mentions"),
        needed("title", LINES, "its title"),
        needed("sides", ListOf(Nested(SIDE), least=2), "the statements"),
        Field("note", PROSES, "what the source does and does not say about it"),
    ),
)
