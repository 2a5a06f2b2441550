"""Groups of blocks beside each other, and one after the other."""

from hypothesis import given
from hypothesis import strategies as st

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Tension
from kzterm.pages.blocks import Columns
from kzterm.pages.compare import tension_page
from kzterm.pages.layout import Look, lay_out
from kzterm.pages.view import View
from kzterm.text.cells import cell_width


def sides(briefing: Briefing, ident: str, lang: str = "en") -> Columns:
    card = briefing.cards[ident]
    assert isinstance(card, Tension)
    return next(block for block in tension_page(View(briefing, lang), card).blocks if isinstance(block, Columns))


def test_two_sides_stand_beside_each_other_where_there_is_room(briefing: Briefing) -> None:
    block = sides(briefing, "careful-yet-unpredictable")
    assert "Side 1" in (first := lay_out([block], 84, Look(columns=True)).lines[0].text)
    assert "Side 2" in first
    for width, look in ((83, Look(columns=True)), (200, Look())):
        assert "Side 2" not in lay_out([block], width, look).lines[0].text


def test_three_sides_need_more_room(briefing: Briefing) -> None:
    block = sides(briefing, "whose-august-post")
    assert "Side 2" not in lay_out([block], 100, Look(columns=True)).lines[0].text
    assert "Side 3" in lay_out([block], 130, Look(columns=True)).lines[0].text


@given(width=st.integers(20, 200), lang=st.sampled_from(["en", "th"]), data=st.data())
def test_columns_fit_and_keep_reading_order(briefing: Briefing, width: int, lang: str, data: st.DataObject) -> None:
    block = sides(briefing, data.draw(st.sampled_from([card.id for card in briefing.of(Tension)])), lang)
    beside = lay_out([block], width, Look(columns=True))
    assert all(cell_width(line.text) <= width for line in beside.lines)
    assert beside.links == lay_out([block], width, Look()).links
    drawn = {piece.link for line in beside.lines for piece in line.pieces if piece.link is not None}
    assert drawn == set(range(len(beside.links)))


def test_every_tension_and_alternative_is_listed(briefing: Briefing) -> None:
    from kzterm.pages.compare import compare_page

    links = lay_out(compare_page(View(briefing, "en")).blocks, 80, Look()).links
    kinds = []
    for link in links:
        card = briefing.find(link.target)
        if isinstance(card, Tension):
            kinds.append(card.kind)
    assert len(kinds) == len(list(briefing.of(Tension)))
    assert kinds == sorted(kinds, reverse=True)
