"""Prose as data: paragraphs of words, links and citations, free of any markup."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ParaRef:
    """One paragraph of one source."""

    source: str
    """Id of the source."""
    para: int
    """Paragraph number as the source's numbering has it (0 is the standfirst of ours)."""


@dataclass(frozen=True, slots=True)
class Words:
    """A run of plain words in one style."""

    text: str
    emphasis: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to something in the briefing: `[[target|label]]`."""

    target: str
    """Id of a scene, actor, thing or card."""
    label: str | None
    """The words to show; None shows the target's own name."""


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link that leaves the briefing; it is shown and copied, never opened unasked."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation: it supports the words before it, back to the previous citation."""

    refs: tuple[ParaRef, ...]


Inline = Words | Ref | WebLink | Cite


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item or quoted paragraph."""

    inlines: tuple[Inline, ...]
    kind: Literal["text", "item", "quotation"] = "text"
    marker: str = ""
    """What stands before a list item: `•` or its number."""


Prose = tuple[Paragraph, ...]
"""Paragraphs in reading order."""

Texts = Mapping[str, str]
"""One plain line per language code."""

Proses = Mapping[str, Prose]
"""One piece of prose per language code."""

OtherWords = Mapping[str, tuple[str, ...]]
"""Other words for a thing, per language code."""


def inlines(prose: Prose) -> Iterator[Inline]:
    """Every inline of a piece of prose, in reading order."""
    for paragraph in prose:
        yield from paragraph.inlines


def plain(prose: Prose) -> str:
    """The words alone, citations dropped; unlabelled links show their id."""
    parts = []
    for paragraph in prose:
        parts.append("".join(words_of(inline) for inline in paragraph.inlines))
    return "\n".join(parts)


def words_of(inline: Inline) -> str:
    """The words an inline shows by itself."""
    match inline:
        case Words(text=text):
            return text
        case Ref(target=target, label=label):
            return label or target
        case WebLink(label=label):
            return label
        case _:
            return ""
