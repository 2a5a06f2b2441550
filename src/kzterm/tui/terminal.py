"""What the terminal at hand can draw."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from rich.console import Console
from textual.constants import COLOR_SYSTEM


@dataclass(frozen=True, slots=True)
class Terminal:
    """What there is to draw with."""

    monochrome: bool = False
    """Only the terminal's own two colours: asked for by NO_COLOR, or because the themes need more than 16."""
    basic: bool = False
    """Only the characters that the font of a bare console has."""


ANY = Terminal()
"""One that can draw everything."""


def terminal_of(environ: Mapping[str, str] = os.environ) -> Terminal:
    """The terminal that the environment describes. As its convention says, an empty NO_COLOR asks for nothing."""
    colours = Console(force_terminal=True, legacy_windows=False, _environ=dict(environ)).color_system
    if COLOR_SYSTEM != "auto":
        colours = COLOR_SYSTEM
    few = colours not in ("256", "truecolor")
    return Terminal(bool(environ.get("NO_COLOR")) or few, environ.get("TERM") == "linux")
