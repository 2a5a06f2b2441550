"""Where the reader is in a text, kept through every new size until the reader moves."""

from collections.abc import Sequence

from kzterm.tui.drawn_lines import DrawnLines


class KeptPlace(DrawnLines):
    """Lines that are scrolled by the blocks they belong to."""

    def __init__(self, *, id: str, ruled: bool) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id, ruled=ruled)
        self._keys: Sequence[int] = ()
        """The number of each block across the whole page."""
        self._wanted: tuple[int, int] | None = (0, 0)
        """The place that is to be at the top, whether or not so little text can be scrolled so far; None once the
        reader has scrolled."""
        self._top = 0
        """The row that the reader has scrolled to the top."""
        self._holding = False
        """Whether it is not the reader who scrolls."""
        self._focus_seen = False
        """Whether the focused link was in view when the reader last did something."""

    @property
    def shows_focus(self) -> bool:
        """Whether a focused link is in view."""
        return False

    @property
    def place(self) -> tuple[int, int]:
        """The first visible block by its page-wide key, and the lines of it scrolled past."""
        if self._wanted is not None:
            return self._wanted
        lines = self._layout_.lines
        top = min(self._top, len(lines) - 1)
        if top <= 0:
            return (0, 0)
        block = lines[top].block
        first = next(index for index, line in enumerate(lines) if line.block == block)
        return (self._keys[block], top - first)

    def scroll_to_anchor(self, anchor: tuple[int, int]) -> None:
        """Put a block, named by its page-wide key, at the top."""
        key, past = anchor
        target = 0
        if anchor != (0, 0):
            for index, line in enumerate(self._layout_.lines):
                if self._keys[line.block] >= key:
                    length = sum(1 for other in self._layout_.lines if other.block == line.block)
                    target = index + min(past, length - 1)
                    break
        self._hold(target)
        self._wanted = anchor

    def _hold(self, row: int) -> None:
        """Scroll without taking it for the reader's doing."""
        self._holding = True
        self.scroll_to(y=max(row, 0), animate=False, force=True, immediate=True)
        self._holding = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The reader scrolls, unless the text only cannot be scrolled so far any more."""
        super().watch_scroll_y(old_value, new_value)
        if not self._holding and old_value <= self.max_scroll_y:
            self._wanted = None
            self._top = round(new_value)
            self._focus_seen = self.shows_focus

    def scroll_lines(self, lines: int) -> None:
        """Up (negative) or down."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def scroll_pages(self, pages: int) -> None:
        """By a screenful, keeping two lines of context."""
        self.scroll_lines(pages * max(self.size.height - 2, 1))

    def scroll_to_edge(self, end: bool) -> None:
        """To the first line, or the last."""
        self.scroll_to(y=self.virtual_size.height if end else 0, animate=False, immediate=True)
        if not end:
            self._wanted = (0, 0)
