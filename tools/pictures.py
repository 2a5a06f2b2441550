"""Take the README's pictures: `python tools/pictures.py` writes docs/pictures/*.svg."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from kzterm.pack import bundled, load
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.tui.app import Kzterm

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"

PICTURES: dict[str, tuple[tuple[int, int], Sequence[str]]] = {
    "reading-100x30": ((100, 30), ("> bazaar", "tab", "tab")),
    "peek-100x30": ((100, 30), ("> hawks-gallery", "tab", "> peek august-post")),
    "map-100x30": ((100, 30), ("> trail oil", "> next", "> next", "> map")),
    "figures-80x24": ((80, 24), ("> figures all",)),
}
"""For each picture the size of the terminal, and what is typed (after `>`) or pressed."""


async def take(name: str) -> None:
    """One picture."""
    size, keys = PICTURES[name]
    briefing = load(bundled()).briefing
    assert briefing is not None
    app = Kzterm(Reader(Session(briefing), memory_store()))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            if key.startswith("> "):
                app.submit(key[2:])
            else:
                await pilot.press(key)
            await pilot.pause()
        (FOLDER / f"{name}.svg").write_text(app.export_screenshot(title="kzterm"), encoding="utf-8")


async def main() -> None:
    """All of them."""
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        await take(name)


if __name__ == "__main__":
    asyncio.run(main())
