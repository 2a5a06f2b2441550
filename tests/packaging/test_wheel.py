"""The wheel carries everything, and what is installed from it works from any folder."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]


def pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def run(folder: Path, *arguments: str, library: Path | None = None) -> str:
    """The standard output of Python in a folder, with a library before everything installed."""
    environ = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "LC_ALL", "LANG")}
    if library:
        environ["PYTHONPATH"] = str(library)
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("kzterm-*-py3-none-any.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("library")
    pip("install", "--no-deps", "--no-index", "--no-compile", "--target", library, wheel)
    return library


def test_the_wheel_carries_scenes_catalogue_styles_and_types(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    scenes = {f"kzterm/scenes/{path.name}" for path in (ROOT / "scenes").iterdir()}
    package = ROOT / "src" / "kzterm"
    code = {f"kzterm/{path.relative_to(package).as_posix()}" for path in package.rglob("*.py")}
    others = {"kzterm/py.typed", "kzterm/tui/kzterm.tcss"}
    others |= {f"kzterm/locale/th/LC_MESSAGES/kzterm.{kind}" for kind in ("mo", "breaks")}
    assert scenes | code | others <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"kzterm"}
    assert not [name for name in names if "__pycache__" in name or "test" in name]


def test_an_installed_kzterm_finds_its_own_briefing(installed: Path, tmp_path: Path) -> None:
    where = run(tmp_path, "-c", "from kzterm.pack import bundled; print(bundled())", library=installed)
    assert Path(where.strip()) == installed / "kzterm" / "scenes"
    assert "ห้องอ่านข่าว" in run(tmp_path, "-m", "kzterm", "read", "--lang", "th", library=installed)


def test_the_checkout_reads_the_same_from_any_folder(installed: Path, tmp_path: Path) -> None:
    where = run(tmp_path, "-c", "from kzterm.pack import bundled; print(bundled())")
    assert Path(where.strip()) == ROOT / "scenes"
    every = ("-m", "kzterm", "read", "--all")
    assert run(tmp_path, *every) == run(tmp_path, *every, library=installed)
