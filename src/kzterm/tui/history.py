"""The lines typed before, and the way through them with the arrow keys."""

from collections.abc import Iterable

MOST_LINES = 1000


class History:
    """Typed lines, oldest first; a line typed twice in a row counts once."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = list(lines)[-MOST_LINES:]
        self._at = len(self._lines)
        self._draft = ""

    def add(self, line: str) -> None:
        """A line was entered."""
        if line.strip() and (not self._lines or self._lines[-1] != line):
            self._lines.append(line)
            del self._lines[:-MOST_LINES]
        self._at = len(self._lines)

    @property
    def walking(self) -> bool:
        """Whether an older line stands on the prompt."""
        return self._at < len(self._lines)

    def older(self, typed: str) -> str | None:
        """The line before; what was being typed is kept. None at the oldest."""
        if self._at == len(self._lines):
            self._draft = typed
        if self._at == 0:
            return None
        self._at -= 1
        return self._lines[self._at]

    def newer(self) -> str | None:
        """The line after, in the end what was being typed; None when that is what stands there."""
        if self._at == len(self._lines):
            return None
        self._at += 1
        return self._draft if self._at == len(self._lines) else self._lines[self._at]
