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


async def test_after_a_search_in_vain_the_page_is_back_and_it_is_said_once(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown")
        before = app.reading.place
        await pilot.press("f5", *"zzqq")
        await pilot.pause()
        assert "The Bazaar" not in screen(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert screen(pilot).count('Nothing here speaks of "zzqq"') == 1
        assert "0 places" not in screen(pilot)
        assert app.reading.place == before
        assert app.reader.session.progress.place.address == "bazaar"


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


async def test_panels_stay_beside_what_is_found_and_are_no_part_of_it(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(100, 30)) as pilot:
        side = app.reading.side
        before = [line.text for line in side._layout_.lines]
        await pilot.press("f5", *"oil")
        await pilot.pause()
        assert app.reading.wide
        assert "Umarov's assessments" in screen(pilot)
        assert [line.text for line in side._layout_.lines] == before
        results = {link.line for link in app.reading.text._layout_.links}
        for _ in range(len(results) + 2):
            await pilot.press("down")
            assert app.reading.focused_line in results
        await pilot.press("escape")
        await pilot.pause()
        assert "The Bazaar" in screen(pilot)
        assert {view for view, _ in app.reading._stops()} == {app.reading.text, side}


async def test_a_new_width_while_a_search_is_typed(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f5", *"oil")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not app.reading.wide
        assert "CPC" in screen(pilot)
        assert not any("Umarov's assessments" in line.text for line in app.reading.text._layout_.lines)
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        assert app.reading.wide
        assert "Umarov's assessments" in screen(pilot)
        assert "CPC" in screen(pilot)


async def test_a_page_without_panels_is_searched_from_at_its_width(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(100, 30)) as pilot:
        app.submit("coverage")
        await pilot.press("f5", *"oil")
        await pilot.pause()
        assert not app.reading.wide
        assert app.reading.text.region.width == 100


async def test_only_what_the_screen_shows_is_listed_and_the_rest_counted(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", "e")
        await pilot.pause()
        lines = [line.text.strip() for line in app.reading.text._layout_.lines]
        assert lines[-1] == "Enter lists all 50."
        assert len(lines) > app.reading.text.size.height
        await pilot.press("enter")
        await pilot.pause()
        assert len(app.reading.text.stops()) > 40
