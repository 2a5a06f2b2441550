"""State that makes no sense is set aside, and state of a later version is left alone."""

import os
import random
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from writers import acknowledged, file_in, note_texts, run_sql, start_writer

from kzterm.store import NotKeptError, State, Store, database, folder, open_store
from kzterm.store import schema as schema_module

LATER = len(schema_module.MIGRATIONS) + 1


@pytest.fixture
def home(tmp_path: Path) -> Path:
    store = open_store("briefing", None, tmp_path)
    for number in range(100):
        store.visit(f"scene-{number}")
        store.command("x" * 200)
    store.later({"scene": "s"})
    store.flush()
    store.add_note("before", "s")
    store.take("card")
    return tmp_path


def set_aside(home: Path) -> list[Path]:
    return sorted(home.glob("kzterm/*.bad-*"))


def begins_anew(home: Path, damaged: bytes) -> None:
    """Opening says what happened, keeps the damaged file, and starts with nothing."""
    store = open_store("briefing", None, home)
    assert store.writable
    assert store.load() == State()
    (kept,) = set_aside(home)
    assert kept.read_bytes() == damaged
    told = store.untold()
    assert told is not None
    assert (told.code, told.values["kept"]) == ("damaged", str(kept))
    assert store.untold() is None
    store.add_note("after", "s")
    again = open_store("briefing", None, home)
    assert again.warning is None
    assert [note.text for note in again.load().notes] == ["after"]
    assert set_aside(home) == [kept]


@pytest.mark.parametrize("size", [1, 99, 512, 5000])
def test_random_bytes(home: Path, size: int) -> None:
    damaged = random.Random(size).randbytes(size)
    file_in(home).write_bytes(damaged)
    begins_anew(home, damaged)


@pytest.mark.parametrize("part", [0.01, 0.2, 0.5, 0.95])
def test_a_truncated_file(home: Path, part: float) -> None:
    whole = file_in(home).read_bytes()
    damaged = whole[: int(len(whole) * part)]
    file_in(home).write_bytes(damaged)
    begins_anew(home, damaged)


def test_pages_overwritten_in_the_middle(home: Path) -> None:
    damaged = bytearray(file_in(home).read_bytes())
    damaged[4096:12288] = random.Random(1).randbytes(8192)
    file_in(home).write_bytes(damaged)
    begins_anew(home, bytes(damaged))


@pytest.mark.parametrize("statement", ["DROP TABLE notes", "ALTER TABLE marks DROP COLUMN note", "DROP TABLE snapshot"])
def test_tables_that_are_not_ours(home: Path, statement: str) -> None:
    run_sql(file_in(home), statement)
    begins_anew(home, file_in(home).read_bytes())


@pytest.mark.parametrize("version", [0, -3])
def test_somebody_elses_database(tmp_path: Path, version: int) -> None:
    file_in(tmp_path).parent.mkdir()
    run_sql(file_in(tmp_path), "CREATE TABLE notes (melody)", f"PRAGMA user_version = {version}")
    begins_anew(tmp_path, file_in(tmp_path).read_bytes())


def test_an_empty_file_is_a_beginning(tmp_path: Path) -> None:
    file_in(tmp_path).parent.mkdir()
    file_in(tmp_path).touch()
    store = open_store("briefing", None, tmp_path)
    assert store.load() == State()
    store.add_note("n", "s")
    assert store.warning is None
    assert note_texts(tmp_path) == ["n"]
    assert set_aside(tmp_path) == []


def test_the_journal_goes_with_the_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "state"
    journal = Path(f"{path}-journal")
    path.write_text("x")
    journal.write_text("y")
    assert folder.set_aside(path, lambda copy: False, 1) is None
    assert (path.read_text(), journal.read_text()) == ("x", "y")
    assert sorted(tmp_path.iterdir()) == [path, journal]
    kept = folder.set_aside(path, lambda copy: True, 1)
    assert kept is not None
    assert (kept.read_text(), Path(f"{kept}-journal").read_text()) == ("x", "y")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert path.read_text() == ""
    assert not journal.exists()


