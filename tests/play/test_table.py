"""The verb table: one row each, and everything else made from it."""

from collections import Counter

import commands_page
import pytest

from kzterm.model.briefing import Briefing
from kzterm.play.commands.moving import direction_of
from kzterm.play.commands.table import VERBS
from kzterm.play.completion import completions
from kzterm.play.session import Session
from kzterm.play.verb import Verb
from kzterm.text.fold import fold


def test_no_word_names_two_verbs() -> None:
    words = Counter(fold(word) for verb in VERBS for word in (verb.name, *verb.aliases, *verb.thai))
    assert [word for word, count in words.items() if count > 1] == []


def test_no_verb_is_hidden_by_a_direction() -> None:
    assert [word for verb in VERBS for word in (verb.name, *verb.aliases, *verb.thai) if direction_of(word)] == []


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_row_is_whole(verb: Verb) -> None:
    assert verb.thai, "a Thai name"
    assert verb.help and not verb.help.endswith(".")
    assert verb.example.split()[0] == verb.name


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_its_example_works(briefing: Briefing, verb: Verb) -> None:
    session = Session(briefing, scene="bazaar")
    session.submit("take sack")
    session.submit("note what for")
    reply = session.submit(verb.example)
    assert not any("don't" in line or "Nothing here" in line or "no such" in line for line in reply.notice), (
        reply.notice
    )


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_help_tells_about_it(briefing: Briefing, verb: Verb) -> None:
    page = Session(briefing).submit(f"help {verb.name}").page
    assert verb.name in page.title
    everything = str(Session(briefing).submit("help").page.blocks)
    assert verb.help in everything


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_completion_knows_it(briefing: Briefing, verb: Verb) -> None:
    turn = Session(briefing).turn()
    stem = verb.name[: max(2, len(verb.name) - 1)]
    assert verb.name in (*completions(turn, stem), stem)


def test_the_page_of_commands_is_made_from_it() -> None:
    assert commands_page.PAGE.read_text(encoding="utf-8") == commands_page.page(), "run tools/commands_page.py"
