"""Model objects as bytes and back: what `marshal` knows, with a table of classes for the rest.

A tuple of the model becomes a list, an object a tuple of its class's number and its fields; everything else (text,
numbers, None, maps from text) stays what it is. Decoding makes model objects and nothing else, so that bytes which
somebody tampered with can at worst be refused.
"""

import marshal
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from kzterm.model import briefing, cards, prose

_CLASSES: tuple[type, ...] = (
    briefing.Source,
    briefing.Exit,
    briefing.Scene,
    briefing.Step,
    briefing.Trail,
    cards.Citation,
    cards.Actor,
    cards.Thing,
    cards.Quote,
    cards.Assessment,
    cards.Claim,
    cards.Figure,
    cards.Event,
    cards.Caveat,
    cards.Term,
    cards.Side,
    cards.Tension,
    prose.ParaRef,
    prose.Words,
    prose.Ref,
    prose.WebLink,
    prose.Cite,
    prose.Paragraph,
)

_FIELDS = tuple(tuple(field.name for field in fields(made)) for made in _CLASSES)

_SETTERS: tuple[tuple[Callable[[object, object], None], ...], ...] = tuple(
    tuple(getattr(made, name).__set__ for name in names) for made, names in zip(_CLASSES, _FIELDS, strict=True)
)

_NUMBERS = {made: number for number, made in enumerate(_CLASSES)}


def encode(value: object) -> bytes:
    """The bytes of a value of the model; raises ValueError for anything else."""
    return marshal.dumps(_packed(value))


def decode(data: bytes) -> Any:
    """The value again; raises ValueError for bytes that are none."""
    try:
        return _unpacked(marshal.loads(data))
    except (EOFError, TypeError, IndexError, AttributeError) as problem:
        raise ValueError("not a value of the model") from problem


def _packed(value: object) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [_packed(part) for part in value]
    if isinstance(value, Mapping):
        return {str(key): _packed(part) for key, part in value.items()}
    number = _NUMBERS.get(type(value))
    if number is None:
        raise ValueError(f"no part of the model: {type(value).__name__}")
    return (number, *(_packed(getattr(value, name)) for name in _FIELDS[number]))


def _unpacked(value: Any) -> Any:
    # Called for every part of every object: text is passed over before the call, not after it.
    kind = type(value)
    if kind is str:
        return value
    if kind is tuple:
        number, *parts = value
        # Without __init__, as unpickling does it: that of a frozen class takes thrice the time.
        made = object.__new__(_CLASSES[number])
        for put, part in zip(_SETTERS[number], parts, strict=True):
            put(made, part if type(part) is str else _unpacked(part))
        return made
    if kind is list:
        return tuple([part if type(part) is str else _unpacked(part) for part in value])
    if kind is dict:
        return {key: part if type(part) is str else _unpacked(part) for key, part in value.items()}
    if value is None or kind is int or kind is bool:
        return value
    raise TypeError(kind.__name__)
