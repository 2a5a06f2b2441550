"""The format as a JSON Schema (draft 2020-12), so that an editor can complete keys and mark faults as one types.

It follows the table in spec.py. Editors give scalars types, which the loader never does: a number is accepted
wherever its text would be. References, Markdown and what spans several files are left to `kzterm check`.
"""

import re
from collections.abc import Sequence

from kzterm.pack.facts import LANGUAGE
from kzterm.pack.prose_marks import ADDRESS, CITATION, ID, LINK, LONGEST_ID
from kzterm.pack.scalar_reading import DECIMAL, NUMBER
from kzterm.pack.shapes import (
    PROSE,
    Address,
    Choice,
    Day,
    Digits,
    Either,
    Id,
    IdMap,
    InLanguages,
    KeyMap,
    Language,
    Line,
    ListOf,
    Nested,
    NewId,
    OneOrMany,
    Printed,
    Prose,
    Record,
    Shape,
    Whole,
)
from kzterm.pack.spec import BRIEFING, LISTS, SCENE
from kzterm.pack.spec_parts import RESERVED

Schema = dict[str, object]

KINDS = ("briefing", "scene", *LISTS)
"""The kinds of file, as `schema` names them."""

_TYPED = ["string", "number", "boolean"]
"""What an editor may take a scalar for."""

_DATE = r"[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?"
_SIDE = rf"({_DATE}|\.\.)?"


def schema(kind: str = "", languages: Sequence[str] = ()) -> Schema:
    """The schema of one kind of file, or of any (without a kind). Naming languages makes them the only ones allowed.

    Raises KeyError for a kind that is not in KINDS.
    """
    writer = _Writer(tuple(languages))
    files = {"briefing": writer.reference(BRIEFING), "scene": writer.reference(SCENE)}
    for name, shape in LISTS.items():
        writer.definitions[name] = writer.shape(shape) | {"title": name, "description": f"{name}.yaml"}
        files[name] = {"$ref": f"#/$defs/{name}"}
    chosen = files[kind] if kind else {"anyOf": [files[name] for name in KINDS]}
    title = f"kzterm: {kind or 'any file of a briefing'}"
    header = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return header | chosen | {"$defs": dict(sorted(writer.definitions.items()))}


class _Writer:
    """Turns shapes into schemas; records become definitions."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self.definitions: dict[str, Schema] = {}

    def reference(self, record: Record) -> Schema:
        """A reference to a record, defined on first use."""
        if record.kind not in self.definitions:
            self.definitions[record.kind] = {}
            self.definitions[record.kind] = {
                "title": record.kind,
                "description": record.about,
                "type": "object",
                "properties": {
                    field.key: self.shape(field.shape) | {"description": field.about} for field in record.fields
                },
                "required": [field.key for field in record.fields if field.required],
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{record.kind}"}

    def shape(self, shape: Shape) -> Schema:
        """The schema of a value."""
        match shape:
            case ListOf(of=of, least=least):
                return {"type": "array", "items": self.shape(of), "minItems": least}
            case InLanguages():
                return self._languages(shape)
            case Either(word=word, of=of):
                return {"anyOf": [{"const": word}, self.shape(of)]}
            case OneOrMany(of=of):
                one = self.shape(of)
                return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
            case Nested(record=record):
                return self.reference(record)
            case IdMap(record=record):
                names = {"pattern": _whole(ID.pattern), "maxLength": LONGEST_ID, "not": {"enum": list(RESERVED)}}
                return {"type": "object", "propertyNames": names, "additionalProperties": self.reference(record)}
            case KeyMap(record=record, words=words):
                ways = {word: self.reference(record) for word in words}
                return {"type": "object", "properties": ways, "additionalProperties": False}
            case _:
                return _scalar(shape)

    def _languages(self, shape: InLanguages) -> Schema:
        value = self.shape(shape.of)
        if self.languages:
            written: Schema = {
                "type": "object",
                "properties": dict.fromkeys(self.languages, value),
                "additionalProperties": False,
            }
            return written | ({"required": list(self.languages)} if shape.every else {})
        names = {"pattern": _whole(LANGUAGE.pattern)}
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": value,
            "minProperties": 1 if shape.every else 0,
        }


def _scalar(shape: Shape) -> Schema:
    match shape:
        case Line(most=most):
            marks: Schema = {"pattern": f"{_ecma(LINK.pattern)}|{_ecma(CITATION.pattern)}"}
            return {"type": _TYPED, "maxLength": most, "pattern": r"^[^\n\t]*\S[^\n\t]*\n*$", "not": _text(marks)}
        case Printed(most=most):
            return {"type": _TYPED, "maxLength": most, "pattern": r"\S"}
        case Prose():
            return {"type": _TYPED, "maxLength": PROSE, "pattern": r"\S"}
        case Choice(words=words):
            numbers = [int(word) for word in words if word.isdecimal()]
            return {"enum": [*words, *numbers]}
        case Whole(most=most):
            return {"type": ["integer", "string"], "minimum": 0, "maximum": most, "pattern": _whole(NUMBER.pattern)}
        case Digits():
            return {"type": ["number", "string"], "minimum": 0, "pattern": _whole(DECIMAL.pattern)}
        case Day():
            return {"type": ["string", "integer"], "minLength": 4, "pattern": f"^({_DATE}|{_SIDE}/{_SIDE})$"}
        case Address():
            return {"type": "string", "pattern": _whole(ADDRESS.pattern.replace("https?", "[Hh][Tt][Tt][Pp][Ss]?"))}
        case Language():
            return {"type": "string", "pattern": _whole(LANGUAGE.pattern)}
        case NewId() | Id():
            return {"type": "string", "pattern": _whole(ID.pattern), "maxLength": LONGEST_ID}
    raise TypeError(shape)


def _text(also: Schema) -> Schema:
    """Text with a property: without the type, a pattern would hold for every number."""
    return {"type": "string", **also}


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"


def _ecma(pattern: str) -> str:
    """A pattern of ours without the names of its groups, which the dialect of JSON Schema writes differently."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
