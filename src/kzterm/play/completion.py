"""What a half-typed line could become: verbs first, then what is here, then everything."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from kzterm.config.settings import KEY_MODES
from kzterm.config.themes import THEMES
from kzterm.model.briefing import Scene, Trail
from kzterm.model.cards import Actor, Thing
from kzterm.pages.view import KINDS
from kzterm.play.commands.moving import DIRECTION_WORDS
from kzterm.play.commands.table import VERBS, split
from kzterm.play.spellings import key_of, spellings
from kzterm.play.turn import Turn
from kzterm.play.words import APART, corpus
from kzterm.text.cells import clusters
from kzterm.text.fold import fold, is_thai

_OTHERS = tuple(kind for kind in KINDS if kind not in (Scene, Trail, Actor, Thing))
MOST_CANDIDATES = 40
MOST_TYPED = 60
"""A longer line is no beginning of a name."""


def completions(turn: Turn, line: str) -> tuple[str, ...]:
    """Whole lines that the line could become, best first; none when nothing is typed."""
    head = line.lstrip()
    if not head or len(head) > MOST_TYPED:
        return ()
    found = split(head) if " " in head else None
    if found is None:
        return _fitting(chain(_verbs(head), _nouns(turn, "examine", head)), line)
    verb, rest = found
    if verb.takes == "text":
        return ()
    stem = head[: len(head) - len(rest)] if rest else head
    return _fitting((f"{stem}{word}" for word in _nouns(turn, verb.name, rest)), line)


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
        yield from (name for name in names if len(name) > 2 and _begins(name, typed))


def _nouns(turn: Turn, verb: str, typed: str) -> Iterator[str]:
    """What may follow a verb and begins with what is typed, nearest first."""
    return (word for word in _words(turn, verb, typed) if _begins(word, typed))


def _words(turn: Turn, verb: str, typed: str) -> Iterator[str]:
    match verb:
        case "lang":
            yield from ("en", "th", "both")
        case "theme":
            yield from THEMES
        case "keys":
            yield from KEY_MODES
        case "help":
            yield from (verb.name for verb in VERBS)
        case "trail":
            yield from _called(turn, turn.briefing.trails)
        case "go":
            for way in turn.scene.exits:
                yield (
                    DIRECTION_WORDS[way.direction][0]
                    if way.direction not in ("up", "down", "in", "out")
                    else way.direction
                )
            yield from _called(turn, (way.to for way in turn.scene.exits))
            yield from _called(turn, _beginning(turn, typed, (Scene,)))
        case "drop":
            yield from _called(turn, turn.progress.taken)
        case _:
            yield from _called(turn, turn.here())
            for kinds in ((Scene,), (Actor, Thing), _OTHERS):
                yield from _called(turn, _beginning(turn, typed, kinds))


def _beginning(turn: Turn, typed: str, kinds: tuple[type, ...]) -> Iterator[str]:
    """Ids of things that have a name which begins with what is typed."""
    things = corpus(turn.briefing)
    for number in things.keys.holding((f"{APART}{key_of(typed)}",)):
        if things.is_one_of(number, kinds):
            yield things.idents[number]


def _called(turn: Turn, idents: Iterable[str]) -> Iterator[str]:
    """The names that things go by: what the reader sees first, then other spellings, then the id."""
    for ident in idents:
        item = turn.briefing.find(ident)
        if item is None:
            continue
        name = turn.view.text(item.name) if isinstance(item, Actor | Thing) else ""
        if name:
            yield name
        others = [spelling for spelling in spellings(item) if spelling not in (ident, ident.replace("-", " "))]
        yield from (spelling for spelling in others if len(spelling) < 40)
        if not others:
            yield ident
