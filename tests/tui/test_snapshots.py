"""What the screens look like. `pytest --snapshot-update` after a change that is meant."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from kzterm.model.briefing import Briefing
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.tui.app import Kzterm


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (40, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", ["en", "th"])
def test_reading_screen(
    briefing: Briefing, snap_compare: Callable[..., bool], size: tuple[int, int], lang: str
) -> None:
    async def look(pilot: Pilot[int]) -> None:
        await pilot.press("tab", "tab")

    assert snap_compare(
        Kzterm(Reader(Session(briefing, lang, "bazaar"), memory_store())), terminal_size=size, run_before=look
    )


@pytest.mark.parametrize("line", ["umarov", "xi-pledge", "another-war-unlikely", "source 7", "help"])
def test_pages(briefing: Briefing, snap_compare: Callable[..., bool], line: str) -> None:
    async def look(pilot: Pilot[int]) -> None:
        pilot.app.submit(line)  # type: ignore[attr-defined]
        await pilot.pause()

    assert snap_compare(Kzterm(Reader(Session(briefing), memory_store())), terminal_size=(80, 24), run_before=look)
