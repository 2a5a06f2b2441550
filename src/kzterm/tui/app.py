"""The app: composes the screen, turns keys and clicks into lines, and shows replies. Nothing else."""

import gc
import os
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.filter import LineFilter
from textual.widgets import Static

from kzterm.pages.blocks import Page
from kzterm.pages.dates import show_date
from kzterm.pages.layout import Look
from kzterm.play.completion import completions
from kzterm.play.effects import Copy
from kzterm.play.session import Reply
from kzterm.reader.reader import Reader
from kzterm.text.cells import cell_width, shorten
from kzterm.tui.guard import Guard
from kzterm.tui.history import History
from kzterm.tui.keys import KEYS, shown
from kzterm.tui.page_view import PageView
from kzterm.tui.prompt import MOST_PASTED, Prompt
from kzterm.tui.reading import Reading
from kzterm.tui.signals import leave_on_signals
from kzterm.tui.themes import DAY, DEFAULTS, NIGHT

LOW = 16
"""Below this many rows only the prompt is left of the chrome."""


class Kzterm(App[int]):
    """The full-screen explorer."""

    CSS_PATH = "kzterm.tcss"
    TITLE = "kzterm"
    ENABLE_COMMAND_PALETTE = False

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, reader: Reader) -> None:
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.register_theme(NIGHT)
        self.register_theme(DAY)
        self.theme = NIGHT.name
        self.reader = reader
        self._reply: Reply | None = None
        superscripts = os.environ.get("TERM") != "linux"
        look = Look(superscripts, {"claim": "≈", "judgement": "◇"}, columns=True)
        self.reading = Reading(look)
        keys = {name: key for key in KEYS for name in key.keys}
        self.prompt = Prompt(keys, lambda line: completions(reader.turn(), line), History(reader.history()))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of ours that other themes lack."""
        return DEFAULTS

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
        self._show([self.reader.begin()])

    def on_ready(self) -> None:
        """Everything is drawn: from here on collect garbage, but never what start-up made."""
        gc.freeze()
        gc.enable()
        leave_on_signals(self)

    # Replies

    def submit(self, line: str) -> None:
        """A line typed, or what a key or a click stands for."""
        self._show(self.reader.submit(line, self.reading.place, self.reading.focused_line))

    def _show(self, replies: Sequence[Reply]) -> None:
        """The page as the last command left it, and what all of them said."""
        last = replies[-1]
        if last.quit:
            self.exit(0)
            return
        self._reply = replace(last, notice=tuple(words for reply in replies for words in reply.notice))
        if any(reply.show for reply in replies):
            place = last.progress.place
            self.reading.open(last.page, place.at, place.focus, last.progress.both)
        for reply in replies:
            for effect in reply.effects:
                if isinstance(effect, Copy):
                    self.copy_to_clipboard(effect.text)
        self._decorate()

    def _decorate(self) -> None:
        """Masthead, status and keys in the reader's language."""
        if self._reply is None:
            return
        self.query_one("#masthead", Static).update(self._masthead())
        self.query_one("#status", Static).update(self._status(self._reply))
        self.query_one("#keys", Static).update(self._keys())

    def _masthead(self) -> Content:
        turn = self.reader.turn()
        view, briefing, progress = turn.view, turn.briefing, turn.progress
        seen = sum(1 for ident in briefing.scenes if ident in progress.seen)
        as_of = turn.t("as of {date}", date=show_date(briefing.as_of, view.say, short=True))
        count = turn.t("{count} of {total} scenes", count=seen, total=len(briefing.scenes))
        names = "EN+ไทย" if progress.both else {"en": "EN", "th": "ไทย"}[progress.lang]
        width = self.size.width - 2
        for right in (f"{as_of} · {names} · {count}", f"{names} · {count}", ""):
            room = width - cell_width(right) - 2
            if room >= min(cell_width(view.text(briefing.title)), 24):
                break
        left = shorten(view.text(briefing.title), max(room, 0))
        gap = max(width - cell_width(left) - cell_width(right), 1)
        return Content.assemble((left, "$foreground bold"), " " * gap, right)

    def _status(self, reply: Reply) -> Content:
        """What was said; else, where the panels are out of sight, what they hold."""
        if reply.notice:
            return Content("\n".join(reply.notice))
        return Content(self._summary(reply.page))

    def _summary(self, page: Page) -> str:
        if not page.panels or self.reading.wide:
            return ""
        shown = ""
        for panel in page.panels:
            longer = f"{shown} · {panel.noun}" if shown else panel.noun
            if cell_width(longer) > self.size.width - 2:
                break
            shown = longer
        return shown

    def _keys(self) -> Content:
        t = self.reader.turn().t
        parts: list[tuple[str, str]] = []
        used = 0
        for key in KEYS:
            name, words = shown(key.keys[0]), t(key.hint) if key.hint else ""
            used += cell_width(name) + cell_width(words) + 3 if words else 0
            if words and used < self.size.width:
                parts += [(name, "$foreground"), (f" {words}  ", "")]
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

    def on_prompt_entered(self, event: Prompt.Entered) -> None:
        """A typed line."""
        self.submit(event.line)

    def on_prompt_pressed(self, event: Prompt.Pressed) -> None:
        """A key: the line it stands for, or something done with the page."""
        does = event.key.does
        if does.startswith("@"):
            getattr(self, f"page_{does[1:]}")()
        else:
            self.submit(does)

    def _say(self, *lines: str) -> None:
        """Say something beside the page; nothing takes it back."""
        if self._reply is not None:
            self._reply = replace(self._reply, notice=lines)
            self._decorate()

    def on_prompt_candidates(self, event: Prompt.Candidates) -> None:
        """What could be typed on."""
        self._say(shorten("  ".join(event.lines), (self.size.width - 2) * 3))

    def on_prompt_cut(self) -> None:
        """Part of a paste was left out."""
        self._say(
            self.reader.turn().t(
                "That was a long paste: only its first {count} characters are taken.", count=MOST_PASTED
            )
        )

    def on_page_view_followed(self, event: PageView.Followed) -> None:
        """A clicked link."""
        self.submit(event.line)

    def page_next_link(self) -> None:
        """Tab."""
        self.reading.move_focus(1)
        self.park_cursor()

    def page_previous_link(self) -> None:
        """Shift-Tab."""
        self.reading.move_focus(-1)
        self.park_cursor()

    def park_cursor(self) -> None:
        """Put the terminal's own cursor on the focused link, where braille displays and screen readers look."""
        if (cursor := self.reading.cursor) is not None:
            self.cursor_position = cursor

    def page_follow(self) -> None:
        """Enter on an empty prompt: the focused link, or a nudge."""
        self.submit(self.reading.focused_line or "")

    def page_scroll_up(self) -> None:
        """One line up."""
        self.reading.scroll_lines(-1)

    def page_scroll_down(self) -> None:
        """One line down."""
        self.reading.scroll_lines(1)

    def page_page_up(self) -> None:
        """One screenful up."""
        self.reading.scroll_pages(-1)

    def page_page_down(self) -> None:
        """One screenful down."""
        self.reading.scroll_pages(1)

    def page_top(self) -> None:
        """To the first line."""
        self.reading.scroll_to_end(False)

    def page_bottom(self) -> None:
        """To the last line."""
        self.reading.scroll_to_end(True)

    def page_escape(self) -> None:
        """Close the topmost thing: a message, the focused link, what is typed."""
        if self._reply is not None and self._reply.notice:
            self._say()
        elif not self.reading.drop_focus():
            self.prompt.clear()

    def page_copy_or_clear(self) -> None:
        """Copy a selection, else clear the prompt."""
        if text := self.screen.get_selected_text():
            self.copy_to_clipboard(text)
            self.screen.clear_selection()
        else:
            self.prompt.clear()


def run(reader: Reader) -> int:
    """Run the full-screen program; returns its exit code."""
    gc.disable()
    app = Kzterm(reader)
    app.run()
    return app.return_code or 0
