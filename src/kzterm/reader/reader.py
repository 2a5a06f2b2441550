"""What the front ends talk to: lines in, replies out, with everything kept that is to be kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from kzterm.pages.plain_text import render, render_notice
from kzterm.play.dossier import as_markdown
from kzterm.play.effects import Browse, Copy, Effect, Export, Replay, StartScript, StopScript
from kzterm.play.session import Reply, Session
from kzterm.play.turn import Turn
from kzterm.reader.choices import Choices
from kzterm.reader.files import create, lines_of
from kzterm.reader.keeper import TROUBLES, Keeper
from kzterm.reader.outside import browse, keep_copy
from kzterm.store import Store, Trouble

if TYPE_CHECKING:
    from kzterm.pack import Diagnostic

SCRIPT_WIDTH = 80
DEEPEST_REPLAY = 5
"""A replayed file may replay another, but not for ever."""


class Reader:
    """A session, its store and its transcript. Replies come after what they acknowledge is on disk."""

    def __init__(
        self,
        session: Session,
        store: Store,
        copies: Path | None = None,
        choices: Choices | None = None,
        faults: "Sequence[Diagnostic]" = (),
    ) -> None:
        """`copies` is the folder for what is copied where there is no clipboard; None for none.

        `choices` remembers what the reader settles by verbs; `faults` are those of the configuration file.
        """
        self.session = session
        self._choices = choices or Choices(None)
        self._faults = faults
        self._copies = copies
        self._keeper = Keeper(store, session.briefing)
        session.progress = self._keeper.resume(session.progress)
        self._store = store
        self._script: TextIO | None = None
        self._depth = 0

    def begin(self) -> Reply:
        """The first page, with one line on where the last session ended and one on anything wrong."""
        reply = self.session.begin()
        self._keeper.begin(reply.progress)
        turn = self.session.turn()
        lines = []
        left = reply.progress.left
        if left and not left.same_page(reply.progress.place):
            name = turn.view.name(left.address)
            lines.append(turn.t("Last time you were at {place}; `resume` goes back there.", place=name.rstrip(".")))
        elif left is None and (trail := turn.briefing.trails.get(turn.briefing.trail or "")):
            name = turn.view.text(trail.name)
            lines.append(turn.t("New here? `next` begins {trail}; `help` shows what can be typed.", trail=name))
        lines.extend(_faults_told(turn, self._faults))
        lines.extend(self.troubles())
        return replace(reply, notice=tuple(lines))

    def history(self) -> tuple[str, ...]:
        """Lines typed in earlier sessions, oldest first."""
        return self._keeper.commands()

    def turn(self) -> Turn:
        """The reader's standing."""
        return self.session.turn()

    def troubles(self) -> list[str]:
        """What is wrong with what is kept, as far as it has not been told."""
        found = []
        while trouble := self._store.untold():
            found.append(_told(self.session.turn(), trouble))
        return found

    def markdown(self) -> str:
        """Dossier and notes, with citations."""
        return as_markdown(self.session.turn())

    def submit(self, line: str, at: tuple[int, int] = (0, 0), focus: str | None = None) -> list[Reply]:
        """Do what a line says; one reply for each command it held, and for each command of a file it plays."""
        before = self.session.progress
        last = self.session.submit(line, at, focus)
        replies = [*last.earlier, last]
        troubles = self._keeper.keep(before, last.progress, line)
        told = tuple(_told(self.session.turn(), trouble) for trouble in troubles)
        try:
            self._choices.keep(before.settings, last.progress.settings)
        except OSError:
            told = (*told, self.session.turn().t("That is not remembered: the folder for settings can't be written."))
        if told:
            replies[-1] = replace(replies[-1], notice=(*replies[-1].notice, *told))
        found: list[Reply] = []
        for reply in replies:
            found.extend(self._carry_out(reply))
        self._write(line, found)
        return found

    def close(self) -> None:
        """End: write what is still to be written."""
        self._stop()
        self._keeper.close()

    # Effects

    def _carry_out(self, reply: Reply) -> Iterator[Reply]:
        """The reply with what it asked for done; a file that was played adds its own replies."""
        lines: list[str] = []
        left: list[Effect] = []
        played: list[Reply] = []
        for effect in reply.effects:
            match effect:
                case StartScript(path=path):
                    lines.append(self._start(path))
                case StopScript():
                    lines.append(self._stop())
                case Export(path=path, text=text):
                    lines.append(self._export(path, text))
                case Replay(path=path):
                    lines.append(self._replay(path, played))
                case Copy(text=text):
                    left.append(effect)
                    if kept := keep_copy(self._copies, text):
                        lines.append(self.session.turn().t("Copied, and written to {path}.", path=kept))
                case Browse(url=url):
                    lines.append(self._browse(url))
        yield replace(reply, notice=(*reply.notice, *lines), effects=tuple(left))
        yield from played

    def _start(self, path: str) -> str:
        t = self.session.turn().t
        if self._script is not None:
            return t("A transcript is being written already; `script off` ends it.")
        try:
            chosen, self._script = create(path, "kzterm-script.txt")
        except (OSError, ValueError, RuntimeError) as problem:
            return _refused(self.session.turn(), path or "kzterm-script.txt", problem)
        return t("Writing a transcript to {path}; `script off` ends it.", path=chosen)

    def _stop(self) -> str:
        if self._script is None:
            return self.session.turn().t("No transcript is being written.")
        self._script.close()
        self._script = None
        return self.session.turn().t("The transcript is written.")

    def _write(self, line: str, replies: list[Reply]) -> None:
        if self._script is None:
            return
        parts = [f"> {' '.join(line.split())}\n"]
        for reply in replies:
            parts.append(render_notice(reply.notice, SCRIPT_WIDTH, reply.page.breaks))
            if reply.peek is not None:
                parts.append(render(reply.peek, SCRIPT_WIDTH, reply.progress.lang))
            if reply.show:
                parts.append(render(reply.page, SCRIPT_WIDTH, reply.progress.lang))
        try:
            self._script.write("\n".join(part for part in parts if part) + "\n")
            self._script.flush()
        except OSError:
            self._script = None

    def _export(self, path: str, text: str) -> str:
        try:
            chosen, file = create(path, f"{self.session.briefing.id}-notes.md")
            with file:
                file.write(text)
        except (OSError, ValueError, RuntimeError) as problem:
            return _refused(self.session.turn(), path, problem)
        return self.session.turn().t("Written to {path}.", path=chosen)

    def _browse(self, url: str) -> str:
        turn = self.session.turn()
        if browse(url):
            return turn.t("Opened in your browser.")
        return turn.t("There is no browser here; the address is {url}", url=url)

    def _replay(self, path: str, played: list[Reply]) -> str:
        turn = self.session.turn()
        if self._depth == DEEPEST_REPLAY:
            return turn.t("A file that plays itself is not played again.")
        try:
            lines = list(lines_of(path))
        except (OSError, ValueError, RuntimeError) as problem:
            return _refused(turn, path, problem, to_write=False)
        self._depth += 1
        for line in lines:
            first, *others = self.submit(line)
            played += [replace(first, notice=(f"`{line}`", *first.notice)), *others]
            if played[-1].quit:
                break
        self._depth -= 1
        return turn.view.say.n("{count} line played.", "{count} lines played.", len(lines))


def _faults_told(turn: Turn, faults: "Sequence[Diagnostic]") -> tuple[str, ...]:
    """The first fault of the configuration file, and how many more there are."""
    if not faults:
        return ()
    first = faults[0]
    where = f"{first.path}:{first.line}:{first.column}" if first.line else first.path
    what = f"{where}: {first.message}" + (f" ({first.hint})" if first.hint else "")
    told = turn.t("{what}. What is wrong there keeps its default.", what=what)
    if more := len(faults) - 1:
        told += " " + turn.view.say.n("{count} more fault in that file.", "{count} more faults in that file.", more)
    return (told,)


def _refused(turn: Turn, path: str, problem: Exception, to_write: bool = True) -> str:
    if isinstance(problem, FileExistsError):
        return turn.t("{path} exists already; give another name.", path=path)
    if isinstance(problem, FileNotFoundError):
        missing = turn.t("There is no file {path}.", path=path)
        return turn.t("There is no folder for {path}.", path=path) if to_write else missing
    reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
    return turn.t("{path}: {reason}.", path=path, reason=reason)


def _told(turn: Turn, trouble: Trouble) -> str:
    return turn.t(TROUBLES[trouble.code], **trouble.values)
