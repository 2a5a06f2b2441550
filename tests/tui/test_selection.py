"""Selecting with the mouse: whole letters, and the text as it is in the source."""

import random

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from kzterm.model.briefing import Briefing
from kzterm.pages.blocks import Para, Run
from kzterm.pages.layout import Look, lay_out
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.text.cells import cell_width
from kzterm.tui.app import Kzterm
from kzterm.tui.clusters_input import edges
from kzterm.tui.selection import selected, snapped, span


async def drag(pilot: Pilot[int], start: tuple[int, int], end: tuple[int, int]) -> str:
    """Drag the mouse over the text and return what it selected."""
    assert isinstance(pilot.app, Kzterm)
    view = pilot.app.reading.text
    pilot.app.screen.clear_selection()
    await pilot.mouse_down(view, offset=start)
    await pilot.hover(view, offset=end)
    await pilot.mouse_up(view, offset=end)
    return pilot.app.screen.get_selected_text() or ""


@pytest.mark.parametrize("lang", ["th", "en"])
async def test_drags_tear_nothing(briefing: Briefing, lang: str) -> None:
    app = Kzterm(Reader(Session(briefing, lang, "bazaar"), memory_store()))
    chance = random.Random(7)
    async with app.run_test(size=(80, 24)) as pilot:
        page = app.reading.text
        rows = [line.text for line in page._layout_.lines]
        parts = 0
        for _ in range(40):
            height = min(page.size.height, len(rows))
            places = [(chance.randrange(60), chance.randrange(height)) for _ in range(2)]
            text = await drag(pilot, *places)
            for row, line in enumerate(rows):
                chosen = span(app.screen.selections[page], row, line) if text else None
                assert chosen is None or set(chosen) <= set(edges(line))
            (x, y), (to_x, to_y) = sorted(places, key=lambda place: (place[1], place[0]))
            if y == to_y and text:
                row = y + page.scroll_offset.y
                assert text.rstrip() in rows[row]
                assert cell_width(text) <= to_x - x + 1
            parts += bool(text)
        assert parts > 20


def test_an_offset_at_a_mark_moves_on() -> None:
    assert [snapped("ที่นี่", offset) for offset in range(7)] == [0, 3, 3, 3, 6, 6, 6]


def test_lines_of_a_paragraph_are_joined_as_they_were() -> None:
    text = "กระสอบน้ำตาลเปล่า วางอยู่ตรงนั้น"
    for width in (6, 8, 12, 20):
        layout = lay_out([Para((Run(text),), lead="! "), Para((Run("จบ"),), tight=True)], width, Look())
        assert len(layout.lines) > 2
        everything = Selection(Offset(2, 0), None)
        assert selected(layout.lines, everything) == f"{text}\nจบ", width


async def test_a_selection_is_drawn_and_goes_with_the_page(briefing: Briefing) -> None:
    app = Kzterm(Reader(Session(briefing, "th", "bazaar"), memory_store()))
    async with app.run_test(size=(80, 24)) as pilot:
        plain = app.reading.text.render_line(2)
        assert await drag(pilot, (0, 2), (12, 2))
        await pilot.pause()
        assert app.reading.text.render_line(2) != plain
        await pilot.press("f4")
        await pilot.pause()
        assert not app.screen.get_selected_text()


async def test_a_drag_over_a_link_does_not_follow_it(briefing: Briefing) -> None:
    app = Kzterm(Reader(Session(briefing, "en", "bazaar"), memory_store()))
    async with app.run_test(size=(80, 24)) as pilot:
        for row in range(2, 14):
            await drag(pilot, (2, row), (40, row))
        await pilot.pause()
        assert app.reader.session.progress.place.address == "bazaar"
