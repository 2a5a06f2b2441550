"""What can be found: every scene, card and trail, folded once and laid end to end, for nothing is scanned faster.

Words of a script with spaces are found by how they begin, so each has a space before it; Thai is found anywhere.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import accumulate

from kzterm.model.briefing import Briefing, Item, Scene, Trail
from kzterm.model.cards import Event, Figure, Quote
from kzterm.model.prose import Proses
from kzterm.pages.mentions import KEPT, kept, prose_of_card
from kzterm.pages.view import KINDS, View
from kzterm.play.spellings import key_of, spellings
from kzterm.text.fold import fold, is_thai, without_tones

END = "\x1e"
"""Ends what belongs to one thing."""
APART = "\x1f"
"""Stands between texts that a match may not span."""

_MOST_KEPT = 200

Spellings = tuple[str, ...]
"""What one typed word may be spelt like, as `needle` makes it."""

_THAI = "\u0e01-\u0e4e"
SIGN = re.compile(r"[^\w\u0e00-\u0e7f.,]|(?<!\d)[.,]|[.,](?!\d)")
"""What is no part of a word; commas and dots inside numbers are."""
_SIGNS = re.compile(rf"(?:{SIGN.pattern})+")
_SCRIPTS_MEET = re.compile(f"(?<=[{_THAI}])(?=[a-z0-9])|(?<=[a-z0-9])(?=[{_THAI}])")

_LETTERS = dict(zip(KINDS, "abcdefghijklmnopqrstuvwxyz", strict=False))
"""A letter for each kind of thing."""


class Column:
    """A text of each thing, end to end. Things go by their number in the briefing's order."""

    def __init__(self, text: str) -> None:
        """`text` has each thing's text followed by END."""
        self.text = text
        self._firsts: dict[str, int] = {}

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(part) + 1 for part in self.text.split(END)))

    @cached_property
    def toneless(self) -> "Column":
        """The same without Thai tone marks."""
        return Column(without_tones(self.text))

    def of(self, number: int) -> str:
        """The text of one thing."""
        start, end = self._span(number)
        return self.text[start : end - 1]

    def _span(self, number: int) -> tuple[int, int]:
        return self._ends[number - 1] if number else 0, self._ends[number]

    def _first(self, spelling: str) -> int:
        """Where a spelling stands first, -1 for nowhere: it takes longest to find out, and is asked again and again."""
        if spelling not in self._firsts:
            if len(self._firsts) >= _MOST_KEPT:
                self._firsts.clear()
            self._firsts[spelling] = self.text.find(spelling)
        return self._firsts[spelling]

    def forget(self) -> None:
        """Look again for what was looked for before, as if it never had been."""
        self._firsts.clear()

    def has(self, group: Spellings) -> bool:
        """Whether anything holds any of the spellings."""
        return any(self._first(spelling) >= 0 for spelling in group)

    def holds(self, number: int, group: Spellings) -> bool:
        """Whether one thing holds any of the spellings."""
        start, end = self._span(number)
        return any(self.text.find(spelling, start, end) >= 0 for spelling in group)

    def holding(self, group: Spellings) -> Iterator[int]:
        """The things that hold any of the spellings, in order."""
        text, ends = self.text, self._ends
        following = {spelling: self._first(spelling) for spelling in group}
        while ahead := [at for at in following.values() if at >= 0]:
            number = bisect_right(ends, min(ahead))
            yield number
            end = ends[number]
            for spelling, at in following.items():
                if 0 <= at < end:
                    following[spelling] = text.find(spelling, end)

    def holding_all(self, groups: Iterable[Spellings]) -> Iterator[int]:
        """The things that hold a spelling of every group, in order."""
        firsts: dict[Spellings, int] = {}
        for group in groups:
            places = [at for spelling in group if (at := self._first(spelling)) >= 0]
            if not places:
                return
            firsts[group] = min(places)
        # The word that comes last for the first time is likely to be the rarest.
        rarest = max(firsts, key=lambda group: firsts[group])
        others = [group for group in firsts if group != rarest]
        for number in self.holding(rarest):
            if all(self.holds(number, group) for group in others):
                yield number


