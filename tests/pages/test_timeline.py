"""Events on their shelves."""

from dataclasses import replace

import pytest

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Event
from kzterm.pages.blocks import Heading, Page, Para
from kzterm.pages.timeline import timeline_page
from kzterm.pages.view import View
from kzterm.play.session import Session


def shelves(page: Page) -> dict[str, list[str]]:
    """For each heading, the ids of the events under it."""
    found: dict[str, list[str]] = {}
    heading = ""
    for block in page.blocks:
        if isinstance(block, Heading):
            heading = block.text
            found[heading] = []
        elif isinstance(block, Para) and block.lead:
            found[heading].extend(run.link.target for run in block.runs if run.link and run.link.stop)
    return found


def test_every_event_stands_on_one_shelf(briefing: Briefing) -> None:
    shown = [ident for events in shelves(timeline_page(View(briefing, "en"), None)).values() for ident in events]
    assert sorted(shown) == sorted(event.id for event in briefing.of(Event))


def test_shelves(briefing: Briefing) -> None:
    found = shelves(timeline_page(View(briefing, "en"), None))
    assert list(found) == [
        "Dated: 2008",
        "Dated: 2014",
        "Dated: 2022",
        "Approximate, or spread over a time",
        "Every year",
        "Undated: the source gives no date",
    ]
    assert found["Every year"] == ["ninth-of-may"]
    assert found["Dated: 2022"].index("january-rescue") < found["Dated: 2022"].index("invasion")
    assert "march-cancelled" in found["Approximate, or spread over a time"]
    assert "xi-visit" in found["Approximate, or spread over a time"]
    assert "crimea-seized" in found["Undated: the source gives no date"]


def test_years_of_the_buddhist_era_in_thai(briefing: Briefing) -> None:
    text = "".join(
        run.text
        for block in timeline_page(View(briefing, "th"), None).blocks
        if isinstance(block, Para)
        for run in block.runs
    )
    assert "กุมภาพันธ์ 2565" in text
    assert "กุมภาพันธ์ 2022" not in text


def test_the_printed_phrase_is_kept(briefing: Briefing) -> None:
    text = [
        "".join(run.text for run in block.runs)
        for block in timeline_page(View(briefing, "en"), None).blocks
        if isinstance(block, Para)
    ]
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


@pytest.mark.parametrize("lang", ["en", "th"])
def test_a_year_is_said_once(briefing: Briefing, lang: str) -> None:
    year = ""
    for block in timeline_page(View(briefing, lang), None).blocks:
        if isinstance(block, Heading):
            year = block.text.rsplit(" ", 1)[-1] if block.text[-1].isdecimal() else ""
        elif isinstance(block, Para) and block.lead and year:
            assert not any(year in run.text for run in block.runs if run.style == "key")


def test_under_its_year_an_event_has_its_month_and_day(briefing: Briefing) -> None:
    lines = ["".join(run.text for run in block.runs) for block in blocks_of(timeline_page(View(briefing, "en"), None))]
    assert any(line.startswith("February: Russia invades Ukraine") for line in lines)
    assert any(line.startswith("Russia cancels its sugar exports") for line in lines)


def blocks_of(page: Page) -> list[Para]:
    return [block for block in page.blocks if isinstance(block, Para)]


def test_the_actors_of_events_are_ways_to_their_events_and_back(briefing: Briefing) -> None:
    named = {ident for event in briefing.of(Event) for ident in event.actors}
    lines = [run.link.line for run in blocks_of(timeline_page(View(briefing, "en"), None))[0].runs if run.link]
    assert 1 < len(lines) <= 16
    session = Session(briefing)
    for line in lines:
        assert line.removeprefix("timeline ") in named
        page = session.submit(line).page
        assert page.address == f":{line}"
        assert any(shelves(page).values())
        back = next(run.link for run in blocks_of(page)[0].runs if run.link)
        assert session.submit(back.line).page.address == ":timeline"


def test_a_briefing_without_events_offers_no_actors(briefing: Briefing) -> None:
    cards = {ident: card for ident, card in briefing.cards.items() if not isinstance(card, Event)}
    [line] = timeline_page(View(replace(briefing, cards=cards), "en"), None).blocks
    assert isinstance(line, Para)
    assert line.runs[0].text == "This briefing has no events."
