"""What to say when no thing fits: at most three suggestions, and what is here. A guess is never acted on."""

from collections.abc import Iterable

from kzterm.play.names import names
from kzterm.play.progress import Pending
from kzterm.play.turn import Outcome, Turn


def unknown_thing(turn: Turn, words: str, line: str = "") -> Outcome:
    """Nothing is called that: what might be meant, and what is here."""
    if turn.unclear(words):
        return turn.tell(turn.t('Nothing has been spoken of yet that "{word}" could mean.', word=words))
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
