"""Reads what points elsewhere: prose with its links and citations, ids, paragraph numbers."""

from kzterm.model.prose import ParaRef
from kzterm.pack.diagnostic import quoted
from kzterm.pack.facts import Facts
from kzterm.pack.findings import Findings
from kzterm.pack.nodes import Items, Node, Scalar
from kzterm.pack.places import place_in
from kzterm.pack.prose import parse
from kzterm.pack.prose_marks import CiteMention
from kzterm.pack.registry import Reference, Registry, did_you_mean
from kzterm.pack.scalar_reading import FAULT, NUMBER, too_long, warn_of_folds
from kzterm.pack.shapes import PROSE, Id, Prose
from kzterm.pack.spec_parts import LINKABLE


class Pointers:
    """Reads pointers on behalf of one owner after another. Ids are only noted; the registry resolves them later."""

    def __init__(self, facts: Facts, registry: Registry, findings: Findings) -> None:
        self.facts = facts
        self.registry = registry
        self.findings = findings
        self.owner = ""
        """Id of the scene or card being read; empty in briefing.yaml."""

    def prose(self, scalar: Scalar, shape: Prose, lang: str) -> object:
        """Prose in one language (empty when that is unknown), or FAULT."""
        if not scalar.text.strip():
            return self._nothing(scalar)
        if too_long(scalar, scalar.text, PROSE, self.findings):
            return FAULT
        warn_of_folds(scalar, self.findings)
        parsed = parse(scalar.text, self.facts.primary, lang)
        for fault in parsed.faults:
            self.findings.place(fault.code, place_in(scalar, fault.offset, fault.length), fault.message, fault.hint)
        for link in parsed.links:
            self._refer(scalar, link.offset, link.length, link.target, LINKABLE, itself=True)
        if not shape.cites:
            for cite in parsed.cites[:1]:
                hint = "take it out: the key cite says where this comes from"
                self.findings.place(
                    "KZ043", place_in(scalar, cite.offset, cite.length), "no citations stand here", hint
                )
            return FAULT if parsed.faults or parsed.cites else parsed.prose
        whole = False not in [self._cited(scalar, cite) for cite in parsed.cites]
        if not parsed.prose and not parsed.faults:
            return self._nothing(scalar)
        return parsed.prose if whole and not parsed.faults else FAULT

    def _cited(self, scalar: Scalar, cite: CiteMention) -> bool:
        """Whether a citation in prose names a paragraph that there is."""
        if not self.facts.sources or not cite.ref.source:
            return True
        if cite.ref.source not in self.facts.sources:
            message = f"no source is called {quoted(cite.ref.source)}"
            similar = self.findings.similar(cite.ref.source, self.facts.sources)
            self.findings.place("KZ044", place_in(scalar, cite.offset, cite.length), message, did_you_mean(similar))
            return False
        return self._paragraph(scalar, cite.offset, cite.length, cite.ref)

    def _paragraph(self, scalar: Scalar, offset: int, length: int, ref: ParaRef) -> bool:
        """Whether the source has this paragraph; an unknown source is reported elsewhere."""
        source = self.facts.sources.get(ref.source)
        if source is None or source.first is None or source.last is None or source.first > source.last:
            return True
        if source.first <= ref.para <= source.last:
            return True
        message = f"{quoted(ref.source)} has no paragraph {ref.para}"
        hint = f"its paragraphs are {source.first} to {source.last}"
        self.findings.place("KZ045", place_in(scalar, offset, length), message, hint)
        return False

    def paragraph_numbers(self, node: Node | None, source: str) -> None:
        """Check a scalar, or a list of them, that holds paragraph numbers of one source."""
        scalars = node.items if isinstance(node, Items) else [node]
        for scalar in scalars:
            if isinstance(scalar, Scalar) and NUMBER.fullmatch(scalar.text):
                self._paragraph(scalar, 0, len(scalar.text), ParaRef(source, int(scalar.text)))

    def reference(self, scalar: Scalar, shape: Id) -> object:
        """An id, or a word that may stand in its place."""
        ident = scalar.text
        if ident in shape.words:
            return ident
        if not ident.strip():
            return self._nothing(scalar)
        if self.facts.known or "source" not in shape.kinds:
            self._refer(scalar, 0, len(ident), ident, shape.kinds, itself=False)
        return ident

    def _refer(
        self, scalar: Scalar, offset: int, length: int, ident: str, kinds: frozenset[str], *, itself: bool
    ) -> None:
        self.registry.refer(Reference(scalar, offset, length, ident, kinds, self.owner, itself))

    def _nothing(self, scalar: Scalar) -> object:
        self.findings.node("KZ023", scalar, "there is nothing here", "write a value, or leave the key out")
        return FAULT
