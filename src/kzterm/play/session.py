"""The only door: a typed line in, a reply out. It never prints, reads input, writes or waits."""

from dataclasses import dataclass, replace

from kzterm.config.settings import DEFAULTS, Settings
from kzterm.model.briefing import Briefing
from kzterm.pages.blocks import Page
from kzterm.play import grammar
from kzterm.play.commands import moving, reading, searching
from kzterm.play.commands.table import split, verb_called
from kzterm.play.effects import Effect
from kzterm.play.pages import page_of
from kzterm.play.progress import NOTHING_PENDING, Place, Progress, Question
from kzterm.play.puzzled import not_understood
from kzterm.play.spellings import key_of
from kzterm.play.turn import Outcome, Turn
from kzterm.play.verb import Verb
from kzterm.text.clean import cleaned
from kzterm.text.fold import fold

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
        self._undone: list[tuple[str, Progress]] = []
        self._done: list[tuple[str, Progress]] = []

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
        for command in grammar.commands(words, _takes_rest)[:MOST_COMMANDS] or [""]:
            replies.append(self._command(command))
            if replies[-1].quit:
                break
        return replace(replies[-1], earlier=tuple(replies[:-1])) if len(replies) > 1 else replies[0]

    def _command(self, command: str) -> Reply:
        before = replace(self.progress, turn=self.progress.turn + 1)
        outcome = self._history(before, command) or run(Turn(self.briefing, before), command)
        after = outcome.progress
        if after.pending is before.pending:
            after = replace(after, pending=NOTHING_PENDING)
        if command and not _repeats(command):
            after = replace(after, last=command)
        opened_only = after.place.address.startswith(":") and after.kept() == before.kept()
        if after.lasting() != before.lasting() and not opened_only and not _moves_in_history(command):
            self._done.append((command, self.progress))
            self._undone.clear()
        self.progress = after
        return self._reply(outcome)

    def _reply(self, outcome: Outcome) -> Reply:
        turn = Turn(self.briefing, self.progress)
        over = page_of(Turn(self.briefing, replace(self.progress, place=outcome.peek))) if outcome.peek else None
        return Reply(page_of(turn), outcome.notice, outcome.show, self.progress, outcome.quit, outcome.effects, over)

    def preview(self, line: str) -> Page | None:
        """The page a line would open, without doing it; None when it would open none."""
        outcome = run(Turn(self.briefing, self.progress), " ".join(cleaned(line[:MOST_CHARACTERS]).split()))
        if not outcome.show:
            return None
        return page_of(Turn(self.briefing, replace(self.progress, place=outcome.progress.place)))

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
        line, progress = source.pop()
        target.append((line, self.progress))
        words = turn.t("Undone: `{line}`.", line=line) if back else turn.t("Done again: `{line}`.", line=line)
        if progress.kept() != before.kept():
            # A note brought back is no reason to leave the page that shows it.
            progress = before.keeping(progress)
        return Outcome(replace(progress, turn=before.turn, seen=before.seen), (words,), show=True)


def _moves_in_history(command: str) -> bool:
    found = split(grammar.polite_less(command))
    return found is not None and found[0].name in ("undo", "redo")


def _repeats(command: str) -> bool:
    found = split(grammar.polite_less(command))
    return found is not None and found[0].name in ("again", "oops", "undo", "redo", "script", "replay")


def _takes_rest(piece: str) -> bool:
    """Whether a piece begins with a verb that takes the rest of the line as it stands."""
    found = split(piece)
    return piece.startswith("*") or (found is not None and found[0].takes == "text" and bool(found[1]))


def run(turn: Turn, command: str) -> Outcome:
    """Do one command."""
    words = command if _takes_rest(command) else grammar.polite_less(command)
    if not words:
        return turn.tell(turn.t("Type the name of anything you see, or `help`."))
    if words.startswith("*"):
        return turn.tell(turn.t("Comment noted."))
    pending = turn.progress.pending
    if pending.question and (answer := answered(pending.question, words)):
        return run(Turn(turn.briefing, turn.now(pending=NOTHING_PENDING)), answer)
    if fold(words).isdecimal():
        return moving.exit_number(turn, int(fold(words)[:9]))
    if moving.direction_of(words):
        return moving.go(turn, words)
    if " " in words and len(named := turn.called(words)) == 1:
        return turn.open(named[0])
    found = split(words)
    if found and (found[0].name != "who" or not found[1]):
        return _perform(turn, *found)
    if found is None and pending.verb and (verb := verb_called(pending.verb)):
        return _perform(turn, verb, words)
    if words.casefold() in reading.READER:
        return turn.open(":me")
    if asked := grammar.question(words):
        return searching.answer(turn, asked)
    if exact := turn.find(words):
        return turn.open(exact[0]) if len(exact) == 1 else turn.which(exact)
    return not_understood(turn, words)


def _perform(turn: Turn, verb: Verb, words: str) -> Outcome:
    from kzterm.play.commands.again import again, oops

    if verb.name in ("again", "oops"):
        line = again(turn) if verb.name == "again" else oops(turn, words)
        return run(Turn(turn.briefing, turn.now(pending=NOTHING_PENDING)), line) if line else _nothing(turn, verb)
    if verb.name == "peek" and words:
        return _peek(turn, words)
    if verb.noun and not words:
        return turn.tell(turn.t(verb.noun), pending=replace(NOTHING_PENDING, verb=verb.name))
    if verb.takes == "list":
        return _each(turn, verb, words)
    return verb.run(turn, words)


def _peek(turn: Turn, words: str) -> Outcome:
    """What a line or a name would open, shown over what is open; nothing else changes."""
    outcome = run(turn, words)
    if not outcome.show:
        return replace(outcome, progress=turn.now(pending=outcome.progress.pending), quit=False, effects=())
    return Outcome(turn.progress, peek=outcome.progress.place)


def _each(turn: Turn, verb: Verb, words: str) -> Outcome:
    """A verb that is done to every member of a list."""
    members = [words] if turn.find(words) else grammar.listed(words)
    outcome = verb.run(turn, members[0])
    for member in members[1:]:
        after = verb.run(Turn(turn.briefing, outcome.progress), member)
        outcome = replace(after, notice=(*outcome.notice, *after.notice), show=outcome.show or after.show)
    return outcome


def _nothing(turn: Turn, verb: Verb) -> Outcome:
    if verb.name == "again":
        return turn.tell(turn.t("There is nothing to repeat yet."))
    return turn.tell(turn.t("There is nothing to correct. `oops WORD` replaces a word I did not understand."))


def answered(question: Question, words: str) -> str | None:
    """The line that an answer stands for; None when the words are no answer."""
    number = fold(words)
    if number.isdecimal():
        chosen = int(number[:9])
        return question.answers[chosen - 1][1] if 1 <= chosen <= len(question.answers) else None
    if verb_called(words.split(" ", 1)[0]) or moving.direction_of(words):
        return None
    key = key_of(words)
    fitting = [line for answer, line in question.answers if key and key in key_of(answer)]
    return fitting[0] if len(fitting) == 1 else None
