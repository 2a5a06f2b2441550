"""What a reader has done: frozen, and replaced at every turn, so that going back and undoing cost nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kzterm.config.settings import Settings

EARLIER = -1
"""Stands for the turn of what was seen in an earlier session."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and how far down it the reader was."""

    scene: str
    """Id of the scene the reader stands in."""
    address: str
    """Id of what is open (the scene itself, a card), or a page of the program such as `:help`."""
    at: tuple[int, int] = (0, 0)
    """First visible block, and lines of it scrolled past."""
    focus: str | None = None
    """Line of the focused link."""

    def same_page(self, other: "Place") -> bool:
        """Whether it is the same page, however it is looked at."""
        return (self.scene, self.address) == (other.scene, other.address)


@dataclass(frozen=True, slots=True)
class Note:
    """A reader's own words."""

    id: int
    """Counts up; never used again."""
    text: str
    scene: str
    """Where it was written."""
    address: str
    """What was open."""


@dataclass(frozen=True, slots=True)
class Question:
    """ "Which one?": the lines that answers stand for."""

    prompt: str
    answers: tuple[tuple[str, str], ...]
    """For each answer, its words and the line it submits."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What the next line may refer to; forgotten unless a command sets it again."""

    question: Question | None = None
    verb: str | None = None
    """A verb that was typed without its noun."""
    failed: tuple[str, str] | None = None
    """A line that was not understood, and the words in it that `oops` replaces."""
    peeked: str = ""
    """Id of what is shown over the open page, or the address of such a page; "" when nothing is."""


NOTHING_PENDING = Pending()


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that a turn may change."""

    place: Place
    past: tuple[Place, ...] = ()
    """Places behind, oldest first."""
    future: tuple[Place, ...] = ()
    """Places ahead after going back, nearest first."""
    seen: Mapping[str, int] = field(default_factory=dict)
    """Ids of what has been opened, with the turn it was first opened at, or EARLIER."""
    turn: int = 0
    """Commands so far in this session."""
    lang: str = "en"
    both: bool = False
    settings: Settings = field(default_factory=Settings)
    taken: tuple[str, ...] = ()
    """Ids picked up, in order."""
    notes: tuple[Note, ...] = ()
    marks: tuple[Place, ...] = ()
    """Bookmarks, in order."""
    trail: str | None = None
    steps: Mapping[str, int] = field(default_factory=dict)
    """For each trail begun, the step that was reached, counted from 0."""
    it: tuple[str, ...] = ()
    """Ids that `it` and `them` mean."""
    last: str = ""
    """The command that `again` repeats."""
    left: Place | None = None
    """Where the last session ended."""
    pending: Pending = NOTHING_PENDING

    def open(self, place: Place) -> "Progress":
        """Go to a place; what was ahead is forgotten."""
        seen = self.seen if place.address in self.seen else {**self.seen, place.address: self.turn}
        if place.same_page(self.place):
            return replace(self, seen=seen)
        return replace(self, place=place, past=(*self.past, self.place), future=(), seen=seen)

    def back(self) -> "Progress":
        """The place before, as it was left; itself at the beginning."""
        if not self.past:
            return self
        return replace(self, place=self.past[-1], past=self.past[:-1], future=(self.place, *self.future))

    def forward(self) -> "Progress":
        """The place that was left by going back; itself at the end."""
        if not self.future:
            return self
        return replace(self, place=self.future[0], past=(*self.past, self.place), future=self.future[1:])

    def looking(self, at: tuple[int, int], focus: str | None) -> "Progress":
        """The same, with the view of the open page remembered."""
        return replace(self, place=replace(self.place, at=at, focus=focus))

    def peeking(self, address: str, card: bool) -> "Progress":
        """The same with a page shown over the open one, or ("") none any more; a `card` is what `it` means then."""
        pending = replace(self.pending, peeked=address)
        return replace(self, pending=pending, it=(address,) if card else self.it)

    def kept(self) -> tuple[object, ...]:
        """What the reader keeps."""
        return (self.taken, self.notes, self.marks)

    def keeping(self, other: "Progress") -> "Progress":
        """The same place with what another keeps."""
        return replace(self, taken=other.taken, notes=other.notes, marks=other.marks)

    def lasting(self) -> tuple[object, ...]:
        """What `undo` would bring back: everything but the turn count, the view and what is pending."""
        return (
            self.place.scene,
            self.place.address,
            len(self.past),
            len(self.future),
            self.lang,
            self.both,
            self.settings,
            self.taken,
            self.notes,
            self.marks,
            self.trail,
            dict(self.steps),
        )
