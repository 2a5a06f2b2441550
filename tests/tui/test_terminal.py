"""The real program on a real terminal: tmux at 80×24."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

TMUX = shutil.which("tmux")
pytestmark = pytest.mark.skipif(TMUX is None and not os.environ.get("CI"), reason="tmux is not installed")


class Terminal:
    """A program in a tmux pane of its own server."""

    def __init__(self, folder: Path, size: tuple[int, int], command: str) -> None:
        self.base = [TMUX or "tmux", "-S", str(folder / "tmux.sock"), "-f", "/dev/null"]
        env = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder), "XDG_STATE_HOME": str(folder / "state")}
        env.pop("TMUX", None)
        subprocess.run(
            [*self.base, "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), command], check=True, env=env
        )

    def type(self, text: str) -> None:
        subprocess.run([*self.base, "send-keys", "-l", text], check=True)

    def press(self, *keys: str) -> None:
        subprocess.run([*self.base, "send-keys", *keys], check=True)

    def screen(self) -> str:
        done = subprocess.run([*self.base, "capture-pane", "-p"], check=True, capture_output=True, text=True)
        return done.stdout

    def wait_for(self, words: str, seconds: float = 15) -> str:
        until = time.monotonic() + seconds
        while words not in (shown := self.screen()):
            assert time.monotonic() < until, f"{words!r} never came:\n{shown}"
            time.sleep(0.05)
        return shown

    def resize(self, columns: int, rows: int) -> None:
        subprocess.run([*self.base, "resize-window", "-x", str(columns), "-y", str(rows)], check=True)

    def pane_pid(self) -> int:
        shown = subprocess.run(
            [*self.base, "list-panes", "-F", "#{pane_pid}"], check=True, capture_output=True, text=True
        )
        return int(shown.stdout.strip())

    def close(self) -> None:
        subprocess.run([*self.base, "kill-server"], check=False, capture_output=True)


def start(folder: Path, size: tuple[int, int], arguments: str) -> Terminal:
    return Terminal(folder, size, f"{sys.executable} -m kzterm {arguments}; echo code $?; sleep 60")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    pane = start(tmp_path, (80, 24), "--lang en")
    yield pane
    pane.close()


def test_a_first_visit(terminal: Terminal) -> None:
    terminal.wait_for("The Reading Room")
    terminal.press("Tab")
    terminal.press("Enter")
    terminal.wait_for("Reckoned")
    terminal.press("BSpace")
    terminal.type("umarov")
    terminal.press("Enter")
    terminal.wait_for("What they say")
    terminal.press("BSpace")
    terminal.wait_for("four questions")
    terminal.type("n")
    terminal.press("Enter")
    terminal.wait_for("The Map Before the War")
    terminal.type("lang th")
    terminal.press("Enter")
    shown = terminal.wait_for("โต๊ะแผนที่ก่อนสงคราม")
    assert max(len(line) for line in shown.splitlines()) <= 160
    terminal.type("quit")
    terminal.press("Enter")
    shown = terminal.wait_for("code 0")
    assert "โต๊ะแผนที่" not in shown, "the screen before kzterm is back"


def test_keys_typed_ahead_are_done_in_order(terminal: Terminal) -> None:
    terminal.type("n")
    terminal.press("Enter")
    terminal.wait_for("The Map Before the War")
    terminal.press(
        "Tab", "Enter", "BSpace", "s", "Enter", "n", "Enter", "e", "Enter", "x", "BSpace", "n", "Enter", "Tab", "Tab"
    )
    terminal.wait_for("The East Gate")


def test_a_live_resize(terminal: Terminal) -> None:
    terminal.wait_for("New here?")
    terminal.press("Escape")
    terminal.wait_for("7 actors")
    terminal.resize(110, 30)
    terminal.wait_for("Umarov's assessments")
    terminal.resize(40, 12)
    shown = terminal.wait_for("A long table, a green lamp, one\n")
    assert all(len(line) <= 40 for line in shown.splitlines())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_the_terminal_as_it_was(tmp_path: Path, number: signal.Signals) -> None:
    before = "stty -g > before; "
    after = "; echo code $?; stty -g > after; echo done; sleep 60"
    pane = Terminal(tmp_path, (80, 24), f"cd {tmp_path}; {before}{sys.executable} -m kzterm --lang en{after}")
    try:
        pane.wait_for("The Reading Room")
        time.sleep(0.5)
        subprocess.run(["pkill", f"-{int(number)}", "-P", str(pane.pane_pid()), "-f", "kzterm"], check=True)
        shown = pane.wait_for("done")
        assert f"code {128 + number}" in shown
        assert (tmp_path / "before").read_text() == (tmp_path / "after").read_text()
        flags = subprocess.run(
            [*pane.base, "list-panes", "-F", "#{alternate_on}#{mouse_any_flag}#{cursor_flag}"],
            check=True,
            capture_output=True,
            text=True,
        )
        assert flags.stdout.strip() == "001"
    finally:
        pane.close()


def test_an_error_of_the_program_gives_the_terminal_back(tmp_path: Path) -> None:
    fault = "import kzterm.tui.app as app; app.Kzterm.page_peek = lambda self: 1 // 0"
    program = f"{fault}; import sys; from kzterm.cli import main; sys.exit(main(['--lang', 'en']))"
    pane = Terminal(tmp_path, (80, 24), f'{sys.executable} -c "{program}"; echo code $?; sleep 60')
    try:
        pane.wait_for("The Reading Room")
        pane.press("F6")
        shown = pane.wait_for("code 1")
        assert "something went wrong inside the program (ZeroDivisionError" in shown
        assert "Traceback" not in shown
        assert "The Reading Room" not in shown
        (report,) = (tmp_path / "state" / "kzterm").glob("crash-*.txt")
        assert "ZeroDivisionError" in report.read_text("utf-8")
    finally:
        pane.close()


def test_ctrl_z_goes_to_the_shell_and_fg_comes_back(tmp_path: Path) -> None:
    pane = Terminal(tmp_path, (80, 24), "bash --norc --noprofile -i")
    try:
        pane.type(f"{sys.executable} -m kzterm --lang en")
        pane.press("Enter")
        pane.wait_for("The Reading Room")
        pane.press("C-z")
        assert "The Reading Room" not in pane.wait_for("Stopped")
        pane.type("fg")
        pane.press("Enter")
        pane.wait_for("The Reading Room")
        pane.type("go bazaar")
        pane.press("Enter")
        pane.wait_for("One sack is missing")
    finally:
        pane.close()


def test_ctrl_z_does_nothing_where_no_shell_could_bring_it_back(tmp_path: Path) -> None:
    pane = Terminal(tmp_path, (80, 24), f"{sys.executable} -m kzterm --lang en")
    try:
        pane.wait_for("The Reading Room")
        pane.press("C-z")
        pane.wait_for("No shell is there")
        pane.type("go bazaar")
        pane.press("Enter")
        pane.wait_for("One sack is missing")
    finally:
        pane.close()
