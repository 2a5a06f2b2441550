"""The two marks that prose has beyond Markdown, `[[target|label]]` and `[^18]`, and where lines join."""

import re
from dataclasses import dataclass

from kzterm.model.prose import ParaRef
from kzterm.pack.diagnostic import quoted

LINK = re.compile(r"\[\[(?P<target>[^\[\]|\n]*)(?:\|(?P<label>[^\[\]]*))?\]\]")
CITATION = re.compile(r"\[\^(?P<body>[^\[\]\n]*)\]")

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""What an id looks like: kebab-case."""

LONGEST_ID = 64

ADDRESS = re.compile("https?://[^\\s\"'<>\\\\^`{|}/-][^\\s\"'<>\\\\^`{|}]*", re.IGNORECASE)
"""A web address, as far as it can be told from its text. None begins its host with a hyphen, to be safe in a shell."""

_PART = re.compile(r"\s*(?:(?P<source>[a-z][a-z0-9-]*):)?\s*(?P<para>[0-9]{1,6})\s*")

_THAI_LETTER = re.compile("[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]")
"""Consonants, vowels and marks. Not the repetition mark, the abbreviation mark or digits: a space goes beside those."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a piece of prose."""

    code: str
    offset: int
    """Into the prose as it was read from its scalar."""
    length: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class LinkMention:
    """A link as it stands in prose."""

    target: str
    offset: int
    length: int
    """Of the target alone."""


@dataclass(frozen=True, slots=True)
class CiteMention:
    """One paragraph as a citation names it."""

    ref: ParaRef
    offset: int
    length: int
    """Of this one number, its source included."""


def read_citation(body: str, at: int, primary: str) -> tuple[list[CiteMention], list[Fault]]:
    """The paragraphs named between `[^` and `]`; `at` is the offset of that text."""
    mentions: list[CiteMention] = []
    hint = "write [^18], [^8,20] or [^essay:1]"
    offset, named = at, ""
    for part in body.split(","):
        match = _PART.fullmatch(part)
        if match is None:
            message = (
                f"{quoted(part.strip())} is not a paragraph number" if part.strip() else "a paragraph number is missing"
            )
            return [], [Fault("KZ042", offset, max(1, len(part)), message, hint)]
        if named and not match["source"]:
            message = (
                f"it is not clear whether paragraph {match['para']} is of {quoted(named)} or of the primary source"
            )
            advice = f"write {named}:{match['para']}, or put bare numbers first"
            return [], [Fault("KZ042", offset, max(1, len(part)), message, advice)]
        named = match["source"] or ""
        start = match.start("source") if match["source"] else match.start("para")
        ref = ParaRef(match["source"] or primary, int(match["para"]))
        mentions.append(CiteMention(ref, offset + start, match.end("para") - start))
        offset += len(part) + 1
    return mentions, []


def joint(before: str, after: str) -> str:
    """What a line break between two pieces of text turns into: nothing inside Thai, else a space."""
    return "" if _THAI_LETTER.match(before[-1:]) and _THAI_LETTER.match(after[:1]) else " "


def join_lines(text: str) -> str:
    """Several lines as one, by the same rule. A line that ends in a space keeps one."""
    lines = [line for line in text.split("\n") if line.strip()]
    joined = lines[0].lstrip() if lines else ""
    for line in lines[1:]:
        following = line.lstrip()
        joined = joined.rstrip() + (" " if joined[-1:].isspace() else joint(joined, following)) + following
    return joined.rstrip()
