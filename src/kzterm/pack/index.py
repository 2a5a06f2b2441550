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
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from zlib import crc32

from kzterm.cache.folder import cache_folder
from kzterm.cache.stamp import PACKAGE, Stamp, stamp_of, stamp_of_files
from kzterm.model.briefing import Briefing
from kzterm.pack.index_file import DamagedError, IndexFile, Items, Later, Writer

if TYPE_CHECKING:
    from kzterm.pack.diagnostic import Diagnostic

ITEMS = ("sources", "scenes", "cards", "trails", "words")
"""Maps of a briefing whose items are read one by one."""

LATER = ("breaks",)
"""Maps that are read as a whole, when they are needed."""

LIBRARIES = ("yaml", "markdown_it")


def opened(
    folder: "str | os.PathLike[str]", keep: bool = True, gather: Callable[[Briefing], Mapping[str, str]] | None = None
) -> "Briefing | tuple[Diagnostic, ...]":
    """The briefing in a folder, from its index if that is up to date; else what is wrong with it.

    With `keep`, an index is written where there was none, and in it what `gather` makes for searches. Bad content never
    raises.
    """
    since = time.time_ns()
    path, stamp = index_path(folder), stamp_of(folder)
    found = _from_index(path, stamp, folder) if path and stamp else None
    if found is not None:
        return found
    from kzterm.pack.loading import load

    loaded = load(_as_path(folder))
    if loaded.briefing is None:
        return loaded.diagnostics
    if keep and path and stamp and stamp.settled(since):
        # Something could have gone meanwhile.
        again = stamp_of(folder)
        if again and again.what == stamp.what:
            briefing = replace(loaded.briefing, words=gather(loaded.briefing)) if gather else loaded.briefing
            write_index(path, stamp, briefing)
            return briefing
    return loaded.briefing


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


def _from_index(path: str, stamp: Stamp, folder: "str | os.PathLike[str]") -> Briefing | None:
    try:
        file = IndexFile(path, _otherwise(path, folder))
        head = file.head
        if head["stamp"] != stamp.what or head["made with"] != stamp_of_files(head["libraries"]):
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
        from kzterm.pack.loading import load

        _delete(path)
        loaded = load(_as_path(folder))
        if loaded.briefing is None:
            raise DamagedError("the index is damaged, and the briefing has errors")
        found: Mapping[str, Any] = getattr(loaded.briefing, name)
        return found

    return whole


def write_index(path: str, stamp: Stamp, briefing: Briefing) -> bool:
    """Write an index if that is possible; returns whether it was."""
    try:
        writer = Writer()
        head: dict[str, object] = {name: writer.items(getattr(briefing, name)) for name in ITEMS}
        head |= {name: writer.later(getattr(briefing, name)) for name in LATER}
        fields = {name: getattr(briefing, name) for name in briefing.__slots__ if name not in (*ITEMS, *LATER)}
        libraries = [found for name in LIBRARIES if (found := getattr(sys.modules.get(name), "__file__", None))]
        head["fields"] = array("Q", writer.span(fields)).tobytes()
        head |= {"stamp": stamp.what, "libraries": libraries, "made with": stamp_of_files(libraries)}
        writer.write(path, head)
    except (OSError, ValueError):
        return False
    return True


def _delete(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def _as_path(folder: "str | os.PathLike[str]") -> Any:
    from pathlib import Path

    return Path(folder)
