"""What the mouse has selected: whole letters, and the text as it was before it was broken into lines."""

from collections.abc import Sequence
from itertools import accumulate

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection

from kzterm.pages.layout import Line
from kzterm.text.cells import clusters


def snapped(text: str, offset: int) -> int:
    """The end of the cluster that an offset is inside of.

    Textual turns a cell into the offset after all that fills the cells before it, but marks fill none: it then points
    at the marks of the letter before.
    """
    if text.isascii():
        return min(offset, len(text))
    return next((edge for edge in accumulate(map(len, clusters(text)), initial=0) if edge >= offset), len(text))


def span(selection: Selection, row: int, text: str) -> tuple[int, int] | None:
    """The selected part of a line, from cluster to cluster; None where nothing is selected."""
    found = selection.get_span(row)
    if found is None:
        return None
    start, end = found
    return snapped(text, start), len(text) if end < 0 else snapped(text, end)


def selected(lines: Sequence[Line], selection: Selection) -> str:
    """The selected text. Lines of one paragraph are joined by what stood between them, others by a line feed."""
    parts: list[str] = []
    for row, line in enumerate(lines):
        text = line.text
        part = span(selection, row, text)
        if part is None:
            continue
        start, end = part
        indent, joint = _joint(line)
        if parts and joint is not None:
            parts[-1] = parts[-1].rstrip() + joint + text[max(start, indent) : end]
        else:
            parts.append(text[start:end])
    return "\n".join(part.rstrip() for part in parts)


def _joint(line: Line) -> tuple[int, str | None]:
    """How many characters of indent a line has, and what joins it to the line before; None where nothing does."""
    indent = 0
    for piece in line.pieces:
        if piece.joint is not None:
            return indent, piece.joint
        if not piece.text.isspace():
            break
        indent += len(piece.text)
    return 0, None


def highlighted(segments: Sequence[Segment], start: int, end: int, style: Style) -> list[Segment]:
    """Segments with the characters from start to end in another style."""
    found: list[Segment] = []
    at = 0
    for segment in segments:
        text = segment.text
        left, right = (min(max(place - at, 0), len(text)) for place in (start, end))
        marked = Segment(text[left:right], (segment.style or Style()) + style)
        pieces = (Segment(text[:left], segment.style), marked, Segment(text[right:], segment.style))
        found += [piece for piece in pieces if piece.text]
        at += len(text)
    return found
