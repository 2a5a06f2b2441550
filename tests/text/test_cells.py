"""Cells and grapheme clusters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kzterm.text.cells import SARA_AM, cell_width, clusters, cut, shorten

THAI = "ที่น้ำตาลกรุงเก่าเปล่า"


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("sugar", 5), ("น้ำ", 2), ("ที่", 1), ("กำ", 2), ("⁷", 1), ("漢字", 4), ("น้ำ漢", 4)],
)
def test_width(text: str, width: int) -> None:
    assert cell_width(text) == width


def test_clusters_keep_marks_with_their_letter() -> None:
    assert clusters("น้ำที่") == ["น้ำ", "ที่"]
    assert clusters("เปล่า") == ["เ", "ป", "ล่", "า"]


@given(st.text(alphabet="กขคงที่นำ้เแโใไะาๆ ฯabc漢é👩‍🚀\u0301"))
def test_clusters_lose_nothing_and_never_begin_with_a_mark(text: str) -> None:
    found = clusters(text)
    assert "".join(found) == text
    for cluster in found[1:]:
        assert cluster[0] not in f"{SARA_AM}\u0e31\u0e34\u0e35\u0e48\u0e49\u0301\u200d"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_width_is_the_width_textual_uses(text: str) -> None:
    assert cell_width(text) == cell_len(text)


@given(st.text(alphabet="กที่นำ้เabc漢 "), st.integers(0, 12))
def test_cut_and_shorten_fit(text: str, width: int) -> None:
    assert cell_width(cut(text, width)) <= width
    assert text.startswith(cut(text, width))
    assert cell_width(shorten(text, width)) <= width


def test_shorten_shows_its_loss() -> None:
    assert shorten("Kazakhstan", 6) == "Kazak…"
    assert shorten(THAI, 100) == THAI
