"""Search across every scene and card, in all languages at once, however a name is spelt."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kzterm.model.briefing import Briefing, Scene
from kzterm.model.cards import Actor, Assessment, Claim, Event, Quote, Term
from kzterm.pages.dates import BUDDHIST_ERA
from kzterm.play.names import key_of, names, spellings
from kzterm.play.search_index import Entry, entries, toneless
from kzterm.text.cells import clusters
from kzterm.text.fold import fold, without_tones

MOST_HITS = 50
_YEAR = re.compile(r"\d{4}")
_THAI = re.compile("[\u0e01-\u0e4e]+")
_BETWEEN = re.compile(r"[\s,.!?;:\"'()]+")
_SMALL = frozenset(
    ("a", "an", "the", "of", "to", "in", "on", "is", "are", "was", "were", "did", "do", "does", "it", "and", "for")
) | {"ที่", "ซึ่ง", "อัน", "ของ", "และ", "ใน", "กับ", "ถึง", "จึง", "ว่า", "ต้อง", "ได้", "ให้", "จะ", "ก็", "มี", "เป็น"}
"""Words that tell nothing apart."""
_BEFORE, _AFTER = 30, 40
"""Letters of context on each side of a match."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found."""

    ident: str
    rank: int
    """0 its title, 1 another name of it, 2 its text, more where words are missing."""
    partial: bool
    """Whether it lacks words of the query, or holds the parts of one apart."""
    context: tuple[str, str, str]
    """Words before the match, the match, and words after it; all empty when only a name matches."""


Spellings = tuple[str, ...]
"""What one typed word may be spelt like, folded."""


@lru_cache(maxsize=16)
def search(
    briefing: Briefing, query: str, kinds: tuple[type, ...] = (), lang: str = "", whole_only: bool = False
) -> tuple[Hit, ...]:
    """Whatever holds every word of the query, best first: title, then name, then text; at most MOST_HITS.

    `kinds` narrows it; `lang` is the language whose words are shown where both match. Words match by any spelling of a
    name, and a year by either calendar. Where nothing holds them all, Thai tone marks are left out of the comparison,
    then runs of Thai are taken apart into words and, unless `whole_only`, whatever holds most of the words is found.
    """
    whole = [alternatives(briefing, word) for word in _words(query)]
    if not whole:
        return ()
    found = _ranked(briefing, whole, kinds) or _ranked(briefing, whole, kinds, forgiving=True)
    words, partial = whole, not found
    if not found:
        words = [alternatives(briefing, word) for word in _words(_apart(query))]
        found = _ranked(briefing, words, kinds)
        if not found and len(words) > 1 and not whole_only:
            found = _most(briefing, words, kinds)
    return tuple(Hit(entry.ident, rank, partial, _context(entry, words, lang)) for rank, entry in found[:MOST_HITS])


def _words(query: str) -> list[str]:
    return [word for word in _BETWEEN.split(fold(query)) if word and word not in _SMALL]


def _apart(query: str) -> str:
    """The query with spaces between the Thai words."""
    from kzterm.text.breaks_light import light_breaks

    def spaced(match: re.Match[str]) -> str:
        run = match.group()
        return " ".join(run[start:end] for start, end in pairwise([0, *light_breaks(run), len(run)]))

    return _THAI.sub(spaced, query)


def alternatives(briefing: Briefing, word: str) -> Spellings:
    """The spellings that a typed word stands for, itself first."""
    found = [word]
    if _YEAR.fullmatch(word):
        year = int(word)
        if 2400 <= year <= 2599:
            found.append(str(year - BUDDHIST_ERA))
        elif 1857 <= year <= 2056:
            found.append(str(year + BUDDHIST_ERA))
    for ident in names(briefing).exact.get(key_of(word), ()):
        item = briefing.find(ident)
        if isinstance(item, Actor | Term):
            found += [spelling for spelling in map(fold, spellings(item)) if len(spelling) > 2]
    return tuple(dict.fromkeys(found))


