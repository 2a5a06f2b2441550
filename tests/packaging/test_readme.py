"""What the README tells people to type works."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kzterm.play.session import Session

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line[2:] for block in BLOCKS for line in block.splitlines() if line.startswith("$ ")]
TYPED = re.findall(r"^\| `([^`]+)` \| ", README.partition("## The first two minutes")[2], re.MULTILINE)
MAKE = re.findall(r"(?:`|^    |^\$ )make ([a-z]+)", README, re.MULTILINE)


@pytest.mark.parametrize("command", [command for command in COMMANDS if "kzterm" in command])
def test_a_kzterm_command_runs(command: str, tmp_path: Path) -> None:
    (tmp_path / "scenes").symlink_to(ROOT / "scenes")
    path = f"{_a_folder_with_kzterm(tmp_path)}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, "error" in done.stderr) == (0, False), done.stderr


def _a_folder_with_kzterm(folder: Path) -> Path:
    """The command as an installation would make it, for this very Python."""
    programs = folder / "bin"
    programs.mkdir()
    program = programs / "kzterm"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kzterm "$@"\n')
    program.chmod(0o755)
    return programs


@pytest.mark.parametrize("line", TYPED)
def test_a_line_of_the_first_two_minutes_is_understood(line: str, session: Session) -> None:
    session.submit("bazaar" if "sack" in line else "reading room")
    if line == "back":
        session.submit("who is tokayev")
    reply = session.submit(line)
    assert reply.show or "Taken" in str(reply.notice), reply.notice


@pytest.mark.parametrize("target", sorted(set(MAKE)))
def test_a_make_target_exists(target: str) -> None:
    make = shutil.which("make")
    assert make, "make is not installed"
    done = subprocess.run([make, "-C", ROOT, "--dry-run", target], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)\)", README))))
def test_a_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_readme_was_read() -> None:
    assert len(COMMANDS) >= 8
    assert len(TYPED) >= 8
    assert {"run", "test", "bundle", "lint", "messages"} <= set(MAKE)
