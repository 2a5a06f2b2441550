"""What keys do with the page that no typed line does: from link to link, and up and down."""

from collections.abc import Callable

from kzterm.tui.page_view import PageView
from kzterm.tui.peek import Peek
from kzterm.tui.reading import Reading


class Moving:
    """The moves, under the names that the key table uses after `@`."""

    def __init__(self, reading: Reading, peek: Peek, submit: Callable[[str], None]) -> None:
        """`submit` is for the one move that is a line: past the edge of a map."""
        self._reading = reading
        self._peek = peek
        self._submit = submit

    @property
    def _scrolled(self) -> PageView:
        """What the scrolling keys move: the card on top, else the text."""
        return self._peek if self._peek.display else self._reading.text

    @property
    def on_map(self) -> bool:
        """Whether the moves go from box to box of a map."""
        return self._scrolled is self._reading.text and self._reading.mapped

    def _walk(self, across: int, down: int) -> None:
        """On a map to the next box, or with the map past its edge; elsewhere up or down."""
        if not self.on_map:
            self._scrolled.scroll_lines(down)
        elif line := self._reading.walk((across, down)):
            self._submit(line)

    def next_link(self) -> None:
        """To the next link."""
        self._reading.move_focus(1)

    def previous_link(self) -> None:
        """To the link before."""
        self._reading.move_focus(-1)

    def scroll_up(self) -> None:
        """On a map the next box, else one line up."""
        self._walk(0, -1)

    def scroll_down(self) -> None:
        """On a map the next box, else one line down."""
        self._walk(0, 1)

    def left(self) -> None:
        """On a map, the next box."""
        self._walk(-1, 0)

    def right(self) -> None:
        """On a map, the next box."""
        self._walk(1, 0)

    def page_up(self) -> None:
        """One screenful up."""
        self._scrolled.scroll_pages(-1)

    def page_down(self) -> None:
        """One screenful down."""
        self._scrolled.scroll_pages(1)

    def half_up(self) -> None:
        """Half a screenful up."""
        self._scrolled.scroll_lines(-max(self._scrolled.size.height // 2, 1))

    def half_down(self) -> None:
        """Half a screenful down."""
        self._scrolled.scroll_lines(max(self._scrolled.size.height // 2, 1))

    def top(self) -> None:
        """To the first line."""
        self._scrolled.scroll_to_edge(False)

    def bottom(self) -> None:
        """To the last line."""
        self._scrolled.scroll_to_edge(True)
