"""Keeping what a reader does: notes, marks and the dossier at once, the rest a moment later."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzterm.store import schema
from kzterm.store.database import Database
from kzterm.store.folder import state_file
from kzterm.store.records import Mark, Note, NotKeptError, State, Taken, Trouble, Visit
from kzterm.store.schema import MOST_COMMANDS, Command, Snapshot
from kzterm.text.clean import cleaned

if TYPE_CHECKING:
    import sqlite3

PAUSE = 0.3
"""Seconds between the first thing queued and the writing, for the paint and for what follows at once."""

Clock = Callable[[], str]
"""Says the time in ISO 8601 with the offset from UTC."""


def now() -> str:
    """The time by the clock of this machine, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def open_store(briefing_id: str, origin: Path | None, home: Path | None, clock: Clock = now) -> "Store":
    """The state of this reader in a briefing. Never fails: where nothing can be kept, `writable` and `warning` say so.

    `origin` is the briefing's folder, None for the bundled one; `home` is what `state_home` found. Until there is
    something to keep, no file and no folder is made.
    """
    return Store(
        state_file(home, briefing_id, origin) if home else None, Trouble("homeless") if not home else None, clock
    )


def memory_store(clock: Clock = now) -> "Store":
    """A store that reads and writes nothing on disk, as `--no-save` asks."""
    return Store(None, None, clock)


@dataclass(slots=True)
class _Queue:
    """What is still to be written. Its size is bounded by the briefing's, however long writing fails."""

    visits: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    """For each id first and last time and count, by last visit."""
    commands: deque[str] = field(default_factory=lambda: deque(maxlen=MOST_COMMANDS))
    place: tuple[dict[str, Any], str] | None = None
    """The snapshot, and when."""

    def visit(self, key: str, first: str, last: str, count: int) -> None:
        before = self.visits.pop(key, None)
        self.visits[key] = (before[0], last, before[2] + count) if before else (first, last, count)

    def followed_by(self, later: "_Queue") -> "_Queue":
        for key, visit in later.visits.items():
            self.visit(key, *visit)
        self.commands.extend(later.commands)
        self.place = later.place or self.place
        return self

    def __bool__(self) -> bool:
        return bool(self.visits or self.commands or self.place)


