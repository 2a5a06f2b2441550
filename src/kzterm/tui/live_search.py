"""What is searched for is found while it is typed."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from kzterm.pages.blocks import Page
from kzterm.play.commands.table import split, verb_called
from kzterm.play.progress import Progress
from kzterm.play.session import Session
from kzterm.tui.reading import Reading

Focus = str | None
Place = tuple[int, int]


class LiveSearch:
    """Results over the page while a search stands on the prompt; the page comes back when it does no longer."""

    def __init__(
        self,
        session: Session,
        reading: Reading,
        show: Callable[[Page, Progress], None],
        restore: Callable[[Place, Focus], None],
    ) -> None:
        """`show` shows a page beside the panels of the one before, `restore` the one before as it was looked at."""
        self._session = session
        self._reading = reading
        self._show = show
        self._restore = restore
        self.left: tuple[Place, Focus] | None = None
        """How the page was being looked at that the results hide; None while there are none."""

    def prepare(self) -> None:
        """Search once aside, so that the first letter typed need not wait for what all searches look through."""
        Thread(target=self._search_aside, daemon=True).start()

    def _search_aside(self) -> None:
        # Whatever is wrong is met again by whoever searches, and told there.
        with suppress(Exception):
            self._session.glance("a", 1)

    def typed(self, line: str) -> None:
        """The line has changed."""
        words = searched(line)
        if words:
            if self.left is None:
                self.left = (self._reading.place, self._reading.focused_line)
            self._show(self._session.glance(words, self._reading.size.height), self._session.progress)
        elif self.left is not None:
            left, self.left = self.left, None
            self._restore(*left)

    def begins(self) -> str:
        """How a search begins in the reader's language."""
        verb = verb_called("search")
        assert verb is not None
        return f"{verb.called(self._session.progress.lang)} "


def searched(line: str) -> str:
    """The words that a line searches for; "" when it is no search."""
    found = split(line.lstrip())
    return found[1] if found is not None and found[0].name == "search" else ""
