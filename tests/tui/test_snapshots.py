"""What the screens look like. `pytest --snapshot-update` after a change that is meant."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from kzterm.model.briefing import Briefing
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.tui.app import Kzterm


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (40, 24), (40, 10)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", ["en", "th"])
def test_reading_screen(
    briefing: Briefing, snap_compare: Callable[..., bool], size: tuple[int, int], lang: str
) -> None:
    async def look(pilot: Pilot[int]) -> None:
        await pilot.press("tab", "tab")

    assert snap_compare(
        Kzterm(Reader(Session(briefing, lang, "bazaar"), memory_store())), terminal_size=size, run_before=look
    )


PAGES = (
    "umarov",
    "xi-pledge",
    "another-war-unlikely",
    "source 7",
    "map",
    "timeline",
    "figures all",
    "coverage",
    "compare 1",
    "search oil",
    "notebook",
    "help",
    "peek august-post",
)


@pytest.mark.parametrize("size", [(100, 30), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("line", PAGES)
def test_pages(briefing: Briefing, snap_compare: Callable[..., bool], line: str, size: tuple[int, int]) -> None:
    async def look(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, Kzterm)
        for typed in ("take xi-pledge", "note ask about the two 40 per cents", "mark", line):
            app.submit(typed)
            await pilot.pause()

    assert snap_compare(Kzterm(Reader(Session(briefing), memory_store())), terminal_size=size, run_before=look)
