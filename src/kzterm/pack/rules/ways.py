"""Exits are doors: a reader expects to get back the way they came."""

from kzterm.pack.diagnostic import quoted
from kzterm.pack.rules.edition import Edition

_OPPOSITE = {"n": "s", "ne": "sw", "e": "w", "se": "nw", "up": "down", "in": "out"}
_BACK = _OPPOSITE | {there: here for here, there in _OPPOSITE.items()}


def ways_lead_back(edition: Edition) -> None:
    """KZ130: an exit whose scene has none in the opposite direction that leads back."""
    scenes = edition.briefing.scenes
    for scene in scenes.values():
        for way in scene.exits:
            back = _BACK[way.direction]
            if not any(other.to == scene.id and other.direction == back for other in scenes[way.to].exits):
                message = f"no exit {quoted(back)} leads back from {quoted(way.to)} to {quoted(scene.id)}"
                edition.report("KZ130", (scene.id, "exits", way.direction, "to"), message)
