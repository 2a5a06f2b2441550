"""A card over the text: as high as what it holds, and never over what it is about."""

from collections.abc import Container, Sequence

from textual.geometry import Region

from kzterm.pages.blocks import Block
from kzterm.pages.layout import Look
from kzterm.tui.page_view import PageView

HIGHEST = 0.5
"""Share of the reading area that a card may cover."""
FEWEST = 3
"""Rows that it may take of a low area all the same, as long as a line of text is left."""
EDGES = 3
"""Columns that padding and scroll bar take of it."""


class Card(PageView):
    """Blocks that lie over part of an area, above or below what has to stay in view."""

    def __init__(self, look: Look, *, id: str, widest: int) -> None:  # noqa: A002 (Textual's name)
        super().__init__(look, id=id, widest=widest)
        self.display = False

    def lay_over(self, area: Region, blocks: Sequence[Block], seen: Container[str] = ()) -> None:
        """Show blocks for the width of an area; `fit` then takes the rows."""
        self.display = True
        self.show(blocks, range(len(blocks)), seen, max(area.width - EDGES, 1))

    def fit(self, area: Region, clear: tuple[int, int] | None = None) -> None:
        """Take rows of the area at its foot, or at its top where that leaves more room to the rows kept `clear`."""
        above, below = 0, area.height - 1
        if clear is not None and (clear[0] > area.y or clear[1] < area.bottom - 1):
            above, below = clear[0] - area.y, area.bottom - 1 - clear[1]
        most = max(min(max(int(area.height * HIGHEST), FEWEST), max(above, below)), 1)
        if self._laid_width != (width := max(area.width - EDGES, 1)):
            self._lay(width)
        rows = min(len(self._layout_.lines) + 1, most)
        self.set_class(above > below, "above")
        self.set_class(rows == 1, "bare")
        self.styles.height = rows
        self.styles.offset = (0, area.y if above > below else area.bottom - rows)

    def close(self) -> bool:
        """Take it away; False when there was none."""
        had = bool(self.display)
        self.display = False
        return had
