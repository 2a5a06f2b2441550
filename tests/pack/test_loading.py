"""Loading: the good, every way to be bad, and what may not happen."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pack_copies import TINY, Copy
from pack_faults import FAULTS, Fault

from kzterm.model.cards import Actor, Assessment, Caveat, Claim, Event, Figure, Quote, Tension, Term, Thing
from kzterm.model.prose import Cite, ParaRef
from kzterm.pack import BRIEFING, bundled, load
from kzterm.pack.codes import CODES
from kzterm.pack.findings import MOST_PER_FILE
from kzterm.text.clean import FORBIDDEN


def test_the_little_briefing_is_whole() -> None:
    loaded = load(TINY)
    assert loaded.diagnostics == ()
    briefing = loaded.briefing
    assert briefing is not None
    assert list(briefing.scenes) == ["pier", "school", "ticket-hall"]
    kinds = {type(card) for card in briefing.cards.values()}
    assert kinds == {Actor, Assessment, Caveat, Claim, Event, Figure, Quote, Tension, Term, Thing}
    assert briefing.trails["short-walk"].steps[1].shows == ("too-few-riders",)
    assert briefing.sources["gazette"].last_paragraph == 9


def test_values_are_built_as_the_model_has_them() -> None:
    briefing = load(TINY).briefing
    assert briefing is not None
    figure, quote, event = (briefing.cards[ident] for ident in ("crossings-a-day", "our-road", "the-halt"))
    assert isinstance(figure, Figure)
    assert isinstance(quote, Quote)
    assert isinstance(event, Event)
    assert (figure.value, figure.scene, figure.compare) == ("40", "pier", ("crossings-now",))
    assert (quote.lang, quote.attribution, quote.translation) == ("th", "contextual", {"en": "The ferry is our road"})
    assert [cite.ref for cite in event.cite] == [ParaRef("gazette", 2), ParaRef("letter", 1)]
    assert event.dated_by == {"en": "month only", "th": "ทราบเพียงเดือน"}
    assert [way.direction for way in briefing.scenes["pier"].exits] == ["n", "up"]
    last = briefing.scenes["pier"].body[1]["en"][-1].inlines[-1]
    assert last == Cite((ParaRef("gazette", 5), ParaRef("letter", 2)))


def test_the_shipped_briefing_has_no_errors() -> None:
    loaded = load(bundled())
    assert [one for one in loaded.diagnostics if one.severity == "error"] == []
    assert loaded.briefing is not None


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_found(fault: Fault, tiny: Copy) -> None:
    tiny.change(fault.file, fault.old, fault.new)
    loaded = tiny.load()
    found = [one for one in loaded.diagnostics if one.code == fault.code]
    assert found, [(one.code, one.message) for one in loaded.diagnostics]
    assert found[0].path.endswith(fault.file) or fault.code in ("KZ060", "KZ051")
    assert (loaded.briefing is None) == any(one.severity == "error" for one in loaded.diagnostics)
    assert CODES[fault.code].severity != "error" or loaded.briefing is None
    for one in loaded.diagnostics:
        assert not FORBIDDEN.search("".join(str(value) for value in one.as_dict().values()))


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.code not in ("KZ006", "KZ009", "KZ011")], ids=str)
def test_a_fault_brings_no_crowd(fault: Fault, tiny: Copy) -> None:
    """One mistake, one error: at most what truly follows from it (an id that is gone, a reading that is cut)."""
    tiny.change(fault.file, fault.old, fault.new)
    errors = [(one.code, one.message) for one in tiny.load().diagnostics if one.severity == "error"]
    assert len(errors) <= 3, errors


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    for folder in (tmp_path / "none", TINY / "pier.yaml", Path("a\0b")):
        loaded = load(folder)
        assert loaded.briefing is None
        assert [one.code for one in loaded.diagnostics] == ["KZ001"]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert [one.code for one in load(tmp_path).diagnostics] == ["KZ001"]


def test_without_briefing_yaml_other_faults_are_found_too(tiny: Copy) -> None:
    (tiny.folder / BRIEFING).unlink()
    tiny.change("school.yaml", "speaker: malee", "speaker: maleee")
    assert tiny.codes() == ["KZ001", "KZ012"]


def test_links_inside_the_folder_are_followed_and_others_are_not(tiny: Copy) -> None:
    outside = tiny.folder.parent / "outside.yaml"
    (tiny.folder / "school.yaml").rename(outside)
    (tiny.folder / "school.yaml").symlink_to(outside)
    assert "KZ002" in tiny.codes()
    (tiny.folder / "school.yaml").unlink()
    (tiny.folder / "school.txt").write_bytes(outside.read_bytes())
    (tiny.folder / "school.yaml").symlink_to("school.txt")
    assert tiny.codes() == []


def test_what_is_not_a_regular_file_is_refused(tiny: Copy) -> None:
    os.mkfifo(tiny.folder / "pipe.yaml")
    (tiny.folder / "folder.yaml").mkdir()
    (tiny.folder / "loop.yaml").symlink_to("loop.yaml")
    (tiny.folder / "null.yaml").symlink_to("/dev/zero")
    assert tiny.codes() == ["KZ002"] * 4


def test_too_large(tiny: Copy) -> None:
    tiny.write("large.yaml", "#" * (2 * 1024 * 1024 + 1))
    assert "KZ003" in tiny.codes()


def test_a_file_that_is_not_utf8_says_where(tiny: Copy) -> None:
    (tiny.folder / "latin.yaml").write_bytes("# one\ntitle: caf\xe9\n".encode("latin-1"))
    (found,) = [one for one in tiny.load().diagnostics if one.code == "KZ004"]
    assert (found.line, found.column) == (2, 11)
    assert "0xE9" in found.message


def test_utf16_gets_a_hint(tiny: Copy) -> None:
    (tiny.folder / "wide.yaml").write_bytes("title: x\n".encode("utf-16"))
    (found,) = [one for one in tiny.load().diagnostics if one.code == "KZ004"]
    assert "UTF-16" in found.hint


def test_a_byte_order_mark_and_dos_line_ends_are_fine(tiny: Copy) -> None:
    for path in tiny.folder.glob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    loaded, original = tiny.load(), load(TINY)
    assert loaded.diagnostics == ()
    assert loaded.briefing is not None
    assert original.briefing is not None
    assert loaded.briefing.scenes == original.briefing.scenes
    assert loaded.briefing.cards == original.briefing.cards


def test_scalars_stay_text(tiny: Copy) -> None:
    tiny.change("school.yaml", "{en: The School, th: โรงเรียน}", "{en: no, th: 12:30}")
    tiny.change("school.yaml", "look: {en: A map of the river hangs upside down.,", "look: {en: 1.10,")
    briefing = tiny.load().briefing
    assert briefing is not None
    scene = briefing.scenes["school"]
    assert scene.title == {"en": "no", "th": "12:30"}
    assert scene.look["en"] == "1.10"


def test_files_that_are_not_read_are_named(tiny: Copy) -> None:
    tiny.write("notes.yml", "a: 1")
    tiny.write("README.md", "x")
    tiny.write(".hidden.yaml", "a: 1")
    (tiny.folder / "more").mkdir()
    assert tiny.codes() == ["KZ010", "KZ010"]


def test_a_file_name_is_an_id(tiny: Copy) -> None:
    (tiny.folder / "school.yaml").rename(tiny.folder / "Old School\x1b[31m.yaml")
    found = tiny.load().diagnostics
    assert "KZ014" in {one.code for one in found}
    assert not any("\x1b" in str(one.as_dict()) for one in found)


def test_an_empty_file(tiny: Copy) -> None:
    tiny.write("terms.yaml", "# nothing yet\n")
    assert "KZ023" in tiny.codes()


def test_a_file_that_is_not_yaml_takes_no_others_along(tiny: Copy) -> None:
    """What it defines is unknown, so references to that are not held against other files; their faults are."""
    tiny.change("pier.yaml", "look:\n", "look: {\n")
    tiny.change("school.yaml", "speaker: malee", "speaker: maleee")
    assert [code for code in tiny.codes() if CODES[code].severity == "error"] == ["KZ006", "KZ012"]


def test_a_file_with_too_many_faults_says_how_many_more(tiny: Copy) -> None:
    tiny.write("terms.yaml", "".join(f"Term {number}: 1\n" for number in range(300)))
    found = tiny.load().diagnostics
    assert len(found) == MOST_PER_FILE + 1
    assert found[-1].code == "KZ099"
    assert found[-1].message.startswith("500 more")


def test_the_first_of_two_ids_is_named(tiny: Copy) -> None:
    tiny.change("school.yaml", "  our-road:\n", "  malee:\n")
    found = next(one for one in tiny.load().diagnostics if one.code == "KZ011")
    assert "actors.yaml:1" in found.hint


def test_suggestions_prefer_the_right_kind(tiny: Copy) -> None:
    tiny.change("pier.yaml", "to: ticket-hall", "to: ticket-hal")
    found = next(one for one in tiny.load().diagnostics if one.code == "KZ012")
    assert found.hint == 'did you mean "ticket-hall"?'


def test_named_twice_counts_once(tiny: Copy) -> None:
    tiny.change("terms.yaml", "see: [crossings-a-day, pier]", "see: [pier, pier]")
    briefing = tiny.load().briefing
    assert briefing is not None
    term = briefing.cards["crossing"]
    assert isinstance(term, Term)
    assert term.see == ("pier",)


def test_collection_is_on_again_after_loading() -> None:
    import gc

    load(TINY)
    assert gc.isenabled()


def test_the_shipped_briefing_loads_fast() -> None:
    """Reading YAML's events has to be done; checking and building take some eight times as long, and never twenty."""
    import time

    import yaml

    def least(work: Callable[[], object]) -> float:
        taken = []
        for _ in range(4):
            start = time.process_time()
            work()
            taken.append(time.process_time() - start)
        return min(taken)

    texts = [path.read_text("utf-8") for path in bundled().glob("*.yaml")]
    assert least(lambda: load(bundled())) < 20 * least(lambda: [list(yaml.parse(text, yaml.CLoader)) for text in texts])


def _renamed(scene: str, number: int) -> str:
    """The school again, its two cards with ids of their own."""
    return scene.replace("  our-road:", f"  quote-{number}:").replace("  it-will-return:", f"  view-{number}:")


def test_a_thousand_scenes_take_no_longer_each(tiny: Copy) -> None:
    """Twenty times the scenes may take thirty times as long: more would be a loop inside a loop."""
    import time

    def seconds(scenes: int) -> float:
        for number in range(scenes):
            tiny.write(f"s{number}.yaml", _renamed(text, number))
        start = time.process_time()
        assert tiny.load().briefing is not None
        return time.process_time() - start

    text = (tiny.folder / "school.yaml").read_text("utf-8")
    few = min(seconds(50) for _ in range(4))
    assert min(seconds(1000), seconds(1000)) < 30 * few
