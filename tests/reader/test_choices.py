"""Choices made with verbs: remembered in the state folder, outdone by the configuration file, undone by undo."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from kzterm.config.settings import DEFAULTS, Settings
from kzterm.model.briefing import Briefing
from kzterm.play.session import Reply, Session
from kzterm.reader.choices import Choices
from kzterm.reader.reader import Reader
from kzterm.store import memory_store


def reader_of(briefing: Briefing, home: Path | None, settings: Settings = DEFAULTS) -> Reader:
    choices = Choices(home)
    session = Session(briefing, settings=choices.resume(settings))
    return Reader(session, memory_store(), choices=choices)


def said(replies: list[Reply]) -> str:
    return "\n".join(line for reply in replies for line in reply.notice)


def test_a_choice_is_there_the_next_time(briefing: Briefing, tmp_path: Path) -> None:
    first = reader_of(briefing, tmp_path)
    assert not list(tmp_path.iterdir()), "nothing is made before there is something to keep"
    first.submit("theme day")
    first.submit("keys reader")
    again = reader_of(briefing, tmp_path).session.progress.settings
    assert (again.theme, again.keys) == ("day", "reader")
    path = tmp_path / "kzterm" / "settings.json"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_undo_is_remembered_too(briefing: Briefing, tmp_path: Path) -> None:
    reader = reader_of(briefing, tmp_path)
    reader.submit("theme day")
    reader.submit("undo")
    assert reader_of(briefing, tmp_path).session.progress.settings.theme == "night"


def test_the_configuration_file_decides_again_and_the_reader_is_told(briefing: Briefing, tmp_path: Path) -> None:
    configured = replace(DEFAULTS, theme="nord", fixed=frozenset({"theme"}))
    reader = reader_of(briefing, tmp_path, configured)
    assert "configuration file decides again" in said(reader.submit("theme day"))
    assert "configuration" not in said(reader.submit("keys reader"))
    again = reader_of(briefing, tmp_path, configured).session.progress.settings
    assert (again.theme, again.keys) == ("nord", "reader")


def test_two_sessions_keep_each_others_choices(briefing: Briefing, tmp_path: Path) -> None:
    one, other = reader_of(briefing, tmp_path), reader_of(briefing, tmp_path)
    one.submit("theme day")
    other.submit("keys reader")
    found = reader_of(briefing, tmp_path).session.progress.settings
    assert (found.theme, found.keys) == ("day", "reader")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "[" * 5000, '{"theme": 3}', '{"theme": "\\u001b[31m"}', '{"keys": ["reader"]}', "\xff"]
)
def test_a_file_that_makes_no_sense_is_passed_over(briefing: Briefing, tmp_path: Path, text: str) -> None:
    (tmp_path / "kzterm").mkdir()
    (tmp_path / "kzterm" / "settings.json").write_text(text, encoding="latin-1")
    reader = reader_of(briefing, tmp_path)
    assert reader.session.progress.settings == DEFAULTS
    reader.submit("theme day")
    assert json.loads((tmp_path / "kzterm" / "settings.json").read_text()) == {"theme": "day"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_what_cannot_be_kept_is_said(briefing: Briefing, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert "not remembered" in said(reader_of(briefing, tmp_path).submit("theme day"))


def test_a_folder_that_is_a_file_is_said(briefing: Briefing, tmp_path: Path) -> None:
    (tmp_path / "kzterm").write_text("")
    reader = reader_of(briefing, tmp_path)
    assert "not remembered" in said(reader.submit("theme day"))
    assert reader.session.progress.settings.theme == "day"


def test_without_a_folder_choices_last_until_the_end(briefing: Briefing) -> None:
    reader = reader_of(briefing, None)
    assert "remembered" not in said(reader.submit("theme day"))
    assert reader.session.progress.settings.theme == "day"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("theme gruvbx", "`theme gruvbox`"),
        ("theme qqq", "`theme` lists them"),
        ("keys", "`keys reader`"),
        ("keys emacs", "`keys reader`"),
        ("theme dark", "night"),
        ("theme Tokyo Night", "tokyo-night"),
        ("ธีม day", "day"),
    ],
)
def test_what_the_verbs_say(briefing: Briefing, line: str, words: str) -> None:
    assert words in said(reader_of(briefing, None).submit(line))


def test_the_page_of_themes_marks_the_one_in_use(briefing: Briefing) -> None:
    from kzterm.pages.plain_text import render

    reader = reader_of(briefing, None)
    reader.submit("theme day")
    lines = render(reader.submit("theme")[-1].page, 80, "en").splitlines()
    assert [line for line in lines if "in use" in line] == ["day · in use"]
    assert "day · in use" not in render(reader.submit("theme nord")[-1].page, 80, "en").splitlines()


def test_faults_of_the_file_are_told_once_with_their_place(briefing: Briefing, tmp_path: Path) -> None:
    from kzterm.config.file import read_config

    path = tmp_path / "config.yaml"
    path.write_text("theme: dya\nkeys: vim\nlang: de\n")
    config = read_config(path)
    reader = Reader(Session(briefing, settings=config.settings), memory_store(), faults=config.diagnostics)
    (told,) = [line for line in reader.begin().notice if str(path) in line]
    assert f"{path}:1:8" in told
    assert "2 more faults" in told
    assert reader.submit("look")[-1].notice == ()
