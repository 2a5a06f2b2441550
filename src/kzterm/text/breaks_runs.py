"""The Thai of a briefing: its names, and every run of letters that its pages can show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import chain

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Caveat, Tension, Term, Thing
from kzterm.model.prose import Cite, Inline, Paragraph, Ref, Texts, words_of
from kzterm.text.breaks import RUN

_CITED = "\n"
"""What stands for a citation: no letter of Thai."""


def thai_names(briefing: Briefing) -> Iterator[str]:
    """Every spelling with Thai in it of whatever has a name: scenes, actors, terms and things."""
    for scene in briefing.scenes.values():
        yield from _thai(scene.title.values())
    for card in briefing.cards.values():
        if isinstance(card, Actor | Term | Thing):
            printed = () if isinstance(card, Thing) or card.printed is None else (card.printed,)
            yield from _thai(chain(card.name.values(), *card.also.values(), printed))


def thai_runs(briefing: Briefing) -> dict[str, list[str]]:
    """Runs in reading order, each where it first occurs: under its scene, or under what is shared."""
    parts: dict[str, list[object]] = {"briefing": [briefing.title, briefing.sources]}
    for scene in briefing.scenes.values():
        parts[scene.id] = [scene]
    for card in briefing.cards.values():
        section = getattr(card, "scene", f"{type(card).__name__.lower()}s")
        parts.setdefault(section, []).append(card)
    parts["trails"] = [briefing.trails]
    names = _names_by_id(briefing)
    seen: set[str] = set()
    found: dict[str, list[str]] = {}
    for section, values in parts.items():
        runs = [run for value in values for text in _shown(value, "", names) for run in RUN.findall(text)]
        if fresh := [run for run in dict.fromkeys(runs) if run not in seen]:
            found[section] = fresh
            seen.update(fresh)
    return found


def _shown(value: object, lang: str, names: Mapping[str, Texts]) -> Iterator[str]:
    """Every text inside a value, paragraphs with their links by the names shown in that language."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Paragraph):
        yield "".join(_words(inline, lang, names) for inline in value.inlines)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _shown(item, key, names)
    elif isinstance(value, tuple):
        for item in value:
            yield from _shown(item, lang, names)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _shown(getattr(value, field.name), lang, names)


def _words(inline: Inline, lang: str, names: Mapping[str, Texts]) -> str:
    if isinstance(inline, Ref) and inline.label is None:
        return names.get(inline.target, {}).get(lang, inline.target)
    return _CITED if isinstance(inline, Cite) else words_of(inline)


def _names_by_id(briefing: Briefing) -> Mapping[str, Texts]:
    names = {scene.id: scene.title for scene in briefing.scenes.values()}
    for card in briefing.cards.values():
        if isinstance(card, Actor | Term | Thing):
            names[card.id] = card.name
        elif isinstance(card, Caveat | Tension):
            names[card.id] = card.title
    return names


def _thai(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if RUN.search(text))
