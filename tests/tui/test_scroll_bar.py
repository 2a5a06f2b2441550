"""The scroll bar shows where the text is, and takes clicks and drags."""

from test_peek_and_search import app_at

from kzterm.model.briefing import Briefing
from kzterm.tui.scroll_bar import thumb


def test_the_thumb_is_at_an_end_only_with_the_text() -> None:
    assert thumb(20, 20, 20, 0) == thumb(20, 0, 0, 0) == (0, 0)
    assert thumb(20, 20, 40, 0) == (0, 10)
    assert thumb(20, 20, 40, 1) == (1, 11)
    assert thumb(20, 20, 40, 19) == (9, 19)
    assert thumb(20, 20, 40, 20) == (10, 20)
    assert thumb(1, 1, 500, 499) == (0, 1)
    assert thumb(10, 10, 100_000, 99_990) == (9, 10)


async def test_it_shows_where_and_a_click_pages(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        app.submit("coverage")
        await pilot.pause()
        text = app.reading.text
        bar = text.vertical_scrollbar
        rows = bar.render_lines(bar.size.region)
        assert len(rows) == text.size.height
        assert len(set(map(str, rows))) > 1, "the bar stands out from what it moves on"
        await pilot.click(offset=(bar.region.x, bar.region.bottom - 1))
        await pilot.pause(0.3)
        assert text.scroll_offset.y > 0
        assert bar.render_lines(bar.size.region) != rows
        text.scroll_end(animate=False)
        await pilot.pause()
        below = text.scroll_offset.y
        await pilot.click(offset=(bar.region.x, bar.region.y))
        await pilot.pause(0.3)
        assert text.scroll_offset.y < below


async def test_it_can_be_dragged(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        app.submit("coverage")
        await pilot.pause()
        text = app.reading.text
        x, y = text.vertical_scrollbar.region.offset
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x, y + 10))
        await pilot.mouse_up(offset=(x, y + 10))
        await pilot.pause(0.3)
        assert text.scroll_offset.y > text.size.height
