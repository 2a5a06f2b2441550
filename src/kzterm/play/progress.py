"""What a reader has done: frozen, and replaced at every turn, so that going back costs nothing."""

from dataclasses import dataclass, replace


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


@dataclass(frozen=True, slots=True)
class Question:
    """ "Which one?": the lines that answers stand for."""

    prompt: str
    answers: tuple[tuple[str, str], ...]
    """For each answer, its words and the line it submits."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that a turn may change."""

    place: Place
    past: tuple[Place, ...] = ()
    """Places behind, oldest first."""
    future: tuple[Place, ...] = ()
    """Places ahead after going back, nearest first."""
    seen: frozenset[str] = frozenset()
    """Ids of the scenes and cards opened so far."""
    lang: str = "en"
    both: bool = False
    question: Question | None = None

    def open(self, place: Place) -> "Progress":
        """Go to a place; what was ahead is forgotten."""
        if (place.scene, place.address) == (self.place.scene, self.place.address):
            return replace(self, question=None)
        return replace(
            self,
            place=place,
            past=(*self.past, self.place),
            future=(),
            seen=self.seen | {place.address},
            question=None,
        )

    def back(self) -> "Progress":
        """The place before, as it was left; itself at the beginning."""
        if not self.past:
            return self
        return replace(self, place=self.past[-1], past=self.past[:-1], future=(self.place, *self.future), question=None)

    def forward(self) -> "Progress":
        """The place that was left by going back; itself at the end."""
        if not self.future:
            return self
        return replace(self, place=self.future[0], past=(*self.past, self.place), future=self.future[1:], question=None)

    def looking(self, at: tuple[int, int], focus: str | None) -> "Progress":
        """The same, with the view of the open page remembered."""
        return replace(self, place=replace(self.place, at=at, focus=focus))
