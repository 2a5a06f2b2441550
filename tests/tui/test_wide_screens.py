"""Screens with room to spare: the panels grow beside the text, and nothing stands far apart."""

import pytest
from test_peek_and_search import app_at, screen

from kzterm.model.briefing import Briefing
from kzterm.tui.reading import MEASURE, SIDE, WIDEST_SIDE


@pytest.mark.parametrize(("width", "side"), [(100, SIDE), (124, SIDE), (140, 52), (300, WIDEST_SIDE)])
async def test_panels_grow_and_stay_beside_the_text(briefing: Briefing, width: int, side: int) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.resize_terminal(width, 40)
        await pilot.pause()
        text, panels = app.reading.text, app.reading.side
        assert panels.region.width == side
        assert panels.region.x == text.region.right
        assert text.region.width - MEASURE <= 4
        assert max(len(line.text) for line in panels._layout_.lines) <= side
        assert "Umarov's assessments" in screen(pilot)


async def test_two_languages_keep_the_panels_beside_where_there_is_room(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(300, 60)) as pilot:
        app.submit("lang both")
        await pilot.pause()
        assert app.reading.wide
        assert app.reading.side.region.x == app.reading.text.region.right
        await pilot.resize_terminal(180, 60)
        await pilot.pause()
        assert not app.reading.wide
        assert app.reading.text.region.width == 180


async def test_counts_and_the_language_sign_can_be_clicked(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        rows = screen(pilot).splitlines()
        row = app.query_one("#status").region.y
        await pilot.click(offset=(rows[row].index("assessments"), row))
        await pilot.pause()
        assert app.reader.session.progress.place.address.startswith(":assess")
        await pilot.click(offset=(screen(pilot).splitlines()[0].index(" EN ") + 1, 0))
        await pilot.pause()
        assert app.reader.session.progress.lang == "th"
