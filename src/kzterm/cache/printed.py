"""What `kzterm read` printed, to be printed again: a pipe should not wait for a program to start.

A printed page is kept with everything that it depends on: the command and the environment, the width, the briefing's
folder, the configuration, and the program itself. It is found again without importing any of the program.
"""

import marshal
import os
import sys
from zlib import crc32

from kzterm.cache.folder import cache_folder, open_private, write_private
from kzterm.cache.stamp import PACKAGE, stamp_of, stamp_of_files

MOST_BYTES = 500_000
"""More than this is not kept."""

_ENVIRONMENT = ("COLUMNS", "HOME", "LANG", "LC_ALL", "LC_MESSAGES", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
"""Variables that a page may depend on."""


def printed(arguments: list[str]) -> bytes | None:
    """What the same command printed before, if nothing has changed since."""
    try:
        key = _key(arguments)
        path = _path(key)
        if path is None:
            return None
        handle = open_private(path)
        with os.fdopen(handle, "rb") as stream:
            checksum, data = stream.read(4), stream.read()
        if int.from_bytes(checksum, "little") != crc32(data):
            return None
        kept_key, folder, state, config, config_state, text = marshal.loads(data)
        stamp = stamp_of(folder) if kept_key == key else None
        if stamp is None or stamp.what != state or stamp_of_files(config) != config_state:
            return None
    except (OSError, ValueError, TypeError, EOFError):
        return None
    found: bytes = text
    return found


def keep_printed(
    arguments: list[str], text: str, folder: "str | os.PathLike[str]", config: "list[str]", since: int
) -> None:
    """Keep what a command printed; `config` are files that it depends on as well.

    `since` is when the program began, in nanoseconds of the system's clock.
    """
    stamp, whole = stamp_of(folder), text.encode("utf-8", "replace")
    if stamp is None or not stamp.settled(since) or len(whole) > MOST_BYTES:
        return
    try:
        key = _key(arguments)
        path = _path(key)
        if path is None:
            return
        data = marshal.dumps((key, os.path.abspath(folder), stamp.what, config, stamp_of_files(config), whole))
        write_private(path, [crc32(data).to_bytes(4, "little"), data])
    except (OSError, ValueError):
        return


def _key(arguments: list[str]) -> bytes:
    """All that tells this call from others. Folders may be named relative to where the call is made."""
    parts = [*arguments, os.getcwd(), sys.version, PACKAGE, str(_columns())]
    parts += [f"{name}={os.environ.get(name)}" for name in _ENVIRONMENT]
    return "\0".join(parts).encode("utf-8", "surrogateescape")


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns
    except (OSError, ValueError):
        return 0


def _path(key: bytes) -> str | None:
    folder = cache_folder()
    return folder and f"{folder}/{crc32(key):08x}.page"
