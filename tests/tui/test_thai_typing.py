"""Typing Thai at the prompt: letters as readers see them, and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzterm.model.briefing import Briefing
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.text.breaks import Breaker
from kzterm.text.cells import clusters
from kzterm.tui.app import Kzterm
from kzterm.tui.clusters_input import edges, word_starts


def app_of(briefing: Briefing) -> Kzterm:
    return Kzterm(Reader(Session(briefing, "th"), memory_store()))


@given(st.text(alphabet="ที่น้ำเกาแ abc漢"))
def test_edges_are_those_of_clusters(text: str) -> None:
    assert edges(text)[-1] == len(text)
    assert len(edges(text)) == len(clusters(text)) + 1


def test_words_begin_as_textual_has_it_and_inside_runs_of_thai() -> None:
    assert word_starts("go to (the) bazaar", Breaker()) == [0, 3, 7, 12]
    breaker = Breaker({"ค้นน้ำตาล": "ค้น|น้ำตาล"})
    assert word_starts("ค้นน้ำตาล 7", breaker) == [0, 3, 10]


@pytest.mark.parametrize("typed", ["น้ำที่", "กี่ปีนี้"])
async def test_the_cursor_stops_only_between_letters(briefing: Briefing, typed: str) -> None:
    app = app_of(briefing)
    async with app.run_test() as pilot:
        app.prompt.value = typed
        app.prompt.cursor_position = len(typed)
        count = len(clusters(typed))
        passed = []
        for key in ["left"] * count + ["right"] * count:
            await pilot.press(key)
            passed.append(app.prompt.cursor_position)
        places = edges(typed)
        assert passed == [*places[-2::-1], *places[1:]]


async def test_backspace_and_delete_take_a_whole_letter(briefing: Briefing) -> None:
    app = app_of(briefing)
    async with app.run_test() as pilot:
        app.prompt.value = "ที่น้ำนี่"
        app.prompt.cursor_position = len("ที่น้ำนี่")
        await pilot.press("backspace")
        assert app.prompt.value == "ที่น้ำ"
        await pilot.press("left", "delete")
        assert app.prompt.value == "ที่"


async def test_ctrl_w_takes_a_word_and_never_part_of_a_name(briefing: Briefing) -> None:
    app = app_of(briefing)
    async with app.run_test() as pilot:
        app.prompt.value = "ค้นโทคาเยฟ"
        app.prompt.cursor_position = len(app.prompt.value)
        await pilot.press("ctrl+w")
        assert app.prompt.value in ("ค้น", "")
        app.prompt.value = "go to bazaar"
        app.prompt.cursor_position = len(app.prompt.value)
        await pilot.press("ctrl+w")
        assert app.prompt.value == "go to "


async def test_ctrl_w_takes_one_word_at_a_time(briefing: Briefing) -> None:
    app = app_of(briefing)
    async with app.run_test() as pilot:
        app.prompt.value = "ค้น น้ำมันในคาซัคสถาน"
        app.prompt.cursor_position = len(app.prompt.value)
        for left in ("ค้น น้ำมันใน", "ค้น น้ำมัน", "ค้น ", ""):
            await pilot.press("ctrl+w")
            assert app.prompt.value == left
        app.prompt.value = "ค้นโทคาเยฟ"
        app.prompt.cursor_position = len(app.prompt.value)
        await pilot.press("ctrl+w")
        assert app.prompt.value == "ค้น"


async def test_shift_selects_whole_letters(briefing: Briefing) -> None:
    app = app_of(briefing)
    async with app.run_test() as pilot:
        app.prompt.value = "ที่น้ำ"
        app.prompt.cursor_position = len("ที่น้ำ")
        await pilot.press("shift+left")
        assert app.prompt.selected_text == "น้ำ"
        await pilot.press("backspace")
        assert app.prompt.value == "ที่"


async def test_a_click_never_puts_the_cursor_inside_a_letter(briefing: Briefing) -> None:
    app = app_of(briefing)
    async with app.run_test() as pilot:
        app.prompt.value = typed = "น้ำที่นี่กี่ปี"
        await pilot.pause()
        for column in range(8):
            await pilot.click("#prompt", offset=(column, 0))
            assert app.prompt.cursor_position in edges(typed)
