"""Transactions on a file of state, or in memory where there is no file to write."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kzterm.store import folder, schema
from kzterm.store.records import NotKeptError, State, Trouble
from kzterm.store.schema import DamagedError, NewerError
from kzterm.text.clean import cleaned

if TYPE_CHECKING:
    import sqlite3

Result = TypeVar("Result")
Action = Callable[["sqlite3.Connection"], Result]

PATIENCE = 5.0
"""Seconds to wait for another session to finish writing."""

SMALLEST = 512
"""Bytes that any file of SQLite's has at least, if it is not empty."""

_TURN = threading.RLock()
"""Threads take turns, for SQLite's locks on a file are the whole process's (see `folder.set_aside`)."""


class Database:
    """A file of state that is opened for each transaction, so that nothing is held while the reader reads.

    SQLite is imported (5 ms) when there is something to read or to write, not before.
    """

    def __init__(self, path: Path | None, tell: Callable[[Trouble], None]) -> None:
        """`path` is None for memory; `tell` hears of every trouble."""
        self._path = path
        self._tell = tell
        self._memory: sqlite3.Connection | None = None
        self._known = State()
        if path is not None:
            with _TURN:
                self._examine(path)

    @property
    def on_disk(self) -> bool:
        """Whether changes go to disk; otherwise they end with the program."""
        return self._path is not None

    def read(self) -> State:
        """What is kept; what was when it was last read, if it can't be now."""
        if self._memory is None and (self._path is None or folder.is_blank(self._path)):
            return State()
        with suppress(NotKeptError):
            self._known = self._run(schema.read, changes=False)
        return self._known

    def write(self, action: "Action[Result]") -> Result:
        """Have the changes of an action on disk, all or none; NotKeptError when that fails."""
        return self._run(action, changes=True)

    def close(self) -> None:
        """Let go of what is in memory."""
        with _TURN:
            if self._memory is not None:
                self._memory.close()
                self._memory = None

    def _run(self, action: "Action[Result]", changes: bool) -> Result:
        import sqlite3

        with _TURN:
            if self._path is None:
                return _transaction(self._in_memory(), action, changes=True)
            try:
                return self._attempt(self._path, action, changes)
            except (sqlite3.Error, OSError, DamagedError, NewerError) as error:
                trouble = _trouble(error, self._path)
                self._tell(trouble)
                raise NotKeptError(trouble) from error

    def _attempt(self, path: Path, action: "Action[Result]", changes: bool) -> Result:
        """A transaction; once more if a damaged file stood in the way, or the file was taken away under it."""
        import sqlite3

        try:
            return self._once(path, action, changes)
        except (sqlite3.Error, DamagedError) as error:
            if _is_damage(error):
                self._set_aside(path)
            elif getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_READONLY_DBMOVED:
                raise
        return self._once(path, action, changes=True)

    def _once(self, path: Path, action: "Action[Result]", changes: bool) -> Result:
        if changes:
            folder.make_private(path)
        with _connection(path) as db:
            return _transaction(db, action, changes)

    def _examine(self, path: Path) -> None:
        """Find out what can be done with the file; what can't be changed is copied into memory."""
        if folder.is_blank(path):
            if not folder.can_make(path):
                self._path = None
                self._tell(_about("unwritable", path))
            return
        if not (os.access(path, os.R_OK) and path.is_file()):
            self._path = None
            self._tell(_about("unreadable", path))
            return
        import sqlite3

        if not folder.can_change(path):
            self._copy(path, _about("read-only", path))
            return
        try:
            self._attempt(path, schema.check, changes=False)
            self._known = self._attempt(path, schema.read, changes=False)
        except NewerError as error:
            self._copy(path, _trouble(error, path))
        except (sqlite3.Error, OSError, DamagedError) as error:
            self._copy(path, _about("read-only", path, reason=str(error)))

    def _copy(self, path: Path, trouble: Trouble) -> None:
        """From now on work in memory, beginning with what can be read of the file."""
        import sqlite3

        self._path = None
        memory = self._in_memory()
        try:
            with _only_reading(path) as source, closing(_plain_connection(":memory:")) as whole:
                source.backup(whole)
                try:
                    schema.migrate(whole)
                    schema.read(whole)
                    whole.backup(memory)
                except NewerError:
                    schema.copy_known(whole, memory)
            self._known = schema.read(memory)
            self._tell(trouble)
        except (sqlite3.Error, OSError, DamagedError) as error:
            self._tell(_about("unreadable", path, reason=str(error)))

    def _in_memory(self) -> "sqlite3.Connection":
        if self._memory is None:
            self._memory = _plain_connection(":memory:")
            schema.migrate(self._memory)
        return self._memory

    def _set_aside(self, path: Path) -> None:
        kept = folder.set_aside(path, _damaged, PATIENCE)
        if kept is not None:
            self._tell(_about("damaged", path, kept=str(kept)))


