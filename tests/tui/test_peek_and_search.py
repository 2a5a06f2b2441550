"""Peeking behind a link, searching while typing, and what the prompt completes and recalls."""

from textual.pilot import Pilot

from kzterm.model.briefing import Briefing
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.tui.app import Kzterm


def app_at(briefing: Briefing, scene: str = "bazaar", lang: str = "en") -> Kzterm:
    return Kzterm(Reader(Session(briefing, lang, scene), memory_store()))


def screen(pilot: Pilot[int]) -> str:
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


async def test_f6_peeks_at_the_focused_link_and_escape_closes(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        app.page_peek()
        await pilot.pause()
        assert app.peek.display
        assert "What is said of them" in screen(pilot) or "Kind" in screen(pilot)
        assert app.reader.session.progress.place.address == "bazaar"
        await pilot.press("escape")
        assert not app.peek.display
        assert app.reading.focused_line == "examine kazakhstan"


async def test_a_typed_peek(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"peek umarov", "enter")
        await pilot.pause()
        assert app.peek.display
        assert app.reader.session.progress.place.address == "bazaar"
        await pilot.press("n", "enter")
        assert not app.peek.display


async def test_the_mouse_peeks_by_resting(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = screen(pilot).splitlines()
        row = next(number for number, text in enumerate(rows) if "Kazakhstan" in text and number > 1)
        await pilot.hover(offset=(rows[row].index("Kazakhstan") + 1, row))
        await pilot.pause(0.8)
        assert app.peek.display
        await pilot.hover(offset=(40, 1))
        await pilot.pause(0.8)
        assert not app.peek.display


async def test_results_come_while_typing_and_go_with_escape(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "tab", "pagedown")
        place, focus = app.reading.place, app.reading.focused_line
        await pilot.press(*"search pipel")
        await pilot.pause()
        assert "CPC" in screen(pilot)
        assert app.reader.session.progress.place.address == "bazaar"
        await pilot.press("escape")
        await pilot.pause()
        assert (app.reading.place, app.reading.focused_line) == (place, focus)
        assert "The Bazaar" in screen(pilot) or place != (0, 0)


async def test_enter_keeps_the_results_and_back_returns(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"search oil", "enter")
        await pilot.pause()
        assert app.reader.session.progress.place.address == ":search oil"
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert app.reader.session.progress.place.address in {*briefing.cards, *briefing.scenes, *briefing.trails}
        await pilot.press("alt+left", "alt+left")
        await pilot.pause()
        assert app.reader.session.progress.place.address == "bazaar"


async def test_tab_completes_what_is_typed(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"exam", "tab")
        assert app.prompt.value == "examine"
        app.prompt.clear()
        await pilot.press(*"x the empty su", "tab")
        assert app.prompt.value == "x the empty sugar sack"
        app.prompt.clear()
        await pilot.press(*"ตล", "tab")
        assert app.prompt.value == "ตลาด"


async def test_several_ways_to_go_on_are_listed(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"lang ", "tab")
        await pilot.pause()
        assert "en  th  both" in screen(pilot)
        await pilot.press("b")
        assert "en  th  both" not in screen(pilot), "they go with the line they are for"


async def test_arrows_recall_lines_when_something_is_typed(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"who", "enter", *"places", "enter")
        await pilot.press("x", "up")
        assert app.prompt.value == "places"
        await pilot.press("up")
        assert app.prompt.value == "who"
        await pilot.press("down", "down")
        assert app.prompt.value == "x"


async def test_many_pasted_lines_run_one_by_one(briefing: Briefing) -> None:
    from textual import events

    app = app_at(briefing, "reading-room")
    async with app.run_test(size=(80, 24)) as pilot:
        app.prompt.post_message(events.Paste("n\ne\nhelp"))
        await pilot.pause()
        assert app.reader.session.progress.place.address == "analyst-desk"
        assert app.prompt.value == "help"


async def test_a_megabyte_pasted_is_cut_and_said(briefing: Briefing) -> None:
    from textual import events

    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        app.prompt.post_message(events.Paste("x" * 1_000_000))
        await pilot.pause()
        assert len(app.prompt.value) == 2_000
        assert "long paste" in screen(pilot)


async def test_notes_are_changed_from_the_notebook(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"note sweet", "enter", *"notebook", "enter")
        await pilot.pause()
        while app.reading.focused_line != "note #1 sweet":
            await pilot.press("tab")
        await pilot.press("enter")
        assert app.prompt.value == "note #1 sweet"
        await pilot.press(*"er", "enter")
        assert [note.text for note in app.reader.session.progress.notes] == ["sweeter"]
        await pilot.press(*"undo", "enter")
        assert [note.text for note in app.reader.session.progress.notes] == ["sweet"]


async def test_both_languages_stand_side_by_side_or_interleaved(briefing: Briefing) -> None:
    for size, side_by_side in (((120, 30), True), ((80, 30), False)):
        app = app_at(briefing)
        async with app.run_test(size=size) as pilot:
            app.submit("lang both")
            await pilot.pause()
            rows = screen(pilot).splitlines()
            mixed = [row for row in rows if "Kazakhstan, the article" in row and "คาซัคสถาน" in row]
            assert bool(mixed) == side_by_side
