"""What Tab offers: each thing once, by name, for every way of asking; and how a list of it is shown."""

import pytest

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor
from kzterm.play.completion import completions
from kzterm.play.session import Session
from kzterm.play.spellings import key_of, spellings
from kzterm.text.cells import cell_width
from kzterm.text.fold import is_thai
from kzterm.tui.candidates import candidate_rows


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("who is tok", "who is Tokayev"),
        ("what is the empty su", "what is the empty sugar sack"),
        ("where is the baz", "where is The Bazaar"),
        ("n. x s", "n. x sack"),
        ("e; go nor", "e; go north"),
        ("ดูโทคา", "ดูโทคาเยฟ"),
    ],
)
def test_every_way_of_asking_is_completed(briefing: Briefing, typed: str, whole: str) -> None:
    found = completions(Session(briefing, scene="bazaar").turn(), typed)
    assert any(key_of(line) == key_of(whole) or line.startswith(whole) for line in found), found


@pytest.mark.parametrize("typed", ["12", "๑๒", "n.", "x sack; ", "note about umar", "n. search oi"])
def test_some_lines_are_not(briefing: Briefing, typed: str) -> None:
    assert completions(Session(briefing).turn(), typed) == ()


@pytest.mark.parametrize("typed", ["who ", "timeline to", "who tok", "timeline "])
def test_only_actors_are_offered_where_only_actors_fit(briefing: Briefing, typed: str) -> None:
    found = completions(Session(briefing).turn(), typed)
    known = {name for card in briefing.cards.values() if isinstance(card, Actor) for name in spellings(card)}
    assert found
    assert all(line.split(" ", 1)[1] in known for line in found)


@pytest.mark.parametrize("typed", ["x k", "ดู ค", "peek t", "x "])
def test_each_thing_is_offered_once_in_the_script_that_is_typed(briefing: Briefing, typed: str) -> None:
    session = Session(briefing)
    found = completions(session.turn(), typed)
    names = [line.split(" ", 1)[1] for line in found]
    if typed.split(" ")[1]:
        assert all(is_thai(name) == is_thai(typed) for name in names)
    for card in briefing.cards.values():
        if isinstance(card, Actor):
            assert sum(name in set(spellings(card)) for name in names) <= 1, card.id


def test_a_list_shows_what_differs_and_cuts_nothing() -> None:
    lines = [f"x the {name} of sugar" for name in ("sack", "board", "barrel", "pipeline", "crown")]
    assert candidate_rows(lines, 49, 3) == (
        "sack of sugar  board of sugar  barrel of sugar",
        "pipeline of sugar  crown of sugar",
    )
    rows = candidate_rows(lines, 34, 2)
    assert rows == ("sack of sugar  board of sugar", "barrel of sugar …")
    assert all(cell_width(row) <= 34 for row in rows)
