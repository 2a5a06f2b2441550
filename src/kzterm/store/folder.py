"""Where state stands on disk: the folder, the name, who may read it, and setting a damaged file aside."""

import fcntl
import os
import re
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

PROGRAM = "kzterm"
PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
SQLITE_FIRST_LOCK_BYTE = 0x40000000
SQLITE_LOCK_BYTES = 512
"""SQLite's locks are locks on these bytes of the file (`PENDING_BYTE` and what follows, part of its file format)."""


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


def set_aside(path: Path, damaged: Callable[[Path], bool], patience: float) -> Path | None:
    """Copy a damaged file to another name and empty it; returns that name. Raises OSError.

    Returns None if a look at the copy shows that another session was quicker and there is no damage any more.
    The file is emptied rather than renamed: a session that has it open would not notice a new name, and take the
    journal of the file that comes in its place for its own.
    """
    journal = Path(f"{path}-journal")
    with _alone(path, patience) as opened:
        kept = _unused(path)
        kept_journal = Path(f"{kept}-journal")
        try:
            if journal.exists():
                _write(kept_journal, journal.read_bytes())
            _write(kept, os.pread(opened, os.fstat(opened).st_size, 0))
            still = damaged(kept)
        except OSError:
            _remove(kept, kept_journal)
            raise
        if not still:
            _remove(kept, kept_journal)
            return None
        _sync(path.parent)
        _remove(journal)
        os.ftruncate(opened, 0)
        os.fsync(opened)
        return kept


@contextmanager
def _alone(path: Path, patience: float) -> Iterator[int]:
    """The file opened while no session, in any process, reads or writes it; OSError if that takes too long.

    These are the bytes that SQLite locks. No connection to the file may be open in this process: it would not be
    kept out, and closing the file would drop its locks.
    """
    opened = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        until = time.monotonic() + patience
        while True:
            try:
                fcntl.lockf(opened, fcntl.LOCK_EX | fcntl.LOCK_NB, SQLITE_LOCK_BYTES, SQLITE_FIRST_LOCK_BYTE)
                break
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.01)
        yield opened
    finally:
        os.close(opened)


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, PRIVATE_FILE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _remove(*paths: Path) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _unused(path: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    kept = Path(f"{path}.bad-{stamp}")
    number = 1
    while os.path.lexists(kept):
        number += 1
        kept = Path(f"{path}.bad-{stamp}-{number}")
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
