"""The findings of one load, gathered as they are made."""

from collections import Counter

from kzterm.pack.codes import CODES
from kzterm.pack.diagnostic import Diagnostic, visible
from kzterm.pack.nodes import Node, Place
from kzterm.pack.places import place_of
from kzterm.text.clean import cleaned

MOST_PER_FILE = 100
"""Findings of one file that are listed; the rest are counted."""


class Findings:
    """Collects diagnostics; knows the severity of each code."""

    def __init__(self) -> None:
        self._listed: list[Diagnostic] = []
        self._per_file: Counter[str] = Counter()
        self.errors = 0
        """How many errors there are, those not listed among them."""

    def whole(self, code: str, path: str, message: str, hint: str = "") -> None:
        """A finding about a file or folder as a whole."""
        self._add(Diagnostic(code, CODES[code].severity, visible(path), 0, 0, 0, cleaned(message), cleaned(hint)))

    def place(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """A finding about a stretch of a line."""
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
                visible(place.source_line),
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

    def _add(self, diagnostic: Diagnostic) -> None:
        self.errors += diagnostic.severity == "error"
        self._per_file[diagnostic.path] += 1
        if self._per_file[diagnostic.path] <= MOST_PER_FILE:
            self._listed.append(diagnostic)
