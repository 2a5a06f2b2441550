"""Blocks into lines of a given width. What is drawn on a line is the front end's; where lines end is decided here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from kzterm.pages.blocks import (
    BarEnd,
    Bars,
    Block,
    Choices,
    Columns,
    Entry,
    Facts,
    Heading,
    Link,
    Map,
    Pair,
    Para,
    Run,
    Runs,
    Style,
)
from kzterm.text.breaks import LIGHT, Breaker
from kzterm.text.cells import cell_width
from kzterm.text.wrap import wrap

if TYPE_CHECKING:
    from kzterm.pages.map_drawing import Drawing

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ENDS: Mapping[BarEnd, str] = {"flat": "", "open": "►", "closed": "┤", "vague": "~"}
_LONGEST_BAR = 40
"""Cells; the eye compares no better along a longer one."""
_SHORTEST_BAR = 8
"""Where the longest bar would get fewer cells, the words have to do."""
_LONG_WORD = 24
"""Cells that any word of a language with spaces fits in."""
_NARROWEST_COLUMN = 40
_GUTTER = 4
"""Cells between columns."""
_AFTER_WHEN = 2
"""Cells between when something happened and what follows it on the line."""
_NARROWEST_WORDS = 28
"""Where less is left beside when something happened, when has lines of its own."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a front end wants different in the words themselves."""

    superscripts: bool = False
    """Citations as ⁷; else [7]."""
    marks: Mapping[Style, str] = field(default_factory=dict)
    """What follows a link of a style, so that claims, judgements and notes are told apart without colour."""
    other_marks: Mapping[str, Mapping[Style, str]] = field(default_factory=dict)
    """The same where they are words, for a pair's second language."""
    pair_width: int = 96
    """From this width on, two languages stand side by side: what margins leave of a screen of 100 columns."""
    columns: bool = False
    """Whether groups may stand beside each other; read line by line, they follow one another."""
    drawings: bool = False
    """Whether maps are drawn; else they are told in words."""
    signs: Mapping[str, str] = field(default_factory=lambda: {"here": "●", "seen": "✓", "new": "○"})
    """The marks of the scenes on a map."""
    breaks: Breaker = LIGHT
    """Where lines may end in text without spaces."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line in one style."""

    text: str
    style: Style
    link: int | None
    """Index into the layout's links."""
    joint: str | None = None
    """What the text has between the line before and this piece; None where no text goes on from there."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, ready to draw."""

    pieces: tuple[Piece, ...]
    block: int
    """Index of the block it belongs to."""

    @property
    def text(self) -> str:
        """The line as plain text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines, and the links on them in reading order."""

    lines: tuple[Line, ...]
    links: tuple[Link, ...]
    order: tuple[int, ...]
    """The links by their numbers, in reading order."""

    def drawn(self) -> list[int]:
        """The links that are on any line, in reading order."""
        on_lines = {piece.link for line in self.lines for piece in line.pieces}
        return [number for number in self.order if number in on_lines]

    def stops(self) -> tuple[int, ...]:
        """The links Tab goes to, in reading order: the first to each target, citations left out."""
        seen: set[str] = set()
        found = []
        for index in self.order:
            link = self.links[index]
            if link.stop and link.line not in seen:
                seen.add(link.line)
                found.append(index)
        return tuple(found)


def same_link(before: Layout, link: int, after: Layout) -> int | None:
    """The link of another layout of the same blocks that submits the same line, the second where it was the second.

    None where that line is not drawn: a map draws as many scenes as there is room for.
    """
    line = before.links[link].line
    was = [number for number in before.drawn() if before.links[number].line == line]
    now = [number for number in after.drawn() if after.links[number].line == line]
    at = was.index(link) if link in was else 0
    return now[min(at, len(now) - 1)] if now else None


