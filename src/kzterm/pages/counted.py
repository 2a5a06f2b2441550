"""How many of a kind there are, in words."""

from kzterm.catalogue import Catalogue
from kzterm.model.briefing import Scene, Trail
from kzterm.model.cards import (
    Actor,
    Assessment,
    Caveat,
    Claim,
    Event,
    Figure,
    Quote,
    Tension,
    Term,
    Thing,
)

ORDER = (Scene, Actor, Term, Trail, Thing, Figure, Quote, Assessment, Claim, Event, Tension, Caveat)
"""Kinds in the order in which they are listed: places and names first, the editor's notes last."""


def counted(kind: type, count: int, say: Catalogue) -> str:
    """`3 scenes`, in the reader's language."""
    n = say.n
    words = {
        Scene: n("{count} scene", "{count} scenes", count),
        Actor: n("{count} actor", "{count} actors", count),
        Term: n("{count} term", "{count} terms", count),
        Trail: n("{count} trail", "{count} trails", count),
        Thing: n("{count} thing", "{count} things", count),
        Figure: n("{count} figure", "{count} figures", count),
        Quote: n("{count} quote", "{count} quotes", count),
        Assessment: n("{count} assessment", "{count} assessments", count),
        Claim: n("{count} claim", "{count} claims", count),
        Event: n("{count} event", "{count} events", count),
        Tension: n("{count} comparison", "{count} comparisons", count),
        Caveat: n("{count} editor's note", "{count} editor's notes", count),
    }
    return words[kind]
