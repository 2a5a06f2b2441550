"""The bundled briefing: complete, reachable, and every way leads on."""

import pytest

from kzterm.model.briefing import Briefing
from kzterm.model.cards import NOT_ATTRIBUTED, Assessment, Claim, Figure, Quote
from kzterm.model.prose import Ref
from kzterm.pack import bundled, check
from kzterm.pages.mentions import mentions, prose_of_scene

SCENES = {
    "reading-room": "The Reading Room",
    "map-table": "The Map Before the War",
    "analyst-desk": "The Analyst's Desk",
    "east-gate": "The East Gate",
    "hall-of-refusals": "The Hall of Refusals",
    "parade-ground": "The Empty Parade Ground",
    "rumour-channel": "The Rumour Channel",
    "bazaar": "The Bazaar",
    "border-line": "The Line Nobody Can See",
    "archive": "The Archive of Precedents",
    "neighbour-window": "The Neighbour's Window",
    "turkish-hall": "The Turkish Hall",
    "congratulation-desk": "The Congratulation Desk",
    "january-night": "The Night in January",
    "cpc-valve": "The CPC Valve",
    "baku-port": "The Port in Baku",
    "hawks-gallery": "The Hawks' Gallery",
    "lookout": "The Lookout",
}


def ways(briefing: Briefing, ident: str) -> set[str]:
    """Scenes that one scene leads to, by an exit or by a link in its text."""
    scene = briefing.scenes[ident]
    linked = {inline.target for inline in prose_of_scene(scene) if isinstance(inline, Ref)}
    return {way.to for way in scene.exits} | (linked & set(briefing.scenes))


def test_nothing_to_mend() -> None:
    assert [one for one in check(bundled()).diagnostics if one.severity != "info"] == []


def test_scene_ids_and_titles(briefing: Briefing) -> None:
    assert {ident: scene.title["en"] for ident, scene in briefing.scenes.items()} == SCENES


def test_every_scene_is_reachable_and_leads_on(briefing: Briefing) -> None:
    reached, edge = set(), {briefing.start}
    while edge:
        reached |= edge
        edge = {to for ident in edge for to in ways(briefing, ident)} - reached
    assert reached == set(briefing.scenes)
    for ident in briefing.scenes:
        assert ways(briefing, ident) - {ident}, f"{ident} leads nowhere"


def test_exits_are_doors_in_both_directions(briefing: Briefing) -> None:
    opposite = dict(
        n="s", ne="sw", e="w", se="nw", s="n", sw="ne", w="e", nw="se", up="down", down="up", **{"in": "out"}, out="in"
    )
    for scene in briefing.scenes.values():
        for way in scene.exits:
            back = [other.direction for other in briefing.scenes[way.to].exits if other.to == scene.id]
            assert opposite[way.direction] in back, f"{scene.id} -{way.direction}-> {way.to}"


def test_every_paragraph_is_cited(briefing: Briefing) -> None:
    cited = {ref.para for ref in mentions(briefing).paragraphs if ref.source == briefing.primary}
    assert cited == set(briefing.paragraphs()) == set(range(26))


def test_six_quotations_two_without_speaker(briefing: Briefing) -> None:
    quotes = [card for card in briefing.cards.values() if isinstance(card, Quote)]
    assert len(quotes) == 6
    assert sorted(card.id for card in quotes if card.speaker == NOT_ATTRIBUTED) == [
        "denazification-talk",
        "genocide-label",
    ]


def test_the_analyst_is_named_in_three_paragraphs_only(briefing: Briefing) -> None:
    named = [card for card in briefing.cards.values() if isinstance(card, Assessment) and card.voice == "named"]
    assert named
    for card in named:
        assert card.holder == "umarov", card.id
        assert {citation.ref.para for citation in card.cite} <= {2, 7, 22}, card.id
    held = [card for card in briefing.cards.values() if isinstance(card, Assessment) and card.holder == "umarov"]
    assert held == named


def test_the_two_forty_per_cents_are_never_compared(briefing: Briefing) -> None:
    for ident in ("import-share", "revenue-at-risk"):
        card = briefing.cards[ident]
        assert isinstance(card, Figure)
        assert card.compare == ()
        assert "two-forty-per-cents" in (*card.caveats, *briefing.scenes[card.scene].caveats)


def test_the_disputed_post_keeps_all_its_voices(briefing: Briefing) -> None:
    post = briefing.cards["august-post"]
    assert isinstance(post, Claim)
    assert "hack-claim" in post.disputed_by
    assert {"august-post", "hack-claim", "team-wrote-it"} <= set(briefing.scenes["hawks-gallery"].claims)


@pytest.mark.parametrize("lang", ["en", "th"])
def test_no_city_that_the_article_does_not_name(briefing: Briefing, lang: str) -> None:
    """Scenery, bodies and cards; an editor's note may give the names."""
    from kzterm.model.cards import Caveat
    from kzterm.model.prose import plain
    from kzterm.pages.mentions import prose_of_card

    absent = {
        "en": ["Ankara", "Moscow", "Kremlin", "Astana", "Nur-Sultan", "Novorossiysk", "Beijing"],
        "th": ["อังการา", "มอสโก", "เครมลิน", "อัสตานา", "นูร์-ซุลตาน", "โนโวรอสซีสค์", "ปักกิ่ง"],
    }[lang]
    texts = [plain(proses[lang]) for scene in briefing.scenes.values() for proses in scene.body]
    texts += [scene.look[lang] for scene in briefing.scenes.values()]
    for card in briefing.cards.values():
        if not isinstance(card, Caveat):
            texts += [plain(proses[lang]) for proses in prose_of_card(card) if lang in proses]
    for text in texts:
        for name in absent:
            assert name not in text
