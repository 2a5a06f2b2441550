"""Signals that end the program: the terminal is put back as it was, and the shell is told which signal it was."""

import asyncio
import os
import signal
import threading
from typing import Any

from textual.app import App

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_PATIENCE = 2.0
"""Seconds to wait for an orderly end, when the terminal takes no output any more."""
_RESTORE = (
    b"\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l\x1b[?1004l\x1b[?2004l\x1b[?2048l"
    b"\x1b[<u\x1b[?7h\x1b[?25h\x1b[?1049l"
)


def leave_on_signals(app: App[Any]) -> None:
    """End orderly on SIGINT, SIGTERM, SIGHUP and SIGQUIT, with exit code 128 + n; by force if the terminal hangs."""
    loop = asyncio.get_running_loop()
    for number in _ENDING:
        loop.add_signal_handler(number, leave, app, number)


def may_stop() -> bool:
    """Whether a shell with job control is there to bring the program back; else it would stand still for good."""
    try:
        parent = os.getppid()
        return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()
    except OSError:
        return False


def leave(app: App[Any], number: signal.Signals) -> None:
    """End as a signal asks, orderly; by force when that takes too long."""
    timer = threading.Timer(_PATIENCE, _force, (number,))
    timer.daemon = True
    timer.start()
    app.exit(return_code=128 + number)


def _force(number: signal.Signals) -> None:
    """Write the restoring sequence without waiting, and go."""
    try:
        os.set_blocking(2, False)
        os.write(2, _RESTORE)
    except OSError:
        pass
    os._exit(128 + number)
