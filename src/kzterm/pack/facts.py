"""What the other files must know of briefing.yaml, taken from it leniently so that one fault there hides no others."""

import re
from dataclasses import dataclass, field

from kzterm.pack.nodes import Items, Map, Node, Scalar

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""What a language code looks like."""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source as far as citations go."""

    lang: str
    """Empty when it is not told."""
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Facts:
    """Languages and sources; empty where briefing.yaml does not tell them, and then nothing is checked by them."""

    known: bool = False
    """Whether there is a briefing.yaml to tell them."""
    languages: tuple[str, ...] = ()
    primary: str = ""
    """Empty when it is not told, or is none of the sources."""
    sources: dict[str, SourceFacts] = field(default_factory=dict)

    def language_of(self, source: str) -> str:
        """The language of a source, empty when unknown."""
        found = self.sources.get(source)
        return found.lang if found else ""


def facts_of(briefing: Node | None) -> Facts:
    """The facts in the tree of briefing.yaml."""
    if not isinstance(briefing, Map):
        return Facts()
    languages = briefing.get("languages")
    codes = [_text(item) for item in languages.items] if isinstance(languages, Items) else []
    sources = briefing.get("sources")
    found = {}
    if isinstance(sources, Map):
        for ident, (_, source) in sources.pairs.items():
            if isinstance(source, Map):
                first, last = _number(source.get("first_paragraph")), _number(source.get("last_paragraph"))
                found[ident] = SourceFacts(_text(source.get("lang")), first, last)
    primary = _text(briefing.get("primary"))
    named = tuple(code for code in codes if LANGUAGE.fullmatch(code))
    return Facts(True, named, primary if primary in found else "", found)


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _number(node: Node | None) -> int | None:
    text = _text(node)
    return int(text) if re.fullmatch("[0-9]{1,7}", text) else None
