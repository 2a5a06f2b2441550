"""The terminal's side of the app: Textual's own driver for Unix, woken when there is something to do.

Textual's looks ten times a second whether it should end or a lone Esc was pressed, so both take as long. This one waits
for input, for the end of a pending Esc and for a pipe, whichever comes first. It reads on only when what it has read
is dealt with, so that a long paste waits in the terminal and never stands in the way of a signal. It also ends with the
terminal, and takes no harm from bytes that no keyboard sends. It leans on Textual's inner workings, which
pyproject.toml pins.
"""

import codecs
import os
import select
import signal
from collections.abc import Iterable
from typing import Any

from textual import events
from textual._time import get_time
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from kzterm.tui.bursts import BurstParser
from kzterm.tui.signals import leave

LARGEST = 1000
"""Columns or rows; a terminal that claims more is not believed."""
_CHUNK = 1024
"""Bytes read at once; what they bring about stands between a signal and its end."""
_END, _DONE = b"!", b"."
"""What the pipe says: that the reading is to end, and that what was read is dealt with."""


class TerminalDriver(LinuxDriver):
    """Input by select(), without a clock."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._woken, self._wake = os.pipe()
        os.set_blocking(self._wake, False)

    # Input

    def run_input_thread(self) -> None:
        """Read keys until woken, or until the terminal is gone."""
        parser = BurstParser(self._debug)
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        busy = False
        while True:
            ready, _, _ = select.select([self._woken] if busy else [self.fileno, self._woken], [], [], _left(parser))
            if self._woken in ready:
                if _END in os.read(self._woken, _CHUNK):
                    return
                busy = False
                continue
            if self.fileno not in ready:
                self._pass_on(parser.parser.tick())
                continue
            data = self._read()
            if not data:
                self._app.call_later(leave, self._app, signal.SIGHUP)
                return
            try:
                self._pass_on(parser.feed(decode(data)))
            except (ValueError, OverflowError, RuntimeError, StopIteration):
                # A sequence that no terminal sends, such as a key far beyond Unicode, has stopped the parser.
                parser = BurstParser(self._debug)
            self._ask_when_done()
            busy = True

    def _ask_when_done(self) -> None:
        """Have the pipe written to once the app, and whoever has the keyboard, got through what they were sent."""
        app = self._app

        def done() -> None:
            os.write(self._wake, _DONE)

        def ask_focused() -> None:
            focused = app.focused if app.screen_stack else None
            if focused is None or not focused.call_later(app.call_later, done):
                done()

        # By the way that keys take, so as not to overtake them.
        self.send_message(events.Callback(callback=ask_focused))

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _CHUNK)
        except OSError:
            return b""

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if not (isinstance(message, events.Resize) and max(message.size) > LARGEST):
                self.process_message(message)

    def disable_input(self) -> None:
        """End the reading of keys, and at once."""
        if self._key_thread is not None and self._key_thread.is_alive():
            os.write(self._wake, _END)
        super().disable_input()

    # The terminal

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse and self._mouse_pixels:
            self.write("\x1b[?1016l")

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again. Whoever was stopped without a warning has not let go of it before."""
        if self._auto_restart:
            if not self._must_signal_resume:
                self.suspend_application_mode()
                self._must_signal_resume = True
            self.resume_application_mode()


def _left(parser: BurstParser) -> float | None:
    """Seconds until an Esc that is still alone counts as pressed; None when there is none."""
    until = parser.parser._timeout_time
    return None if until is None else max(until - get_time(), 0.0)
