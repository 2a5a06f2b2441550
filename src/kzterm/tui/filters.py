"""Filters for terminals that cannot draw everything. Each works on finished lines, so that nothing escapes it."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_SHAPES = {
    "≈": "~", "◇": "*", "◆": "*", "▸": ">", "►": ">", "•": "-", "●": "@", "✓": "x", "○": "o",
    "←": "<", "→": ">", "↑": "^", "↓": "v", "…": ".", "‘": "'", "’": "'", "“": '"', "”": '"',
    "‐": "-", "‑": "-", "–": "-", "—": "-", "▏": "│", "▕": "│", "╭": "┌", "╮": "┐", "╰": "└", "╯": "┘",
    "━": "─", "┃": "│", "┄": "-", "╌": "-", "┆": "│", "╎": "│", "▁": " ", "▂": " ", "▃": "▄", "▅": "▄", "▆": "█",
    "▇": "█", "▐": "█",
}  # fmt: skip
_BASIC = str.maketrans({**_SHAPES, **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))})
"""Characters that fonts of 256 glyphs lack, as ones of the same width that they have.

An ellipsis is not drawn with `~`, which marks claims; what can only be written out is not there, see `keys.hinted`.
"""


class BasicCharacters(LineFilter):
    """Draws with what the font of a bare console has: ASCII, Latin-1 and simple box drawing."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments in basic characters."""
        del background
        return [
            segment if segment.text.isascii() else Segment(segment.text.translate(_BASIC), segment.style)
            for segment in segments
        ]


class Monochrome(LineFilter):
    """Leaves the terminal its own two colours: only bold, underline and reverse remain."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments without colours, greys and slants."""
        del background
        return [
            Segment(text, None if style is None else _monochrome(style), control) for text, style, control in segments
        ]


@lru_cache(1024)
def _monochrome(style: Style) -> Style:
    return Style(
        bold=style.bold or None, underline=style.underline or None, reverse=style.reverse or None, meta=style.meta
    )
