"""Text from a briefing is data: never markup, never an action, never a control sequence."""

import re
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static

import kzterm.tui
from kzterm.model.briefing import Briefing
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.text.cells import cell_width
from kzterm.text.fold import fold
from kzterm.tui.app import Kzterm
from kzterm.tui.guard import Guard

SOURCES = sorted(Path(kzterm.tui.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("text", ["\x1b]52;c;cm0gLXJm\x07", "\x9b31m", "a\u202eb", "\x00", "\x7f"])
def test_controls_never_leave(text: str) -> None:
    [segment] = Guard().apply([Segment(f"a{text}z", Style(bold=True))], Color.parse("black"))
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", segment.text)
    assert segment.text[0] == "a"
    assert segment.text[-1] == "z"


@pytest.mark.parametrize("text", ["ทำ", "น้ำ", "คว่ำบาตร", "ำ", "abc"])
def test_sara_am_is_drawn_in_two_parts_of_the_same_cells(text: str) -> None:
    [segment] = Guard().apply([Segment(text, Style())], Color.parse("black"))
    assert "\u0e33" not in segment.text
    assert cell_width(segment.text) == cell_width(text)
    assert fold(segment.text) == fold(text)
    assert segment.text.count("\u0e4d") == text.count("\u0e33")


def test_the_ring_of_sara_am_is_below_the_tone_mark() -> None:
    [segment] = Guard().apply([Segment("น้ำ", Style())], Color.parse("black"))
    assert segment.text == "น\u0e4d้\u0e32"


def test_links_that_a_terminal_would_follow_are_dropped() -> None:
    [segment] = Guard().apply([Segment("bank", Style(link="file:///etc/passwd"))], Color.parse("black"))
    assert segment.style is not None
    assert segment.style.link is None


async def test_the_guard_is_at_the_door(briefing: Briefing) -> None:
    app = Kzterm(Reader(Session(briefing), memory_store()))
    async with app.run_test():
        assert any(isinstance(item, Guard) for item in app.get_line_filters())


async def test_typed_markup_stays_text(briefing: Briefing) -> None:
    app = Kzterm(Reader(Session(briefing), memory_store()))
    async with app.run_test(size=(80, 24)) as pilot:
        for line in ("[@click=app.quit]x[/]", "[/]", "[red]x", "x [link='a]"):
            app.submit(line)
            await pilot.pause()
        assert app.is_running


def test_widgets_get_content_never_bare_strings() -> None:
    """`Static("…")` and its like read markup; only `Content` may reach them."""
    sinks = re.compile(r"\b(Static|Label|Button|Option|Tab|notify|Collapsible)\(\s*(f?[\"']|str\()")
    titles = re.compile(r"\b(border_title|border_subtitle|tooltip)\s*=(?!\s*Content)")
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert not sinks.search(text), path.name
        assert not titles.search(text), path.name


async def test_what_is_drawn_by_textual_is_content(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    update = Static.update

    def spy(self: Static, content: VisualType = "", *, layout: bool = True) -> None:
        shown.append(content)
        update(self, content, layout=layout)

    monkeypatch.setattr(Static, "update", spy)
    app = Kzterm(Reader(Session(briefing), memory_store()))
    async with app.run_test(size=(80, 24)) as pilot:
        for line in ("umarov", "xyzzy", "lang th", "help", "search oil", "peek xi"):
            app.submit(line)
            await pilot.pause()
    assert shown
    assert all(isinstance(content, Content) for content in shown)
