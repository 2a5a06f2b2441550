"""Names from another script are spelt one way: a reader must not take two spellings for two people.

Only Thai is looked at: there the spellings of a name are our own choice, and in Latin script too many of them are other
words (Kazakhstan, Kazakhstani).
"""

import re
from collections.abc import Iterator

from kzterm.model.cards import Actor, Caveat, Term
from kzterm.pack.diagnostic import quoted
from kzterm.pack.rules.edition import Edition
from kzterm.text.fold import is_thai

_WORD = re.compile(r"[^\s\-()]+")
_SHORTEST = 4
_MOST_EDITS = 3


def names_are_spelt_alike(edition: Edition) -> None:
    """KZ140: another spelling of a name, one of its `also`, in prose outside the editor's notes."""
    variants = _variants(edition)
    if not variants:
        return
    pattern = re.compile("|".join(re.escape(variant) for variant in sorted(variants, key=len, reverse=True)))
    cards = edition.briefing.cards
    for piece in edition.pieces:
        if piece.lang == "th" and not isinstance(cards.get(piece.owner), Caveat):
            for shown in edition.shown(piece):
                for match in pattern.finditer(shown.text):
                    place = edition.words(piece, shown, match.start(), match.end())
                    edition.findings.place("KZ140", place, *_said(match[0], variants[match[0]]))
    for line in edition.lines:
        if line.lang == "th" and not isinstance(cards.get(str(line.key[0])), Caveat):
            for match in pattern.finditer(line.text):
                place = edition.places.at(line.key, match.start(), len(match[0]))
                edition.findings.place("KZ140", place, *_said(match[0], variants[match[0]]))


def _said(variant: str, name: str) -> tuple[str, str]:
    return f"{quoted(variant)} is another spelling of {quoted(name)}", "spell a name one way everywhere"


def _variants(edition: Edition) -> dict[str, str]:
    """Other spellings, each with the one in use. What is part of any name in use is not among them."""
    cards = [card for card in edition.briefing.cards.values() if isinstance(card, Actor | Term)]
    names = [card.name.get("th", "") for card in cards]
    found: dict[str, str] = {}
    for card, name in zip(cards, names, strict=True):
        for other in card.also.get("th", ()):
            for variant, word in _spellings(name, other):
                if not any(variant in one for one in names):
                    found.setdefault(variant, word)
    return found


def _spellings(name: str, other: str) -> Iterator[tuple[str, str]]:
    if other != name and other.replace(" ", "") == name.replace(" ", ""):
        yield other, name
    used = _WORD.findall(name)
    for word in _WORD.findall(other):
        for spelling in used:
            if is_thai(word) and word not in name and _sound_alike(word, spelling):
                yield word, spelling


def _sound_alike(one: str, other: str) -> bool:
    """Whether two words are a few letters apart, and not by one piece put in: that makes another word."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST or len(longer) - len(shorter) > _MOST_EDITS:
        return False
    if len(longer) - len(shorter) > 1:
        head = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
        if longer.endswith(shorter[head:]):
            return False
    return edits(one, other) <= min(_MOST_EDITS, max(1, len(other) // 3))


def edits(one: str, other: str) -> int:
    """How many letters must be put in, taken out or exchanged to get from one word to the other."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, there in enumerate(other, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != there)))
        before = now
    return before[-1]
