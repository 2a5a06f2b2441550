"""Nobody follows a link that is not to be seen, and a new size never leaves the focus on another link."""

from itertools import permutations

import pytest
from test_peek_and_search import app_at

from kzterm.model.briefing import Briefing

SIZES = [(20, 6), (26, 10), (27, 10), (80, 24), (132, 43)]
"""Where the map becomes an outline, where it is drawn, where all of it has room, and where panels stand beside text."""


@pytest.mark.parametrize("line", ["map", "look", "lang both"])
async def test_every_size_may_follow_every_other(briefing: Briefing, line: str) -> None:
    app = app_at(briefing)
    async with app.run_test(size=SIZES[0]) as pilot:
        app.submit(line)
        for before, after in permutations(SIZES, 2):
            await pilot.resize_terminal(*before)
            await pilot.press("tab")
            focused = app.reading.focused_line
            await pilot.resize_terminal(*after)
            await pilot.pause()
            assert app.reading.focused_line in (focused, None), (before, after)
            if app.reading.focused is not None:
                assert app.reading.shows_focus, (before, after)
                assert app.cursor_position == app.reading.cursor
        await pilot.press("escape", "tab", "enter")
        await pilot.pause()


async def test_a_scene_that_the_map_has_no_more_room_for_loses_the_focus(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(132, 43)) as pilot:
        app.submit("map")
        await pilot.press("right", "up", "up", "up")
        far = app.reading.focused_line
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert app.reading.focused_line in (None, far)
        drawn = app.reading.text._layout_
        assert all(drawn.links[number].line != far for number in drawn.drawn()) == (app.reading.focused is None)
        place = app.reader.session.progress.place
        if app.reading.focused is None:
            await pilot.press("enter")
            await pilot.pause()
            assert app.reader.session.progress.place.same_page(place)


async def test_enter_does_not_follow_what_has_been_scrolled_away(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "pagedown", "pagedown")
        assert not app.reading.shows_focus
        place = app.reader.session.progress.place
        await pilot.press("f6")
        assert not app.peek.display
        await pilot.press("enter")
        await pilot.pause()
        assert app.reader.session.progress.place.same_page(place)


async def test_tab_goes_on_where_the_reader_looks(briefing: Briefing) -> None:
    app = app_at(briefing, "hawks-gallery")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "pagedown", "pagedown")
        top = app.reading.text.scroll_offset.y
        assert top > 0
        await pilot.press("tab")
        assert app.reading.shows_focus
        assert app.reading.text.scroll_offset.y >= top, "never back to the top of the page"
