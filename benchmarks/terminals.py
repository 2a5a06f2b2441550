"""Programs on a terminal of their own, and when what they write arrives. Needs pyte, and a Unix."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

import pyte

COLUMNS, ROWS = 100, 30
QUIET = 0.3
"""Seconds without a byte after which a program has come to rest."""
PATIENCE = 60.0
"""Seconds that it may take to write anything at all."""

HELLO = """\
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("Hello, world")

Hello().run()
"""
"""The least that a program on Textual does: what all times are compared with."""

KZTERM = [sys.executable, "-c", "import sys; from kzterm.cli import main; sys.exit(main())"]
"""As the installed command begins."""


def surroundings(home: Path) -> dict[str, str]:
    """An environment made from nothing, so that every machine measures the same."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return {**kept, "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}


class Terminal:
    """A program on a pseudo-terminal. Chunks are taken as they come, and looked at only when it is at rest."""

    def __init__(self, command: list[str], home: Path) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=surroundings(home),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 (no threads here)
        )
        os.close(slave)
        self.chunks: list[tuple[float, bytes]] = []

    def rest(self, quiet: float = QUIET, patience: float = PATIENCE) -> list[tuple[float, bytes]]:
        """What arrives until the program is at rest: times in seconds since the start or the last key, with bytes."""
        found: list[tuple[float, bytes]] = []
        while select.select([self.master], [], [], quiet if found else patience)[0]:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                break
            if not data:
                break
            found.append((time.perf_counter() - self.began, data))
        self.chunks += found
        return found

    def key(self, data: bytes) -> list[tuple[float, bytes]]:
        """Press a key, and give what arrives until the program is at rest again."""
        self.began = time.perf_counter()
        os.write(self.master, data)
        return self.rest(0.15, 0.5)

    def memory(self) -> float:
        """MB of resident memory at most; 0 where the system does not tell."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        except OSError:
            return 0.0
        match = re.search(r"VmHWM:\s+(\d+)", status)
        return int(match[1]) / 1024 if match else 0.0

    def quit(self, data: bytes = b"\x11") -> float:
        """Press a key that ends the program (Ctrl-Q), and give the seconds that it took."""
        began = time.perf_counter()
        os.write(self.master, data)
        while self.process.poll() is None and time.perf_counter() - began < PATIENCE:
            if select.select([self.master], [], [], 0.001)[0]:
                try:
                    os.read(self.master, 65536)
                except OSError:
                    self.process.wait()
        taken = time.perf_counter() - began
        self.close()
        return taken

    def close(self) -> None:
        """Let the terminal go."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


def seen_at(chunks: list[tuple[float, bytes]], pattern: str) -> float:
    """When the text first stood on the screen; raises LookupError when it never did."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    for at, data in chunks:
        stream.feed(data)
        if re.search(pattern, "\n".join(screen.display)):
            return at
    raise LookupError(f"{pattern!r} was never on the screen:\n" + "\n".join(screen.display))


def scratch() -> Path:
    """A folder to measure in; whoever asks deletes it."""
    return Path(tempfile.mkdtemp(prefix="kzterm-benchmark-"))


def settle() -> None:
    """Wait until files that were just written count as unchanged (see kzterm.cache.stamp)."""
    time.sleep(2.5)
