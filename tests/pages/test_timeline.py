"""Events on their shelves."""

from dataclasses import replace

import pytest

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Event
from kzterm.pages.blocks import Block, Entry, Heading, Page, Para
from kzterm.pages.layout import Look, lay_out
from kzterm.pages.plain_text import render
from kzterm.pages.timeline import timeline_page
from kzterm.pages.view import View
from kzterm.play.session import Session
from kzterm.text.cells import cell_width


def shelves(page: Page) -> dict[str, list[str]]:
    """For each heading, the ids of the events under it."""
    found: dict[str, list[str]] = {}
    heading = ""
    for block in page.blocks:
        if isinstance(block, Heading):
            heading = block.text
            found[heading] = []
        elif isinstance(block, Entry) or (isinstance(block, Para) and block.lead):
            found[heading].extend(run.link.target for run in block.runs if run.link and run.link.stop)
    return found


def test_every_event_stands_on_one_shelf(briefing: Briefing) -> None:
    shown = [ident for events in shelves(timeline_page(View(briefing, "en"), None)).values() for ident in events]
    assert sorted(shown) == sorted(event.id for event in briefing.of(Event))


def test_shelves(briefing: Briefing) -> None:
    found = shelves(timeline_page(View(briefing, "en"), None))
    assert list(found) == [
        "Dated",
        "Approximate, or spread over a time",
        "Every year",
        "Undated: the source gives no date",
    ]
    assert found["Every year"] == ["ninth-of-may"]
    assert found["Dated"].index("january-rescue") < found["Dated"].index("invasion")
    assert "march-cancelled" in found["Approximate, or spread over a time"]
    assert "xi-visit" in found["Approximate, or spread over a time"]
    assert "crimea-seized" in found["Undated: the source gives no date"]


def test_years_of_the_buddhist_era_in_thai(briefing: Briefing) -> None:
    page = timeline_page(View(briefing, "th"), None)
    years = [part for block in page.blocks if isinstance(block, Entry) for part in block.when]
    assert {"2551", "2557", "2565"} <= set(years)
    assert not any("20" in part for part in years)


def test_the_printed_phrase_is_kept(briefing: Briefing) -> None:
    text = render(timeline_page(View(briefing, "en"), None), 500, "en")
    for event in briefing.of(Event):
        assert event.printed is None or f"printed: {event.printed}" in text


@pytest.mark.parametrize("ident", ["tokayev", "xi", "ukraine"])
def test_one_actor(briefing: Briefing, ident: str) -> None:
    actor = briefing.cards[ident]
    assert isinstance(actor, Actor)
    found = shelves(timeline_page(View(briefing, "en"), actor))
    expected = sorted(event.id for event in briefing.of(Event) if ident in event.actors)
    assert sorted(event for events in found.values() for event in events) == expected


def test_an_actor_without_events(briefing: Briefing) -> None:
    actor = briefing.cards["umarov"]
    assert isinstance(actor, Actor)
    assert shelves(timeline_page(View(briefing, "en"), actor)) == {}


def dated(page: Page) -> list[Entry]:
    """The entries of the first shelf."""
    blocks = list(page.blocks)
    end = next(at for at, block in enumerate(blocks[1:], 1) if isinstance(block, Heading))
    return [block for block in blocks[1:end] if isinstance(block, Entry)]


@pytest.mark.parametrize("lang", ["en", "th"])
def test_a_year_is_said_once(briefing: Briefing, lang: str) -> None:
    years = [entry.when[0] for entry in dated(timeline_page(View(briefing, lang), None)) if entry.when[0]]
    assert len(years) == len(set(years)) == 3


def test_beside_its_year_an_event_has_its_month_and_day(briefing: Briefing) -> None:
    entries = dated(timeline_page(View(briefing, "en"), None))
    assert [entry.when for entry in entries] == [
        ("2008", ""),
        ("2014", ""),
        ("2022", ""),
        ("", ""),
        ("", "January"),
        ("", "February"),
        ("", "March"),
        ("", "August"),
        ("", "16 September"),
        ("", "23 September"),
    ]


