"""A widget that draws laid-out lines itself and keeps what it has drawn: most keys move the text or a highlight."""

from collections.abc import Container, Iterable, Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.selection import Selection
from textual.strip import Strip

from kzterm.pages.layout import Layout, Piece
from kzterm.text.cells import cell_width
from kzterm.tui.scroll_bar import PlainScrollBar
from kzterm.tui.selection import highlighted, selected, span

_NAMES = (
    "text", "strong", "emphasis", "dim", "heading", "scenery", "quote", "claim", "judgement", "caveat", "key", "cite",
)  # fmt: skip

_RULE = "▏"


class DrawnLines(ScrollView):
    """The lines of a layout, one of their links highlighted. Only visible rows are drawn, and those once."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"page--{name}" for name in _NAMES),
        "page--link",
        "page--visited",
        "page--focus",
        "page--rule",
    }

    can_focus = False

    def __init__(self, *, id: str, ruled: bool) -> None:  # noqa: A002 (Textual's own name for it)
        """`ruled` draws a line down the left edge, in the padding."""
        super().__init__(id=id)
        self._ruled = ruled
        self._layout_ = Layout((), (), ())
        self._seen: Container[str] = ()
        self._focused_link: int | None = None
        self._styles_known: dict[tuple[str, str, bool], RichStyle] = {}
        self._drawn: dict[int, Strip] = {}
        """Rows as they go to the terminal, without a selection."""
        self._drawn_for = (0, 0)
        """The widths of the widget and of its text that they were drawn for."""

    def notify_style_update(self) -> None:
        """The theme changed: look the styles up again."""
        super().notify_style_update()
        self._styles_known.clear()
        self._drawn.clear()

    def refresh_changed(self, before: dict[int, Strip]) -> None:
        """Draw anew what differs from the rows drawn `before`: while a search is typed, much of what it finds stays."""
        width, height = self.outer_size
        top = self.scroll_offset.y
        rows = self._rows(range(top, top + height)) if before else []
        changed = [y for y, row in enumerate(rows) if before.get(top + y) != row]
        if len(changed) == len(rows):
            self.refresh()
        elif changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def refresh_rows(self, first: int, last: int) -> None:
        """Draw some rows of the text anew, as far as they are in view."""
        for row in range(first, last + 1):
            self._drawn.pop(row, None)
        top = self.styles.gutter.top - self.scroll_offset.y
        self.refresh(Region(0, first + top, self.outer_size.width, last - first + 1))

    # What Textual asks for

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = PlainScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def render_lines(self, crop: Region) -> list[Strip]:
        """Visible rows. Textual's own way draws every row anew, even when the text has only moved up or down."""
        if self.styles.gutter != self.styles.padding:
            return super().render_lines(crop)
        top = self.scroll_offset.y + crop.y
        rows = self._rows(range(top, top + crop.height))
        return rows if crop.width == self.outer_size.width else [row.crop(crop.x, crop.right) for row in rows]

    def render_line(self, y: int) -> Strip:
        """One visible row of a view with a border, which Textual draws."""
        segments, cells = self._content(self.scroll_offset.y + y, self.text_selection)
        return Strip(segments, cells).adjust_cell_length(self.scrollable_content_region.width, self._style())

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What the mouse has selected, as it was before it was broken into lines."""
        return selected(self._layout_.lines, selection), "\n"

    # Rows

    def _rows(self, wanted: range) -> list[Strip]:
        """Rows with the padding on their sides, filtered."""
        selection = self.text_selection
        widths = (self.outer_size.width, self.scrollable_content_region.width)
        if widths != self._drawn_for:
            self._drawn_for = widths
            self._drawn.clear()
        known = self._drawn if selection is None else {}
        if missing := [row for row in wanted if row not in known]:
            known.update(zip(missing, self._finished(missing, selection), strict=True))
        return [known[row] for row in wanted]

    def _finished(self, rows: Iterable[int], selection: Selection | None) -> Iterator[Strip]:
        """Each row as one strip: strips are what costs most."""
        base, background = self._style(), self.background_colors[1]
        width, left = self.outer_size.width, self.styles.padding.left
        edge = [Segment(_RULE, self._style("rule"))] if self._ruled else []
        edge.append(Segment(" " * (left - len(edge)), base))
        filters = self.get_line_filters()
        for row in rows:
            segments, cells = self._content(row, selection)
            if left + cells < width:
                segments.append(Segment(" " * (width - left - cells), base))
            segments[:0] = edge
            for line_filter in filters:
                segments = line_filter.apply(segments, background)
            strip = Strip(segments, max(left + cells, width))
            yield strip.crop(0, width) if left + cells > width else strip

    def _content(self, row: int, selection: Selection | None) -> tuple[list[Segment], int]:
        """A row of text, with the offsets by which the mouse selects, and the cells it takes."""
        if row >= len(self._layout_.lines):
            return [], 0
        line = self._layout_.lines[row]
        segments = [Segment(piece.text, self._style_of(piece)) for piece in line.pieces]
        if selection and (marked := span(selection, row, line.text)):
            style = self.screen.get_component_rich_style("screen--selection")
            segments = highlighted(segments, *marked, style)
        segments = segments or [Segment("")]
        offset = 0
        for number, (text, own, _) in enumerate(segments):
            place = RichStyle.from_meta({"offset": (offset, row)})
            segments[number] = Segment(text, own + place if own else place)
            offset += len(text)
        return segments, sum(cell_width(text) for text, _, _ in segments)

    def _style_of(self, piece: Piece) -> RichStyle:
        if piece.link is None:
            return self._style(piece.style)
        link = self._layout_.links[piece.link]
        kind = ""
        if link.stop and not link.boxed:
            kind = "visited" if link.target in self._seen else "link"
        return self._style(piece.style, kind, piece.link == self._focused_link)

    def _style(self, name: str = "", link: str = "", focused: bool = False) -> RichStyle:
        """A style of the stylesheet, with what is added for a `link`, a `visited` one, and the focused one.

        They are kept, for Textual works each out anew when it is asked.
        """
        key = (name, link, focused)
        if key not in self._styles_known:
            style = self._style() + self.get_component_rich_style(f"page--{name}", partial=True) if name else None
            style = self.rich_style if style is None else style
            if link:
                style += self.get_component_rich_style(f"page--{link}", partial=True)
            if focused:
                style += self.get_component_rich_style("page--focus", partial=True)
            self._styles_known[key] = style
        return self._styles_known[key]
