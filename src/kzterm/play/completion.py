"""What a half-typed line could become: verbs first, then what is here, then everything."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice

from kzterm.config.settings import KEY_MODES
from kzterm.config.themes import THEMES
from kzterm.model.briefing import Item, Scene, Trail
from kzterm.model.cards import Actor, Thing
from kzterm.pages.view import KINDS
from kzterm.play import grammar
from kzterm.play.commands.moving import DIRECTION_WORDS
from kzterm.play.commands.table import VERBS, split
from kzterm.play.interpret import begins_command, takes_rest
from kzterm.play.spellings import key_of, spellings
from kzterm.play.turn import Turn
from kzterm.play.words import APART, corpus
from kzterm.text.cells import clusters
from kzterm.text.fold import fold, is_thai

_OTHERS = tuple(kind for kind in KINDS if kind not in (Scene, Trail, Actor, Thing))
MOST_CANDIDATES = 40
LONGEST = 40
"""A spelling of this many characters is nothing to type."""
MOST_TYPED = 60
"""A longer line is no beginning of a name."""
_WHOLE = ("up", "down", "in", "out")
"""Directions that are not called by a letter."""
_ASKED = re.compile(r"(?:(?P<who>who)|what|where)(?:'s|\s+(?:is|are|was|were))\s+|(?:tell me )?about\s+", re.IGNORECASE)
"""How a question begins that a name answers."""


def completions(turn: Turn, line: str) -> tuple[str, ...]:
    """Whole lines that the line could become, best first; none when nothing is typed."""
    head = _last_command(line)
    if not head or len(head) > MOST_TYPED or fold(head).isdecimal():
        return ()
    before = line[: len(line) - len(head)]
    return _fitting((f"{before}{longer}" for longer in _longer(turn, head)), line)


def _last_command(line: str) -> str:
    """The command that is being typed at the end of a line which may hold several; "" when it has not begun."""
    commands = grammar.commands(line, takes_rest, begins_command)
    if not commands:
        return ""
    head = line[line.rfind(commands[-1]) :]
    return head if not head[len(commands[-1]) :].strip(" ,") else ""


def _longer(turn: Turn, head: str) -> Iterator[str]:
    """What one command could become."""
    if asked := _ASKED.match(head):
        name = "who" if asked["who"] else "examine"
        yield from (f"{asked[0]}{word}" for word in _nouns(turn, name, head[asked.end() :]))
        return
    found = split(head)
    if " " not in head:
        yield from _verbs(head)
        yield from _nouns(turn, "examine", head)
        if found is None or not found[1]:
            return
    if found is None:
        yield from _nouns(turn, "examine", head)
    elif found[0].takes != "text":
        verb, rest = found
        stem = head[: len(head) - len(rest)] if rest else head
        yield from (f"{stem}{word}" for word in _nouns(turn, verb.name, rest))


def common_start(candidates: Iterable[str]) -> str:
    """The longest beginning, in whole grapheme clusters, that all candidates share."""
    rows = [clusters(candidate) for candidate in candidates]
    shared = []
    for column in zip(*rows, strict=False):
        if len({fold(cluster) for cluster in column}) > 1:
            break
        shared.append(column[0])
    return "".join(shared)


def _fitting(lines: Iterable[str], line: str) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for candidate in lines:
        if fold(candidate) != fold(line):
            seen.setdefault(fold(candidate), candidate)
        if len(seen) == MOST_CANDIDATES:
            break
    return tuple(seen.values())


_folded = lru_cache(maxsize=20_000)(fold)


def _begins(word: str, typed: str) -> bool:
    return _folded(word).startswith(_folded(typed))


def _verbs(typed: str) -> Iterator[str]:
    for verb in VERBS:
        names = verb.thai if is_thai(typed) else (verb.name, *verb.aliases)
        yield from islice((name for name in names if len(name) > 2 and _begins(name, typed)), 1)


def _nouns(turn: Turn, verb: str, typed: str) -> Iterator[str]:
    """What may follow a verb and begins with what is typed, nearest first; each thing once, as it is being called."""
    for names in _words(turn, verb, typed):
        yield from islice((name for name in names if _begins(name, typed)), 1)


def _words(turn: Turn, verb: str, typed: str) -> Iterator[Iterable[str]]:
    """The names of each thing that may follow a verb."""
    match verb:
        case "lang":
            yield from _one_each((*turn.briefing.languages, "both"))
        case "theme":
            yield from _one_each(THEMES)
        case "keys":
            yield from _one_each(KEY_MODES)
        case "help":
            yield from ((verb.thai if is_thai(typed) else (verb.name,)) for verb in VERBS)
        case "trail":
            yield from _called(turn, turn.briefing.trails)
        case "who" | "timeline":
            actors = (ident for ident in turn.here() if isinstance(turn.briefing.find(ident), Actor))
            yield from _called(turn, chain(actors, _beginning(turn, typed, (Actor,))))
        case "go":
            for way in turn.scene.exits:
                yield (way.direction, *DIRECTION_WORDS[way.direction])[way.direction not in _WHOLE :]
            yield from _called(turn, chain((way.to for way in turn.scene.exits), _beginning(turn, typed, (Scene,))))
        case "drop":
            yield from _called(turn, turn.progress.taken)
        case _:
            kinds = ((Scene,), (Actor, Thing), _OTHERS)
            everything = chain.from_iterable(_beginning(turn, typed, kind) for kind in kinds)
            yield from _called(turn, chain(turn.here(), everything))


def _one_each(names: Iterable[str]) -> Iterator[tuple[str]]:
    return ((name,) for name in names)


def _beginning(turn: Turn, typed: str, kinds: tuple[type, ...]) -> Iterator[str]:
    """Ids of things that have a name which begins with what is typed."""
    things = corpus(turn.briefing)
    for number in things.keys.holding((f"{APART}{key_of(typed)}",)):
        if things.is_one_of(number, kinds):
            yield things.idents[number]


def _called(turn: Turn, idents: Iterable[str]) -> Iterator[Iterator[str]]:
    """The names of each thing: what the reader sees first, then other spellings; its id where it has no other."""
    for ident in dict.fromkeys(idents):
        item = turn.briefing.find(ident)
        if item is not None:
            yield _names(turn, item)


def _names(turn: Turn, item: Item) -> Iterator[str]:
    if isinstance(item, Actor | Thing) and (name := turn.view.text(item.name)):
        yield name
    others = [spelling for spelling in spellings(item) if spelling not in (item.id, item.id.replace("-", " "))]
    yield from (spelling for spelling in others if len(spelling) < LONGEST)
    if not others:
        yield item.id
