"""Builds model objects from nodes, by the table in spec.py. A fault is reported and passed over, so all are found."""

from kzterm.model.briefing import Scene, Source, Trail
from kzterm.model.cards import Card, Citation
from kzterm.pack.diagnostic import quoted
from kzterm.pack.facts import LANGUAGE, Facts
from kzterm.pack.findings import Findings
from kzterm.pack.nodes import Items, Map, Node, Scalar
from kzterm.pack.places import place_of
from kzterm.pack.pointers import Pointers
from kzterm.pack.registry import Registry, a, did_you_mean
from kzterm.pack.scalar_reading import FAULT, read_scalar
from kzterm.pack.shapes import (
    Either,
    Id,
    IdMap,
    InLanguages,
    KeyMap,
    ListOf,
    Nested,
    OneOrMany,
    Prose,
    Record,
    Shape,
)
from kzterm.pack.spec_cards import CAVEAT, QUOTE
from kzterm.pack.spec_parts import CITE

_EMPTY = "there is nothing here"

_COMMA = "in braces a comma ends a text: put the whole text in quotation marks"


class Builder:
    """Reads the trees of all files of a briefing, one after the other."""

    def __init__(self, facts: Facts, registry: Registry, findings: Findings) -> None:
        self.facts = facts
        self.registry = registry
        self.findings = findings
        self.built: dict[str, Card | Trail | Source] = {}
        """What has an id and is not a scene, in file order."""
        self.pointers = Pointers(facts, registry, findings)
        self._scene = ""

    def scene(self, ident: str, node: Node, record: Record) -> Scene | None:
        """A scene from its file; None when something is wrong with it."""
        self._scene = self.pointers.owner = ident
        built = self.record(node, record, {"id": ident})
        self._scene = self.pointers.owner = ""
        return built if isinstance(built, Scene) else None

    def read(self, node: Node, shape: Shape) -> object:
        """The value of a node by its shape, or FAULT."""
        match shape:
            case InLanguages():
                return self._languages(node, shape)
            case ListOf():
                return self._list(node, shape)
            case Nested(record=record):
                return self.record(node, record, {})
            case IdMap(record=record):
                return self._ids(node, record)
            case KeyMap():
                return self._keyed(node, shape)
            case OneOrMany(of=of):
                if isinstance(node, Items):
                    return self._list(node, ListOf(of, least=1))
                one = self.read(node, of)
                return FAULT if one is FAULT else (one,)
            case Either(word=word, of=of):
                if isinstance(node, Scalar) and node.text == word:
                    return word
                if isinstance(node, Scalar):
                    hint = f"write {word}, or {{{self._example()}}}"
                    return self._fault("KZ026", node, f"{quoted(node.text)} is not known here", hint)
                return self.read(node, of)
        if not isinstance(node, Scalar):
            what = "a map of keys" if isinstance(node, Map) else "a list"
            return self._fault("KZ022", node, f"this is {what}, but one piece of text is expected here")
        if isinstance(shape, Prose):
            return self.pointers.prose(node, shape, "")
        if isinstance(shape, Id):
            return self.pointers.reference(node, shape)
        return read_scalar(node, shape, self.findings)

    def record(self, node: Node, record: Record, given: dict[str, object]) -> object:
        """A record as its model object; `given` are fields that do not stand in the file."""
        if not isinstance(node, Map):
            keys = ", ".join(field.key for field in record.fields if field.required)
            return self._fault("KZ022", node, f"{a(record.kind)} is a map of keys", f"write its keys: {keys}")
        values = dict(given)
        whole = True
        for name, (key, value) in node.pairs.items():
            field = record.by_key.get(name)
            if field is None:
                self._unknown_key(key, value, record, node)
                whole = False
                continue
            read = self.read(value, field.shape)
            whole = whole and read is not FAULT
            values[name] = read
        missing = [field.key for field in record.fields if field.required and field.key not in node.pairs]
        for name in missing:
            message = f"{a(record.kind)} needs the key {quoted(name)}"
            self.findings.node("KZ021", node, message, record.by_key[name].about)
        if not whole or missing:
            return FAULT
        if record is CITE:
            values.setdefault("source", self.facts.primary)
            self.pointers.paragraph_numbers(node.get("para"), str(values["source"]))
        elif record is CAVEAT:
            self.pointers.paragraph_numbers(node.get("paras"), self.facts.primary)
        elif record is QUOTE and not self._translated(node, values):
            return FAULT
        return record.model(**values)

    def _ids(self, node: Node, record: Record) -> object:
        if not isinstance(node, Map):
            return self._fault("KZ022", node, f"this is a map from ids, each with its {record.kind}")
        idents = []
        whole = True
        owner = self.pointers.owner
        for ident, (key, value) in node.pairs.items():
            new = self.registry.define(ident, record.kind, value, place_of(key))
            self.pointers.owner = ident
            given: dict[str, object] = {"id": ident}
            if record.in_scene:
                given["scene"] = self._scene
            built = self.record(value, record, given)
            if new and isinstance(built, Card | Trail | Source):
                self.built[ident] = built
                idents.append(ident)
            else:
                whole = False
        self.pointers.owner = owner
        return tuple(idents) if whole else FAULT

    def _keyed(self, node: Node, shape: KeyMap) -> object:
        if not isinstance(node, Map):
            return self._fault("KZ022", node, f"this is a map: each {shape.key} with its {shape.record.kind}")
        records = []
        for word, (key, value) in node.pairs.items():
            if word not in shape.words:
                hint = f"{shape.key}s are {' '.join(shape.words)}"
                records.append(self._fault("KZ026", key, f"{quoted(word)} is not a {shape.key}", hint))
            records.append(self.record(value, shape.record, {shape.key: word}))
        return FAULT if FAULT in records else tuple(records)

    def _list(self, node: Node, shape: ListOf) -> object:
        if not isinstance(node, Items):
            if isinstance(node, Scalar) and not node.text.strip():
                return self._fault("KZ023", node, _EMPTY, "write a list, or leave the key out")
            short = isinstance(node, Scalar) and len(node.text) < 40 and "\n" not in node.text
            hint = f"write [{node.text}]" if isinstance(node, Scalar) and short else "write a list"
            return self._fault("KZ022", node, "a list is expected here", hint)
        if len(node.items) < shape.least:
            what = "there is nothing in this list" if not node.items else "this list is too short"
            return self._fault("KZ023", node, what, f"write at least {shape.least}")
        values = [self.read(item, shape.of) for item in node.items]
        if FAULT in values:
            return FAULT
        if isinstance(shape.of, InLanguages | Nested):
            return tuple(values)
        self._twice(node)
        return tuple(dict.fromkeys(values))

    def _twice(self, node: Items) -> None:
        seen: set[str] = set()
        for item in node.items:
            if isinstance(item, Scalar):
                if item.text in seen:
                    message = f"{quoted(item.text)} stands in this list twice"
                    self.findings.node("KZ017", item, message, "take one out")
                seen.add(item.text)

    def _languages(self, node: Node, shape: InLanguages) -> object:
        if not isinstance(node, Map):
            if isinstance(node, Scalar) and not node.text.strip():
                return self._fault("KZ023", node, _EMPTY, f"write {{{self._example()}}}")
            return self._fault("KZ022", node, "one entry per language is expected here", f"write {{{self._example()}}}")
        values: dict[str, object] = {}
        whole = True
        for lang, (key, value) in node.pairs.items():
            if not LANGUAGE.fullmatch(lang) or (self.facts.languages and lang not in self.facts.languages):
                self._foreign(key, value, node)
                whole = False
                continue
            if isinstance(shape.of, Prose) and isinstance(value, Scalar):
                values[lang] = self.pointers.prose(value, shape.of, lang)
            else:
                values[lang] = self.read(value, shape.of)
        if shape.every:
            for lang in self.facts.languages:
                if lang not in node.pairs:
                    message = f"there is no {quoted(lang)} here"
                    self.findings.node("KZ030", node, message, "give one entry per language of the briefing")
                    whole = False
            if not values and whole:
                return self._fault("KZ023", node, _EMPTY, f"write {{{self._example()}}}")
        return values if whole and FAULT not in values.values() else FAULT

    def _translated(self, node: Map, values: dict[str, object]) -> bool:
        """Give a quote its language, and see that it is translated into all others and only those."""
        cite = values["cite"]
        first = cite[0] if isinstance(cite, tuple) else None
        source = first.ref.source if isinstance(first, Citation) else ""
        lang = str(values.setdefault("lang", self.facts.language_of(source)))
        translation = node.get("translation")
        if not lang or not isinstance(translation, Map):
            return bool(lang)
        whole = True
        for other in self.facts.languages:
            if other != lang and other not in translation.pairs:
                message = f"there is no {quoted(other)} here"
                self.findings.node("KZ030", translation, message, "translate a quote into every other language")
                whole = False
        if lang in translation.pairs:
            hint = f"the original is in {quoted(lang)}: take this out"
            self.findings.node("KZ031", translation.pairs[lang][0], "a quote is not translated into itself", hint)
            whole = False
        return whole

    def _unknown_key(self, key: Scalar, value: Node, record: Record, node: Map) -> None:
        similar = self.findings.similar(key.text, record.by_key)
        hint = did_you_mean([one for one in similar if one not in node.pairs] or similar)
        if not hint and _cut_by_comma(value, node):
            hint = _COMMA
        hint = hint or f"its keys are {', '.join(record.by_key)}"
        self.findings.node("KZ020", key, f"{a(record.kind)} has no key {quoted(key.text)}", hint)

    def _foreign(self, key: Scalar, value: Node, node: Map) -> None:
        if _cut_by_comma(value, node):
            hint = _COMMA
        elif self.facts.languages:
            hint = f"its languages are {', '.join(self.facts.languages)} (see languages in briefing.yaml)"
        else:
            hint = "write a code such as en or th"
        self.findings.node("KZ031", key, f"{quoted(key.text)} is not a language of this briefing", hint)

    def _example(self) -> str:
        return ", ".join(f"{lang}: …" for lang in self.facts.languages or ("en",))

    def _fault(self, code: str, node: Node, message: str, hint: str = "") -> object:
        self.findings.node(code, node, message, hint)
        return FAULT


def _cut_by_comma(value: Node, node: Map) -> bool:
    """Whether this pair looks like the rest of a text that a comma cut off: a key without a value, in braces."""
    return node.flow and isinstance(value, Scalar) and not value.text and not value.style
