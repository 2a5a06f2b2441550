"""Which paragraphs are told, on the page and on the command line."""

from dataclasses import replace
from pathlib import Path

import pytest

from kzterm.cli import main
from kzterm.model.briefing import Briefing
from kzterm.model.cards import Caveat
from kzterm.pack import load
from kzterm.pages.blocks import Block, Facts, Heading, Para
from kzterm.pages.coverage import coverage, coverage_page
from kzterm.pages.plain_text import render
from kzterm.pages.view import View
from kzterm.play.session import Session

TINY = Path(__file__).parents[1] / "briefings" / "tiny"


def test_the_bundled_briefing_tells_every_paragraph(briefing: Briefing) -> None:
    found = coverage(briefing)
    assert found.missing == ()
    assert found.percent == 100
    assert list(found.cards) == list(range(26))
    assert "cpc-valve" in found.scenes[18]
    assert "russian-stake" in found.cards[18]


def test_each_paragraph_links_to_what_cites_it(briefing: Briefing) -> None:
    blocks = coverage_page(View(briefing, "en")).blocks
    start = blocks.index(Heading("Paragraph 18"))
    end = blocks.index(Heading("Paragraph 19"))
    section = [block for block in blocks[start:end] if isinstance(block, Para)]
    targets = {run.link.target for block in section for run in block.runs if run.link}
    found = coverage(briefing)
    assert {*found.scenes[18], *found.cards[18]} <= targets
    assert "source 18" in {run.link.line for block in section for run in block.runs if run.link}


def strip_of(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    """The numbers of the strip as they are shown, each with the line it submits."""
    strip = next(block for block in blocks if isinstance(block, Para) and len(block.runs) > 1 and not block.tight)
    return [(run.text, run.link.line) for run in strip.runs if run.link]


def longer(briefing: Briefing, last: int) -> Briefing:
    source = replace(briefing.sources[briefing.primary], last_paragraph=last)
    return replace(briefing, sources={**briefing.sources, briefing.primary: source})


def test_a_strip_of_all_paragraphs_comes_first(briefing: Briefing) -> None:
    strip = strip_of(coverage_page(View(briefing, "en")).blocks)
    assert strip == [(str(para), f"source {para}") for para in range(26)]
    session = Session(briefing)
    assert session.submit(strip[18][1]).page.title == "Source, paragraph 18"


def test_in_the_strip_what_is_not_told_has_a_sign(briefing: Briefing) -> None:
    page = coverage_page(View(longer(briefing, 28), "en"))
    assert [shown for shown, _ in strip_of(page.blocks)][-4:] == ["25", "(26)", "(27)", "(28)"]
    assert "`source 28` opens paragraph 28. Those in brackets are not told." in render(page, 80, "en")


def test_the_strip_of_a_long_source_ends_and_says_so(briefing: Briefing) -> None:
    page = coverage_page(View(longer(briefing, 999), "en"))
    assert len(strip_of(page.blocks)) == 200
    text = " ".join(render(page, 80, "en").split())
    assert "These are the first 200 of 1000." in text
    assert "124, 125, and 874 more" in text


def test_what_cites_a_paragraph_is_told_by_kind(briefing: Briefing) -> None:
    shown = render(coverage_page(View(briefing, "en")), 500, "en").splitlines()
    section = shown[shown.index("Paragraph 1") : shown.index("Paragraph 2")]
    assert "Actors: Kazakhstan, China, Belarus, Asia" in section
    assert "Terms: dateline, Buddhist Era" in section
    assert "Comparisons: Allies once, or allies still?" in section
    assert "Editor's notes: Two calendars in one text, China counted as an ally" in section


def test_the_source_itself_comes_last_and_its_address_can_be_followed(briefing: Briefing) -> None:
    session = Session(briefing)
    for line in ("coverage", "about", "source 18", "source"):
        blocks = session.submit(line).page.blocks
        links = [run.link for block in blocks if isinstance(block, Facts) for _, runs in block.rows for run in runs]
        [web] = [link for link in links if link and link.line.startswith("web ")]
        assert web.stop
        assert any("https://foreignpolicy.com/" in notice for notice in session.submit(web.line).notice)
    *_, heading, _article, _essay = coverage_page(View(briefing, "en")).blocks
    assert heading == Heading("Source")


def test_an_editors_note_tells_nothing() -> None:
    tiny = load(TINY).briefing
    assert tiny is not None
    assert coverage(tiny).missing == (0, 8, 9)
    note = tiny.cards["no-surname"]
    assert isinstance(note, Caveat)
    noted = {**tiny.cards, note.id: replace(note, paras=(8,))}
    assert 8 in coverage(replace(tiny, cards=noted)).missing


def test_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "26 of 26 paragraphs are cited: 100 per cent." in shown
    assert main(["coverage", str(TINY), "--lang", "en"]) == 1
    shown = capsys.readouterr().out
    assert "7 of 10 paragraphs are cited: 70 per cent." in shown
    assert "Not told: 0, 8, 9" in shown
