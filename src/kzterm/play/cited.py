"""One thing of a briefing as text to take away: its words, who says them, and the paragraphs they rest on."""

from collections.abc import Iterable

from kzterm.model.briefing import Item, Scene, Source, Trail
from kzterm.model.cards import (
    Actor,
    Assessment,
    Caveat,
    Citation,
    Claim,
    Event,
    Figure,
    Quote,
    Tension,
    Term,
    Thing,
)
from kzterm.model.prose import Cite, Paragraph, ParaRef, Prose, inlines
from kzterm.pages import labels
from kzterm.pages.blocks import Runs
from kzterm.pages.dates import show_date
from kzterm.play.turn import Turn

Statement = Quote | Assessment | Claim | Figure | Event
"""What has a citation of its own."""


def cited(turn: Turn, ident: str) -> tuple[str, ...]:
    """Line by line. What is one statement is one line; what holds several has a line for its name and one for each."""
    item = turn.briefing.find(ident)
    view, t = turn.view, turn.t
    match item:
        case None:
            return (ident,)
        case Quote() | Assessment() | Claim() | Figure() | Event():
            return (_statement(turn, item),)
        case Thing():
            return (f"{view.title(item)}:", *(line for shown in item.shows for line in cited(turn, shown)))
        case Scene():
            return _told(turn, item, [paragraph for proses in item.body for paragraph in view.prose(proses)])
        case Caveat():
            return _note(turn, item)
        case Tension():
            sides = [
                f"{t('Side {number}', number=number)}: {_words(turn, view.prose(side.text))}"
                for number, side in enumerate(item.sides, 1)
            ]
            lines = [*sides, *([_words(turn, view.prose(item.note))] if item.note else [])]
            prose = [side.text for side in item.sides] + [item.note]
            return (_named(turn, item), *lines, *_sources(turn, (view.prose(proses) for proses in prose if proses)))
        case Actor(who=proses) | Term(means=proses):
            words = _words(turn, view.prose(proses))
            return (f"{view.title(item)}: {words}", *_sources(turn, [view.prose(proses)]))
        case Trail():
            return (f"{_named(turn, item)}: {view.text(item.about)}",)


def _statement(turn: Turn, card: Statement) -> str:
    """A card with who says it and, in brackets, source and paragraphs."""
    view, t = turn.view, turn.t
    words = view.title(card).rstrip(".")
    match card:
        case Quote():
            ours = "" if card.lang == view.lang else f' [{t("our translation")}; "{card.original}"]'
            words = f"{words}{ours}, {view.name(card.speaker)}"
        case Assessment():
            hedge = f", {t('hedge')}: {card.hedge}" if card.hedge else ""
            words = f"{words} ({view.name(card.holder)}, {labels.voice_short(card.voice, view.say)}{hedge})"
        case Claim():
            by = ", ".join(view.name(name) for name in card.by)
            words = f"{words} ({by}, {labels.status(card.status, view.say)})"
        case Event():
            words = f"{show_date(card.date, view.say) if card.date else t('undated')}: {words}"
    return f"{words} [{_source(turn, card.cite)}]"


def _told(turn: Turn, scene: Scene, paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """A scene's text without its scenery, which is a metaphor and tells nothing."""
    found = tuple(paragraphs)
    return (_named(turn, scene), *(_words(turn, (paragraph,)) for paragraph in found), *_sources(turn, [found]))


def _note(turn: Turn, card: Caveat) -> tuple[str, ...]:
    """What is printed and in which paragraphs, and what is known and on what ground."""
    view, t = turn.view, turn.t
    printed, known = view.prose(card.printed), view.prose(card.known)
    refs = [turn.briefing.primary_ref(para) for para in card.paras]
    grounds = "; ".join(labels.ground(name, view.say) for name in card.grounds)
    return (
        t("Editor's note: ") + view.title(card),
        f"{t('Printed')}: {_words(turn, printed)} [{_paragraphs(turn, refs)}]",
        f"{t('Known')}: {_words(turn, known)} [{grounds}]",
        *_sources(turn, [known]),
    )


def _named(turn: Turn, item: Item) -> str:
    """Its name, and that it is this briefing that tells it."""
    briefing = turn.view.text(turn.briefing.title)
    return turn.t("{name} (as told in the briefing: {briefing})", name=turn.view.title(item), briefing=briefing)


def _words(turn: Turn, prose: Prose) -> str:
    """Prose with its citations as on a page: `[7]`."""
    return " ".join(_in_a_line(turn.view.paragraph(paragraph)) for paragraph in prose)


def _in_a_line(runs: Runs) -> str:
    return "".join(f"[{run.text}]" if run.style == "cite" else run.text for run in runs)


def _sources(turn: Turn, proses: Iterable[Prose]) -> tuple[str, ...]:
    """What the numbers in brackets are paragraphs of; nothing where there are none."""
    briefing = turn.briefing
    refs = (ref for prose in proses for inline in inlines(prose) if isinstance(inline, Cite) for ref in inline.refs)
    names = dict.fromkeys(ref.source for ref in refs)
    keys = (f"[{turn.t('number')}]" if name == briefing.primary else f"[{name}:{turn.t('number')}]" for name in names)
    lines = (f"{key} = {source_line(turn, briefing.sources[name])}" for key, name in zip(keys, names, strict=True))
    return tuple(f"{turn.t('Paragraphs')}: {line}" for line in lines)


def source_line(turn: Turn, source: Source) -> str:
    """A source in a line: title, publisher, date and address."""
    view = turn.view
    date = show_date(source.date, view.say) if source.date else ""
    return ", ".join(part for part in (view.text(source.title), source.publisher, date, source.url) if part)


def _source(turn: Turn, citations: Iterable[Citation]) -> str:
    return _paragraphs(turn, dict.fromkeys(citation.ref for citation in citations))


def _paragraphs(turn: Turn, refs: Iterable[ParaRef]) -> str:
    by_source: dict[str, list[int]] = {}
    for ref in refs:
        by_source.setdefault(ref.source, []).append(ref.para)
    return "; ".join(
        turn.t(
            "{source}, para {numbers}",
            source=turn.view.text(turn.briefing.sources[name].title),
            numbers=", ".join(map(str, paras)),
        )
        for name, paras in by_source.items()
    )
