"""The app: composes the screen, turns keys and clicks into lines, and shows replies. Nothing else."""

import gc
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.filter import LineFilter
from textual.geometry import Offset, Size
from textual.widgets import Static

from kzterm.config.keys import bound
from kzterm.config.settings import Settings
from kzterm.pages.blocks import Link, Page, Para, Run
from kzterm.pages.layout import Look
from kzterm.pages.rewriting import without_citations
from kzterm.play.commands.table import split, verb_called
from kzterm.play.completion import completions
from kzterm.play.effects import Copy
from kzterm.play.progress import Progress
from kzterm.play.session import Reply
from kzterm.reader.reader import Reader
from kzterm.text.cells import shorten
from kzterm.tui.chrome import hints, masthead, said, summary
from kzterm.tui.driver import TerminalDriver
from kzterm.tui.filters import BasicCharacters, Monochrome
from kzterm.tui.guard import Guard
from kzterm.tui.history import History
from kzterm.tui.keys import Keymap
from kzterm.tui.moving import Moving
from kzterm.tui.page_view import PageView
from kzterm.tui.palette import Palette
from kzterm.tui.peek import Peek
from kzterm.tui.prompt import Prompt
from kzterm.tui.reading import MEASURE, Reading
from kzterm.tui.signals import leave_on_signals
from kzterm.tui.terminal import ANY, Terminal, terminal_of
from kzterm.tui.themes import DAY, DEFAULTS, NIGHT, legible

HOVER_PAUSE = 0.4
"""Seconds that the mouse rests on a link before its card shows."""
MOST_STATUS = 3
"""A notice takes at most this part of the screen's rows; a longer one lies over the page and can be scrolled."""
LOW = 16
"""Below this many rows only the prompt is left of the chrome."""


