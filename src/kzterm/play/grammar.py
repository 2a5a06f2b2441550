"""From a typed line to single commands, before any verb is looked up: sequences, politeness, questions."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kzterm.text.fold import fold

_SEPARATOR = re.compile(r"(?<!\d)\.(?!\S*://)|\.(?!\d)|;|\bthen\b|แล้วก็")
_POLITE = re.compile(
    r"^(?:(?:please|pls|kindly|ok|okay|now|well|so|hey|"
    r"(?:can|could|would|will) you|i (?:want|would like|'d like|wish) to|i'd like to|let's|let us|let me|try to)"
    r"\b[\s,]*)+",
    re.IGNORECASE,
)
_POLITE_END = re.compile(r"[\s,]*\b(?:please|pls|thanks|thank you|for me|now)\s*$", re.IGNORECASE)
_THAI_POLITE = re.compile(r"(?:\s*(?:นะคะ|นะครับ|ครับผม|ครับ|ค่ะ|คะ|หน่อย|ด้วย|ที|นะ|จ้ะ|จ้า))+$")
_THAI_PLEASE = re.compile(r"^(?:กรุณา|โปรด|ช่วย(?=\S)(?!ด้วย|เหลือ)|ขอ(?=ดู|อ่าน|เปิด|ไป))\s*")
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+และ\s*|\s+กับ\s+|และ(?=\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question in words: what it asks for, and about what."""

    asks: str
    """who, what, why, when, where or how."""
    about: str


def commands(line: str, takes_rest: Callable[[str], bool]) -> list[str]:
    """The single commands of a line: `n. x sack. take it` is three.

    `takes_rest` tells whether a piece begins with a verb that takes the rest of the line as it stands, such as `note`.
    """
    found: list[str] = []
    rest = line.strip()
    while rest:
        if takes_rest(polite_less(rest)):
            found.append(rest)
            break
        match = next((match for match in _SEPARATOR.finditer(rest) if _parts(rest, match)), None)
        if match is None:
            found.append(rest)
            break
        found.append(rest[: match.start()])
        rest = rest[match.end() :].strip()
    return [command.strip(" ,") for command in found if command.strip(" ,.")]


def _parts(line: str, match: re.Match[str]) -> bool:
    """Whether a separator separates: not inside a quotation, nor in the dots of an ellipsis or an abbreviation."""
    before = line[: match.start()]
    if before.count('"') % 2:
        return False
    return not (match.group() == "." and re.search(r"\b(?:[a-z]\.)+[a-z]$", before, re.IGNORECASE) and len(before) > 1)


def polite_less(words: str) -> str:
    """The words without `please`, `could you` and their like, in either language."""
    for pattern in (_POLITE, _POLITE_END, _THAI_PLEASE, _THAI_POLITE):
        shorter = pattern.sub("", words)
        if shorter.strip():
            words = shorter
    return words.strip()


def listed(words: str) -> list[str]:
    """The members of a list: `sack and board` is two."""
    return [word for word in (part.strip() for part in _AND.split(words)) if word] or [words]


_ENGLISH_QUESTION = re.compile(
    r"^(?P<asks>who|what|why|when|where|how)(?:'s|\s+is|\s+are|\s+was|\s+were|\s+did|\s+does|\s+do|\s+has|\s+have|"
    r"\s+about|\s+happened|\s+will|\s+would|\s+might|\s+may)?\b\s*(?P<about>.*)$",
    re.IGNORECASE,
)
_THAI_ASKS = (
    ("who", "คือใคร"),
    ("who", "เป็นใคร"),
    ("who", "ใครคือ"),
    ("who", "ใคร"),
    ("what", "คืออะไร"),
    ("what", "อะไรคือ"),
    ("what", "หมายถึงอะไร"),
    ("what", "อะไร"),
    ("why", "ทำไมถึง"),
    ("why", "ทำไมจึง"),
    ("why", "ทำไม"),
    ("why", "เพราะอะไร"),
    ("why", "เพราะเหตุใด"),
    ("when", "เมื่อไหร่"),
    ("when", "เมื่อไร"),
    ("when", "ตอนไหน"),
    ("where", "อยู่ที่ไหน"),
    ("where", "ที่ไหน"),
    ("how", "อย่างไร"),
    ("how", "ยังไง"),
)


def question(words: str) -> Question | None:
    """The question that words ask, or None. What stays after the question words is what it is about."""
    text = words.strip(" ?")
    if match := _ENGLISH_QUESTION.match(text):
        return Question(match["asks"].lower(), match["about"].strip())
    folded = fold(text)
    for asks, phrase in _THAI_ASKS:
        if folded.startswith(fold(phrase)) or folded.endswith(fold(phrase)):
            return Question(asks, folded.replace(fold(phrase), " ").strip())
    return None
