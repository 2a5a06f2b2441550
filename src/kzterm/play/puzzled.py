"""What to say to a line that is no command, no name and no question."""

from kzterm.play.commands.table import similar_verbs, split, verb_called
from kzterm.play.names import MOST_SUGGESTIONS, names
from kzterm.play.progress import Pending
from kzterm.play.search import Reach, search
from kzterm.play.small_words import SMALL_WORDS
from kzterm.play.turn import Outcome, Turn
from kzterm.play.unknown import did_you_mean, unknown_thing

_SENTENCE = 3
"""Words from which on a search may leave some out."""
_SHORTEST = 3
"""Letters of a word worth searching for that was not typed for a search."""


def not_understood(turn: Turn, words: str) -> Outcome:
    """A line that is no command, no name and no question."""
    first = words.split(" ", 1)[0]
    verbs = [] if first.casefold() in SMALL_WORDS or verb_called(first) else similar_verbs(first)
    near = names(turn.briefing).suggest(words, turn.here())
    reach: Reach = "needed" if len(words.split()) >= _SENTENCE else "whole"
    unlike = not verbs and not near and len(words) >= _SHORTEST
    if unlike and (hits := search(turn.briefing, words, (), reach)):
        found = turn.open(f":search {words}")
        notice = turn.view.say.n(
            "Nothing is called that, but {count} place mentions it.",
            "Nothing is called that, but {count} places mention it.",
            len(hits),
        )
        return Outcome(found.progress, (notice,), show=True)
    if verbs and split(words) is None and " " in words and not near:
        lines = [turn.t('I don\'t know the verb "{word}".', word=first), did_you_mean(turn, verbs)]
        return turn.tell(*lines, pending=Pending(failed=(words, first)))
    suggestions = [*verbs, *(name for name in near if name not in verbs)][:MOST_SUGGESTIONS]
    if suggestions:
        lines = [turn.t('I don\'t understand "{words}".', words=words), did_you_mean(turn, suggestions)]
        return turn.tell(*lines, pending=Pending(failed=(words, words if not verbs else first)))
    return unknown_thing(turn, words, words)
