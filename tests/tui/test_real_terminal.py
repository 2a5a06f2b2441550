"""What really goes to a terminal: colours, the cursor, a configuration file, what is remembered."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_terminal import TMUX, Terminal

COLOURS = re.compile(rb"\x1b\[[0-9;:]*?(?<![0-9])(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?![0-9])[0-9;:]*m")
needs_tmux = pytest.mark.skipif(TMUX is None and not os.environ.get("CI"), reason="tmux is not installed")


def written(folder: Path, arguments: list[str], keys: tuple[bytes, ...], **environ: str) -> bytes:
    """All bytes the program writes to a pty of 100 by 30 cells: start, `keys`, quit."""
    import fcntl
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLORTERM", "TERM")}
    env = {**plain, "LC_ALL": "C.UTF-8", "HOME": str(folder), "XDG_STATE_HOME": str(folder / "state"), **environ}
    program = subprocess.Popen(
        [sys.executable, "-m", "kzterm", "--lang", "en", "--scene", "bazaar", *arguments],
        stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    found = b""
    waiting = [*keys, b"quit\r"]
    until = time.monotonic() + 20
    try:
        while time.monotonic() < until:
            ready = select.select([master], [], [], 0.7)[0]
            if ready:
                try:
                    found += os.read(master, 65536)
                except OSError:
                    break
            elif b"Ways out" in found or b"Kazakhstan" in found:
                if not waiting:
                    break
                os.write(master, waiting.pop(0))
        assert program.wait(5) == 0
    finally:
        if program.poll() is None:
            program.send_signal(signal.SIGKILL)
        os.close(master)
    return found


LOOKS = (b"\t\t", b"/oil", b"\x03\x10day", b"\x10")
"""Links, a search, the palette, and away with it."""


def test_no_color_means_no_colour_at_all(tmp_path: Path) -> None:
    found = written(tmp_path, [], LOOKS, TERM="xterm-256color", COLORTERM="truecolor", NO_COLOR="1")
    assert not COLOURS.search(found), COLOURS.search(found)
    for code in (b"\x1b[1m", b"\x1b[1;4m", b"\x1b[1;4;7m"):
        assert code in found
    assert not re.search(rb"\x1b\[(?:[0-9]+;)*[23](?:;[0-9]+)*m", found), "neither dimmed nor slanted"


@pytest.mark.parametrize("term", ["linux", "vt100", "xterm"])
def test_few_colours_are_not_used(tmp_path: Path, term: str) -> None:
    assert not COLOURS.search(written(tmp_path, [], LOOKS, TERM=term))


def test_colours_are_used_where_there_are_many(tmp_path: Path) -> None:
    assert b"\x1b[38;2;" in written(tmp_path, [], (b"\t",), TERM="xterm-256color", COLORTERM="truecolor")
    assert b"38;5;" in written(tmp_path, [], (b"\t",), TERM="xterm-256color", NO_COLOR="")


def test_a_bare_console_gets_no_superscripts(tmp_path: Path) -> None:
    text = written(tmp_path, [], (b"\t",), TERM="linux").decode()
    assert "[7]" in text
    assert not set(text) & set("⁰¹²³⁴⁵⁶⁷⁸⁹◇≈▸⌫▏…")


def pane(folder: Path, arguments: str = "--lang en --scene bazaar") -> Terminal:
    program = f"XDG_CONFIG_HOME={folder} {sys.executable} -m kzterm {arguments}; echo code $?; sleep 60"
    return Terminal(folder, (100, 30), program)


def cursor(of: Terminal) -> tuple[int, int, bool]:
    asked = [*of.base, "display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}"]
    x, y, flag = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split()
    return int(x), int(y), flag == "1"


def settled(of: Terminal) -> tuple[int, int, bool]:
    """The cursor once it has stood still."""
    before = cursor(of)
    for _ in range(40):
        time.sleep(0.15)
        now = cursor(of)
        if now == before:
            break
        before = now
    return before


@needs_tmux
def test_the_cursor_stands_where_the_focus_is(tmp_path: Path) -> None:
    terminal = pane(tmp_path)
    try:
        terminal.wait_for("Ways out")
        prompt = (3, 28, True)
        assert settled(terminal) == prompt
        for _ in range(6):
            terminal.press("Tab")
            x, y, visible = settled(terminal)
            assert visible
            assert (x, y) != prompt[:2]
            row = terminal.screen().splitlines()[y]
            before, after = row[:x], row[x:]
            assert after[:1].strip(), row
            assert before == "" or not before[-1:].isalnum(), row
        terminal.type("go ")
        assert settled(terminal) == (6, 28, True)
        terminal.type("กา")
        assert settled(terminal) == (8, 28, True)
        terminal.press("Escape")
        assert settled(terminal)[:2] == (x, y), "the link has kept the focus"
        terminal.press("Escape")
        terminal.press("Escape")
        assert settled(terminal) == prompt
    finally:
        terminal.close()


@needs_tmux
def test_a_faulty_file_is_told_of_and_the_rest_of_it_counts(tmp_path: Path) -> None:
    (tmp_path / "kzterm").mkdir()
    (tmp_path / "kzterm" / "config.yaml").write_text("theme: dya\nkeys: reader\n")
    terminal = pane(tmp_path)
    try:
        shown = " ".join(terminal.wait_for("config.yaml:1:8").split())
        assert "keeps its default" in shown
        terminal.press("Escape")
        terminal.wait_for("letters move you")
        terminal.type("G")
        terminal.wait_for("from goods to oil")
        terminal.type("q")
        terminal.wait_for("code 0")
    finally:
        terminal.close()


@needs_tmux
def test_thai_letters_arrive_as_keys(tmp_path: Path) -> None:
    terminal = pane(tmp_path, "--lang en --scene hawks-gallery")
    try:
        terminal.wait_for("read")
        terminal.type("keys reader")
        terminal.press("Enter")
        terminal.wait_for("Letters move you now")
        before = terminal.screen()
        terminal.type("่่่")
        for _ in range(50):
            if (after := terminal.screen()) != before:
                break
            time.sleep(0.1)
        assert after.splitlines()[1] != before.splitlines()[1]
        assert "่่" not in after
        terminal.type("ๆ")
        terminal.wait_for("code 0")
    finally:
        terminal.close()


@needs_tmux
def test_a_chosen_theme_is_there_the_next_time(tmp_path: Path) -> None:
    program = f"XDG_CONFIG_HOME={tmp_path} {sys.executable} -m kzterm --lang en --scene bazaar; echo code $?; read go; "
    terminal = Terminal(tmp_path, (100, 30), program * 2)
    try:
        terminal.wait_for("Ways out")
        for line in ("theme day", "quit"):
            terminal.type(line)
            terminal.press("Enter")
        terminal.wait_for("code 0")
        terminal.press("Enter")
        terminal.wait_for("Ways out")
        terminal.type("theme")
        terminal.press("Enter")
        terminal.wait_for("day · in use")
    finally:
        terminal.close()
