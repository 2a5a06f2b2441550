"""Stamps: what tells one state of a folder, and of the program that reads it, from any other.

A stamp holds names, sizes, times and file numbers. Comparing what the files say would be surer still, and take as long
as what is saved.
"""

import os
import stat
import sys
from array import array
from operator import attrgetter

from kzterm import __version__

SETTLED = 2.0
"""Seconds that must have passed since the last change: a second one within a tick of the clock could not be seen."""

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


_FACTS = attrgetter("st_mode", "st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")


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
    words = ["2", __version__, sys.version, sys.prefix, os.path.realpath(folder)]
    numbers = array("q")
    try:
        status = os.stat(folder)
        newest = max(status.st_mtime_ns, status.st_ctime_ns, _add(folder, words, numbers))
        for inner, folders, _ in os.walk(PACKAGE):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            words.append(inner)
            newest = max(newest, _add(inner, words, numbers))
    except (OSError, OverflowError, _DoubtError):
        return None
    return Stamp(numbers.tobytes() + "\0".join(words).encode("utf-8", "surrogateescape"), newest)


def stamp_of_files(paths: list[str]) -> bytes:
    """The state of single files; raises OSError."""
    numbers = array("q")
    for path in paths:
        numbers.extend(_FACTS(os.stat(path)))
    return numbers.tobytes()


def _add(folder: "str | os.PathLike[str]", words: list[str], numbers: "array[int]") -> int:
    """Add the names in a folder and what tells the files' states apart; returns the newest change.

    Hidden files and folders are left out, as nothing reads them. Links make doubt: what they lead to may change by
    itself.
    """
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        # There may be ten thousand, so each is named by itself, not by a path to be looked up.
        names = sorted(name for name in os.listdir(opened) if name[0] != ".")
        found = [_FACTS(os.stat(name, dir_fd=opened, follow_symlinks=False)) for name in names]
    finally:
        os.close(opened)
    if not {stat.S_IFMT(facts[0]) for facts in found} <= {stat.S_IFREG, stat.S_IFDIR}:
        raise _DoubtError(folder)
    newest = 0
    for name, facts in zip(names, found, strict=True):
        if stat.S_ISREG(facts[0]):
            words.append(name)
            numbers.extend(facts)
            newest = max(newest, facts[2], facts[3])
    return newest
