"""The breaks of the bundled briefing, the file they stand in, and the command that writes it."""

import gc
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kzterm.cli import main
from kzterm.model.briefing import Briefing
from kzterm.pack import bundled, check, load
from kzterm.pack.breaks_file import BREAKS, check_breaks, names_of, read_breaks, write_breaks
from kzterm.pack.findings import Findings
from kzterm.pages.blocks import Page
from kzterm.pages.layout import Look, lay_out
from kzterm.play.session import Session
from kzterm.text import breaks_prepare
from kzterm.text.breaks import RUN, places, unmarked
from kzterm.text.cells import cell_width
from kzterm.text.thai import NEVER_BEFORE, THAI, WIDEST_WHOLE

TINY = Path(__file__).parent / "briefings" / "tiny"


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    """The command line turns garbage collection off."""
    yield
    gc.enable()


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return shutil.copytree(TINY, tmp_path / "tiny")


def codes(folder: Path) -> list[str]:
    return [one.code for one in check(folder).diagnostics if one.code >= "KZ160"]


def prepare(folder: Path) -> None:
    briefing = load(folder).briefing
    assert briefing is not None
    write_breaks(folder, briefing, lambda run: run, "nothing")


# The bundled briefing


def test_every_run_is_prepared_and_none_is_left_over() -> None:
    briefing = load(bundled()).briefing
    assert briefing is not None
    findings = Findings()
    check_breaks(bundled(), briefing, findings)
    assert findings.listed() == (), "the scenes have changed: run `kzterm breaks`"


def test_no_name_is_broken(briefing: Briefing) -> None:
    names = [name for name in names_of(briefing) if cell_width(name) <= WIDEST_WHOLE]
    for run in briefing.breaks:
        offsets = places(briefing.breaks[run])
        for name in names:
            for match in re.finditer(re.escape(name), run):
                assert not any(match.start() < at < match.end() for at in offsets), briefing.breaks[run]


def pages(briefing: Briefing) -> Iterator[Page]:
    session = Session(briefing, "th")
    for ident in (*briefing.scenes, *briefing.cards):
        yield session.submit(session.turn().view.link(ident).line).page
    for line in ("quotes all", "assess all", "compare", "timeline", "help"):
        yield session.submit(line).page


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 120, 200])
def test_every_line_of_every_page(briefing: Briefing, width: int) -> None:
    for page in pages(briefing):
        for superscripts in (True, False):
            blocks = [*page.blocks, *(block for panel in page.panels for block in panel.blocks), *page.tail]
            for line in lay_out(blocks, width, Look(superscripts, breaks=page.breaks)).lines:
                assert cell_width(line.text) <= width, line.text
                for number, piece in enumerate(line.pieces):
                    rest = "".join(other.text for other in line.pieces[number:])
                    if piece.joint is not None and THAI.search(rest):
                        assert rest[0] not in NEVER_BEFORE or (width < 30 and rest[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹"), line.text
                        assert rest[-1] not in "เแโใไ", line.text


# The file


def test_a_briefing_without_breaks_is_told_so(tiny: Path) -> None:
    (tiny / BREAKS).unlink(missing_ok=True)
    assert codes(tiny) == ["KZ161"]


def test_what_is_written_is_fresh_and_is_read_back(tiny: Path) -> None:
    prepare(tiny)
    assert codes(tiny) == []
    found = read_breaks(tiny, Findings())
    assert found
    assert all(unmarked(line) == run for run, line in found.items())
    briefing = load(tiny).briefing
    assert briefing is not None
    assert dict(briefing.breaks) == found


def test_changed_text_is_found(tiny: Path) -> None:
    prepare(tiny)
    scene = tiny / "school.yaml"
    text = scene.read_text("utf-8")
    run = next(run for run in RUN.findall(text) if text.count(run) == 1 and len(run) > 6)
    scene.write_text(text.replace(run, f"{run}เอง"), "utf-8")
    assert codes(tiny) == ["KZ160", "KZ160"]


def test_a_broken_name_is_found(tiny: Path) -> None:
    prepare(tiny)
    briefing = load(tiny).briefing
    assert briefing is not None
    name = next(name for name in names_of(briefing) if 2 < cell_width(name) <= WIDEST_WHOLE)
    path = tiny / BREAKS
    path.write_text(path.read_text("utf-8").replace(f"\n{name}\n", f"\n{name[:2]}|{name[2:]}\n"), "utf-8")
    assert codes(tiny) == ["KZ160"]


@pytest.mark.parametrize("fault", ["link out", "folder", "too large", "not UTF-8", "pipe"])
def test_an_unsafe_file_is_refused_and_does_no_harm(tiny: Path, tmp_path: Path, fault: str) -> None:
    import os

    path = tiny / BREAKS
    path.unlink(missing_ok=True)
    if fault == "link out":
        outside = tmp_path / "outside"
        outside.write_text("เรือ|ข้ามฟาก\n", "utf-8")
        path.symlink_to(outside)
    elif fault == "folder":
        path.mkdir()
    elif fault == "too large":
        path.write_text("ก" * 1_000_000, "utf-8")
    elif fault == "not UTF-8":
        path.write_bytes(b"\xff\xfe\x00")
    else:
        os.mkfifo(path)
    briefing = load(tiny).briefing
    assert briefing is not None
    assert dict(briefing.breaks) == {}
    assert {one.code for one in check(tiny).diagnostics} & {"KZ002", "KZ003", "KZ004"}


# The command


def test_the_command_writes_beside_the_scenes(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(breaks_prepare, "segmenters", lambda: [lambda run: [run[:3], run[3:]]] * 2)
    monkeypatch.setattr(breaks_prepare, "version", lambda name: "1")
    (tiny / BREAKS).unlink(missing_ok=True)
    assert main(["breaks", str(tiny)]) == 0
    assert capsys.readouterr().out == ""
    assert codes(tiny) == []
    first = (tiny / BREAKS).read_bytes()
    assert main(["breaks", str(tiny)]) == 0
    assert (tiny / BREAKS).read_bytes() == first
    assert [path.name for path in tiny.iterdir() if path.name.startswith(".")] == []


def test_without_the_segmenters_the_command_says_what_to_install(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pythainlp", None)
    monkeypatch.setitem(sys.modules, "pythainlp.tokenize", None)
    with pytest.raises(SystemExit) as left:
        main(["breaks", str(tiny)])
    assert left.value.code == 2
    assert "kzterm[thai]" in capsys.readouterr().err
