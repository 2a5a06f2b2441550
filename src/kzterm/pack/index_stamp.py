"""Stamps: what tells one state of a folder, and of the program that reads it, from any other.

A stamp begins with the time of the newest change and goes on with names, sizes, times and file numbers. Reading every
file would be surer still, and take as long as what an index saves.
"""

import os
import sys
import time
from array import array
from collections.abc import Iterable

from kzterm import __version__

SETTLED = 2.0
"""Seconds that must have passed since the last change: a second one within a tick of the clock could not be seen."""

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def stamp_of(folder: "str | os.PathLike[str]") -> bytes | None:
    """What tells one state of a folder, and of the program that reads it, from any other; None in any doubt."""
    words = ["1", __version__, sys.version, sys.prefix, os.path.realpath(folder)]
    numbers = array("q", [0])
    try:
        _stamp_folder(folder, words, numbers)
        _stamp_program(words, numbers)
    except (OSError, OverflowError, _DoubtError):
        return None
    return numbers.tobytes() + "\0".join(words).encode("utf-8", "surrogateescape")


class _DoubtError(Exception):
    """Whether something changed could not be told."""


def _stamp_folder(folder: "str | os.PathLike[str]", words: list[str], numbers: "array[int]") -> None:
    """All that the loader could read there: it skips folders and hidden files."""
    with os.scandir(folder) as entries:
        names = sorted((entry for entry in entries if entry.name[0] != "."), key=_name)
    for entry in names:
        if entry.is_symlink():
            raise _DoubtError(entry.name)
        if not entry.is_dir():
            words.append(entry.name)
            _add(numbers, entry.stat())


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name


def _stamp_program(words: list[str], numbers: "array[int]") -> None:
    for folder, folders, files in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            words.append(f"{folder}/{name}")
            _add(numbers, os.stat(words[-1]))


def _add(numbers: "array[int]", found: os.stat_result) -> None:
    changed, status = found.st_mtime_ns, found.st_ctime_ns
    numbers.extend((found.st_size, changed, status, found.st_ino))
    numbers[0] = max(numbers[0], changed, status)


def settled(stamp: bytes) -> bool:
    """Whether the last change is long enough ago that no other can hide behind the same time."""
    return array("q", stamp[:8])[0] < time.time_ns() - int(SETTLED * 1e9)


def stamp_of_files(paths: Iterable[str]) -> bytes:
    """A stamp of single files; raises OSError."""
    numbers = array("q", [0])
    for path in paths:
        _add(numbers, os.stat(path))
    return numbers.tobytes()
