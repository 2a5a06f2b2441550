"""The page of what a search found: its order, its headings, and what stands out."""

from collections import Counter

import pytest

from kzterm.catalogue import catalogue
from kzterm.model.briefing import Briefing, Scene
from kzterm.model.cards import Caveat
from kzterm.pages.blocks import Heading, Para
from kzterm.pages.counted import ORDER, counted
from kzterm.pages.layout import Look, lay_out
from kzterm.play.search import MOST_HITS, search
from kzterm.play.session import Session


@pytest.mark.parametrize("words", ["war", "kazakhstan", "sugar", "baku", "น้ำตาล"])
def test_kinds_come_by_their_best_match_and_else_in_one_order(briefing: Briefing, words: str) -> None:
    page = Session(briefing).submit(f"search {words}").page
    linked = [run.link.target for block in page.blocks if isinstance(block, Para) for run in block.runs if run.link]
    kinds = list(dict.fromkeys(type(item) for ident in linked if (item := briefing.find(ident))))
    best = {
        kind: min(hit.rank for hit in search(briefing, words) if type(briefing.find(hit.ident)) is kind)
        for kind in kinds
    }
    assert kinds == sorted(kinds, key=lambda kind: (kind is Caveat, best[kind], ORDER.index(kind)))
    assert len(kinds) > 1


@pytest.mark.parametrize("lang", ["en", "th"])
def test_headings_count_in_words(briefing: Briefing, lang: str) -> None:
    page = Session(briefing, lang).submit("search sugar").page
    kinds = Counter(type(briefing.find(hit.ident)) for hit in search(briefing, "sugar"))
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert sorted(headings) == sorted(counted(kind, count, catalogue(lang)) for kind, count in kinds.items())


def test_one_is_no_plural() -> None:
    assert [counted(Scene, count, catalogue("en")) for count in (1, 2)] == ["1 scene", "2 scenes"]


def test_at_the_most_the_title_says_that_there_are_more(briefing: Briefing) -> None:
    session = Session(briefing)
    assert len(search(briefing, "kazakhstan")) == MOST_HITS
    assert session.submit("search kazakhstan").page.title == 'Search "kazakhstan": 50 places and more'
    few = session.submit("search technoexport").page.title
    assert "and more" not in few


@pytest.mark.parametrize(("words", "shown"), [("cpc", "CPC"), ("valve", "Valve"), ("วาล์ว", "วาล์ว")])
def test_what_matches_in_a_title_stands_out_in_one_link(briefing: Briefing, words: str, shown: str) -> None:
    lang = "en" if words.isascii() else "th"
    page = Session(briefing, lang).submit(f"search {words}").page
    line = next(
        block
        for block in page.blocks
        if isinstance(block, Para) and any(run.link and run.link.target == "cpc-valve" for run in block.runs)
    )
    assert [run.text for run in line.runs if run.style == "strong"] == [shown]
    assert "".join(run.text for run in line.runs) == briefing.scenes["cpc-valve"].title[lang]
    links = lay_out([line], 80, Look()).links
    assert [link.target for link in links] == ["cpc-valve"]


def test_the_likeliest_answers_come_first(briefing: Briefing) -> None:
    page = Session(briefing).submit("how much oil goes through CPC").page
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert "figure" in headings[0]
