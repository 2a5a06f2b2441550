"""A column of text: laid out for its width, scrolled by blocks, with links that can be focused and clicked."""

from collections.abc import Container, Sequence
from dataclasses import replace

from textual import events
from textual.geometry import Offset, Size
from textual.message import Message

from kzterm.pages.blocks import Block, Link
from kzterm.pages.layout import Look, lay_out, same_link
from kzterm.text.breaks import Breaker
from kzterm.text.cells import cell_width
from kzterm.tui.kept_place import KeptPlace

_FRAME = " │║├┤╟╢╞╡╠╣"
"""What stands left of a title in a box."""


MARGIN = 1
"""Cells between the text and its scroll bar."""


class PageView(KeptPlace):
    """A column of blocks. One widget whatever the length of the text."""

    class Followed(Message):
        """A link was clicked."""

        def __init__(self, link: Link) -> None:
            super().__init__()
            self.link = link

    class Hovered(Message):
        """The mouse came to a link, or left it."""

        def __init__(self, view: "PageView", link: Link | None, rows: tuple[int, int] = (0, 0)) -> None:
            """`rows` are the first and the last row of the screen that it is on."""
            super().__init__()
            self.view = view
            self.link = link
            self.rows = rows

    def __init__(self, look: Look, *, id: str, widest: int, ruled: bool = False) -> None:  # noqa: A002 (Textual's name)
        """`ruled` draws a line down the left edge, in the padding."""
        super().__init__(id=id, ruled=ruled)
        self.look = look
        self.widest = widest
        self._blocks: Sequence[Block] = ()
        self._laid_width = 0
        self._hovered: int | None = None

    # What is shown

    def show(
        self,
        blocks: Sequence[Block],
        keys: Sequence[int],
        seen: Container[str] = (),
        width: int | None = None,
        at: tuple[int, int] = (0, 0),
    ) -> None:
        """Lay out blocks; `keys` number them across the whole page, so that a place in it outlives its layout.

        Links to ids in `seen` are drawn as visited. `width` is the room that the text is about to have, if it may not
        have it yet; should it turn out otherwise, the blocks are laid out anew. `at` is the place to be at the top.
        """
        self._blocks, self._keys, self._seen = blocks, keys, seen
        self._hovered = None
        self._focused_link = None
        self._focus_seen = False
        before, top = self._drawn, self.scroll_offset.y
        self._lay(self.scrollable_content_region.width if width is None else width)
        self.scroll_to_anchor(at)
        if self.scroll_offset.y == top and self._laid_width == self.scrollable_content_region.width:
            self.refresh_changed(before)
        else:
            self.refresh()

    def _lay(self, width: int) -> None:
        """Lay out for a width; before the first resize there may be none."""
        self._laid_width = width
        if self.text_selection is not None:
            self.screen.clear_selection()
        before, focus = self._layout_, self._focused_link
        self._layout_ = lay_out(self._blocks, min(width - MARGIN, self.widest), self.look, room=width)
        self._focused_link = None if focus is None else same_link(before, focus, self._layout_)
        self._drawn = {}
        self._measure()

    def _measure(self) -> None:
        """Be as large inside as the text, and as the window at least: a scroll bar with nothing to scroll is not seen.

        The screen is laid out anew, and all of it drawn, only for a scroll bar to come or go.
        """
        lines = len(self._layout_.lines)
        size = Size(self._laid_width, max(lines, self.container_size.height))
        keeps_bar = self.styles.overflow_y == "scroll" or (lines > self.container_size.height)
        if keeps_bar and self.show_vertical_scrollbar:
            self.set_reactive(PageView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size

    def on_resize(self) -> None:
        """A new size: the same place stays at the top, and a focused link in view."""
        anchor = self.place
        if self._laid_width != self.scrollable_content_region.width:
            self._lay(self.scrollable_content_region.width)
            self.refresh()
        else:
            self._measure()
        self.scroll_to_anchor(anchor)
        if self._focus_seen:
            self.keep_focus_in_view()

    def break_at(self, breaks: Breaker) -> None:
        """Set where lines may end in text without spaces; the next `show` keeps to it."""
        self.look = replace(self.look, breaks=breaks)

    def widen(self, widest: int) -> None:
        """Set the longest line that reads well; the next `show` keeps to it."""
        self.widest = widest

    # Links

    def stops(self) -> tuple[int, ...]:
        """Links that Tab goes to, in reading order."""
        return self._layout_.stops()

    def link(self, number: int) -> Link:
        """A link by its number in reading order."""
        return self._layout_.links[number]

    @property
    def focused_link(self) -> int | None:
        """The number of the highlighted link; None also when a new width has no room for it."""
        return self._focused_link

    def row_of(self, link: int) -> int:
        """The first row a link is drawn on."""
        return self._rows_of(link)[0]

    def _rows_of(self, link: int) -> tuple[int, int]:
        """The first row a link is drawn on, and the last."""
        rows = [row for row, line in enumerate(self._layout_.lines) if any(piece.link == link for piece in line.pieces)]
        return (rows[0], rows[-1]) if rows else (0, 0)

    def boxes(self) -> dict[int, tuple[float, float]]:
        """The links that are boxes of a map, each with the column and row of its middle."""
        sides: dict[int, tuple[int, int, int, int]] = {}
        for row, line in enumerate(self._layout_.lines):
            column = 0
            for piece in line.pieces:
                after = column + cell_width(piece.text)
                if piece.link is not None and self.link(piece.link).boxed:
                    left, right, top, _ = sides.get(piece.link, (column, after, row, row))
                    sides[piece.link] = (min(left, column), max(right, after), top, row)
                column = after
        return {link: ((left + right) / 2, (top + bottom) / 2) for link, (left, right, top, bottom) in sides.items()}

    def focus_link(self, link: int | None, reveal: bool = True) -> None:
        """Highlight a link and, to `reveal` it, bring it into view."""
        before, self._focused_link = self._focused_link, link
        if link is not None and reveal and (top := self._revealing(link)) is not None:
            self.scroll_to(y=max(top, 0), animate=False, force=True, immediate=True)
        self._focus_seen = self.shows_focus
        for changed in (before, link):
            if changed is not None:
                self.refresh_rows(*self._rows_of(changed))

    def _revealing(self, link: int) -> int | None:
        """The row to have at the top for a link to be in view; None when it is."""
        row, last = self._rows_of(link)
        top, height = self.scroll_offset.y, self.size.height
        if self.link(link).boxed:
            # A box is of use with what lies around it: show all of it, and in the middle if it has to be moved.
            if last - row >= height:
                # Of one that is too high, its title, which fills it.
                row, last = row + 1, min(last - 1, row + height)
            if top <= row and last < top + height:
                return None
            legend = self._top_of_block(row)
            return legend if legend <= row and last + 1 < legend + height else (row + last - height) // 2 + 1
        if top <= row < top + height:
            return None
        return row - height + 1 + min(2, height - 1) if row > top else row - min(2, height - 1)

    def _top_of_block(self, row: int) -> int:
        """The first row with text of the block that a row belongs to: of a map, its legend."""
        lines = self._layout_.lines
        return next(at for at, line in enumerate(lines) if line.block == lines[row].block and line.text.strip())

    @property
    def shows_focus(self) -> bool:
        """Whether the focused link is in view."""
        return self._focused_link is not None and self._revealing(self._focused_link) is None

    def keep_focus_in_view(self) -> None:
        """Bring the focused link into view; the place that the reader has scrolled to is kept for a larger window."""
        if self._focused_link is not None and (top := self._revealing(self._focused_link)) is not None:
            self._hold(top)
        self._focus_seen = True

    def screen_rows(self, link: int) -> tuple[int, int] | None:
        """The first and the last row of the screen that a link is on; None when it is out of view."""
        row, last = self._rows_of(link)
        top, region = self.scroll_offset.y, self.content_region
        first, last = max(row - top, 0), min(last - top, region.height - 1)
        return (region.y + first, region.y + last) if first <= last else None

    def cursor_of(self, link: int) -> Offset:
        """Where a link begins on the screen; of a box, where its title does."""
        frame = _FRAME if self.link(link).boxed else ""
        row = self.row_of(link) + (1 if frame else 0)
        column = 0
        for piece in self._layout_.lines[row].pieces:
            if piece.link == link and piece.text.strip(frame):
                column += cell_width(piece.text) - cell_width(piece.text.lstrip(frame))
                break
            column += cell_width(piece.text)
        return self.content_region.offset + Offset(column, row - self.scroll_offset.y)

    def on_click(self, event: events.Click) -> None:
        """A click on a link follows it."""
        offset = event.get_content_offset(self)
        if offset is None or event.button != 1 or self.text_selection is not None:
            return
        link = self._link_at(offset.x, offset.y + self.scroll_offset.y)
        if link is not None:
            event.stop()
            self.post_message(self.Followed(self.link(link)))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell when the mouse comes to another link, unless it is selecting."""
        offset = event.get_content_offset(self) if self.text_selection is None else None
        found = self._link_at(offset.x, offset.y + self.scroll_offset.y) if offset is not None else None
        if found != self._hovered:
            self._hovered = found
            if found is None:
                self.post_message(self.Hovered(self, None))
            else:
                self.post_message(self.Hovered(self, self.link(found), self.screen_rows(found) or (0, 0)))

    def on_leave(self) -> None:
        """The mouse left."""
        if self._hovered is not None:
            self._hovered = None
            self.post_message(self.Hovered(self, None))

    def _link_at(self, x: int, row: int) -> int | None:
        if not 0 <= row < len(self._layout_.lines):
            return None
        column = 0
        for piece in self._layout_.lines[row].pieces:
            column += cell_width(piece.text)
            if x < column:
                return piece.link
        return None
