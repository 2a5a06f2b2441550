"""The glossary: terms and names with every spelling, in both scripts and as the source prints them."""

import re
from collections.abc import Iterable
from typing import TypeVar

from kzterm.model.cards import Actor, Term
from kzterm.pages.blocks import Block, Heading, Page, Para, Run
from kzterm.pages.view import View
from kzterm.text.fold import fold

_LEADING_VOWEL = re.compile("([\u0e40-\u0e44])(.)")
_Named = TypeVar("_Named", Term, Actor)
_ARTICLE = re.compile("^(the|a|an) ")


def glossary_page(view: View) -> Page:
    """Terms with their meaning, then the names of all actors."""
    t = view.say.t
    blocks: list[Block] = [Heading(t("Terms"))]
    for term in _sorted(view, view.briefing.of(Term)):
        blocks.extend(_entry(view, term))
        blocks.append(Para(view.runs(view.prose(term.means)), indent=2, tight=True))
    blocks.append(Heading(t("Names")))
    for actor in _sorted(view, view.briefing.of(Actor)):
        blocks.extend(_entry(view, actor))
    return Page(":terms", t("Glossary"), tuple(blocks))


def _entry(view: View, card: Term | Actor) -> Iterable[Para]:
    """The name and its other spellings on one line, the printed one under it."""
    others = " · ".join(view.other_names(card))
    yield Para((view.to(card.id), Run(f" · {others}" if others else "", "dim")), tight=isinstance(card, Actor))
    if card.printed:
        yield Para((Run(view.say.t("as printed: {words}", words=card.printed), "dim"),), indent=2, tight=True)


def _sorted(view: View, cards: Iterable[_Named]) -> list[_Named]:
    """In dictionary order; Thai goes by the consonant before the vowel written in front of it."""
    return sorted(cards, key=lambda card: _LEADING_VOWEL.sub(r"\2\1", _ARTICLE.sub("", fold(view.text(card.name)))))