def _transaction(db: "sqlite3.Connection", action: "Action[Result]", changes: bool) -> Result:
    import sqlite3

    # The version, too, is read inside: another session may be making the tables just now.
    db.execute("BEGIN IMMEDIATE" if changes else "BEGIN")
    try:
        if changes:
            schema.migrate(db)
        elif schema.version_of(db) < len(schema.MIGRATIONS):
            # An old file needs its migration even to be read, and a transaction that began as a reader might
            # have to give way to another writer instead of waiting for it.
            db.execute("ROLLBACK")
            return _transaction(db, action, changes=True)
        result = action(db)
        db.execute("COMMIT")
        return result
    except BaseException:
        if db.in_transaction:
            with suppress(sqlite3.Error):
                db.execute("ROLLBACK")
        raise


@contextmanager
def _connection(path: Path) -> "Iterator[sqlite3.Connection]":
    """A file opened for reading and writing. A transaction that was cut short is undone by SQLite on the way."""
    if 0 < path.stat().st_size < SMALLEST and not Path(f"{path}-journal").exists():
        # SQLite would take it for an empty file, and write over what is left.
        raise DamagedError
    with closing(_plain_connection(f"{path.absolute().as_uri()}?mode=rw")) as db:
        # Never WAL: it can't even be read on a full or read-only disk, and does not work over NFS.
        db.execute("PRAGMA journal_mode = DELETE")
        # EXTRA also syncs the folder after the journal is gone. With FULL a loss of power can undo a commit.
        db.execute("PRAGMA synchronous = EXTRA")
        yield db


@contextmanager
def _only_reading(path: Path) -> "Iterator[sqlite3.Connection]":
    """A file opened for reading.

    Where a transaction was cut short and can't be undone in place, that is done to a copy in a temporary folder.
    """
    import sqlite3

    with closing(_plain_connection(f"{path.absolute().as_uri()}?mode=ro")) as db:
        try:
            db.execute("SELECT 1 FROM sqlite_master").fetchone()
            cut_short = False
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
            cut_short = True
        if not cut_short:
            yield db
            return
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory(prefix="kzterm-") as folder_of_copy:
        copy = Path(folder_of_copy) / "state"
        shutil.copyfile(path, copy)
        shutil.copyfile(f"{path}-journal", f"{copy}-journal")
        with _connection(copy) as db:
            yield db


def _plain_connection(name: str) -> "sqlite3.Connection":
    import sqlite3

    # What is in memory is used by the saving thread and the reader's in turn.
    db = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=True)
    db.text_factory = lambda stored: stored.decode("utf-8", "replace")
    return db


def _damaged(path: Path) -> bool:
    import sqlite3

    if folder.is_blank(path):
        return False
    try:
        with _connection(path) as db:
            db.execute("BEGIN")
            schema.check(db)
            if schema.version_of(db):
                schema.read(db)
    except (sqlite3.Error, DamagedError) as error:
        return _is_damage(error)
    except NewerError:
        pass
    return False


def _is_damage(error: Exception) -> bool:
    import sqlite3

    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return isinstance(error, DamagedError) or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _trouble(error: Exception, path: Path) -> Trouble:
    """What an error means for the reader."""
    import sqlite3

    if isinstance(error, NewerError):
        return _about("newer", path, version=str(error.version))
    if isinstance(error, OSError):
        code = "full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "unwritable"
        return _about(code, path, reason=error.strerror or str(error))
    code = {sqlite3.SQLITE_FULL: "full", sqlite3.SQLITE_BUSY: "busy"}.get(
        getattr(error, "sqlite_errorcode", 0) & 0xFF, "unwritable"
    )
    return _about(code, path, reason=str(error))


def _about(code: str, path: Path, **values: str) -> Trouble:
    return Trouble(code, {name: cleaned(value) for name, value in {"path": str(path), **values}.items()})
