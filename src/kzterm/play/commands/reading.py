"""Verbs for reading: look, examine, who, quotes, assess, source."""

import re

from kzterm.catalogue import N_
from kzterm.model.prose import ParaRef
from kzterm.play.turn import Outcome, Turn
from kzterm.play.unknown import unknown_thing
from kzterm.play.verb import Verb

READER = frozenset({"i", "me", "myself", "am i", "ฉัน", "ผม", "ตัวเอง"})
ALL = frozenset({"all", "everything", "ทั้งหมด", "ทุกอย่าง"})
PARAGRAPH = re.compile(r"(?:paragraph|para|ย่อหน้า(?:ที่)?)\s*(?P<para>\d+)(?:\s+say)?", re.IGNORECASE)
_RANGE = re.compile(r"(?P<source>(?:[a-z][a-z0-9-]*:)?)(?P<first>\d+)\s*(?:-|–|to|ถึง)\s*(?P<last>\d+)")
_MOST_PARAGRAPHS = 50
_REFERENCE = re.compile(r"(?:(?P<source>[a-z][a-z0-9-]*):)?(?P<para>\d+)")


def look(turn: Turn, words: str) -> Outcome:
    """The scene again; with words, the thing they name."""
    words = re.sub(r"^(at|around)\b\s*", "", words, flags=re.IGNORECASE)
    return examine(turn, words) if words else turn.open(turn.scene.id)


def examine(turn: Turn, words: str) -> Outcome:
    """Open whatever the words name."""
    words = words.strip(" !?.")
    if words.casefold() in READER:
        return turn.open(":me")
    if match := PARAGRAPH.fullmatch(words):
        return source(turn, match["para"])
    return open_named(turn, words) or unknown_thing(turn, words)


def open_named(turn: Turn, words: str) -> Outcome | None:
    """Open what the words name, ask when there are several, None when there is nothing."""
    found = turn.find(words)
    if not found:
        return None
    return turn.open(found[0]) if len(found) == 1 else turn.which(found)


def who(turn: Turn, words: str) -> Outcome:
    """The actors here; with a name, that actor."""
    words = re.sub(r"^(is|are|was)\b\s*", "", words, flags=re.IGNORECASE).rstrip(" ?")
    if not words or words.casefold() in ("here", "ที่นี่"):
        return turn.open(":who")
    return open_named(turn, words) or unknown_thing(turn, words)


def quotes(turn: Turn, words: str) -> Outcome:
    """The quotations here, or all of them."""
    return _list(turn, words, ":quotes")


def assess(turn: Turn, words: str) -> Outcome:
    """The assessments here, or all of them."""
    return _list(turn, words, ":assess")


def _list(turn: Turn, words: str, address: str) -> Outcome:
    words = re.sub(r"^(?:by|of|from|ของ|โดย)\s*", "", words)
    if not words or words.casefold() in ("here", "ที่นี่"):
        return turn.open(address)
    if words.casefold() in ALL:
        return turn.open(f"{address} all")
    return examine(turn, words)


def source(turn: Turn, words: str) -> Outcome:
    """Where it comes from: what is open, a paragraph, or something named."""
    words = re.sub(r"^(para(graph)?s?|ย่อหน้า(ที่)?)\s*", "", words.strip(" ?"), flags=re.IGNORECASE)
    if not words:
        address = turn.shown
        return turn.open(f":source {address}" if address in turn.briefing.cards else ":source")
    parts = [part for part in re.split(r"[\s,]+|\band\b|และ", _RANGE.sub(_spelled, words)) if part]
    if all(_REFERENCE.fullmatch(part) for part in parts):
        return _paragraphs(turn, parts)
    cards = turn.find(words, among=turn.briefing.cards)
    if len(cards) == 1:
        return turn.open(f":source {cards[0]}")
    return turn.which(cards, "source") if cards else unknown_thing(turn, words)


def _spelled(match: re.Match[str]) -> str:
    """The paragraphs of a range, one by one."""
    first, last = int(match["first"][:9]), int(match["last"][:9])
    return ",".join(f"{match['source']}{para}" for para in range(first, min(last, first + _MOST_PARAGRAPHS) + 1))


def _paragraphs(turn: Turn, parts: list[str]) -> Outcome:
    for part in parts:
        ref = reference(turn, part)
        known = turn.briefing.sources.get(ref.source)
        if known is None:
            names_ = ", ".join(turn.briefing.sources)
            return turn.tell(turn.t("No source is called {name}; there are: {names}.", name=ref.source, names=names_))
        first, last = known.first_paragraph, known.last_paragraph
        if first is not None and last is not None and not first <= ref.para <= last:
            words = turn.t(
                "Paragraphs of {source} go from {first} to {last}.",
                source=turn.view.text(known.title),
                first=first,
                last=last,
            )
            return turn.tell(words)
    return turn.open(":source " + ",".join(parts))


def reference(turn: Turn, part: str) -> ParaRef:
    """`18` or `essay:1` as a reference."""
    match = _REFERENCE.fullmatch(part)
    assert match is not None
    return ParaRef(match["source"] or turn.briefing.primary, int(match["para"]))


VERBS = (
    Verb("look", ("l",), ("ดู",), "[THING]", N_("the scene again, or a thing in it"), "look", look),
    Verb(
        "examine",
        ("x", "open", "read", "inspect", "show", "display", "see", "view"),
        ("ตรวจ", "เปิด", "อ่าน"),
        "THING",
        N_("a thing, actor, quote, figure or any card"),
        "examine sack",
        examine,
        "list",
        N_("What do you want to examine?"),
    ),
    Verb("who", ("actors", "people"), ("ใคร",), "[ACTOR]", N_("who is here, or who somebody is"), "who is umarov", who),
    Verb(
        "quotes",
        ("quote",),
        ("คำพูด",),
        "[all]",
        N_("words printed in quotation marks, with their speakers"),
        "quotes all",
        quotes,
    ),
    Verb(
        "assess",
        ("assessments", "judgements", "claims"),
        ("ประเมิน", "ข้อกล่าวอ้าง"),
        "[all]",
        N_("assessments, with holder, voice and hedge, and what parties claim"),
        "assess",
        assess,
    ),
    Verb(
        "source",
        ("sources", "cite", "paragraph"),
        ("ที่มา",),
        "[PARAGRAPH | THING]",
        N_("the paragraph something rests on, and where the original is"),
        "source 18",
        source,
    ),
)
