"""Search across every scene and card, in all languages at once, however a name is spelt."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from typing import Literal

from kzterm.model.briefing import Briefing, Scene
from kzterm.model.cards import Actor, Assessment, Claim, Event, Figure, Quote, Tension, Term
from kzterm.pages.dates import BUDDHIST_ERA
from kzterm.play.names import names
from kzterm.play.small_words import SMALL_WORDS
from kzterm.play.spellings import key_of, spellings
from kzterm.play.words import Column, Corpus, Spellings, corpus, flat, needle
from kzterm.text.breaks import inside_names, occurrences
from kzterm.text.breaks_runs import thai_names
from kzterm.text.fold import fold, is_thai, without_tones

MOST_HITS = 50
Reach = Literal["whole", "needed", "wide"]
MOST_WORDS = 24
"""Words of a query that are looked for."""
_MOST_LOOKED_AT = 1000
"""Where nothing holds all words: things looked at for each of them. A word that stands in more tells little."""
_MOST_LIKELY = 8
"""Things of the likeliest kind to answer that are listed though they hold only half of the words."""
_YEAR = re.compile(r"\d{4}")
_THAI = re.compile("[\u0e01-\u0e4e]+")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s")
"""Of English words; without them `stopped` finds stop and stops."""
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found."""

    ident: str
    rank: int
    """0 its title, 1 another name of it, 2 its text, more where words are missing."""
    partial: bool
    """Whether it lacks words of the query, or holds the parts of one apart."""
    words: tuple[Spellings, ...]
    """What was looked for."""
    tones: bool = True
    """Whether Thai tone marks are those of the query; else the words have none."""


@lru_cache(maxsize=16)
def search(briefing: Briefing, query: str, kinds: tuple[type, ...] = (), reach: Reach = "needed") -> tuple[Hit, ...]:
    """Whatever holds every word of the query, best first: title, then name, then text; at most MOST_HITS.

    `kinds` narrows it. Words match by any spelling of a name, and a year by either calendar. Where nothing holds them
    all, Thai tone marks are left out of the comparison, then runs of Thai are taken apart into words. `reach` says
    when what holds only most of the words is found as well: never, where it is needed, or always.
    """
    whole = _wanted(briefing, query)
    if not whole:
        return ()
    things = corpus(briefing)
    found = list(islice(_whole(things, whole, kinds), MOST_HITS))
    hits = _hits(things, found, whole, partial=False)
    if not found and is_thai(query):
        bare = _toneless(whole)
        found = list(islice(_whole(things, bare, kinds, tones=False), MOST_HITS))
        hits = _hits(things, found, bare, partial=False, tones=False)
    if hits and reach != "wide":
        return hits
    words = _wanted(briefing, _apart(briefing, query)) if is_thai(query) else whole
    more = list(islice(_whole(things, words, kinds), MOST_HITS)) if words != whole else []
    if len(words) > 1 and (reach == "wide" or (reach == "needed" and not more)):
        more += _most(things, words, kinds)
        if reach == "wide" and kinds:
            # How much it is may well be told by a figure that lacks a word of the question.
            more += _most(things, words, kinds[:1], half=True)[:_MOST_LIKELY]
    known = dict(found)
    rest: dict[int, int] = {}
    for number, rank in more:
        if number not in known:
            rest.setdefault(number, rank)
    return (*hits, *_hits(things, rest.items(), words, partial=True))[:MOST_HITS]


Found = tuple[int, int]
"""The number of a thing, and its rank."""


def _hits(
    things: Corpus, found: Iterable[Found], words: list[Spellings], partial: bool, tones: bool = True
) -> tuple[Hit, ...]:
    return tuple(Hit(things.idents[number], rank, partial, tuple(words), tones) for number, rank in found)


def _toneless(words: Iterable[Spellings]) -> list[Spellings]:
    return [tuple(map(without_tones, group)) for group in words]


def _wanted(briefing: Briefing, query: str) -> list[Spellings]:
    """What to look for: for each word that tells anything, its spellings; all words where none does."""
    words = dict.fromkeys(flat(query).split())
    words_ = [word for word in words if len(word) > 1 or len(words) == 1]
    telling = [word for word in words_ if word not in SMALL_WORDS] or words_
    return [alternatives(briefing, word) for word in islice(telling, MOST_WORDS)]


