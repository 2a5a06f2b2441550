"""The page of a scene: its body, the panels beside it, what can be examined, and the exits."""

from collections.abc import Container, Iterable, Iterator
from typing import TypeVar

from kzterm.model.briefing import Scene
from kzterm.model.cards import NOT_ATTRIBUTED, Assessment, Card, Claim, Quote
from kzterm.pages import labels
from kzterm.pages.blocks import Block, Choice, Choices, Heading, Link, Page, Panel, Para, Run, Runs
from kzterm.pages.figures import figures_panel
from kzterm.pages.view import View

_CardKind = TypeVar("_CardKind", bound=Card)


def scene_page(view: View, scene: Scene) -> Page:
    """A room as it is first seen."""
    blocks: list[Block] = [view.scenery(scene.look)]
    for proses in scene.body:
        blocks.extend(view.blocks(proses))
    panels = (here_panel(view, scene), quotes_panel(view, scene), assessments_panel(view, scene))
    more = (claims_panel(view, scene), figures_panel(view, scene), caveats_panel(view, scene))
    return Page(
        address=scene.id,
        title=view.text(scene.title),
        blocks=tuple(blocks),
        panels=(*panels, *(panel for panel in more if panel.count)),
        tail=(*_things(view, scene), *exits(view, scene)),
    )


def exits(view: View, scene: Scene) -> tuple[Block, ...]:
    """The numbered ways out."""
    if not scene.exits:
        return (Para((Run(view.say.t("There is no way out of here but back."), "dim"),)),)
    items = []
    for number, way in enumerate(scene.exits, 1):
        title = view.text(view.briefing.scenes[way.to].title)
        key = labels.direction(way.direction, view.say)
        runs = (Run(title, "text", Link(f"go {way.direction}", way.to)), Run(f": {view.text(way.say)}"))
        items.append(Choice(number, key, runs))
    return (Heading(view.say.t("Ways out")), Choices(tuple(items)))


def _things(view: View, scene: Scene) -> tuple[Block, ...]:
    if not scene.things:
        return ()
    lead = Run(view.say.t("You can examine: "), "dim")
    return (Para((lead, *view.names(scene.things))),)


def here_panel(view: View, scene: Scene) -> Panel:
    """The actors present."""
    t, count = view.say.t, len(scene.actors)
    runs = view.join((view.to(ident) for ident in scene.actors), "  ")
    blocks: tuple[Block, ...] = (Para(runs),) if count else (_none(t("nobody here")),)
    return Panel(t("Here"), blocks, count, view.say.n("{count} actor", "{count} actors", count), "who")


def quotes_panel(view: View, scene: Scene) -> Panel:
    """Words printed inside quotation marks by the source."""
    count = len(scene.quotes)
    blocks = tuple(quote_line(view, quote) for quote in _cards(view, scene.quotes, Quote))
    noun = view.say.n("{count} quote", "{count} quotes", count)
    return Panel(view.say.t("Quotes"), blocks or (_none(view.say.t("none here")),), count, noun, "quotes")


def quote_line(view: View, quote: Quote) -> Para:
    """A quotation with its speaker, on one line of a panel or list."""
    who = view.name(quote.speaker)
    if quote.speaker != NOT_ATTRIBUTED and quote.attribution == "contextual":
        who = view.say.t("{name}, by context", name=who)
    words = Run(f'"{view.quoted(quote)}"', "quote", view.link(quote.id))
    return Para((words, Run(f" · {who}"), view.cites(quote.cite)), tight=True)


def assessments_panel(view: View, scene: Scene) -> Panel:
    """Judgements tied to the analyst by name, and those of the narration: two groups that never mix."""
    t = view.say.t
    found = list(_cards(view, scene.assessments, Assessment))
    named = [card for card in found if is_analysts(view, card)]
    narrated = [card for card in found if card.voice == "narrated"]
    blocks: list[Block] = []
    for title, group in ((t("by name"), named), (t("as narrated"), narrated)):
        blocks.append(Para((Run(title, "dim"),), tight=True))
        blocks.extend(assessment_line(view, card) for card in group)
        if not group:
            blocks.append(_none(t("none here"), indent=2))
    blocks.append(Para((Run(t("all of them ▸"), "text", Link("assess all", "")),), tight=True))
    count = len(named) + len(narrated)
    noun = view.say.n("{count} assessment", "{count} assessments", count)
    return Panel(t("{analyst}'s assessments", analyst=analyst_name(view)), tuple(blocks), count, noun, "assess")


