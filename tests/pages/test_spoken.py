"""Pages to be listened to, and pages without citations."""

import re
from dataclasses import replace

import pytest

from kzterm.catalogue import catalogue
from kzterm.model.briefing import Briefing
from kzterm.pages.plain_text import render
from kzterm.pages.view import View
from kzterm.play.session import Session

SYMBOLS = re.compile("[·▸≈◇│•█►┤●○✓─-╿]|^! ", re.MULTILINE)
LINES = (
    "",
    "umarov",
    "quotes all",
    "assess all",
    "figures all",
    "timeline",
    "map",
    "compare",
    "caveats all",
    "source 7",
)


@pytest.mark.parametrize("lang", ["en", "th"])
def test_nothing_heard_is_a_symbol(briefing: Briefing, lang: str) -> None:
    session = Session(briefing, lang)
    for ident in briefing.scenes:
        text = render(session.submit(f"go {ident}").page, 80, lang, heard=True)
        assert not SYMBOLS.search(text), text
    for line in LINES:
        text = render(session.submit(line).page, 80, lang, heard=True)
        assert not SYMBOLS.search(text), text


def test_panels_are_counts_with_the_lines_that_read_them(briefing: Briefing) -> None:
    session = Session(briefing)
    for ident in briefing.scenes:
        page = session.submit(f"go {ident}").page
        text = " ".join(render(page, 80, "en", heard=True).split())
        for panel in page.panels:
            assert (panel.noun in text) == bool(panel.count)
            assert (f"`{panel.line}`" in text) or not any(
                other.count for other in page.panels if other.line == panel.line
            )
        assert text.count("Ways out") == 1


def test_the_lines_in_panels_open_pages(briefing: Briefing) -> None:
    session = Session(briefing, scene="bazaar")
    for panel in session.submit("look").page.panels:
        assert panel.line
        assert session.submit(panel.line).page.address == f":{panel.line}"


def test_claims_and_judgements_are_still_called_that(briefing: Briefing) -> None:
    text = render(Session(briefing, scene="bazaar").submit("look").page, 80, "en", heard=True)
    assert "(judgement)" in text


def test_without_citations_the_words_stay_and_the_numbers_go(briefing: Briefing) -> None:
    session = Session(briefing)
    for ident in briefing.scenes:
        page = session.submit(f"go {ident}").page
        with_, without = (render(page, 500, "en", citations=cited) for cited in (True, False))
        assert not re.search(r"\[[0-9,]+\]", without)
        assert re.sub(r" ?\[[0-9,a-z:]+\]", "", with_).split() == without.split()


def test_where_a_number_is_what_is_told_it_stays(briefing: Briefing) -> None:
    text = render(Session(briefing).submit("x import-share").page, 80, "en", citations=False)
    assert re.search("Paragraph +.*7", text)


def test_the_sentence_is_in_the_readers_language(briefing: Briefing) -> None:
    say = catalogue("th")
    page = Session(briefing, "th", "bazaar").submit("look").page
    assert f"`{say.t('who')}`" in render(page, 80, say.lang, heard=True)


def test_a_note_under_a_figure_is_called_one(briefing: Briefing) -> None:
    session = Session(briefing, scene="bazaar")
    text = render(session.submit("figures").page, 80, "en", heard=True)
    title = View(briefing, "en").name(briefing.scenes["bazaar"].caveats[1])
    assert f"Editor's note: {title}" in text


def test_paragraphs_not_told_are_no_note_of_an_editor(briefing: Briefing) -> None:
    source = replace(briefing.sources[briefing.primary], last_paragraph=30)
    longer = replace(briefing, sources={**briefing.sources, briefing.primary: source})
    text = render(Session(longer).submit("coverage").page, 80, "en", heard=True)
    assert "Not told: 26, 27, 28, 29, 30" in text
    assert "Editor's note" not in text.split("Not told")[0]


@pytest.mark.parametrize(("lang", "said"), [("en", "Scenery: "), ("th", "ฉาก: ")])
def test_scenery_is_called_that_and_on_paper_set_in(briefing: Briefing, lang: str, said: str) -> None:
    session = Session(briefing, lang)
    for ident, scene in briefing.scenes.items():
        page = session.submit(f"go {ident}").page
        assert said + scene.look[lang] in render(page, 500, lang, heard=True)
        assert f"\n  {scene.look[lang]}\n" in render(page, 500, lang)
