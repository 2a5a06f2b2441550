"""Where the briefing that ships with kzterm is."""

from pathlib import Path


def bundled() -> Path:
    """Its folder: inside the installed package, else beside the sources of a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "scenes"
    beside = package.parents[1] / "scenes"
    return beside if not inside.is_dir() and beside.is_dir() else inside
