"""From the words a reader types to what they name: ids, titles and other spellings, in every language."""

import re
from collections.abc import Collection, Container, Iterable, Iterator
from functools import cached_property, lru_cache

from kzterm.model.briefing import Briefing, Scene
from kzterm.model.cards import Actor, Term, Thing
from kzterm.play.spellings import key_of, spellings
from kzterm.play.words import APART, END, Corpus, corpus
from kzterm.text.fold import is_thai

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
MOST_SUGGESTIONS = 3
_NAMED = (Scene, Actor, Thing, Term)
"""What has a name, and not a sentence for its title."""
_SHORTEST_BEGINNING = 4
_CUTOFF = 0.7
_SHORTEST = _CUTOFF / (2 - _CUTOFF)
"""A name shorter than this share of the key, or the other way round, can't reach the cutoff."""


class Names:
    """Names and what they name, in briefing order; gathered when something else than an id is looked up."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing

    @property
    def _corpus(self) -> Corpus:
        return corpus(self._briefing)

    def called(self, key: str, kinds: tuple[type, ...] = ()) -> tuple[str, ...]:
        """Ids of what goes by exactly this name, as `key_of` makes it; `kinds` narrows it."""
        found = self._corpus
        numbers = found.keys.holding((f"{APART}{key}{APART}",)) if key else ()
        return tuple(found.idents[number] for number in numbers if found.is_one_of(number, kinds))

    def _of(self, number: int) -> list[str]:
        """The names of one thing."""
        return self._corpus.keys.of(number)[1:-1].split(APART)

    @cached_property
    def _all(self) -> tuple[str, ...]:
        """Every name, once."""
        keys = self._corpus.keys.text.replace(END, "").split(APART)
        return tuple(dict.fromkeys(key for key in keys if key))

    def _known(self, kinds: tuple[type, ...]) -> Iterable[str]:
        if not kinds:
            return self._all
        found = self._corpus
        numbers = (number for number in range(len(found.idents)) if found.is_one_of(number, kinds))
        return dict.fromkeys(name for number in numbers for name in self._of(number))

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
        if found := tuple(ident for ident in self.called(key) if among is None or ident in among):
            return _nearest(self._briefing, found, here)
        near = None if among is not None else here
        fitting = self._holding(key, near) if is_thai(key) else self._beginning(key, near)
        idents = (self._corpus.idents[number] for number in fitting)
        return _nearest(self._briefing, tuple(ident for ident in idents if among is None or ident in among), here)

    def _beginning(self, key: str, here: Collection[str] | None) -> Iterator[int]:
        """Things with a name in which each typed word begins a word.

        Unless `here` is None: titles that are sentences, such as those of editor's notes, are named by no single word
        of them; and so short a beginning that it could be anything names only what is here.
        """
        typed, found = _WORD.findall(key), self._corpus
        for number in found.keys.holding_all((part,) for part in typed) if typed else ():
            if (
                here is not None
                and len(typed) == 1
                and not (
                    found.is_one_of(number, _NAMED)
                    and (len(key) >= _SHORTEST_BEGINNING or found.idents[number] in here)
                )
            ):
                continue
            for name in self._of(number):
                words = _WORD.findall(name)
                if all(any(word.startswith(part) for word in words) for part in typed):
                    yield number
                    break

    def _holding(self, key: str, here: Collection[str] | None) -> Iterator[int]:
        """Things with a name that holds the Thai phrase anywhere, for Thai has no spaces between words."""
        found = self._corpus
        for number in found.keys.holding((key,)) if len(key) > 1 else ():
            if here is None or found.is_one_of(number, _NAMED):
                yield number

    def suggest(self, phrase: str, here: Collection[str] = (), kinds: tuple[type, ...] = ()) -> tuple[str, ...]:
        """At most three names that look like the phrase, those here first; `kinds` narrows it."""
        key = key_of(phrase)
        if not key:
            return ()
        numbers = self._corpus.numbers
        near = dict.fromkeys(name for ident in here if ident in numbers for name in self._of(numbers[ident]))
        found = _close(key, near, MOST_SUGGESTIONS)
        if len(found) < MOST_SUGGESTIONS:
            others = (name for name in self._known(kinds) if name not in near)
            found += _close(key, others, MOST_SUGGESTIONS - len(found))
        return tuple(map(self._as_written, found))

    def _as_written(self, key: str) -> str:
        """A name as it is spelt, with the tone marks and capitals that its key lacks."""
        for ident in self.called(key):
            item = self._briefing.find(ident)
            for name in spellings(item) if item else ():
                if key_of(name) == key:
                    return name
        return key


def _nearest(briefing: Briefing, found: tuple[str, ...], here: Collection[str]) -> tuple[str, ...]:
    """What is here first; a thing that is here leaves out all else, as whatever is within reach does."""
    near = tuple(ident for ident in found if ident in here)
    if any(isinstance(briefing.find(ident), Thing) for ident in near):
        return near
    far = (ident for ident in found if ident not in near and not (near and isinstance(briefing.find(ident), Thing)))
    return (*near, *far)


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
