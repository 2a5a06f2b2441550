"""The index: it holds exactly what the YAML says, and is used only while nothing has changed."""

import dataclasses
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pack_copies import TINY

from kzterm.cache import stamp
from kzterm.cache.folder import cache_folder
from kzterm.model import briefing as model_briefing
from kzterm.model import cards, prose
from kzterm.model.briefing import Briefing
from kzterm.pack import bundled, index_items, load, opened
from kzterm.pack.index import ITEMS, LATER, index_path
from kzterm.pack.index_file import Items


@pytest.fixture(autouse=True)
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, a clock that never hides a change, and a stand-in for the program's own files."""
    made = tmp_path / "program"
    made.mkdir()
    (made / "module.py").write_text("VALUE = 1\n")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(stamp, "SETTLED", -60)
    monkeypatch.setattr(stamp, "PACKAGE", str(made))
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "ferry"))


def read(folder: Path, keep: bool = True) -> Briefing:
    found = opened(folder, keep)
    assert isinstance(found, Briefing), found
    return found


def indexed(folder: Path) -> bool:
    """Whether the folder is opened by its index."""
    return isinstance(read(folder, keep=False).scenes, Items)


def the_index(folder: Path) -> Path:
    path = index_path(folder)
    assert path is not None
    return Path(path)


@pytest.mark.parametrize("where", [TINY, bundled()], ids=["tiny", "bundled"])
def test_an_index_holds_exactly_what_the_yaml_says(where: Path) -> None:
    parsed = load(where).briefing
    assert parsed is not None
    read(where)
    found = read(where)
    assert isinstance(found.scenes, Items)
    for field in dataclasses.fields(Briefing):
        expected, value = getattr(parsed, field.name), getattr(found, field.name)
        assert value == expected, field.name
        if isinstance(expected, Mapping):
            assert list(value) == list(expected), f"{field.name} in order"
            assert len(value) == len(expected)
    for name in (*ITEMS, *LATER):
        for ident in getattr(parsed, name):
            assert ident in getattr(found, name)
            assert repr(getattr(found, name)[ident]) == repr(getattr(parsed, name)[ident])


def test_every_class_of_the_model_is_known_to_the_index() -> None:
    parts = {
        made
        for module in (model_briefing, cards, prose)
        for made in vars(module).values()
        if isinstance(made, type) and dataclasses.is_dataclass(made) and made is not Briefing
    }
    assert parts == set(index_items._CLASSES)


def test_items_are_read_when_they_are_asked_for(folder: Path) -> None:
    read(folder)
    scenes = read(folder).scenes
    assert isinstance(scenes, Items)
    assert "pier" in scenes
    assert len(scenes) == 3
    assert scenes._read == {}
    assert scenes["pier"] is scenes["pier"]
    assert list(scenes._read) == ["pier"]
    assert scenes.get("nowhere") is None


def test_what_searches_look_through_is_kept_and_read_one_by_one(folder: Path) -> None:
    made = opened(folder, gather=lambda briefing: {"titles": briefing.id, "texts": "long"})
    assert isinstance(made, Briefing)
    words = read(folder, keep=False).words
    assert isinstance(words, Items)
    assert dict(words) == dict(made.words) == {"titles": "tiny", "texts": "long"}


def touch(folder: Path) -> None:
    path = folder / "pier.yaml"
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))


def same_size_same_time(folder: Path) -> None:
    path = folder / "pier.yaml"
    before = path.stat()
    text = path.read_bytes()
    path.write_bytes(text.replace(b"The", b"Teh", 1))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def another(folder: Path) -> None:
    (folder / "thai.breaks").write_text("# none\n")


def one_less(folder: Path) -> None:
    (folder / "tensions.yaml").unlink()


def renamed(folder: Path) -> None:
    (folder / "trails.yaml").rename(folder / ".trails.yaml")


def replaced_by_a_link(folder: Path) -> None:
    (folder / "terms.yaml").rename(folder / ".terms")
    (folder / "terms.yaml").symlink_to(".terms")


@pytest.mark.parametrize("change", [touch, same_size_same_time, another, one_less, renamed, replaced_by_a_link])
def test_any_change_in_the_folder_makes_the_index_stale(folder: Path, change: Callable[[Path], None]) -> None:
    read(folder)
    assert indexed(folder)
    change(folder)
    assert not isinstance(opened(folder, keep=False), Briefing) or not indexed(folder)


