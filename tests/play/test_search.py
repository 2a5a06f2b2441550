"""Search: any spelling, either calendar, both languages, the best first."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Event
from kzterm.play.excerpt import excerpt
from kzterm.play.search import MOST_HITS, search


def idents(briefing: Briefing, query: str) -> list[str]:
    return [hit.ident for hit in search(briefing, query)]


@pytest.mark.parametrize("query", ["tokayev", "Tokaev", "Toqaev", "โทคาเยฟ", "โตกาเยฟ"])
def test_a_name_by_any_spelling(briefing: Briefing, query: str) -> None:
    found = idents(briefing, query)
    assert found[0] == "tokayev"
    assert "january-night" in found


@pytest.mark.parametrize("query", ["2014", "2557", "๒๕๕๗"])
def test_a_year_by_either_calendar(briefing: Briefing, query: str) -> None:
    assert {"ukraine-2014", "archive"} <= set(idents(briefing, query))


def test_both_languages_at_once(briefing: Briefing) -> None:
    assert "cpc-valve" in idents(briefing, "oil")
    assert "cpc-valve" in idents(briefing, "น้ำมัน")


def test_tone_marks_may_be_left_out(briefing: Briefing) -> None:
    assert "cpc-valve" in idents(briefing, "นำมัน")


def test_titles_come_first(briefing: Briefing) -> None:
    assert idents(briefing, "bazaar")[0] == "bazaar"
    ranks = [hit.rank for hit in search(briefing, "baku")]
    assert ranks == sorted(ranks)


def test_every_word_counts(briefing: Briefing) -> None:
    assert set(idents(briefing, "sugar shortage")) < set(idents(briefing, "sugar"))


def test_thai_without_spaces_is_taken_apart(briefing: Briefing) -> None:
    assert idents(briefing, "รัสเซียงดส่งออกน้ำตาลเพราะอะไร")


def test_the_match_is_shown_in_context(briefing: Briefing) -> None:
    hit = next(hit for hit in search(briefing, "propaganda") if hit.ident == "parade-ground")
    found = excerpt(briefing, hit, "en")
    assert found.match.casefold() == "propaganda"
    assert found.before.endswith(" ")


def test_narrowed_to_a_kind(briefing: Briefing) -> None:
    found = search(briefing, "turkey", (Event,))
    assert found
    assert all(isinstance(briefing.cards[hit.ident], Event) for hit in found)


def test_nothing_and_too_much(briefing: Briefing) -> None:
    assert search(briefing, "xyzzy plugh") == ()
    assert search(briefing, "") == ()
    assert len(search(briefing, "kazakhstan")) <= MOST_HITS


@settings(max_examples=200, deadline=None)
@given(query=st.text(max_size=60))
def test_any_query_is_answered_quickly(briefing: Briefing, query: str) -> None:
    search(briefing, "warm")
    begin = time.perf_counter()
    search(briefing, query)
    assert time.perf_counter() - begin < 0.5
