"""The editorial rules: an honest briefing passes, and every way to be dishonest is found at its place."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from pack_copies import TINY, Copy
from rule_faults import SLIPS, Slip

from kzterm.pack import Diagnostic, check, load

SOURCES = {name: Path(__file__).parents[1] / f"{name}.txt" for name in ("gazette", "letter")}


def found(folder: Path, sources: Mapping[str, Path] = SOURCES) -> list[Diagnostic]:
    """What the rules find; not what is said of line breaks."""
    return [one for one in check(folder, sources).diagnostics if one.code < "KZ160"]


def test_the_little_briefing_is_honest() -> None:
    assert found(TINY) == []
    assert found(TINY, {}) == []


@pytest.mark.parametrize("slip", SLIPS, ids=str)
def test_a_slip_is_found_where_it_is(slip: Slip, tiny: Copy) -> None:
    tiny.change(slip.file, slip.old, slip.new)
    findings = found(tiny.folder)
    assert {one.code for one in findings} == {slip.code, slip.besides} - {""}, findings
    first = next(one for one in findings if one.code == slip.code)
    assert first.source_line[first.column - 1 :].startswith(slip.points_at)


def test_a_briefing_with_slips_still_opens(tiny: Copy) -> None:
    tiny.change("pier.yaml", "a day.[^3]\n", "a day.[^3] Nobody minded.\n")
    assert check(tiny.folder).briefing is not None
    assert load(tiny.folder).diagnostics == ()


def test_no_rule_runs_over_faults_of_form(tiny: Copy) -> None:
    tiny.change("pier.yaml", "a day.[^3]\n", "a day.[^3] Nobody minded.\n")
    tiny.change("pier.yaml", "date: 2021-06~", "date: 2021-13")
    loaded = check(tiny.folder, SOURCES)
    assert [one.code for one in loaded.diagnostics] == ["KZ028"]
    assert loaded.briefing is None


def test_opening_a_briefing_does_not_load_the_rules() -> None:
    code = f"""
import sys
from pathlib import Path
from kzterm.pack import load
load(Path({str(TINY)!r}))
print([name for name in sys.modules if name.startswith("kzterm.pack.rules")])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("marks", "fine"),
    [
        ('"The ferry"', True),
        ("“the FERRY is our road.”", True),
        ('"The ferry … our road"', True),
        ('"The river gazette"', True),
        ('"A letter"', False),
        ('"he"', False),
        ("»ferry«", True),
        ('a "wonder', False),
        ("the company’s ‘ferry’", True),
    ],
)
def test_what_may_stand_in_quotation_marks(marks: str, fine: bool, tiny: Copy) -> None:
    tiny.change("actors.yaml", "Runs the only ferry.[^2]", f"Runs {marks} of all.[^2]")
    assert [one.code for one in found(tiny.folder)] == ([] if fine else ["KZ111"])


def test_words_that_an_editors_note_shows_as_printed_may_be_repeated(tiny: Copy) -> None:
    tiny.change("caveats.yaml", "one name only, and", 'one name only, "มาลี", and')
    tiny.change("actors.yaml", "ผู้เดินเรือรายเดียว[^2]", '"มาลี" ไม่ใช่ผู้เดินเรือ[^2]')
    assert found(tiny.folder, {}) == []


def test_a_quotation_may_stand_inside_a_paraphrase(tiny: Copy) -> None:
    tiny.change("school.yaml", "The ferry will probably return.", 'The ferry, "our road", will probably return.')
    assert found(tiny.folder) == []


def test_a_statement_ends_at_its_citation(tiny: Copy) -> None:
    """Marks in the next statement are not held against the holder of the view before it."""
    tiny.change("school.yaml", "She calls it [[our-road|a road]]", 'She calls it [[our-road|a "path"]]')
    assert [one.code for one in found(tiny.folder)] == ["KZ111"]
