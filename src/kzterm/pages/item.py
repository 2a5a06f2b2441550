"""The page of anything that has an id."""

from dataclasses import replace

from kzterm.model.briefing import Item, Scene, Trail
from kzterm.model.cards import Actor, Assessment, Caveat, Claim, Event, Figure, Quote, Tension, Term
from kzterm.pages.blocks import Page
from kzterm.pages.line_ends import breaker
from kzterm.pages.view import View


def item_page(view: View, item: Item) -> Page:
    """The page of a scene, a card or a trail."""
    return replace(_page(view, item), breaks=breaker(view.briefing))


def _page(view: View, item: Item) -> Page:
    if isinstance(item, Scene):
        from kzterm.pages.scene import scene_page

        return scene_page(view, item)
    if isinstance(item, Actor):
        from kzterm.pages.actor import actor_page

        return actor_page(view, item)
    if isinstance(item, Tension):
        from kzterm.pages.compare import tension_page

        return tension_page(view, item)
    from kzterm.pages import cards

    match item:
        case Trail():
            return cards.trail_page(view, item)
        case Quote():
            return cards.quote_page(view, item)
        case Assessment():
            return cards.assessment_page(view, item)
        case Claim():
            return cards.claim_page(view, item)
        case Figure():
            return cards.figure_page(view, item)
        case Event():
            return cards.event_page(view, item)
        case Caveat():
            return cards.caveat_page(view, item)
        case Term():
            return cards.term_page(view, item)
        case _:
            return cards.thing_page(view, item)
