"""What a rule is given: a briefing without faults of form, where everything stands, and the sources at hand."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kzterm.model.briefing import Briefing
from kzterm.model.prose import Cite, ParaRef, Ref, inlines
from kzterm.pack.findings import Findings
from kzterm.pack.nodes import Place
from kzterm.pack.places import Key, Places
from kzterm.pack.rules.exact import place_of_citation, place_of_inline, place_of_words
from kzterm.pack.rules.shown import Shown, names_of, show
from kzterm.pack.rules.source_text import SourceText
from kzterm.pack.rules.texts import Line, Piece, lines_of, pieces_of


@dataclass(frozen=True)
class Edition:
    """A briefing as the rules see it."""

    briefing: Briefing
    places: Places
    findings: Findings
    sources: Mapping[str, SourceText]
    """The texts of the sources that are at hand, by id."""

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All prose, every language by itself, in reading order."""
        return tuple(pieces_of(self.briefing))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All plain lines but names of things and titles of sources."""
        return tuple(lines_of(self.briefing))

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, str]]:
        return names_of(self.briefing)

    def shown(self, piece: Piece) -> Iterator[Shown]:
        """The paragraphs of a piece of prose as a reader sees them, without their citations."""
        for index, paragraph in enumerate(piece.prose):
            yield show(paragraph, index, self._names, piece.lang)

    def targets(self, piece: Piece) -> set[str]:
        """Ids that a piece of prose links to."""
        return {inline.target for inline in inlines(piece.prose) if isinstance(inline, Ref)}

    def cites(self, piece: Piece) -> list[Cite]:
        """The citations of a piece of prose, in order."""
        return [inline for inline in inlines(piece.prose) if isinstance(inline, Cite)]

    def words(self, piece: Piece, shown: Shown, start: int, end: int) -> Place:
        """Where a stretch of a shown paragraph stands in the file."""
        return place_of_words(self.places, piece.key, shown, start, end)

    def inline(self, piece: Piece, paragraph: int, index: int) -> Place:
        """Where an inline begins."""
        return place_of_inline(self.places, piece.key, paragraph, index)

    def citation(self, piece: Piece, number: int, refs: Collection[ParaRef]) -> Place:
        """Where these paragraphs stand in a piece's citation, counted from 0: from the first of them to the last."""
        cites = self.cites(piece)
        before = sum(len(cite.refs) for cite in cites[:number])
        found = [at for at, ref in enumerate(cites[number].refs, before) if ref in refs]
        return place_of_citation(self.places, piece, found[0], found[-1])

    def report(self, code: str, key: Key, message: str, hint: str = "") -> None:
        """A finding about the value under a key."""
        self.findings.place(code, self.places[key], message, hint)
