"""Lines that show what a verb does and work in the open briefing."""

from collections.abc import Container, Iterable

from kzterm.model.cards import Actor, Assessment, Claim, Tension
from kzterm.pages.timeline import actors_of
from kzterm.play.turn import Turn
from kzterm.play.verb import Verb


def example(turn: Turn, verb: Verb) -> str:
    """The verb's own example where this briefing has what it names, else one with something that is here; "" for none.

    The verb's own is made for the bundled briefing.
    """
    briefing = turn.briefing
    match verb.name:
        case "source":
            numbers = briefing.paragraphs()
            known = not numbers or int(verb.example.split()[-1]) in numbers
            return verb.example if known else f"source {numbers[-1]}"
        case "web" | "browse":
            return next((f"{verb.name} {source.url}" for source in briefing.sources.values() if source.url), "")
        case "compare":
            return verb.example if next(iter(briefing.of(Tension)), None) else ""
        case "trail":
            return _naming(turn, verb, briefing.trails, among=briefing.trails)
        case "go":
            return _naming(turn, verb, [way.to for way in turn.scene.exits], among=briefing.scenes)
        case "who":
            return _naming(turn, verb, (actor.id for actor in briefing.of(Actor)))
        case "timeline":
            return _naming(turn, verb, actors_of(briefing))
        case "why":
            return _naming(turn, verb, (card.id for kind in (Assessment, Claim) for card in briefing.of(kind)))
        case "examine" | "peek" | "take" | "drop" | "copy":
            _open, *here = turn.here()
            return _naming(turn, verb, here)
        case _:
            return verb.example


def _naming(turn: Turn, verb: Verb, idents: Iterable[str], among: Container[str] | None = None) -> str:
    """The verb's own example, or the verb with the first of some ids; `among` is what it can take at all."""
    _, _, noun = verb.example.partition(" ")
    if turn.find(noun.removeprefix("is "), among):
        return verb.example
    ident = next(iter(idents), None)
    return f"{verb.name} {ident}" if ident else ""
