"""A briefing retells its sources in words of its own: long runs of letters that a source has too are copies."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from kzterm.model.cards import Actor, Quote, Term
from kzterm.pack.diagnostic import quoted
from kzterm.pack.nodes import Place
from kzterm.pack.rules.edition import Edition
from kzterm.pack.rules.source_text import SourceText
from kzterm.pack.rules.texts import Line

MOST_LETTERS = 40
"""Letters in a row that may be the same. Spaces, punctuation and names do not count, and quotations end a row."""

_SEED = 12
"""Characters by which a shared run is found; shorter than any run that counts."""

_SHORTEST_NAME = 4
_QUOTATION = "\U0010fffd"
_FIRST_NAME, _NAMES = 0xF0000, 0xFFFD
"""A name becomes one character of private use, of this many from here on, and counts nothing."""

_Where = Callable[[int, int], Place]
"""From a stretch of a text to its place in the file."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that two texts share, in masked letters."""

    start: int
    end: int
    source_start: int
    letters: int


def nothing_is_copied(edition: Edition) -> None:
    """KZ155: prose or lines that share a long run of letters with a source in the same language."""
    for ident, source in edition.sources.items():
        _against(edition, ident, source)


def _against(edition: Edition, ident: str, source: SourceText) -> None:
    lang = edition.briefing.sources[ident].lang
    mask = _Mask(edition, lang)
    texts = [mask.apply(text)[0] for text in source.paragraphs]
    finder = _Finder("\0".join(texts))
    for text, places in _texts(edition, lang):
        masked, offsets = mask.apply(text)
        for run in finder.runs(masked):
            message = f"{run.letters} letters in a row are those of {quoted(ident)}"
            if source.first is not None:
                message += f", paragraph {source.first + finder.text.count(chr(0), 0, run.source_start)}"
            place = places(offsets[run.start], offsets[run.end - 1] + 1)
            edition.findings.place("KZ155", place, message, "say it in words of your own, or make it a quotation card")


def _texts(edition: Edition, lang: str) -> Iterator[tuple[str, _Where]]:
    """Every text in a language that is ours, and how to find a stretch of it in the file."""
    for piece in edition.pieces:
        if piece.lang == lang and piece.field != "printed":
            for shown in edition.shown(piece):
                yield shown.text, partial(edition.words, piece, shown)
    for line in edition.lines:
        if line.lang == lang:
            yield line.text, partial(_in_line, edition, line)


def _in_line(edition: Edition, line: Line, start: int, end: int) -> Place:
    return edition.places.at(line.key, start, end - start)


class _Mask:
    """Takes out what does not count: spaces, punctuation, names, quotations."""

    def __init__(self, edition: Edition, lang: str) -> None:
        names: dict[str, None] = {}
        for card in edition.briefing.cards.values():
            if isinstance(card, Actor | Term):
                for name in (card.name.get(lang), card.printed, *card.also.get(lang, ())):
                    names[_letters(name or "")[0]] = None
        for source in edition.briefing.sources.values():
            for name in (*source.title.values(), source.publisher):
                names[_letters(name or "")[0]] = None
        quotes = {_letters(quote.original)[0] for quote in edition.briefing.of(Quote) if quote.lang == lang}
        marks: dict[str, str] = {name: chr(_FIRST_NAME + number % _NAMES) for number, name in enumerate(names)}
        marks = {name: mark for name, mark in marks.items() if len(name) >= _SHORTEST_NAME}
        marks.update(dict.fromkeys(quotes - {""}, _QUOTATION))
        self._marks: Mapping[str, str] = marks
        longest_first = sorted(marks, key=len, reverse=True)
        self._pattern = re.compile("|".join(re.escape(words) for words in longest_first) or "(?!)")

    def apply(self, text: str) -> tuple[str, list[int]]:
        """The letters that count, names and quotations as one character each; and where each stands in the text."""
        letters, offsets = _letters(text)
        parts: list[str] = []
        kept: list[int] = []
        cursor = 0
        for match in self._pattern.finditer(letters):
            parts += (letters[cursor : match.start()], self._marks[match[0]])
            kept += (*offsets[cursor : match.start()], offsets[match.start()])
            cursor = match.end()
        return "".join((*parts, letters[cursor:])), kept + offsets[cursor:]


class _Finder:
    """Finds what a text shares with a source."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._seeds: dict[str, list[int]] = {}
        for at in range(len(text) - _SEED + 1):
            self._seeds.setdefault(text[at : at + _SEED], []).append(at)

    def runs(self, text: str) -> Iterator[Run]:
        """The shared runs that are too long, from left to right."""
        at = 0
        while at <= len(text) - _SEED:
            seeds = self._seeds.get(text[at : at + _SEED], ())
            best = max((self._run(text, at, there) for there in seeds), default=None, key=_length)
            if best is not None and best.letters > MOST_LETTERS:
                yield best
                at = best.end
            else:
                at += 1

    def _run(self, text: str, at: int, there: int) -> Run:
        length = 0
        while (
            at + length < len(text)
            and there + length < len(self.text)
            and text[at + length] == self.text[there + length]
            and text[at + length] not in ("\0", _QUOTATION)
        ):
            length += 1
        names = sum(ord(letter) >= _FIRST_NAME for letter in text[at : at + length])
        return Run(at, at + length, there, length - names)


def _length(run: Run) -> int:
    return run.letters


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters, marks and digits of a text in one case, and the offset of each."""
    kept = []
    offsets = []
    for offset, letter in enumerate(text):
        folded = letter.casefold()
        if len(folded) == 1 and unicodedata.category(letter)[0] in "LMN":
            kept.append(folded)
            offsets.append(offset)
    return "".join(kept), offsets