def _apart(briefing: Briefing, query: str) -> str:
    """The query with spaces between the Thai words, and names whole."""
    from kzterm.text.breaks_light import light_breaks

    def spaced(match: re.Match[str]) -> str:
        run = match.group()
        known = inside_names(run, _thai_names(briefing))
        ends = [at for at in light_breaks(run) if at not in known]
        ends += [at for span in occurrences(run, _thai_names(briefing)) for at in span]
        return " ".join(run[start:end] for start, end in pairwise(sorted({0, *ends, len(run)})))

    return _THAI.sub(spaced, query)


@lru_cache(maxsize=4)
def _thai_names(briefing: Briefing) -> tuple[str, ...]:
    """Names that are never taken apart: whole runs of Thai, long ones only, for short ones stand in other words too."""
    return tuple({name for name in thai_names(briefing) if len(name) > 3 and _THAI.fullmatch(name)})


def alternatives(briefing: Briefing, word: str) -> Spellings:
    """The spellings that a typed word stands for, itself first."""
    found = [word]
    if _YEAR.fullmatch(word):
        year = int(word)
        if 2400 <= year <= 2599:
            found.append(str(year - BUDDHIST_ERA))
        elif 1857 <= year <= 2056:
            found.append(str(year + BUDDHIST_ERA))
    for ident in names(briefing).called(key_of(word), (Actor, Term)):
        found += [spelling for spelling in map(fold, spellings(briefing.cards[ident])) if len(spelling) > 2]
    return tuple(dict.fromkeys(map(needle, found)))


def _loosened(group: Spellings) -> Spellings:
    """The spellings, and of an English word what it begins with as well, whatever its ending."""
    word = group[0].strip()
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if word.isascii() and stem != word and len(stem) >= _SHORTEST_STEM:
            single = stem[:-1] if stem[-1] == stem[-2] else stem
            return (*group, needle(single))
    return group


def _whole(things: Corpus, words: list[Spellings], kinds: tuple[type, ...], tones: bool = True) -> Iterator[Found]:
    """Things that hold every word, best first: in their title, in their names, anywhere.

    Without `tones` the words have no tone marks, and those of the things do not count.
    """
    columns = [column if tones else column.toneless for column in (things.titles, things.names, things.texts)]
    if not all(map(columns[-1].has, words)):
        return
    seen: set[int] = set()
    for rank, column in enumerate(columns):
        for number in column.holding_all(words):
            if number not in seen and things.is_one_of(number, kinds):
                seen.add(number)
                yield number, rank


def _most(things: Corpus, words: list[Spellings], kinds: tuple[type, ...], half: bool = False) -> list[Found]:
    """Things that hold most of the words, or `half` of them, the rarest first; where none does, those that hold any.

    A word that few things hold tells more than one that many do: it weighs the logarithm of how few (Spärck Jones).
    """
    texts: Column = things.texts
    groups = [_loosened(group) for group in words]
    holding = [list(islice(texts.holding(group), _MOST_LOOKED_AT)) for group in groups]
    weights = [math.log(1 + len(things.idents) / (1 + len(found))) for found in holding]
    rows: list[tuple[float, int, int]] = []
    for number in sorted({number for found in holding for number in found}):
        if things.is_one_of(number, kinds):
            held = [weight for group, weight in zip(groups, weights, strict=True) if texts.holds(number, group)]
            rows.append((-sum(held), number, len(words) - len(held)))
    rows.sort()
    ranked = [(number, 2 + missing) for _, number, missing in rows]
    return [row for row in ranked if row[1] - 2 < len(words) / 2 + half] or ranked


QUESTION_KINDS: dict[str, tuple[type, ...]] = {
    "who": (Actor, Quote, Claim, Scene),
    "what": (),
    "why": (Assessment, Claim, Scene),
    "when": (Event, Scene),
    "where": (Actor, Scene, Event),
    "how": (),
    "amount": (Figure, Event, Claim, Assessment, Scene),
    "whether": (Tension, Claim, Assessment, Event, Scene),
}
"""What kinds of thing answer a question, the likeliest first."""


def reach_of(asks: str) -> Reach:
    """How far to look for an answer. Who somebody is, nothing tells that lacks the name."""
    return "whole" if asks == "who" else "wide"
