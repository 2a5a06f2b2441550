"""`kzterm check`: what it prints and how it ends."""

import json
from pathlib import Path

import pytest
from pack_copies import TINY, Copy

from kzterm.cli import main
from kzterm.exits import ExitCode

GAZETTE = Path(__file__).parents[1] / "gazette.txt"


def test_nothing_to_mend() -> None:
    assert main(["check", str(TINY), "--strict", "--source", f"gazette={GAZETTE}"]) == ExitCode.OK


def test_errors_warnings_and_infos_end_differently(tiny: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tiny.folder)
    tiny.change("school.yaml", "  down:\n", "  s:\n")
    assert main(["check", folder, "--strict"]) == ExitCode.OK
    assert "info[KZ130]" in capsys.readouterr().out
    tiny.change("pier.yaml", "        The ferry stops.", '        The "boat" stops.')
    assert main(["check", folder]) == ExitCode.OK
    assert main(["check", folder, "--strict"]) == ExitCode.FAILED
    tiny.change("pier.yaml", "a day.[^3]\n", "a day.[^3] Nobody minded.\n")
    assert main(["check", folder]) == ExitCode.FAILED
    tiny.change("pier.yaml", "to: ticket-hall", "to: ticket-hal")
    assert main(["check", folder]) == ExitCode.FAILED


def test_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "none")]) == ExitCode.USAGE
    assert main(["check", str(TINY), "--source", f"gazette={tmp_path / 'none'}"]) == ExitCode.USAGE
    assert main(["check", str(TINY), "--source", f"newspaper={GAZETTE}"]) == ExitCode.USAGE
    assert 'no source called "newspaper"' in capsys.readouterr().out
    with pytest.raises(SystemExit) as stopped:
        main(["check", str(TINY), "--source", "gazette"])
    assert stopped.value.code == ExitCode.USAGE


def test_findings_as_json(tiny: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.change("pier.yaml", "hedge: ราว", "hedge: เกือบ")
    assert main(["check", str(tiny.folder), "--json", "--source", f"gazette={GAZETTE}"]) == ExitCode.FAILED
    printed = [one for one in json.loads(capsys.readouterr().out) if one["code"] < "KZ160"]
    assert [(one["code"], one["line"], one["column"], one["length"]) for one in printed] == [("KZ152", 37, 12, 5)]
