"""Cards over the text: they never cover what they are about, nor the prompt, whatever the size."""

import pytest
from test_peek_and_search import app_at, screen
from textual.pilot import Pilot

from kzterm.model.briefing import Briefing
from kzterm.pages.blocks import Link, Page, Para, Run
from kzterm.tui.app import Kzterm
from kzterm.tui.card import Card

SIZES = [(100, 30), (80, 24), (40, 10), (20, 6)]


def of(pilot: Pilot[int]) -> Kzterm:
    assert isinstance(pilot.app, Kzterm)
    return pilot.app


def is_well_placed(app: Kzterm, card: Card) -> bool:
    """Over the text alone, and with a line of it left."""
    area, own = app.reading.region, card.region
    inside = own.y >= area.y and own.bottom <= area.bottom and own.height < area.height
    return bool(card.display) and own.height > 0 and inside and app.prompt.region.height == 1


@pytest.mark.parametrize("size", SIZES)
async def test_the_focused_link_stays_in_view_and_the_cursor_on_it(briefing: Briefing, size: tuple[int, int]) -> None:
    async with app_at(briefing).run_test(size=size) as pilot:
        app = of(pilot)
        await pilot.press("escape", "tab", "f6")
        places = set()
        for _ in range(12):
            await pilot.pause()
            if app.peek.display:
                assert is_well_placed(app, app.peek)
                assert app.reading.cursor == app.cursor_position
                assert not app.peek.region.contains_point(app.cursor_position)
                places.add(app.peek.has_class("above"))
            await pilot.press("tab")
        assert size[1] < 24 or places == {True, False}


async def test_tab_shows_what_lies_behind_the_next_link(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        app = of(pilot)
        await pilot.press("tab", "f6")
        await pilot.pause()
        title = app.peek._layout_.lines[0].text
        await pilot.press("tab")
        await pilot.pause()
        assert app.peek.display
        assert app.peek._layout_.lines[0].text != title
        await pilot.press("f6")
        assert not app.peek.display


@pytest.mark.parametrize("size", SIZES[:-1])
async def test_a_hovered_link_can_still_be_clicked(briefing: Briefing, size: tuple[int, int]) -> None:
    async with app_at(briefing).run_test(size=size) as pilot:
        app = of(pilot)
        await pilot.press("escape")
        for wanted in (0, app.reading.size.height):
            app.submit("bazaar")
            await pilot.press("escape")
            await pilot.pause()
            view, link = min(
                (
                    (view, link)
                    for view, link in app.reading._stops()
                    if view is app.reading.text and view.screen_rows(link)
                ),
                key=lambda one: abs(one[0].row_of(one[1]) - wanted),
            )
            where = view.cursor_of(link)
            await pilot.hover(offset=where)
            await pilot.pause(0.8)
            assert is_well_placed(app, app.peek)
            await pilot.click(offset=where)
            await pilot.pause()
            assert app.reader.session.progress.place.address != "bazaar"


async def test_the_mouse_takes_its_card_away_when_it_leaves_the_card(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        app = of(pilot)
        view, link = next(app.reading._stops())
        await pilot.hover(offset=view.cursor_of(link))
        await pilot.pause(0.8)
        await pilot.hover(app.peek, offset=(1, 1))
        await pilot.pause(0.8)
        assert app.peek.display
        await pilot.hover("#masthead")
        await pilot.pause(0.8)
        assert not app.peek.display


@pytest.mark.parametrize("key", ["f6", "ctrl+p"])
async def test_a_card_fits_every_size(briefing: Briefing, key: str) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        app = of(pilot)
        await pilot.press("escape", "tab", key)
        card = app.peek if key == "f6" else app.palette
        for size in ((40, 10), (20, 6), (100, 30), (30, 8), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            assert is_well_placed(app, card), size
            assert screen(pilot).splitlines()[app.prompt.region.y].strip().startswith(">")


async def test_the_palette_opens_on_a_low_screen(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(20, 6)) as pilot:
        await pilot.press("escape", "ctrl+p", *"umar")
        await pilot.pause()
        assert is_well_placed(of(pilot), of(pilot).palette)
        assert "Umarov" in screen(pilot)


async def test_a_web_link_is_peeked_at_by_its_whole_line(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        app = of(pilot)
        line = "web https://example.org/a.b;c"
        app._open(
            Page(":out", "Out", (Para((Run("out", "text", Link(line, "")),)),)),
            app.reader.session.progress,
            (0, 0),
            None,
        )
        asked: list[str] = []
        monkeypatch.setattr(app, "submit", asked.append)
        await pilot.press("tab", "f6")
        assert asked == [f"peek {line}"]


@pytest.mark.parametrize("lang", ["en", "th"])
async def test_a_long_notice_lies_over_the_text_and_can_be_scrolled(briefing: Briefing, lang: str) -> None:
    async with app_at(briefing, lang=lang).run_test(size=(40, 10)) as pilot:
        app = of(pilot)
        app.submit("xyzzy plugh")
        app._say(*(f"line {number}" for number in range(12)))
        await pilot.pause()
        await pilot.pause()
        assert app.reading.size.height >= 7
        assert is_well_placed(app, app.peek)
        assert "line 0" in screen(pilot)
        assert "line 11" not in screen(pilot)
        rows = screen(pilot).splitlines()[app.peek.content_region.y : app.peek.content_region.bottom]
        assert all("line" in row for row in rows), "no row is left empty"
        for _ in range(12):
            await pilot.press("pagedown")
        await pilot.pause()
        assert "line 11" in screen(pilot)


async def test_a_short_notice_leaves_seven_lines(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(40, 10)) as pilot:
        app = of(pilot)
        for line in ("xyzzy", "go", "who dunnit", "lang klingon"):
            app.submit(line)
            await pilot.pause()
            await pilot.pause()
            assert app.reading.size.height >= 7, line


async def test_short_commands_are_about_the_card_that_is_shown(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        app = of(pilot)
        copied: list[str] = []
        monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
        await pilot.press("tab", "tab", "f6")
        await pilot.pause()
        shown = app.reading.focused
        assert shown is not None and shown.target in briefing.cards
        app.submit("copy")
        app.submit("copy")
        await pilot.press("f6", "tab")
        await pilot.pause()
        other = app.reading.focused
        assert app.peek.display and other is not None and other.target != shown.target
        app.submit("take it")
        assert app.reader.session.progress.taken == (other.target,)
        await pilot.press("f6", "escape")
        app.submit("copy")
        card, scene, closed = copied
        assert card != scene == closed
        assert "The Bazaar" in scene and "The Bazaar" not in card
