"""The last door before the terminal: whatever a widget drew, no control or reordering character leaves."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from kzterm.text.clean import FORBIDDEN


class Guard(LineFilter):
    """Drops forbidden characters, and links that a terminal would follow, from every line drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments without what must not leave."""
        del background
        if not any(FORBIDDEN.search(text) or (style and style.link) for text, style, _ in segments):
            return segments
        return [
            Segment(
                FORBIDDEN.sub("", text) if control is None else text,
                style.update_link(None) if style and style.link else style,
                control,
            )
            for text, style, control in segments
        ]
