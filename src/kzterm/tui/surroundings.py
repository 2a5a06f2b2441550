"""The lines round the text: what they say, and how many rows they may take."""

from textual.app import App
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from kzterm.pages.blocks import Page, Para, Run
from kzterm.play.session import Reply
from kzterm.play.turn import Turn
from kzterm.tui.chrome import hints, masthead, said, summary
from kzterm.tui.keys import Keymap

MOST_STATUS = 3
"""A notice takes at most this part of the screen's rows; a longer one lies over the page and can be scrolled."""
FEWEST_LINES = 7
"""Lines of text that a notice leaves on a low screen, unless it is a line itself."""
LOW = 16
"""Below this many rows only the prompt is left of the chrome."""


class Surroundings:
    """Masthead, status and keys of a screen."""

    def __init__(self, app: App[int], basic: bool) -> None:
        """`basic` leaves the keys no signs."""
        self._app = app
        self._basic = basic

    def fit(self, size: Size) -> None:
        """A low screen keeps its rows for the text."""
        self._app.screen.set_class(size.height < LOW, "low")

    @property
    def most_status(self) -> int:
        """Rows that a notice may take."""
        height = self._app.size.height
        chrome = 1 if height < LOW else 3
        return max(min(height // MOST_STATUS, height - chrome - FEWEST_LINES), 1)

    def draw(self, turn: Turn, keymap: Keymap, reply: Reply, wide: bool) -> Page | None:
        """Say it in the reader's language; a notice that is too long for its rows comes back as a page."""
        width, over = self._app.size.width - 2, None
        self._put("#masthead", masthead(turn, width))
        self._put("#keys", hints(turn, keymap.rows, width, self._basic))
        if not reply.notice:
            status = summary(turn, reply.page, width, wide)
        elif _height(status := said(reply.notice, width, reply.page.breaks)) > self.most_status:
            first, *rest = reply.notice
            lines = tuple(Para((Run(line),), tight=True) for line in rest)
            status, over = Content(""), Page(":notice", first, lines, breaks=reply.page.breaks)
        self._put("#status", status)
        return over

    def _put(self, where: str, words: Content) -> None:
        """Change a line. Only another height lays out the screen anew, and draws all of it."""
        line = self._app.query_one(where, Static)
        before = line.content
        if not (isinstance(before, Content) and before.is_same(words)):
            line.update(words, layout=_height(before) != _height(words))


def _height(words: object) -> int:
    plain = words.plain if isinstance(words, Content) else ""
    return plain.count("\n") + 1 if plain else 0
