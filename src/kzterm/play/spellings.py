"""What things may be called, and how a name is compared."""

from collections.abc import Iterator

from kzterm.model.briefing import Item, Scene
from kzterm.model.cards import Actor, Caveat, Figure, Quote, Tension, Term, Thing
from kzterm.text.fold import fold, without_tones

_ARTICLES = frozenset({"a", "an", "the", "this", "that", "my", "some"})


def key_of(phrase: str) -> str:
    """A phrase as it is looked up: folded, without articles and without quotation marks."""
    words = [word for word in fold(phrase).replace('"', " ").strip(" .!?,;:").split() if word not in _ARTICLES]
    return without_tones(" ".join(words))


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
