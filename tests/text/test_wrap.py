"""Where lines end."""

import re
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text
from thai_sample import SAMPLE

from kzterm.text.breaks import LIGHT
from kzterm.text.cells import cell_width, clusters
from kzterm.text.thai import NEVER_BEFORE
from kzterm.text.wrap import wrap

CITATION = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]|\[(?:[\w-]+:)?\d")

PIECES = (
    *SAMPLE, "คาซัคสถาน", "น้ำตาล", "ต่าง ๆ", "ฯลฯ", "30 ปี", "ร้อยละ 40", "9 พ.ค. 2565", "1,000,000 บาร์เรล", "⁷", "[7]",
    " ", "(ตามที่พิมพ์)", "“เรา”", "CPC", "เ", "ำ", "่", "Kazakhstan", "漢字", "😰์",
)  # fmt: skip
"""What paragraphs are put together from, sound or not."""

paragraphs = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def lines(text: str, width: int, breaks: tuple[int, ...] = ()) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, breaks)]


def edges(text: str) -> set[int]:
    found = {0}
    for cluster in clusters(text):
        found.add(max(found) + len(cluster))
    return found


def test_breaks_between_words() -> None:
    assert lines("Kazakhstan leans on Russia.", 16) == ["Kazakhstan leans", "on Russia."]


def test_empty_text_is_one_empty_line() -> None:
    assert lines("", 10) == [""]


def test_a_long_word_is_cut_where_no_vowel_is_left_alone() -> None:
    assert lines("น้ำตาลที่", 3) == ["น้ำ", "ตาล", "ที่"]
    assert lines("เเเเกา", 2) == ["เเ", "เเ", "กา"]


def test_prepared_breaks_are_used() -> None:
    text = "กระสอบน้ำตาลเปล่า"
    assert lines(text, 8, (6, 12)) == ["กระสอบ", "น้ำตาล", "เปล่า"]


def test_a_dear_break_is_taken_only_in_need() -> None:
    text = "กระสอบน้ำตาลเปล่า"
    assert [text[start:end] for start, end in wrap(text, 12, {6: 0, 12: 500})] == ["กระสอบ", "น้ำตาลเปล่า"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("รอมาแล้วกว่า 30 ปี", "30 ปี"),
        ("ตลาดวันที่ 9 พ.ค. 2565", "9 พ.ค."),
        ("มากกว่าร้อยละ 40 ของตลาด", "ร้อยละ 40"),
        ("ส่งออก 1,000,000 บาร์เรล", "1,000,000 บาร์เรล"),
    ],
)
def test_number_and_unit_stay_together(text: str, whole: str) -> None:
    for width in range(max(cell_width(whole), 14), 40):
        found = wrap(text, width, LIGHT(text))
        assert any(whole in text[start:end] for start, end in found), width


def test_a_list_of_citations_may_go_on_in_the_next_line() -> None:
    assert all(cell_width(line) <= 12 for line in lines("บทความ [1] [2] [3] [4] [5] [6]", 12))


@given(st.text(alphabet="abc de,ที่น้ำเก า漢"), st.integers(3, 40))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    found = lines(text, width)
    assert all(cell_width(line) <= width for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="ที่น้ำเกาแขะ"), st.integers(2, 12))
def test_no_cluster_is_torn(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        assert start in edges(text)
        assert end in edges(text)


@given(paragraphs, st.integers(2, 200), st.sets(st.integers(0, 300)))
def test_no_cluster_is_torn_by_breaks_from_elsewhere(text: str, width: int, breaks: set[int]) -> None:
    found = wrap(text, width, breaks)
    places = edges(text)
    assert all(start in places and end in places for start, end in found)
    shown = "".join(text[start:end] for start, end in found)
    assert shown.replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.sampled_from(SAMPLE), min_size=1, max_size=8).map(" ".join), st.integers(20, 200))
def test_what_no_line_of_thai_begins_or_ends_with(text: str, width: int) -> None:
    found = [text[start:end] for start, end in wrap(text, width, LIGHT(text))]
    assert all(cell_width(line) <= width for line in found)
    for line in found[1:]:
        assert line[0] not in NEVER_BEFORE
        assert not CITATION.match(line)
    for line in found[:-1]:
        assert line[-1] not in "เแโใไ([“‘"


