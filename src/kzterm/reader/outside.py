"""What leaves the program at the reader's word: text to copy, and an address for a browser."""

import os
import sys
from pathlib import Path

MOST_COPIED = 100_000
"""Characters; more is not put into a file for copying."""


def keep_copy(folder: Path | None, text: str) -> Path | None:
    """Write text where it can be fetched when the terminal has no clipboard; None when there is no such place."""
    if folder is None:
        return None
    path = folder / "copied.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text[:MOST_COPIED] + "\n")
    except OSError:
        return None
    return path


def browse(url: str) -> bool:
    """Open an address in a graphical browser; False when there is none, for a textual one would take the screen."""
    if sys.platform != "darwin" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    import webbrowser

    try:
        return webbrowser.open(url)
    except webbrowser.Error:
        return False
