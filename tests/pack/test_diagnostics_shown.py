"""How findings look: the golden page of a briefing with many faults, and the drawing of single ones."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pack_copies import Copy
from pack_faults import FAULTS

from kzterm.pack import Diagnostic, render
from kzterm.text.cells import cell_width
from kzterm.text.clean import FORBIDDEN

GOLDEN = Path(__file__).parent / "broken.txt"

BREAK = (
    "KZ005 pier.yaml The \u202ePier",
    "KZ012 pier.yaml [[the-hault|the ferry]]",
    "KZ020 pier.yaml hegde: ราว",
    "KZ023 caveats.yaml grounds: []",
    "KZ026 ticket-hall.yaml status: true",
    "KZ028 briefing.yaml as_of: June 2021",
    "KZ030 school.yaml title: {en: The School}",
    "KZ031 school.yaml ry is our road, th: ถนน}",
    "KZ045 actors.yaml uns the only ferry.[^10]",
    "KZ045 caveats.yaml paras: [1, 99]",
)
"""Faults of the table, by name, that can stand in one briefing together."""


def test_many_faults_in_several_files(tiny: Copy) -> None:
    by_name = {str(fault): fault for fault in FAULTS}
    for name in BREAK:
        tiny.change(by_name[name].file, by_name[name].old, by_name[name].new)
    tiny.write("terms.yaml", "crossing: [\n")
    loaded = tiny.load()
    page = "\n".join(render(one) for one in loaded.diagnostics).replace(str(tiny.folder), "tiny") + "\n"
    assert page == GOLDEN.read_text("utf-8")


def _diagnostic(line: str, column: int, length: int, hint: str = "") -> Diagnostic:
    return Diagnostic("KZ012", "error", "a.yaml", 11, column, length, "message", hint, line)


def test_as_in_the_design() -> None:
    line = "      Imports from Russia help meet [[import-shares|more than 40 per cent]] of what its market needs."
    shown = render(_diagnostic(line, 39, 13, 'did you mean "import-share"?')).splitlines()
    assert shown[0] == "a.yaml:11:39: error[KZ012]: message"
    assert shown[1].startswith("  11 |       Imports from")
    assert shown[2] == "     | " + " " * 38 + "^" * 13 + ' did you mean "import-share"?'


def test_carets_count_cells() -> None:
    _, line, carets = render(_diagnostic("ที่นี่ [[ที่]] 漢字", 8, 7)).splitlines()
    assert line == "  11 | ที่นี่ [[ที่]] 漢字"
    assert carets == "     | " + " " * 3 + "^" * 5
    _, _, carets = render(_diagnostic("漢字x", 3, 1)).splitlines()
    assert carets == "     |     ^"


def test_a_long_line_is_cut_around_the_place() -> None:
    _, line, carets = render(_diagnostic("a" * 500 + "HERE" + "b" * 500, 501, 4)).splitlines()
    assert cell_width(line) <= 7 + 102
    assert line[carets.index("^") : carets.rindex("^") + 1] == "HERE"
    assert line.startswith("  11 | …a")
    assert line.endswith("b…")


def test_a_long_hint_has_its_own_line() -> None:
    shown = render(_diagnostic("x" * 60, 60, 1, "y" * 80)).splitlines()
    assert shown[-1] == "     = " + "y" * 80


def test_a_whole_file_has_no_line() -> None:
    whole = Diagnostic("KZ001", "error", "a", 0, 0, 0, "message", "hint")
    assert render(whole) == "a: error[KZ001]: message\n     = hint"


@given(st.text(max_size=300), st.integers(1, 320), st.integers(0, 320), st.text(max_size=60))
def test_nothing_forbidden_is_ever_shown(line: str, column: int, length: int, text: str) -> None:
    shown = render(Diagnostic("KZ005", "error", text, 3, column, length, text, text, line))
    assert not FORBIDDEN.search(shown)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=400), st.data())
def test_carets_stand_under_their_place(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line)))
    length = data.draw(st.integers(1, len(line) - column + 1))
    rows = render(_diagnostic(line, column, length)).splitlines()
    carets = rows[-1]
    assert set(carets[7:]) <= {" ", "^"}
    assert cell_width(rows[1]) <= 7 + 104
    assert carets.rindex("^") - 7 < 104


def test_as_dict_is_json(tiny: Copy) -> None:
    tiny.change("briefing.yaml", "start: pier", "start: peer")
    (found,) = tiny.load().diagnostics
    again = json.loads(json.dumps(found.as_dict()))
    assert again["code"] == "KZ012"
    assert again["source_line"] == "start: peer"
    assert (again["line"], again["column"], again["length"]) == (7, 8, 4)