def lay_out(blocks: Iterable[Block], width: int, look: Look, room: int = 0) -> Layout:
    """The blocks as lines no wider than `width` cells, an empty line between them but not under a heading.

    Maps, which are not read line by line, may be as wide as `room`.
    """
    setter = _Setter(max(width, 1), look, room)
    for index, block in enumerate(blocks):
        setter.add(block, index)
    return Layout(tuple(setter.lines), tuple(setter.links), tuple(setter.order))


class _Setter:
    """Gathers lines and links, block by block."""

    def __init__(self, width: int, look: Look, room: int = 0) -> None:
        self.width = width
        self.room = max(room, width)
        self.look = look
        self.lines: list[Line] = []
        self.links: list[Link] = []
        self.order: list[int] = []
        self.undrawn: dict[str, int] = {}
        """While a map is set, the links of scenes that have no box on it, by their lines."""
        self.under_heading = False
        self.under_title = False

    def add(self, block: Block, index: int) -> None:
        # A map takes all the rows there are: what is said about it stands close to its title.
        close = isinstance(block, Map) and self.under_title
        tight = (isinstance(block, Para) and block.tight) or self.under_heading or close
        if self.lines and not tight:
            self.lines.append(Line((), index))
        self.under_title = isinstance(block, Heading) and block.title
        self.under_heading = isinstance(block, Heading) and not block.title
        for pieces in self._set(block):
            self.lines.append(Line(tuple(pieces), index))

    def _set(self, block: Block) -> Iterator[list[Piece]]:
        match block:
            case Heading(text=text):
                yield from self._hang("", (Run(text, "heading"),), 0)
            case Para(runs=runs, lead=lead, indent=indent):
                yield from self._hang(lead, runs, indent)
            case Facts(rows=rows):
                yield from self._facts(rows)
            case Choices():
                yield from self._choices(block)
            case Pair():
                yield from self._pair(block)
            case Entry():
                yield from self._entry(block)
            case Bars():
                yield from self._bars(block)
            case Columns(groups=groups):
                yield from self._columns(groups)
            case Map():
                yield from self._map(block)

    def _hang(self, lead: str, runs: Runs, indent: int, lang: str = "") -> Iterator[list[Piece]]:
        """Text hanging from a lead: the first line carries it, the others are indented by its width.

        Where that leaves too little room for a word, the lead gets a line of its own, and the indent goes.
        """
        indent = min(indent, self.width // 4)
        if self._starves(runs, indent):
            indent = 0
        hang = indent + cell_width(lead)
        if lead and (hang > self.width // 2 or self._starves(runs, hang)):
            for pieces in self._flow((Run(lead.rstrip(), "key"),), self.width - indent):
                yield [*_space(indent), *pieces]
            hang, lead = indent, ""
        for number, pieces in enumerate(self._flow(runs, self.width - hang, lang)):
            if number == 0 and lead:
                yield [*_space(indent), Piece(lead, "key", None), *pieces]
            else:
                yield [*_space(hang), *pieces]

    def _starves(self, runs: Runs, hang: int) -> bool:
        """Whether a word that could be whole would not be beside so many empty cells."""
        room = self.width - hang
        return (
            hang > 0
            and room < _LONG_WORD
            and any(room < cell_width(word) <= self.width for run in runs for word in run.text.split())
        )

    def _facts(self, rows: tuple[tuple[str, Runs], ...]) -> Iterator[list[Piece]]:
        column = max((cell_width(label) for label, _ in rows), default=0) + 2
        for label, runs in rows:
            yield from self._hang(label + " " * (column - cell_width(label)), runs, 0)

    def _choices(self, block: Choices) -> Iterator[list[Piece]]:
        digits = max((len(str(item.number)) for item in block.items), default=1)
        column = max((cell_width(item.key) for item in block.items), default=0)
        for item in block.items:
            key = f"{item.key}{' ' * (column - cell_width(item.key) + 2)}" if column else ""
            yield from self._hang(f"{item.number:>{digits}} {key}", item.runs, 0)

    def _pair(self, pair: Pair) -> Iterator[list[Piece]]:
        if self.width < self.look.pair_width:
            yield from self._hang(pair.lead, pair.first, 0)
            yield from self._hang(pair.lead, pair.second, 0, pair.other)
            return
        column = (self.width - 3) // 2
        left = list(self._flow(pair.first, column))
        right = list(self._flow(pair.second, column, pair.other))
        for row in range(max(len(left), len(right))):
            pieces = left[row] if row < len(left) else []
            used = sum(cell_width(piece.text) for piece in pieces)
            other = right[row] if row < len(right) else []
            yield [*pieces, *_space(column - used + 3), *other]

    def _entry(self, entry: Entry) -> Iterator[list[Piece]]:
        """When in columns of its own and what beside it; where that leaves too little room, when on lines above."""
        edge = sum(entry.columns) + _AFTER_WHEN * len(entry.columns)
        when: list[list[Piece]] = []
        if self.width - edge >= _NARROWEST_WORDS:
            when = self._when(entry)
        else:
            edge = min(_AFTER_WHEN, self.width // 4)
            edge = 0 if self._starves(entry.runs, edge) else edge
            for number, part in enumerate(entry.when):
                if part:
                    words = Run(" ".join(part.split()), "key")
                    yield from self._hang("", (words,), edge if number else 0)
        what = [line for runs in (entry.runs, entry.under) if runs for line in self._flow(runs, self.width - edge)]
        for left, right in zip_longest(when, what, fillvalue=()):
            used = sum(cell_width(piece.text) for piece in left)
            yield [*left, *_space(edge - used), *right]

    def _when(self, entry: Entry) -> list[list[Piece]]:
        """When something happened, line by line, each part in its column."""
        parts = [
            [pieces for line in part.splitlines() for pieces in self._flow((Run(line, "key"),), cells)]
            for part, cells in zip(entry.when, entry.columns, strict=True)
        ]
        rows = []
        for row in zip_longest(*parts, fillvalue=()):
            pieces: list[Piece] = []
            start = used = 0
            for part, cells in zip(row, entry.columns, strict=True):
                if part:
                    pieces += [*_space(start - used), *part]
                    used = start + sum(cell_width(piece.text) for piece in part)
                start += cells + _AFTER_WHEN
            rows.append(pieces)
        return rows

    def _bars(self, bars: Bars) -> Iterator[list[Piece]]:
        """Each number in words, with the bar under it, and apart from them what their ends mean."""
        longest = min(self.width - 3, _LONGEST_BAR)
        for item in bars.items:
            yield from self._hang("", item.runs, 0)
            if longest >= _SHORTEST_BAR:
                bar = "█" * max(round(item.share * longest), 1 if item.share else 0) + _ENDS[item.end]
                yield [*_space(2), Piece(bar, "key", None)]
        if bars.ends and longest >= _SHORTEST_BAR:
            yield []
            ends = "  ".join(f"{_ENDS[end]} {words}" for end, words in bars.ends)
            yield from self._hang("", (Run(ends, "dim"),), 2)

    def _columns(self, groups: tuple[tuple[Block, ...], ...]) -> Iterator[list[Piece]]:
        column = (self.width - _GUTTER * (len(groups) - 1)) // max(len(groups), 1)
        beside = self.look.columns and column >= _NARROWEST_COLUMN
        setters = []
        for group in groups:
            setter = _Setter(column if beside else self.width, self.look)
            setter.links, setter.order = self.links, self.order
            for index, block in enumerate(group):
                setter.add(block, index)
            setters.append(setter)
        if not beside:
            for number, setter in enumerate(setters):
                yield from ([[]] if number else [])
                yield from (list(line.pieces) for line in setter.lines)
            return
        for row in range(max((len(setter.lines) for setter in setters), default=0)):
            pieces: list[Piece] = []
            for number, setter in enumerate(setters):
                start = number * (column + _GUTTER)
                pieces += _space(start - sum(cell_width(piece.text) for piece in pieces))
                pieces += setter.lines[row].pieces if row < len(setter.lines) else ()
            yield pieces

    def _map(self, block: Map) -> Iterator[list[Piece]]:
        """The map as it fits. A scene's link has the same number however it is drawn, so that focus outlives a resize:

        its box has it, or else whatever words name the scene.
        """
        drawing = None
        if self.look.drawings:
            from kzterm.pages.map_drawing import draw

            drawing = draw(block, self.room, self.look.signs, self.look.breaks)
        first = len(self.links)
        beyond = drawing.beyond if drawing else ()
        self.links.extend(replace(box.link, beyond=ways) for box, ways in zip(block.boxes, beyond, strict=False))
        self.order.extend(range(first, len(self.links)))
        others = block.boxes[len(beyond) :]
        self.undrawn = {box.link.line: number for number, box in enumerate(others, len(self.links))}
        self.links.extend(replace(box.link, stop=False, boxed=False) for box in others)
        yield from self._map_drawn(block, drawing, first) if drawing else self._map_in_words(block)
        self.undrawn = {}

    def _map_in_words(self, block: Map) -> Iterator[list[Piece]]:
        yield from self._hang("", (Run(block.counted, "dim"),), 0)
        yield []
        for para in block.words:
            yield from self._hang(para.lead, para.runs, para.indent)

    def _map_drawn(self, block: Map, drawing: "Drawing", first: int) -> Iterator[list[Piece]]:
        """`first` is the number of the link of the first box."""
        from kzterm.pages.map_drawing import legend

        circle = block.circles[drawing.circle]
        for line in legend((("", block.counted), *block.legend), self.look.signs, self.width):
            yield from self._hang("", (Run(line, "dim"),), 0)
        if circle.runs:
            yield from self._hang("", circle.runs, 0)
        yield []
        for row in drawing.rows:
            yield [Piece(part.text, part.style, None if part.box is None else first + part.box) for part in row]
        if circle.below:
            yield []
            yield from self._hang("", circle.below, 0)

    def _flow(self, runs: Runs, width: int, lang: str = "") -> Iterator[list[Piece]]:
        """The runs wrapped, their links entered in reading order; `lang` names a language that is not the reader's."""
        parts: list[tuple[int, int, Style, int | None]] = []
        marks = self.look.other_marks.get(lang, self.look.marks)
        text = ""
        for run, following in zip_longest(runs, runs[1:]):
            link = self._enter(run)
            words = run.text
            if run.style == "cite":
                words = run.text.translate(_SUPERSCRIPT) if self._raised(run.text) else f"[{run.text}]"
            elif run.link is not None and run.link.stop:
                words += _mark(marks.get(run.style, ""), following)
            parts.append((len(text), len(text) + len(words), run.style, link))
            text += words
        breaks = self.look.breaks(text) if cell_width(text) > width else ()
        before: int | None = None
        for start, end in wrap(text, max(width, 1), breaks):
            pieces = [
                Piece(text[max(start, left) : min(end, right)], style, link)
                for left, right, style, link in parts
                if left < end and right > start
            ]
            if before is not None and pieces:
                pieces[0] = replace(pieces[0], joint=text[before:start])
            before = end
            yield pieces

    def _raised(self, text: str) -> bool:
        return self.look.superscripts and all(character.isdigit() or character == "," for character in text)

    def _enter(self, run: Run) -> int | None:
        if run.link is None:
            return None
        if (number := self.undrawn.get(run.link.line)) is not None:
            self.links[number] = run.link
            self.order.append(number)
            return number
        if not (self.links and self.links[-1] is run.link):  # else another part of one link
            self.order.append(len(self.links))
            self.links.append(run.link)
        return len(self.links) - 1


def _mark(mark: str, following: Run | None) -> str:
    """The mark of a link; in words, it needs a space before more words, which Thai does not bring along."""
    apart = mark.endswith(")") and following is not None and following.text[:1].isalnum() and following.style != "cite"
    return mark + " " if apart else mark


def _space(cells: int) -> list[Piece]:
    return [Piece(" " * cells, "text", None)] if cells > 0 else []
