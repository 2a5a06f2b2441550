"""Blocks as lines: what stands beside what, which signs follow a link, and where citations go."""

import re

import pytest

from kzterm.model.briefing import Briefing
from kzterm.pages.blocks import Choice, Choices, Link, Page, Pair, Para, Run
from kzterm.pages.item import item_page
from kzterm.pages.layout import Look, lay_out
from kzterm.pages.plain_text import render
from kzterm.pages.view import View
from kzterm.play.session import Session

ON_SCREEN = Look(superscripts=True, marks={"claim": "≈", "judgement": "◇", "caveat": "[!]"})
LISTS = (
    "quotes all",
    "assess all",
    "caveats all",
    "figures all",
    "timeline",
    "compare",
    "terms",
    "coverage",
    "search war",
)


@pytest.fixture(scope="module", params=["en", "th"])
def pages(request: pytest.FixtureRequest, briefing: Briefing) -> list[Page]:
    """Every scene and card, and the long lists."""
    session = Session(briefing, request.param)
    items = [*briefing.scenes.values(), *briefing.cards.values()]
    view = View(briefing, request.param)
    return [*(item_page(view, item) for item in items), *(session.submit(line).page for line in LISTS)]


@pytest.mark.parametrize("look", [ON_SCREEN, Look()], ids=["raised", "plain"])
@pytest.mark.parametrize("width", [32, 60, 76])
def test_no_line_begins_with_a_citation(pages: list[Page], width: int, look: Look) -> None:
    seen = 0
    for page in pages:
        for block in (*page.blocks, *(block for panel in page.panels for block in panel.blocks)):
            if not isinstance(block, Para) or block.runs[0].style == "cite":
                continue
            for line in lay_out([block], width, Look(look.superscripts, look.marks, breaks=page.breaks)).lines:
                words = [piece for piece in line.pieces if piece.text.strip()]
                assert words[0].style != "cite", (page.address, line.text)
                seen += any(piece.style == "cite" for piece in words)
    assert seen > 300


def test_citations_stand_close_to_the_words_in_lists_as_in_prose(pages: list[Page]) -> None:
    for page in pages:
        for block in (*page.blocks, *(block for panel in page.panels for block in panel.blocks)):
            if isinstance(block, Para):
                for before, run in zip(block.runs, block.runs[1:], strict=False):
                    assert run.style != "cite" or not before.text.endswith(" "), (page.address, before.text)


def test_several_paragraphs_of_a_note_are_one_citation(briefing: Briefing) -> None:
    note = next(card for card in View(briefing, "en").briefing.cards.values() if len(getattr(card, "paras", ())) > 2)
    shown = render(item_page(View(briefing, "en"), note), 80, "en")
    assert f"[{','.join(map(str, note.paras))}]" in shown  # type: ignore[union-attr]


def test_two_languages_stand_side_by_side_on_a_screen_of_a_hundred_columns(briefing: Briefing) -> None:
    pair = Pair((Run("Kazakhstan leans on Russia."),), (Run("คาซัคสถานพึ่งรัสเซีย"),))
    assert len(lay_out([pair], 96, Look()).lines) == 1
    assert len(lay_out([pair], 95, Look()).lines) == 2


def side_by_side(briefing: Briefing, width: int, heard: bool = False) -> bool:
    """Whether some row begins in English and goes on in Thai."""
    page = item_page(View(briefing, "en", both=True), briefing.scenes["bazaar"])
    rows = render(page, width, "en", heard=heard).splitlines()
    return any(re.match("[A-Za-z ,]{20,}.*   +[ก-๛]", row) for row in rows)


def test_where_there_are_no_margins_a_hundred_columns_are_needed_as_well(briefing: Briefing) -> None:
    assert [side_by_side(briefing, width) for width in (96, 99, 100)] == [False, False, True]


def test_what_is_listened_to_is_never_side_by_side(briefing: Briefing) -> None:
    assert side_by_side(briefing, 200)
    assert not side_by_side(briefing, 200, heard=True)


def noted(briefing: Briefing) -> str:
    """A scene whose text links to an editor's note."""
    return next(
        scene.id
        for scene in briefing.scenes.values()
        if any(
            isinstance(block, Para) and any(run.style == "caveat" for run in block.runs)
            for block in item_page(View(briefing, "en"), scene).blocks
        )
    )


def test_a_link_to_a_note_is_marked_in_every_front_end(briefing: Briefing) -> None:
    page = item_page(View(briefing, "en"), briefing.scenes[noted(briefing)])
    label = next(
        run.text for block in page.blocks if isinstance(block, Para) for run in block.runs if run.style == "caveat"
    )
    drawn = " ".join(line.text for line in lay_out(page.blocks, 500, ON_SCREEN).lines)
    assert f"{label}[!]" in drawn
    for heard in (False, True):
        assert f"{label} (editor's note)" in render(page, 500, "en", heard=heard)


def test_marks_in_words_are_in_the_language_of_the_sentence() -> None:
    link = Run("ยิ่งพึ่ง", "judgement", Link("examine x", "x"))
    pair = Pair((Run("It leans", "judgement", Link("examine x", "x")),), (link, Run("ท่อ")), other="th")
    shown = render(Page("x", "x", (pair,)), 80, "en")
    assert "It leans (judgement)" in shown
    assert "ยิ่งพึ่ง (judgement)" not in shown


def test_a_mark_in_words_is_parted_from_the_words_after_it() -> None:
    link = Run("ทางเลือกที่ดีกว่า", "judgement", Link("examine x", "x"))
    for after, shown in (("ท่อ CPC", " ท่อ CPC"), (" แต่", " แต่"), (".", ".")):
        text = render(Page("x", "x", (Para((link, Run(after))),)), 80, "th")
        assert f"(ข้อประเมิน){shown}" in text
    text = render(Page("x", "x", (Para((link, Run("7", "cite"))),)), 80, "th")
    assert "(ข้อประเมิน)[7]" in text


def test_what_hangs_gives_way_to_a_word() -> None:
    choice = Choices((Choice(1, "northeast", (Run("The Congratulation Desk"),)),))
    lines = [line.text.rstrip() for line in lay_out((choice,), 26, Look()).lines]
    assert lines == ["1 northeast", "The Congratulation Desk"]
    beside = [line.text.rstrip() for line in lay_out((choice,), 28, Look()).lines]
    assert beside == ["1 northeast  The", "             Congratulation", "             Desk"]


def test_an_indent_gives_way_to_a_word() -> None:
    para = Para((Run("demilitarisation"),), indent=4)
    assert [line.text for line in lay_out((para,), 16, Look()).lines] == ["demilitarisation"]
    assert [line.text for line in lay_out((para,), 20, Look()).lines] == ["    demilitarisation"]
