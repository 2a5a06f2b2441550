"""The verb for seeing how scenes lie: map."""

from dataclasses import replace

from kzterm.catalogue import N_
from kzterm.model.briefing import Scene
from kzterm.play.names import names
from kzterm.play.turn import Outcome, Turn
from kzterm.play.unknown import did_you_mean
from kzterm.play.verb import Verb

_HERE = frozenset({"", "here", "ที่นี่"})
_ALL = frozenset({"all", "ทั้งหมด"})


def map_(turn: Turn, words: str) -> Outcome:
    """The map around where the reader stands, or around another scene; that scene has the focus.

    What is asked for may be everything: in words, the map tells of every scene then.
    """
    if words in turn.briefing.scenes:
        return _open(turn, words)
    if words.casefold() in _HERE:
        return _open(turn, turn.scene.id)
    if words.casefold() in _ALL:
        return _focused(turn.open(":map all"), turn.scene.id)
    found = names(turn.briefing).find(words.removeprefix("of ").strip(), among=turn.briefing.scenes)
    if len(found) == 1:
        return _open(turn, found[0])
    if found:
        return turn.which(found, "map")
    near = names(turn.briefing).suggest(words, kinds=(Scene,))
    hint = (did_you_mean(turn, near),) if near else ()
    return turn.tell(turn.t('No scene is called "{words}".', words=words), *hint)


def _open(turn: Turn, centre: str) -> Outcome:
    return _focused(turn.open(":map" if centre == turn.scene.id else f":map {centre}"), centre)


def _focused(outcome: Outcome, centre: str) -> Outcome:
    return replace(outcome, progress=outcome.progress.looking((0, 0), f"go {centre}"))


VERBS = (
    Verb(
        "map",
        ("m",),
        ("แผนที่",),
        "[SCENE]",
        N_("how the scenes lie, where you are, and what you have read; in words where nothing can be drawn"),
        "map",
        map_,
    ),
)
