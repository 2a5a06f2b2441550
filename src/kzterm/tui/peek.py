"""A card over the page: what lies behind a link, without leaving."""

from collections.abc import Callable, Container

from kzterm.pages.blocks import Heading, Page
from kzterm.pages.layout import Look
from kzterm.tui.card import Card
from kzterm.tui.page_view import PageView
from kzterm.tui.reading import MEASURE, Reading

HOVER_PAUSE = 0.4
"""Seconds that the mouse rests on a link before its card shows."""

Preview = Callable[[str], Page | None]
"""The page that a line would open."""


class Peek(Card):
    """The card of a link, opened by a key, a typed line or the mouse; closed by Esc and by whatever is done next."""

    def __init__(
        self,
        look: Look,
        reading: Reading,
        preview: Preview,
        seen: Callable[[], Container[str]],
        tell: Callable[[str], None],
    ) -> None:
        """`seen` gives the ids of what the reader has visited; `tell` is told what is shown, and "" at the end."""
        super().__init__(look, id="peek", widest=MEASURE)
        self._reading = reading
        self._preview = preview
        self._visited = seen
        self._tell = tell
        self._page: Page | None = None
        self.notice = False
        """Whether what it shows is a long notice and not what lies behind a link."""
        self._by_mouse = False
        """Whether the mouse opened it, so that the mouse may close it."""
        self._resting: PageView.Hovered | None = None
        """Where the mouse is, if on a link of the page."""
        self._about: str | None = None
        """The line of the link that had the focus when it was opened."""

    def open(self, page: Page, by_mouse: bool = False, notice: bool = False) -> None:
        """Show a page; a `notice` that is shown already stays as it is."""
        if notice and self.notice and self.display and page == self._page:
            return
        self._page, self.notice = page, notice
        self._by_mouse = by_mouse
        self._about = self._reading.focused_line
        self.break_at(page.breaks)
        self.lay_over(self._reading.region, [Heading(page.title), *page.blocks], self._visited())
        self.settle()
        self._tell("" if notice else page.address)

    def close(self) -> bool:
        """Take it away; False when there was none."""
        self._tell("")
        return super().close()

    def settle(self) -> None:
        """Lie where the link it is about, or the one with the focus, can be seen."""
        rows = self._resting.rows if self._by_mouse and self._resting else self._reading.focused_rows
        self.fit(self._reading.region, rows)

    # With the keyboard

    def follow_focus(self) -> None:
        """The focus went to another link: show what lies behind that one."""
        link = self._reading.focused
        if not self.display or self._by_mouse or self.notice or link is None or link.line == self._about:
            return
        page = None if link.fill else self._preview(link.line)
        if page is None:
            self.close()
        else:
            self.open(page)

    # With the mouse

    def hover(self, event: PageView.Hovered) -> None:
        """The mouse came to a link of the page, and will show it if it rests; or it left, and takes what it opened."""
        self._resting = event if event.link is not None else None
        if event.link is None:
            self.set_timer(HOVER_PAUSE, self._leave)
        elif not event.link.fill:
            self.set_timer(HOVER_PAUSE, lambda: self._rest_on(event))

    def _rest_on(self, event: PageView.Hovered) -> None:
        if event.link is None or self._resting is not event or (self.display and not self._by_mouse):
            return
        page = self._preview(event.link.line)
        if page is not None:
            self.open(page, by_mouse=True)

    def on_leave(self) -> None:
        """The mouse left the card."""
        super().on_leave()
        self.set_timer(HOVER_PAUSE, self._leave)

    def _leave(self) -> None:
        if self._resting is None and self._by_mouse and not self.mouse_hover:
            self.close()
