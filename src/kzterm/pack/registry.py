"""Which ids a briefing has, and who refers to what: filled while building, resolved afterwards."""

import re
from dataclasses import dataclass

from kzterm.pack.diagnostic import quoted
from kzterm.pack.findings import Findings
from kzterm.pack.nodes import Node, Place, Scalar, SourceFile
from kzterm.pack.places import place_in
from kzterm.pack.prose_marks import ID, LONGEST_ID
from kzterm.pack.spec_parts import RESERVED

_KEY = re.compile(rf"{ID.pattern}(?=\s*:)")

_ARTICLES = {"actor": "an actor", "assessment": "an assessment", "event": "an event"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What an id names."""

    kind: str
    node: Node
    """Its value: a map, or a scene's whole file."""
    place: Place
    """Where the id is given."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names an id."""

    scalar: Scalar
    offset: int
    length: int
    """Of the id inside the scalar's text."""
    ident: str
    kinds: frozenset[str]
    """What it may name there."""
    owner: str
    """Id of what the reference stands in; empty in briefing.yaml."""
    itself: bool
    """Whether it may name its owner."""


class Registry:
    """The ids of a briefing."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.entries: dict[str, Entry] = {}
        self.references: list[Reference] = []
        self._unread: set[str] = set()
        """Words that stand where keys do in files that are not YAML: they may be ids."""

    def define(self, ident: str, kind: str, node: Node, place: Place) -> bool:
        """Take in an id; False, and a finding, when it is not one or is there already."""
        if not ID.fullmatch(ident) or len(ident) > LONGEST_ID:
            hint = f"ids are kebab-case: a-z, 0-9 and single hyphens, a letter first, at most {LONGEST_ID} characters"
            self.findings.place("KZ014", place, f"{quoted(ident)} is not an id", hint)
            return False
        if ident in RESERVED:
            hint = f"taken are {', '.join(RESERVED)}"
            self.findings.place("KZ015", place, f"the id {quoted(ident)} means something already", hint)
            return False
        first = self.entries.get(ident)
        if first is not None:
            where = f"{first.place.path}:{first.place.line}"
            message = f"the id {quoted(ident)} is taken by {a(first.kind)}"
            self.findings.place("KZ011", place, message, f"the first is at {where}; ids are unique in a whole briefing")
            return False
        self.entries[ident] = Entry(kind, node, place)
        return True

    def refer(self, reference: Reference) -> None:
        """Take in a reference."""
        self.references.append(reference)

    def unread(self, file: SourceFile) -> None:
        """Take in a file that could not be read: references to what it defines are not held against others."""
        self._unread.update(_KEY.findall(file.text))

    def resolve(self) -> None:
        """Report every reference that leads nowhere, or to something of the wrong kind."""
        for reference in self.references:
            entry = self.entries.get(reference.ident)
            if entry is None:
                if reference.ident not in self._unread:
                    self._unknown(reference)
            elif entry.kind not in reference.kinds:
                hint = f"expected {_expected(reference.kinds)}"
                if entry.kind == "source":
                    hint += f"; a source is cited: [^{reference.ident}:1]"
                self._report("KZ013", reference, f"{quoted(reference.ident)} is {a(entry.kind)}", hint)
            elif reference.ident == reference.owner and not reference.itself:
                self._report("KZ016", reference, f"{quoted(reference.ident)} refers to itself", "take it out")

    def _unknown(self, reference: Reference) -> None:
        kinds = reference.kinds
        names = "scene, actor or card" if len(kinds) > 4 else " or ".join(sorted(kinds))
        self._report("KZ012", reference, f"no {names} is called {quoted(reference.ident)}", self._similar(reference))

    def _similar(self, reference: Reference) -> str:
        fitting = [ident for ident, entry in self.entries.items() if entry.kind in reference.kinds]
        found = self.findings.similar(reference.ident, fitting)
        return did_you_mean(found or self.findings.similar(reference.ident, self.entries))

    def _report(self, code: str, reference: Reference, message: str, hint: str) -> None:
        self.findings.place(code, place_in(reference.scalar, reference.offset, reference.length), message, hint)


def did_you_mean(candidates: list[str]) -> str:
    """A hint from similar words; empty when there are none."""
    if not candidates:
        return ""
    words = [quoted(word) for word in candidates]
    return f"did you mean {words[0] if len(words) == 1 else ', '.join(words[:-1]) + ' or ' + words[-1]}?"


def a(kind: str) -> str:
    """The kind with its article."""
    return _ARTICLES.get(kind, f"a {kind}")


def _expected(kinds: frozenset[str]) -> str:
    if len(kinds) > 5:
        return "a card" if "scene" not in kinds else "a scene, actor, thing or card"
    return " or ".join(a(kind) for kind in sorted(kinds))
