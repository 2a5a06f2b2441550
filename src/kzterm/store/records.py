"""What is kept of a reader, as plain records, and what can go wrong with keeping it.

`when` is ISO 8601 with the offset from UTC, as the clock had it, and only to be shown: clocks go back. What came
first is said by `order`, a count that every change to a file of state raises.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the reader's own."""

    id: int
    """From 1, unique in its file, never given twice."""
    text: str
    scene: str
    """Id of the scene it was written in."""
    target: str | None
    """Id of what it is about; None when it is about nothing in particular."""
    when: str
    order: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark. There is one at most for a scene and address."""

    id: int
    """From 1, unique in its file, never given twice."""
    scene: str
    address: str
    """Id of what was open there, or a page of the program such as `:help`."""
    note: str | None
    when: str
    order: int


@dataclass(frozen=True, slots=True)
class Taken:
    """Something picked up into the reader's dossier."""

    id: str
    """Id of the card."""
    when: str
    order: int


@dataclass(frozen=True, slots=True)
class Visit:
    """That something was opened, and how often."""

    id: str
    first: str
    """When it was first seen; ISO 8601 with offset."""
    last: str
    count: int
    order: int
    """Of the last visit."""


@dataclass(frozen=True, slots=True)
class State:
    """All that is kept of one reader in one briefing, each part in its order."""

    notes: tuple[Note, ...] = ()
    marks: tuple[Mark, ...] = ()
    taken: tuple[Taken, ...] = ()
    visits: tuple[Visit, ...] = ()
    commands: tuple[str, ...] = ()
    """Lines typed, oldest first, 1000 at most."""
    place: dict[str, Any] | None = None
    """The last snapshot given to `later`; None when there is none."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why state is not kept, or not whole, for the program to put into words."""

    code: str
    """What is the matter:

    - `homeless`: no folder for state is known. Kept until the program ends, not longer.
    - `unwritable`: there is no state, and none can be made. Kept until the program ends; or, after a write that
      failed, this one change is not kept.
    - `read-only`: the state was read and can't be changed. Changes are kept until the program ends.
    - `newer`: the state was made by a later version; otherwise as `read-only`.
    - `unreadable`: there is state that can be neither read nor set aside. Kept until the program ends.
    - `damaged`: the state made no sense, and stands aside under the name in `kept`; a new one was begun.
    - `full`, `busy`: no space; another program held the state for too long. This one change is not kept.
    """
    values: dict[str, str] = field(default_factory=dict)
    """What a sentence about it may name: `path`, `reason` (in English), `kept` (a path), `version`."""


class NotKeptError(Exception):
    """A change that is not on disk. What was there before still is."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(f"{trouble.code}: {trouble.values}")
        self.trouble = trouble
