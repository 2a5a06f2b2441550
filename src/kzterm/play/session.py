"""The only door: a typed line in, a reply out. It never prints, reads input, writes or waits."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from kzterm.config.settings import DEFAULTS, Settings
from kzterm.model.briefing import Briefing
from kzterm.pages.blocks import Page
from kzterm.pages.line_ends import breaker
from kzterm.play import grammar, interpret
from kzterm.play.commands.table import split
from kzterm.play.desk import search_page
from kzterm.play.effects import Effect
from kzterm.play.pages import page_of
from kzterm.play.progress import NOTHING_PENDING, Place, Progress
from kzterm.play.turn import Outcome, Turn
from kzterm.text.clean import cleaned

MOST_CHARACTERS = 2000
"""A longer line is cut: nobody types one, and matching should stay quick."""
MOST_COMMANDS = 50
"""Commands in one line."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a command brought about."""

    page: Page
    """What is open now."""
    notice: tuple[str, ...]
    """Lines to say beside it."""
    show: bool
    """Whether the page is new, or to be shown again."""
    progress: Progress
    quit: bool = False
    effects: tuple[Effect, ...] = ()
    peek: Page | None = None
    """A page to show over the open one, which stays."""
    earlier: tuple["Reply", ...] = ()
    """Replies to the commands before the last one, when a line held several."""


class _Step(NamedTuple):
    """A command that can be undone."""

    line: str
    before: Progress
    after: Progress


class Session:
    """One reader in one briefing. `progress` is replaced at every turn and can be kept by anyone."""

    def __init__(
        self,
        briefing: Briefing,
        lang: str = "en",
        scene: str | None = None,
        both: bool = False,
        settings: Settings = DEFAULTS,
    ) -> None:
        start = scene or briefing.start
        self.briefing = briefing
        self.progress = Progress(Place(start, start), seen={start: 0}, lang=lang, both=both, settings=settings)
        self._undone: list[_Step] = []
        self._done: list[_Step] = []

    def begin(self) -> Reply:
        """The first page, before anything is typed."""
        return self._reply(Outcome(self.progress, show=True))

    def turn(self) -> Turn:
        """The reader's standing, for front ends that complete or decorate."""
        return Turn(self.briefing, self.progress)

    def submit(self, line: str, at: tuple[int, int] = (0, 0), focus: str | None = None) -> Reply:
        """Do what a typed line says; `at` and `focus` say how the open page was being looked at."""
        self.progress = self.progress.looking(at, focus)
        words = " ".join(cleaned(line[:MOST_CHARACTERS]).split()).lstrip(">").strip()
        replies: list[Reply] = []
        single = interpret.whole(self.turn(), words)
        parts = [words] if single else grammar.commands(words, interpret.takes_rest, interpret.begins_command)
        for command in parts[:MOST_COMMANDS] or [""]:
            replies.append(self._command(command))
            if replies[-1].quit:
                break
        return replace(replies[-1], earlier=tuple(replies[:-1])) if len(replies) > 1 else replies[0]

    def _command(self, command: str) -> Reply:
        before = replace(self.progress, turn=self.progress.turn + 1)
        outcome = self._history(before, command) or interpret.run(Turn(self.briefing, before), command)
        after = outcome.progress
        if after.pending is before.pending:
            after = replace(after, pending=NOTHING_PENDING)
        if command and not _repeats(command):
            after = replace(after, last=command)
        opened_only = after.place.address.startswith(":") and after.kept() == before.kept()
        if after.lasting() != before.lasting() and not opened_only and not _moves_in_history(command):
            self._done.append(_Step(command, self.progress, after))
            self._undone.clear()
        self.progress = after
        return self._reply(outcome)

    def _reply(self, outcome: Outcome) -> Reply:
        turn = Turn(self.briefing, self.progress)
        over = page_of(Turn(self.briefing, replace(self.progress, place=outcome.peek))) if outcome.peek else None
        return Reply(page_of(turn), outcome.notice, outcome.show, self.progress, outcome.quit, outcome.effects, over)

    def preview(self, line: str) -> Page | None:
        """The page a line would open, without doing it; None when it would open none."""
        outcome = interpret.run(Turn(self.briefing, self.progress), " ".join(cleaned(line[:MOST_CHARACTERS]).split()))
        if not outcome.show:
            return None
        return page_of(Turn(self.briefing, replace(self.progress, place=outcome.progress.place)))

    def peeking(self, address: str) -> None:
        """The front end shows another page over the open one, or ("") none any more."""
        if address != self.progress.pending.peeked:
            self.progress = self.progress.peeking(address, address in self.briefing.cards)

    def glance(self, words: str, lines: int) -> Page:
        """What a search for the words would find, as much as there are lines for, while they are being typed."""
        page = search_page(self.turn(), " ".join(cleaned(words[:MOST_CHARACTERS]).split()), lines)
        return replace(page, breaks=breaker(self.briefing))

    # Undo and redo bring back a whole Progress; only the turn count goes on.

    def _history(self, before: Progress, command: str) -> Outcome | None:
        if not _moves_in_history(command):
            return None
        turn = Turn(self.briefing, before)
        found = split(grammar.polite_less(command))
        back = found is not None and found[0].name == "undo"
        source, target = (self._done, self._undone) if back else (self._undone, self._done)
        if not source:
            words = turn.t("You can't undo what hasn't been done!") if back else turn.t("There is nothing to redo.")
            return turn.tell(words)
        step = source.pop()
        target.append(step)
        progress = step.before if back else step.after
        words = turn.t("Undone: `{line}`.", line=step.line) if back else turn.t("Done again: `{line}`.", line=step.line)
        if progress.kept() != before.kept():
            # A note brought back is no reason to leave the page that shows it.
            progress = before.keeping(progress)
        return Outcome(replace(progress, turn=before.turn, seen=before.seen), (words,), show=True)


def _moves_in_history(command: str) -> bool:
    found = split(grammar.polite_less(command))
    return found is not None and found[0].name in ("undo", "redo") and not found[1]


def _repeats(command: str) -> bool:
    found = split(grammar.polite_less(command))
    return found is not None and found[0].name in ("again", "oops", "undo", "redo", "script", "replay")
