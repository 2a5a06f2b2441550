"""Where lines end."""

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from kzterm.text.cells import cell_width, clusters
from kzterm.text.wrap import wrap


def lines(text: str, width: int, breaks: tuple[int, ...] = ()) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, breaks)]


def test_breaks_between_words() -> None:
    assert lines("Kazakhstan leans on Russia.", 16) == ["Kazakhstan leans", "on Russia."]


def test_empty_text_is_one_empty_line() -> None:
    assert lines("", 10) == [""]


def test_a_long_word_is_cut_between_clusters() -> None:
    assert lines("น้ำตาลที่", 3) == ["น้ำต", "าลที่"]


def test_prepared_breaks_are_used() -> None:
    text = "กระสอบน้ำตาลเปล่า"
    assert lines(text, 8, (6, 12)) == ["กระสอบ", "น้ำตาล", "เปล่า"]


@given(st.text(alphabet="abc de,ที่น้ำเก า漢"), st.integers(3, 40))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    found = lines(text, width)
    assert all(cell_width(line) <= width for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="ที่น้ำเกาแขะ"), st.integers(2, 12))
def test_no_cluster_is_torn(text: str, width: int) -> None:
    edges = {0}
    for cluster in clusters(text):
        edges.add(max(edges) + len(cluster))
    for start, end in wrap(text, width):
        assert start in edges
        assert end in edges


@given(st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=12), min_size=1, max_size=30), st.integers(12, 60))
def test_english_wraps_as_rich_does(words: list[str], width: int) -> None:
    text = " ".join(words)
    rich_lines = [line.plain.rstrip() for line in Text(text).wrap(Console(width=width), width)]
    assert lines(text, width) == rich_lines
