"""Which paragraphs are told, on the page and on the command line."""

from dataclasses import replace
from pathlib import Path

import pytest

from kzterm.cli import main
from kzterm.model.briefing import Briefing
from kzterm.model.cards import Caveat
from kzterm.pack import load
from kzterm.pages.blocks import Heading, Para
from kzterm.pages.coverage import coverage, coverage_page
from kzterm.pages.view import View

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
