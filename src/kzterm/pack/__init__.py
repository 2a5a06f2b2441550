"""The loader: from a folder of YAML to a checked briefing, with every fault at its place.

`load` opens a folder, `opened` does so by an index where there is one, `check` holds it to the editorial rules as well,
`render` shows a finding, `schema` describes the format to editors, `bundled` is the briefing that ships.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from kzterm.pack.bundled import bundled
from kzterm.pack.index import opened

if TYPE_CHECKING:
    from kzterm.pack.check import check
    from kzterm.pack.diagnostic import Diagnostic, render
    from kzterm.pack.load import load
    from kzterm.pack.loaded import Loaded
    from kzterm.pack.nodes import Place
    from kzterm.pack.places import BRIEFING, Key, Places
    from kzterm.pack.schema import KINDS, schema

__all__ = [
    "BRIEFING",
    "KINDS",
    "Diagnostic",
    "Key",
    "Loaded",
    "Place",
    "Places",
    "bundled",
    "check",
    "load",
    "opened",
    "render",
    "schema",
]

_HOMES = {
    "load": ("load",),
    "check": ("check",),
    "schema": ("schema", "KINDS"),
    "diagnostic": ("Diagnostic", "render"),
    "loaded": ("Loaded",),
    "nodes": ("Place",),
    "places": ("BRIEFING", "Key", "Places"),
}
"""Modules that whoever only reads a briefing does not pay for."""


def __getattr__(name: str) -> object:
    # All at once: importing a module makes it an attribute here, and some are called like the function inside them.
    found = {
        word: getattr(import_module(f"{__name__}.{home}"), word) for home, words in _HOMES.items() for word in words
    }
    globals().update(found)
    if name not in found:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return found[name]
