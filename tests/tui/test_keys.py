"""Keys on the full screen: what they do, letters that move the page, bindings, clicks on keys."""

import pytest
from rich.segment import Segment
from test_peek_and_search import screen
from textual.color import Color
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from kzterm.config.keys import KEYS, bound
from kzterm.config.settings import Settings
from kzterm.model.briefing import Briefing
from kzterm.play.session import Session
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.tui.app import Kzterm
from kzterm.tui.filters import BasicCharacters
from kzterm.tui.keys import Keymap
from kzterm.tui.moving import Moving
from kzterm.tui.terminal import Terminal


def app_at(briefing: Briefing, settings: Settings | None = None) -> Kzterm:
    session = Session(briefing, "en", "bazaar", settings=settings or Settings())
    return Kzterm(Reader(session, memory_store()))


def of(pilot: Pilot[int]) -> Kzterm:
    assert isinstance(pilot.app, Kzterm)
    return pilot.app


def address(pilot: Pilot[int]) -> str:
    return of(pilot).reader.session.progress.place.address


def test_every_action_of_the_table_exists() -> None:
    for key in KEYS:
        if key.does.startswith("@"):
            name = key.does[1:]
            known = hasattr(Moving, name) or hasattr(Kzterm, f"page_{name}")
            assert known or key.does == "@search", key.id


def test_letters_belong_to_the_prompt_until_asked_for() -> None:
    keymap = Keymap(KEYS)
    for letter in "jkdugGnNbfhlq่า":
        assert keymap.find(letter, letter, empty=True, letters=False) is None
        assert keymap.find(letter, letter, empty=False, letters=True) is None
        assert keymap.find(letter, letter, empty=True, letters=True) is not None
    for punctuation in ("/", ":"):
        assert keymap.find("slash", punctuation, empty=True, letters=False) is not None
        assert keymap.find("slash", punctuation, empty=False, letters=False) is None


def test_bindings_reach_the_keymap() -> None:
    keymap = Keymap(bound({"help": ("f12", "?", "e")}))
    for name, character, letters in (("f12", None, False), ("question_mark", "?", False), ("e", "e", True)):
        found = keymap.find(name, character, empty=True, letters=letters)
        assert found is not None
        assert found.id == "help"
    assert keymap.find("f1", None, empty=True, letters=True) is None


def test_a_letter_that_is_bound_does_nothing_else_on_a_map() -> None:
    keymap = Keymap(bound({"help": ("h",), "map.right": ("f9",)}))
    for letter in "hl":
        key = keymap.find(letter, letter, empty=True, letters=True)
        assert key is not None
        assert keymap.on_map(key, letter) is key
    key = keymap.find("้", "้", empty=True, letters=True)
    assert key is not None
    assert (key.id, keymap.on_map(key, "้").id) == ("go.backspace", "map.left")


@pytest.mark.parametrize(("key", "opened"), [("f1", ":help"), ("f2", ":map"), ("f3", ":timeline")])
async def test_function_keys_open_pages_with_text_typed_or_without(briefing: Briefing, key: str, opened: str) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        await pilot.press("x", key)
        await pilot.pause()
        assert address(pilot) == opened
        assert of(pilot).prompt.value == "x"


@pytest.mark.parametrize("key", ["slash", "f5"])
async def test_search_begins_at_once_even_when_typed_ahead(briefing: Briefing, key: str) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        await pilot.press(key, *"oil")
        await pilot.pause()
        assert of(pilot).prompt.value == "search oil"


async def test_a_slash_inside_a_line_is_typed(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "slash", "b")
        assert of(pilot).prompt.value == "a/b"


