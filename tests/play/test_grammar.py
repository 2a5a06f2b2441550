"""From a line to commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzterm.play.grammar import commands, listed, polite_less
from kzterm.play.interpret import begins_command
from kzterm.play.questions import question


def split(line: str) -> list[str]:
    return commands(line, lambda piece: piece.startswith("note "), begins_command)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("n", ["n"]),
        ("n. x sack. take it", ["n", "x sack", "take it"]),
        ("n.s", ["n", "s"]),
        ("n; s", ["n", "s"]),
        ("n then s", ["n", "s"]),
        ("look.", ["look"]),
        ("note see p. 4. and 5.", ["note see p. 4. and 5."]),
        ("n. note a. b", ["n", "note a. b"]),
        ("x 1.10", ["x 1.10"]),
        ("source essay:1", ["source essay:1"]),
        ("", []),
        ("...", []),
    ],
)
def test_sequences(line: str, expected: list[str]) -> None:
    assert split(line) == expected


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("please look", "look"),
        ("could you please open the sack, thanks", "open the sack"),
        ("I want to go north", "go north"),
        ("please", "please"),
        ("ช่วยดูหน่อยครับ", "ดู"),
        ("ขอดูกระสอบหน่อยค่ะ", "ดูกระสอบ"),
        ("ช่วย", "ช่วย"),
    ],
)
def test_politeness_is_dropped(words: str, plain: str) -> None:
    assert polite_less(words) == plain


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("sack", ["sack"]),
        ("sack and board", ["sack", "board"]),
        ("sack, board and chain", ["sack", "board", "chain"]),
        ("กระสอบ และ กระดาน", ["กระสอบ", "กระดาน"]),
    ],
)
def test_lists(words: str, members: list[str]) -> None:
    assert listed(words) == members


@pytest.mark.parametrize(
    ("words", "asks", "about"),
    [
        ("who is umarov?", "who", "umarov"),
        ("what's CPC", "what", "CPC"),
        ("why is kazakhstan wary", "why", "kazakhstan wary"),
        ("when was the visit", "when", "the visit"),
        ("อูมารอฟคือใคร", "who", "อูมารอฟ"),
        ("ทำไมคาซัคสถานถอย", "why", "คาซัคสถานถอย"),
        ("CPC คืออะไร", "what", "cpc"),
        ("เยือนเมื่อไร", "when", "เยือน"),
    ],
)
def test_questions(words: str, asks: str, about: str) -> None:
    found = question(words)
    assert found is not None
    assert (found.asks, found.about) == (asks, about)


def test_no_question() -> None:
    assert question("umarov") is None


@given(st.text(max_size=100))
def test_any_text_is_taken_apart(line: str) -> None:
    for command in split(line):
        assert command
        polite_less(command)
        question(command)
        listed(command)