def is_analysts(view: View, card: Assessment) -> bool:
    """Whether the text ties the judgement to the briefing's analyst by name."""
    return card.voice == "named" and card.holder == view.briefing.analyst


def analyst_name(view: View) -> str:
    """The analyst's short name: the first other spelling, else the last word of the full one."""
    actor = view.briefing.find(view.briefing.analyst)
    full = view.name(view.briefing.analyst)
    return next(iter(getattr(actor, "also", {}).get(view.lang, ())), full.rsplit(" ", 1)[-1])


def assessment_line(view: View, card: Assessment) -> Para:
    """A judgement with its holder where that is not plain from the group, and its paragraph."""
    words = view.to(card.id)
    holder = f" · {view.name(card.holder)}" if card.voice in ("unnamed", "party") else ""
    return Para((words, Run(holder), view.cites(card.cite)), lead="◇ ", tight=True)


def claims_panel(view: View, scene: Scene) -> Panel:
    """What parties say, and judgements whose holder is a party or is not named."""
    claims = list(_cards(view, scene.claims, Claim))
    others = [card for card in _cards(view, scene.assessments, Assessment) if is_other_voice(view, card)]
    blocks = (
        *(line for card in claims for line in claim_lines(view, card, scene.claims)),
        *(assessment_line(view, card) for card in others),
    )
    count = len(claims) + len(others)
    noun = view.say.n("{count} claim", "{count} claims", count)
    return Panel(view.say.t("Claims and other voices"), blocks, count, noun, "assess")


def is_other_voice(view: View, card: Assessment) -> bool:
    """Neither the analyst's by name nor the narration's."""
    return card.voice != "narrated" and not is_analysts(view, card)


def claim_line(view: View, card: Claim) -> Para:
    """A claim with who makes it and where it stands."""
    who = ", ".join(view.name(ident) for ident in card.by)
    words = view.to(card.id)
    runs: Runs = (Run(f"{who}: "), words, Run(f" ({labels.status(card.status, view.say)})"), view.cites(card.cite))
    return Para(runs, lead="≈ ", tight=True)


def claim_lines(view: View, card: Claim, listed: Container[str] = ()) -> tuple[Para, ...]:
    """A claim, and under it whoever denies or disputes it; a denial that is `listed` beside it is only pointed to."""
    return (claim_line(view, card), *dispute_lines(view, card, listed))


def dispute_lines(view: View, card: Claim, listed: Container[str] = ()) -> tuple[Para, ...]:
    """Who denies or disputes a claim, in which words, and where."""
    lines = []
    for ident in card.disputed_by:
        other = view.briefing.cards[ident]
        assert isinstance(other, Claim)
        who = ", ".join(view.name(name) for name in other.by)
        words: Runs = (view.to(ident, who),) if ident in listed else (Run(f"{who}: "), view.to(ident))
        standing = Run(f" ({labels.status(other.status, view.say)})")
        runs = (Run(view.say.t("disputed by: "), "dim"), *words, standing, view.cites(other.cite))
        lines.append(Para(runs, indent=2, tight=True))
    return tuple(lines)


def caveats_panel(view: View, scene: Scene) -> Panel:
    """The editor's notes that belong beside this scene."""
    count = len(scene.caveats)
    blocks = tuple(Para((view.to(ident),), lead="! ", tight=True) for ident in scene.caveats)
    noun = view.say.n("{count} caveat", "{count} caveats", count)
    return Panel(view.say.t("Caveats"), blocks, count, noun, "caveats")


def _cards(view: View, idents: Iterable[str], kind: type[_CardKind]) -> Iterator[_CardKind]:
    for ident in idents:
        card = view.briefing.cards[ident]
        if isinstance(card, kind):
            yield card


def _none(words: str, indent: int = 0) -> Para:
    return Para((Run(words, "dim"),), indent=indent, tight=True)
