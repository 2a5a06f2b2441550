"""A reader's settings, whoever made them: the configuration file, the command line, or a verb."""

from collections.abc import Mapping
from dataclasses import dataclass, field

KEY_MODES = ("prompt", "reader")
"""Where letters go: to the prompt, or to the page."""

CHOICES = ("theme", "keys")
"""Settings that a verb changes and that are remembered from one session to the next."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program looks and listens."""

    lang: str | None = None
    """`en`, `th` or `both`; None leaves it to the environment."""
    theme: str = "night"
    keys: str = "prompt"
    """One of KEY_MODES."""
    bindings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each id of the key table that is changed, all its keys; none unbinds it."""
    animations: bool = True
    citations: bool = True
    """Whether the paragraph numbers are shown in running text."""
    screen_reader: bool = False
    """Line by line, in words alone, panels as counts."""
    fixed: frozenset[str] = frozenset()
    """Names of settings that the configuration file gives; remembered choices do not count against them."""


DEFAULTS = Settings()
