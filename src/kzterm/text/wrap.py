"""Breaking a paragraph into lines: the one implementation that every front end uses."""

import re
from collections.abc import Collection

from kzterm.text.cells import cell_width, clusters

_AFTER_SPACE = re.compile(" +(?=[^ ])")

Span = tuple[int, int]
"""Start and end offsets of a line in its text; the spaces between lines belong to neither."""


def wrap(text: str, width: int, breaks: Collection[int] = ()) -> list[Span]:
    """The lines of one paragraph.

    `width` is in cells and at least 1. A line may end before a space, or at one of the offsets in `breaks` (where a
    script without spaces has its words). A word too long for a line is cut between grapheme clusters. An empty text
    is one empty line.
    """
    lines: list[Span] = []
    start = end = 0
    used = 0
    for word_start, word_end in _words(text, breaks):
        gap = cell_width(text[end:word_start]) if end > start else 0
        size = cell_width(text[word_start:word_end])
        if end > start and used + gap + size <= width:
            end, used = word_end, used + gap + size
            continue
        if end > start:
            lines.append((start, end))
        start, end, used = word_start, word_end, size
        while used > width:
            split = _fit(text, start, end, width)
            lines.append((start, split))
            start, used = split, cell_width(text[split:end])
    if end > start or not lines:
        lines.append((start, end))
    return lines


def _words(text: str, breaks: Collection[int]) -> list[Span]:
    """The pieces that may stand on lines of their own, without the spaces around them."""
    cuts = {match.end() for match in _AFTER_SPACE.finditer(text)}
    cuts.update(offset for offset in breaks if 0 < offset < len(text))
    pieces: list[Span] = []
    start = 0
    for cut in [*sorted(cuts), len(text)]:
        left = len(text) - len(text[start:].lstrip(" ")) if text[start:cut].startswith(" ") else start
        right = start + len(text[start:cut].rstrip(" "))
        if right > left:
            pieces.append((left, right))
        start = cut
    return pieces


def _fit(text: str, start: int, end: int, width: int) -> int:
    """The furthest cluster edge after `start` at which the line still fits; at least one cluster on."""
    used, offset = 0, start
    for cluster in clusters(text[start:end]):
        used += cell_width(cluster)
        if used > width and offset > start:
            break
        offset += len(cluster)
    return offset
