"""The only door: a typed line in, a reply out. It never prints, reads input or waits."""

import re
from dataclasses import dataclass, replace

from kzterm.model.briefing import Briefing
from kzterm.pages.blocks import Page
from kzterm.play.commands import moving
from kzterm.play.commands.reading import did_you_mean, open_named, unknown_thing
from kzterm.play.commands.table import similar_verbs, split
from kzterm.play.names import key_of, names
from kzterm.play.pages import page_of
from kzterm.play.progress import Place, Progress, Question
from kzterm.play.turn import Outcome, Turn
from kzterm.text.clean import cleaned
from kzterm.text.fold import fold

MOST_CHARACTERS = 2000
"""A longer line is cut: nobody types one, and matching should stay quick."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a line brought about."""

    page: Page
    """What is open now."""
    notice: tuple[str, ...]
    """Lines to say beside it."""
    show: bool
    """Whether the page is new, or to be shown again."""
    progress: Progress
    quit: bool = False


class Session:
    """One reader in one briefing. `progress` is replaced at every turn and can be kept by anyone."""

    def __init__(self, briefing: Briefing, lang: str = "en", scene: str | None = None, both: bool = False) -> None:
        start = scene or briefing.start
        self.briefing = briefing
        self.progress = Progress(Place(start, start), seen=frozenset({start}), lang=lang, both=both)

    def begin(self) -> Reply:
        """The first page, before anything is typed."""
        return self._reply(Outcome(self.progress, show=True))

    def submit(self, line: str, at: tuple[int, int] = (0, 0), focus: str | None = None) -> Reply:
        """Do what a typed line says; `at` and `focus` say how the open page was being looked at."""
        self.progress = self.progress.looking(at, focus)
        words = " ".join(cleaned(line[:MOST_CHARACTERS]).split()).lstrip(">").strip()
        return self._reply(self._run(Turn(self.briefing, self.progress), words))

    def turn(self) -> Turn:
        """The reader's standing, for front ends that complete or decorate."""
        return Turn(self.briefing, self.progress)

    def _reply(self, outcome: Outcome) -> Reply:
        self.progress = outcome.progress
        page = page_of(Turn(self.briefing, self.progress))
        return Reply(page, outcome.notice, outcome.show, self.progress, outcome.quit)

    def _run(self, turn: Turn, words: str) -> Outcome:
        if not words:
            return Outcome(turn.progress, (turn.t("Type the name of anything you see, or `help`."),))
        if turn.progress.question and (answer := _answered(turn.progress.question, words)):
            plain = replace(turn.progress, question=None)
            return self._run(Turn(turn.briefing, plain), answer)
        if fold(words).isdecimal():
            return moving.exit_number(turn, int(fold(words)[:9]))
        if moving.direction_of(words):
            return moving.go(turn, words)
        if found := split(words):
            verb, rest = found
            return verb.run(turn, rest)
        return _bare(turn, words)


def _answered(question: Question, words: str) -> str | None:
    """The line that an answer stands for; None when the words are no answer."""
    number = fold(words)
    if number.isdecimal():
        chosen = int(number[:9])
        return question.answers[chosen - 1][1] if 1 <= chosen <= len(question.answers) else None
    key = key_of(words)
    fitting = [line for answer, line in question.answers if key and key in key_of(answer)]
    return fitting[0] if len(fitting) == 1 else None


def _bare(turn: Turn, words: str) -> Outcome:
    """A noun by itself opens what it names; else suggestions for verbs and names."""
    asked = re.sub(r"^(what|where|when) (is|are|was)\b\s*", "", words.rstrip(" ?"), flags=re.IGNORECASE)
    if outcome := open_named(turn, asked):
        return outcome
    verbs = similar_verbs(words.split(" ", 1)[0])
    if not verbs or names(turn.briefing).suggest(words, turn.here()):
        return unknown_thing(turn, words) if not verbs else _both(turn, words, verbs)
    return turn.tell(turn.t('I don\'t know the verb "{word}".', word=words.split(" ", 1)[0]), did_you_mean(turn, verbs))


def _both(turn: Turn, words: str, verbs: list[str]) -> Outcome:
    near = [*verbs, *names(turn.briefing).suggest(words, turn.here())][:3]
    return turn.tell(turn.t('I don\'t understand "{words}".', words=words), did_you_mean(turn, near))
