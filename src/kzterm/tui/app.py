"""The app: composes the screen, turns keys and clicks into lines, and shows replies. Nothing else."""

import asyncio
import gc
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

from kzterm.config.keys import bound
from kzterm.config.settings import Settings
from kzterm.pages.blocks import Link, Page, Para, Run, Style
from kzterm.pages.layout import Look
from kzterm.pages.rewriting import without_citations
from kzterm.play.completion import completions
from kzterm.play.effects import Copy
from kzterm.play.progress import Progress
from kzterm.play.session import Reply
from kzterm.reader.reader import Reader
from kzterm.tui.candidates import candidate_rows
from kzterm.tui.chrome import Mode
from kzterm.tui.history import History
from kzterm.tui.keys import Keymap
from kzterm.tui.live_search import LiveSearch
from kzterm.tui.moving import Moving
from kzterm.tui.on_terminal import OnTerminal
from kzterm.tui.page_view import PageView
from kzterm.tui.palette import Palette
from kzterm.tui.peek import Peek
from kzterm.tui.prompt import Prompt
from kzterm.tui.reading import MEASURE, Reading
from kzterm.tui.signals import leave_on_signals, may_stop
from kzterm.tui.surroundings import Surroundings
from kzterm.tui.terminal import ANY, Terminal, terminal_of

MOST_CANDIDATES = 3
"""Rows of what could be typed on."""


