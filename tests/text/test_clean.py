"""What may pass to a terminal."""

import pytest

from kzterm.text.clean import FORBIDDEN, cleaned, name_of


@pytest.mark.parametrize(
    "character", ["\x1b", "\x00", "\x07", "\x7f", "\x9b", "\u202e", "\u2066", "\u200f", "\ud800", "\U000e0041"]
)
def test_steering_characters_never_pass(character: str) -> None:
    assert FORBIDDEN.search(character)
    assert cleaned(f"a{character}b") == "ab"


@pytest.mark.parametrize("text", ["plain", "น้ำตาล", "tab\tand\nline", "e\u0301", "\u200d", "👩‍🚀", "\ufe0f"])
def test_text_passes(text: str) -> None:
    assert cleaned(text) == text


def test_carriage_returns_become_line_feeds() -> None:
    assert cleaned("a\r\nb\x1bc") == "a\nbc"


def test_name() -> None:
    assert name_of("\x1b") == "U+001B"
