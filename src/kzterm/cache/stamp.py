"""Stamps: what tells one state of a folder, and of the program that reads it, from any other.

A stamp holds names, sizes, times and file numbers. Comparing what the files say would be surer still, and take as long
as what is saved.
"""

import os
import sys
from array import array

from kzterm import __version__

SETTLED = 2.0
"""Seconds that must have passed since the last change: a second one within a tick of the clock could not be seen."""

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Stamp:
    """One state of files: `what` is the same for the same state, `newest` is when a file or the folder last changed.

    Times are nanoseconds of the system's clock.
    """

    def __init__(self, what: bytes, newest: int) -> None:
        self.what = what
        self.newest = newest

    def settled(self, since: int) -> bool:
        """Whether all that was read after the time `since` was read in this state."""
        return self.newest < since - int(SETTLED * 1e9)


class _DoubtError(Exception):
    """Whether something has changed could not be told."""


def stamp_of(folder: "str | os.PathLike[str]") -> Stamp | None:
    """The state of a briefing's folder and of this program; None in any doubt."""
    words = ["1", __version__, sys.version, sys.prefix, os.path.realpath(folder)]
    numbers = array("q")
    try:
        status = os.stat(folder)
        newest = max(status.st_mtime_ns, status.st_ctime_ns, _add_folder(folder, words, numbers))
        newest = max(newest, _add_program(words, numbers))
    except (OSError, OverflowError, _DoubtError):
        return None
    return Stamp(numbers.tobytes() + "\0".join(words).encode("utf-8", "surrogateescape"), newest)


def stamp_of_files(paths: list[str]) -> bytes:
    """The state of single files, one of which may be missing."""
    numbers = array("q")
    for path in paths:
        try:
            _add(numbers, os.stat(path))
        except OSError:
            numbers.append(-1)
    return numbers.tobytes()


def _add_folder(folder: "str | os.PathLike[str]", words: list[str], numbers: "array[int]") -> int:
    """Add all that the loader could read there, for it skips folders and hidden files; returns the newest change."""
    newest = 0
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry) for entry in entries if entry.name[0] != ".")
    for name, entry in found:
        if entry.is_symlink():
            raise _DoubtError(name)
        if not entry.is_dir():
            words.append(name)
            newest = max(newest, _add(numbers, entry.stat()))
    return newest


def _add_program(words: list[str], numbers: "array[int]") -> int:
    newest = 0
    for folder, folders, files in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            words.append(f"{folder}/{name}")
            newest = max(newest, _add(numbers, os.stat(words[-1])))
    return newest


def _add(numbers: "array[int]", found: os.stat_result) -> int:
    changed, status = found.st_mtime_ns, found.st_ctime_ns
    numbers.extend((found.st_size, changed, status, found.st_ino))
    return max(changed, status)
