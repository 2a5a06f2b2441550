"""Files a reader writes and plays: transcripts and exports. What is there already is never overwritten."""

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from kzterm.text.clean import cleaned

MOST_BYTES = 2_000_000
"""A longer file is not played."""
MOST_LINES = 10_000


def create(path: str, otherwise: str) -> tuple[Path, TextIO]:
    """A new file to write to; without a path, `otherwise` with the first free number. Raises OSError."""
    if path:
        chosen = Path(cleaned(path)).expanduser()
        return chosen, chosen.open("x", encoding="utf-8")
    stem, dot, suffix = otherwise.rpartition(".")
    for number in range(1, 1000):
        chosen = Path(otherwise if number == 1 else f"{stem}-{number}{dot}{suffix}")
        try:
            return chosen, chosen.open("x", encoding="utf-8")
        except FileExistsError:
            continue
    raise FileExistsError(otherwise)


def lines_of(path: str) -> Iterator[str]:
    """The commands in a file: all lines, or of a transcript the ones after `>`. Raises OSError."""
    chosen = Path(cleaned(path)).expanduser()
    if not chosen.is_file():
        raise FileNotFoundError(path)
    if chosen.stat().st_size > MOST_BYTES:
        raise OSError(f"more than {MOST_BYTES} bytes")
    lines = chosen.read_text(encoding="utf-8", errors="replace").splitlines()
    if any(line.startswith(">") for line in lines):
        lines = [line[1:] for line in lines if line.startswith(">")]
    return (line.strip() for line in lines[:MOST_LINES] if line.strip() and not line.startswith("*"))
