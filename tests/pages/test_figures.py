"""Figures, bars, and arithmetic that claims no more than the comparators allow."""

from dataclasses import replace
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Comparator, Figure
from kzterm.pages.blocks import Bar, Bars, Para, Run
from kzterm.pages.figures import chart, comparable, figures_page, ratio
from kzterm.pages.layout import Look, lay_out
from kzterm.pages.view import View
from kzterm.text.cells import cell_width


def figure(briefing: Briefing, ident: str) -> Figure:
    card = briefing.cards[ident]
    assert isinstance(card, Figure)
    return card


def words(blocks: tuple[object, ...], width: int = 80) -> str:
    return "\n".join(line.text for line in lay_out(blocks, width, Look()).lines)  # type: ignore[arg-type]


def test_every_figure_is_listed_with_comparator_unit_and_paragraph(briefing: Briefing) -> None:
    page = figures_page(View(briefing, "en"), None)
    shown = words(page.blocks, 300)
    for card in briefing.of(Figure):
        lines = [line for line in shown.splitlines() if card.of["en"] in line]
        assert len(lines) == 1, card.id
        assert View(briefing, "en").number(card) in lines[0]
        assert f"[{card.cite[0].ref.para}]" in lines[0]


def test_only_like_is_drawn_with_like(briefing: Briefing) -> None:
    drawn = {
        card.id: tuple(other.id for other in group)
        for card in briefing.of(Figure)
        if len(group := comparable(briefing, card)) > 1
    }
    assert drawn == dict.fromkeys(("cpc-capacity", "caspian-ceiling"), ("cpc-capacity", "caspian-ceiling"))


def test_another_unit_is_never_drawn_beside_it(briefing: Briefing) -> None:
    here, there = figure(briefing, "cpc-capacity"), figure(briefing, "caspian-ceiling")
    cards = {**briefing.cards, there.id: replace(there, unit="percent")}
    assert comparable(replace(briefing, cards=cards), here) == (here,)


def test_the_pipe_and_the_other_routes(briefing: Briefing) -> None:
    shown = words(chart(View(briefing, "en"), comparable(briefing, figure(briefing, "cpc-capacity"))))
    bars = [line for line in shown.splitlines() if "█" in line]
    assert [bar.count("█") for bar in bars] == [40, 4]
    assert bars[0].endswith("█►") and bars[1].endswith("█┤")
    assert shown.count("more than 1,000,000 barrels a day") == shown.count("at most 100,000 barrels a day") == 1
    assert "► more  ┤ at most" in shown
    assert "~" not in shown
    assert "Our arithmetic, not the source's: the first is more than 10 times the last." in shown


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (("exactly", "30"), ("exactly", "10"), "the first is 3 times the last"),
        (("exactly", "10"), ("exactly", "3"), "the first is more than 3.3 times the last"),
        (("at_least", "30"), ("exactly", "10"), "the first is at least 3 times the last"),
        (("exactly", "30"), ("at_most", "10"), "the first is at least 3 times the last"),
        (("more_than", "30"), ("exactly", "10"), "the first is more than 3 times the last"),
        (("at_most", "30"), ("exactly", "10"), ""),
        (("exactly", "30"), ("more_than", "10"), ""),
        (("exactly", "30"), ("at_least", "10"), ""),
        (("about", "30"), ("exactly", "10"), ""),
        (("exactly", "30"), ("about", "10"), ""),
        (("exactly", "10"), ("exactly", "10"), ""),
        (("exactly", "10"), ("exactly", "0"), ""),
    ],
)
def test_arithmetic(briefing: Briefing, first: tuple[Comparator, str], last: tuple[Comparator, str], said: str) -> None:
    model = figure(briefing, "cpc-capacity")
    pair = [replace(model, comparator=comparator, value=value) for comparator, value in (first, last)]
    assert ratio(View(briefing, "en"), *pair) == said


