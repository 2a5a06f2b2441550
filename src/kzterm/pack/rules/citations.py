"""Every statement says where it comes from, and says the same in every language."""

from kzterm.model.prose import Cite, ParaRef
from kzterm.pack.rules.edition import Edition
from kzterm.pack.rules.shown import Shown
from kzterm.pack.rules.texts import Piece, side_by_side

_CITED = frozenset({"body", "who", "context", "sides", "printed"})
"""Fields that only say what a source says."""

_MAY_CITE = frozenset({"means", "note"})
"""Fields that may do without citations; a paragraph that has one is cited to its end."""


def statements_are_cited(edition: Edition) -> None:
    """KZ101: text that no citation follows, in a field that only says what a source says."""
    for piece in edition.pieces:
        if piece.field in _CITED or piece.field in _MAY_CITE:
            for shown in edition.shown(piece):
                _end_is_cited(edition, piece, shown)


def _end_is_cited(edition: Edition, piece: Piece, shown: Shown) -> None:
    cites = [at for at, inline in enumerate(shown.paragraph.inlines) if isinstance(inline, Cite)]
    if not cites and piece.field in _MAY_CITE:
        return
    after = shown.begins[cites[-1]] if cites else 0
    start = next((at for at in range(after, len(shown.text)) if shown.text[at].isalnum()), None)
    if start is not None:
        message = "nothing is cited after the last citation" if cites else "this paragraph cites nothing"
        place = edition.words(piece, shown, start, len(shown.text))
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
    _alone(edition, first, missing, other)
    _alone(edition, other, extra, first)
    if missing or extra or len(theirs) != len(ours):
        return
    for number, (one, two) in enumerate(zip(theirs, ours, strict=True)):
        if set(one.refs) != set(two.refs):
            cited = ", ".join(_name(edition, ref) for ref in one.refs)
            message = f"statement {number + 1} cites other paragraphs in {other.lang} than in {first.lang}: {cited}"
            hint = "let the statements of the languages follow each other"
            edition.findings.place("KZ103", edition.citation(other, number, two.refs), message, hint)
            return


def _alone(edition: Edition, piece: Piece, lacking: set[ParaRef], without: Piece) -> None:
    """Paragraphs that one language cites and another does not, each where it is cited first."""
    left = set(lacking)
    for number, cite in enumerate(edition.cites(piece)):
        alone = [ref for ref in cite.refs if ref in left]
        if alone:
            left -= set(alone)
            names = ", ".join(_name(edition, ref) for ref in alone)
            message = f"{names} is cited in {piece.lang} and not in {without.lang}"
            hint = "the languages of a text rest on the same paragraphs"
            edition.findings.place("KZ102", edition.citation(piece, number, alone), message, hint)


def _refs(cites: list[Cite]) -> set[ParaRef]:
    return {ref for cite in cites for ref in cite.refs}


def _name(edition: Edition, ref: ParaRef) -> str:
    number = str(ref.para) if ref.source == edition.briefing.primary else f"{ref.source}:{ref.para}"
    return f"paragraph {number}"
