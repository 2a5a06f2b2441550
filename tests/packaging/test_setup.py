"""Where Python is missing, too old or incomplete, the scripts say what to do and stop."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

TOO_OLD = """#!/bin/sh
case "$*" in
    *--version*) echo "Python 3.10.12" ;;
    *print*) echo ;;
    *) exit 1 ;;
esac
"""

WITHOUT_VENV = """#!/bin/sh
case "$*" in
    *ensurepip*) exit 1 ;;
    *print*) echo 3.11 ;;
esac
"""


def python_like(folder: Path, script: str) -> Path:
    program = folder / "python"
    program.write_text(script)
    program.chmod(0o755)
    return program


def start(script: Path, python: Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHON": str(python)}
    return subprocess.run([script], env=environ, capture_output=True, text=True, timeout=30, check=False)


@pytest.fixture
def setup(tmp_path: Path) -> Path:
    """The setup script in a checkout without an environment."""
    script = tmp_path / "checkout" / "tools" / "setup.sh"
    script.parent.mkdir(parents=True)
    shutil.copy(ROOT / "tools" / "setup.sh", script)
    return script


def test_a_python_that_is_too_old_is_refused(setup: Path, tmp_path: Path) -> None:
    done = start(setup, python_like(tmp_path, TOO_OLD))
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr


def test_a_python_without_venv_names_the_package_to_install(setup: Path, tmp_path: Path) -> None:
    done = start(setup, python_like(tmp_path, WITHOUT_VENV))
    assert done.returncode == 1
    assert "sudo apt install python3-venv" in done.stderr
    assert not (setup.parents[1] / ".venv").exists()


def test_the_bundles_launcher_refuses_a_python_that_is_too_old(tmp_path: Path) -> None:
    done = start(ROOT / "tools" / "kzterm.sh", python_like(tmp_path, TOO_OLD))
    assert done.returncode == 1
    assert "is Python 3.10.12" in done.stderr


def test_the_bundles_launcher_runs_what_is_beside_it_wherever_it_is_called_from(tmp_path: Path) -> None:
    (tmp_path / "bundle").mkdir()
    shutil.copy(ROOT / "tools" / "kzterm.sh", tmp_path / "bundle" / "kzterm")
    package = tmp_path / "bundle" / "lib" / "kzterm"
    package.mkdir(parents=True)
    (package / "__main__.py").write_text("import sys; print('ran', *sys.argv[1:])")
    link = tmp_path / "kzterm"
    link.symlink_to(tmp_path / "bundle" / "kzterm")
    done = subprocess.run([link, "read", "a b"], cwd="/", capture_output=True, text=True, timeout=30, check=False)
    assert done.stdout == "ran read a b\n"
