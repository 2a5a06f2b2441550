"""Help: what it says of keys, and lines that work in whatever briefing is open."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kzterm.catalogue import Catalogue, catalogue
from kzterm.config.settings import Settings
from kzterm.model.briefing import Briefing
from kzterm.pack import load
from kzterm.pages.plain_text import render
from kzterm.pages.spoken import VERBS as PANEL_VERBS
from kzterm.play.commands.table import VERBS, verb_called
from kzterm.play.examples import example
from kzterm.play.help_here import help_here
from kzterm.play.progress import Place
from kzterm.play.session import Session
from kzterm.play.verb import Verb

BUNDLED_ONLY = ("tokayev", "sack", "umarov", "baku", "another-war-unlikely", "oil", "foreignpolicy")


@pytest.fixture(scope="module")
def tiny() -> Briefing:
    found = load(Path(__file__).parents[1] / "briefings" / "tiny").briefing
    assert found is not None
    return found


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_in_the_bundled_briefing_examples_are_their_own(briefing: Briefing, verb: Verb) -> None:
    shown = example(Session(briefing, scene="bazaar").turn(), verb)
    assert shown == verb.example or verb.name in ("web", "browse")


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_in_another_briefing_an_example_works_as_well(tiny: Briefing, verb: Verb) -> None:
    session = Session(tiny)
    if not (shown := example(session.turn(), verb)):
        return
    assert verb_called(shown.split()[0]) is verb
    if verb.takes != "text" and verb.name not in ("oops", "drop"):
        reply = session.submit(shown)
        assert not any(word in line for line in reply.notice for word in ("don't", "Nothing here", "no such"))


@pytest.mark.parametrize("name", ["timeline", "examine", "who", "go", "trail", "why", "source", "web"])
def test_another_briefing_is_not_asked_for_what_it_lacks(tiny: Briefing, name: str) -> None:
    verb = verb_called(name)
    assert verb is not None
    shown = example(Session(tiny).turn(), verb)
    assert shown != verb.example or name == "trail"
    assert not any(word in shown for word in BUNDLED_ONLY)


@pytest.mark.parametrize("address", [":timeline", ":trails", ":compare", ":map", ":search x", ":notebook"])
def test_what_help_offers_on_a_page_works_there(tiny: Briefing, address: str) -> None:
    start = Session(tiny).turn()
    turn = replace(start, progress=start.progress.open(Place(start.scene.id, address)))
    for shown, runs in help_here(turn).rows:
        assert "tokayev" not in shown
        link = runs[0].link
        assert link is not None
        assert not Session(tiny).submit(link.line).notice or link.line in ("back", "export", "note", "next")


def intro(briefing: Briefing, **changes: object) -> str:
    session = Session(briefing, settings=replace(Settings(), **changes))  # type: ignore[arg-type]
    return " ".join(render(session.submit("help").page, 80, "en").split())


def test_where_letters_go_is_said_as_it_is(briefing: Briefing) -> None:
    usual, reader = "Whatever prints goes to the prompt", "Letters and keys move you"
    assert usual in intro(briefing) and reader not in intro(briefing)
    letters = intro(briefing, keys="reader")
    assert reader in letters and usual not in letters and "after `keys reader`" not in letters
    assert usual in intro(briefing, keys="reader", screen_reader=True)


class Shouting(Catalogue):
    """A language in which words are only longer, so that one sees what is translated."""

    def t(self, message: str, /, **values: object) -> str:
        return f"«{message}»"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_word_of_a_grammar_is_translated(verb: Verb) -> None:
    shown = verb.usage(Shouting("en")).removeprefix(verb.name)
    assert not re.search("[A-Za-z]", re.sub("«[A-Za-z]+»", "", shown))


@pytest.mark.parametrize("line", PANEL_VERBS)
def test_the_verbs_of_panels_work_in_every_language(line: str) -> None:
    assert verb_called(catalogue("th").t(line)) is verb_called(line) is not None


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("คำพูด ทั้งหมด", "quotes all"),
        ("ประเมิน ทั้งหมด", "assess all"),
        ("ตัวเลข ทั้งหมด", "figures all"),
        ("หมายเหตุ ทั้งหมด", "caveats all"),
        ("หยิบ sack และ umarov", "take sack and umarov"),
        ("ปุ่ม อ่าน", "keys reader"),
        ("ปุ่ม พิมพ์", "keys prompt"),
        ("ภาษา อังกฤษ", "lang en"),
        ("ภาษา ไทย", "lang th"),
        ("ภาษา สองภาษา", "lang both"),
        ("บันทึกบทสนทนา เลิก", "script off"),
        ("วาง โน้ต 1", "drop note 1"),
        ("วาง ที่คั่น 1", "drop mark 1"),
    ],
)
def test_the_fixed_words_of_grammars_work_in_thai(briefing: Briefing, line: str, same: str) -> None:
    replies = []
    for typed in (line, same):
        session = Session(briefing, "th", "bazaar")
        for before in ("จด ถามเรื่องน้ำตาล", "คั่น"):
            session.submit(before)
        reply = session.submit(typed)
        replies.append((reply.notice, reply.page.address, reply.effects, reply.progress.taken, reply.progress.settings))
    assert replies[0] == replies[1]