class Corpus:
    """All things of a briefing by number, with what each is found by."""

    def __init__(self, gathered: Mapping[str, str]) -> None:
        """`gathered` is what `gather` gave; each of its strings is asked for only when it is needed."""
        self._gathered = gathered
        self.idents = gathered["idents"].split("\n")
        self._kinds = gathered["kinds"]

    @cached_property
    def titles(self) -> Column:
        """The titles of things, in all languages."""
        return Column(self._gathered["titles"])

    @cached_property
    def names(self) -> Column:
        """What else they are called."""
        return Column(self._gathered["names"])

    @cached_property
    def texts(self) -> Column:
        """Titles, names and words, all of them."""
        return Column(self._gathered["texts"])

    @cached_property
    def keys(self) -> Column:
        """Names as `key_of` makes them, each between two APART."""
        return Column(self._gathered["keys"])

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each id."""
        return {ident: number for number, ident in enumerate(self.idents)}

    def is_one_of(self, number: int, kinds: tuple[type, ...]) -> bool:
        """Whether a thing is of one of the kinds; no kinds are any."""
        return not kinds or any(self._kinds[number] == _LETTERS[kind] for kind in kinds)


@lru_cache(maxsize=4)
def corpus(briefing: Briefing) -> Corpus:
    """The corpus of a briefing: gathered ahead of time, or now."""
    return Corpus(briefing.words or _columns(briefing))


def gather(briefing: Briefing) -> dict[str, str]:
    """What an index keeps of a briefing, by name: the long strings of its corpus, and its mentions."""
    return {**_columns(briefing), KEPT: kept(briefing)}


def _columns(briefing: Briefing) -> dict[str, str]:
    views = tuple(View(briefing, lang) for lang in briefing.languages)
    items = (*briefing.scenes.values(), *briefing.cards.values(), *briefing.trails.values())
    columns: dict[str, list[str]] = {"titles": [], "names": [], "keys": [], "texts": []}
    for item in items:
        called = tuple(spellings(item))
        titles = getattr(item, "title", None) or getattr(item, "name", None) or {}
        # An id is for authors: it finds its thing, but is no better a fit than the text.
        ident = flat(item.id)
        title, names = _flat(titles.values()), _flat(name for name in called if flat(name) != ident)
        words = _flat(" ".join((*extras(view, item), told(view, item))) for view in views)
        keys = dict.fromkeys(key_of(name) for name in called)
        columns["titles"].append(title + END)
        columns["names"].append(names + END)
        columns["keys"].append(APART + APART.join(keys) + APART + END)
        columns["texts"].append(APART.join((title, names, ident, words)) + END)
    return {
        "idents": "\n".join(item.id for item in items),
        "kinds": "".join(_LETTERS[type(item)] for item in items),
        **{name: "".join(column) for name, column in columns.items()},
    }


def needle(word: str) -> str:
    """A folded word as it is looked for: at the beginning of a word, but Thai anywhere."""
    flat = _SIGNS.sub(" ", word).strip()
    return flat if is_thai(flat[:1]) else f" {flat}"


def flat(text: str) -> str:
    """A text as it is searched: folded, nothing but words with a space before each."""
    return f" {_SIGNS.sub(' ', _SCRIPTS_MEET.sub(' ', fold(text))).strip()} "


def _flat(texts: Iterable[str]) -> str:
    return APART.join(map(flat, texts))


def extras(view: View, item: Item) -> Iterator[str]:
    """Words that an item is found by and its prose does not hold."""
    if isinstance(item, Scene):
        yield view.text(item.look)
    elif isinstance(item, Figure):
        yield view.title(item)
    elif isinstance(item, Event):
        yield f"{(item.date or '')[:4]} {item.printed or ''}"


def told(view: View, item: Item) -> str:
    """The prose of an item as its page shows it in one language."""
    return " ".join(part for part in _told(view, item) if part)


def _told(view: View, item: Item) -> Iterator[str]:
    if isinstance(item, Trail):
        yield view.text(item.about)
        return
    if isinstance(item, Quote):
        yield from (item.original, *item.translation.values())
    prose: Iterable[Proses] = item.body if isinstance(item, Scene) else prose_of_card(item)
    for proses in prose:
        yield view.words(view.prose(proses))
