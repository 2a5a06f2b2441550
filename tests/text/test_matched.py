"""Where folded words stand in a text as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzterm.text.cells import clusters
from kzterm.text.fold import fold
from kzterm.text.matched import matched


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("The CPC Valve", ["cpc"], ["CPC"]),
        ("The CPC Valve", ["valve", "cpc"], ["CPC", "Valve"]),
        ("Prewar War", [" war"], ["War"]),
        ("Prewar War", ["war"], ["war"]),
        ("“Straße” of 2565", ["strasse"], ["Straße"]),
        ("น้ำตาล", ["ตา"], ["ตา"]),
        ("วาล์วท่อ", ["วาล"], ["วาล์"]),
        ("Bazaar", ["sack", "", " "], []),
        ("Bazaar", ["baz", "zaar"], ["Bazaar"]),
    ],
)
def test_matches(text: str, words: list[str], shown: list[str]) -> None:
    assert [text[start:end] for start, end in matched(text, words)] == shown


@given(st.text("aB ßéน้ำเก่", max_size=30), st.lists(st.text("abs éน้ำเก่", max_size=4), max_size=4))
def test_stretches_begin_and_end_between_clusters_and_do_not_overlap(text: str, words: list[str]) -> None:
    edges, at = {0}, 0
    for cluster in clusters(text):
        at += len(cluster)
        edges.add(at)
    last = -1
    for start, end in matched(text, map(fold, words)):
        assert start > last and start in edges and end in edges
        last = end


def test_without_tones_a_match_takes_the_marks_with_it() -> None:
    text = "ส่งน้ำมันออก"
    assert matched(text, ["นำมัน"]) == []
    ((start, end),) = matched(text, ["นำมัน"], tones=False)
    assert text[start:end] == "น้ำมัน"
