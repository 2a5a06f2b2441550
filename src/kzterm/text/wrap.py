"""Breaking a paragraph into lines: the one implementation that every front end uses.

Text with Thai in it is set as a whole: of all ways to break it, the one with the least raggedness and the best line
ends. Text without Thai fills line after line, exactly as Rich and Textual do.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from kzterm.text.cells import cell_width, clusters, is_simple
from kzterm.text.thai import IN_NEED, PLAIN_CITATION, THAI, barred, cost

Span = tuple[int, int]
"""Start and end offsets of a line in its text; the spaces between lines belong to neither."""

_WORD = re.compile(r"(\s*\S+)(?: ·(?=\s))*\s*")
"""A word, with the dot that parts it from the next: no line begins with one."""
_SPACES = re.compile("[ \t\n\u3000]+")
_HINGES = "/-_.?&="
"""What a web address or a long name had better be broken after."""
_HINGE = re.compile(f"[{re.escape(_HINGES)}]+")

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_AT_A_HINGE = 225
_INSIDE_A_WORD = 2 * IN_NEED
_BARRED = 100 * IN_NEED


def wrap(text: str, width: int, breaks: Collection[int] = ()) -> list[Span]:
    """The lines of one paragraph.

    `width` is in cells and at least 1. A line may end before a space, or at one of the offsets in `breaks` (where a
    script without spaces has its words); a mapping gives each offset a cost in squared cells, else they cost nothing.
    A word too long for a line is broken after the signs that join its parts (`/`, `-`, `.` …), and in need between
    grapheme clusters. An empty text is one empty line.
    """
    if cell_width(text) <= width:
        return [(0, len(text.rstrip()))]
    return _best(text, width, breaks) if THAI.search(text) else _first_fit(text, width)


# Text without Thai


def _first_fit(text: str, width: int) -> list[Span]:
    """Rich's rule: a word that does not fit begins a line; one too long for any line is chopped.

    Two rules are our own: where to chop words that consist of parts, and that no line begins with `·` unless it would
    cost a word its wholeness.
    """
    starts = [0]
    used = 0
    for start, word in _words(text, width):
        size = cell_width(word.rstrip())
        if size <= width - used:
            used += cell_width(word)
        elif size > width:
            at = start
            for part in _chop(word, width):
                starts.append(at)
                at += len(part)
                used = cell_width(part)
        else:
            starts.append(start)
            used = cell_width(word)
    starts = sorted(set(starts))
    return [
        (start, start + len(text[start:end].rstrip()))
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]


def _words(text: str, width: int) -> Iterator[tuple[int, str]]:
    """Words by their offset, with the space after them; and with their dot, unless only without it they fit a line."""
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        bare = len(match[1])
        if len(word.rstrip()) > bare and cell_width(word.rstrip()) > width >= cell_width(word[:bare]):
            yield start, word[: bare + 1]
            yield start + bare + 1, word[bare + 1 :]
        else:
            yield start, word


def _chop(word: str, width: int) -> list[str]:
    joined = _joined_parts(word)
    if len(joined) == 1:
        return _cut_up(word, width)
    lines = [""]
    for part in joined:
        room = width - cell_width(lines[-1])
        if cell_width(part.rstrip()) <= room:
            lines[-1] += part
        elif cell_width(part.rstrip()) <= width:
            lines.append(part)
        else:
            *whole, last = _cut_up(lines.pop() + part.rstrip(), width)
            lines += [*whole, last + part[len(part.rstrip()) :]]
    return lines


def _joined_parts(word: str) -> list[str]:
    """The parts of a web address or a long name, each with the sign that joins it to the next."""
    ends = [match.end() for match in _HINGE.finditer(word) if match.end() < len(word.rstrip())]
    edges = [0, *(end for end in ends if not barred(word, end, end)), len(word)]
    return [word[start:end] for start, end in pairwise(edges)]


def _cut_up(word: str, width: int) -> list[str]:
    """Between clusters; the number of a citation stays whole."""
    parts = [""]
    used = 0
    for cluster in _with_numbers(clusters(word)):
        size = cell_width(cluster)
        if parts[-1] and used + size > width:
            parts.append("")
            used = 0
        parts[-1] += cluster
        used += size
    return parts


def _with_numbers(pieces: Iterable[str]) -> Iterator[str]:
    number = ""
    for piece in pieces:
        if piece in _RAISED:
            number += piece
            continue
        if number:
            yield number
        number = ""
        yield piece
    if number:
        yield number


# Text with Thai


class _Places:
    """Where lines may end: in order, with the cells up to each place and what it costs."""

    def __init__(self) -> None:
        self.ends: list[int] = []
        """Offset at which a line ending here ends."""
        self.starts: list[int] = []
        """Offset at which the next one begins."""
        self.cells_to_end: list[int] = []
        self.cells_to_start: list[int] = []
        """Cells from the beginning of the text."""
        self.costs: list[int] = []

    def add(self, text: str, end: int, start: int, price: int) -> None:
        """The next place."""
        to_end = self.cells_to_start[-1] + cell_width(text[self.starts[-1] : end]) if self.ends else 0
        self.ends.append(end)
        self.starts.append(start)
        self.cells_to_end.append(to_end)
        self.cells_to_start.append(to_end + cell_width(text[end:start]))
        self.costs.append(price)


def _best(text: str, width: int, breaks: Collection[int]) -> list[Span]:
    places = _places(text, width, breaks)
    chosen = _choose(places, width)
    return [(places.starts[before], places.ends[after]) for before, after in pairwise(chosen)]


def _places(text: str, width: int, breaks: Collection[int]) -> _Places:
    """Every place between words, and in words too long for a line every one between clusters."""
    prices = breaks if isinstance(breaks, Mapping) else dict.fromkeys(breaks, 0)
    edges = None if is_simple(text) else _edges(text)
    gaps = {match.start(): match.end() for match in _SPACES.finditer(text)}
    at_space = {at for start, stop in gaps.items() for at in range(start, stop + 1)}
    ends = sorted({*gaps, *(at for at in prices if at not in at_space and (edges is None or at in edges))})
    last = len(text.rstrip())
    places = _Places()
    places.add(text, 0, 0, 0)
    for end in ends:
        start = gaps.get(end, end)
        if not 0 < end < last or barred(text, end, start):
            continue
        price = prices.get(start, 0) + cost(text, text[places.starts[-1] : end], end, start)
        _cut(places, text, end, width)
        places.add(text, end, start, price)
    _cut(places, text, last, width)
    places.add(text, last, last, 0)
    return places


def _edges(text: str) -> set[int]:
    edges, offset = set(), 0
    for cluster in clusters(text):
        offset += len(cluster)
        edges.add(offset)
    return edges


def _cut(places: _Places, text: str, end: int, width: int) -> None:
    """Where what follows the last place is too long for a line, add places between its parts and its clusters."""
    start = places.starts[-1]
    if cell_width(text[start:end]) <= width:
        return
    offset = start
    cited = {at for found in PLAIN_CITATION.finditer(text, start, end) for at in range(found.start(), found.end())}
    for cluster in clusters(text[start:end]):
        offset += len(cluster)
        if offset < end and not cluster.isspace():
            after = offset + len(text[offset:end]) - len(text[offset:end].lstrip(" "))
            if text[after] == "·" and after > offset:
                price = _AT_A_HINGE
            elif offset in cited or barred(text, offset, after):
                price = _BARRED
            else:
                price = _AT_A_HINGE if text[offset - 1] in _HINGES else _INSIDE_A_WORD
            places.add(text, offset, after, price)


def _choose(places: _Places, width: int) -> list[int]:
    """The places to break at, the first and the last among them, with the least sum of squared slack and costs."""
    ends, starts, costs = places.cells_to_end, places.cells_to_start, places.costs
    count = len(ends)
    totals = [0] * count
    via = [0] * count
    first = 0
    shortest = max(24, width // 4)  # slack, in cells, at which looking for something better is no use
    for here in range(1, count):
        while first < here - 1 and ends[here] - starts[first] > width:
            first += 1
        best, chosen = -1, first
        least = min(totals[first:here])
        for before in range(first, here):
            slack = width - ends[here] + starts[before] if here < count - 1 else 0
            ragged = slack * slack if slack > 0 else 0
            if best >= 0 and (least + ragged >= best or (slack > shortest and best < least + IN_NEED)):
                break
            total = totals[before] + ragged
            if best < 0 or total < best:
                best, chosen = total, before
        totals[here] = best + costs[here]
        via[here] = chosen
    chain = [count - 1]
    while chain[-1]:
        chain.append(via[chain[-1]])
    return chain[::-1]
