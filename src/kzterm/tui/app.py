"""The app: composes the screen, turns keys and clicks into lines, and shows replies. Nothing else."""

import gc
import os
import time
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.filter import LineFilter
from textual.widgets import Input, Static

from kzterm.pages.blocks import Page
from kzterm.pages.dates import show_date
from kzterm.pages.layout import Look
from kzterm.play.session import Reply, Session
from kzterm.text.cells import cell_width, shorten
from kzterm.tui.guard import Guard
from kzterm.tui.page_view import PageView
from kzterm.tui.prompt import Prompt
from kzterm.tui.reading import Reading
from kzterm.tui.signals import leave_on_signals

LOW = 16
"""Below this many rows only the prompt is left of the chrome."""
BACKSPACE_PAUSE = 0.5
"""Seconds after a Backspace during which another one deletes and never goes back."""


class Kzterm(App[int]):
    """The full-screen explorer."""

    CSS_PATH = "kzterm.tcss"
    TITLE = "kzterm"
    ENABLE_COMMAND_PALETTE = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "focus_link(1)", id="link.next", priority=True),
        Binding("shift+tab", "focus_link(-1)", id="link.previous", priority=True),
        Binding("enter", "follow", id="link.follow", priority=True),
        Binding("up", "scroll(-1)", id="scroll.up", priority=True),
        Binding("down", "scroll(1)", id="scroll.down", priority=True),
        Binding("pageup", "page(-1)", id="page.up", priority=True),
        Binding("pagedown", "page(1)", id="page.down", priority=True),
        Binding("space", "page_if_empty(1)", id="page.space", priority=True),
        Binding("home", "end(False)", id="scroll.top", priority=True),
        Binding("end", "end(True)", id="scroll.bottom", priority=True),
        Binding("alt+left", "say('back')", id="go.back", priority=True),
        Binding("alt+right", "say('forward')", id="go.forward", priority=True),
        Binding("backspace", "back_if_empty", id="go.backspace", priority=True),
        Binding("f1", "say('help')", id="help", priority=True),
        Binding("f4", "say('lang')", id="language", priority=True),
        Binding("escape", "escape", id="escape", priority=True),
        Binding("ctrl+c", "copy_or_clear", id="copy", priority=True),
        Binding("ctrl+q", "say('quit')", id="quit", priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.session = session
        self._reply: Reply | None = None
        self._last_backspace = 0.0
        look = Look(superscripts=os.environ.get("TERM") != "linux", marks={"claim": "≈", "judgement": "◇"})
        self.reading = Reading(look)
        self.prompt = Prompt()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, and the guard at the door."""
        return [*super().get_line_filters(), Guard()]

    def compose(self) -> ComposeResult:
        """Masthead, text and panels, status, prompt, keys."""
        yield Static(id="masthead")
        yield self.reading
        yield Static(id="status")
        with Horizontal(id="line"):
            yield Static(Content(">"), id="caret")
            yield self.prompt
        yield Static(id="keys")

    def on_mount(self) -> None:
        """Show the first page."""
        self.prompt.focus()
        self._fit()
        self._show(self.session.begin())

    def on_ready(self) -> None:
        """Everything is drawn: from here on collect garbage, but never what start-up made."""
        gc.freeze()
        gc.enable()
        leave_on_signals(self)

    # Replies

    def submit(self, line: str) -> None:
        """A line typed, or what a key or a click stands for."""
        self._show(self.session.submit(line, self.reading.anchor, self.reading.focused_line))

    def _show(self, reply: Reply) -> None:
        if reply.quit:
            self.exit(0)
            return
        self._reply = reply
        if reply.show:
            place = reply.progress.place
            self.reading.open(reply.page, place.at, place.focus, reply.progress.both)
        self._decorate()

    def _decorate(self) -> None:
        """Masthead, status and keys in the reader's language."""
        if self._reply is None:
            return
        self.query_one("#masthead", Static).update(self._masthead())
        self.query_one("#status", Static).update(self._status(self._reply))
        self.query_one("#keys", Static).update(self._keys())
        self.prompt.placeholder = Content("")

    def _masthead(self) -> Content:
        turn = self.session.turn()
        view, briefing, progress = turn.view, turn.briefing, turn.progress
        seen = sum(1 for ident in briefing.scenes if ident in progress.seen)
        as_of = turn.t("as of {date}", date=show_date(briefing.as_of, view.say))
        count = turn.t("{count} of {total} scenes", count=seen, total=len(briefing.scenes))
        names = "EN+ไทย" if progress.both else {"en": "EN", "th": "ไทย"}[progress.lang]
        width = self.size.width - 2
        for right in (f"{as_of} · {names} · {count}", f"{names} · {count}", ""):
            room = width - cell_width(right) - 2
            if room >= min(cell_width(view.text(briefing.title)), 24):
                break
        left = shorten(view.text(briefing.title), max(room, 0))
        gap = max(width - cell_width(left) - cell_width(right), 1)
        return Content.assemble((left, "bold"), " " * gap, right)

    def _status(self, reply: Reply) -> Content:
        """What was said; else, where the panels are out of sight, what they hold."""
        if reply.notice:
            return Content("\n".join(reply.notice))
        return Content(self._summary(reply.page))

    def _summary(self, page: Page) -> str:
        if not page.panels or self.reading.wide:
            return ""
        return shorten(" · ".join(panel.noun for panel in page.panels), self.size.width - 2)

    def _keys(self) -> Content:
        t = self.session.turn().t
        hints = (
            ("Tab", t("link")),
            ("Enter", t("follow")),
            ("⌫", t("back")),
            ("F1", t("help")),
            ("F4", t("language")),
            ("Ctrl-Q", t("quit")),
        )
        parts: list[tuple[str, str]] = []
        used = 0
        for key, words in hints:
            used += cell_width(key) + cell_width(words) + 3
            if used > self.size.width - 1:
                break
            parts += [(key, "bold"), (f" {words}  ", "")]
        return Content.assemble(*parts)

    # Size

    def on_resize(self) -> None:
        """Give the text what the terminal has."""
        self._fit()
        self.call_after_refresh(self._decorate)

    def _fit(self) -> None:
        self.screen.set_class(self.size.height < LOW, "low")
        self.screen.set_class(self.size.width < 60, "narrow")

    # Keys and clicks

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys belong to the page now; the others go on to the prompt."""
        empty = self.prompt.empty
        match action:
            case "page_if_empty" | "focus_link":
                return empty
            case "scroll" | "end":
                return empty
            case "follow":
                return empty and self.reading.focused_line is not None
            case "back_if_empty":
                return empty and self._may_go_back()
            case _:
                return True

    def _may_go_back(self) -> bool:
        return time.monotonic() - self._last_backspace > BACKSPACE_PAUSE

    def on_key(self, event: events.Key) -> None:
        """Remember when Backspace was last used for deleting."""
        if event.key == "backspace":
            self._last_backspace = time.monotonic()

    def action_focus_link(self, step: int) -> None:
        """Tab and Shift-Tab."""
        self.reading.move_focus(step)
        self.park_cursor()

    def park_cursor(self) -> None:
        """Put the terminal's own cursor on the focused link, where braille displays and screen readers look."""
        if (cursor := self.reading.cursor) is not None:
            self.cursor_position = cursor

    def action_follow(self) -> None:
        """Enter on a focused link."""
        if line := self.reading.focused_line:
            self.submit(line)

    def action_scroll(self, lines: int) -> None:
        """Up and Down."""
        self.reading.scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """Page Up and Page Down."""
        self.reading.scroll_pages(pages)

    action_page_if_empty = action_page

    def action_end(self, end: bool) -> None:
        """Home and End."""
        self.reading.scroll_to_end(end)

    def action_say(self, line: str) -> None:
        """A key that stands for a line."""
        self.submit(line)

    def action_back_if_empty(self) -> None:
        """Backspace on a prompt that was already empty."""
        self.submit("back")

    def action_escape(self) -> None:
        """Close the topmost thing: a message, the focused link, what is typed."""
        if self._reply is not None and self._reply.notice:
            self._show(Reply(self._reply.page, (), False, self._reply.progress))
        elif not self.reading.drop_focus():
            self.prompt.clear()

    def action_copy_or_clear(self) -> None:
        """Ctrl-C copies a selection, else clears the prompt."""
        if text := self.screen.get_selected_text():
            self.copy_to_clipboard(text)
            self.screen.clear_selection()
        else:
            self.prompt.clear()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """A typed line."""
        event.stop()
        self.prompt.clear()
        self.submit(event.value)

    def on_page_view_followed(self, event: PageView.Followed) -> None:
        """A clicked link."""
        self.submit(event.line)


def run(session: Session) -> int:
    """Run the full-screen program; returns its exit code."""
    gc.disable()
    app = Kzterm(session)
    app.run()
    return app.return_code or 0
