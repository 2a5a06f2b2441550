"""A briefing held against the text of its source, however that file is laid out."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack_copies import TINY, Copy

from kzterm.pack import bundled, check
from kzterm.pack.rules.marks import marked
from kzterm.pack.rules.source_text import holds, squeezed
from kzterm.pack.rules.spellings import edits

GAZETTE = Path(__file__).parents[1] / "gazette.txt"
PARAGRAPHS = GAZETTE.read_text("utf-8").splitlines()


def codes(source: Path, folder: Path = TINY) -> list[str]:
    return [one.code for one in check(folder, {"gazette": source}).diagnostics if one.code < "KZ160"]


def stray(text: str, seed: int) -> str:
    """The text with spaces inside its words."""
    chance = random.Random(seed)
    return "".join(letter + " " * (chance.random() < 0.2) for letter in text)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n\n".join(PARAGRAPHS),
        "\r\n \r\n".join(PARAGRAPHS) + "\r\n\r\n",
        "\ufeff" + "\n".join(PARAGRAPHS),
        "\n\n".join(paragraph.replace(" ", "\n") for paragraph in PARAGRAPHS),
        "\n".join(stray(paragraph, 1) for paragraph in PARAGRAPHS),
        "\n".join(PARAGRAPHS).replace("ำ", "\u0e4d\u0e32").replace('"เรือ', "“เรือ").replace('เรา"', "เรา”"),
    ],
    ids=["lines", "blank lines", "windows", "byte order mark", "hard wrapped", "stray spaces", "other encoding"],
)
def test_a_source_may_be_laid_out_in_many_ways(text: str, tmp_path: Path) -> None:
    path = tmp_path / "gazette.txt"
    path.write_bytes(text.encode())
    assert codes(path) == []


def test_a_lost_paragraph_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "gazette.txt"
    path.write_text("\n".join(PARAGRAPHS[1:]), "utf-8")
    assert codes(path) == ["KZ151"]


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b" \n\n"])
def test_a_source_that_cannot_be_read(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "gazette.txt"
    if content is not None:
        path.write_bytes(content)
    assert codes(path) == ["KZ150"]


def test_a_source_that_the_briefing_does_not_have() -> None:
    findings = check(TINY, {"gazete": GAZETTE}).diagnostics
    assert [(one.code, one.hint) for one in findings if one.code < "KZ160"] == [("KZ150", 'did you mean "gazette"?')]


def test_a_source_whose_paragraphs_are_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    for text, expected in (("Dear sir,\nthe boats stopped.", []), ("Dear sir,\nthey stopped.", ["KZ152"])):
        path.write_text(text, "utf-8")
        findings = check(TINY, {"letter": path}).diagnostics
        assert [one.code for one in findings if one.code < "KZ160"] == expected


@pytest.mark.parametrize("letters", [40, 41])
def test_more_than_forty_letters_are_a_copy(letters: int, tiny: Copy, tmp_path: Path) -> None:
    alphabet = [chr(code) for code in range(0x0E01, 0x0E2F)]
    random.Random(7).shuffle(alphabet)
    source = tmp_path / "gazette.txt"
    source.write_text("\n".join([*PARAGRAPHS[:8], "".join(alphabet), PARAGRAPHS[9]]), "utf-8")
    copied = stray("".join(alphabet[:letters]), 3).replace(" ", "\n      ", 1)
    tiny.change("actors.yaml", "ผู้เดินเรือรายเดียว[^2]", f"ผู้{copied}![^2]")
    assert codes(source, tiny.folder) == (["KZ155"] if letters > 40 else [])


def test_names_and_quotations_are_not_copied(tiny: Copy, tmp_path: Path) -> None:
    """Twenty letters, a name, twenty letters; and a quotation with nearly forty on either side."""
    alphabet = "".join(chr(code) for code in range(0x0E01, 0x0E2F))
    name, quote = "บริษัทเรือข้ามฟาก", "เรือคือถนนของเรา"
    source = tmp_path / "gazette.txt"
    named = f"{alphabet[:20]}{name}{alphabet[20:40]}"
    saying = f'{alphabet[:38]}"{quote}"{alphabet[:38]}'
    source.write_text("\n".join([*PARAGRAPHS[:8], named + "๐" + saying, PARAGRAPHS[9]]), "utf-8")
    tiny.change("actors.yaml", "ผู้เดินเรือรายเดียว[^2]", f"{named}[^2]")
    tiny.change("terms.yaml", "การข้ามหนึ่งเที่ยว", saying)
    assert codes(source, tiny.folder) == []
    tiny.change("actors.yaml", f"{named}[^2]", f"{named}๐[^2]")
    assert codes(source, tiny.folder) == ["KZ155"]


@pytest.mark.skipif("KZTERM_SOURCE" not in os.environ, reason="KZTERM_SOURCE names no file with the article")
def test_the_shipped_briefing_against_the_article() -> None:
    findings = check(bundled(), {"thai-article": Path(os.environ["KZTERM_SOURCE"])}).diagnostics
    assert [one for one in findings if one.code < "KZ160"] == []


@given(st.text("ก\u0e4d\u0e32\u0e48ๆ \u200b\n\u00ada“”"), st.integers(0, 99))
def test_squeezing_forgets_spaces_and_nothing_else(text: str, seed: int) -> None:
    assert squeezed(squeezed(text)) == squeezed(text)
    assert not any(letter.isspace() for letter in squeezed(text))
    spaced = "".join(f"{letter} " for letter in squeezed(text))
    assert squeezed(spaced) == squeezed(text)


@given(st.lists(st.text("กขคab", min_size=1), min_size=1), st.text("กขab"))
def test_fragments_in_order_are_found(fragments: list[str], between: str) -> None:
    assert holds(squeezed(between.join(fragments)), " … ".join(fragments))


@given(st.text('a"“”«» '))
def test_marked_stretches_stand_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for one in marked(text):
        assert end <= one.start < one.end <= len(text)
        assert one.words in text[one.start : one.end]
        end = one.end


@given(st.text("กขค", max_size=6), st.text("กขค", max_size=6))
def test_edits_are_a_distance(one: str, other: str) -> None:
    assert edits(one, other) == edits(other, one)
    assert (edits(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= edits(one, other) <= max(len(one), len(other))
