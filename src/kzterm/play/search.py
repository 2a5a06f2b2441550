"""Search across every scene and card, in all languages at once, however a name is spelt."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kzterm.model.briefing import Briefing, Item, Scene
from kzterm.model.cards import Actor, Assessment, Claim, Event, Figure, Quote, Term
from kzterm.model.prose import Prose, plain
from kzterm.pages.dates import BUDDHIST_ERA
from kzterm.pages.mentions import prose_of_card
from kzterm.play.names import key_of, names, spellings
from kzterm.text.cells import clusters
from kzterm.text.fold import fold, without_tones

_SEPARATOR = "\x1f"
_YEAR = re.compile(r"\d{4}")
MOST_HITS = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found."""

    ident: str
    rank: int
    """0 its title, 1 another name of it, 2 its text."""
    context: tuple[str, str, str]
    """Words before the match, the match, and words after it; the match is empty when it is in the title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found."""

    ident: str
    title: str
    """Folded titles, all languages."""
    others: str
    """Folded other names."""
    text: str
    """Folded words, all languages."""
    texts: tuple[str, ...]
    """The words as written, one string a language."""


@lru_cache(maxsize=4)
def entries(briefing: Briefing) -> tuple[Entry, ...]:
    """Everything that can be found, folded once."""
    return tuple(
        _entry(item) for item in (*briefing.scenes.values(), *briefing.cards.values(), *briefing.trails.values())
    )


def _entry(item: Item) -> Entry:
    title = getattr(item, "title", None) or getattr(item, "name", None) or {}
    texts = tuple(_texts(item))
    return Entry(
        item.id,
        _folded(title.values()),
        _folded(spellings(item)),
        _folded(texts),
        texts,
    )


def _folded(texts: Iterable[str]) -> str:
    return _SEPARATOR.join(fold(text) for text in texts)


def _texts(item: Item) -> Iterator[str]:
    """The words of an item, one string a language."""
    found: dict[str, list[str]] = {}
    if isinstance(item, Scene):
        pieces: list[tuple[str, Prose | str]] = [(lang, text) for lang, text in item.look.items()]
        pieces += [(lang, prose) for proses in item.body for lang, prose in proses.items()]
    else:
        pieces = _pieces(item)
    for lang, piece in pieces:
        found.setdefault(lang, []).append(piece if isinstance(piece, str) else plain(piece).replace("\n", " "))
    for parts in found.values():
        yield " ".join(parts)


def _pieces(item: Item) -> list[tuple[str, Prose | str]]:
    pieces: list[tuple[str, Prose | str]] = []
    if isinstance(item, Quote):
        pieces += [(item.lang, item.original), *item.translation.items()]
    if isinstance(item, Figure):
        unit = {} if isinstance(item.unit, str) else item.unit
        pieces += [(lang, f"{int(float(item.value)):,} {unit.get(lang, '%')} {of}") for lang, of in item.of.items()]
    if isinstance(item, Event):
        year = re.match(r"\d{4}", item.date or "")
        pieces += [(lang, f"{year.group() if year else ''} {item.printed or ''}") for lang in item.text]
    if hasattr(item, "about"):
        pieces += list(item.about.items())
    if (not isinstance(item, Scene) and hasattr(item, "caveats")) or hasattr(item, "sides") or hasattr(item, "grounds"):
        pieces += [(lang, prose) for proses in prose_of_card(item) for lang, prose in proses.items()]  # type: ignore[arg-type]
    return pieces


def search(briefing: Briefing, query: str, kinds: tuple[type, ...] = ()) -> list[Hit]:
    """Whatever holds every word of the query, best first: title, then name, then text; at most MOST_HITS.

    `kinds` narrows it. Words match by any spelling of a name and a year by either calendar; where nothing matches,
    Thai tone marks are left out of the comparison.
    """
    words = [alternatives(briefing, word) for word in _words(query)]
    if not words:
        return []
    found = _scan(briefing, words, kinds, forgiving=False)
    return found or _scan(briefing, words, kinds, forgiving=True)


def _words(query: str) -> list[str]:
    return [word for word in re.split(r"[\s,.!?;:\"'()]+", fold(query)) if word and word not in _SMALL]


_SMALL = frozenset(
    ["a", "an", "the", "of", "to", "in", "on", "is", "are", "was", "were", "did", "do", "does", "it", "and", "for"]
)


def alternatives(briefing: Briefing, word: str) -> tuple[str, ...]:
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
            found += [spelling for spelling in (fold(name) for name in spellings(item)) if len(spelling) > 2]
    return tuple(dict.fromkeys(found))


def _scan(briefing: Briefing, words: list[tuple[str, ...]], kinds: tuple[type, ...], forgiving: bool) -> list[Hit]:
    if forgiving:
        words = [tuple(without_tones(spelling) for spelling in group) for group in words]
    ranked: list[tuple[int, int, Entry]] = []
    for order, entry in enumerate(entries(briefing)):
        if kinds and not isinstance(briefing.find(entry.ident), kinds):
            continue
        rank = _rank(entry, words, forgiving)
        if rank is not None:
            ranked.append((rank, order, entry))
    ranked.sort(key=lambda row: row[:2])
    return [Hit(entry.ident, rank, _context(entry, words, forgiving)) for rank, _, entry in ranked[:MOST_HITS]]


def _rank(entry: Entry, words: list[tuple[str, ...]], forgiving: bool) -> int | None:
    """The best field that holds every word; a word may stand in any field when none holds all."""
    fields = (entry.title, entry.others, entry.text)
    if forgiving:
        fields = (without_tones(entry.title), without_tones(entry.others), without_tones(entry.text))
    for rank, field in enumerate(fields):
        if all(any(spelling in field for spelling in group) for group in words):
            return rank
    together = _SEPARATOR.join(fields)
    return 2 if all(any(spelling in together for spelling in group) for group in words) else None


def _context(entry: Entry, words: list[tuple[str, ...]], forgiving: bool) -> tuple[str, str, str]:
    """The first match in the text as written, with about 30 letters on each side, cut between clusters."""
    for text in entry.texts:
        parts = clusters(text)
        folded, owner = _mapped(parts, forgiving)
        for group in words:
            for spelling in group:
                start = folded.find(spelling)
                if start < 0:
                    continue
                first, last = owner[start], owner[start + len(spelling) - 1]
                before, after = parts[max(first - 30, 0) : first], parts[last + 1 : last + 41]
                lead = "…" if first > 30 else ""
                tail = "…" if len(parts) > last + 41 else ""
                return lead + "".join(before).lstrip(), "".join(parts[first : last + 1]), "".join(after).rstrip() + tail
    return ("", "", "")


def _mapped(parts: list[str], forgiving: bool) -> tuple[str, list[int]]:
    """The folded text, and for each of its letters the cluster it came from."""
    folded: list[str] = []
    owner: list[int] = []
    for index, part in enumerate(parts):
        piece = " " if part.isspace() else fold(part)
        if forgiving:
            piece = without_tones(piece)
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
