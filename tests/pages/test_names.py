"""What else something is called."""

import pytest

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Term
from kzterm.pages.blocks import Facts
from kzterm.pages.item import item_page
from kzterm.pages.view import View
from kzterm.play.session import Session


@pytest.mark.parametrize("lang", ["en", "th"])
def test_a_card_does_not_repeat_its_title_among_other_names(briefing: Briefing, lang: str) -> None:
    view = View(briefing, lang)
    cards: list[Term | Actor] = [*briefing.of(Term), *briefing.of(Actor)]
    for card in cards:
        page = item_page(view, card)
        shown = [
            runs[0].text
            for block in page.blocks
            if isinstance(block, Facts)
            for label, runs in block.rows
            if label == view.say.t("Also")
        ]
        names = {*card.name.values(), *(word for words in card.also.values() for word in words)}
        assert [set(text.split(" · ")) for text in shown] == ([names - {page.title}] if names - {page.title} else [])
    assert len(cards) > 60


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
