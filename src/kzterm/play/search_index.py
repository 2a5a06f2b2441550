"""What can be searched: every scene, card and trail, folded once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kzterm.model.briefing import Briefing, Item, Scene, Trail
from kzterm.model.cards import Event, Figure, Quote
from kzterm.model.prose import Proses
from kzterm.pages.mentions import prose_of_card
from kzterm.pages.view import View
from kzterm.play.names import spellings
from kzterm.text.fold import fold, without_tones

SEPARATOR = "\x1f"
"""Stands between texts that a match may not span."""


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
    texts: Mapping[str, str]
    """The words as written, per language."""


@lru_cache(maxsize=4)
def entries(briefing: Briefing) -> tuple[Entry, ...]:
    """Everything that can be found, folded once."""
    views = tuple(View(briefing, lang) for lang in briefing.languages)
    items = (*briefing.scenes.values(), *briefing.cards.values(), *briefing.trails.values())
    return tuple(_entry(item, views) for item in items)


@lru_cache(maxsize=4)
def toneless(briefing: Briefing) -> Mapping[str, tuple[str, str, str]]:
    """For each id, title, other names and text without Thai tone marks."""
    return {
        entry.ident: (without_tones(entry.title), without_tones(entry.others), without_tones(entry.text))
        for entry in entries(briefing)
    }


def _entry(item: Item, views: tuple[View, ...]) -> Entry:
    titles = getattr(item, "title", None) or getattr(item, "name", None) or {}
    texts = {view.lang: " ".join(part for part in _words_of(item, view) if part) for view in views}
    return Entry(item.id, _folded(titles.values()), _folded(spellings(item)), _folded(texts.values()), texts)


def _folded(texts: Iterable[str]) -> str:
    return SEPARATOR.join(fold(text) for text in texts)


def _words_of(item: Item, view: View) -> Iterator[str]:
    """The words of an item as its page shows them in one language."""
    prose: tuple[Proses, ...] = ()
    if isinstance(item, Scene):
        yield view.text(item.look)
        prose = item.body
    elif isinstance(item, Trail):
        yield view.text(item.about)
    else:
        if isinstance(item, Quote):
            yield from (item.original, *item.translation.values())
        elif isinstance(item, Figure):
            yield view.title(item)
        elif isinstance(item, Event):
            yield f"{(item.date or '')[:4]} {item.printed or ''}"
        prose = tuple(prose_of_card(item))
    for proses in prose:
        yield "".join(run.text for run in view.runs(view.prose(proses), cites=False))
