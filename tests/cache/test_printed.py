"""Printed pages are printed again only while nothing they depend on has changed, and without the program."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kzterm import cli, start
from kzterm.cache import stamp
from kzterm.cache.printed import printed

TINY = Path(__file__).parents[1] / "briefings" / "tiny"


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty cache, a clock that never hides a change, and a stand-in for the program's own files."""
    (tmp_path / "program").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(stamp, "SETTLED", -60)
    monkeypatch.setattr(stamp, "PACKAGE", str(tmp_path / "program"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "ferry"))


@pytest.fixture
def read(folder: Path) -> Callable[..., list[str]]:
    """Print a page, and give the arguments that did."""

    def call(*more: str) -> list[str]:
        arguments = ["read", "pier", "--briefing", str(folder), *more]
        assert cli.main(arguments) == 0
        return arguments

    return call


def test_the_same_page_is_printed_again(read: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    arguments = read()
    first = capsys.readouterr().out
    assert "The Pier" in first
    page = printed(arguments)
    assert page is not None
    assert page.decode() == first


def test_every_call_has_its_own_page(read: Callable[..., list[str]]) -> None:
    pages = [printed(read(*more)) for more in ((), ("--lang", "th"), ("--width", "40"), ("--lang", "both"))]
    assert None not in pages
    assert len(set(pages)) == 4


@pytest.mark.parametrize(
    ("variable", "value"), [("COLUMNS", "60"), ("LANG", "th_TH.UTF-8"), ("LC_ALL", "C"), ("HOME", "/nowhere")]
)
def test_another_environment_is_another_call(
    read: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    arguments = read()
    monkeypatch.setenv(variable, value)
    assert printed(arguments) is None


def test_another_working_folder_is_another_call(
    read: Callable[..., list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = read()
    monkeypatch.chdir(tmp_path)
    assert printed(arguments) is None


def test_a_changed_briefing_is_read_anew(read: Callable[..., list[str]], folder: Path) -> None:
    arguments = read()
    path = folder / "pier.yaml"
    path.write_text(path.read_text("utf-8").replace("en: The Pier", "en: The Quay", 1), "utf-8")
    assert printed(arguments) is None
    read()
    page = printed(arguments)
    assert page is not None
    assert b"The Quay" in page


def test_a_changed_program_is_asked_anew(read: Callable[..., list[str]], tmp_path: Path) -> None:
    arguments = read()
    (tmp_path / "program" / "module.py").write_text("")
    assert printed(arguments) is None


def test_a_configuration_that_appears_counts(read: Callable[..., list[str]], tmp_path: Path) -> None:
    arguments = read()
    (tmp_path / "config" / "kzterm").mkdir(parents=True)
    (tmp_path / "config" / "kzterm" / "config.yaml").write_text("lang: th\n")
    assert printed(arguments) is None
    assert printed(read()) is not None


def test_a_configuration_at_fault_is_told_every_time(read: Callable[..., list[str]], tmp_path: Path) -> None:
    (tmp_path / "config" / "kzterm").mkdir(parents=True)
    (tmp_path / "config" / "kzterm" / "config.yaml").write_text("nonsense: [\n")
    assert printed(read()) is None


def test_a_name_that_is_not_found_is_never_kept(folder: Path) -> None:
    arguments = ["read", "nowhere", "--briefing", str(folder)]
    with pytest.raises(SystemExit):
        cli.main(arguments)
    assert printed(arguments) is None


def test_damage_is_no_page(read: Callable[..., list[str]], tmp_path: Path) -> None:
    arguments = read()
    path = next((tmp_path / "cache").rglob("*.page"))
    sound = path.read_bytes()
    for at in range(0, len(sound), 97):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 0x55]) + sound[at + 1 :])
        assert printed(arguments) is None, at
    for size in (0, 2, 4, 5, len(sound) - 1):
        path.write_bytes(sound[:size])
        assert printed(arguments) is None, size


def test_what_others_could_have_written_is_not_printed(read: Callable[..., list[str]], tmp_path: Path) -> None:
    arguments = read()
    next((tmp_path / "cache").rglob("*.page")).chmod(0o666)
    assert printed(arguments) is None


def test_the_program_is_not_imported_for_a_printed_page(tmp_path: Path) -> None:
    """In a process of its own, with the real program: only what has changed long ago is kept."""
    code = (
        "import sys; from kzterm.cache import stamp; stamp.SETTLED = -60\n"
        "sys.argv[1:] = ['read', 'bazaar']\n"
        "from kzterm.start import main\n"
        "assert main() == 0\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    environ = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "fresh")}
    runs = [
        subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.startswith("The Bazaar")
    modules = runs[1].stderr.split()
    assert "kzterm.cache.printed" in modules
    assert not {"kzterm.cli", "kzterm.pack", "argparse", "dataclasses", "yaml", "re", "sqlite3"} & set(modules)


def test_everything_else_goes_to_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["kzterm", "--version"])
    with pytest.raises(SystemExit):
        start.main()
    gc.enable()
    assert capsys.readouterr().out.startswith("kzterm ")
