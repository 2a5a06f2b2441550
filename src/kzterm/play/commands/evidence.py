"""Verbs for weighing: why, compare, caveats, figures, timeline, terms, coverage."""

import re

from kzterm.catalogue import N_
from kzterm.model.cards import Actor, Figure, Tension, Term
from kzterm.pages.compare import in_order
from kzterm.pages.figures import comparable
from kzterm.pages.mentions import mentions
from kzterm.pages.why import reasoned
from kzterm.play.questions import Question
from kzterm.play.turn import Outcome, Turn
from kzterm.play.unknown import unknown_thing
from kzterm.play.verb import Verb
from kzterm.text.fold import fold

_ALL = frozenset({"all", "everything", "ทั้งหมด"})
_HERE = frozenset({"", "here", "ที่นี่"})
_AUXILIARY = re.compile(
    r"^(?:is|are|was|were|did|does|do|has|have|had|will|would|might|may|can|could|should|not|"
    r"isn't|aren't|wasn't|didn't|doesn't|don't|won't|ถึง|จึง)\b\s*",
    re.IGNORECASE,
)


def why(turn: Turn, words: str) -> Outcome:
    """The grounds of what is open, of what the words name, or an answer to a question."""
    words = words.strip(" ?")
    if words.casefold() in _HERE:
        return turn.open(f":why {_open_card(turn) or turn.scene.id}")
    found = tuple(ident for ident in turn.find(words) if reasoned(turn.briefing, ident))
    if len(found) == 1:
        return turn.open(f":why {found[0]}")
    if found:
        return turn.which(found, "why")
    if " " in words and (named := turn.find(f"why {words}")):
        return turn.open(named[0]) if len(named) == 1 else turn.which(named)
    from kzterm.play.commands import searching

    return searching.answer(turn, Question("why", _AUXILIARY.sub("", words)))


def _open_card(turn: Turn) -> str | None:
    """The card looked at that has grounds to show, also when it is the page of its source."""
    ident = turn.shown.rsplit(" ", 1)[-1]
    return ident if ident in turn.briefing.cards and reasoned(turn.briefing, ident) else None


def compare(turn: Turn, words: str) -> Outcome:
    """All comparisons, one by its number or name, or those that weigh what a card says or an actor does."""
    if words.casefold() in _HERE | _ALL:
        return turn.open(":compare")
    found = in_order(turn.briefing.of(Tension))
    if (digits := fold(words)).isdecimal():
        number = int(digits[:9])
        if 1 <= number <= len(found):
            return turn.open(found[number - 1].id)
        return turn.tell(turn.t("Comparisons go from 1 to {count}.", count=len(found)))
    known = {card.id for card in found}
    if named := turn.find(words, among=known):
        return turn.open(named[0]) if len(named) == 1 else turn.which(named)
    cards = turn.find(words)
    if not cards:
        return unknown_thing(turn, words)
    for card in cards:
        figure = turn.briefing.find(card)
        if isinstance(figure, Figure) and len(comparable(turn.briefing, figure)) > 1:
            return turn.open(card)
    naming = mentions(turn.briefing).cards
    near = [*cards, *(ident for card in cards for ident in naming.get(card, ()))]
    shared = tuple(dict.fromkeys(ident for card in near for ident in naming.get(card, ()) if ident in known))
    if not shared:
        return turn.tell(turn.t('Nothing is compared with "{words}". `compare` lists what is.', words=words))
    return turn.open(shared[0]) if len(shared) == 1 else turn.which(shared)


def caveats(turn: Turn, words: str) -> Outcome:
    """The editor's notes here, or all of them."""
    return _list(turn, words, ":caveats")


def figures(turn: Turn, words: str) -> Outcome:
    """The figures here, or all of them."""
    return _list(turn, words, ":figures")


def _list(turn: Turn, words: str, address: str) -> Outcome:
    if words.casefold() in _HERE:
        return turn.open(address)
    if words.casefold() in _ALL:
        return turn.open(f"{address} all")
    return _open_named(turn, words)


def _open_named(turn: Turn, words: str) -> Outcome:
    found = turn.find(words)
    if not found:
        return unknown_thing(turn, words)
    return turn.open(found[0]) if len(found) == 1 else turn.which(found)


def timeline(turn: Turn, words: str) -> Outcome:
    """All events in order of time, or those of one actor."""
    words = re.sub(r"^(of|for|ของ)\s*\b", "", words, flags=re.IGNORECASE)
    if words.casefold() in _HERE | _ALL:
        return turn.open(":timeline")
    actors = {actor.id for actor in turn.briefing.of(Actor)}
    found = turn.find(words, among=actors)
    if not found:
        return _open_named(turn, f"timeline {words}") if turn.find(f"timeline {words}") else unknown_thing(turn, words)
    return turn.open(f":timeline {found[0]}") if len(found) == 1 else turn.which(found, "timeline")


def terms(turn: Turn, words: str) -> Outcome:
    """The glossary, or one entry."""
    if words.casefold() in _HERE | _ALL:
        return turn.open(":terms")
    entries = turn.find(words, among={card.id for kind in (Term, Actor) for card in turn.briefing.of(kind)})
    if not entries:
        return unknown_thing(turn, words)
    return turn.open(entries[0]) if len(entries) == 1 else turn.which(entries)


def coverage(turn: Turn, _words: str) -> Outcome:
    """Which paragraphs of the source are told, and where."""
    return turn.open(":coverage")


VERBS = (
    Verb(
        "why",
        ("grounds", "basis"),
        ("ทำไม", "เพราะอะไร", "เหตุใด"),
        "[THING]",
        N_("whose judgement or claim it is, how sure it sounds, and what it rests on"),
        "why another-war-unlikely",
        why,
    ),
    Verb(
        "compare",
        ("tensions", "comparisons"),
        ("เทียบ", "เปรียบเทียบ"),
        "[NUMBER | THING]",
        N_("where the source pulls against itself, and the rival readings it mentions"),
        "compare 1",
        compare,
    ),
    Verb(
        "caveats",
        ("caveat",),
        ("หมายเหตุ",),
        "[all]",
        N_("the editor's notes: what is printed, and what is known"),
        "caveats",
        caveats,
    ),
    Verb(
        "figures",
        ("figure", "numbers"),
        ("ตัวเลข",),
        "[all]",
        N_("numbers, what they measure, and bars where they compare"),
        "figures all",
        figures,
    ),
    Verb(
        "timeline",
        ("events", "dates", "chronology"),
        ("เส้นเวลา", "ลำดับเวลา", "ไทม์ไลน์"),
        "[ACTOR]",
        N_("events by date: dated, approximate, undated"),
        "timeline tokayev",
        timeline,
    ),
    Verb(
        "terms",
        ("glossary", "term"),
        ("อภิธานศัพท์", "ศัพท์"),
        "[WORD]",
        N_("terms and names with all their spellings"),
        "terms",
        terms,
    ),
    Verb(
        "coverage",
        (),
        ("ความครอบคลุม",),
        "",
        N_("which scenes and cards tell each paragraph of the source"),
        "coverage",
        coverage,
    ),
)
