"""The app as far as the terminal goes: its driver and cursor, the themes, the filters at the door."""

from collections.abc import Sequence

from textual.app import App
from textual.filter import LineFilter

from kzterm.config.settings import Settings
from kzterm.tui.driver import TerminalDriver
from kzterm.tui.filters import BasicCharacters, Monochrome
from kzterm.tui.guard import Guard
from kzterm.tui.terminal import Terminal
from kzterm.tui.themes import DAY, DEFAULTS, NIGHT, legible


class OnTerminal(App[int]):
    """An app that looks as the reader has chosen and the terminal allows."""

    def __init__(self, terminal: Terminal, settings: Settings) -> None:
        super().__init__(driver_class=TerminalDriver, ansi_color=terminal.monochrome or None)
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

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, and the guard at the door."""
        return [*super().get_line_filters(), *self._doors]

    def _fatal_error(self) -> None:
        """Leave; Textual's own account would show what the reader has written, and whatever a briefing holds."""
        self.bell()
        self._close_messages_no_wait()

    def crash(self) -> Exception | None:
        """The error that has ended the program, if any."""
        return self._exception

    def show_cursor(self) -> None:
        """Textual hides the terminal's own cursor, and with it what screen readers follow."""
        if self._driver is not None and not self.is_headless:
            self._driver.write("\x1b[?25h")
            self._driver.flush()

    def resume(self) -> None:
        """Back from being stopped: the terminal shows nothing of ours any more."""
        self.refresh(layout=True)
        self.show_cursor()
