"""From the words a reader types to what they name: ids, titles and other spellings, in every language."""

import difflib
import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kzterm.model.briefing import Briefing, Item, Scene
from kzterm.model.cards import Actor, Caveat, Figure, Quote, Tension, Term, Thing
from kzterm.text.fold import fold, is_thai, without_tones

_ARTICLES = frozenset({"a", "an", "the", "this", "that", "my", "some"})
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
MOST_SUGGESTIONS = 3
_CUTOFF = 0.7


@dataclass(frozen=True)
class Names:
    """Folded names and what they name, in briefing order."""

    ids: frozenset[str]
    """An id typed to the letter, as links type it, means nothing else."""
    exact: dict[str, tuple[str, ...]]
    words: tuple[tuple[frozenset[str], str, str], ...]
    """For each name: its words, itself, and the id."""

    def find(self, phrase: str, here: Collection[str] = (), among: Container[str] | None = None) -> tuple[str, ...]:
        """Ids that the phrase may mean, the best kind of match only; what is here goes before what is not.

        `among` narrows the search to some ids.
        """
        if phrase in self.ids and (among is None or phrase in among):
            return (phrase,)
        key = key_of(phrase)
        if not key:
            return ()
        if found := tuple(ident for ident in self.exact.get(key, ()) if among is None or ident in among):
            return _nearest(found, here)
        typed = _WORD.findall(key)
        fitting = (ident for words, name, ident in self.words if _fits(typed, key, words, name))
        found = tuple(dict.fromkeys(ident for ident in fitting if among is None or ident in among))
        return _nearest(found, here)

    def suggest(self, phrase: str, here: Collection[str] = ()) -> tuple[str, ...]:
        """At most three names that look like the phrase, those here first."""
        key = key_of(phrase)
        near = {name: ident for _, name, ident in self.words if ident in here}
        found = difflib.get_close_matches(key, near, MOST_SUGGESTIONS, _CUTOFF)
        if len(found) < MOST_SUGGESTIONS:
            far = [name for name in self.exact if name not in near and abs(len(name) - len(key)) <= len(key)]
            found += difflib.get_close_matches(key, far, MOST_SUGGESTIONS - len(found), _CUTOFF)
        return tuple(found)


def key_of(phrase: str) -> str:
    """A phrase as it is looked up: folded, without articles and without quotation marks."""
    words = [word for word in fold(phrase).replace('"', " ").strip(" .!?,;:").split() if word not in _ARTICLES]
    return without_tones(" ".join(words))


def _nearest(found: tuple[str, ...], here: Collection[str]) -> tuple[str, ...]:
    return tuple(ident for ident in found if ident in here) or found


def _fits(typed: list[str], key: str, words: frozenset[str], name: str) -> bool:
    """Every typed word begins a word of the name; Thai, which has no spaces, may stand anywhere in it."""
    if is_thai(key):
        return len(key) > 1 and key in name
    return bool(typed) and all(any(word.startswith(part) for word in words) for part in typed)


@lru_cache(maxsize=4)
def names(briefing: Briefing) -> Names:
    """Every name in the briefing, read once."""
    exact: defaultdict[str, dict[str, None]] = defaultdict(dict)
    words = []
    for item in (*briefing.scenes.values(), *briefing.cards.values(), *briefing.trails.values()):
        for name in dict.fromkeys(key_of(name) for name in spellings(item)):
            exact[name][item.id] = None
            words.append((frozenset(_WORD.findall(name)), name, item.id))
    ids = frozenset((*briefing.scenes, *briefing.cards, *briefing.trails))
    return Names(ids, {name: tuple(ids) for name, ids in exact.items()}, tuple(words))


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