def truths(comparator: Comparator, value: int) -> list[Fraction]:
    """Numbers for which the figure would be true, the extreme ones among them."""
    least = Fraction(1, 1000)
    return {
        "exactly": [Fraction(value)],
        "more_than": [value + least, Fraction(value * 9 + 1)],
        "at_least": [Fraction(value), Fraction(value * 9)],
        "at_most": [least, Fraction(value)],
        "about": [value * Fraction(8, 10), value * Fraction(12, 10)],
    }[comparator]


@given(
    first=st.tuples(st.sampled_from(get_args(Comparator)), st.integers(1, 5000)),
    last=st.tuples(st.sampled_from(get_args(Comparator)), st.integers(1, 5000)),
)
def test_arithmetic_holds_whatever_the_true_numbers_are(
    briefing: Briefing, first: tuple[Comparator, int], last: tuple[Comparator, int]
) -> None:
    model = figure(briefing, "cpc-capacity")
    pair = [replace(model, comparator=comparator, value=str(value)) for comparator, value in (first, last)]
    said = ratio(View(briefing, "en"), *pair).removeprefix("the first is ").removesuffix(" times the last")
    if not said:
        return
    times = Fraction(said.split()[-1].replace(",", ""))
    for true_first in truths(*first):
        for true_last in truths(*last):
            if said.startswith("more than"):
                assert true_first > times * true_last
            elif said.startswith("at least"):
                assert true_first >= times * true_last
            else:
                assert true_first == times * true_last


@given(shares=st.lists(st.floats(0, 1), min_size=1, max_size=4), width=st.integers(20, 200))
def test_bars_fit_and_stand_under_their_numbers(shares: list[float], width: int) -> None:
    items = tuple(Bar((Run(f"number {at}"),), share, "open") for at, share in enumerate(shares))
    lines = [line.text for line in lay_out([Bars(items, (("open", "or more"),))], width, Look()).lines]
    assert all(cell_width(line) <= width for line in lines)
    *bars, apart, ends = lines
    assert (apart, ends) == ("", "  ► or more")
    assert bars[::2] == [f"number {at}" for at in range(len(shares))]
    assert all(line.endswith("►") for line in bars[1::2])


def test_where_no_bar_is_drawn_no_end_is_explained() -> None:
    [line] = lay_out([Bars((Bar((Run("x"),), 1.0, "open"),), (("open", "or more"),))], 10, Look()).lines
    assert line.text == "x"


def test_the_bars_come_first_and_what_their_ends_mean_stands_apart(briefing: Briefing) -> None:
    shown = words(figures_page(View(briefing, "en"), None).blocks).splitlines()
    assert shown[0] == "Like with like"
    last = max(at for at, line in enumerate(shown) if "█" in line)
    assert shown[last + 1 : last + 4] == ["", "  ► more  ┤ at most", ""]
    assert shown.index("Other figures") > last
    assert "Other figures" not in words(figures_page(View(briefing, "en"), briefing.scenes["bazaar"]).blocks)


def test_the_notes_on_a_figure_stand_under_it(briefing: Briefing) -> None:
    page = figures_page(View(briefing, "en"), briefing.scenes["bazaar"])
    assert [block.lead for block in page.blocks if isinstance(block, Para)][:2] == ["", "! "]


@pytest.mark.parametrize(
    ("comparator", "unit", "shown"),
    [
        ("more_than", "percent", "มากกว่าร้อยละ 40"),
        ("exactly", "percent", "ร้อยละ 40"),
        ("more_than", {"en": "barrels a day", "th": "บาร์เรลต่อวัน"}, "มากกว่า 40 บาร์เรลต่อวัน"),
    ],
)
def test_thai_puts_a_space_between_words_and_digits_only(
    briefing: Briefing, comparator: Comparator, unit: object, shown: str
) -> None:
    model = replace(figure(briefing, "import-share"), value="40", comparator=comparator, unit=unit)  # type: ignore[arg-type]
    assert View(briefing, "th").number(model) == shown
