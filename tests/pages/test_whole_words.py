"""No page cuts a word that a line could hold, be the column as narrow as it may."""

import re

import pytest

from kzterm.model.briefing import Briefing
from kzterm.pages.blocks import Block, Heading, Page
from kzterm.pages.layout import Look, lay_out
from kzterm.pages.line_ends import breaker
from kzterm.play.session import Session
from kzterm.text.cells import cell_width
from kzterm.text.fold import is_thai

LINES = (
    "timeline", "figures all", "coverage", "compare", "search oil", "notebook", "help", "about", "trails", "places",
    "progress", "terms", "caveats all", "quotes all", "assess all", "who",
)  # fmt: skip
PUNCTUATION = ".,:;!?()\"'⁰¹²³⁴⁵⁶⁷⁸⁹≈◇[]"
HINGES = re.compile(r"\w[-/._?&=]+\w")
"""Signs inside a long name that it may be broken after."""


def blocks_of(page: Page) -> list[Block]:
    panels = (block for panel in page.panels for block in (Heading(panel.title), *panel.blocks))
    return [Heading(page.title, title=True), *page.blocks, *panels, *page.tail]


def words(blocks: list[Block], width: int, look: Look) -> set[str]:
    """English words, with what is printed close to them."""
    return {word for line in lay_out(blocks, width, look).lines for word in line.text.split() if not is_thai(word)}


@pytest.mark.parametrize("width", [16, 20, 26])
def test_words_that_fit_are_whole(briefing: Briefing, width: int) -> None:
    session = Session(briefing, "en")
    look = Look(True, {"claim": "≈", "judgement": "◇", "caveat": "[!]"}, breaks=breaker(briefing))
    cut: set[tuple[str, str]] = set()
    for line in (*briefing.scenes, *briefing.cards, *LINES):
        blocks = blocks_of(session.submit(line).page)
        known = words(blocks, 500, look)
        for word in words(blocks, width, look) - known:
            hosts = [host for host in known if word.strip(PUNCTUATION) in host]
            cores = {host.strip(PUNCTUATION) for host in hosts}
            whole = word.strip(PUNCTUATION) in cores or not word.strip(PUNCTUATION).isalpha()
            if not whole and not any(map(HINGES.search, hosts)) and all(cell_width(core) <= width for core in cores):
                cut.add((word, line))
    assert not cut
