"""Quotation marks mean that the source prints these words as a quotation: nothing else may wear them."""

from collections.abc import Iterable, Iterator

from kzterm.model.cards import Assessment, Caveat, Quote
from kzterm.model.prose import Cite, Ref
from kzterm.pack.diagnostic import quoted
from kzterm.pack.rules.edition import Edition
from kzterm.pack.rules.marks import Marked, Quotable, marked
from kzterm.pack.rules.shown import Shown
from kzterm.pack.rules.texts import Piece

_APART = frozenset({"dated_by"})
"""Lines that speak about printed words, and have no other way to set them off."""


def paraphrase_has_no_marks(edition: Edition) -> None:
    """KZ110: marks round words of somebody whose view the source gives in its own words."""
    for piece, shown, one in _stretches(edition):
        assessments = _by_name(edition, piece, shown, one)
        if assessments and not _quotes_for(edition, piece, assessments).covers(one.words):
            holder = assessments[0].holder
            message = (
                f"{quoted(one.words)} stands in quotation marks, but this view of {quoted(holder)} is a paraphrase"
            )
            place = edition.words(piece, shown, one.start, one.end)
            edition.findings.place("KZ110", place, message, "take the marks away: these are not the holder's words")


def marks_are_quotations(edition: Edition) -> None:
    """KZ111: marks round words that no quotation card holds and no editor's note shows as printed."""
    quotable = _quotable(edition)
    hint = "make it a quotation card, or take the marks away; *emphasis* sets a word off"
    for piece, shown, one in _stretches(edition):
        if not _by_name(edition, piece, shown, one) and not quotable.covers(one.words):
            place = edition.words(piece, shown, one.start, one.end)
            edition.findings.place("KZ111", place, f"nobody is quoted with {quoted(one.words)}", hint)
    for line in edition.lines:
        if line.field in _APART or isinstance(edition.briefing.cards.get(str(line.key[0])), Caveat):
            continue
        for one in marked(line.text):
            if not quotable.covers(one.words):
                place = edition.places.at(line.key, one.start, one.end - one.start)
                edition.findings.place(
                    "KZ111", place, f"nobody is quoted with {quoted(one.words)}", "take the marks away"
                )


def _stretches(edition: Edition) -> Iterator[tuple[Piece, Shown, Marked]]:
    """What stands between marks, or in a block quotation, in all prose but what editor's notes show as printed."""
    for piece in edition.pieces:
        if piece.field == "printed":
            continue
        for shown in edition.shown(piece):
            if shown.paragraph.kind == "quotation":
                yield piece, shown, Marked(0, len(shown.text), shown.text)
            else:
                for one in marked(shown.text):
                    yield piece, shown, one


def _by_name(edition: Edition, piece: Piece, shown: Shown, one: Marked) -> list[Assessment]:
    """The assessments of named holders that a stretch of prose tells: its own card, or the links of its statement."""
    cards = edition.briefing.cards
    own = cards.get(piece.owner)
    if isinstance(own, Assessment):
        told: Iterable[str] = (own.id,)
    elif piece.field == "body":
        told = _links_of_statement(shown, shown.inline_at(one.start))
    else:
        told = ()
    found = [card for card in map(cards.get, told) if isinstance(card, Assessment)]
    return [card for card in found if card.voice == "named" or card.holder == edition.briefing.analyst]


def _links_of_statement(shown: Shown, at: int) -> list[str]:
    """Ids linked between the citation before an inline and the one after it."""
    inlines = shown.paragraph.inlines
    cites = [number for number, inline in enumerate(inlines) if isinstance(inline, Cite)]
    first = max((number for number in cites if number < at), default=-1)
    last = min((number for number in cites if number >= at), default=len(inlines))
    return [inline.target for inline in inlines[first + 1 : last] if isinstance(inline, Ref)]


def _quotes_for(edition: Edition, piece: Piece, assessments: list[Assessment]) -> Quotable:
    """Quotations of the scenes of these assessments, of their bases, and those that the prose links to."""
    cards = edition.briefing.cards
    idents = {ident for card in assessments for ident in (*edition.briefing.scenes[card.scene].quotes, *card.basis)}
    if piece.owner in edition.briefing.scenes:
        idents.update(edition.briefing.scenes[piece.owner].quotes)
    idents |= edition.targets(piece)
    return Quotable(parts=_words(card for card in map(cards.get, idents) if isinstance(card, Quote)))


def _quotable(edition: Edition) -> Quotable:
    """All quotations, and what is quoted whole: titles of sources, and what editor's notes show as printed."""
    briefing = edition.briefing
    whole = [title for source in briefing.sources.values() for title in source.title.values()]
    for caveat in briefing.of(Caveat):
        for title in caveat.title.values():
            whole += [one.words for one in marked(title)]
    for piece in edition.pieces:
        if piece.field == "printed":
            for shown in edition.shown(piece):
                whole += [one.words for one in marked(shown.text)]
    return Quotable(whole, _words(briefing.of(Quote)))


def _words(quotes: Iterable[Quote]) -> Iterator[str]:
    for quote in quotes:
        yield quote.original
        yield from quote.translation.values()
