"""The last door before the terminal: whatever a widget drew, no control or reordering character leaves."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from kzterm.text.cells import SARA_AM
from kzterm.text.clean import FORBIDDEN

_TONE_AND_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33")


def drawn(text: str) -> str:
    """The text with SARA AM in its two parts: the ring over its consonant, below any tone mark, and SARA AA after it.

    Terminals draw the one character with the ring over the wrong cell, or squeeze both into one. The cells stay the
    same. Only what is drawn changes; what is searched, selected and copied keeps the character.
    """
    return _TONE_AND_AM.sub("\u0e4d\\1\u0e32", text) if SARA_AM in text else text


class Guard(LineFilter):
    """Drops forbidden characters, and links that a terminal would follow, from every line drawn; draws SARA AM."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments without what must not leave."""
        del background
        if not any(SARA_AM in text or FORBIDDEN.search(text) or (style and style.link) for text, style, _ in segments):
            return segments
        return [
            Segment(
                drawn(FORBIDDEN.sub("", text)) if control is None else text,
                style.update_link(None) if style and style.link else style,
                control,
            )
            for text, style, control in segments
        ]
