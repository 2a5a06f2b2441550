"""Starting sessions as processes, and looking at a state file from outside."""

import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from kzterm.store import open_store

WRITER = Path(__file__).with_name("note_writer.py")


def start_writer(home: Path, word: str, most: int = 0, most_bytes: int | None = None) -> subprocess.Popen[bytes]:
    """A process that adds notes to the bundled briefing's state; with `most_bytes` no file may grow beyond."""
    writer = subprocess.Popen([sys.executable, str(WRITER), str(home), word, str(most)], stdout=subprocess.PIPE)
    if most_bytes is not None:
        resource.prlimit(writer.pid, resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
    return writer


def acknowledged(writer: subprocess.Popen[bytes]) -> list[str]:
    """The lines a writer has said, after its end. A last line without a line feed was not finished."""
    assert writer.stdout is not None
    with writer.stdout:
        said = writer.stdout.read().decode()
    writer.wait(60)
    return [line.removesuffix("\n") for line in said.splitlines(keepends=True) if line.endswith("\n")]


def file_in(home: Path) -> Path:
    """Where the state of the bundled briefing is."""
    return home / "kzterm" / "briefing-bundled.sqlite3"


def note_texts(home: Path) -> list[str]:
    """The texts of all notes, in their order."""
    return [note.text for note in open_store("briefing", None, home).load().notes]


def run_sql(path: Path, *statements: str) -> None:
    """Change a file behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)
