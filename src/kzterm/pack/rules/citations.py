"""Every statement says where it comes from, and says the same in every language."""

from kzterm.model.cards import Caveat
from kzterm.model.prose import Cite, ParaRef, words_of
from kzterm.pack.rules.edition import Edition
from kzterm.pack.rules.texts import Piece, side_by_side

_CITED = frozenset({"body", "who", "context", "sides"})
"""Fields that only say what a source says."""


def statements_are_cited(edition: Edition) -> None:
    """KZ101: text that no citation follows, in a field that only says what a source says."""
    briefing = edition.briefing
    for piece in edition.pieces:
        printed = piece.field == "printed" and isinstance(briefing.cards.get(piece.owner), Caveat)
        if piece.field in _CITED or printed:
            _statements(edition, piece)


def _statements(edition: Edition, piece: Piece) -> None:
    for number, paragraph in enumerate(piece.prose):
        cites = [at for at, inline in enumerate(paragraph.inlines) if isinstance(inline, Cite)]
        first = cites[-1] + 1 if cites else 0
        rest = paragraph.inlines[first:]
        if not any(letter.isalnum() for inline in rest for letter in words_of(inline)):
            continue
        at = first
        while not any(letter.isalnum() for letter in words_of(paragraph.inlines[at])):
            at += 1
        shown = list(edition.shown(piece))[number]
        start = shown.begins[at]
        lead = next(index for index, letter in enumerate(words_of(paragraph.inlines[at])) if letter.isalnum())
        place = edition.words(piece, shown, start + lead, len(shown.text))
        message = "nothing is cited after the last citation" if cites else "this paragraph cites nothing"
        edition.findings.place("KZ101", place, message, "end it with the paragraph that says so, such as [^7]")


def citations_agree(edition: Edition) -> None:
    """KZ102, KZ103: other paragraphs cited, or in another order, than in the first language."""
    for pieces in side_by_side(edition.pieces).values():
        first, *others = pieces
        for other in others:
            _compare(edition, first, other)


def _compare(edition: Edition, first: Piece, other: Piece) -> None:
    theirs, ours = edition.cites(first), edition.cites(other)
    missing = _refs(theirs) - _refs(ours)
    extra = _refs(ours) - _refs(theirs)
    for piece, cites, lacking, without in ((first, theirs, missing, other), (other, ours, extra, first)):
        for number, cite in enumerate(cites):
            alone = [ref for ref in cite.refs if ref in lacking]
            if alone:
                lacking = lacking - set(alone)
                names = ", ".join(_name(edition, ref) for ref in alone)
                message = f"{names} is cited in {piece.lang} and not in {without.lang}"
                hint = "the languages of a text rest on the same paragraphs"
                edition.findings.place("KZ102", edition.citation(piece, number), message, hint)
    if missing or extra or len(theirs) != len(ours):
        return
    for number, (one, two) in enumerate(zip(theirs, ours, strict=True)):
        if set(one.refs) != set(two.refs):
            cited = ", ".join(_name(edition, ref) for ref in one.refs)
            message = f"statement {number + 1} cites other paragraphs in {other.lang} than in {first.lang}: {cited}"
            hint = "let the statements of the languages follow each other"
            edition.findings.place("KZ103", edition.citation(other, number), message, hint)
            return


def _refs(cites: list[Cite]) -> set[ParaRef]:
    return {ref for cite in cites for ref in cite.refs}


def _name(edition: Edition, ref: ParaRef) -> str:
    number = str(ref.para) if ref.source == edition.briefing.primary else f"{ref.source}:{ref.para}"
    return f"paragraph {number}"
