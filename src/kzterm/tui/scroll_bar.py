"""A scroll bar drawn as plain rows: by way of Textual's console it costs as much as a page of text."""

from rich.segment import Segment
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class PlainScrollBar(ScrollBar):
    """Textual's scroll bar, down a right edge; it looks and works as that one does."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Visible rows; most are the same strip."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        segments = _segments(bar, self.size.height)
        base, background, filters = self.rich_style, self.background_colors[1], self.get_line_filters()
        strips: dict[int, Strip] = {}
        for segment in segments:
            if id(segment) not in strips:
                strip = Strip(Segment.apply_style([segment], base), self.size.width)
                for line_filter in filters:
                    strip = strip.apply_filter(line_filter, background)
                strips[id(segment)] = strip
        return [strips[id(segment)] for segment in segments[crop.y : crop.bottom]]


def _segments(bar: ScrollBarRender, height: int) -> list[Segment]:
    """A segment for each row; rows that look the same share theirs."""
    style = bar.style
    assert not isinstance(style, str)
    assert style.color is not None and style.bgcolor is not None
    drawn = bar.render_bar(
        size=height,
        virtual_size=bar.virtual_size,
        window_size=bar.window_size,
        position=bar.position,
        thickness=bar.thickness,
        vertical=bar.vertical,
        back_color=style.bgcolor,
        bar_color=style.color,
    )
    return list(drawn.segments)
