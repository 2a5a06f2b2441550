"""What else something is called."""

from collections.abc import Iterator

import pytest

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Term
from kzterm.pages.blocks import Facts, Heading, Page, Para
from kzterm.pages.item import item_page
from kzterm.pages.view import View
from kzterm.play.session import Session


def others(view: View, page: Page) -> Iterator[str]:
    """The other names on a page: a row of a term's, the last block of an actor's."""
    for block, above in zip(page.blocks, (None, *page.blocks), strict=False):
        if isinstance(block, Facts):
            yield from (runs[0].text for label, runs in block.rows if label == view.say.t("Also"))
        elif above == Heading(view.say.t("Other names and spellings")):
            assert isinstance(block, Para)
            yield block.runs[0].text


@pytest.mark.parametrize("lang", ["en", "th"])
def test_a_card_does_not_repeat_its_title_among_other_names(briefing: Briefing, lang: str) -> None:
    view = View(briefing, lang)
    cards: list[Term | Actor] = [*briefing.of(Term), *briefing.of(Actor)]
    for card in cards:
        page = item_page(view, card)
        shown = list(others(view, page))
        names = {*card.name.values(), *(word for words in card.also.values() for word in words)}
        assert [set(text.split(" · ")) for text in shown] == ([names - {page.title}] if names - {page.title} else [])
    assert len(cards) > 60


def test_what_an_actor_does_and_says_comes_before_the_spellings_of_the_name(briefing: Briefing) -> None:
    view = View(briefing, "en")
    page = item_page(view, briefing.cards["turkey"])
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert headings[0] == "What happened, by date"
    assert headings[-1] == "Other names and spellings"
    kind = next(block for block in page.blocks if isinstance(block, Facts))
    assert [label for label, _ in kind.rows] == ["Kind"]
    assert page.blocks.index(kind) == 1


def test_terms_asks_among_terms_and_names_only(briefing: Briefing) -> None:
    session = Session(briefing)
    for words in ("zone", "war", "oil", "umarov", "era"):
        reply = session.submit(f"terms {words}")
        if (question := reply.progress.pending.question) is not None:
            found = [line.split()[-1] for _, line in question.answers]
            assert all(isinstance(briefing.find(ident), Term | Actor) for ident in found), words
        elif reply.page.address not in ("reading-room", ":terms"):
            assert isinstance(briefing.find(reply.page.address), Term | Actor)
    assert session.submit("terms umarov").page.address == "umarov"
