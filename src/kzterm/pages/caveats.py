"""The editor's notes in full: what is printed, what is known, on what ground, and in which paragraphs."""

from collections.abc import Iterable

from kzterm.model.briefing import Scene
from kzterm.model.cards import Caveat
from kzterm.pages import labels
from kzterm.pages.blocks import Block, Heading, Link, Page, Para, Run, Runs
from kzterm.pages.mentions import card_caveats, owned, unique
from kzterm.pages.view import View


def caveats_page(view: View, scene: Scene | None) -> Page:
    """The notes of a scene and of its cards; of the whole briefing when there is no scene."""
    t = view.say.t
    blocks: list[Block] = [Para((Run(t("Notes of the editors. The source itself stays as printed."), "dim"),))]
    if scene is None:
        blocks.extend(_notes(view, (card.id for card in view.briefing.of(Caveat))))
        return Page(":caveats all", t("All caveats"), tuple(blocks))
    cards = (view.briefing.cards[ident] for ident in owned(scene))
    further = unique(note for card in cards for note in card_caveats(card) if note not in scene.caveats)
    for title, notes in ((t("On this scene"), scene.caveats), (t("On what is told here"), further)):
        if notes:
            blocks.append(Heading(title))
            blocks.extend(_notes(view, notes))
    if len(blocks) == 1:
        blocks = [Para((Run(t("No notes here."), "dim"),))]
    blocks.append(Para((Run(t("all of them ▸"), "text", Link("caveats all", "")),)))
    return Page(":caveats", t("Caveats: {scene}", scene=view.text(scene.title)), tuple(blocks))


def _notes(view: View, idents: Iterable[str]) -> Iterable[Block]:
    t = view.say.t
    for ident in idents:
        card = view.briefing.cards[ident]
        assert isinstance(card, Caveat)
        numbers = view.cite_run(view.briefing.primary_ref(para) for para in card.paras)
        grounds = "; ".join(labels.ground(name, view.say) for name in card.grounds)
        rows: tuple[tuple[str, Runs], ...] = (
            (t("Printed"), view.runs(view.prose(card.printed))),
            (t("Known"), view.runs(view.prose(card.known))),
            (t("Ground"), (Run(grounds),)),
        )
        yield Para((view.to(ident), numbers), lead="! ")
        yield from (Para((Run(f"{label}: ", "dim"), *runs), indent=2, tight=True) for label, runs in rows)
