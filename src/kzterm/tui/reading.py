"""The reading area: the page in one column, or with its panels in a second one beside it."""

from collections.abc import Container, Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.message import Message

from kzterm.pages.blocks import Block, Heading, Link, Map, Page, Panel
from kzterm.pages.layout import Look
from kzterm.play.progress import Progress
from kzterm.tui.page_view import MARGIN, PageView
from kzterm.tui.walking import leads_on, nearest_towards

WIDE = 100
"""From this many columns on, panels stand beside the text."""
MEASURE = 84
"""The longest line of prose, in cells, that the eye follows well."""
SIDE = 36
"""Columns of the panels at least, as in kzterm.tcss."""
WIDEST_SIDE = 60
"""Columns that they grow to once the text has its measure; what is left over stays empty at the right."""
EDGES = 3
"""Columns that padding and scroll bar take of a column of text; of the panels, a rule takes one more."""


class Reading(Horizontal):
    """Two columns of one page, and the focused link that wanders through both."""

    class Resized(Message):
        """There is another area to lie over."""

    def __init__(self, look: Look) -> None:
        super().__init__(id="reading")
        self.text = PageView(look, id="text", widest=MEASURE)
        self.side = PageView(look, id="side", widest=MEASURE, ruled=True)
        self._page: Page | None = None
        self._lead: tuple[Block, ...] = ()
        """What is said before the text of the page, and is no part of it."""
        self._beside: tuple[Panel, ...] = ()
        """Panels that stay where they are while another page is glanced at."""
        self._in_two = False
        self._both = False
        self._seen: Container[str] = ()

    def compose(self) -> ComposeResult:
        """The text and, beside it, the panels."""
        yield self.text
        yield self.side

    # The page

    @property
    def wide(self) -> bool:
        """Whether the panels stand beside the text; two languages take much of that room themselves."""
        needed = WIDE if not self._both else self._widest + SIDE
        return self.app.size.width >= needed and self._page is not None and bool(self._page.panels or self._beside)

    @property
    def _widest(self) -> int:
        """Columns that the text can use."""
        return MEASURE * (2 if self._both else 1) + MARGIN + EDGES

    def _share(self) -> tuple[int, int]:
        """Give the columns their width, and tell it."""
        total = self.app.size.width
        side = min(max(total - self._widest, SIDE), WIDEST_SIDE)
        text = min(total - side, self._widest) if self._in_two else total
        self.text.styles.width = text if self._in_two else "1fr"
        self.side.styles.width = side
        return text, side

    def open(
        self, page: Page, progress: Progress, at: tuple[int, int], focus: str | None, lead: tuple[Block, ...] = ()
    ) -> None:
        """Show a page as it was left: the block at the top, and the focused link by its line. A `lead` comes first."""
        same = self._page is not None and self._page.address == page.address
        self._beside, self._lead = (), lead
        self._take(page, progress)
        self._fill(at, focus, same and focus == self.focused_line and self.shows_focus)

    def glance(self, page: Page, progress: Progress) -> None:
        """Show a page in place of the text; the panels stay, for the screen to be laid out and drawn no more often."""
        if not self._beside and self._page is not None:
            self._beside = self._page.panels
            self._set_focus(None)
        self._lead = ()
        self._take(page, progress)
        self._fill((0, 0), None, keep=False)

    def _take(self, page: Page, progress: Progress) -> None:
        self._page, self._seen, self._both = page, progress.seen, progress.both
        for view in (self.text, self.side):
            view.break_at(page.breaks)
        self.text.widen(MEASURE * 2 if progress.both else MEASURE)

    def _fill(self, at: tuple[int, int], focus: str | None, keep: bool) -> None:
        """Share the page out between the columns, then restore place and focus, and `keep` the focus in view."""
        page = self._page
        if page is None:
            return
        stays = bool(self._beside) and self._in_two and self.wide
        self._in_two = self.wide
        self.side.display = self._in_two
        text, side = self._share()
        body: list[Block] = [Heading(page.title, title=True), *self._lead, *page.blocks]
        beside = page.panels or (self._beside if self._in_two else ())
        panels = [block for panel in beside for block in (Heading(panel.title), *panel.blocks)]
        # A place in the text is the same with a lead and without: the lead belongs to the title.
        numbers = [max(at - len(self._lead), 0) for at in range(len(body) + len(panels) + len(page.tail))]
        first_panel, first_tail = len(body), len(body) + len(panels)
        if self._in_two:
            blocks, keys = [*body, *page.tail], [*numbers[:first_panel], *numbers[first_tail:]]
            self.text.show(blocks, keys, self._seen, text - EDGES, at)
            if not stays:
                self.side.show(panels, numbers[first_panel:first_tail], self._seen, side - EDGES - 1)
        else:
            self.text.show([*body, *panels, *page.tail], numbers, self._seen, text - EDGES, at)
            self.side.show((), ())
        if focus is not None:
            found = next(((view, link) for view, link in self._stops() if view.link(link).line == focus), None)
            # Where a map is, in a drawing or in words, is for its focus to say.
            mapped = any(isinstance(block, Map) for block in page.blocks)
            self._set_focus(found, reveal=mapped and at == (0, 0))
            if keep and found is not None:
                found[0].keep_focus_in_view()

    def on_resize(self) -> None:
        """A new size may take the panels to the side or back; place and focus stay."""
        if self._page is not None and self.wide != self._in_two:
            self._fill(self.place, self.focused_line, self.shows_focus)
        else:
            self._share()
        self.post_message(self.Resized())

    @property
    def place(self) -> tuple[int, int]:
        """The block at the top of the text, and the lines of it scrolled past."""
        return self.text.place

    # Links

    def _stops(self) -> Iterator[tuple[PageView, int]]:
        for view in (self.text,) if self._beside else (self.text, self.side):
            for link in view.stops():
                yield view, link

    @property
    def _focus(self) -> tuple[PageView, int] | None:
        views = (self.text, self.side)
        return next(((view, view.focused_link) for view in views if view.focused_link is not None), None)

    @property
    def focused(self) -> Link | None:
        """The focused link."""
        return self._focus[0].link(self._focus[1]) if self._focus else None

    @property
    def focused_line(self) -> str | None:
        """The typed line of the focused link."""
        return self.focused.line if self.focused else None

    @property
    def cursor(self) -> Offset | None:
        """Where the focused link begins on the screen."""
        return self._focus[0].cursor_of(self._focus[1]) if self._focus else None

    @property
    def focused_rows(self) -> tuple[int, int] | None:
        """The rows of the screen that the focused link is on; None when none is in view."""
        return self._focus[0].screen_rows(self._focus[1]) if self._focus else None

    @property
    def shows_focus(self) -> bool:
        """Whether the focused link is in view: nobody follows what is not to be seen."""
        return self._focus is not None and self._focus[0].shows_focus

    def move_focus(self, step: int) -> None:
        """To the next link (step 1) or the previous one (-1), round the ends."""
        stops = list(self._stops())
        if not stops:
            return
        if self._focus in stops and self.shows_focus:
            index = (stops.index(self._focus) + step) % len(stops)
        else:
            index = self._first_visible(stops) if step > 0 else self._last_visible(stops)
        self._set_focus(stops[index])

    @property
    def mapped(self) -> bool:
        """Whether there is a map to be walked."""
        return bool(self.text.boxes())

    def walk(self, heading: tuple[int, int]) -> str:
        """On a map, to the nearest box in a heading such as (0, -1), which is up.

        Where the map ends but a way leads on, nothing moves yet: it gives the line that draws the map around that box.
        """
        boxes = self.text.boxes()
        view, link = self._focus or (self.text, -1)
        if view is not self.text or link not in boxes:
            self._set_focus((self.text, min(boxes)))
        elif (box := nearest_towards(boxes, link, heading)) is not None:
            self._set_focus((self.text, box))
        elif link != min(boxes) and leads_on(self.text.link(link).beyond, boxes, link, heading):
            return f"map {self.text.link(link).target}"
        else:
            self.text.scroll_lines(heading[1])
        return ""

    def _first_visible(self, stops: list[tuple[PageView, int]]) -> int:
        top = self.text.scroll_offset.y
        return next((n for n, (view, link) in enumerate(stops) if view is self.text and view.row_of(link) >= top), 0)

    def _last_visible(self, stops: list[tuple[PageView, int]]) -> int:
        bottom = self.text.scroll_offset.y + self.text.size.height
        before = [n for n, (view, link) in enumerate(stops) if view is self.text and view.row_of(link) < bottom]
        return before[-1] if before else len(stops) - 1

    def _set_focus(self, focus: tuple[PageView, int] | None, reveal: bool = True) -> None:
        before = self._focus
        if before is not None and (focus is None or focus[0] is not before[0]):
            before[0].focus_link(None)
        if focus is not None:
            focus[0].focus_link(focus[1], reveal)

    def drop_focus(self) -> bool:
        """Let go of the focused link; False when there was none."""
        had = self._focus is not None
        self._set_focus(None)
        return had
