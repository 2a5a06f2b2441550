"""A notice that is too long for its rows comes before the text of a new page, and costs it no line."""

import pytest
from test_peek_and_search import app_at, screen
from textual.pilot import Pilot

from kzterm.model.briefing import Briefing

STOP = {"en": "stop 2 of 11", "th": "จุด 2 จาก 11"}


def text_of(app: object) -> list[str]:
    return [line.text for line in app.reading.text._layout_.lines]  # type: ignore[attr-defined]


async def go_to_the_second_stop(pilot: Pilot[int]) -> None:
    for line in ("trail 1", "next", "next"):
        pilot.app.submit(line)  # type: ignore[attr-defined]
        await pilot.pause()


@pytest.mark.parametrize("lang", ["en", "th"])
async def test_a_stop_of_a_trail_leads_its_page_on_a_low_screen(briefing: Briefing, lang: str) -> None:
    app = app_at(briefing, lang=lang)
    async with app.run_test(size=(40, 10)) as pilot:
        await go_to_the_second_stop(pilot)
        title, _, *led = text_of(app)
        assert briefing.scenes[app.reader.session.progress.place.scene].title[lang] == title.strip()
        assert STOP[lang] in " ".join(led[:2])
        assert not app.peek.display
        assert app.reading.text.size.height >= 7


async def test_it_is_no_part_of_the_places_in_the_text(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(40, 10)) as pilot:
        await go_to_the_second_stop(pilot)
        led = text_of(app)
        for _ in range(9):
            await pilot.press("down")
        top = screen(pilot).splitlines()[0]
        app.submit("map")
        await pilot.pause()
        await pilot.press("alt+left")
        await pilot.pause()
        assert screen(pilot).splitlines()[0][:38] == top[:38]
        assert len(text_of(app)) < len(led), "the page comes back without it"


async def test_esc_goes_on_to_what_is_below_it(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(40, 10)) as pilot:
        await go_to_the_second_stop(pilot)
        await pilot.press("tab", "escape")
        assert app.reading.focused is None


async def test_a_search_that_is_given_up_brings_it_back(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(40, 10)) as pilot:
        await go_to_the_second_stop(pilot)
        led = text_of(app)
        await pilot.press("f5", *"oil")
        assert text_of(app) != led
        await pilot.press("escape")
        await pilot.pause()
        assert text_of(app) == led


async def test_with_room_again_the_notice_keeps_its_place(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(40, 10)) as pilot:
        await go_to_the_second_stop(pilot)
        said = " ".join(app._reply.notice)[:20]  # type: ignore[union-attr]
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert screen(pilot).count(said) == 1
