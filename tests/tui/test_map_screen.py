"""The map on the screen: arrow keys walk it, Enter and the mouse go, back returns to it as it was."""

import pytest
from map_reading import chain, city, star
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from kzterm.config.settings import Settings
from kzterm.model.briefing import Briefing
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.tui.app import Kzterm
from kzterm.tui.walking import leads_on, nearest_towards


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


@pytest.mark.parametrize("letters", ["lkhj", "สา้่"])
async def test_letters_walk_the_map_where_they_are_handed_to_the_page(briefing: Briefing, letters: str) -> None:
    right, up, left, down = [*letters]
    app = Kzterm(Reader(Session(briefing, "en", "bazaar", settings=Settings(keys="reader")), memory_store()))

    async def press(*pressed: str) -> None:
        for letter in pressed:
            # As a terminal sends it: the pilot does not know characters that combine.
            await app.prompt._on_key(Key(_character_to_key(letter), letter))
        await pilot.pause()

    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f2")
        await press(right)
        assert focused(pilot) == "go hall-of-refusals"
        await press(up)
        assert focused(pilot) == "go border-line"
        await press(left, down)
        assert (address(pilot), focused(pilot)) == (":map", "go bazaar")
        await press(right)
        await pilot.press("enter")
        await pilot.pause()
        assert address(pilot) == "hall-of-refusals"
        await press(left)
        assert address(pilot) == ":map"


async def test_letters_typed_ahead_of_the_map_walk_it(briefing: Briefing) -> None:
    app = Kzterm(Reader(Session(briefing, "en", "bazaar", settings=Settings(keys="reader")), memory_store()))
    async with app.run_test(size=(100, 30)) as pilot:
        for name, character in (("f2", None), ("l", "l"), ("l", "l")):
            app.prompt.post_message(Key(name, character))
        await pilot.pause()
        assert (address(pilot), focused(pilot)) == (":map", "go east-gate")


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


@pytest.mark.parametrize("size", [(20, 6), (22, 7), (24, 6), (30, 6), (40, 8), (20, 24)])
@pytest.mark.parametrize("lang", ["en", "th"])
async def test_the_title_of_where_one_is_is_seen_at_any_size(
    briefing: Briefing, size: tuple[int, int], lang: str
) -> None:
    app = app_at(briefing, "reading-room", lang)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f2")
        first = "Reading" if lang == "en" else briefing.scenes["reading-room"].title["th"][:4]
        for columns, rows in (size, (100, 30), size):
            await pilot.resize_terminal(columns, rows)
            await pilot.pause()
            assert any(first in row for row in screen(pilot)), (columns, rows)
    app = app_at(briefing, "reading-room", lang)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert focused(pilot) == "go reading-room"
        assert any(first in row for row in screen(pilot))
        await pilot.press("tab", "tab")
        await pilot.pause()
        assert app.reading.text.shows_focus


@pytest.mark.parametrize("height", [5, 6, 7, 9])
async def test_the_title_of_a_box_higher_than_the_window_is_seen(briefing: Briefing, height: int) -> None:
    async with app_at(briefing).run_test(size=(34, height)) as pilot:
        await pilot.press("f2")
        for key in ("right", "up", "down", "left", "up"):
            await pilot.press(key)
            await pilot.pause()
            cursor = app_of(pilot).reading.cursor
            assert cursor is not None
            assert 0 <= cursor.y < app_of(pilot).reading.text.size.height + 1
            assert screen(pilot)[cursor.y][cursor.x].isalnum()


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


async def test_an_arrow_past_the_edge_draws_what_lies_there(briefing: Briefing) -> None:
    """Nothing is visited by it, the focus stays on its scene, and back leads back."""
    many = chain(briefing, 300)
    async with app_at(many, "pier-100").run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        edge = max(int(app_of(pilot).reading.text.link(box).target[5:]) for box in app_of(pilot).reading.text.boxes())
        await pilot.press(*["right"] * (edge - 100))
        assert (address(pilot), focused(pilot)) == (":map", f"go pier-{edge}")
        await pilot.press("right")
        assert (address(pilot), focused(pilot)) == (f":map pier-{edge}", f"go pier-{edge}")
        await pilot.press("up", "down", "right")
        assert (address(pilot), focused(pilot)) == (f":map pier-{edge}", f"go pier-{edge + 1}")
        assert [ident for ident in app_of(pilot).reader.session.progress.seen if ident in many.scenes] == ["pier-100"]
        assert app_of(pilot).reader.session.progress.place.scene == "pier-100"
        await pilot.press("backspace")
        assert (address(pilot), focused(pilot)) == (":map", f"go pier-{edge}")


async def test_a_chain_can_be_walked_to_its_end(briefing: Briefing) -> None:
    async with app_at(chain(briefing, 40), "pier-0").run_test(size=(60, 24)) as pilot:
        await pilot.press("m", "a", "p", "enter", *["right"] * 60)
        assert focused(pilot) == "go pier-39"


async def test_at_the_centre_there_is_nothing_more_to_draw(briefing: Briefing) -> None:
    many = star(briefing, 20)
    async with app_at(many, "ray-15").run_test(size=(80, 24)) as pilot:
        app_of(pilot).submit("map hub")
        await pilot.press("tab", "up", "up", "up", "up")
        assert address(pilot) == ":map hub"


def test_a_way_on_is_meant_by_its_own_direction_or_where_it_has_none() -> None:
    alone = {1: (10.0, 10.0), 2: (30.0, 10.0)}
    right, down = (1, 0), (0, 1)
    assert leads_on(("s",), alone, 1, down) and leads_on(("se",), alone, 1, down)
    assert not leads_on(("n",), alone, 1, down) and not leads_on((), alone, 1, down)
    assert leads_on(("up",), alone, 1, down)
    assert nearest_towards(alone, 1, right) == 2
    assert leads_on(("e",), alone, 1, down), "where it goes there is a box already"


async def test_links_under_the_map_can_be_followed(briefing: Briefing) -> None:
    async with app_at(star(briefing, 300), "hub").run_test(size=(80, 24)) as pilot:
        await pilot.press("f2")
        await pilot.press(*["tab"] * 9)
        assert focused(pilot) == "go ray-8"
        for size in ((20, 6), (100, 30), (300, 100), (40, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert focused(pilot) == "go ray-8"
        await pilot.press("enter")
        assert address(pilot) == "ray-8"