async def test_the_trail_has_keys(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        of(pilot).submit("trail ten; next")
        first = address(pilot)
        await pilot.press("ctrl+pagedown")
        await pilot.pause()
        second = address(pilot)
        assert second != first
        await pilot.press("ctrl+pageup")
        await pilot.pause()
        assert address(pilot) == first


@pytest.mark.parametrize(("latin", "thai"), list(zip("jkdugGnNbfhlq:", "่ากีเฌื์ิด้สๆซ", strict=True)))
async def test_letters_move_the_page_in_either_layout(briefing: Briefing, latin: str, thai: str) -> None:
    seen = []
    for letter in (latin, thai):
        app = app_at(briefing, Settings(keys="reader"))
        async with app.run_test(size=(60, 16)) as pilot:
            app.submit("umarov")
            await pilot.pause()
            await pilot.press("pagedown", "tab")
            await pilot.pause()
            # As a terminal sends it: the pilot does not know characters that combine.
            await app.prompt._on_key(Key(_character_to_key(letter), letter))
            await pilot.pause()
            seen.append((address(pilot), app.reading.place, app.reading.focused_line, app.return_code))
            assert app.prompt.value == ""
    assert seen[0] == seen[1]


async def test_letters_scroll_and_follow(briefing: Briefing) -> None:
    app = app_at(briefing, Settings(keys="reader"))
    async with app.run_test(size=(60, 16)) as pilot:
        top = app.reading.text.scroll_offset.y
        await pilot.press("j", "j")
        assert app.reading.text.scroll_offset.y == top + 2
        await pilot.press("k", "d")
        await pilot.pause()
        assert app.reading.text.scroll_offset.y > top + 4
        await pilot.press("g", "n", "n")
        focused = app.reading.focused_line
        await pilot.press("n", "N")
        assert app.reading.focused_line == focused
        await pilot.press("l")
        await pilot.pause()
        assert address(pilot) != "bazaar"
        await pilot.press("h")
        await pilot.pause()
        assert address(pilot) == "bazaar"


async def test_a_colon_opens_the_prompt_for_one_line(briefing: Briefing) -> None:
    app = app_at(briefing, Settings(keys="reader"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon", *"quotes", "enter")
        await pilot.pause()
        assert address(pilot) == ":quotes"
        await pilot.press("z", "w")
        assert app.prompt.value == "", "letters that do nothing are not typed"
        await pilot.press("colon", "x", "escape", "j")
        assert app.prompt.value == ""
        await pilot.press("colon", "backspace", "w")
        assert address(pilot) == ":quotes"
        assert app.prompt.value == ""
        await pilot.press("2", "enter")
        await pilot.pause()
        assert address(pilot) in briefing.scenes


async def test_the_status_line_says_that_letters_move(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"keys reader", "enter")
        await pilot.press("escape")
        await pilot.pause()
        assert "letters move you" in str(app.query_one("#status").render())
        await pilot.press("colon", *"keys prompt", "enter", "escape")
        await pilot.pause()
        assert "letters move you" not in str(app.query_one("#status").render())
        await pilot.press("j")
        assert app.prompt.value == "j"


async def test_a_click_on_a_key_presses_it(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        column = str(app.query_one("#keys").render()).index("F1") + 1
        await pilot.click("#keys", offset=(column + 1, 0))
        await pilot.pause()
        assert address(pilot) == ":help"


async def test_help_names_the_keys_as_they_are_bound(briefing: Briefing) -> None:
    app = app_at(briefing, Settings(bindings={"timeline": ("ctrl+t",), "quit": ()}))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert address(pilot) == ":timeline"
        app.submit("help")
        text = "\n".join(line.text for line in app.reading.text._layout_.lines)
        assert "Ctrl-T" in text
        assert "Ctrl-Q" not in text
        assert "quit" not in str(app.query_one("#keys").render())


async def test_on_the_map_the_bottom_line_says_that_arrows_walk(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "walk the map" not in str(app.query_one("#keys").render())
        await pilot.press("f2")
        await pilot.pause()
        assert "←↑↓→ walk the map" in str(app.query_one("#keys").render())


async def test_a_bare_console_is_told_of_its_keys_in_letters(briefing: Briefing) -> None:
    app = Kzterm(Reader(Session(briefing, "en", "bazaar"), memory_store()), Terminal(basic=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = ["".join(segment.text for segment in row) for row in app.screen._compositor.render_strips()]
        assert "BkSp back" in rows[-1]
        drawn = BasicCharacters().apply([Segment("more … Alt-← ⁷")], Color(0, 0, 0))
        assert drawn[0].text == "more . Alt-< 7"


async def test_the_bottom_line_says_what_keys_do_now(briefing: Briefing) -> None:
    app = app_at(briefing)
    async with app.run_test(size=(80, 24)) as pilot:

        def keys() -> str:
            return screen(pilot).splitlines()[-1].strip()

        await pilot.press("tab")
        page = keys()
        assert page.startswith("Tab link")
        await pilot.press("f6")
        assert keys() == f"Esc close  {page}"[: len(keys())]
        await pilot.press("escape")
        assert keys() == page
        await pilot.press("f5")
        assert keys() == page
        await pilot.press("o")
        await pilot.pause()
        assert keys().startswith("↓ to the results  Enter open  Esc close  F1 help")
        assert "back" not in keys(), "Backspace deletes a letter"
        await pilot.press("escape")
        await pilot.pause()
        assert keys() == page
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert keys().startswith("↑↓ choose  Enter open  Esc close")
        await pilot.press("escape", "f2")
        await pilot.pause()
        assert keys().startswith("←↑↓→ walk the map  Tab link")
