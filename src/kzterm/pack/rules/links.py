"""A link that one language has and another lacks keeps part of the briefing from a reader."""

from kzterm.pack.diagnostic import quoted
from kzterm.pack.prose import parse
from kzterm.pack.rules.edition import Edition
from kzterm.pack.rules.texts import Piece, side_by_side


def links_agree(edition: Edition) -> None:
    """KZ104: body paragraphs whose languages link to different things."""
    for key, pieces in side_by_side(edition.pieces).items():
        if key[1] != "body":
            continue
        everywhere = {target for piece in pieces for target in edition.targets(piece)}
        for piece in pieces:
            for target in sorted(everywhere - edition.targets(piece)):
                owner = next(other for other in pieces if target in edition.targets(other))
                _report(edition, owner, target, piece)


def _report(edition: Edition, piece: Piece, target: str, without: Piece) -> None:
    text = edition.places.text(piece.key) or ""
    link = next(one for one in parse(text, "", piece.lang).links if one.target == target)
    message = f"{quoted(target)} is linked in {piece.lang} and not in {without.lang}"
    place = edition.places.at(piece.key, link.offset, link.length)
    edition.findings.place("KZ104", place, message, f"link it in {without.lang} as well")
