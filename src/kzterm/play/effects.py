"""What a command asks its host to do outside the briefing: the engine itself touches nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StartScript:
    """Write what is typed and answered to a file from now on; "" chooses a name."""

    path: str


@dataclass(frozen=True, slots=True)
class StopScript:
    """Stop writing the script."""


@dataclass(frozen=True, slots=True)
class Replay:
    """Type the lines of a file."""

    path: str


@dataclass(frozen=True, slots=True)
class Export:
    """Write text to a new file; "" chooses a name."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Put text on the clipboard, and where there is none into a file."""

    text: str


@dataclass(frozen=True, slots=True)
class Browse:
    """Open a web address in a browser, if there is one."""

    url: str


Effect = StartScript | StopScript | Replay | Export | Copy | Browse
