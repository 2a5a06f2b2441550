"""Where state stands on disk: the folder, the name, who may read it, and setting a damaged file aside."""

import fcntl
import os
import re
import stat
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

PROGRAM = "kzterm"
PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def state_home(environ: Mapping[str, str] = os.environ) -> Path | None:
    """The folder for the state of programs; None when the environment names none.

    A relative path in XDG_STATE_HOME or HOME is ignored, as the XDG base directory specification asks.
    """
    named = Path(environ.get("XDG_STATE_HOME", ""))
    if named.is_absolute():
        return named
    home = Path(environ.get("HOME", ""))
    return home / ".local" / "state" if home.is_absolute() else None


def state_file(home: Path, briefing_id: str, origin: Path | None) -> Path:
    """The file for a briefing that was opened from the folder `origin`; None stands for the bundled one.

    What the bundled briefing was read from does not count: an upgrade or a second installation changes that.
    """
    name = re.sub(r"[^a-z0-9-]", "-", briefing_id[:100])
    return home / PROGRAM / f"{name}-{'bundled' if origin is None else _fingerprint(briefing_id, origin)}.sqlite3"


def _fingerprint(briefing_id: str, origin: Path) -> str:
    # Slow to import, and never needed for the bundled briefing.
    import hashlib

    whole = briefing_id.encode("utf-8", "replace") + b"\0" + os.fsencode(os.path.realpath(origin))
    return hashlib.sha256(whole).hexdigest()[:16]


def is_blank(path: Path) -> bool:
    """Whether there is nothing to read yet: no file, or an empty one, as a full disk leaves behind."""
    try:
        found = path.stat()
    except OSError:
        return not os.path.lexists(path)
    return stat.S_ISREG(found.st_mode) and found.st_size == 0


def can_make(path: Path) -> bool:
    """Whether a file could probably be made or written, with the folders above it. Changes nothing."""
    if os.path.lexists(path):
        return can_change(path)
    for folder in path.parents:
        if os.path.lexists(folder):
            return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    return False


def can_change(path: Path) -> bool:
    """Whether a file of state can be written, and a journal beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def make_private(path: Path) -> None:
    """See that the file exists, empty if it is new, and that only its owner can read it. OSError if that fails."""
    _make_folder(path.parent)
    _close_to_others(path.parent, PRIVATE_FOLDER)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, PRIVATE_FILE))
    except FileExistsError:
        # Opening it only to close it again would drop the locks that SQLite holds on it in this process.
        _close_to_others(path, PRIVATE_FILE)


def set_aside(path: Path, damaged: Callable[[], bool]) -> Path | None:
    """Rename a damaged file, and its journal; returns the new name, None when another session was quicker.

    Two sessions may find the damage at the same time. The lock, and asking once more under it, keep the second
    from setting aside what the first has begun anew. Raises OSError.
    """
    lock = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not damaged():
            return None
        kept = _unused(path)
        journal = Path(f"{path}-journal")
        if journal.exists():
            # Left behind, it would be rolled back into the new file.
            journal.rename(f"{kept}-journal")
        path.rename(kept)
        _sync(path.parent)
        return kept
    finally:
        os.close(lock)


def _unused(path: Path) -> Path:
    time = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    kept = Path(f"{path}.bad-{time}")
    number = 1
    while os.path.lexists(kept):
        number += 1
        kept = Path(f"{path}.bad-{time}-{number}")
    return kept


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, each private (`parents=True` would leave those above to the umask)."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(PRIVATE_FOLDER, exist_ok=True)
    _sync(folder.parent)


def _sync(folder: Path) -> None:
    """Have the names in a folder on disk."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _close_to_others(path: Path, mode: int) -> None:
    found = path.stat()
    if stat.S_IMODE(found.st_mode) & 0o077 and found.st_uid == os.geteuid():
        path.chmod(mode)
