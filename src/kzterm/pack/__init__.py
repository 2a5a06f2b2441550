"""The loader: from a folder of YAML to a checked briefing, with every fault at its place.

`load` opens a folder, `check` holds it to the editorial rules as well, `render` shows a finding, `schema` describes the
format to editors, `bundled` is the briefing that ships.
"""

from kzterm.pack.bundled import bundled
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
    "render",
    "schema",
]
