"""From a typed line to single commands, before any verb is looked up: sequences, politeness, lists."""

import re
from collections.abc import Callable

_SEPARATOR = re.compile(
    r"(?<!\d)\.(?!\S*://)|\.(?!\d)|;|(?<=\S)\s+then\s+(?=\S)|แล้วก็|,\s*(?:and\s+)?|\s+and\s+|\s+แล้ว", re.IGNORECASE
)
_DEFINITE = re.compile(r"\.|;|\s*then\s*|แล้วก็", re.IGNORECASE)
"""What separates whatever follows; the rest does so only before a command."""
_ABBREVIATION = re.compile(
    r"(?:(?:\b[a-z]\.)+[a-z]"
    r"|\b(?:mr|mrs|ms|dr|prof|st|vs|no|para|pp?|approx|ca|cf|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    r"|(?<![\u0e01-\u0e4e])[\u0e01-\u0e2e]{1,2}(?:\.[\u0e01-\u0e2e]{1,2})*)$",
    re.IGNORECASE,
)
"""What ends before a dot that belongs to it: U.S, Feb, ก.ย, พ.ศ."""
_MOVES = re.compile(r"(?:[nsewudb]|[ns][ew])(?:\.\s*(?:[nsewudb]|[ns][ew]))*")
"""Directions typed in a row, `n.e.s`, which look like an abbreviation."""
_POLITE = re.compile(
    r"^(?:(?:please|pls|kindly|ok|okay|now|well|so|hey|"
    r"(?:can|could|would|will) you|i (?:want|would like|'d like|wish) to|i'd like to|let's|let us|let me|try to)"
    r"\b[\s,]*)+",
    re.IGNORECASE,
)
_POLITE_END = re.compile(r"[\s,]*\b(?:please|pls|thanks|thank you|for me|now)\s*$", re.IGNORECASE)
_THAI_POLITE = re.compile(r"(?:\s*(?:นะคะ|นะครับ|ครับผม|ครับ|ค่ะ|หน่อย|จ้ะ|จ้า)|\s+(?:คะ|ด้วย|ที|นะ|สิ))+$")
"""Short particles count only after a space: ชนะ and เห็นด้วย end in them as well."""
_THAI_PLEASE = re.compile(r"^(?:กรุณา|โปรด|ช่วย(?=\S)(?!ด้วย|เหลือ)|ขอ(?=ดู|อ่าน|เปิด|ไป|แผนที่))\s*")
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*และ\s*|\s*กับ\s*", re.IGNORECASE)


def commands(line: str, takes_rest: Callable[[str], bool], begins: Callable[[str], bool]) -> list[str]:
    """The single commands of a line: `n. x sack. take it` is three.

    `takes_rest` tells whether a piece begins with a verb that takes the rest of the line as it stands, such as `note`;
    `begins` whether a piece begins like a command: after a comma or `and` only such a piece is one.
    """
    found: list[str] = []
    rest = line.strip()
    while rest:
        if takes_rest(polite_less(rest)):
            found.append(rest)
            break
        match = next((match for match in _SEPARATOR.finditer(rest) if _parts(rest, match, begins)), None)
        if match is None:
            found.append(rest)
            break
        found.append(rest[: match.start()])
        rest = rest[match.end() :].strip()
    return [command.strip(" ,") for command in found if command.strip(" ,.")]


def _parts(line: str, match: re.Match[str], begins: Callable[[str], bool]) -> bool:
    """Whether a separator separates: not inside a quotation, and not in the dots of an abbreviation or ellipsis."""
    before, after = line[: match.start()], line[match.end() :].strip()
    if before.count('"') % 2:
        return False
    if match.group() == ".":
        moves = _MOVES.fullmatch(before) or _MOVES.fullmatch(line.casefold().strip(" ."))
        return not _ABBREVIATION.search(before) or moves is not None
    return _DEFINITE.fullmatch(match.group()) is not None or begins(after)


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
