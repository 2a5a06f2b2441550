"""Lines wider than their field, and text that arrives faster than anybody types."""

import os
import select
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_driver import Program
from test_peek_and_search import app_at, screen
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message
from textual.widgets import Input

from kzterm.config.settings import Settings
from kzterm.model.briefing import Briefing
from kzterm.play.session import MOST_CHARACTERS, Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.text.cells import cell_width
from kzterm.tui.app import Kzterm
from kzterm.tui.bursts import Burst, BurstParser


@pytest.mark.parametrize("size", [(20, 6), (40, 10), (80, 24)])
@pytest.mark.parametrize("typed", ["and the quick brown fox jumps over the lazy dog " * 3, "ผู้ที่อยู่ใกล้น้ำนั้นกินปลา" * 6])
async def test_what_is_typed_last_is_seen(briefing: Briefing, size: tuple[int, int], typed: str) -> None:
    app = app_at(briefing)
    async with app.run_test(size=size) as pilot:
        app.prompt.post_message(events.Paste(typed))
        await pilot.pause()
        row = screen(pilot).splitlines()[app.prompt.region.y]
        assert row.rstrip().endswith(typed.rstrip()[-9:].replace("ำ", "ํา"))
        assert app.prompt.caret.x == size[0] - 2
        await pilot.press("home")
        assert screen(pilot).splitlines()[app.prompt.region.y].strip().startswith(f"> {typed[:9]}")
        assert app.prompt.caret.x == 3
        await pilot.press(*["right"] * 70)
        before = typed[: app.prompt.cursor_position]
        assert app.prompt.caret.x - 3 + app.prompt.scroll_offset.x == cell_width(before)
        assert app.prompt.content_region.contains_point(app.prompt.caret)


async def test_what_stands_before_the_cursor_is_seen_while_it_is_deleted(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(40, 10)) as pilot:
        app.prompt.post_message(events.Paste("0123456789" * 6))
        await pilot.pause()
        for _ in range(55):
            await pilot.press("backspace")
            assert app.prompt.caret.x >= min(app.prompt.cursor_position, 9) + 3
        assert screen(pilot).splitlines()[app.prompt.region.y].strip() == "> 01234"


async def test_a_narrower_screen_keeps_the_cursor_in_view(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*("x" * 50))
        await pilot.resize_terminal(30, 10)
        await pilot.pause()
        assert app.prompt.content_region.contains_point(app.prompt.caret)


async def test_a_burst_is_typed_where_it_is_not_keys(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(Burst("/oil"))
        await pilot.pause()
        assert app.prompt.value == "search oil"
        app.prompt.clear()
        app.post_message(Burst(" bazaar"))
        await pilot.pause()
        assert app.prompt.value == "bazaar", "the space pages down, as it does when it comes alone"


async def test_a_burst_moves_the_page_where_letters_do(briefing: Briefing) -> None:
    app = Kzterm(Reader(Session(briefing, "en", "bazaar", settings=Settings(keys="reader")), memory_store()))
    async with app.run_test(size=(80, 16)) as pilot:
        app.post_message(Burst("jj:quotes"))
        await pilot.pause()
        assert app.reading.text.scroll_offset.y == 2
        assert app.prompt.value == "quotes"


async def test_a_line_has_an_end_and_it_is_said(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(5):
            app.post_message(Burst("x" * 900))
        await pilot.pause()
        assert app.prompt.value == "x" * MOST_CHARACTERS
        assert "2000 characters" in screen(pilot)


def as_keys(found: Iterator[Message]) -> list[object]:
    """Events, with bursts taken apart."""
    return [
        (key.key, key.character) if isinstance(key, events.Key) else getattr(key, "text", type(key))
        for event in found
        for key in (event.keys() if isinstance(event, Burst) else [event])
    ]


@pytest.mark.parametrize(
    "data",
    [
        "help\rx sack\x1b[A\x1b[1;5Cabc",
        "ab\x1b[200~pasted text\rand more\x1b[201~cd",
        "\x1bOPxyz\x7f\x7fน้ำตาล",
        "a\x1b[<0;10;5Mbc\x1b[<0;10;5mde",
    ],
)
@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_bursts_are_the_keys_that_they_stand_for(data: str, size: int) -> None:
    """However it is cut into chunks."""
    ours, textuals = BurstParser(False), XTermParser(False)
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    found = [event for chunk in chunks for event in ours.feed(chunk)]
    assert as_keys(iter(found)) == as_keys(event for chunk in chunks for event in textuals.feed(chunk))
    if size == 1000 and data[1] != "\x1b" and data[0] != "\x1b":
        assert isinstance(found[0], Burst)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    running = Program(tmp_path)
    running.wait_for(b"Reading Room")
    running.read(0.5)
    yield running
    running.close()


def pour(program: Program, data: bytes, seconds: float) -> int:
    """Write as fast as the program takes it, and read what it draws; what is left unwritten."""
    os.set_blocking(program.master, False)
    until = time.monotonic() + seconds
    while data and time.monotonic() < until:
        can_read, can_write, _ = select.select([program.master], [program.master], [], 0.5)
        if can_write:
            data = data[os.write(program.master, data[:4096]) :]
        if can_read:
            program.read(0.001)
    os.set_blocking(program.master, True)
    return len(data)


def test_a_megabyte_without_brackets_ends(program: Program) -> None:
    assert pour(program, b"x" * 1_000_000, 20) == 0
    program.output = b""
    program.type(b"\x15help\r")
    program.wait_for(b"Whatever prints")
    assert program.leave() == 0


@pytest.mark.parametrize("data", [b"x" * 2_000_000, b"help\rlook\r" * 100_000], ids=["a line", "lines"])
def test_a_signal_is_obeyed_in_the_middle_of_a_paste(program: Program, data: bytes) -> None:
    pour(program, data, 0.5)
    program.output = b""
    program.process.send_signal(signal.SIGTERM)
    until = time.monotonic() + 10
    while program.process.poll() is None:
        assert time.monotonic() < until, "it does not end"
        program.read(0.05)
    program.read(0.2)
    assert program.process.returncode == 128 + signal.SIGTERM
    assert b"\x1b[?1049l" in program.output


def test_the_prompt_is_textuals_input_still() -> None:
    """Its own `_watch_selection` is replaced: should it be renamed, lines would be typed blind again."""
    assert hasattr(Input, "_watch_selection")
    assert hasattr(Input, "_watch_value")
