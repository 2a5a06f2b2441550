"""The lines round the text: what they say, and how many rows they may take."""

from textual.app import App
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from kzterm.pages.blocks import Page
from kzterm.play.turn import Turn
from kzterm.text.breaks import Breaker
from kzterm.tui.chrome import Mode, hints, masthead, said, summary
from kzterm.tui.keys import Keymap

Notice = tuple[str, ...]

MOST_STATUS = 3
"""A notice takes at most this part of the screen's rows."""
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

    def draw(self, turn: Turn, keymap: Keymap, page: Page, notice: Notice, wide: bool, mode: Mode) -> bool:
        """Say it in the reader's language; False when the notice is too long for its rows, and is not there."""
        width = self._app.size.width - 2
        self._put("#masthead", masthead(turn, width))
        self.draw_keys(turn, keymap, mode)
        fits = self.has_room(notice, page.breaks)
        if not notice:
            self._put("#status", summary(turn, page, width, wide))
        else:
            self._put("#status", said(notice, width, page.breaks) if fits else Content(""))
        return fits

    def draw_keys(self, turn: Turn, keymap: Keymap, mode: Mode) -> None:
        """Say what the keys are for now."""
        self._put("#keys", hints(turn, keymap, self._app.size.width - 2, self._basic, mode))

    def has_room(self, notice: Notice, breaks: Breaker) -> bool:
        """Whether a notice fits the rows that it may take."""
        return _height(said(notice, self._app.size.width - 2, breaks)) <= self.most_status

    def _put(self, where: str, words: Content) -> None:
        """Change a line. Only another height lays out the screen anew, and draws all of it."""
        line = self._app.query_one(where, Static)
        before = line.content
        if not (isinstance(before, Content) and before.is_same(words)):
            line.update(words, layout=_height(before) != _height(words))


def _height(words: object) -> int:
    plain = words.plain if isinstance(words, Content) else ""
    return plain.count("\n") + 1 if plain else 0
