"""An error of the program itself: one line for the reader, a report without values, and exit code 1."""

import stat
from pathlib import Path

import pytest

from kzterm.cli import main, printing
from kzterm.text.clean import FORBIDDEN


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    def read(_options: object) -> int:
        secret = "what the reader wrote"
        raise LookupError(f"no\x1b[31m such thing as {len(secret)}")

    monkeypatch.setattr(printing, "read", read)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "kzterm"


def test_a_report_is_kept_and_named(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read"]) == 1
    out, err = capsys.readouterr()
    (report,) = broken.glob("crash-*.txt")
    assert not out
    assert err.splitlines()[0].endswith("inside the program (LookupError: no[31m such thing as 21)")
    assert str(report) in err
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    text = report.read_text("utf-8")
    assert "LookupError" in text
    assert "textual" in text
    assert "test_crash.py" in text
    assert not FORBIDDEN.search(text + err)


def test_where_nothing_is_kept_it_is_printed(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from kzterm.cli.crash import crashed

    assert crashed(LookupError("no such thing"), keep=False) == 1
    assert "LookupError: no such thing" in capsys.readouterr().err
    assert not broken.exists()


def test_a_folder_that_cannot_be_written_is_no_second_error(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken.write_text("a file where the folder should be")
    assert main(["read"]) == 1
    assert "LookupError" in capsys.readouterr().err
