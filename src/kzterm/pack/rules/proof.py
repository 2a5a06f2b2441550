"""A briefing held against the texts of its sources: whatever it gives as printed must stand there."""

from collections.abc import Sequence

from kzterm.model.cards import Actor, Assessment, Caveat, Citation, Claim, Event, Figure, Quote, SceneCard, Term
from kzterm.model.prose import ParaRef
from kzterm.pack.diagnostic import quoted
from kzterm.pack.nodes import Items, Place
from kzterm.pack.places import Key
from kzterm.pack.rules.edition import Edition
from kzterm.pack.rules.marks import marked
from kzterm.pack.rules.source_text import holds, prints_in_marks, squeezed
from kzterm.pack.rules.texts import Piece


def words_are_in_the_source(edition: Edition) -> None:
    """KZ152, KZ153, KZ154: anchors, quotations, hedges and printed words that the source at hand does not have."""
    if not edition.sources:
        return
    for card in edition.briefing.cards.values():
        if isinstance(card, Quote | Assessment | Claim | Figure | Event):
            _card(edition, card)
        elif isinstance(card, Actor | Term) and card.printed is not None:
            _printed_name(edition, card.id, card.printed)
    for ident, source in edition.briefing.sources.items():
        text = edition.sources.get(ident)
        if text is not None and source.printed_date and not holds(text.whole, source.printed_date):
            _missing(edition, (ident, "printed_date"), source.printed_date, f"the text of {quoted(ident)}")
    for piece in edition.pieces:
        if piece.field == "printed":
            _printed_prose(edition, piece)


def _card(edition: Edition, card: SceneCard) -> None:
    for number, citation in enumerate(card.cite):
        _anchor(edition, card.id, number, citation)
    refs = [citation.ref for citation in card.cite]
    if any(ref.source not in edition.sources for ref in refs):
        # What is not here may stand there.
        return
    if isinstance(card, Quote):
        _quote(edition, card, refs)
    if isinstance(card, Assessment | Claim | Figure) and card.hedge is not None:
        _found(edition, (card.id, "hedge"), card.hedge, refs)
    if isinstance(card, Event) and card.printed is not None:
        _found(edition, (card.id, "printed"), card.printed, refs)
    if isinstance(card, Assessment) and card.voice == "named":
        _named(edition, card, refs)


def _anchor(edition: Edition, ident: str, number: int, citation: Citation) -> None:
    key: Key = (ident, "cite", number) if isinstance(edition.places.node((ident, "cite")), Items) else (ident, "cite")
    if citation.ref.source in edition.sources:
        _found(edition, (*key, "anchor"), citation.anchor, [citation.ref])


def _quote(edition: Edition, quote: Quote, refs: list[ParaRef]) -> None:
    key = (quote.id, "original")
    if not _found(edition, key, quote.original, refs):
        return
    if not any(prints_in_marks(text, quote.original) for text in _texts(edition, refs)):
        message = f"{_names(edition, refs)} has these words, but not inside quotation marks"
        edition.report("KZ153", key, message, "a quotation is what the source itself prints as one")


def _named(edition: Edition, card: Assessment, refs: list[ParaRef]) -> None:
    """A view that the text ties to its holder by name: the name must stand in the paragraph."""
    holder = edition.briefing.cards.get(card.holder)
    if not isinstance(holder, Actor):
        return
    names = [holder.printed, *holder.name.values(), *(word for words in holder.also.values() for word in words)]
    wanted = {part for name in names if name for part in (name, name.split()[-1])}
    texts = _texts(edition, refs)
    if not any(squeezed(name) in text for name in wanted for text in texts):
        message = f"{_names(edition, refs)} does not name {quoted(holder.id)}"
        edition.report("KZ154", (card.id, "voice"), message, "then the view is narrated, or another paragraph has it")


def _printed_name(edition: Edition, ident: str, printed: str) -> None:
    """The name of an actor or term as the source prints it; it has no citation, so any place will do."""
    text = edition.sources.get(edition.briefing.primary)
    if text is not None and not holds(text.whole, printed):
        _missing(edition, (ident, "printed"), printed, f"the text of {quoted(edition.briefing.primary)}")


def _printed_prose(edition: Edition, piece: Piece) -> None:
    """What an editor's note shows as printed: there, quotation marks hold the source's own words."""
    caveat = edition.briefing.cards.get(piece.owner)
    if not isinstance(caveat, Caveat):
        return
    noted = {edition.briefing.primary_ref(para) for para in caveat.paras}
    noted.update(ref for cite in edition.cites(piece) for ref in cite.refs)
    if any(ref.source not in edition.sources for ref in noted):
        return
    refs = sorted(noted, key=lambda ref: (ref.source, ref.para))
    for shown in edition.shown(piece):
        for one in marked(shown.text):
            if not any(holds(text, one.words) for text in _texts(edition, refs)):
                place = edition.words(piece, shown, one.start, one.end)
                _missing_at(edition, place, one.words, _names(edition, refs))


def _found(edition: Edition, key: Key, words: str, refs: Sequence[ParaRef]) -> bool:
    """Whether one of the paragraphs has these words. Their sources must be at hand."""
    if any(holds(text, words) for text in _texts(edition, refs)):
        return True
    elsewhere = sorted({para for ref in refs for para in edition.sources[ref.source].where(words)})
    hint = ""
    if elsewhere:
        hint = f"they stand in paragraph {', '.join(str(para) for para in elsewhere)}"
    elif " … " in words and all(holds(text, part) for text in _texts(edition, refs) for part in words.split(" … ")):
        hint = "its fragments stand there in another order"
    _missing(edition, key, words, _names(edition, refs), hint)
    return False


def _missing(edition: Edition, key: Key, words: str, where: str, hint: str = "") -> None:
    _missing_at(edition, edition.places[key], words, where, hint)


def _missing_at(edition: Edition, place: Place, words: str, where: str, hint: str = "") -> None:
    message = f"{where} does not have {quoted(words)}"
    edition.findings.place("KZ152", place, message, hint or "copy the words as they are printed; spaces do not matter")


def _texts(edition: Edition, refs: Sequence[ParaRef]) -> list[str]:
    found = (edition.sources[ref.source].numbered(ref.para) for ref in refs)
    return [text for text in found if text is not None]


def _names(edition: Edition, refs: Sequence[ParaRef]) -> str:
    """`paragraph 7`, or `the text of "essay"` where the paragraphs are not counted."""
    sources = {ref.source for ref in refs}
    if any(edition.sources[source].first is None for source in sources):
        return f"the text of {', '.join(quoted(source) for source in sorted(sources))}"
    numbers = [str(ref.para) if ref.source == edition.briefing.primary else f"{ref.source}:{ref.para}" for ref in refs]
    return f"paragraph {' or '.join(numbers)}"
