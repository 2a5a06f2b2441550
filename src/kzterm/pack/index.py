"""An index for readers, YAML for authors: a briefing that was once read is opened from the user's cache.

An index is used only while nothing it was made from has changed: the files of the folder, this program, the libraries
that read YAML and Markdown, and Python. In any doubt the YAML is read. An index is never asked for, and never an error.
"""

import os
import sys
import time
from array import array
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from zlib import crc32

from kzterm.model.briefing import Briefing
from kzterm.pack.index_file import DamagedError, IndexFile, Items, Later, Writer, is_private
from kzterm.pack.index_stamp import PACKAGE, settled, stamp_of, stamp_of_files

if TYPE_CHECKING:
    from kzterm.pack.diagnostic import Diagnostic

ITEMS = ("sources", "scenes", "cards", "trails")
"""Maps of a briefing whose items are read one by one."""

LATER = ("breaks",)
"""Maps that are read as a whole, when they are needed."""

LIBRARIES = ("yaml", "markdown_it")

OUTDATED = 90 * 24 * 3600
"""Seconds after which an index is deleted when another one is written; in use, it is made anew."""


def opened(folder: "str | os.PathLike[str]", keep: bool = True) -> "Briefing | tuple[Diagnostic, ...]":
    """The briefing in a folder, from its index if that is up to date; else what is wrong with it.

    With `keep`, an index is written where there was none. Bad content never raises.
    """
    path, stamp = index_path(folder), stamp_of(folder)
    found = _from_index(path, stamp, folder) if path and stamp else None
    if found is not None:
        return found
    from kzterm.pack import load

    loaded = load(_as_path(folder))
    if loaded.briefing is None:
        return loaded.diagnostics
    # A change while the files were read would show in the second stamp.
    if keep and path and stamp and stamp_of(folder) == stamp and settled(stamp):
        write_index(path, stamp, loaded.briefing)
    return loaded.briefing


def cache_folder(environ: Mapping[str, str] = os.environ) -> str | None:
    """Where this program may keep what it can make again; None when the environment names no place."""
    named = environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(named):
        home = environ.get("HOME", "")
        named = f"{home}/.cache" if os.path.isabs(home) else ""
    return f"{named}/kzterm" if named else None


def index_path(folder: "str | os.PathLike[str]") -> str | None:
    """The file for the index of a folder, different for every installation of the program."""
    cache = cache_folder()
    if cache is None:
        return None
    real = os.path.realpath(folder)
    name = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in os.path.basename(real))
    which = os.fsencode("\0".join((real, PACKAGE, sys.prefix)))
    return f"{cache}/{name[:40]}-{crc32(which):08x}.index"


# Reading and writing


def _from_index(path: str, stamp: bytes, folder: "str | os.PathLike[str]") -> Briefing | None:
    try:
        if not is_private(os.stat(os.path.dirname(path))):
            return None
        file = IndexFile(path, _otherwise(path, folder))
        head = file.head
        if head["stamp"] != stamp or head["made with"] != stamp_of_files(head["libraries"]):
            file.close()
            return None
        fields = file.item(array("Q", head["fields"]))
        fields |= {name: Items(file, name, *head[name]) for name in ITEMS}
        fields |= {name: Later(file, name, *head[name]) for name in LATER}
        return Briefing(**fields)
    except (OSError, DamagedError, ValueError, KeyError, TypeError, EOFError):
        return None


def _otherwise(path: str, folder: "str | os.PathLike[str]") -> Callable[[str], Mapping[str, Any]]:
    """From the name of a map to the map, from YAML; the index at `path` is deleted."""

    def whole(name: str) -> Mapping[str, Any]:
        from kzterm.pack import load

        _delete(path)
        loaded = load(_as_path(folder))
        if loaded.briefing is None:
            raise DamagedError("the index is damaged, and the briefing has errors")
        found: Mapping[str, Any] = getattr(loaded.briefing, name)
        return found

    return whole


def write_index(path: str, stamp: bytes, briefing: Briefing) -> bool:
    """Write an index if that is possible; returns whether it was."""
    try:
        cache = os.path.dirname(path)
        os.makedirs(cache, 0o700, exist_ok=True)
        if not is_private(os.stat(cache)):
            return False
        _tidy(cache)
        writer = Writer()
        head: dict[str, object] = {name: writer.items(getattr(briefing, name)) for name in ITEMS}
        head |= {name: writer.later(getattr(briefing, name)) for name in LATER}
        fields = {name: getattr(briefing, name) for name in briefing.__slots__ if name not in (*ITEMS, *LATER)}
        libraries = [found for name in LIBRARIES if (found := getattr(sys.modules.get(name), "__file__", None))]
        head["fields"] = array("Q", writer.span(fields)).tobytes()
        head |= {"stamp": stamp, "libraries": libraries, "made with": stamp_of_files(libraries)}
        writer.write(path, head)
    except (OSError, ValueError):
        return False
    return True


def _tidy(cache: str) -> None:
    """Delete what has not been of use for long: indexes of folders and versions that are gone, unfinished files."""
    now = time.time()
    with os.scandir(cache) as entries:
        for entry in entries:
            if entry.name.endswith((".index", ".new")) and now - entry.stat(follow_symlinks=False).st_mtime > OUTDATED:
                _delete(entry.path)


def _delete(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def _as_path(folder: "str | os.PathLike[str]") -> Any:
    from pathlib import Path

    return Path(folder)
