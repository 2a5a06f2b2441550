"""Exit codes, in one place."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell is told."""

    OK = 0
    FAILED = 1
    """Errors found, or the program failed."""
    USAGE = 2
    """Wrong usage, or a briefing that can't be read."""
    INTERRUPTED = 130
    """SIGINT: 128 + 2."""
