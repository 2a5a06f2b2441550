"""The tables that hold the records, their versions, and reading and writing rows."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

from kzterm.store.records import Mark, Note, State, Taken, Visit
from kzterm.text.clean import cleaned

if TYPE_CHECKING:
    import sqlite3

MOST_COMMANDS = 1000
"""Typed lines that are kept."""
LARGEST_ID = 2**63 - 1
"""The largest number that a row can have."""


class DamagedError(Exception):
    """The file is no state of ours, or no longer."""


class NewerError(Exception):
    """The state was made by a later version of the program."""

    def __init__(self, version: int) -> None:
        super().__init__(f"version {version}")
        self.version = version


@dataclass(frozen=True, slots=True)
class Command:
    """A typed line."""

    line: str
    order: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The one row that says where the reader is."""

    one: int
    """Always 1."""
    json: str
    when: str
    order: int


Record = TypeVar("Record", bound=Note | Mark | Taken | Visit | Command | Snapshot)

TABLES: dict[type[Any], str] = {
    Note: "notes",
    Mark: "marks",
    Taken: "taken",
    Visit: "visits",
    Command: "commands",
    Snapshot: "snapshot",
}
"""For each record its table. Columns are called as the fields are."""

FIRST_TABLES = (
    'CREATE TABLE counter ("order" INTEGER NOT NULL)',
    "INSERT INTO counter VALUES (0)",
    """CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL, scene TEXT NOT NULL, target TEXT,
       "when" TEXT NOT NULL, "order" INTEGER NOT NULL)""",
    """CREATE TABLE marks (id INTEGER PRIMARY KEY AUTOINCREMENT, scene TEXT NOT NULL, address TEXT NOT NULL, note TEXT,
       "when" TEXT NOT NULL, "order" INTEGER NOT NULL, UNIQUE (scene, address))""",
    'CREATE TABLE taken (id TEXT PRIMARY KEY, "when" TEXT NOT NULL, "order" INTEGER NOT NULL)',
    """CREATE TABLE visits (id TEXT PRIMARY KEY, first TEXT NOT NULL, last TEXT NOT NULL, count INTEGER NOT NULL,
       "order" INTEGER NOT NULL)""",
    'CREATE TABLE commands (line TEXT NOT NULL, "order" INTEGER PRIMARY KEY)',
    """CREATE TABLE snapshot (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL, "when" TEXT NOT NULL,
       "order" INTEGER NOT NULL)""",
)


def _first(db: "sqlite3.Connection") -> None:
    for statement in FIRST_TABLES:
        db.execute(statement)


MIGRATIONS: tuple[Callable[["sqlite3.Connection"], None], ...] = (_first,)
"""What brings a file from the version that is its index here to the next. An empty file is version 0."""


def version_of(db: "sqlite3.Connection") -> int:
    """The version of a file; NewerError or DamagedError when it is not one of ours."""
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise NewerError(version)
    if version < 0 or (version == 0 and db.execute("SELECT 1 FROM sqlite_master").fetchone()):
        raise DamagedError
    return version


def migrate(db: "sqlite3.Connection") -> None:
    """Bring the tables to the present version, inside the transaction that is open."""
    for step in MIGRATIONS[version_of(db) :]:
        step(db)
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def check(db: "sqlite3.Connection") -> None:
    """DamagedError (or an error of SQLite's own) when the file contradicts itself."""
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedError


def read(db: "sqlite3.Connection") -> State:
    """Everything. DamagedError when the tables are others than ours."""
    import sqlite3

    try:
        commands = rows(db, Command)
        snapshot = rows(db, Snapshot)
        return State(
            tuple(rows(db, Note)),
            tuple(rows(db, Mark)),
            tuple(rows(db, Taken)),
            tuple(rows(db, Visit)),
            tuple(command.line for command in commands[-MOST_COMMANDS:]),
            _place(snapshot[0].json) if snapshot else None,
        )
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            raise DamagedError from error
        raise


def rows(db: "sqlite3.Connection", kind: type[Record], where: str = "TRUE", *values: object) -> list[Record]:
    """The records of a kind that fit a condition, in their order, free of control characters.

    SQLite lets any column hold any type of value; the casts see to it that each is what its field says.
    """
    table = TABLES[kind]
    # With the table's name before it: a quoted name that is no column would be a text to SQLite, and no error.
    types = kind.__annotations__
    columns = ", ".join(f'CAST({table}."{name}" AS {"INTEGER" if types[name] is int else "TEXT"})' for name in types)
    found = db.execute(f'SELECT {columns} FROM {table} WHERE {where} ORDER BY {table}."order"', values)
    return [kind(*_plain(row)) for row in found]


def _plain(row: tuple[Any, ...]) -> list[Any]:
    return [cleaned(value) if isinstance(value, str) else value for value in row]


def put(db: "sqlite3.Connection", record: Record) -> Record:
    """Write a record, in place of one with the same key. With the id 0 it gets a new one, and is returned with that."""
    columns = ", ".join(f'"{field.name}"' for field in fields(record))
    values = [getattr(record, field.name) for field in fields(record)]
    places = ", ".join("?" * len(values))
    unnumbered = isinstance(record, Note | Mark) and record.id == 0
    if unnumbered:
        values[0] = None
    written = db.execute(f"INSERT OR REPLACE INTO {TABLES[type(record)]} ({columns}) VALUES ({places})", values)
    if unnumbered:
        values[0] = written.lastrowid
    return type(record)(*values)


def remove(db: "sqlite3.Connection", kind: type[Record], key: int | str) -> Record | None:
    """Delete the record with an id; returns what it was, None when there is none."""
    if isinstance(key, int) and not 0 < key <= LARGEST_ID:
        return None
    found = rows(db, kind, "id = ?", key)
    db.execute(f"DELETE FROM {TABLES[kind]} WHERE id = ?", (key,))
    return found[0] if found else None


def next_order(db: "sqlite3.Connection") -> int:
    """Count one further."""
    db.execute('UPDATE counter SET "order" = "order" + 1')
    return int(db.execute('SELECT "order" FROM counter').fetchone()[0])


def copy_known(source: "sqlite3.Connection", target: "sqlite3.Connection") -> None:
    """Write into empty tables all that can be understood of tables of a later version."""
    import sqlite3

    highest = 0
    for kind in TABLES:
        with suppress(sqlite3.Error):
            for record in rows(source, kind):
                put(target, record)
                highest = max(highest, record.order)
    target.execute('UPDATE counter SET "order" = ?', (highest,))


def _place(text: str) -> dict[str, Any] | None:
    import json

    try:
        place = _cleaned(json.loads(text))
    except (ValueError, RecursionError):
        return None
    return place if isinstance(place, dict) else None


def _cleaned(value: Any) -> Any:
    """The same JSON without control characters, which `\\u001b` lets into its strings."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {cleaned(key): _cleaned(item) for key, item in value.items()}
    return value
