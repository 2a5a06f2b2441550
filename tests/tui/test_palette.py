"""The palette: everything that can be typed, by a few of its letters."""

import pytest

from kzterm.model.briefing import Briefing
from kzterm.play.session import Session
from kzterm.play.turn import Turn
from kzterm.reader.reader import Reader
from kzterm.store import memory_store
from kzterm.tui.app import Kzterm
from kzterm.tui.palette import entries, matching


def app_at(briefing: Briefing) -> Kzterm:
    return Kzterm(Reader(Session(briefing, "en", "bazaar"), memory_store()))


@pytest.fixture
def turn(briefing: Briefing) -> Turn:
    return Session(briefing).turn()


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("umar", "examine umarov"),
        ("อูมา", "examine umarov"),
        ("day theme", "theme day"),
        ("lang th", "lang th"),
        ("timel", "timeline"),
        ("tmln", "timeline"),
        ("ไทม์ไลน์", "timeline"),
        ("reader", "keys reader"),
        ("bazaar", "go bazaar"),
    ],
)
def test_what_is_typed_finds_its_entry_first(turn: Turn, typed: str, line: str) -> None:
    found = matching(entries(turn), typed)
    assert any(entry.link.line.strip() == line for entry in found[:2]), [entry.link.line for entry in found[:5]]


def test_every_entry_is_a_line_that_is_understood(briefing: Briefing) -> None:
    session = Session(briefing)
    for entry in entries(session.turn()):
        reply = session.submit(entry.link.line)
        assert reply.progress.pending.failed is None, entry.link.line
        assert entry.link.fill == (reply.progress.pending.verb is not None), entry.link.line


def test_nothing_typed_lists_everything_and_nonsense_lists_nothing(turn: Turn) -> None:
    assert matching(entries(turn), "")[0].link.line == "look"
    assert matching(entries(turn), "qqzzxx") == []


async def test_an_entry_is_chosen_by_typing(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, Kzterm)
        await pilot.press("ctrl+p", *"umarov", "enter")
        await pilot.pause()
        assert app.reader.session.progress.place.address == "umarov"
        assert app.prompt.value == ""
        assert not app.palette.display


async def test_arrows_move_and_escape_leaves(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, Kzterm)
        await pilot.press("ctrl+p", *"theme ", "down", "down", "enter")
        await pilot.pause()
        assert app.theme == "day"
        await pilot.press("ctrl+p", "x", "escape")
        await pilot.pause()
        assert not app.palette.display
        assert app.prompt.value == ""
        await pilot.press("ctrl+p", "ctrl+p", "x")
        await pilot.pause()
        assert not app.palette.display
        assert app.prompt.value == "x"


async def test_a_verb_that_wants_a_noun_goes_to_the_prompt(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, Kzterm)
        await pilot.press("ctrl+p", *"examine", "enter")
        await pilot.pause()
        assert app.prompt.value == "examine "
        await pilot.press(*"sack", "enter")
        await pilot.pause()
        assert app.reader.session.progress.place.address == "sugar-sack"


async def test_a_click_chooses(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, Kzterm)
        await pilot.press("ctrl+p", *"timeline")
        await pilot.pause()
        row = app.palette.content_region.y
        await pilot.click(offset=(app.palette.content_region.x + 1, row))
        await pilot.pause()
        assert app.reader.session.progress.place.address == ":timeline"
        assert not app.palette.display
        assert app.prompt.value == ""


async def test_letters_find_while_letters_move_the_page(briefing: Briefing) -> None:
    async with app_at(briefing).run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, Kzterm)
        app.submit("keys reader")
        await pilot.press("ctrl+p", *"look", "enter")
        await pilot.pause()
        assert not app.palette.display
        assert app.reader.session.progress.last == "look"


@pytest.mark.parametrize(
    ("typed", "line"),
    [("english", "lang en"), ("thai", "lang th"), ("ไทย", "lang th"), ("อังกฤษ", "lang en"), ("ทั้งสอง", "lang both")],
)
def test_languages_are_found_by_their_names(turn: Turn, typed: str, line: str) -> None:
    assert line in [entry.link.line for entry in matching(entries(turn), typed)[:2]]


@pytest.mark.parametrize("size", [(40, 24), (60, 24), (80, 24), (100, 30)])
@pytest.mark.parametrize("lang", ["en", "th"])
async def test_what_an_entry_is_stays_on_its_line_in_whole_words(
    briefing: Briefing, size: tuple[int, int], lang: str
) -> None:
    app = Kzterm(Reader(Session(briefing, lang, "bazaar"), memory_store()))
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        known = {entry.words: entry.about for entry in entries(app.reader.turn())}
        for width in (size[0], size[0] - 7):
            await pilot.resize_terminal(width, size[1])
            await pilot.pause()
            shown: dict[int, str] = {}
            for line in app.palette._layout_.lines:
                shown.setdefault(line.block, "")
                shown[line.block] += f"{line.text} "
            for text in shown.values():
                words = max((words for words in known if text.startswith(words)), key=len, default=None)
                beside = text.removeprefix(words or "").strip()
                if words is None or not beside:
                    continue
                assert text.count("  ") >= 1
                assert known[words].startswith(beside.removesuffix(" …"))
                following = known[words][len(beside.removesuffix(" …")) :][:1]
                assert following in ("", " ") or lang == "th"
                assert max(len(line.pieces) for line in app.palette._layout_.lines) <= 2
            rows = [line.block for line in app.palette._layout_.lines if len(line.pieces) == 2]
            assert len(rows) == len(set(rows)), "nobody's explanation goes on in a second row"
