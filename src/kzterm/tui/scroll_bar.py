"""A scroll bar as thin as a rule. By way of Textual's console it would cost as much as a page of text."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

_THUMB = "▐"


class PlainScrollBar(ScrollBar):
    """Textual's scroll bar down a right edge, one cell wide; the mouse does with it what it does there."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Visible rows: three strips at most, over and over."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        height = self.size.height
        start, end = thumb(height, bar.window_size, bar.virtual_size, bar.position)
        above, on, below = (
            self._strip(bar, text, does) for text, does in ((" ", "scroll_up"), (_THUMB, "grab"), (" ", "scroll_down"))
        )
        rows = [above] * start + [on] * (end - start) + [below] * (height - end)
        return rows[crop.y : crop.bottom]

    def _strip(self, bar: ScrollBarRender, text: str, does: str) -> Strip:
        style = bar.style
        assert isinstance(style, Style)
        strip = Strip([Segment(text, self.rich_style + style + Style(meta={"@mouse.down": does}))], 1)
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return strip


def thumb(height: int, window: int, whole: int, position: float) -> tuple[int, int]:
    """The rows from which and up to which the thumb stands; none (0, 0) where nothing can be scrolled.

    It is at the very top, or bottom, only when the text is.
    """
    if not 0 < window < whole or height < 1:
        return 0, 0
    length = max(round(height * window / whole), 1)
    room, last = height - length, whole - window
    start = round(room * position / last)
    if room > 1:
        start = min(max(start, 1 if position > 0 else 0), room - 1 if position < last else room)
    return start, start + length
