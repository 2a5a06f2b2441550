"""Verbs for moving: go, back, forward, exits, places, trail."""

import re
from dataclasses import replace

from kzterm.catalogue import N_
from kzterm.model.briefing import Exit, Scene
from kzterm.pages import labels
from kzterm.play.names import names
from kzterm.play.turn import Outcome, Turn
from kzterm.play.unknown import did_you_mean
from kzterm.play.verb import Verb
from kzterm.text.fold import fold

DIRECTION_WORDS = {
    "n": ("north", "เหนือ"),
    "ne": ("northeast", "north-east", "ตะวันออกเฉียงเหนือ"),
    "e": ("east", "ตะวันออก"),
    "se": ("southeast", "south-east", "ตะวันออกเฉียงใต้"),
    "s": ("south", "ใต้"),
    "sw": ("southwest", "south-west", "ตะวันตกเฉียงใต้"),
    "w": ("west", "ตะวันตก"),
    "nw": ("northwest", "north-west", "ตะวันตกเฉียงเหนือ"),
    "up": ("u", "upstairs", "ขึ้น"),
    "down": ("d", "downstairs", "ลง"),
    "in": ("inside", "enter", "เข้า"),
    "out": ("outside",),
}
"""For each direction, the other words for it."""

_TO_DIRECTION = {word: name for name, words in DIRECTION_WORDS.items() for word in (name, *words)}


_TOWARDS = re.compile(r"^(?:(?:in)?to\b|towards?\b|the\b|\s|ไป|ทาง(?!ออก)|ที่|ยัง|สู่|เข้า)+", re.IGNORECASE)
"""What leads up to where one goes."""


def leads_to(turn: Turn, words: str) -> tuple[str, ...]:
    """Ids of the scenes that words may mean, those that an exit leads to first."""
    ways = [way.to for way in turn.scene.exits]
    return names(turn.briefing).find(_TOWARDS.sub("", words) or words, ways, among=turn.briefing.scenes)


def direction_of(words: str) -> str | None:
    """The direction that words name, or None."""
    return _TO_DIRECTION.get(words.casefold().removeprefix("ทิศ"))


def go(turn: Turn, words: str) -> Outcome:
    """Through an exit, by direction, number or name; or straight to any scene by its name."""
    words = _TOWARDS.sub("", words).strip(" !?.")
    if not words:
        return turn.tell(turn.t("Where to?"), *_ways(turn))
    if name := direction_of(words):
        return _through(turn, next((way for way in turn.scene.exits if way.direction == name), None), name)
    if words.isdecimal():
        return exit_by_number(turn, int(words)) or no_such_exit(turn, int(words))
    scenes = leads_to(turn, words)
    if len(scenes) == 1:
        return turn.open(scenes[0])
    if scenes:
        return turn.which(scenes)
    lines = [turn.t('No scene is called "{words}".', words=words)]
    if near_names := names(turn.briefing).suggest(words, kinds=(Scene,)):
        lines.append(did_you_mean(turn, near_names))
    return turn.tell(*lines, *_ways(turn))


def exit_by_number(turn: Turn, number: int) -> Outcome | None:
    """The exit with this number; on a trail's page, the step with it; None where there is none."""
    here = turn.progress.place.address
    if here in turn.briefing.trails and 1 <= number <= _length(turn, here):
        return step(turn, here, number - 1)
    if here == ":trails" and 1 <= number <= len(turn.briefing.trails):
        return _begin(turn, list(turn.briefing.trails)[number - 1])
    ways = turn.scene.exits
    if 1 <= number <= len(ways):
        return _through(turn, ways[number - 1], ways[number - 1].direction)
    return None


def no_such_exit(turn: Turn, number: int) -> Outcome:
    """Say that there is none, and which there are."""
    return turn.tell(turn.t("There is no exit {number} here.", number=number), *_ways(turn))


def _through(turn: Turn, way: Exit | None, name: str) -> Outcome:
    if way is None:
        word = labels.direction(name, turn.view.say)
        return turn.tell(turn.t("You can't go {direction} from here.", direction=word), *_ways(turn))
    return turn.open(way.to)


def _ways(turn: Turn) -> list[str]:
    """The ways out, one a line, as plain words."""
    if not turn.scene.exits:
        return [turn.t("There is no way out of here but back.")]
    view = turn.view
    return [
        f"{number} {labels.direction(way.direction, view.say)}: {view.name(way.to)}"
        for number, way in enumerate(turn.scene.exits, 1)
    ]


def exits(turn: Turn, _words: str) -> Outcome:
    """The ways out, in a few lines."""
    return turn.tell(*_ways(turn))


def back(turn: Turn, _words: str) -> Outcome:
    """The place before, as it was left."""
    if not turn.progress.past:
        return turn.tell(turn.t("This is where you began; there is nothing to go back to."))
    return Outcome(turn.progress.back(), show=True)


def forward(turn: Turn, _words: str) -> Outcome:
    """The place that was left by going back."""
    if not turn.progress.future:
        return turn.tell(turn.t("There is nothing ahead; you have not gone back."))
    return Outcome(turn.progress.forward(), show=True)


