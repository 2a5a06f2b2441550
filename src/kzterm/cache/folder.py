"""The cache folder, and files in it that only their owner can read or has written."""

import os
import time

OUTDATED = 90 * 24 * 3600
"""Seconds after which a file is deleted when another one is written; one that is in use is made anew."""

MOST_FILES = 500
"""More than these are not left either, the oldest go first."""


def cache_folder(environ: dict[str, str] | None = None) -> str | None:
    """Where this program may keep files; None when the environment names no place."""
    ask = os.environ.get if environ is None else environ.get
    named = ask("XDG_CACHE_HOME", "")
    if not os.path.isabs(named):
        home = ask("HOME", "")
        named = f"{home}/.cache" if os.path.isabs(home) else ""
    return f"{named}/kzterm" if named else None


def is_private(found: os.stat_result) -> bool:
    """Whether a file or folder is the user's own and nobody else's to write."""
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022


def open_private(path: str) -> int:
    """A file that only the user could have written, open for reading; raises OSError."""
    if not is_private(os.stat(os.path.dirname(path))):
        raise PermissionError(path)
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    if not is_private(os.fstat(handle)):
        os.close(handle)
        raise PermissionError(path)
    return handle


def write_private(path: str, parts: list[bytes]) -> None:
    """Write a file in the place of any older one, whole or not at all; raises OSError."""
    folder = os.path.dirname(path)
    os.makedirs(folder, 0o700, exist_ok=True)
    if not is_private(os.stat(folder)):
        raise PermissionError(folder)
    beside = f"{path}.{os.getpid()}.new"
    handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(parts)
            stream.flush()
            os.fsync(handle)
        os.rename(beside, path)
    except BaseException:
        os.unlink(beside)
        raise
    _tidy(folder)


def _tidy(folder: str) -> None:
    """Delete what has not been of use for long: files of briefings and versions that are gone, unfinished ones."""
    with os.scandir(folder) as entries:
        found = sorted(((entry.stat(follow_symlinks=False).st_mtime, entry.path) for entry in entries), reverse=True)
    oldest = time.time() - OUTDATED
    for at, (written, path) in enumerate(found):
        if at >= MOST_FILES or written < oldest:
            os.unlink(path)
