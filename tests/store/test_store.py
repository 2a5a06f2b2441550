"""What is kept, and where."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writers import file_in, run_sql

from kzterm.store import Note, State, Store, memory_store, open_store, state_home
from kzterm.store import store as store_module
from kzterm.text.clean import FORBIDDEN, cleaned


def reopened(home: Path) -> Store:
    return open_store("briefing", None, home)


@pytest.fixture(params=["on disk", "in memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = reopened(tmp_path) if request.param == "on disk" else memory_store()
    yield opened
    opened.close()


def test_notes_are_added_edited_and_deleted(store: Store) -> None:
    first = store.add_note("ขนมปัง", "bazaar", "sugar")
    second = store.add_note("two", "bazaar")
    assert store.edit_note(first.id, "one") == Note(first.id, "one", "bazaar", "sugar", first.when, first.order)
    assert [note.text for note in store.load().notes] == ["one", "two"]
    assert store.delete_note(second.id) == second
    assert store.delete_note(second.id) is None
    assert store.edit_note(second.id, "again") is None
    assert store.add_note("three", "bazaar").id > second.id


@pytest.mark.parametrize("note_id", [-1, 0, 7, 2**63, 10**40])
def test_a_note_that_is_not_there(store: Store, note_id: int) -> None:
    assert store.edit_note(note_id, "x") is None
    assert store.delete_note(note_id) is None


def test_a_place_is_marked_once(store: Store) -> None:
    mark = store.mark("bazaar", "sugar")
    assert store.mark("bazaar", "sugar") == mark
    assert store.mark("bazaar", "sugar", "here").note == "here"
    assert store.mark("bazaar", "sugar").note == "here"
    store.mark("bazaar", ":help")
    assert [(mark.address, mark.note) for mark in store.load().marks] == [("sugar", "here"), (":help", None)]
    assert store.unmark(mark.id) is not None
    assert store.unmark(mark.id) is None


def test_the_dossier_keeps_the_order_of_taking(store: Store) -> None:
    for card in ("c", "a", "b", "a"):
        store.take(card)
    assert [taken.id for taken in store.load().taken] == ["c", "a", "b"]
    assert store.drop("a") is not None
    assert store.drop("a") is None
    store.take("a")
    assert [taken.id for taken in store.load().taken] == ["c", "b", "a"]


def test_what_was_deleted_is_put_back_where_it_was(store: Store) -> None:
    notes = [store.add_note(text, "s") for text in "abc"]
    marks = [store.mark("s", address) for address in "abc"]
    taken = [store.take(card) for card in "abc"]
    for deleted in (store.delete_note(notes[1].id), store.unmark(marks[1].id), store.drop("b")):
        assert deleted is not None
        store.restore(deleted)
    state = store.load()
    assert (list(state.notes), list(state.marks), list(state.taken)) == (notes, marks, taken)


def test_what_is_queued_is_there_after_a_flush(store: Store) -> None:
    for scene in ("a", "b", "a"):
        store.visit(scene)
    store.flush()
    store.visit("b")
    store.later({"scene": "a"})
    store.later({"scene": "b", "past": [["a", [0, 3], None]]})
    for number in range(1003):
        store.command(f"look {number}")
    assert store.flush()
    state = store.load()
    assert [(visit.id, visit.count) for visit in state.visits] == [("a", 2), ("b", 2)]
    assert state.place == {"scene": "b", "past": [["a", [0, 3], None]]}
    assert state.commands == tuple(f"look {number}" for number in range(3, 1003))


def test_everything_is_there_in_the_next_session(tmp_path: Path) -> None:
    store = reopened(tmp_path)
    store.add_note("n", "s")
    store.mark("s", "a")
    store.take("t")
    store.visit("s")
    store.command("look")
    store.later({"scene": "s"})
    assert store.close()
    assert reopened(tmp_path).load() == store.load()
    assert store.load().place == {"scene": "s"}


def test_a_thread_writes_what_is_queued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "PAUSE", 0.01)
    store = reopened(tmp_path)
    for number in range(3):
        store.later({"turn": number})
        until = time.monotonic() + 20
        while reopened(tmp_path).load().place != {"turn": number}:
            assert time.monotonic() < until, "nothing was written"
            time.sleep(0.01)


def test_queueing_never_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "PAUSE", 0.0)
    store = reopened(tmp_path)
    store.add_note("n", "s")
    with closing(sqlite3.connect(file_in(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        for number in range(100):
            store.later({"turn": number})
            store.visit("s")
            store.command("look")
        assert time.monotonic() - began < 1
    assert store.close()
    state = store.load()
    assert state.place == {"turn": 99}
    assert [visit.count for visit in state.visits] == [100]


def test_order_is_counted_not_told_by_the_clock(tmp_path: Path) -> None:
    times = iter(["2030-01-01T00:00:00+00:00", "2020-01-01T00:00:00+00:00", "1970-01-01T00:00:00+07:00"])
    store = open_store("briefing", None, tmp_path, clock=lambda: next(times))
    for text in "abc":
        store.add_note(text, "s")
    notes = reopened(tmp_path).load().notes
    assert [note.text for note in notes] == ["a", "b", "c"]
    assert [note.when[:4] for note in notes] == ["2030", "2020", "1970"]


def test_the_time_has_an_offset(tmp_path: Path) -> None:
    assert datetime.fromisoformat(reopened(tmp_path).add_note("n", "s").when).utcoffset() is not None


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        reopened(tmp_path / "new" / "home").add_note("n", "s")
    finally:
        os.umask(before)
    path = file_in(tmp_path / "new" / "home")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in list(path.parents)[:3]} == {0o700}
    path.chmod(0o644)
    path.parent.chmod(0o755)
    reopened(tmp_path / "new" / "home").add_note("n", "s")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_journal_is_a_rollback_journal(tmp_path: Path) -> None:
    reopened(tmp_path).add_note("n", "s")
    run_sql(file_in(tmp_path), "PRAGMA journal_mode = WAL")
    reopened(tmp_path).add_note("n", "s")
    with closing(sqlite3.connect(file_in(tmp_path))) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [path.name for path in file_in(tmp_path).parent.iterdir()] == [file_in(tmp_path).name]


def test_reading_makes_no_file(tmp_path: Path) -> None:
    store = reopened(tmp_path / "home")
    assert store.writable
    assert store.load().notes == ()
    assert store.close()
    assert list(tmp_path.iterdir()) == []


def test_a_memory_store_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    store = memory_store()
    store.add_note("n", "s")
    store.later({"scene": "s"})
    store.visit("s")
    assert store.close()
    assert not store.writable
    assert store.warning is None
    assert list(tmp_path.iterdir()) == []


def test_sqlite_is_not_loaded_before_it_is_needed(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kzterm.store import memory_store, open_store\n"
        "for store in (memory_store(), open_store('b', None, Path(sys.argv[1]))):\n"
        "    store.load(); store.untold(); store.close()\n"
        "print([name for name in ('sqlite3', 'textual', 'hashlib', 'tempfile') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_each_briefing_and_folder_has_its_own(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "link").symlink_to("here")
    origins = [("a", None), ("b", None), ("a", tmp_path), ("a", tmp_path / "here"), ("b", tmp_path / "here")]
    for number, (briefing_id, origin) in enumerate(origins):
        open_store(briefing_id, origin, tmp_path).add_note(str(number), "s")
    for number, (briefing_id, origin) in enumerate(origins):
        assert [note.text for note in open_store(briefing_id, origin, tmp_path).load().notes] == [str(number)]
    assert open_store("a", tmp_path / "link", tmp_path).load().notes[0].text == "3"
    assert open_store("a", tmp_path / "link" / ".." / "here", tmp_path).load().notes[0].text == "3"


def test_an_id_is_never_a_path(tmp_path: Path) -> None:
    open_store("../../x\x00/\ud800" + "y" * 400, tmp_path, tmp_path / "home").add_note("n", "s")
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
    assert len(list((tmp_path / "home" / "kzterm").iterdir())) == 1


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"XDG_STATE_HOME": "/x", "HOME": "/h"}, Path("/x")),
        ({"XDG_STATE_HOME": "x", "HOME": "/h"}, Path("/h/.local/state")),
        ({"XDG_STATE_HOME": "", "HOME": "/h"}, Path("/h/.local/state")),
        ({"XDG_STATE_HOME": "/x"}, Path("/x")),
        ({"HOME": ""}, None),
        ({"HOME": "~"}, None),
        ({"HOME": "h"}, None),
        ({}, None),
    ],
)
def test_where_state_belongs(environment: dict[str, str], expected: Path | None) -> None:
    assert state_home(environment) == expected


def test_without_a_home_it_says_so_and_goes_on() -> None:
    store = open_store("briefing", None, None)
    assert not store.writable
    assert store.add_note("n", "s") == store.load().notes[0]
    trouble = store.untold()
    assert trouble is not None
    assert trouble.code == "homeless"
    assert store.untold() is None
    assert store.warning == trouble


def test_control_characters_are_kept_neither_in_nor_out(tmp_path: Path) -> None:
    wild = "a\x1b]52;c;eA==\x07\u202eb\ud800\U000e0041"
    store = reopened(tmp_path)
    store.add_note(wild, wild, wild)
    store.mark(wild, wild, wild)
    store.take(wild)
    store.visit(wild)
    store.command(wild)
    store.later({wild: [wild, {"deep": wild}]})
    store.flush()
    tables = {"notes": "text", "marks": "note", "taken": "id", "visits": "id", "commands": "line"}
    for table, column in tables.items():
        run_sql(file_in(tmp_path), f"UPDATE {table} SET {column} = char(27, 155, 8238) || 'x'")
    run_sql(file_in(tmp_path), "UPDATE notes SET scene = x'ff1b41', target = 7, \"order\" = 'many'")
    state = reopened(tmp_path).load()
    assert not FORBIDDEN.search(_all_text(state))
    assert state.notes[0].text == "x"
    assert state.notes[0].target == "7"
    assert state.notes[0].order == 0


def _all_text(state: State) -> str:
    """Every string in a state, as it is."""
    texts = []

    def gather(value: object) -> None:
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, dict):
            gather([*value, *value.values()])
        elif isinstance(value, list | tuple):
            for item in value:
                gather(item)

    gather(asdict(state))
    assert len(texts) > 15
    return "".join(texts)


@pytest.mark.parametrize("stored", ["[" * 100000, "{", "[1]", '"x"', "1" * 5000, ""])
def test_a_snapshot_that_makes_no_sense_is_none(tmp_path: Path, stored: str) -> None:
    store = reopened(tmp_path)
    store.add_note("n", "s")
    store.later({"scene": "s"})
    store.close()
    run_sql(file_in(tmp_path), f"UPDATE snapshot SET json = '{stored}'")
    state = reopened(tmp_path).load()
    assert state.place is None
    assert [note.text for note in state.notes] == ["n"]


step = st.one_of(
    st.tuples(st.just("add"), st.text(max_size=20)),
    st.tuples(st.just("edit"), st.integers(0, 9), st.text(max_size=20)),
    st.tuples(st.just("delete"), st.integers(0, 9)),
    st.tuples(st.just("undelete")),
    st.tuples(st.just("reopen")),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(step, max_size=12))
def test_notes_are_as_a_list_would_have_them(steps: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as home:
        store = reopened(Path(home))
        expected: dict[int, Note] = {}
        deleted: list[Note] = []
        for what, *rest in steps:
            if what == "add":
                note = store.add_note(rest[0], "s")
                assert note.id not in expected
                assert note.text == cleaned(rest[0])
                expected[note.id] = note
            elif what == "edit":
                edited = store.edit_note(int(rest[0]), rest[1])
                if before := expected.get(int(rest[0])):
                    expected[before.id] = replace(before, text=cleaned(rest[1]))
                assert edited == expected.get(int(rest[0]))
            elif what == "delete":
                gone = store.delete_note(int(rest[0]))
                assert gone == expected.pop(int(rest[0]), None)
                deleted += [gone] if gone else []
            elif what == "undelete" and deleted:
                back = deleted.pop()
                store.restore(back)
                expected[back.id] = back
            else:
                store = reopened(Path(home))
            assert list(store.load().notes) == sorted(expected.values(), key=lambda note: note.order)


def test_a_snapshot_is_json(tmp_path: Path) -> None:
    store = reopened(tmp_path)
    store.later({"thai": "ตลาด"})
    store.close()
    with closing(sqlite3.connect(file_in(tmp_path))) as db:
        assert json.loads(db.execute("SELECT json FROM snapshot").fetchone()[0]) == {"thai": "ตลาด"}