class Kzterm(App[int]):
    """The full-screen explorer."""

    CSS_PATH = "kzterm.tcss"
    TITLE = "kzterm"
    ENABLE_COMMAND_PALETTE = False

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, reader: Reader, terminal: Terminal = ANY) -> None:
        super().__init__(driver_class=TerminalDriver, ansi_color=terminal.monochrome or None)
        settings = reader.turn().progress.settings
        self._doors: list[LineFilter] = [Guard()]
        if terminal.basic:
            self._doors.append(BasicCharacters())
        if terminal.monochrome:
            self._doors.append(Monochrome())
            self.add_class("mono")
        self.register_theme(NIGHT)
        self.register_theme(DAY)
        self._begin_in(settings.theme)
        if not settings.animations:
            self.animation_level = "none"
        self.reader = reader
        self._reply: Reply | None = None
        look = Look(not terminal.basic, {"claim": "≈", "judgement": "◇"}, columns=True, drawings=True)
        self.reading = Reading(look)
        self.peek = Peek(look, MEASURE)
        self.moving = Moving(self.reading, self.peek)
        self._searching: tuple[tuple[int, int], str | None] | None = None
        self._hovered: Link | None = None
        self._notice_over = False
        self.palette = Palette(look, MEASURE)
        self._bound = Keymap(bound(settings.bindings))
        self.prompt = Prompt(
            self._bound,
            lambda line: completions(reader.turn(), line),
            History(reader.history()),
            self._search_line,
            self._typed,
        )
        if terminal.monochrome:
            # Its suggestions differ from what is typed by colour alone.
            self.prompt.suggests = False

    def _begin_in(self, theme: str) -> None:
        """The first theme. To set it would parse all styles again, so one as dark as Textual's own is slipped in."""
        if self.get_theme(theme) is not None and self.available_themes[theme].dark == self.current_theme.dark:
            self.set_reactive(App.theme, theme)
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of ours that other themes lack."""
        return DEFAULTS

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours, made legible."""
        self.theme_variables = legible(super().get_css_variables())
        return self.theme_variables

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands, for braille displays and screen readers: what has the focus."""
        link = self.reading.cursor if self.prompt.empty and not self.palette.display else None
        if link is not None and self.reading.region.contains_point(link):
            return link
        return self.prompt.caret

    @cursor_position.setter
    def cursor_position(self, _offset: Offset) -> None:
        """Widgets ask for the cursor as they are drawn; only what has the focus gets it."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, and the guard at the door."""
        return [*super().get_line_filters(), *self._doors]

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
        self._fit(self.size)
        self._show([self.reader.begin()])

    def on_ready(self) -> None:
        """Everything is drawn: from here on collect garbage, but never what start-up made."""
        gc.freeze()
        gc.enable()
        leave_on_signals(self)
        self._show_cursor()
        self.app_resume_signal.subscribe(self, lambda _app: self._resume())

    def _resume(self) -> None:
        """Back from being stopped: the terminal shows nothing of ours any more."""
        self.refresh(layout=True)
        self._show_cursor()

    # Replies

    def submit(self, line: str) -> None:
        """A line typed, or what a key or a click stands for."""
        at, focus = self._searching or (self.reading.place, self.reading.focused_line)
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
        self._searching = None
        self._notice_over = False
        self.peek.close()
        self.palette.close()
        self._settle(last.progress.settings)
        if any(reply.show for reply in replies):
            place = last.progress.place
            self._open(last.page, last.progress, place.at, place.focus)
        if last.peek is not None:
            self._open_peek(last.peek, by_mouse=False)
        for reply in replies:
            for effect in reply.effects:
                if isinstance(effect, Copy):
                    self.copy_to_clipboard(effect.text)
        self._decorate()

    def _open(self, page: Page, progress: Progress, at: tuple[int, int], focus: str | None) -> None:
        """Show a page, without citations where none are wanted."""
        self.prompt.breaks = page.breaks
        shown = page if progress.settings.citations else without_citations(page)
        self.reading.open(shown, progress, at, focus)

    def _settle(self, settings: Settings) -> None:
        """Look and listen as the reader has chosen."""
        if self.theme != settings.theme:
            self.theme = settings.theme
        self.prompt.letters = settings.keys == "reader"

    def _decorate(self) -> None:
        """Masthead, status and keys in the reader's language."""
        if self._reply is None:
            return
        turn, width = self.reader.turn(), self.size.width - 2
        self._put("#masthead", masthead(turn, width))
        self._put("#keys", hints(turn, self._bound.rows, width))
        if self._reply.notice:
            status = said(self._reply.notice, width, self._reply.page.breaks)
            if status.plain.count("\n") >= max(self.size.height // MOST_STATUS, 2):
                status, self._notice_over = Content(""), True
                first, *rest = self._reply.notice
                lines = tuple(Para((Run(line),), tight=True) for line in rest)
                self._open_peek(Page(":notice", first, lines), by_mouse=False)
            elif self._notice_over:
                self.peek.close()
                self._notice_over = False
        else:
            status = summary(turn, self._reply.page, width, self.reading.wide)
        self._put("#status", status)

    def _put(self, where: str, words: Content) -> None:
        """Change a line of the chrome. Only another height lays out the screen anew, and draws all of it."""
        line = self.query_one(where, Static)
        before = line.content
        if not (isinstance(before, Content) and before.is_same(words)):
            line.update(words, layout=_height(before) != _height(words))

    # Size

    def on_resize(self, event: events.Resize) -> None:
        """Give the text what the terminal has."""
        self._fit(event.size)
        self.call_after_refresh(self._decorate)

    def _fit(self, size: Size) -> None:
        self.screen.set_class(size.height < LOW, "low")

    # Keys and clicks

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """A typed line. What was typed ahead of the end is nobody's any more."""
        if not self._exit:
            self.submit(event.line)

    def on_prompt_pressed(self, event: Prompt.Pressed) -> None:
        """A key: the line it stands for, or something done with the page."""
        does = event.key.does
        if not does.startswith("@"):
            self.submit(does)
        elif hasattr(self.moving, does[1:]):
            getattr(self.moving, does[1:])()
        else:
            getattr(self, f"page_{does[1:]}")()

    def action_press_key(self, ident: str) -> None:
        """A click on a key at the bottom."""
        self.prompt.press(next(key for key in self._bound.rows if key.id == ident))

    def _say(self, *lines: str) -> None:
        """Say something beside the page; nothing takes it back."""
        if self._reply is not None:
            self._reply = replace(self._reply, notice=lines)
            self._decorate()

    def on_prompt_candidates(self, event: Prompt.Candidates) -> None:
        """What could be typed on."""
        self._say(shorten("  ".join(event.lines), (self.size.width - 2) * 3))

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

    # Search while typing

    def _typed(self, line: str) -> None:
        """What is being searched for is found while it is typed; Esc or an empty prompt brings the page back."""
        if self.palette.display:
            self.palette.find(line)
            return
        found = split(line.lstrip())
        page = None
        if found and found[0].name == "search" and found[1]:
            page = self.reader.session.preview(line)
        if page is not None:
            if self._searching is None:
                self._searching = (self.reading.place, self.reading.focused_line)
            self._open(page, self.reader.session.progress, (0, 0), None)
        elif self._searching is not None and not (found and found[0].name == "search" and found[1]):
            (at, focus), self._searching = self._searching, None
            if self._reply is not None:
                self._open(self._reply.page, self._reply.progress, at, focus)

    def _search_line(self) -> str:
        """How a search begins."""
        verb = verb_called("search")
        assert verb is not None
        return f"{verb.called(self.reader.session.progress.lang)} "

    # The palette

    def page_palette(self) -> None:
        """Open it; the prompt sees to it that what is typed finds an entry."""
        self.peek.close()
        self.palette.open(self.reader.turn(), self.prompt.value, self.reading.size.width, self.reading.size.height)

    def on_prompt_moved(self, event: Prompt.Moved) -> None:
        """Another entry. What was typed before may be told of only afterwards."""
        self.palette.find(event.typed)
        self.palette.move(event.steps)

    def on_prompt_chosen(self, event: Prompt.Chosen) -> None:
        """An entry, or none."""
        if event.typed is not None:
            self.palette.find(event.typed)
        self.palette.close()
        if event.typed is not None and self.palette.chosen is not None:
            self.follow(self.palette.chosen)

    # Peek

    def page_peek(self) -> None:
        """The card behind the focused link; again, away with it."""
        if not self.peek.close() and (line := self.reading.focused_line):
            self.submit(f"peek {line}")

    def _open_peek(self, page: Page, by_mouse: bool) -> None:
        seen = self.reader.session.progress.seen
        self.peek.open(page, self.reading.size.width, self.reading.size.height, seen, by_mouse)

    def on_page_view_hovered(self, event: PageView.Hovered) -> None:
        """The mouse rests on a link: peek; it leaves: away with what it opened."""
        self._hovered = event.link
        if event.link is None:
            self.set_timer(HOVER_PAUSE, self._leave_link)
        elif not event.link.fill:
            self.set_timer(HOVER_PAUSE, lambda: self._rest_on(event.link))

    def _rest_on(self, link: Link | None) -> None:
        if link is None or self._hovered is not link or (self.peek.display and not self.peek.by_mouse):
            return
        page = self.reader.session.preview(link.line)
        if page is not None:
            self._open_peek(page, by_mouse=True)

    def _leave_link(self) -> None:
        if self._hovered is None and self.peek.by_mouse and not self.peek.mouse_hover:
            self.peek.close()

    def _show_cursor(self) -> None:
        """Textual hides the terminal's own cursor, and with it what screen readers follow."""
        if self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[?25h")
            self._driver.flush()

    def page_follow(self) -> None:
        """Enter on an empty prompt: the focused link, or a nudge."""
        if self.reading.focused is not None:
            self.follow(self.reading.focused)
        else:
            self.submit("")

    def page_prompt(self) -> None:
        """The prompt has opened itself."""

    def page_escape(self) -> None:
        """Close the topmost thing: what is peeked at, a message, what is typed, the focused link."""
        if self.peek.close():
            return
        if not self.prompt.empty:
            self.prompt.clear()
        elif self._reply is not None and self._reply.notice:
            self._say()
        else:
            self.reading.drop_focus()

    def page_copy_or_clear(self) -> None:
        """Copy a selection, else clear the prompt."""
        if text := self.screen.get_selected_text():
            self.copy_to_clipboard(text)
            self.screen.clear_selection()
        else:
            self.prompt.clear()


def _height(words: object) -> int:
    plain = words.plain if isinstance(words, Content) else ""
    return plain.count("\n") + 1 if plain else 0


def run(reader: Reader) -> int:
    """Run the full-screen program; returns its exit code."""
    app = Kzterm(reader, terminal_of())
    app.run()
    return app.return_code or 0