def test_a_change_is_seen(folder: Path) -> None:
    read(folder)
    path = folder / "pier.yaml"
    path.write_text(path.read_text("utf-8").replace("en: The Pier", "en: The Quay", 1), "utf-8")
    assert read(folder).scenes["pier"].title["en"] == "The Quay"
    assert read(folder).scenes["pier"].title["en"] == "The Quay"
    assert indexed(folder)


def test_a_change_of_the_program_makes_the_index_stale(
    folder: Path, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(folder)
    (program / "module.py").write_text("VALUE = 2\n")
    assert not indexed(folder)
    read(folder)
    assert indexed(folder)
    monkeypatch.setattr(stamp, "__version__", "99")
    assert not indexed(folder)


def test_a_change_of_a_library_makes_the_index_stale(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library.py"
    library.write_text("")
    monkeypatch.setattr("yaml.__file__", str(library))
    read(folder)
    assert indexed(folder)
    library.write_text("#")
    assert not indexed(folder)


def test_what_was_changed_a_moment_ago_is_not_indexed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamp, "SETTLED", 60)
    read(folder)
    assert not the_index(folder).exists()


def test_a_briefing_with_errors_has_no_index(folder: Path) -> None:
    (folder / "pier.yaml").write_text("title: [\n")
    found = opened(folder)
    assert not isinstance(found, Briefing)
    assert found[0].severity == "error"
    assert not the_index(folder).exists()


def test_nothing_is_written_when_nothing_is_to_be_kept(folder: Path, tmp_path: Path) -> None:
    read(folder, keep=False)
    assert not (tmp_path / "cache").exists()


def test_an_index_is_private(folder: Path) -> None:
    read(folder)
    path = the_index(folder)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("where", ["file", "folder"])
def test_what_others_could_have_written_is_not_read(folder: Path, where: str) -> None:
    read(folder)
    path = the_index(folder)
    (path if where == "file" else path.parent).chmod(0o777)
    assert not indexed(folder)


def test_a_link_in_the_place_of_an_index_is_not_followed(folder: Path) -> None:
    read(folder)
    path = the_index(folder)
    path.rename(path.with_suffix(".moved"))
    path.symlink_to(path.with_suffix(".moved"))
    assert not indexed(folder)


def test_a_folder_that_cannot_be_written_is_no_error(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    assert read(folder).start == read(folder).start
    assert not indexed(folder)


def test_damage_anywhere_is_never_seen_by_the_reader(folder: Path) -> None:
    whole = read(folder)
    path = the_index(folder)
    sound = path.read_bytes()
    for at in range(0, len(sound), max(1, len(sound) // 150)):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 0xFF]) + sound[at + 1 :])
        found = read(folder, keep=False)
        assert dict(found.scenes) == dict(whole.scenes), f"byte {at}"
        assert dict(found.cards) == dict(whole.cards), f"byte {at}"
        assert dict(found.breaks) == dict(whole.breaks), f"byte {at}"
    for size in (0, 3, 20, len(sound) // 2, len(sound) - 1):
        path.write_bytes(sound[:size])
        assert not indexed(folder)


@pytest.mark.parametrize("at", [0, 100, -1])
def test_a_damaged_index_is_made_anew(folder: Path, at: int) -> None:
    read(folder)
    path = the_index(folder)
    sound = path.read_bytes()
    damaged = bytearray(sound)
    damaged[at] ^= 1
    path.write_bytes(damaged)
    found = read(folder)
    assert all(dict(getattr(found, name)) is not None for name in ITEMS)
    read(folder)
    assert path.read_bytes() == sound
    assert indexed(folder)


def test_damage_in_an_item_is_mended(folder: Path) -> None:
    read(folder)
    path = the_index(folder)
    sound = path.read_bytes()
    at = sound.index(b"The Pier")
    path.write_bytes(sound[:at] + b"X" + sound[at + 1 :])
    found = read(folder)
    assert isinstance(found.scenes, Items)
    assert found.scenes["pier"].title["en"] == "The Pier"
    assert not path.exists()


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "/c/kzterm"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache/kzterm"),
        ({"HOME": "/h"}, "/h/.cache/kzterm"),
        ({"HOME": "h"}, None),
        ({}, None),
    ],
)
def test_the_cache_stands_where_the_environment_says(environ: dict[str, str], expected: str | None) -> None:
    assert cache_folder(environ) == expected