def lines(page: Page, width: int) -> list[str]:
    return [line.text for line in lay_out(page.blocks, width, Look()).lines]


def test_when_and_what_stand_in_columns(briefing: Briefing) -> None:
    shown = lines(timeline_page(View(briefing, "en"), None), 78)
    assert "2008                  Russia was in conflict with Georgia.[10]" in shown
    assert "      February        Russia invades Ukraine.[4,11]" in shown
    assert "9 May 2022            Kazakhstan cancels the march for Victory Day.[5]" in shown
    assert "(uncertain)           printed: วันที่ 9 พ.ค." in shown


def test_in_a_narrow_column_when_stands_on_lines_of_its_own(briefing: Briefing) -> None:
    shown = lines(timeline_page(View(briefing, "en"), None), 38)
    at = shown.index("  February")
    assert shown[at - 1 : at + 3] == [
        "",
        "  February",
        "  Russia invades Ukraine.[4,11]",
        "  printed: เดือน ก.พ. ที่ผ่านมา",
    ]
    assert shown[shown.index("2022") + 1] == "  Russia cancels its sugar exports.[7]"
    assert "around March 2022 to September 2022" in shown


@pytest.mark.parametrize("lang", ["en", "th"])
def test_nothing_is_wider_than_the_page(briefing: Briefing, lang: str) -> None:
    page = Session(briefing, lang).submit("timeline").page
    for width in range(20, 120):
        text = render(page, width, lang)
        assert max(map(cell_width, text.splitlines())) <= width


def test_to_be_listened_to_every_date_comes_before_its_event(briefing: Briefing) -> None:
    shown = render(timeline_page(View(briefing, "en"), None), 500, "en", heard=True).splitlines()
    assert "2022: Russia cancels its sugar exports.[7]" in shown
    assert "February: Russia invades Ukraine.[4,11]" in shown
    assert any(line.startswith("around April 2022 to September 2022: Tokayev visits") for line in shown)


def test_without_citations(briefing: Briefing) -> None:
    shown = render(timeline_page(View(briefing, "en"), None), 500, "en", citations=False)
    assert "Russia invades Ukraine.\n" in shown


def words(block: Block) -> str:
    assert isinstance(block, Para)
    return "".join(run.text for run in block.runs)


def test_the_actors_of_events_are_ways_to_their_events_and_back(briefing: Briefing) -> None:
    named = {ident for event in briefing.of(Event) for ident in event.actors}
    *_, choice = timeline_page(View(briefing, "en"), None).blocks
    assert words(choice).startswith("By actor: Kazakhstan, Russia, ")
    assert isinstance(choice, Para)
    ways = [run.link.line for run in choice.runs if run.link]
    assert 1 < len(ways) <= 16
    session = Session(briefing)
    for line in ways:
        assert line.removeprefix("timeline ") in named
        page = session.submit(line).page
        assert page.address == f":{line}"
        assert any(shelves(page).values())
        back = page.blocks[-1]
        assert isinstance(back, Para) and words(back) == "all of them ▸"
        assert back.runs[0].link and session.submit(back.runs[0].link.line).page.address == ":timeline"


@pytest.mark.parametrize("ident", ["turkey", "umarov"])
def test_the_chosen_actor_is_told_apart_in_words(briefing: Briefing, ident: str) -> None:
    actor = briefing.cards[ident]
    assert isinstance(actor, Actor)
    *_, choice, _back = timeline_page(View(briefing, "en"), actor).blocks
    assert f"{actor.name['en']} (shown here)" in words(choice)
    assert isinstance(choice, Para)
    assert f"timeline {ident}" not in [run.link.line for run in choice.runs if run.link]


def test_a_briefing_without_events_offers_no_actors(briefing: Briefing) -> None:
    cards = {ident: card for ident, card in briefing.cards.items() if not isinstance(card, Event)}
    [line] = timeline_page(View(replace(briefing, cards=cards), "en"), None).blocks
    assert isinstance(line, Para)
    assert line.runs[0].text == "This briefing has no events."
