"""The reading screen: links by keyboard and mouse, back, resize, language."""

import pytest
from textual.pilot import Pilot

from kzterm.model.briefing import Briefing
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.text.cells import cell_width
from kzterm.tui.app import Kzterm


def app_at(briefing: Briefing, scene: str = "bazaar", lang: str = "en") -> Kzterm:
    return Kzterm(Reader(Session(briefing, lang, scene), memory_store()))


def focused(pilot: Pilot[int]) -> str | None:
    assert isinstance(pilot.app, Kzterm)
    return pilot.app.reading.focused_line


def address(pilot: Pilot[int]) -> str:
    assert isinstance(pilot.app, Kzterm)
    return pilot.app.reader.session.progress.place.address


def screen(pilot: Pilot[int]) -> list[str]:
    """The rows as drawn."""
    lines = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in line) for line in lines]


SIZES = [(100, 30), (80, 24), (40, 24)]


@pytest.mark.parametrize("size", SIZES)
async def test_tab_goes_through_links_in_reading_order(briefing: Briefing, size: tuple[int, int]) -> None:
    async with app_at(briefing).run_test(size=size) as pilot:
        seen = []
        for _ in range(4):
            await pilot.press("tab")
            seen.append(focused(pilot))
        assert seen[0] == "examine kazakhstan"
        assert len(set(seen)) == 4
        await pilot.press("shift+tab")
        assert focused(pilot) == seen[2]


async def test_tab_reaches_panels_things_and_exits(briefing: Briefing) -> None:
    for size in SIZES:
        async with app_at(briefing).run_test(size=size) as pilot:
            seen = set()
            for _ in range(60):
                await pilot.press("tab")
                seen.add(focused(pilot))
            assert {"examine sugar-sack", "examine economic-dependence", "assess all"} <= seen
            assert any(line and line.startswith("go ") for line in seen)


async def test_the_focused_link_is_in_view(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(40, 12)) as pilot:
        for _ in range(25):
            await pilot.press("tab")
            view, link = pilot.app.reading._focus  # type: ignore[attr-defined]
            assert 0 <= view.row_of(link) - view.scroll_offset.y < view.size.height


async def test_enter_follows_and_backspace_restores_scroll_and_focus(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(40, 16)) as pilot:
        for _ in range(12):
            await pilot.press("tab")
        line, anchor = focused(pilot), pilot.app.reading.place  # type: ignore[attr-defined]
        assert anchor != (0, 0)
        await pilot.press("enter")
        assert address(pilot) != "bazaar"
        await pilot.press("backspace")
        await pilot.pause()
        assert address(pilot) == "bazaar"
        assert focused(pilot) == line
        assert pilot.app.reading.place == anchor  # type: ignore[attr-defined]
        await pilot.press("alt+right")
        assert address(pilot) != "bazaar"
        await pilot.press("alt+left")
        assert address(pilot) == "bazaar"


