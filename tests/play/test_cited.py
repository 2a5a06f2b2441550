"""What is copied and exported: always with who says it, the source and the paragraph."""

import pytest

from kzterm.model.briefing import Briefing
from kzterm.model.cards import Actor, Assessment, Caveat, Claim, Event, Figure, Quote, Tension, Term, Thing
from kzterm.play.cited import cited
from kzterm.play.dossier import as_markdown
from kzterm.play.effects import Copy
from kzterm.play.session import Session


def copied(session: Session, line: str) -> str:
    [effect] = session.submit(line).effects
    assert isinstance(effect, Copy)
    return effect.text


@pytest.mark.parametrize("lang", ["en", "th"])
def test_whatever_cites_anything_names_source_and_paragraph(briefing: Briefing, lang: str) -> None:
    session = Session(briefing, lang)
    turn = session.turn()
    titles = [turn.view.text(source.title) for source in briefing.sources.values()]
    for ident, item in {**briefing.scenes, **briefing.cards}.items():
        lines = cited(turn, ident)
        if isinstance(item, Tension | Actor | Term) and "[" not in "".join(lines):
            continue  # its prose cites nothing
        assert any(title in line for line in lines for title in titles), ident
        assert any(character.isdecimal() for character in "".join(lines)), ident
        if isinstance(item, Quote | Assessment | Claim | Figure | Event):
            assert len(lines) == 1


def test_a_thing_gives_what_it_shows(briefing: Briefing) -> None:
    turn = Session(briefing, scene="bazaar").turn()
    sack = briefing.cards["sugar-sack"]
    assert isinstance(sack, Thing)
    name, *lines = cited(turn, "sugar-sack")
    assert name == "the empty sugar sack:"
    assert lines == [line for ident in sack.shows for line in cited(turn, ident)]
    assert all("[The Thai article, para 7]" in line for line in lines)


def test_a_note_gives_what_is_printed_and_what_is_known(briefing: Briefing) -> None:
    turn = Session(briefing).turn()
    note = briefing.cards["two-forty-per-cents"]
    assert isinstance(note, Caveat)
    name, printed, known, *_ = cited(turn, note.id)
    assert name == 'Editor\'s note: Two different "over 40 per cent"'
    assert printed.startswith("Printed: ") and printed.endswith("[The Thai article, para 7, 19]")
    assert known.startswith("Known: ") and "general knowledge, not in the article" in known


def test_a_scene_gives_its_text_with_citations_and_none_of_its_scenery(briefing: Briefing) -> None:
    session = Session(briefing, scene="bazaar")
    scene = briefing.scenes["bazaar"]
    name, *paragraphs, source = copied(session, "copy").splitlines()
    assert name == "The Bazaar (as told in the briefing: Kazakhstan steps away from Russia)"
    assert len(paragraphs) == len(scene.body)
    assert all("[7]" in paragraph for paragraph in paragraphs)
    assert source == "Paragraphs: [number] = The Thai article, 23 September 2022"
    assert scene.look["en"] not in "".join(paragraphs)


def test_who_is_paraphrased_is_not_put_into_quotation_marks(briefing: Briefing) -> None:
    turn = Session(briefing).turn()
    for card in briefing.of(Assessment):
        [line] = cited(turn, card.id)
        assert not line.startswith('"')
        assert f"({turn.view.name(card.holder)}, " in line


def test_the_export_has_a_line_for_everything_a_thing_shows(briefing: Briefing) -> None:
    session = Session(briefing, scene="bazaar")
    for line in ("take two-forty-per-cents", "take umarov"):
        session.submit(line)
    lines = as_markdown(session.turn()).splitlines()
    assert '- Editor\'s note: Two different "over 40 per cent"' in lines
    assert any(line.startswith("  - Known: The two measure different things") for line in lines)
    assert "  - Paragraphs: \\[number\\] = The Thai article, 23 September 2022" in lines


def test_copy_takes_what_is_open_also_where_its_grounds_are(briefing: Briefing) -> None:
    session = Session(briefing, scene="bazaar")
    named = copied(session, "copy import-share")
    for line in ("why import-share", "source import-share", "x import-share"):
        session.submit(line)
        assert copied(session, "copy") == named


def test_a_page_without_a_citation_is_not_copied(briefing: Briefing) -> None:
    session = Session(briefing, scene="bazaar")
    for line in ("help", "timeline tokayev", "search baku", "source 7"):
        session.submit(line)
        reply = session.submit("copy")
        assert reply.effects == ()
        assert "`copy bazaar`" in reply.notice[0]
