"""What every command begins with: the briefing, the configuration, the terminal, and the way to give up."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kzterm.config.settings import Settings
from kzterm.exits import ExitCode
from kzterm.model.briefing import Briefing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kzterm.pack import Diagnostic
    from kzterm.store import Store


def load_or_exit(folder: Path | None, keep: bool = True) -> Briefing:
    """The briefing; `keep` an index of it, so that it opens faster the next time."""
    from kzterm.pack import bundled, opened

    found = opened(folder or bundled(), keep, _gather)
    if isinstance(found, Briefing):
        return found
    tell(found)
    raise SystemExit(ExitCode.USAGE)


def _gather(briefing: Briefing) -> "Mapping[str, str]":
    from kzterm.play.words import gather

    return gather(briefing)


def store_of(briefing: Briefing, folder: Path | None) -> "Store":
    from kzterm.pack import bundled
    from kzterm.store import open_store, state_home

    own = folder is None or folder.resolve() == bundled().resolve()
    return open_store(briefing.id, None if own else folder, state_home())


def configured() -> "tuple[Settings, tuple[Diagnostic, ...]]":
    """What the configuration file settles, and what is wrong with it."""
    from kzterm.config.file import config_path, read_config

    config = read_config(config_path())
    return config.settings, config.diagnostics


def settings_told() -> Settings:
    """The same for a command that prints and ends: what is wrong goes to stderr."""
    settings, faults = configured()
    tell(faults)
    return settings


def tell(faults: "tuple[Diagnostic, ...]") -> None:
    if faults:
        from kzterm.pack import render

        for fault in faults:
            print(render(fault), file=sys.stderr)


def terminal_width() -> int:
    """As shutil.get_terminal_size has it, without what else shutil brings along."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns or 80
    except (OSError, ValueError):
        return 80


def fail(message: str) -> NoReturn:
    from kzterm.text.clean import cleaned

    print(cleaned(f"kzterm: {message}"), file=sys.stderr)
    raise SystemExit(ExitCode.USAGE)
