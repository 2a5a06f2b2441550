"""Questions about how to go on, not about the briefing: `how do I quit`, `what can I do`, `where should I go next`."""

import re

from kzterm.play.commands.keeping import hint
from kzterm.play.commands.table import verb_called
from kzterm.play.questions import Question
from kzterm.play.turn import Outcome, Turn

_MAY_I = r"(?:(?:can|could|do|should|would|am|is|to|i|we|you|now)\s+)*"
_HOW_TO = re.compile(rf"^{_MAY_I}(?P<verb>[a-z]+)")
_WHAT_TO_DO = re.compile(rf"{_MAY_I}(?:do|type|say|try|start|begin|play|use this)")
_WHERE_NEXT = re.compile(rf"{_MAY_I}(?:go|(?:(?:go|read)\s*)?(?:next|now|from here))")


def how_to(turn: Turn, asked: Question) -> Outcome | None:
    """The help that answers, or where to go; None for a question about something else."""
    words = asked.about.casefold().strip(" ?")
    if asked.asks == "how" and (match := _HOW_TO.match(words)) and (verb := verb_called(match["verb"])):
        return turn.open(f":help {verb.name}")
    if asked.asks in ("how", "what") and _WHAT_TO_DO.fullmatch(words):
        return turn.open(":help")
    return hint(turn, "") if asked.asks in ("where", "what") and _WHERE_NEXT.fullmatch(words) else None
