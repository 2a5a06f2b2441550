"""What to say when nothing fits: at most three suggestions, and what there is. A guess is never acted on."""

from collections.abc import Iterable

from kzterm.play.names import MOST_SUGGESTIONS, names
from kzterm.play.progress import Pending
from kzterm.play.turn import Outcome, Turn


def not_understood(turn: Turn, words: str) -> Outcome:
    """A line that is no command, no name and no question."""
    from kzterm.play.commands.table import similar_verbs, split
    from kzterm.play.search import search

    first = words.split(" ", 1)[0]
    verbs = similar_verbs(first)
    near = names(turn.briefing).suggest(words, turn.here())
    if not verbs and not near and (hits := search(turn.briefing, words, lang=turn.progress.lang, whole_only=True)):
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


def unknown_thing(turn: Turn, words: str, line: str = "") -> Outcome:
    """Nothing is called that: what might be meant, and what is here."""
    lines = [turn.t('Nothing here is called "{words}".', words=words)]
    if near := names(turn.briefing).suggest(words, turn.here()):
        lines.append(did_you_mean(turn, near))
    lines.append(what_is_here(turn))
    return turn.tell(*lines, pending=Pending(failed=(line or f"examine {words}", words)))


def did_you_mean(turn: Turn, near: Iterable[str]) -> str:
    """Suggestions in one line."""
    return turn.t("Did you mean {names}?", names=turn.t(" or ").join(f"`{name}`" for name in near))


def what_is_here(turn: Turn) -> str:
    """What can be examined, in one line."""
    seen = [*turn.scene.things, *turn.scene.actors]
    if not seen:
        return turn.t("There is nothing to examine here; `look` shows the scene.")
    return turn.t("You can examine: {names}.", names=", ".join(turn.view.name(ident) for ident in seen))
