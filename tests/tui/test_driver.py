"""The driver on a pseudo-terminal: prompt ends, odd bytes, a terminal that goes away, being stopped."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

LEAVE = b"\x11"


class Program:
    """kzterm on a terminal of 80 × 24."""

    def __init__(self, folder: Path) -> None:
        self.master, slave = pty.openpty()
        environ = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environ |= {"COLUMNS": "80", "LINES": "24", "PYTHONPATH": os.pathsep.join(sys.path)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kzterm", "--lang", "en"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environ,
            start_new_session=True,
        )
        os.close(slave)
        self.output = b""

    def read(self, seconds: float) -> bytes:
        """What arrives in that time."""
        found = b""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and select.select([self.master], [], [], left)[0]:
            try:
                found += os.read(self.master, 65536)
            except OSError:
                break
        self.output += found
        return found

    def wait_for(self, words: bytes, seconds: float = 20) -> None:
        until = time.monotonic() + seconds
        while words not in self.output:
            assert time.monotonic() < until, f"{words!r} never came"
            self.read(0.05)

    def type(self, data: bytes) -> None:
        os.write(self.master, data)

    def leave(self, seconds: float = 10) -> int:
        """Ctrl-Q; the exit code."""
        self.type(LEAVE)
        until = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < until, "it does not end"
            self.read(0.02)
        return self.process.returncode

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        if self.master >= 0:
            os.close(self.master)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    running = Program(tmp_path)
    running.wait_for(b"Reading Room")
    running.read(0.5)
    yield running
    running.close()


def test_it_leaves_at_once(program: Program) -> None:
    """Textual's own driver takes 0.2 s of waiting alone."""
    began = time.process_time(), time.monotonic()
    assert program.leave() == 0
    assert time.monotonic() - began[1] < 1.5


def test_it_leaves_every_time(tmp_path: Path) -> None:
    for number in range(5):
        running = Program(tmp_path)
        try:
            running.wait_for(b"Reading Room")
            running.type(b"\t" * number)
            assert running.leave() == 0
        finally:
            running.close()


@pytest.mark.parametrize(
    "odd",
    [
        b"\xe9",
        b"\xff\xfe\x80",
        b"\x1b[99999999999u",
        b"\x1b[48;99999;99999;0;0t",
        b"\x1b[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1u",
        b"\x1b[200~\x1b[201~\x1b[<999;999;999M",
    ],
)
def test_bytes_that_no_keyboard_sends_do_no_harm(program: Program, odd: bytes) -> None:
    program.type(odd)
    program.read(0.4)
    program.type(b"\x1b")
    program.read(0.3)
    program.type(b"\x15" + b"help\r")
    program.wait_for(b"reading")
    assert program.leave() == 0


def test_a_terminal_that_goes_away_ends_it(tmp_path: Path) -> None:
    """SIGHUP ignored, as under nohup: nothing else would tell."""
    running = Program(tmp_path)
    try:
        running.wait_for(b"Reading Room")
        running.read(0.5)
        os.close(running.master)
        running.master = -1
        # 120 is Python's own word for having nowhere left to write to.
        assert running.process.wait(10) in (120, 128 + signal.SIGHUP)
    finally:
        running.close()


def test_after_being_stopped_the_screen_is_drawn_again(program: Program) -> None:
    program.process.send_signal(signal.SIGTSTP)
    stopped = program.read(1)
    assert b"\x1b[?1049l" in stopped, "the terminal is given back"
    program.output = b""
    program.process.send_signal(signal.SIGCONT)
    program.wait_for(b"Reading Room")
    program.read(0.3)
    assert b"\x1b[?1049h" in program.output
    assert program.leave() == 0


@pytest.mark.parametrize("stop", [True, False])
def test_being_continued_without_warning_does_no_harm(program: Program, stop: bool) -> None:
    program.output = b""
    if stop:
        program.process.send_signal(signal.SIGSTOP)
        time.sleep(0.2)
    program.process.send_signal(signal.SIGCONT)
    program.wait_for(b"Reading Room")
    program.read(0.3)
    assert program.leave() == 0


def test_a_lone_escape_is_not_waited_for_long(program: Program) -> None:
    program.type(b"\t")
    program.read(0.4)
    program.type(b"\x1b")
    began = time.monotonic()
    while not program.read(0.01):
        assert time.monotonic() - began < 5
    assert time.monotonic() - began < 1
