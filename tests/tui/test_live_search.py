"""Results while a search is typed: none said so, Tab and the arrows among them, Enter to the one in focus."""

from test_peek_and_search import app_at, screen

from kzterm.model.briefing import Briefing


async def test_that_nothing_is_found_is_shown(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", *"oil")
        assert "CPC" in screen(pilot)
        await pilot.press("q")
        await pilot.pause()
        assert 'Nothing here speaks of "oilq"' in screen(pilot)
        assert "CPC" not in screen(pilot)
        await pilot.press("backspace")
        await pilot.pause()
        assert "CPC" in screen(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "The Bazaar" in screen(pilot)


async def test_tab_and_down_go_to_results_and_enter_opens_one(briefing: Briefing) -> None:
    for key in ("tab", "down"):
        app = app_at(briefing)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f5", *"oil", key)
            await pilot.pause()
            first = app.reading.focused_line
            assert first is not None
            assert app.prompt.value == "search oil"
            assert app.cursor_position == app.reading.cursor
            await pilot.press(key, "shift+tab")
            assert app.reading.focused_line == first
            await pilot.press(key, "up", "enter")
            await pilot.pause()
            assert app.reader.session.progress.place.address in first
            assert app.prompt.value == ""
            await pilot.press("alt+left")
            await pilot.pause()
            assert app.reader.session.progress.place.address == ":search oil"
            assert app.reading.focused_line == first
            await pilot.press("alt+left")
            await pilot.pause()
            assert app.reader.session.progress.place.address == "bazaar"


async def test_typing_goes_on_with_the_search(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", *"oi", "tab", "l")
        await pilot.pause()
        assert app.prompt.value == "search oil"
        assert app.reading.focused_line is None
        await pilot.press("enter")
        await pilot.pause()
        assert app.reader.session.progress.place.address == ":search oil"
        await pilot.press("x", "up", "up", "down")
        assert app.prompt.value == "x", "with lines recalled, the arrows are theirs"