def test_a_damaged_file_that_is_held_for_too_long(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file_in(home).write_bytes(b"x" * 3000)
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    code = (
        "import fcntl, sys; file = open(sys.argv[1], 'r+b'); fcntl.lockf(file, fcntl.LOCK_SH, 1, 0x40000002); "
        "print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(file_in(home))], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        store = open_store("briefing", None, home)
        assert not store.writable
        assert store.warning is not None
        assert store.warning.code == "unreadable"
        assert file_in(home).read_bytes() == b"x" * 3000
        holder.communicate()
    begins_anew(home, b"x" * 3000)


def test_damage_again_and_again_keeps_every_file(home: Path) -> None:
    for number in range(5):
        file_in(home).write_bytes(bytes([65 + number]) * 3000)
        open_store("briefing", None, home)
    assert sorted(path.read_bytes()[:1] for path in set_aside(home)) == [b"A", b"B", b"C", b"D", b"E"]


def test_damage_under_an_open_session(home: Path) -> None:
    store = open_store("briefing", None, home)
    file_in(home).write_bytes(b"x" * 3000)
    store.add_note("after", "s")
    assert note_texts(home) == ["after"]
    assert store.warning is not None
    assert store.warning.code == "damaged"


def test_damage_found_while_reading_again(home: Path) -> None:
    store = open_store("briefing", None, home)
    file_in(home).write_bytes(b"x" * 3000)
    assert store.load() == State()
    assert store.warning is not None
    assert store.warning.code == "damaged"


@pytest.mark.parametrize("attempt", range(3))
def test_sessions_that_find_the_damage_together_lose_nothing(tmp_path: Path, attempt: int) -> None:
    file_in(tmp_path).parent.mkdir()
    file_in(tmp_path).write_bytes(b"x" * 3000)
    writers = [start_writer(tmp_path, word, 10) for word in "abcd"]
    said = [line for writer in writers for line in acknowledged(writer)]
    assert len(said) == 40
    assert sorted(note_texts(tmp_path)) == sorted(said)
    assert len(set_aside(tmp_path)) == 1


def test_damage_found_by_two_threads_at_once(tmp_path: Path) -> None:
    file_in(tmp_path).parent.mkdir()
    file_in(tmp_path).write_bytes(b"x" * 3000)
    together = threading.Barrier(4)
    stores: list[Store] = []

    def begin(word: str) -> None:
        together.wait(20)
        store = open_store("briefing", None, tmp_path)
        store.add_note(word, "s")
        stores.append(store)

    threads = [threading.Thread(target=begin, args=(word,)) for word in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(stores) == 4
    assert sorted(note_texts(tmp_path)) == ["a", "b", "c", "d"]


def test_a_folder_or_a_pipe_in_place_of_the_file(tmp_path: Path) -> None:
    file_in(tmp_path).parent.mkdir()
    for make in (os.mkdir, os.mkfifo):
        make(file_in(tmp_path))
        store = open_store("briefing", None, tmp_path)
        assert not store.writable
        assert store.warning is not None
        assert store.warning.code == "unreadable"
        store.add_note("n", "s")
        if make is os.mkdir:
            file_in(tmp_path).rmdir()


def test_a_linked_file_is_used_where_it_is(tmp_path: Path) -> None:
    open_store("briefing", None, tmp_path / "a").add_note("before", "s")
    file_in(tmp_path / "b").parent.mkdir(parents=True)
    file_in(tmp_path / "b").symlink_to(file_in(tmp_path / "a"))
    store = open_store("briefing", None, tmp_path / "b")
    store.add_note("after", "s")
    assert store.warning is None
    assert note_texts(tmp_path / "a") == ["before", "after"]
    assert file_in(tmp_path / "b").is_symlink()
    file_in(tmp_path / "a").unlink()
    dangling = open_store("briefing", None, tmp_path / "b")
    assert not dangling.writable
    assert not file_in(tmp_path / "a").exists()


@pytest.mark.parametrize(
    "statements",
    [
        [],
        ["ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'", "DROP TABLE snapshot"],
        ["DROP TABLE marks", "ALTER TABLE visits DROP COLUMN first", "CREATE TABLE extra (x)"],
    ],
)
def test_a_later_version_is_read_and_left_alone(home: Path, statements: list[str]) -> None:
    run_sql(file_in(home), *statements, f"PRAGMA user_version = {LATER}")
    before = file_in(home).read_bytes()
    store = open_store("briefing", None, home)
    assert not store.writable
    assert [note.text for note in store.load().notes] == ["before"]
    assert [taken.id for taken in store.load().taken] == ["card"]
    added = store.add_note("added", "s")
    store.later({"scene": "elsewhere"})
    assert store.close()
    told = store.untold()
    assert told is not None
    assert (told.code, told.values["version"]) == ("newer", str(LATER))
    assert store.untold() is None
    assert added.order > 100
    assert file_in(home).read_bytes() == before
    assert len(list(file_in(home).parent.iterdir())) == 1


def test_an_upgrade_by_another_session_stops_this_one(home: Path) -> None:
    store = open_store("briefing", None, home)
    run_sql(file_in(home), f"PRAGMA user_version = {LATER}")
    before = file_in(home).read_bytes()
    with pytest.raises(NotKeptError) as failed:
        store.add_note("n", "s")
    assert failed.value.trouble.code == "newer"
    assert [note.text for note in store.load().notes] == ["before"]
    assert file_in(home).read_bytes() == before


def test_an_older_version_is_brought_forward(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def shout(db: sqlite3.Connection) -> None:
        db.execute("UPDATE notes SET text = upper(text)")

    monkeypatch.setattr(schema_module, "MIGRATIONS", (*schema_module.MIGRATIONS, shout))
    assert note_texts(home) == ["BEFORE"]
    open_store("briefing", None, home).add_note("after", "s")
    assert note_texts(home) == ["BEFORE", "after"]


def test_a_migration_that_fails_leaves_the_old_version(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file_in(home).read_bytes()

    def fail(db: sqlite3.Connection) -> None:
        if db.execute("DELETE FROM notes").rowcount:
            db.execute("SELECT melody FROM notes")

    with monkeypatch.context() as patched:
        patched.setattr(schema_module, "MIGRATIONS", (*schema_module.MIGRATIONS, fail))
        store = open_store("briefing", None, home)
        assert not store.writable
        assert store.warning is not None
        assert store.warning.code == "unreadable"
        store.add_note("n", "s")
    assert file_in(home).read_bytes() == before
    assert note_texts(home) == ["before"]
