"""Prose as a reader sees it: a paragraph's words in one string, its links by their labels, its citations taken out."""

from collections.abc import Mapping
from dataclasses import dataclass

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Caveat, Tension, Term, Thing
from kzterm.model.prose import Paragraph, Ref, Texts, words_of

Names = Mapping[str, Texts]
"""What a link without a label shows, by id; ids that are not in it are shown as they are."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One paragraph."""

    paragraph: Paragraph
    index: int
    """Which paragraph of its piece, from 0."""
    text: str
    begins: tuple[int, ...]
    """For each inline, where it begins in `text`; citations take no room."""

    def inline_at(self, offset: int) -> int:
        """The number of the inline that shows the character at an offset."""
        found = 0
        for number, begin in enumerate(self.begins):
            if begin <= offset:
                found = number
        return found


def show(paragraph: Paragraph, index: int, names: Names, lang: str) -> Shown:
    """The paragraph as a reader of this language sees it."""
    parts: list[str] = []
    begins: list[int] = []
    length = 0
    for inline in paragraph.inlines:
        begins.append(length)
        if isinstance(inline, Ref) and inline.label is None:
            words = names.get(inline.target, {}).get(lang, inline.target)
        else:
            words = words_of(inline)
        parts.append(words)
        length += len(words)
    return Shown(paragraph, index, "".join(parts), tuple(begins))


def names_of(briefing: Briefing) -> Names:
    """The names and titles of whatever has one."""
    names: dict[str, Texts] = {scene.id: scene.title for scene in briefing.scenes.values()}
    for card in briefing.cards.values():
        if isinstance(card, Actor | Term | Thing):
            names[card.id] = card.name
        elif isinstance(card, Caveat | Tension):
            names[card.id] = card.title
    return names
