"""What loading a briefing gives."""

from dataclasses import dataclass

from kzterm.model.briefing import Briefing
from kzterm.pack.diagnostic import Diagnostic
from kzterm.pack.places import Places


@dataclass(frozen=True, slots=True)
class Loaded:
    """A briefing and what was found while reading it."""

    briefing: Briefing | None
    """None when there is any error of form; the editorial rules do not take it away."""
    diagnostics: tuple[Diagnostic, ...]
    """By file, line and column."""
    places: Places
    """Where every value stands; of what could be read, even when there are errors."""