def resume(turn: Turn, _words: str) -> Outcome:
    """Where the last session ended."""
    left = turn.progress.left
    if left is None:
        return turn.tell(turn.t("There is no earlier place to go back to."))
    return Outcome(turn.progress.open(left), show=True)


def places(turn: Turn, _words: str) -> Outcome:
    """Every scene, with the ones already seen."""
    return turn.open(":places")


def trail(turn: Turn, words: str) -> Outcome:
    """A guided route; without a name, all of them."""
    if not words:
        return turn.open(":trails")
    if words.casefold() in ("off", "end", "stop", "none", "เลิก"):
        return turn.tell(turn.t("You are on no trail now.")) if turn.progress.trail is None else _leave(turn)
    trails = list(turn.briefing.trails)
    if fold(words).isdecimal() and 1 <= int(fold(words)[:9]) <= len(trails):
        return _begin(turn, trails[int(fold(words)[:9]) - 1])
    found = names(turn.briefing).find(words, among=turn.briefing.trails)
    if len(found) == 1:
        return _begin(turn, found[0])
    if found:
        return turn.which(found)
    known = ", ".join(f"`{ident}`" for ident in turn.briefing.trails)
    if not known:
        return turn.tell(turn.t("This briefing has no trails."))
    return turn.tell(turn.t('No trail is called "{words}". There are: {names}.', words=words, names=known))


def _begin(turn: Turn, ident: str) -> Outcome:
    """Set out on a trail, or take it up where it was left."""
    reached = turn.progress.steps.get(ident)
    outcome = turn.open(ident)
    progress = replace(outcome.progress, trail=ident)
    if reached is None or reached == _length(turn, ident) - 1:
        progress = replace(progress, steps={key: at for key, at in progress.steps.items() if key != ident})
        return Outcome(progress, (turn.t("`next` goes to the first stop."),), show=True)
    words = turn.t(
        "You left it at stop {number} of {total}; `next` goes on.", number=reached + 1, total=_length(turn, ident)
    )
    return Outcome(progress, (words,), show=True)


def _leave(turn: Turn) -> Outcome:
    return Outcome(turn.now(trail=None), (turn.t("You have left the trail; `trail` lists them all."),))


def _length(turn: Turn, ident: str) -> int:
    return len(turn.briefing.trails[ident].steps)


def next_(turn: Turn, _words: str) -> Outcome:
    """The next stop of the trail; without a trail, the one a newcomer is offered."""
    newcomer = not turn.progress.steps and not any(ident in turn.progress.seen for ident in turn.briefing.trails)
    ident = turn.progress.trail or (turn.briefing.trail if newcomer else None)
    if ident is None:
        return turn.tell(turn.t("You are on no trail; `trail` lists them."))
    return step(turn, ident, turn.progress.steps.get(ident, -1) + 1)


def prev(turn: Turn, _words: str) -> Outcome:
    """The stop before."""
    ident = turn.progress.trail
    if ident is None:
        return turn.tell(turn.t("You are on no trail; `trail` lists them."))
    return step(turn, ident, turn.progress.steps.get(ident, 0) - 1)


def step(turn: Turn, ident: str, number: int) -> Outcome:
    """A stop of a trail, counted from 0, with the line that says why it comes."""
    trail_ = turn.briefing.trails[ident]
    name = turn.view.text(trail_.name)
    if number < 0:
        return turn.tell(turn.t("This is the first stop of {trail}.", trail=name))
    if number >= len(trail_.steps):
        return turn.tell(turn.t("That was the last stop of {trail}. `trail` lists the others.", trail=name))
    stop = trail_.steps[number]
    after = Turn(turn.briefing, turn.now(trail=ident, steps={**turn.progress.steps, ident: number}))
    words = turn.t(
        "{trail}, stop {number} of {total}: {why}",
        trail=name,
        number=number + 1,
        total=len(trail_.steps),
        why=turn.view.text(stop.say),
    )
    return after.open(stop.scene, words)


VERBS = (
    Verb(
        "go",
        ("walk", "goto", "move", "head", "travel"),
        ("ไป",),
        "DIRECTION | NUMBER | SCENE",
        N_("through an exit, or straight to a scene; `n`, `2` and a scene's name alone do it too"),
        "go baku",
        go,
    ),
    Verb("back", ("b",), ("กลับ", "ย้อนกลับ"), "", N_("the page before, where you left it"), "back", back),
    Verb("forward", ("f",), ("ไปหน้า", "เดินหน้า"), "", N_("the page you came back from"), "forward", forward),
    Verb("exits", ("ways",), ("ทางออก",), "", N_("the ways out of here"), "exits", exits),
    Verb("places", ("scenes",), ("สถานที่",), "", N_("every scene, and the ones you have seen"), "places", places),
    Verb(
        "trail", ("trails", "tour"), ("เส้นทาง",), "[NAME]", N_("a guided route through the scenes"), "trail oil", trail
    ),
    Verb("next", ("start", "begin"), ("ถัดไป", "ต่อไป"), "", N_("the next stop of the trail"), "next", next_),
    Verb("prev", ("previous",), ("ก่อนหน้า",), "", N_("the stop before"), "prev", prev),
    Verb("resume", ("continue", "restore"), ("ไปต่อ",), "", N_("where you were the last time"), "resume", resume),
)