async def test_backspace_deletes_before_it_goes_back(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        pilot.app.submit("umarov")  # type: ignore[attr-defined]
        await pilot.press("x", "backspace", "backspace")
        assert address(pilot) == "umarov"
        assert pilot.app.prompt.value == ""  # type: ignore[attr-defined]


async def test_typed_lines_and_notices(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        await pilot.press(*"umarov", "enter")
        assert address(pilot) == "umarov"
        await pilot.press(*"xyzzy", "enter")
        assert any('called "xyzzy"' in row for row in screen(pilot))
        await pilot.press("escape")
        assert not any('called "xyzzy"' in row for row in screen(pilot))


async def test_space_pages_only_on_an_empty_prompt(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 16)) as pilot:
        await pilot.pause()
        await pilot.press("space")
        assert pilot.app.reading.place != (0, 0)  # type: ignore[attr-defined]
        await pilot.press("home")
        await pilot.press(*"go", "space")
        assert pilot.app.prompt.value == "go "  # type: ignore[attr-defined]
        assert pilot.app.reading.place == (0, 0)  # type: ignore[attr-defined]


async def test_a_click_follows_a_link(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        rows = screen(pilot)
        row = next(
            number
            for number, text in enumerate(rows)
            if "Kazakhstan, the" in text or ("Kazakhstan" in text and number > 2)
        )
        column = rows[row].index("Kazakhstan")
        await pilot.click(offset=(column + 2, row))
        await pilot.pause()
        assert address(pilot) == "kazakhstan"


async def test_a_click_on_a_citation_opens_its_paragraph(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        rows = screen(pilot)
        row = next(number for number, text in enumerate(rows) if "⁷" in text)
        await pilot.click(offset=(rows[row].index("⁷"), row))
        await pilot.pause()
        assert address(pilot) == ":source 7"


async def test_language_switches_in_place(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        for _ in range(3):
            await pilot.press("tab")
        line = focused(pilot)
        await pilot.press("f4")
        await pilot.pause()
        assert pilot.app.reader.session.progress.lang == "th"  # type: ignore[attr-defined]
        assert address(pilot) == "bazaar"
        assert focused(pilot) == line
        assert any("ตลาด" in row for row in screen(pilot))


@pytest.mark.parametrize(("before", "after"), [((100, 30), (40, 24)), ((40, 24), (120, 40)), ((80, 24), (30, 10))])
async def test_a_resize_keeps_the_readers_paragraph(
    briefing: Briefing, before: tuple[int, int], after: tuple[int, int]
) -> None:
    async with app_at(briefing, "hawks-gallery").run_test(size=before) as pilot:
        for _ in range(2):
            await pilot.press("pagedown")
        await pilot.pause()
        block = pilot.app.reading.place[0]  # type: ignore[attr-defined]
        await pilot.resize_terminal(*after)
        await pilot.pause()
        lines = pilot.app.reading.text._layout_.lines  # type: ignore[attr-defined]
        keys = pilot.app.reading.text._keys  # type: ignore[attr-defined]
        top = pilot.app.reading.text.scroll_offset.y  # type: ignore[attr-defined]
        height = pilot.app.reading.text.size.height  # type: ignore[attr-defined]
        visible = {keys[line.block] for line in lines[top : top + height]}
        assert block in visible


async def test_panels_stand_beside_the_text_when_there_is_room(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(100, 30)) as pilot:
        assert pilot.app.reading.wide  # type: ignore[attr-defined]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not pilot.app.reading.wide  # type: ignore[attr-defined]
        await pilot.press("escape")
        assert any("1 quote" in row or "0 quotes" in row for row in screen(pilot))


@pytest.mark.parametrize("size", [(1, 1), (5, 3), (20, 6), (40, 10), (200, 60)])
async def test_any_size_is_survived(briefing: Briefing, size: tuple[int, int]) -> None:
    async with app_at(briefing).run_test(size=size) as pilot:
        await pilot.press("tab", "pagedown", *"help", "enter", "f4")
        await pilot.pause()
        assert address(pilot) == ":help"


async def test_a_small_screen_keeps_the_text(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(40, 10)) as pilot:
        assert pilot.app.reading.size.height >= 7  # type: ignore[attr-defined]


async def test_quit(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"quit", "enter")
    assert app.return_code == 0


@pytest.mark.parametrize("size", [(20, 6), (27, 8), (40, 10), (64, 20), (80, 24), (99, 30), (100, 30), (300, 100)])
@pytest.mark.parametrize("lang", ["en", "th"])
async def test_nothing_is_clipped(briefing: Briefing, size: tuple[int, int], lang: str) -> None:
    """No ellipsis anywhere, no row wider than the screen, and in English no word that is only part of one."""
    known: set[str] = set()
    app = app_at(briefing, "hawks-gallery", lang)
    async with app.run_test(size=size) as pilot:
        for line in ("look", "go", "xyzzy", "help", "umarov"):
            app.submit(line)
            await pilot.pause()
            rows = screen(pilot)
            assert not any("…" in row.replace(" … ", " ").replace('"…"', "") for row in rows)
            assert all(cell_width(row) <= size[0] for row in rows)
            known.update(word for row in rows for word in row.split())
    if lang == "en" and size[0] >= 40:
        vocabulary = words_of_everything(briefing)
        strange = [word for word in known if word.strip(".,:;!?()\"'`").isalpha() and not is_known(word, vocabulary)]
        assert strange == []


def words_of_everything(briefing: Briefing) -> str:
    from kzterm.pages.plain_text import render
    from kzterm.play.session import Session

    session = Session(briefing, "en", "hawks-gallery")
    parts = []
    for line in ("look", "help", "umarov"):
        parts.append(render(session.submit(line).page, 500, "en"))
    for line in ("go", "xyzzy"):
        parts.extend(session.submit(line).notice)
    return " " + " ".join(" ".join(parts).split()) + " "


def is_known(word: str, vocabulary: str) -> bool:
    chrome = (
        "Kazakhstan steps away from Russia as of Sep EN read Tab link Enter open Esc close back help language quit "
        "palette map search timeline actors quotes"
    )
    return word.strip("◇≈") in vocabulary or word in chrome


async def test_the_bars_follow_the_size_at_once(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        for rows, shown in ((10, False), (24, True), (12, False), (30, True)):
            await pilot.resize_terminal(80, rows)
            await pilot.pause()
            assert pilot.app.query_one("#keys").display == shown, rows


async def test_a_long_line_typed_is_answered_quickly(briefing: Briefing) -> None:
    import time

    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        await pilot.press(*"xyz")
        begin = time.process_time()
        for _ in range(100):
            await pilot.press("x")
        short = time.process_time() - begin
        begin = time.process_time()
        for _ in range(100):
            await pilot.press("x")
        assert time.process_time() - begin < short * 3


@pytest.mark.parametrize("scene", ["reading-room", "hawks-gallery"])
@pytest.mark.parametrize("other", [(300, 100), (100, 30), (40, 10), (80, 60)])
async def test_a_place_outlives_another_size(briefing: Briefing, scene: str, other: tuple[int, int]) -> None:
    async with app_at(briefing, scene).run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, Kzterm)
        await pilot.press("escape", "pagedown")
        await pilot.pause()
        top, place = app.reading.text.scroll_offset.y, app.reading.place
        assert top > 0
        for size in (other, (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
        assert (app.reading.text.scroll_offset.y, app.reading.place) == (top, place)
        await pilot.press("home")
        assert app.reading.place == (0, 0)


async def test_a_focused_link_in_view_stays_in_view(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, Kzterm)
        await pilot.press(*["tab"] * 9)
        line = focused(pilot)
        for size in ((40, 10), (100, 30), (30, 8), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.pause()
            assert focused(pilot) == line
            assert app.reading.focused_rows is not None, size
        for _ in range(3):
            await pilot.press("f4")
            await pilot.pause()
            await pilot.pause()
            assert focused(pilot) == line
            assert app.reading.focused_rows is not None
