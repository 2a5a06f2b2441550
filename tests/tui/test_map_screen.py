"""The map on the screen: arrow keys walk it, Enter and the mouse go, back returns to it as it was."""

import pytest
from map_reading import city
from textual.pilot import Pilot

from kzterm.model.briefing import Briefing
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.tui.app import Kzterm
from kzterm.tui.walking import nearest_towards


def app_at(briefing: Briefing, scene: str = "bazaar", lang: str = "en") -> Kzterm:
    return Kzterm(Reader(Session(briefing, lang, scene), memory_store()))


def app_of(pilot: Pilot[int]) -> Kzterm:
    assert isinstance(pilot.app, Kzterm)
    return pilot.app


def address(pilot: Pilot[int]) -> str:
    return app_of(pilot).reader.session.progress.place.address


def focused(pilot: Pilot[int]) -> str | None:
    return app_of(pilot).reading.focused_line


def screen(pilot: Pilot[int]) -> list[str]:
    lines = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in line) for line in lines]


@pytest.mark.parametrize("size", [(140, 45), (100, 30), (80, 24), (40, 24)])
@pytest.mark.parametrize("lang", ["en", "th"])
async def test_f2_shows_the_map_with_the_reader_in_view(briefing: Briefing, size: tuple[int, int], lang: str) -> None:
    async with app_at(briefing, lang=lang).run_test(size=size) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert address(pilot) == ":map"
        assert focused(pilot) == "go bazaar"
        rows = screen(pilot)
        assert any("╔●" in row for row in rows)
        assert any("╚═" in row for row in rows)


async def test_arrows_walk_and_enter_goes(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(100, 30)) as pilot:
        await pilot.press("f2", "right")
        assert focused(pilot) == "go hall-of-refusals"
        await pilot.press("up")
        assert focused(pilot) == "go border-line"
        await pilot.press("left", "down")
        assert focused(pilot) == "go bazaar"
        await pilot.press("right", "enter")
        await pilot.pause()
        assert address(pilot) == "hall-of-refusals"


async def test_arrows_reach_every_scene(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        boxes = app.reading.text.boxes()
        reached = [next(box for box in boxes if app.reading.text.link(box).target == "bazaar")]
        for box in reached:
            for heading in ((0, -1), (1, 0), (0, 1), (-1, 0)):
                found = nearest_towards(boxes, box, heading)
                if found is not None and found not in reached:
                    reached.append(found)
        assert {app.reading.text.link(box).target for box in reached} == set(briefing.scenes)


async def test_what_is_typed_keeps_its_arrows(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(100, 30)) as pilot:
        await pilot.press("f2", *"baku", "left", "left", "x")
        assert app_of(pilot).prompt.value == "baxku"
        assert focused(pilot) == "go bazaar"


async def test_elsewhere_arrows_scroll(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "down", "down")
        assert focused(pilot) is None
        assert app_of(pilot).reading.text.scroll_offset.y == 2


async def test_a_click_anywhere_in_a_box_goes(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(100, 30)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        rows = screen(pilot)
        row = next(number for number, text in enumerate(rows) if "Hall of" in text)
        column = rows[row].index("Hall of")
        await pilot.click(offset=(column + 9, row + 2))
        await pilot.pause()
        assert address(pilot) == "hall-of-refusals"


async def test_back_returns_to_the_map_as_it_was(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        await pilot.press("f2", "down", "down", "right", "right")
        place, line = app_of(pilot).reading.place, focused(pilot)
        await pilot.press("enter")
        assert address(pilot) != ":map"
        await pilot.press("backspace")
        await pilot.pause()
        assert address(pilot) == ":map"
        assert focused(pilot) == line
        assert app_of(pilot).reading.place == place


async def test_a_resize_redraws_the_map_and_keeps_the_focus(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(140, 45)) as pilot:
        await pilot.press("f2", "right", "up")
        for size in ((80, 24), (100, 30), (40, 12), (20, 6), (1, 1), (140, 45)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert focused(pilot) == "go border-line"
        view = app_of(pilot).reading.text
        assert any("Line Nobody Can See" in row for row in screen(pilot))
        assert view.virtual_size.height < 45
        await pilot.press("down")
        assert focused(pilot) == "go hall-of-refusals"


async def test_the_cursor_stands_on_the_title(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(100, 30)) as pilot:
        await pilot.press("f2", "right")
        await pilot.pause()
        cursor = app_of(pilot).reading.cursor
        assert cursor is not None
        assert screen(pilot)[cursor.y][cursor.x :].startswith("Hall of")


async def test_300_scenes_can_be_walked(briefing: Briefing) -> None:
    many = city(briefing, 300)
    async with app_at(many, "room-8-8").run_test(size=(80, 24)) as pilot:
        for _ in range(4):
            await pilot.press("f2", "right", "enter")
            await pilot.pause()
        assert address(pilot) in many.scenes
        assert address(pilot) != "room-8-8"
        await pilot.press("f2")
        await pilot.pause()
        assert any("╔●" in row for row in screen(pilot))


async def test_the_legend_is_in_view_where_the_box_allows(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        rows = screen(pilot)
        assert any("you are here" in row for row in rows)
        assert any("╔●" in row for row in rows)
        assert any("╚═" in row for row in rows)
