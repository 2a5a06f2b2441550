"""Nothing acknowledged is lost: killed processes, full and read-only disks, two sessions at once."""

import os
import random
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from writers import acknowledged, file_in, note_texts, run_sql, start_writer

from kzterm.store import NotKeptError, open_store
from kzterm.store import database as database_module
from kzterm.store import folder as folder_module

Mount = Callable[[str], Path]


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Mount]:
    """Mounts a file system in memory, with options; skips where that is not allowed."""
    folder = tmp_path / "mounted"
    folder.mkdir()

    def mount(options: str) -> Path:
        done = shutil.which("mount") and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False
        )
        if not done or done.returncode:
            pytest.skip("mounting is not allowed here")
        return folder

    yield mount
    subprocess.run(["umount", "--lazy", str(folder)], capture_output=True, check=False)


def test_a_killed_process_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(2022)
    said: list[str] = []
    for kill in range(25):
        writer = start_writer(tmp_path, f"run{kill}")
        assert writer.stdout is not None
        said += [writer.stdout.readline().decode().removesuffix("\n") for _ in range(chance.randint(1, 6))]
        time.sleep(chance.uniform(0, 0.004))
        writer.kill()
        said += acknowledged(writer)
        if kill % 5 == 0:
            assert set(said) <= set(note_texts(tmp_path))
    store = open_store("briefing", None, tmp_path)
    kept = [note.text for note in store.load().notes]
    assert store.warning is None
    assert [text for text in kept if text in set(said)] == said
    assert len(kept) - len(said) <= 25, "more than the one note that each process had in hand"


def test_a_process_killed_at_its_very_first_write(tmp_path: Path) -> None:
    for kill in range(12):
        home = tmp_path / str(kill)
        writer = start_writer(home, "first")
        until = time.monotonic() + 30
        while not (home / "kzterm").exists() and time.monotonic() < until:
            time.sleep(0.0002)
        time.sleep(kill * 0.0005)
        writer.kill()
        said = acknowledged(writer)
        store = open_store("briefing", None, home)
        assert set(said) <= {note.text for note in store.load().notes}
        store.add_note("after", "s")
        assert store.warning is None


def test_two_sessions_at_once_both_keep_everything(tmp_path: Path) -> None:
    writers = [start_writer(tmp_path, word, 200) for word in ("left", "right")]
    said = [acknowledged(writer) for writer in writers]
    assert said == [[f"{word}-{number}" for number in range(200)] for word in ("left", "right")]
    store = open_store("briefing", None, tmp_path)
    state = store.load()
    assert sorted(note.text for note in state.notes) == sorted(said[0] + said[1])
    assert len({note.order for note in state.notes}) == 400
    assert sum(visit.count for visit in state.visits) == 400
    assert state.place in ({"scene": "left-199"}, {"scene": "right-199"})


def test_open_sessions_see_each_other(tmp_path: Path) -> None:
    one, two = (open_store("briefing", None, tmp_path) for _ in range(2))
    first = one.add_note("one", "s")
    two.add_note("two", "s")
    one.edit_note(first.id, "one, edited")
    for session, place in ((one, "a"), (two, "b")):
        session.later({"scene": place})
        session.flush()
    for session in (one, two):
        assert [note.text for note in session.load().notes] == ["one, edited", "two"]
        assert session.load().place == {"scene": "b"}