class Kzterm(OnTerminal):
    """The full-screen explorer."""

    CSS_PATH = "kzterm.tcss"
    TITLE = "kzterm"
    ENABLE_COMMAND_PALETTE = False

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, reader: Reader, terminal: Terminal = ANY) -> None:
        settings = reader.turn().progress.settings
        super().__init__(terminal, settings)
        self.reader = reader
        self._reply: Reply | None = None
        marks: dict[Style, str] = {"claim": "≈", "judgement": "◇", "caveat": "[!]"}
        look = Look(not terminal.basic, marks, columns=True, drawings=True)
        self.reading = Reading(look)
        session = reader.session
        self.peek = Peek(look, self.reading, session.preview, lambda: session.progress.seen, session.peeking)
        self.moving = Moving(self.reading, self.peek, self.submit)
        self.search = LiveSearch(session, self.reading, self._glance, self._restore)
        self.surroundings = Surroundings(self, terminal.basic)
        self._mode: Mode = "page"
        self._leads = False
        """Whether the notice, being long, comes before the text of a page that is new."""
        self._listed = False
        """Whether the notice is a list of what could be typed on."""
        self.palette = Palette(look, MEASURE)
        self._bound = Keymap(bound(settings.bindings))
        self.prompt = Prompt(
            self._bound,
            lambda line: completions(reader.turn(), line),
            History(reader.history()),
            self.search.begins,
            self._typed,
        )
        if terminal.monochrome:
            # Its suggestions differ from what is typed by colour alone.
            self.prompt.suggests = False

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands, for braille displays and screen readers: what has the focus."""
        link = self.reading.cursor if self.prompt.lets_go and not self.palette.display else None
        if link is None or not self.reading.region.contains_point(link):
            return self.prompt.caret
        return self.prompt.caret if self.peek.display and self.peek.region.contains_point(link) else link

    @cursor_position.setter
    def cursor_position(self, _offset: Offset) -> None:
        """Widgets ask for the cursor as they are drawn; only what has the focus gets it."""

    def compose(self) -> ComposeResult:
        """Masthead, text and panels, status, prompt, keys."""
        yield Static(id="masthead")
        yield self.reading
        yield self.peek
        yield self.palette
        yield Static(id="status")
        with Horizontal(id="line"):
            yield Static(Content(">"), id="caret")
            yield self.prompt
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Show the first page."""
        self.prompt.focus()
        self.surroundings.fit(self.size)
        self._show([self.reader.begin()])

    def on_ready(self) -> None:
        """Everything is drawn: from here on collect garbage, but never what start-up made."""
        gc.freeze()
        gc.enable()
        leave_on_signals(self)
        self.show_cursor()
        self.search.prepare()
        self.app_resume_signal.subscribe(self, lambda _app: self.resume())

    # Replies

    def submit(self, line: str) -> None:
        """A line typed, or what a key or a click stands for."""
        at, focus = self.search.left or (self.reading.place, self.reading.focused_line)
        self._show(self.reader.submit(line, at, focus))

    def follow(self, link: Link) -> None:
        """A link: its line is submitted, or put on the prompt to be gone on with."""
        if link.fill:
            self.prompt.fill(link.line)
        else:
            self.submit(link.line)

    def _show(self, replies: Sequence[Reply]) -> None:
        """The page as the last command left it, and what all of them said."""
        last = replies[-1]
        if last.quit:
            self.exit(0)
            return
        self._reply = replace(last, notice=tuple(words for reply in replies for words in reply.notice))
        left, self.search.left = self.search.left, None
        self._listed = False
        self.peek.close()
        self.palette.close()
        self._settle(last.progress.settings)
        if any(reply.show for reply in replies):
            place, notice = last.progress.place, self._reply.notice
            self._leads = place.at == (0, 0) and not self.surroundings.has_room(notice, last.page.breaks)
            self._open(last.page, last.progress, place.at, place.focus)
        else:
            self._leads = False
            if left is not None:  # a search that found nothing: the page it hid is the one that is open
                self._restore(*left)
        if last.peek is not None:
            self.peek.open(last.peek)
        for reply in replies:
            for effect in reply.effects:
                if isinstance(effect, Copy):
                    self.copy_to_clipboard(effect.text)
        self._decorate()

    def _open(self, page: Page, progress: Progress, at: tuple[int, int], focus: str | None) -> None:
        """Show a page, without citations where none are wanted."""
        self.prompt.breaks = page.breaks
        lead = _lines(self._reply.notice) if self._leads and self._reply else ()
        self.reading.open(_wanted(page, progress), progress, at, focus, lead)

    def _glance(self, page: Page, progress: Progress) -> None:
        """Show what a search finds in place of the text."""
        self.reading.glance(_wanted(page, progress), progress)

    def _restore(self, at: tuple[int, int], focus: str | None) -> None:
        """Show the page again that a search has hidden."""
        if self._reply is not None:
            self._open(self._reply.page, self._reply.progress, at, focus)

    def _settle(self, settings: Settings) -> None:
        """Look and listen as the reader has chosen."""
        if self.theme != settings.theme:
            self.theme = settings.theme
        self.prompt.letters = settings.keys == "reader"

    def _decorate(self) -> None:
        """What surrounds the text, in the reader's language; a notice too long for it lies over the text."""
        if self._reply is None:
            return
        page, notice = self._reply.page, () if self._leads else self._reply.notice
        self._mode = self._mode_now
        if not self.surroundings.draw(self.reader.turn(), self._bound, page, notice, self.reading.wide, self._mode):
            first, *rest = notice
            self.peek.open(Page(":notice", first, _lines(rest), breaks=page.breaks), notice=True)
        elif self.peek.notice:
            self.peek.close()
        self._hint()

    @property
    def _mode_now(self) -> Mode:
        """What the keys are for."""
        if self.palette.display or self.search.left is not None:
            return "palette" if self.palette.display else "search"
        if self.peek.display:
            return "card"
        return "map" if self.reader.turn().progress.place.address.startswith(":map") else "page"

    def _hint(self) -> None:
        """Say what the keys are for, if that has changed."""
        if self._mode != self._mode_now:
            self._mode = self._mode_now
            self.surroundings.draw_keys(self.reader.turn(), self._bound, self._mode)

    def on_reading_resized(self) -> None:
        """Cards lie where the text is now, once its lines are as wide as it is."""
        if self.peek.display or self.palette.display:
            self.call_after_refresh(self._settle_cards)

    def _settle_cards(self) -> None:
        if self.peek.display:
            self.peek.settle()
        if self.palette.display:
            self.palette.settle(self.reading.region)

    def on_resize(self, event: events.Resize) -> None:
        """Give the text what the terminal has."""
        self.surroundings.fit(event.size)
        self.call_after_refresh(self._decorate)

    # Keys and clicks

    async def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """A typed line. What was typed ahead of the end is nobody's any more."""
        # Lines of a paste wait in a queue, which is emptied without a pause: signals are to be obeyed between them.
        await asyncio.sleep(0)
        if self._exit:
            return
        result = self.reading.focused if event.at_result and self.search.left else None
        if result is None:
            self.submit(event.line)
        else:
            # By way of the results, so that they are what `back` goes to.
            self.reader.submit(event.line, *(self.search.left or ()))
            self._show(self.reader.submit(result.line, self.reading.place, result.line))

    def on_prompt_pressed(self, event: Prompt.Pressed) -> None:
        """A key: the line it stands for, or something done with the page."""
        # Whether there is a map is known once everything pressed before has been done.
        key = self._bound.on_map(event.key, event.character) if self.moving.on_map else event.key
        does = key.does
        if not does.startswith("@"):
            self.submit(does)
        elif hasattr(self.moving, does[1:]):
            getattr(self.moving, does[1:])()
            self.peek.follow_focus()
        else:
            getattr(self, f"page_{does[1:]}")()
        self._hint()

    def action_press_key(self, ident: str) -> None:
        """A click on a key at the bottom."""
        self.prompt.press(self._bound.called(ident))

    def action_open_panel(self, line: str) -> None:
        """A click on what a panel holds."""
        self.submit(line)

    def _say(self, *lines: str) -> None:
        """Say something beside the page; nothing takes it back."""
        if self._reply is not None:
            self._reply = replace(self._reply, notice=lines)
            self._leads = False
            self._decorate()

    def on_prompt_candidates(self, event: Prompt.Candidates) -> None:
        """What could be typed on."""
        self._say(
            *candidate_rows(event.lines, self.size.width - 2, min(self.surroundings.most_status, MOST_CANDIDATES))
        )
        self._listed = True

    def on_prompt_cut(self, event: Prompt.Cut) -> None:
        """Part of a paste was left out."""
        self._say(
            self.reader.turn().t(
                "That was a long paste: only its first {count} characters are taken.", count=event.count
            )
        )

    def on_page_view_followed(self, event: PageView.Followed) -> None:
        """A clicked link."""
        if self.palette.close():
            self.prompt.drop_palette()
        self.follow(event.link)

    def _typed(self, line: str) -> None:
        """The line on the prompt has changed."""
        if self._listed:
            self._listed = False
            self._say()
        if self.palette.display:
            self.palette.find(line)
        else:
            self.search.typed(line)
        self._hint()

    # The palette

    def page_palette(self) -> None:
        """Open it; the prompt sees to it that what is typed finds an entry."""
        self.peek.close()
        self.palette.open(self.reader.turn(), self.prompt.value, self.reading.region)
        self._hint()

    def on_prompt_moved(self, event: Prompt.Moved) -> None:
        """Another entry. What was typed before may be told of only afterwards."""
        self.palette.find(event.typed)
        self.palette.move(event.steps)

    def on_prompt_chosen(self, event: Prompt.Chosen) -> None:
        """An entry, or none."""
        if event.typed is not None:
            self.palette.find(event.typed)
        self.palette.close()
        self._hint()
        if event.typed is not None and self.palette.chosen is not None:
            self.follow(self.palette.chosen)

    # Peek

    def page_peek(self) -> None:
        """The card behind the focused link; again, away with it."""
        if not self.peek.close() and self.reading.shows_focus and (line := self.reading.focused_line):
            self.submit(f"peek {line}")

    def on_page_view_hovered(self, event: PageView.Hovered) -> None:
        """The mouse comes to a link or leaves it."""
        if event.view in (self.reading.text, self.reading.side):
            self.peek.hover(event)

    def page_follow(self) -> None:
        """Enter on an empty prompt: the focused link if it can be seen, or a nudge."""
        if self.reading.focused is not None and self.reading.shows_focus:
            self.follow(self.reading.focused)
        else:
            self.submit("")

    def page_prompt(self) -> None:
        """The prompt has opened itself."""

    def page_escape(self) -> None:
        """Close the topmost thing: what is peeked at, a message, what is typed, the focused link."""
        if self.peek.close():
            if self.peek.notice:
                self._say()
            return
        if not self.prompt.empty:
            self.prompt.clear()
        elif self._reply is not None and self._reply.notice and not self._leads:
            self._say()
        else:
            self.reading.drop_focus()

    def page_suspend(self) -> None:
        """Back to the shell, for `fg` to come back from."""
        if may_stop():
            self.action_suspend_process()
        else:
            self._say(self.reader.turn().t("No shell is there that could bring the program back."))

    def page_copy_or_clear(self) -> None:
        """Copy a selection, else clear the prompt."""
        if text := self.screen.get_selected_text():
            self.copy_to_clipboard(text)
            self.screen.clear_selection()
        else:
            self.prompt.clear()


def _lines(notice: Sequence[str]) -> tuple[Para, ...]:
    return tuple(Para((Run(line),), tight=number > 0) for number, line in enumerate(notice))


def _wanted(page: Page, progress: Progress) -> Page:
    return page if progress.settings.citations else without_citations(page)


def run(reader: Reader) -> int:
    """Run the full-screen program; returns its exit code. Raises what the program could not deal with."""
    app = Kzterm(reader, terminal_of())
    app.run()
    if (error := app.crash()) is not None:
        raise error
    return app.return_code or 0
