"""Every theme is legible: measured on the screen as it is drawn, and on every style a page may have."""

from collections.abc import Iterator

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from kzterm.config.themes import OURS, THEMES
from kzterm.model.briefing import Briefing
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.tui.app import Kzterm
from kzterm.tui.page_view import PageView
from kzterm.tui.terminal import Terminal
from kzterm.tui.themes import DAY, LEAST_APART, LEAST_CONTRAST, NIGHT, contrast, readable

SCREENS = ("", "help", "umarov", "timeline", "theme", "xyzzy", "figures all")
"""Lines typed one after the other, so that what is drawn holds every style."""


def app_of(briefing: Briefing, terminal: Terminal | None = None) -> Kzterm:
    reader = Reader(Session(briefing, "en", "bazaar"), memory_store())
    return Kzterm(reader, terminal) if terminal else Kzterm(reader)


def drawn(app: Kzterm) -> Iterator[Segment]:
    for strip in app.screen._compositor.render_strips():
        yield from strip


def measured(style: Style, system: ColorSystem = ColorSystem.TRUECOLOR) -> float:
    """The contrast of a style that has both its colours."""
    colors = []
    for color in (style.color, style.bgcolor):
        assert color is not None, style
        assert not color.is_default, style
        colors.append(Color.from_rich_color(RichColor.from_triplet(color.downgrade(system).get_truecolor())))
    return contrast(*colors)


def assert_legible(app: Kzterm, *where: str) -> None:
    for segment in drawn(app):
        if segment.text.strip() and segment.style:
            assert measured(segment.style) >= LEAST_CONTRAST, (where, segment)


async def test_what_surrounds_a_page_has_enough_contrast_in_every_theme(briefing: Briefing) -> None:
    app = app_of(briefing)
    async with app.run_test(size=(60, 24)) as pilot:
        for name in THEMES:
            app.submit(f"theme {name}")
            await pilot.press("tab", *"loo")
            await pilot.pause()
            assert app.theme == name
            assert_legible(app, name)
            await pilot.press("ctrl+p")
            await pilot.pause()
            assert app.palette.display
            assert_legible(app, name, "palette")
            await pilot.press("escape")


@pytest.mark.parametrize("theme", [*OURS, "atom-one-light"])
async def test_everything_drawn_has_enough_contrast(briefing: Briefing, theme: str) -> None:
    app = app_of(briefing)
    async with app.run_test(size=(100, 30)) as pilot:
        app.submit(f"theme {theme}")
        for line in SCREENS:
            app.submit(line)
            await pilot.press("tab")
            await pilot.pause()
            assert_legible(app, theme, line)


async def test_every_style_of_a_page_has_enough_contrast_in_every_theme(briefing: Briefing) -> None:
    app = app_of(briefing)
    async with app.run_test(size=(100, 30)) as pilot:
        view = app.reading.text
        names = [name.removeprefix("page--") for name in PageView.COMPONENT_CLASSES]
        kinds = ("link", "visited", "focus")
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            for name in (name for name in names if name not in kinds):
                for kind in ("", "link", "visited"):
                    for focused in (False, True):
                        style = view._style(name, kind, focused)
                        assert measured(style) >= LEAST_CONTRAST, (theme, name, kind, focused)
                        assert not style.dim, "dimmed by the terminal, and nobody knows how far"


async def test_visited_links_differ_in_lightness_and_slant_in_every_theme(briefing: Briefing) -> None:
    app = app_of(briefing)
    async with app.run_test(size=(100, 30)) as pilot:
        view = app.reading.text
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            new, visited = (view._style("text", kind) for kind in ("link", "visited"))
            assert new.color is not None
            assert visited.color is not None
            colors = (Color.from_rich_color(color) for color in (new.color, visited.color))
            assert contrast(*colors) >= LEAST_APART - 0.02, theme
            assert bool(visited.italic) != bool(new.italic), "nor by colour alone"


@pytest.mark.parametrize("theme", OURS)
async def test_our_themes_keep_their_contrast_in_256_colours(briefing: Briefing, theme: str) -> None:
    app = app_of(briefing)
    async with app.run_test(size=(100, 30)) as pilot:
        app.submit(f"theme {theme}")
        await pilot.press("tab")
        await pilot.pause()
        for segment in drawn(app):
            if segment.text.strip() and segment.style:
                assert measured(segment.style, ColorSystem.EIGHT_BIT) >= LEAST_CONTRAST, segment


def test_the_themes_on_offer_are_there_and_as_dark_as_they_say() -> None:
    there = {**BUILTIN_THEMES, NIGHT.name: NIGHT, DAY.name: DAY}
    assert {name: "dark" if there[name].dark else "light" for name in THEMES} == THEMES
    assert {name for name, theme in there.items() if not theme.ansi} == set(THEMES)
    assert tuple(THEMES)[:2] == OURS == (NIGHT.name, DAY.name)


def test_the_contrast_is_that_of_wcag() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.005)
    assert contrast(Color.parse("#123456"), Color.parse("#123456")) == 1


def test_a_colour_that_can_be_read_is_left_alone_and_another_is_not() -> None:
    white = Color.parse("#ffffff")
    assert readable(Color.parse("#333333"), [white]).hex6.lower() == "#333333"
    mended = readable(Color.parse("#ffff00"), [white])
    assert LEAST_CONTRAST <= contrast(mended, white) < 5
    assert mended.r == mended.g > mended.b, "still a yellow"


async def test_monochrome_leaves_bold_underline_and_reverse(briefing: Briefing) -> None:
    app = app_of(briefing, Terminal(monochrome=True))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("tab", "tab")
        await pilot.pause()
        styles = [segment.style for segment in drawn(app) if segment.style]
        assert all(style.color is None and style.bgcolor is None for style in styles)
        assert not any(style.dim or style.italic for style in styles)
        assert any(style.bold for style in styles)
        assert any(style.underline for style in styles)
        assert any(style.reverse and style.bold and style.underline for style in styles), "the focused link"
        app.submit("theme day")
        await pilot.pause()
        assert all(segment.style.color is None for segment in drawn(app) if segment.style)


async def test_a_bare_console_gets_basic_characters(briefing: Briefing) -> None:
    app = app_of(briefing, Terminal(monochrome=True, basic=True))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("tab")
        for line in ("", "quotes all", "assess all", "figures all", "timeline", "map", "help"):
            app.submit(line)
            await pilot.pause()
            text = "".join(segment.text for segment in drawn(app))
            beyond = {character for character in text if ord(character) > 0xFF and not "─" <= character <= "█"}
            beyond -= {character for character in beyond if "\u0e00" <= character <= "\u0e7f"}
            assert not beyond, (line, beyond)
        app.submit("bazaar")
        await pilot.pause()
        text = "".join(segment.text for segment in drawn(app))
        assert "[7]" in text