def _of_kind(briefing: Briefing, kinds: tuple[type, ...]) -> Iterable[Entry]:
    if not kinds:
        return entries(briefing)
    return (entry for entry in entries(briefing) if isinstance(briefing.find(entry.ident), kinds))


def _ranked(
    briefing: Briefing, words: list[Spellings], kinds: tuple[type, ...], forgiving: bool = False
) -> list[tuple[int, Entry]]:
    """Entries that hold every word, best first; `forgiving` leaves Thai tone marks out of the comparison."""
    if forgiving:
        words = [tuple(map(without_tones, group)) for group in words]
    bare = toneless(briefing) if forgiving else {}
    found = []
    for entry in _of_kind(briefing, kinds):
        fields = bare[entry.ident] if forgiving else (entry.title, entry.others, entry.text)
        if all(_in_any(fields, group) for group in words):
            found.append((_rank(fields, words), entry))
    return sorted(found, key=lambda row: row[0])


def _in_any(fields: tuple[str, ...], group: Spellings) -> bool:
    """Whether a word stands in one of the fields; the text, where most words are, is looked at first."""
    for spelling in group:
        for field in reversed(fields):
            if spelling in field:
                return True
    return False


def _rank(fields: tuple[str, ...], words: list[Spellings]) -> int:
    """The best field that holds every word; the last rank when only all fields together do."""
    for rank, field in enumerate(fields):
        if all(any(spelling in field for spelling in group) for group in words):
            return rank
    return len(fields) - 1


def _most(briefing: Briefing, words: list[Spellings], kinds: tuple[type, ...]) -> list[tuple[int, Entry]]:
    """Entries that hold most of the words, those with most first; where none does, those that hold any."""
    found = []
    for entry in _of_kind(briefing, kinds):
        fields = (entry.title, entry.others, entry.text)
        held = sum(1 for group in words if _in_any(fields, group))
        if held:
            found.append((2 + len(words) - held, entry))
    most = [row for row in found if row[0] - 2 < len(words) / 2]
    return sorted(most or found, key=lambda row: row[0])


def _context(entry: Entry, words: list[Spellings], lang: str) -> tuple[str, str, str]:
    """The first match in the text as written, with some letters on each side, cut between clusters."""
    for text in sorted(entry.texts, key=lambda name: name != lang):
        folded = fold(entry.texts[text])
        for spelling in (spelling for group in words for spelling in group):
            start = folded.find(spelling)
            if start >= 0 and (found := _around(entry.texts[text], spelling, start)):
                return found
    return ("", "", "")


def _around(text: str, spelling: str, near: int) -> tuple[str, str, str] | None:
    """A match and its surroundings; folding may have moved it, so it is looked for near where it was found."""
    first = max(near - 3 * _BEFORE, 0)
    window = text[first : near + len(spelling) + 3 * _AFTER]
    parts = clusters(window)
    folded, owner = _mapped(parts)
    start = folded.find(spelling)
    if start < 0:
        return None
    left, right = owner[start], owner[start + len(spelling) - 1]
    lead = "…" if first or left > _BEFORE else ""
    tail = "…" if len(parts) > right + _AFTER + 1 else ""
    before, after = parts[max(left - _BEFORE, 0) : left], parts[right + 1 : right + _AFTER + 1]
    return lead + "".join(before).lstrip(), "".join(parts[left : right + 1]), "".join(after).rstrip() + tail


_folded_cluster = lru_cache(maxsize=4096)(fold)


def _mapped(parts: list[str]) -> tuple[str, list[int]]:
    """The folded text, and for each of its letters the cluster it came from."""
    folded: list[str] = []
    owner: list[int] = []
    for index, part in enumerate(parts):
        piece = part.lower() if part.isascii() else _folded_cluster(part)
        folded.append(piece)
        owner.extend([index] * len(piece))
    return "".join(folded), owner


QUESTION_KINDS: dict[str, tuple[type, ...]] = {
    "who": (Actor, Quote, Claim, Scene),
    "what": (),
    "why": (Assessment, Claim, Scene),
    "when": (Event, Scene),
    "where": (Actor, Scene, Event),
    "how": (),
}
"""What kinds of thing answer a question."""
