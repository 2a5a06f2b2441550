"""A column of text: laid out for its width, scrolled by blocks, with links that can be focused and clicked."""

from collections.abc import Container, Sequence
from dataclasses import replace

from textual import events
from textual.geometry import Offset, Size
from textual.message import Message

from kzterm.pages.blocks import Block, Link
from kzterm.pages.layout import Look, lay_out
from kzterm.text.breaks import Breaker
from kzterm.text.cells import cell_width
from kzterm.tui.drawn_lines import DrawnLines

_FRAME = " │║├┤╟╢"
"""What stands left of a title in a box."""


MARGIN = 1
"""Cells between the text and its scroll bar."""


class PageView(DrawnLines):
    """A column of blocks. One widget whatever the length of the text."""

    class Followed(Message):
        """A link was clicked."""

        def __init__(self, link: Link) -> None:
            super().__init__()
            self.link = link

    class Hovered(Message):
        """The mouse came to a link, or left it."""

        def __init__(self, link: Link | None) -> None:
            super().__init__()
            self.link = link

    def __init__(self, look: Look, *, id: str, widest: int, ruled: bool = False) -> None:  # noqa: A002 (Textual's name)
        """`ruled` draws a line down the left edge, in the padding."""
        super().__init__(id=id, ruled=ruled)
        self.look = look
        self.widest = widest
        self._blocks: Sequence[Block] = ()
        self._keys: Sequence[int] = ()
        self._laid_width = 0
        self._wanted = (0, 0)
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
        self._layout_ = lay_out(self._blocks, min(width - MARGIN, self.widest), self.look, room=width)
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
        """A new width: the same block stays at the top. Links keep their numbers, so focus stays as well."""
        if self._laid_width != self.scrollable_content_region.width:
            anchor = self.place if self._laid_width else self._wanted
            self._lay(self.scrollable_content_region.width)
            self.scroll_to_anchor(anchor)
            self.refresh()
            if self._focused_link is not None and self.link(self._focused_link).boxed:
                self.focus_link(self._focused_link)
        else:
            self._measure()

    def break_at(self, breaks: Breaker) -> None:
        """Set where lines may end in text without spaces; the next `show` keeps to it."""
        self.look = replace(self.look, breaks=breaks)

    def widen(self, widest: int) -> None:
        """Set the longest line that reads well; the next `show` keeps to it."""
        self.widest = widest

    # Where the reader is

    @property
    def place(self) -> tuple[int, int]:
        """The first visible block by its page-wide key, and the lines of it scrolled past."""
        lines = self._layout_.lines
        top = min(self.scroll_offset.y, len(lines) - 1)
        if top < 0 or self.scroll_offset.y == 0:
            return (0, 0)
        block = lines[top].block
        first = next(index for index, line in enumerate(lines) if line.block == block)
        return (self._keys[block], top - first)

    def scroll_to_anchor(self, anchor: tuple[int, int]) -> None:
        """Put a block, named by its page-wide key, at the top."""
        self._wanted = key, past = anchor
        target = 0
        if anchor != (0, 0):
            for index, line in enumerate(self._layout_.lines):
                if self._keys[line.block] >= key:
                    length = sum(1 for other in self._layout_.lines if other.block == line.block)
                    target = index + min(past, length - 1)
                    break
        self.scroll_to(y=target, animate=False, force=True, immediate=True)

    def scroll_lines(self, lines: int) -> None:
        """Up (negative) or down."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def scroll_pages(self, pages: int) -> None:
        """By a screenful, keeping two lines of context."""
        self.scroll_lines(pages * max(self.size.height - 2, 1))

    def scroll_to_edge(self, end: bool) -> None:
        """To the first line, or the last."""
        self.scroll_to(y=self.virtual_size.height if end else 0, animate=False, immediate=True)

    # Links

    def stops(self) -> tuple[int, ...]:
        """Links that Tab goes to, in reading order."""
        return self._layout_.stops()

    def link(self, number: int) -> Link:
        """A link by its number in reading order."""
        return self._layout_.links[number]

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
        if link is not None and reveal:
            row, last = self._rows_of(link)
            if self.link(link).boxed:
                # A box is of use with what lies around it: show all of it, and in the middle if it has to be moved.
                if row < self.scroll_offset.y or last >= self.scroll_offset.y + self.size.height:
                    middle = (row + last - self.size.height) // 2 + 1
                    self.scroll_to(y=max(middle, 0), animate=False, force=True, immediate=True)
            elif not 0 <= row - self.scroll_offset.y < self.size.height:
                context = 2 if row > self.scroll_offset.y else min(2, self.size.height - 1)
                top = row - self.size.height + 1 + context if row > self.scroll_offset.y else row - context
                self.scroll_to(y=max(top, 0), animate=False, force=True, immediate=True)
        for changed in (before, link):
            if changed is not None:
                self.refresh_rows(*self._rows_of(changed))

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
            self.post_message(self.Hovered(None if found is None else self.link(found)))

    def on_leave(self) -> None:
        """The mouse left."""
        if self._hovered is not None:
            self._hovered = None
            self.post_message(self.Hovered(None))

    def _link_at(self, x: int, row: int) -> int | None:
        if not 0 <= row < len(self._layout_.lines):
            return None
        column = 0
        for piece in self._layout_.lines[row].pieces:
            column += cell_width(piece.text)
            if x < column:
                return piece.link
        return None
