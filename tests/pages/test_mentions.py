"""Who is mentioned where, worked out now or brought back from what an index keeps."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kzterm.model.briefing import Briefing
from kzterm.model.prose import ParaRef
from kzterm.pages.mentions import KEPT, Mentions, brought_back, kept, mentions, written

IDENTS = st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", fullmatch=True)
PLACES = st.lists(IDENTS, min_size=1, max_size=3).map(tuple)
REFS = st.builds(ParaRef, IDENTS, st.integers(0, 10_000))


def test_what_an_index_keeps_is_what_would_be_gathered(briefing: Briefing) -> None:
    now = mentions(replace(briefing, words={}))
    assert now.paragraphs
    assert mentions(replace(briefing, words={KEPT: kept(briefing)})) == now


@given(st.builds(Mentions, *[st.dictionaries(IDENTS, PLACES)] * 2, st.dictionaries(REFS, PLACES)))
def test_whatever_is_mentioned_comes_back(found: Mentions) -> None:
    assert brought_back(written(found)) == found
