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

_BY_WORD = {fold(word): verb for verb in VERBS for word in (verb.name, *verb.aliases, *verb.thai)}

_THAI = [(word, fold(word)) for word in sorted((word for verb in VERBS for word in verb.thai), key=len, reverse=True)]
"""Thai names and the same folded, longer ones first."""


def verb_called(word: str) -> Verb | None:
    """The verb a word names, in either language."""
    return _BY_WORD.get(fold(word))


def split(line: str) -> tuple[Verb, str] | None:
    """The verb a line begins with and what follows it; Thai needs no space after the verb."""
    head, _, rest = line.partition(" ")
    if verb := verb_called(head):
        return verb, rest.strip()
    folded = fold(head)
    for word, name in _THAI:
        if folded.startswith(name):
            return _BY_WORD[name], (head[len(word) :] + " " + rest).strip()
    return None


def similar_verbs(word: str) -> list[str]:
    """Names of verbs that look like the word, at most three."""
    import difflib

    near = difflib.get_close_matches(fold(word), _BY_WORD, 3, 0.7)
    return list(dict.fromkeys(_BY_WORD[name].name for name in near))
