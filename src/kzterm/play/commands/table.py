"""All verbs in one table, and the way from a typed word to its row."""

from kzterm.play.commands import again, evidence, files, keeping, mapping, moving, program, reading, searching, settings
from kzterm.play.verb import Verb
from kzterm.text.fold import fold

VERBS: tuple[Verb, ...] = (
    *reading.VERBS,
    *moving.VERBS,
    *mapping.VERBS,
    *searching.VERBS,
    *evidence.VERBS,
    *keeping.VERBS,
    *files.VERBS,
    *again.VERBS,
    *settings.VERBS,
    *program.VERBS,
)

PAGES = frozenset(
    {"map", "timeline", "figures", "quotes", "assess", "caveats", "compare", "terms", "coverage", "source", "who"}
    | {"why", "places", "exits", "trail", "inventory", "notes", "marks", "notebook", "progress", "unread", "help"}
    | {"about"}
)
"""Verbs that open a page of their own, so that `open the map` means `map`."""

_BY_WORD = {fold(word): verb for verb in VERBS for word in (verb.name, *verb.aliases, *verb.thai)}

_THAI = [(word, fold(word)) for word in sorted((word for verb in VERBS for word in verb.thai), key=len, reverse=True)]
"""Thai names and the same folded, longer ones first."""


def verb_called(word: str) -> Verb | None:
    """The verb a word names, in either language."""
    return _BY_WORD.get(fold(word))


def split(line: str) -> tuple[Verb, str] | None:
    """The verb a line begins with and what follows it; Thai needs no space after the verb."""
    head, _, rest = line.partition(" ")
    if verb := verb_called(head) or verb_called(head.rstrip("!?.,;:")):
        return verb, rest.strip()
    folded = fold(head)
    for word, name in _THAI:
        if folded.startswith(name):
            return _BY_WORD[name], (head[len(word) :] + " " + rest).strip()
    return None


def glued(line: str) -> bool:
    """Whether a line begins like a Thai verb, but goes on without a space: it may be another word altogether."""
    head = line.partition(" ")[0]
    return verb_called(head) is None and any(fold(head).startswith(name) for _, name in _THAI)


def similar_verbs(word: str) -> list[str]:
    """Names of verbs that look like the word, at most three, as they would be typed."""
    import difflib

    typed = fold(word)
    near = difflib.get_close_matches(typed, [name for name in _BY_WORD if _plausible(typed, name)], 3, 0.7)
    written = {fold(name): name for verb in VERBS for name in (verb.name, *verb.aliases, *verb.thai)}
    return list({_BY_WORD[name].name: written[name] for name in near}.values())


def _plausible(typed: str, name: str) -> bool:
    """Whether one may be the other mistyped: letters are swapped, left out or doubled, but seldom the first one."""
    if min(len(typed), len(name)) <= 2:
        return False
    if sorted(typed) == sorted(name):
        return True
    return typed[0] == name[0] and (len(typed) > 3 or len(name) > len(typed))
