"""Search: any spelling, either calendar, both languages, the best first."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Event
from kzterm.pages.line_ends import breaker
from kzterm.pages.view import View
from kzterm.play.excerpt import excerpt
from kzterm.play.names import names
from kzterm.play.search import MOST_HITS, QUESTION_KINDS, search
from kzterm.play.spellings import spellings
from kzterm.play.words import gather, told
from kzterm.text.breaks import RUN


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


@pytest.mark.parametrize("query", ["ccusation", "nistan", "ussia"])
def test_latin_words_are_found_by_how_they_begin(briefing: Briefing, query: str) -> None:
    assert search(briefing, query) == ()
    assert search(briefing, "accusa") != ()


def test_words_are_found_beside_any_sign(briefing: Briefing) -> None:
    assert "cpc-capacity" in idents(briefing, "1,000,000")
    assert "cpc" in idents(briefing, "ท่อcpc")
    assert idents(briefing, "ปี๒๕๖๕") == idents(briefing, "ปี 2565")


def test_where_words_are_missing_the_rare_ones_count_more(briefing: Briefing) -> None:
    sugar = set(idents(briefing, "sugar"))
    found = search(briefing, "kazakhstan sugar xyzzy plugh")
    assert found
    assert all(hit.partial for hit in found)
    assert found[0].ident in sugar


def test_an_ending_more_or_less_is_no_matter_where_words_are_missing(briefing: Briefing) -> None:
    assert "sugar-export-halt" in idents(briefing, "cancelling sugar exported xyzzy")


def test_a_question_finds_the_figure_that_lacks_a_word_of_it(briefing: Briefing) -> None:
    found = [hit.ident for hit in search(briefing, "oil goes through cpc", QUESTION_KINDS["amount"], "wide")]
    assert "cpc-capacity" in found
    assert len(found) == len(set(found))


def test_an_excerpt_is_where_the_words_meet(briefing: Briefing) -> None:
    hit = next(hit for hit in search(briefing, "sugar exports") if hit.ident == "bazaar")
    found = excerpt(briefing, hit, "en")
    assert "sugar exports" in (found.match + found.after).casefold()


@pytest.mark.parametrize("lang", ["en", "th"])
@pytest.mark.parametrize("query", ["oil", "russia", "น้ำมัน", "รัสเซีย", "2022", "kassym", "นำมัน", "cpc", "อ"])
def test_an_excerpt_is_cut_between_words(briefing: Briefing, query: str, lang: str) -> None:
    ends = breaker(briefing)
    for hit in search(briefing, query):
        found = excerpt(briefing, hit, lang)
        for name in briefing.languages:
            item = briefing.find(hit.ident)
            assert item is not None
            text = told(View(briefing, name), item)
            shown = found.before.lstrip("…") + found.match + found.after.removesuffix(" …").rstrip("…")
            if not found.match or shown not in text:
                continue
            places = {0, len(text), *ends(text), *(at for at in range(len(text)) if text[at] == " ")}
            places |= {match.end() for match in RUN.finditer(text)} | {match.start() for match in RUN.finditer(text)}
            start = text.index(shown)
            assert start in places or start - 1 in places, shown
            assert start + len(shown) in places, shown
            break
        else:
            assert not found.match


def test_what_is_gathered_ahead_is_what_is_gathered_now(briefing: Briefing) -> None:
    ahead = replace(briefing, words=gather(briefing))
    for query in ("oil", "putin", "2565", "น้ำมัน", "ทำไมรัสเซียแทรกแซง"):
        assert search(ahead, query) == search(briefing, query)


@pytest.mark.parametrize("typed", ["tokayv", "คาซัคสถน", "standfrist", "น้ำตาน"])
def test_names_are_suggested_as_they_are_spelt(briefing: Briefing, typed: str) -> None:
    written = {name for item in (*briefing.scenes.values(), *briefing.cards.values()) for name in spellings(item)}
    found = names(briefing).suggest(typed)
    assert found
    assert set(found) <= written


@settings(max_examples=200, deadline=None)
@given(query=st.text(max_size=60))
def test_any_query_is_answered_quickly(briefing: Briefing, query: str) -> None:
    search(briefing, "warm")
    begin = time.process_time()
    search(briefing, query)
    assert time.process_time() - begin < 0.5


def test_an_excerpt_ends_in_one_sign(briefing: Briefing) -> None:
    from kzterm.pages.plain_text import render
    from kzterm.play.session import Session

    session = Session(briefing, "en")
    for query in ("oil", "russia", "per cent", "million", "of"):
        assert ".…" not in render(session.submit(f"search {query}").page, 500, "en")


def test_what_differs_in_tone_marks_is_told_shown_and_marked(briefing: Briefing) -> None:
    from kzterm.pages.plain_text import render
    from kzterm.play.session import Session

    session = Session(briefing, "th")
    exact, other = (render(session.submit(f"ค้น {words}").page, 500, "th") for words in ("น้ำมัน", "นำมัน"))
    assert "วรรณยุกต์" not in exact
    assert "ไม่มีที่ใดมีวรรณยุกต์ตรงกับที่พิมพ์" in other
    assert exact.splitlines()[2:] == other.splitlines()[4:], "the same places with the same words around the match"
    hits = search(briefing, "นำมัน")
    assert hits
    assert not any(hit.tones for hit in hits)
    assert {"น้ำมัน"} == {found.match for hit in hits if (found := excerpt(briefing, hit, "th")).match}