def test_a_session_that_holds_the_file_for_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store("briefing", None, tmp_path)
    store.add_note("before", "s")
    monkeypatch.setattr(database_module, "PATIENCE", 0.05)
    with closing(sqlite3.connect(file_in(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotKeptError) as failed:
            store.add_note("during", "s")
        for turn in (1, 2):
            store.visit("s")
            store.command(f"look {turn}")
            store.later({"turn": turn})
            assert not store.flush()
    assert failed.value.trouble.code == "busy"
    store.add_note("after", "s")
    store.visit("s")
    assert store.flush()
    state = store.load()
    assert ([visit.count for visit in state.visits], state.commands) == ([3], ("look 1", "look 2"))
    assert state.place == {"turn": 2}
    assert note_texts(tmp_path) == ["before", "after"]


def test_a_full_disk_keeps_what_it_has(mounted: Mount) -> None:
    home = mounted("size=1m,mode=700")
    store = open_store("briefing", None, home)
    kept = [store.add_note(f"{number} " + "x" * 500, "s").text for number in range(20)]
    _fill(home / "filler")
    with pytest.raises(NotKeptError) as failed:
        for number in range(100):
            kept.append(store.add_note(f"more {number} " + "x" * 500, "s").text)
    assert failed.value.trouble.code == "full"
    store.later({"scene": "s" * 9000})
    assert not store.flush()
    told = store.untold()
    assert told is not None
    assert told.code == "full"
    assert store.untold() is None
    again = open_store("briefing", None, home)
    assert again.warning is None
    for session in (store, again):
        assert [note.text for note in session.load().notes] == kept
    (home / "filler").unlink()
    kept.append(store.add_note("room again", "s").text)
    assert store.flush()
    assert note_texts(home) == kept
    assert again.load().place == {"scene": "s" * 9000}


def test_a_disk_that_is_full_from_the_start(mounted: Mount) -> None:
    home = mounted("size=64k,mode=700")
    _fill(home / "filler")
    for _ in range(2):
        store = open_store("briefing", None, home)
        with pytest.raises(NotKeptError) as failed:
            store.add_note("n", "s")
        assert failed.value.trouble.code == "full"
        assert store.load().notes == ()
    (home / "filler").unlink()
    store.add_note("n", "s")
    assert note_texts(home) == ["n"]


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as filler:
        for size in (65536, 1):
            try:
                while True:
                    filler.write(b"x" * size)
            except OSError:
                continue


def test_sqlite_out_of_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same where nothing can be mounted: SQLite itself says that the disk is full."""
    store = open_store("briefing", None, tmp_path)
    store.add_note("before", "s")
    opened = database_module._plain_connection

    def bounded(name: str) -> sqlite3.Connection:
        db = opened(name)
        db.execute("PRAGMA max_page_count = 1")
        return db

    with monkeypatch.context() as patched:
        patched.setattr(database_module, "_plain_connection", bounded)
        with pytest.raises(NotKeptError) as failed:
            store.add_note("x" * 100_000, "s")
        assert failed.value.trouble.code == "full"
        assert [note.text for note in store.load().notes] == ["before"]
    store.add_note("after", "s")
    assert note_texts(tmp_path) == ["before", "after"]


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    said = acknowledged(start_writer(tmp_path, "word" * 50, 300, most_bytes=60_000))
    kept = [line for line in said if not line.startswith("!")]
    assert len(said) == 300
    assert len(kept) >= 20
    assert said[-1] == "! unwritable"
    assert note_texts(tmp_path) == kept


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "kzterm").write_text("mine")
    for home in (tmp_path, tmp_path / "kzterm", tmp_path / "kzterm" / "deeper"):
        store = open_store("briefing", None, home)
        assert not store.writable
        assert store.warning is not None
        assert store.warning.code == "unwritable"
        assert str(home) in store.warning.values["path"]
        store.add_note("n", "s")
        assert [note.text for note in store.load().notes] == ["n"]
        assert store.close()
    assert (tmp_path / "kzterm").read_text() == "mine"


def test_the_folder_is_lost_in_the_middle(tmp_path: Path) -> None:
    store = open_store("briefing", None, tmp_path / "home")
    (tmp_path / "home").write_text("mine")
    with pytest.raises(NotKeptError) as failed:
        store.add_note("n", "s")
    assert failed.value.trouble.code == "unwritable"
    store.visit("s")
    assert not store.close()


def test_a_read_only_disk(mounted: Mount) -> None:
    home = mounted("size=1m,mode=700")
    open_store("briefing", None, home).add_note("before", "s")
    before = file_in(home).read_bytes()
    subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
    store = open_store("briefing", None, home)
    _reads_and_goes_on_in_memory(store_home=home, before=before)
    assert store.warning is not None
    assert store.warning.code == "read-only"
    other = open_store("another", None, home)
    assert not other.writable
    assert other.warning is not None
    assert other.warning.code == "unwritable"


def test_a_file_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same where nothing can be mounted, and for root, whom permissions do not bind."""
    open_store("briefing", None, tmp_path).add_note("before", "s")
    monkeypatch.setattr(folder_module, "can_change", lambda path: False)
    _reads_and_goes_on_in_memory(tmp_path, file_in(tmp_path).read_bytes())


def _reads_and_goes_on_in_memory(store_home: Path, before: bytes) -> None:
    store = open_store("briefing", None, store_home)
    assert not store.writable
    assert [note.text for note in store.load().notes] == ["before"]
    added = store.add_note("added", "s")
    assert store.delete_note(store.load().notes[0].id) is not None
    assert store.load().notes == (added,)
    store.later({"scene": "s"})
    assert store.close()
    told = store.untold()
    assert told is not None
    assert told.code == "read-only"
    assert store.untold() is None
    assert file_in(store_home).read_bytes() == before
    assert [path.name for path in file_in(store_home).parent.iterdir()] == [file_in(store_home).name]


@pytest.fixture
def cut_short(tmp_path: Path) -> Path:
    """A home whose state a process was changing when it was killed: half of it is in the file."""
    open_store("briefing", None, tmp_path).add_note("before", "s")
    child = os.fork()
    if not child:
        db = sqlite3.connect(file_in(tmp_path), isolation_level=None)
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE notes SET text = 'half'")
        db.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
            "INSERT INTO taken SELECT hex(randomblob(50)), '', i FROM n"
        )
        os._exit(0)
    os.waitpid(child, 0)
    assert Path(f"{file_in(tmp_path)}-journal").stat().st_size > 512
    return tmp_path


def test_a_change_that_was_cut_short_is_undone(cut_short: Path) -> None:
    assert note_texts(cut_short) == ["before"]
    assert open_store("briefing", None, cut_short).load().taken == ()
    assert not Path(f"{file_in(cut_short)}-journal").exists()


def test_also_where_nothing_can_be_written(cut_short: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file_in(cut_short).read_bytes()
    monkeypatch.setattr(folder_module, "can_change", lambda path: False)
    store = open_store("briefing", None, cut_short)
    assert [note.text for note in store.load().notes] == ["before"]
    assert store.load().taken == ()
    assert store.warning is not None
    assert store.warning.code == "read-only"
    assert file_in(cut_short).read_bytes() == before


def test_the_file_is_removed_under_an_open_session(tmp_path: Path) -> None:
    store = open_store("briefing", None, tmp_path)
    store.add_note("gone", "s")
    shutil.rmtree(tmp_path / "kzterm")
    assert store.load().notes == ()
    store.add_note("kept", "s")
    assert note_texts(tmp_path) == ["kept"]


def test_a_failed_change_changes_nothing(tmp_path: Path) -> None:
    store = open_store("briefing", None, tmp_path)
    note = store.add_note("before", "s")
    run_sql(
        file_in(tmp_path),
        "CREATE TRIGGER refuse BEFORE INSERT ON notes BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    with pytest.raises(NotKeptError):
        store.edit_note(note.id, "after")
    assert note_texts(tmp_path) == ["before"]