class Store:
    """One reader's state in one briefing. Any thread may call.

    Methods that return a record have it on disk when they return, and raise NotKeptError when it is not. If not
    `writable`, they keep it until the program ends, and do not raise.
    """

    def __init__(self, path: Path | None, trouble: Trouble | None, clock: Clock) -> None:
        self._clock = clock
        self._troubles: list[Trouble] = []
        self._told = 0
        self._queue = _Queue()
        self._queueing = threading.Lock()
        self._saving = threading.Lock()
        self._timer: threading.Timer | None = None
        self._closed = False
        if trouble:
            self._trouble(trouble)
        self._database = Database(path, self._trouble)

    @property
    def writable(self) -> bool:
        """Whether state goes to disk. A single write may fail all the same."""
        return self._database.on_disk

    @property
    def warning(self) -> Trouble | None:
        """The first trouble so far."""
        return self._troubles[0] if self._troubles else None

    def untold(self) -> Trouble | None:
        """The next trouble that was not asked for yet: each kind once, so that a reader is warned once.

        To be asked after opening and after every turn, for the saving thread may meet one at any time.
        """
        if self._told == len(self._troubles):
            return None
        self._told += 1
        return self._troubles[self._told - 1]

    def load(self) -> State:
        """All that is kept, other sessions' changes included; what is queued is not."""
        return self._database.read()

    def add_note(self, text: str, scene: str, target: str | None = None) -> Note:
        """Write a note down."""
        when = self._clock()

        def add(db: "sqlite3.Connection") -> Note:
            about = None if target is None else cleaned(target)
            return schema.put(db, Note(0, cleaned(text), cleaned(scene), about, when, schema.next_order(db)))

        return self._database.write(add)

    def edit_note(self, note_id: int, text: str) -> Note | None:
        """Change the words of a note, not its standing; None when there is no such note."""

        def edit(db: "sqlite3.Connection") -> Note | None:
            found = schema.remove(db, Note, note_id)
            return schema.put(db, replace(found, text=cleaned(text))) if found else None

        return self._database.write(edit)

    def delete_note(self, note_id: int) -> Note | None:
        """Delete a note; returns it, None when there is no such note."""
        return self._database.write(lambda db: schema.remove(db, Note, note_id))

    def mark(self, scene: str, address: str, note: str | None = None) -> Mark:
        """Mark a place. A mark that is there stays, and takes the new note if there is one."""
        when = self._clock()

        def put(db: "sqlite3.Connection") -> Mark:
            words = None if note is None else cleaned(note)
            place = cleaned(scene), cleaned(address)
            if found := schema.rows(db, Mark, "scene = ? AND address = ?", *place):
                return found[0] if words is None else schema.put(db, replace(found[0], note=words))
            return schema.put(db, Mark(0, *place, words, when, schema.next_order(db)))

        return self._database.write(put)

    def unmark(self, mark_id: int) -> Mark | None:
        """Delete a mark; returns it, None when there is no such mark."""
        return self._database.write(lambda db: schema.remove(db, Mark, mark_id))

    def take(self, card_id: str) -> Taken:
        """Put a card into the dossier; one that is there stays as it is."""
        when = self._clock()

        def put(db: "sqlite3.Connection") -> Taken:
            key = cleaned(card_id)
            found = schema.rows(db, Taken, "id = ?", key)
            return found[0] if found else schema.put(db, Taken(key, when, schema.next_order(db)))

        return self._database.write(put)

    def drop(self, card_id: str) -> Taken | None:
        """Take a card out of the dossier; returns what was there, None when it was not."""
        return self._database.write(lambda db: schema.remove(db, Taken, cleaned(card_id)))

    def restore(self, record: Note | Mark | Taken) -> None:
        """Put back what was deleted or changed, with its id and its place in the order: the way to undo."""
        self._database.write(lambda db: schema.put(db, record))

    def visit(self, visited_id: str) -> None:
        """Queue that something was opened now."""
        when = self._clock()
        with self._queueing:
            self._queue.visit(cleaned(visited_id), when, when, 1)
        self._soon()

    def command(self, line: str) -> None:
        """Queue a typed line."""
        with self._queueing:
            self._queue.commands.append(cleaned(line))
        self._soon()

    def later(self, snapshot: dict[str, Any]) -> None:
        """Queue where the reader is, as JSON can hold it; the last one counts. It must not be changed afterwards."""
        with self._queueing:
            self._queue.place = snapshot, self._clock()
        self._soon()

    def flush(self) -> bool:
        """Write what is queued, now; False when that failed. It stays queued then, for the next time."""
        with self._saving:
            with self._queueing:
                queue, self._queue = self._queue, _Queue()
                self._timer = None
            if not queue:
                return True
            try:
                self._database.write(lambda db: _write(db, queue))
            except NotKeptError:
                with self._queueing:
                    self._queue = queue.followed_by(self._queue)
                return False
            return True

    def close(self) -> bool:
        """Write what is queued, and end; False when that failed."""
        with self._queueing:
            self._closed = True
            if self._timer:
                self._timer.cancel()
        done = not self.writable or self.flush()
        self._database.close()
        return done

    def _soon(self) -> None:
        """Have a thread write in a moment, unless one is about to."""
        with self._queueing:
            if self._timer is not None or self._closed or not self.writable:
                return
            self._timer = threading.Timer(PAUSE, self.flush)
            self._timer.daemon = True
            try:
                self._timer.start()
            except RuntimeError:
                # No more threads to be had: `close` writes it.
                self._timer = None

    def _trouble(self, trouble: Trouble) -> None:
        if all(trouble.code != earlier.code for earlier in self._troubles):
            self._troubles.append(trouble)


def _write(db: "sqlite3.Connection", queue: _Queue) -> None:
    import json

    for key, (first, last, count) in queue.visits.items():
        before = schema.rows(db, Visit, "id = ?", key)
        visit = Visit(key, first, last, count, schema.next_order(db))
        if before:
            visit = replace(visit, first=before[0].first, count=before[0].count + count)
        schema.put(db, visit)
    for line in queue.commands:
        schema.put(db, Command(line, schema.next_order(db)))
    if queue.commands:
        kept = f'SELECT "order" FROM commands ORDER BY "order" DESC LIMIT {MOST_COMMANDS}'
        db.execute(f'DELETE FROM commands WHERE "order" NOT IN ({kept})')
    if queue.place:
        snapshot, when = queue.place
        schema.put(db, Snapshot(1, json.dumps(snapshot), when, schema.next_order(db)))
