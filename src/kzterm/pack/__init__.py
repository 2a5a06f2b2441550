"""The loader: from a folder of YAML to a checked briefing, with every fault at its place.

`load` opens a folder, `opened` does so by an index where there is one, `check` holds it to the editorial rules as well,
`render` shows a finding, `schema` describes the format to editors, `bundled` is the briefing that ships.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from kzterm.pack.bundled import bundled
from kzterm.pack.index import opened

if TYPE_CHECKING:
    from kzterm.pack.checking import check
    from kzterm.pack.diagnostic import Diagnostic, render
    from kzterm.pack.json_schema import KINDS, schema
    from kzterm.pack.loaded import Loaded
    from kzterm.pack.loading import load
    from kzterm.pack.nodes import Place
    from kzterm.pack.places import BRIEFING, Key, Places

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
    "BRIEFING": "places",
    "Diagnostic": "diagnostic",
    "KINDS": "json_schema",
    "Key": "places",
    "Loaded": "loaded",
    "Place": "nodes",
    "Places": "places",
    "check": "checking",
    "load": "loading",
    "render": "diagnostic",
    "schema": "json_schema",
}
"""What whoever only reads a briefing does not pay for, with the module that has it; none is called like one."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
