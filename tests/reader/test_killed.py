"""The real program, killed, on a full disk, and without a place to write: what it acknowledged is there."""

import os
import random
import resource
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "kzterm"]


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "XDG_STATE_HOME": str(home), "LC_ALL": "C.UTF-8", "COLUMNS": "80"}


def notes(home: Path) -> str:
    done = subprocess.run([*PROGRAM, "notes"], capture_output=True, text=True, check=True, env=environment(home))
    return done.stdout


@pytest.mark.parametrize("attempt", range(5))
def test_kill_9_loses_nothing_that_was_acknowledged(tmp_path: Path, attempt: int) -> None:
    chance = random.Random(attempt)
    process = subprocess.Popen(
        [*PROGRAM, "--plain"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(tmp_path)
    )
    assert process.stdin and process.stdout
    acknowledged = []
    for number in range(chance.randrange(3, 20)):
        process.stdin.write(f"note number {number} of {attempt}\n")
        process.stdin.flush()
        for line in process.stdout:
            if line.startswith("Noted."):
                break
        acknowledged.append(f"number {number} of {attempt}")
    process.stdin.write("note perhaps\ntake xi-pledge\nn\n")
    process.stdin.flush()
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    kept = notes(tmp_path)
    for words in acknowledged:
        assert words in kept


def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path: Path) -> None:
    assert subprocess.run(
        [*PROGRAM, "--plain"],
        input="note before\n",
        capture_output=True,
        text=True,
        check=True,
        env=environment(tmp_path),
    )

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    done = subprocess.run(
        [*PROGRAM, "--plain"],
        input="note after\nn\n",
        capture_output=True,
        text=True,
        check=True,
        env=environment(tmp_path),
        preexec_fn=no_room,
    )
    assert "not kept" in done.stdout or "lasts until you quit" in done.stdout
    assert "The Map Before the War" in done.stdout
    kept = notes(tmp_path)
    assert "before" in kept
    assert "after" not in kept


def test_no_save_writes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    subprocess.run(
        [*PROGRAM, "--plain", "--no-save"],
        input="note x\ntake xi-pledge\nmark\nn\ncopy\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=home,
        env={**environment(home / "state"), "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")},
    )
    assert list(home.iterdir()) == []


def test_two_sessions_at_once_keep_both(tmp_path: Path) -> None:
    processes = [
        subprocess.Popen(
            [*PROGRAM, "--plain"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            env=environment(tmp_path),
        )
        for _ in range(2)
    ]
    lines = ["".join(f"note {name} {number}\n" for number in range(20)) for name in ("left", "right")]
    for process, text in zip(processes, lines, strict=True):
        assert process.stdin
        process.stdin.write(text)
        process.stdin.close()
    for process in processes:
        assert process.wait(60) == 0
    kept = notes(tmp_path)
    assert all(f"{name} {number} " in kept for name in ("left", "right") for number in range(20))
