"""The findings of one load, gathered as they are made."""

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

from kzterm.pack.codes import CODES
from kzterm.pack.diagnostic import Diagnostic, visible
from kzterm.pack.nodes import Node, Place
from kzterm.pack.places import place_of
from kzterm.pack.prose_marks import LONGEST_ID
from kzterm.text.clean import cleaned

MOST_PER_FILE = 100
"""Findings of one file that are listed; the rest are counted."""

_MOST_SEARCHES = 200


class Findings:
    """Collects diagnostics; knows the severity of each code."""

    def __init__(self) -> None:
        self._listed: list[Diagnostic] = []
        self._per_file: Counter[str] = Counter()
        self._line = ("", 0, "")
        """The line shown last: a long one with many findings is kept once."""
        self._searches = 0
        self.errors = 0
        """How many errors there are, those not listed among them."""

    def whole(self, code: str, path: str, message: str, hint: str = "") -> None:
        """A finding about a file or folder as a whole."""
        self._add(Diagnostic(code, CODES[code].severity, visible(path), 0, 0, 0, cleaned(message), cleaned(hint)))

    def place(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """A finding about a stretch of a line."""
        if self.full(place.path):
            self._count(code, place.path)
            return
        if self._line[:2] != (place.path, place.line):
            self._line = (place.path, place.line, visible(place.source_line))
        self._add(
            Diagnostic(
                code,
                CODES[code].severity,
                place.path,
                place.line,
                place.column,
                place.length,
                cleaned(message),
                cleaned(hint),
                self._line[2],
            )
        )

    def node(self, code: str, node: Node, message: str, hint: str = "") -> None:
        """A finding about a value; about a map or list, at the key it belongs to."""
        self.place(code, place_of(node), message, hint)

    def listed(self) -> tuple[Diagnostic, ...]:
        """All findings by file, line and column; where a file has too many, a last one says how many more."""
        more = [
            Diagnostic("KZ099", "info", path, 0, 0, 0, f"{count - MOST_PER_FILE} more findings in this file")
            for path, count in self._per_file.items()
            if count > MOST_PER_FILE
        ]
        return (*sorted(self._listed, key=lambda one: (one.path, one.line, one.column, one.code)), *more)

    def full(self, path: str) -> bool:
        """Whether no more findings of this file will be listed."""
        return self._per_file[path] >= MOST_PER_FILE

    def similar(self, word: str, words: Iterable[str]) -> list[str]:
        """At most three words much like one that is not known. A briefing may ask a few hundred times: it is slow."""
        self._searches += 1
        if self._searches > _MOST_SEARCHES or len(word) > LONGEST_ID:
            return []
        return get_close_matches(word, list(words), n=3, cutoff=0.7)

    def _add(self, diagnostic: Diagnostic) -> None:
        if not self.full(diagnostic.path):
            self._listed.append(diagnostic)
        self._count(diagnostic.code, diagnostic.path)

    def _count(self, code: str, path: str) -> None:
        self.errors += CODES[code].severity == "error"
        self._per_file[path] += 1
