"""Verbs for moving: go, back, forward, exits, places, trail."""

from kzterm.catalogue import N_
from kzterm.model.briefing import Exit
from kzterm.pages import labels
from kzterm.play.commands.reading import answer, did_you_mean
from kzterm.play.names import names
from kzterm.play.turn import Outcome, Turn
from kzterm.play.verb import Verb

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


def direction_of(words: str) -> str | None:
    """The direction that words name, or None."""
    return _TO_DIRECTION.get(words.casefold().removeprefix("ทิศ"))


def go(turn: Turn, words: str) -> Outcome:
    """Through an exit, by direction, number or name; or straight to any scene by its name."""
    words = words.removeprefix("to ").removeprefix("ไป").strip()
    if not words:
        return turn.tell(turn.t("Where to?"), *_ways(turn))
    if name := direction_of(words):
        return _through(turn, next((way for way in turn.scene.exits if way.direction == name), None), name)
    if words.isdecimal():
        return exit_number(turn, int(words))
    ways = [way.to for way in turn.scene.exits]
    scenes = names(turn.briefing).find(words, ways, among=turn.briefing.scenes)
    if len(scenes) == 1:
        return turn.open(scenes[0])
    if scenes:
        answers = tuple((answer(turn, ident), f"go {ident}") for ident in scenes)
        return turn.ask(turn.t("Which one do you mean?"), answers)
    lines = [turn.t('No scene is called "{words}".', words=words)]
    if near_names := _similar(turn, words):
        lines.append(did_you_mean(turn, near_names))
    return turn.tell(*lines, *_ways(turn))


def exit_number(turn: Turn, number: int) -> Outcome:
    """The exit with this number; on a trail's page, the step with it."""
    trail = turn.briefing.trails.get(turn.progress.place.address)
    if trail is not None and 1 <= number <= len(trail.steps):
        return turn.open(trail.steps[number - 1].scene)
    ways = turn.scene.exits
    if 1 <= number <= len(ways):
        return _through(turn, ways[number - 1], ways[number - 1].direction)
    return turn.tell(turn.t("There is no exit {number} here.", number=number), *_ways(turn))


def _through(turn: Turn, way: Exit | None, name: str) -> Outcome:
    if way is None:
        word = labels.direction(name, turn.view.say)
        return turn.tell(turn.t("You can't go {direction} from here.", direction=word), *_ways(turn))
    return turn.open(way.to)


def _similar(turn: Turn, words: str) -> list[str]:
    found = names(turn.briefing)
    return [name for name in found.suggest(words) if any(ident in turn.briefing.scenes for ident in found.exact[name])]


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


def places(turn: Turn, _words: str) -> Outcome:
    """Every scene, with the ones already seen."""
    return turn.open(":places")


def trail(turn: Turn, words: str) -> Outcome:
    """A guided route; without a name, all of them."""
    if not words:
        return turn.open(":trails")
    found = names(turn.briefing).find(words, among=turn.briefing.trails)
    if len(found) == 1:
        return turn.open(found[0])
    if found:
        answers = tuple((answer(turn, ident), f"trail {ident}") for ident in found)
        return turn.ask(turn.t("Which one do you mean?"), answers)
    known = ", ".join(f"`{ident}`" for ident in turn.briefing.trails)
    if not known:
        return turn.tell(turn.t("This briefing has no trails."))
    return turn.tell(turn.t('No trail is called "{words}". There are: {names}.', words=words, names=known))


VERBS = (
    Verb(
        "go",
        ("walk", "goto"),
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
)
