"""The verbs for weighing."""

from collections.abc import Callable, Iterator

import pytest

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Assessment, Claim
from kzterm.pages.blocks import Page
from kzterm.pages.layout import Look, lay_out
from kzterm.play.commands.evidence import VERBS
from kzterm.play.commands.table import split
from kzterm.play.session import Session

Play = Callable[..., str]


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("why", ":why reading-room"),
        ("why another-war-unlikely", ":why another-war-unlikely"),
        ("why umarov", ":why umarov"),
        ("ทำไม another-war-unlikely", ":why another-war-unlikely"),
        ("why Russia stepped in", "why-january"),
        ("compare", ":compare"),
        ("tensions", ":compare"),
        ("compare 1", "careful-yet-unpredictable"),
        ("compare ๑", "careful-yet-unpredictable"),
        ("compare arms-or-not", "arms-or-not"),
        ("compare medvedev", "whose-august-post"),
        ("compare cpc-capacity", "cpc-capacity"),
        ("เทียบ 1", "careful-yet-unpredictable"),
        ("caveats", ":caveats"),
        ("caveats all", ":caveats all"),
        ("หมายเหตุทั้งหมด", ":caveats all"),
        ("figures", ":figures"),
        ("figures all", ":figures all"),
        ("ตัวเลข ทั้งหมด", ":figures all"),
        ("timeline", ":timeline"),
        ("timeline tokayev", ":timeline tokayev"),
        ("timeline of Tokayev", ":timeline tokayev"),
        ("timeline walk", "timeline-walk"),
        ("เส้นเวลา โทคาเยฟ", ":timeline tokayev"),
        ("terms", ":terms"),
        ("glossary", ":terms"),
        ("terms standfirst", "standfirst-term"),
        ("coverage", ":coverage"),
    ],
)
def test_lines_and_their_pages(session: Session, line: str, address: str) -> None:
    reply = session.submit(line)
    assert reply.page.address == address, reply.notice
    assert reply.page.blocks


@pytest.mark.parametrize("first", ["another-war-unlikely", "source another-war-unlikely", "why another-war-unlikely"])
def test_why_is_about_the_open_card(session: Session, first: str) -> None:
    session.submit(first)
    assert session.submit("why").page.address == ":why another-war-unlikely"


def test_why_goes_down_to_the_paragraph(play: Play) -> None:
    shown = play("why energy-to-europe")
    assert "Hedge: อาจจะ" in shown
    assert "Holder: the article" in shown
    # Three levels: the hawks' readiness, on the reliance on the line, on the Russian share.
    levels = [line for line in shown.splitlines() if line.lstrip().startswith("Figure: 31 per cent")]
    assert [len(line) - len(line.lstrip()) for line in levels] == [8, 6, 4]


def test_why_of_a_claim_says_who_disputes_it(play: Play) -> None:
    shown = play("why arms-allegation")
    assert "Status: alleged" in shown
    assert "disputed by: Kazakhstan's authorities" in shown


def test_why_shows_every_assessment_and_claim_of_a_scene(briefing: Briefing) -> None:
    for scene in briefing.scenes.values():
        session = Session(briefing)
        session.submit(f"go {scene.id}")
        targets = {link.target for link in lay_out(session.submit("why").page.blocks, 80, Look()).links}
        assert {*scene.assessments, *scene.claims} <= targets


def test_a_question_is_searched(session: Session) -> None:
    reply = session.submit("why is Kazakhstan distancing itself?")
    assert reply.show or reply.notice
    assert not reply.page.address.startswith(":why kazakhstan")


def test_numbers_out_of_range(play: Play) -> None:
    assert "from 1 to 11" in play("compare 12")
    assert "from 1 to 11" in play("compare 0")


def test_nothing_to_compare(play: Play) -> None:
    assert "Nothing is compared" in play("compare jordan")


def test_unknown_words(session: Session) -> None:
    for verb in ("compare", "caveats", "figures", "timeline", "terms"):
        reply = session.submit(f"{verb} qwertyuiop")
        assert not reply.show
        assert reply.notice


def _pages(briefing: Briefing, lang: str) -> Iterator[Page]:
    session = Session(briefing, lang)
    for ident in (*briefing.scenes, *briefing.cards):
        yield session.submit(session.turn().view.link(ident).line).page
        if ident in briefing.scenes:
            for line in ("assess", "why", "source"):
                yield session.submit(line).page
    for line in ("assess all", "coverage", "source 6", "source 21", "why medvedev", "source arms-allegation"):
        yield session.submit(line).page


def test_no_disputed_claim_is_shown_without_its_denial(briefing: Briefing) -> None:
    shown = 0
    for page in _pages(briefing, "en"):
        blocks = [*page.blocks, *(block for panel in page.panels for block in panel.blocks), *page.tail]
        targets = {link.target for link in lay_out(blocks, 80, Look()).links}
        for ident in targets:
            card = briefing.find(ident)
            if isinstance(card, Claim):
                shown += 1
                assert set(card.disputed_by) <= targets, (page.address, ident)
    assert shown > 50


def test_the_denial_goes_with_a_claim_into_the_notebook(play: Play) -> None:
    assert "disputed by: Kazakhstan's authorities" in play("take arms-allegation", "inventory")


def test_no_assessment_stands_without_holder_and_hedge(briefing: Briefing) -> None:
    session = Session(briefing)
    for card in briefing.of(Assessment):
        page = session.submit(f"why {card.id}").page
        text = "\n".join(line.text for line in lay_out(page.blocks, 300, Look()).lines)
        assert f"Holder: {session.turn().view.name(card.holder)}" in text
        assert f"Hedge: {card.hedge or 'none'}" in text
        assert all(f"[{citation.ref.para}]" in text for citation in card.cite)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_help_and_example(session: Session, verb: object) -> None:
    from kzterm.play.verb import Verb

    assert isinstance(verb, Verb)
    assert session.submit(verb.example).show
    for word in (verb.name, *verb.aliases, *verb.thai):
        found = split(word)
        assert found is not None
        assert found[0] is verb


def test_verbs_do_not_hide_names(briefing: Briefing) -> None:
    from kzterm.play.spellings import spellings

    hidden = {
        name
        for card in briefing.cards.values()
        for name in spellings(card)
        if " " not in name and (found := split(name)) and found[0] in VERBS
    }
    assert hidden == set()
