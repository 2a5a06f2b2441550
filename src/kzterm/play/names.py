"""From the words a reader types to what they name: ids, titles and other spellings, in every language."""

import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator
from functools import cached_property, lru_cache

from kzterm.model.briefing import Briefing, Item, Scene
from kzterm.model.cards import Actor, Caveat, Figure, Quote, Tension, Term, Thing
from kzterm.text.fold import fold, is_thai, without_tones

_ARTICLES = frozenset({"a", "an", "the", "this", "that", "my", "some"})
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
MOST_SUGGESTIONS = 3
_CUTOFF = 0.7
_SHORTEST = _CUTOFF / (2 - _CUTOFF)
"""A name shorter than this share of the key, or the other way round, can't reach the cutoff."""


class Names:
    """Folded names and what they name, in briefing order; gathered when something else than an id is looked up."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing

    @property
    def exact(self) -> dict[str, tuple[str, ...]]:
        """The ids that each name may mean."""
        return self._all[0]

    @property
    def words(self) -> tuple[tuple[frozenset[str], str, str], ...]:
        """For each name: its words, itself, and the id."""
        return self._all[1]

    @cached_property
    def _all(self) -> tuple[dict[str, tuple[str, ...]], tuple[tuple[frozenset[str], str, str], ...]]:
        exact: defaultdict[str, dict[str, None]] = defaultdict(dict)
        words = []
        briefing = self._briefing
        for item in (*briefing.scenes.values(), *briefing.cards.values(), *briefing.trails.values()):
            for name in dict.fromkeys(key_of(name) for name in spellings(item)):
                exact[name][item.id] = None
                words.append((frozenset(_WORD.findall(name)), name, item.id))
        return {name: tuple(ids) for name, ids in exact.items()}, tuple(words)

    def _is_id(self, phrase: str) -> bool:
        return any(phrase in of for of in (self._briefing.scenes, self._briefing.cards, self._briefing.trails))

    def find(self, phrase: str, here: Collection[str] = (), among: Container[str] | None = None) -> tuple[str, ...]:
        """Ids that the phrase may mean, the best kind of match only; what is here goes before what is not.

        `among` narrows the search to some ids.
        """
        # An id typed to the letter, as links type it, means nothing else.
        if self._is_id(phrase) and (among is None or phrase in among):
            return (phrase,)
        key = key_of(phrase)
        if not key:
            return ()
        if found := tuple(ident for ident in self.exact.get(key, ()) if among is None or ident in among):
            return _nearest(found, here)
        fitting = dict.fromkeys(self._beginning(key) if not is_thai(key) else self._holding(key))
        return _nearest(tuple(ident for ident in fitting if among is None or ident in among), here)

    def _beginning(self, key: str) -> Iterator[str]:
        """Ids of names with a word that each typed word begins."""
        typed = _WORD.findall(key)
        for words, name, ident in self.words:
            if typed and all(part in name and any(word.startswith(part) for word in words) for part in typed):
                yield ident

    def _holding(self, key: str) -> Iterator[str]:
        """Ids of names that hold the Thai phrase anywhere, for Thai has no spaces between words."""
        return (ident for _, name, ident in self.words if len(key) > 1 and key in name)

    def suggest(self, phrase: str, here: Collection[str] = ()) -> tuple[str, ...]:
        """At most three names that look like the phrase, those here first."""
        key = key_of(phrase)
        if not key:
            return ()
        near = {name: ident for _, name, ident in self.words if ident in here}
        found = _close(key, near, MOST_SUGGESTIONS)
        if len(found) < MOST_SUGGESTIONS:
            found += _close(key, (name for name in self.exact if name not in near), MOST_SUGGESTIONS - len(found))
        return tuple(found)


def key_of(phrase: str) -> str:
    """A phrase as it is looked up: folded, without articles and without quotation marks."""
    words = [word for word in fold(phrase).replace('"', " ").strip(" .!?,;:").split() if word not in _ARTICLES]
    return without_tones(" ".join(words))


def _nearest(found: tuple[str, ...], here: Collection[str]) -> tuple[str, ...]:
    return tuple(ident for ident in found if ident in here) or found


def _close(key: str, names_: Iterable[str], most: int) -> list[str]:
    """The names that look most like the key; the comparison is slow, so only likely ones come to it."""
    import difflib

    letters = frozenset(key)
    likely = [
        name
        for name in names_
        if len(key) * _SHORTEST <= len(name) <= len(key) / _SHORTEST and len(letters & set(name)) * 2 >= len(letters)
    ]
    return difflib.get_close_matches(key, likely, most, _CUTOFF)


@lru_cache(maxsize=4)
def names(briefing: Briefing) -> Names:
    """Every name in the briefing, read once."""
    return Names(briefing)


def spellings(item: Item) -> Iterator[str]:
    """What an item may be called: its id, its titles in every language, and its other names."""
    yield item.id
    yield item.id.replace("-", " ")
    if isinstance(item, Scene | Caveat | Tension):
        yield from item.title.values()
    elif isinstance(item, Actor | Thing | Term):
        yield from item.name.values()
        for words in item.also.values():
            yield from words
        if not isinstance(item, Thing) and item.printed:
            yield item.printed
    elif isinstance(item, Quote):
        yield item.original
        yield from item.translation.values()
    elif isinstance(item, Figure):
        yield item.value
    elif hasattr(item, "name"):
        yield from item.name.values()
