"""Where config.yaml is, and what it says. It is the reader's own file: the program never writes it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kzterm.config.settings import Settings

if TYPE_CHECKING:
    from kzterm.pack.diagnostic import Diagnostic

PROGRAM = "kzterm"
NAME = "config.yaml"


@dataclass(frozen=True, slots=True)
class Config:
    """What the file says, and what is wrong with it."""

    settings: Settings
    diagnostics: "tuple[Diagnostic, ...]"


def config_path(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Where the file would be; None when the environment names no place. A relative XDG_CONFIG_HOME is ignored."""
    named = Path(environ.get("XDG_CONFIG_HOME", ""))
    home = Path(environ.get("HOME", ""))
    if not named.is_absolute():
        if not home.is_absolute():
            return None
        named = home / ".config"
    return named / PROGRAM / NAME


def read_config(path: Path | None) -> Config:
    """The settings of a file; without one, or where it is at fault, the defaults. Never raises."""
    if path is None or not os.path.lexists(path):
        return Config(Settings(), ())
    # Reading YAML costs more than everything else here, and most readers have no such file.
    from kzterm.config.reading import read

    return Config(*read(path))
