"""Settings that a reader chose with a verb, remembered in the state folder; config.yaml is never written."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from kzterm.config.settings import CHOICES, KEY_MODES, Settings
from kzterm.config.themes import THEMES
from kzterm.store.folder import PROGRAM, make_private

NAME = "settings.json"
MOST_BYTES = 10_000
ALLOWED = {"theme": tuple(THEMES), "keys": KEY_MODES}
"""What each choice may be; anything else in the file is passed over."""


class Choices:
    """Remembers choices in a file of state; without a folder, only until the program ends."""

    def __init__(self, home: Path | None) -> None:
        """`home` is what `state_home` found."""
        self._path = home / PROGRAM / NAME if home else None

    def resume(self, settings: Settings) -> Settings:
        """Settings with the choices of earlier sessions, but for those that the configuration file gives."""
        chosen: dict[str, Any] = {name: word for name, word in self._kept().items() if name not in settings.fixed}
        return replace(settings, **chosen)

    def keep(self, before: Settings, after: Settings) -> None:
        """Write down the choices that changed. Raises OSError."""
        changed = {name: getattr(after, name) for name in CHOICES if getattr(after, name) != getattr(before, name)}
        if not changed or self._path is None:
            return
        # Read again, for another session may have chosen something since.
        kept = {**self._kept(), **changed}
        make_private(self._path)
        new = self._path.with_name(f"{NAME}.{os.getpid()}")
        import json

        try:
            make_private(new)
            with new.open("w", encoding="utf-8") as file:
                json.dump(kept, file, indent=2)
                file.write("\n")
                file.flush()
                os.fsync(file.fileno())
            new.replace(self._path)
        except OSError:
            new.unlink(missing_ok=True)
            raise

    def _kept(self) -> dict[str, str]:
        """The choices in the file; none when it cannot be read or is no such file."""
        if self._path is None or not self._path.exists():
            return {}
        import json

        try:
            with self._path.open("rb") as file:
                found = json.loads(file.read(MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: found[name] for name, allowed in ALLOWED.items() if found.get(name) in allowed}