@given(
    st.text(alphabet="abcdefgh  ,!é漢\u00a0", max_size=200)
    | st.text(alphabet="abcdefgh     ,./-é漢\u00a0", max_size=200),
    st.integers(2, 60),
)
def test_text_without_thai_wraps_as_rich_does(text: str, width: int) -> None:
    """All of it, as long as no address or long name has to be broken after the signs that join its parts."""
    assume(not any(cell_width(word) > width and set(word) & set("./-") for word in text.split()))
    rich_lines = [line.plain.rstrip() for line in Text(text).wrap(Console(width=width), width)]
    assert lines(text, width) == rich_lines


ADDRESS = "https://foreignpolicy.com/2022/09/16/kazakhstan-russia-ukraine-war/"


@pytest.mark.parametrize("before", ["See it here: ", "ท้ายบทความมีบรรทัดบอกที่มา "])
@pytest.mark.parametrize("width", range(20, 68))
def test_an_address_is_broken_after_the_signs_that_join_its_parts(before: str, width: int) -> None:
    found = lines(f"{before}{ADDRESS} and more.", width)
    assert all(cell_width(line) <= width for line in found)
    shown = "".join(found)
    at = shown.index("https:")
    ends = {sum(map(len, found[: number + 1])) for number in range(len(found))}
    inside = [end - at for end in ends if 0 < end - at < len(ADDRESS)]
    assert inside or width > len(ADDRESS) - 1
    assert all(ADDRESS[end - 1] in "/-." for end in inside), found


@given(st.text(alphabet="abc/-._?&= ", max_size=120), st.integers(2, 40))
def test_what_is_broken_into_parts_fits_and_loses_nothing(text: str, width: int) -> None:
    found = lines(text, width)
    assert all(cell_width(line) <= width for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("cited", [".²³,²⁴,²⁵", "[23,24,25]", ".[7]", "⁷"])
@pytest.mark.parametrize("before", ["See ", "ท้ายบทความ "])
@pytest.mark.parametrize("width", range(20, 90))
def test_a_citation_after_an_address_is_not_torn_off(cited: str, before: str, width: int) -> None:
    found = lines(f"{before}({ADDRESS}){cited}", width)
    assert found[-1].endswith(cited), found
    assert found[-1] != cited


@pytest.mark.parametrize("width", [20, 80, 200])
def test_a_paragraph_takes_time_in_proportion_to_its_length(width: int) -> None:
    """Processor time, the best of several tries: what else the machine does must not count."""

    def least(text: str) -> float:
        breaks, taken = LIGHT(text), []
        for _ in range(7):
            begun = time.process_time()
            wrap(text, width, breaks)
            taken.append(time.process_time() - begun)
        return min(taken)

    text = " ".join(SAMPLE)[:1200]
    assert least(" ".join([text] * 8)) < 8 * 3 * least(text)


@pytest.mark.parametrize(
    "text", ["Kassym-Jomart Tokayev · Toqaev · the president · Tokayev", "คาซัคสถาน · Qazaqstan · คาซัก · Kazakh"]
)
@pytest.mark.parametrize("width", range(16, 50))
def test_no_line_begins_with_the_dot_between_names(text: str, width: int) -> None:
    assert not any(line.startswith("·") for line in lines(text, width))


def test_a_word_that_fits_a_line_stays_whole_though_its_dot_does_not() -> None:
    text = "analyst · researcher · former president"
    lines = [text[start:end] for start, end in wrap(text, 10)]
    assert lines == ["analyst ·", "researcher", "· former", "president"]


def test_the_number_of_a_citation_is_never_cut() -> None:
    text = "strengthened.¹³"
    assert [text[start:end] for start, end in wrap(text, 14)] == ["strengthened.", "¹³"]


def test_a_thai_line_lets_the_dot_go_before_it_cuts_a_name() -> None:
    text = "ชื่อ Qazaqstan · Kazakstan"
    lines = [text[start:end] for start, end in wrap(text, 10)]
    assert {"Qazaqstan", "Kazakstan"} <= {word for line in lines for word in line.split()}
