"""A card over the page: what lies behind a link, without leaving."""

from collections.abc import Container

from kzterm.pages.blocks import Heading, Page
from kzterm.pages.layout import Look, lay_out
from kzterm.tui.page_view import MARGIN, PageView

HIGHEST = 0.5
"""Share of the reading area that it may cover."""


class Peek(PageView):
    """A page at the foot of the text, closed by Esc and by whatever is done next."""

    def __init__(self, look: Look, widest: int) -> None:
        super().__init__(look, id="peek", widest=widest)
        self.display = False
        self.by_mouse = False
        """Whether the mouse opened it, so that the mouse may close it."""

    def open(self, page: Page, width: int, height: int, seen: Container[str], by_mouse: bool) -> None:
        """Show the page in as few rows as it needs, within what it may cover of a `width` × `height` area."""
        self.by_mouse = by_mouse
        self.break_at(page.breaks)
        blocks = [Heading(page.title), *page.blocks]
        rows = len(lay_out(blocks, min(max(width - 3 - MARGIN, 1), self.widest), self.look).lines)
        self.styles.height = min(rows + 1, max(int(height * HIGHEST), 3))
        self.display = True
        self.show(blocks, range(len(blocks)), seen)

    def close(self) -> bool:
        """Take it away; False when there was none."""
        had = bool(self.display)
        self.display = False
        return had
