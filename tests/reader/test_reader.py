"""A reader at work: what is kept, what is written, what is played."""

from pathlib import Path

import pytest

from kzterm.model.briefing import Briefing
from kzterm.play.effects import Copy
from kzterm.play.session import Reply, Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store, open_store


def reader_at(briefing: Briefing, home: Path, scene: str = "bazaar") -> Reader:
    return Reader(Session(briefing, scene=scene), open_store(briefing.id, None, home))


def said(replies: list[Reply]) -> str:
    return "\n".join(line for reply in replies for line in reply.notice)


def test_what_is_kept_is_there_the_next_time(briefing: Briefing, tmp_path: Path) -> None:
    first = reader_at(briefing, tmp_path)
    first.begin()
    for line in ("take sack", "note sweet things", "mark", "umarov", "trail oil", "next", "lookout"):
        first.submit(line)
    before = first.session.progress
    first.close()
    second = reader_at(briefing, tmp_path, "reading-room")
    after = second.session.progress
    assert after.taken == before.taken
    assert [note.text for note in after.notes] == ["sweet things"]
    assert [(place.scene, place.address) for place in after.marks] == [("bazaar", "bazaar")]
    assert set(before.seen) - {":trails"} <= set(after.seen)
    assert (after.trail, dict(after.steps)) == ("follow-the-oil", {"follow-the-oil": 0})
    assert "The Lookout" in second.begin().notice[0]
    assert second.submit("resume")[-1].page.address == "lookout"
    assert second.history()[-1] == "lookout"
    second.close()


def test_an_acknowledged_note_is_on_disk_at_once(briefing: Briefing, tmp_path: Path) -> None:
    first = reader_at(briefing, tmp_path)
    assert "Noted." in said(first.submit("note kept"))
    other = reader_at(briefing, tmp_path)
    assert [note.text for note in other.session.progress.notes] == ["kept"]


def test_undo_and_redo_reach_the_disk(briefing: Briefing, tmp_path: Path) -> None:
    first = reader_at(briefing, tmp_path)
    first.submit("note zero. undo")
    first.submit("note one")
    first.submit("note two")
    first.submit("note #1 uno")
    first.submit("drop note 2")
    first.submit("undo")
    first.submit("take sack")
    first.submit("undo")
    first.submit("mark")
    other = reader_at(briefing, tmp_path)
    assert [note.text for note in other.session.progress.notes] == ["uno", "one", "two"]
    assert other.session.progress.taken == ()
    assert len(other.session.progress.marks) == 1


def test_what_the_briefing_no_longer_has_is_passed_over(briefing: Briefing, tmp_path: Path) -> None:
    store = open_store(briefing.id, None, tmp_path)
    store.take("gone-card")
    store.mark("gone-scene", "gone-scene")
    store.add_note("orphan", "gone-scene", "gone-card")
    store.later({"scene": "gone-scene", "address": "gone", "trail": "gone", "steps": {"gone": 3, "follow-the-oil": 99}})
    store.close()
    reader = reader_at(briefing, tmp_path)
    progress = reader.session.progress
    assert (progress.taken, progress.marks, progress.left, progress.trail) == ((), (), None, None)
    assert [note.text for note in progress.notes] == ["orphan"]
    assert reader.submit("notes")[-1].page.blocks


def test_a_script_is_written_and_can_be_played(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = Reader(Session(briefing), memory_store())
    assert "walk.txt" in said(first.submit("script walk.txt"))
    for line in ("n", "* nice view", "umarov", "xyzzy"):
        first.submit(line)
    assert "written" in said(first.submit("script off"))
    text = (tmp_path / "walk.txt").read_text(encoding="utf-8")
    assert "> * nice view" in text
    assert "The Map Before the War" in text
    second = Reader(Session(briefing), memory_store())
    replies = second.submit("replay walk.txt")
    assert second.session.progress.place.address == "umarov"
    assert len(replies) > 3


def test_the_same_commands_give_the_same_bytes(briefing: Briefing, tmp_path: Path) -> None:
    from kzterm.pages.plain_text import render

    lines = [
        "n",
        "take pins",
        "note x",
        "undo",
        "search oil",
        "places",
        "hint",
        "lang th",
        "อูมารอฟ",
        "progress",
        "help",
    ]
    played = []
    for _ in range(2):
        reader = Reader(Session(briefing), memory_store())
        shown = [reply for line in lines for reply in reader.submit(line)]
        played.append([(reply.notice, render(reply.page, 80, reply.progress.lang)) for reply in shown])
    assert played[0] == played[1]


def test_nothing_is_overwritten(briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.md").write_text("mine", encoding="utf-8")
    reader = Reader(Session(briefing, scene="bazaar"), memory_store())
    reader.submit("take sack")
    assert "exists already" in said(reader.submit("export mine.md"))
    assert (tmp_path / "mine.md").read_text(encoding="utf-8") == "mine"
    reader.submit("export")
    reader.submit("export")
    assert sorted(path.name for path in tmp_path.glob("kazakhstan*.md")) == [
        "kazakhstan-russia-2022-notes-2.md",
        "kazakhstan-russia-2022-notes.md",
    ]


def test_an_export_carries_citations(briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    reader = Reader(Session(briefing, scene="bazaar"), memory_store())
    for line in (
        "take sack",
        "take xi-pledge",
        "take another-war-unlikely",
        "note *bold* [x](y)",
        "mark",
        "export out.md",
    ):
        reader.submit(line)
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "para 7" in text
    assert "Xi Jinping" in text
    assert "by name" in text
    assert "\\*bold\\*" in text
    assert "foreignpolicy.com" in text
    assert text == reader.markdown()


@pytest.mark.parametrize("line", ["replay nowhere.txt", "replay /", "export /proc/nope/x.md", "script /proc/nope/x"])
def test_a_file_that_fails_is_said(briefing: Briefing, line: str) -> None:
    reader = Reader(Session(briefing, scene="bazaar"), memory_store())
    reader.submit("take sack")
    assert said(reader.submit(line))


def test_a_file_that_plays_itself_ends(briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loop.txt").write_text("look\nreplay loop.txt\n", encoding="utf-8")
    reader = Reader(Session(briefing), memory_store())
    assert "plays itself" in said(reader.submit("replay loop.txt"))


def test_what_is_copied_can_be_fetched_from_a_file(briefing: Briefing, tmp_path: Path) -> None:
    reader = Reader(Session(briefing), memory_store(), tmp_path / "kzterm")
    [reply] = reader.submit("copy xi-pledge")
    [effect] = reply.effects
    assert isinstance(effect, Copy)
    assert "para 3" in effect.text
    assert (tmp_path / "kzterm" / "copied.txt").read_text(encoding="utf-8").strip() == effect.text


def test_a_full_disk_is_said_and_reading_goes_on(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    from kzterm.store import NotKeptError, Store, Trouble

    def full(self: Store, text: str, scene: str, target: str | None = None) -> None:
        raise NotKeptError(Trouble("full", {"path": "x", "reason": "no space"}))

    monkeypatch.setattr(Store, "add_note", full)
    reader = Reader(Session(briefing), memory_store())
    assert "disk is full" in said(reader.submit("note lost"))
    assert reader.submit("n")[-1].page.address == "map-table"
