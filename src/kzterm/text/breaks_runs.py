"""The Thai of a briefing: its names, and every run of letters that its pages can show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import chain

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Assessment, Caveat, Claim, Tension, Term, Thing
from kzterm.model.prose import Cite, Inline, Paragraph, Ref, Texts, words_of
from kzterm.text.breaks import RUN

_SIGN = "\n"
"""What stands for a citation, and for the sign that follows a link to a claim or a judgement: no letter of Thai."""


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
    shown = _Shown(briefing)
    seen: set[str] = set()
    found: dict[str, list[str]] = {}
    for section, values in parts.items():
        runs = [run for value in values for text in shown.texts(value) for run in RUN.findall(text)]
        if fresh := [run for run in dict.fromkeys(runs) if run not in seen]:
            found[section] = fresh
            seen.update(fresh)
    return found


class _Shown:
    """What pages show of a briefing's values."""

    def __init__(self, briefing: Briefing) -> None:
        self._names: dict[str, Texts] = {scene.id: scene.title for scene in briefing.scenes.values()}
        self._signed: set[str] = set()
        for card in briefing.cards.values():
            if isinstance(card, Actor | Term | Thing):
                self._names[card.id] = card.name
            elif isinstance(card, Caveat | Tension):
                self._names[card.id] = card.title
            elif isinstance(card, Assessment | Claim):
                self._signed.add(card.id)

    def texts(self, value: object, lang: str = "") -> Iterator[str]:
        """Every text inside a value. Paragraphs come with and without the signs that part their letters."""
        if isinstance(value, str):
            yield value
        elif isinstance(value, Paragraph):
            words = [self._words(inline, lang) for inline in value.inlines]
            yield "".join(words)
            yield "".join(word.replace(_SIGN, "") for word in words)
        elif isinstance(value, Mapping):
            for key, item in value.items():
                yield from self.texts(item, key)
        elif isinstance(value, tuple):
            for item in value:
                yield from self.texts(item, lang)
        elif is_dataclass(value):
            for field in fields(value):
                yield from self.texts(getattr(value, field.name), lang)

    def _words(self, inline: Inline, lang: str) -> str:
        if isinstance(inline, Cite):
            return _SIGN
        words = words_of(inline)
        if not isinstance(inline, Ref):
            return words
        if inline.label is None:
            words = self._names.get(inline.target, {}).get(lang, inline.target)
        return words + _SIGN if inline.target in self._signed else words


def _thai(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if RUN.search(text))
