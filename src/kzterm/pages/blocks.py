"""The small alphabet between the engine and the front ends.

A page is a title, blocks, panels and a tail. Front ends decide where panels stand and what styles look like; they
never decide what is said.
"""

from dataclasses import dataclass, field
from typing import Literal

from kzterm.text.breaks import LIGHT, Breaker

Style = Literal[
    "text", "strong", "emphasis", "dim", "heading", "scenery", "quote", "claim", "judgement", "caveat", "key", "cite"
]
"""What a run of text is; each front end has one look for each."""


@dataclass(frozen=True, slots=True)
class Link:
    """Something that can be followed: by Enter, by a click, or by typing its line."""

    line: str
    """The typed line that following it submits."""
    target: str
    """Id of what it leads to; "" for a page of the program itself."""
    stop: bool = True
    """Whether Tab stops here; citations are reached by other means."""
    boxed: bool = False
    """Whether a box is drawn round it, so that it needs no underline."""
    fill: bool = False
    """Whether the line is put on the prompt to be gone on with, and not submitted."""
    beyond: tuple[str, ...] = ()
    """Of a box of a map, the directions of the ways on from it that are not drawn."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style, perhaps a link."""

    text: str
    style: Style = "text"
    link: Link | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the page's own, or one inside it, which stands close to what follows."""

    text: str
    title: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `lead` stands before it and the text hangs from its width."""

    runs: Runs
    lead: str = ""
    indent: int = 0
    """Cells from the left edge."""
    tight: bool = False
    """No empty line before it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One numbered way on."""

    number: int
    key: str
    """What else may be typed: a direction, or ""."""
    runs: Runs


@dataclass(frozen=True, slots=True)
class Choices:
    """Numbered ways on: exits, or the answers to "Which one?"."""

    items: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value pairs, one a line."""

    rows: tuple[tuple[str, Runs], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """The same paragraph in two languages: side by side where there is room, else one after the other."""

    first: Runs
    second: Runs
    lead: str = ""
    other: str = ""
    """The language of the second."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a timeline: what happened hangs beside when."""

    when: tuple[str, ...]
    """From the coarsest down: a year and its day, or a phrase alone; "" for what the entry before has said already.

    A line feed begins another line.
    """
    columns: tuple[int, ...]
    """Cells for each part of `when`; their sum is the same all down a page, so that the words share one edge."""
    runs: Runs
    under: Runs = ()
    """What stands on lines of its own below."""


BarEnd = Literal["flat", "open", "closed", "vague"]
"""How far a number reaches: just so far, on past the end, no further, or about so far."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One number drawn to scale, under the line that says it in words."""

    runs: Runs
    share: float
    """Length as a part of the longest bar, 0 to 1."""
    end: BarEnd


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers of one unit and kind, drawn to one scale."""

    items: tuple[Bar, ...]
    ends: tuple[tuple[BarEnd, str], ...] = ()
    """What the ends of these bars mean, in words."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Groups of blocks beside each other where there is room, else one after the other."""

    groups: tuple[tuple["Block", ...], ...]


MapState = Literal["here", "seen", "new"]
"""What a scene on a map is to the reader: where they are, read, or not yet read."""


@dataclass(frozen=True, slots=True)
class MapBox:
    """A scene on a map."""

    title: str
    link: Link
    """Its target is the scene's id."""
    state: MapState
    stop: str
    """Its numbers on the reader's trail: "3", "3,7", or ""."""


@dataclass(frozen=True, slots=True)
class MapWay:
    """A way between two scenes of a map, by their numbers in it."""

    start: int
    end: int
    out: str
    """Direction of the exit at the start."""
    back: str
    """Direction of the exit at the end that leads back; "" when there is none."""
    led: bool = False
    """Whether the reader's trail leads along it from one stop to the next."""


@dataclass(frozen=True, slots=True)
class MapCircle:
    """What may be drawn together: the nearest scenes."""

    boxes: int
    """How many, counted from the nearest."""
    runs: Runs
    """What is said when only these are drawn; empty for all of them."""
    below: Runs = ()
    """The ways from the middle of the map that are not drawn, as links under it; empty where all are."""


@dataclass(frozen=True, slots=True)
class Map:
    """Scenes and the ways between them: drawn where there is room, else told in words."""

    boxes: tuple[MapBox, ...]
    """Nearest first."""
    ways: tuple[MapWay, ...]
    start: str
    """Id of the scene that the whole map is drawn from."""
    circles: tuple[MapCircle, ...]
    """Everything, then ever fewer; the first for which there is room is drawn."""
    counted: str
    """How much has been read, said before everything else."""
    legend: tuple[tuple[str, str], ...]
    """Marks and their meanings; the mark of a state goes by the state's name."""
    words: tuple[Para, ...]
    """The same, one scene a line."""


Block = Heading | Para | Choices | Facts | Pair | Entry | Bars | Columns | Map


@dataclass(frozen=True, slots=True)
class Panel:
    """A titled group beside the text or, on a narrow screen, below it."""

    title: str
    blocks: tuple[Block, ...]
    count: int
    """How many entries it has, for the status line."""
    noun: str
    """What is counted, already in the reader's language and number: "quotes"."""
    line: str = ""
    """The typed line that opens it as a page of its own; "" when there is none."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader sees at one moment."""

    address: str
    """What brought it here: an id, or a page of the program such as `:help`."""
    title: str
    blocks: tuple[Block, ...]
    panels: tuple[Panel, ...] = ()
    tail: tuple[Block, ...] = ()
    """What closes the page after its panels: things to examine and exits."""
    breaks: Breaker = field(default=LIGHT, compare=False, repr=False)
    """Where its lines may end in text without spaces."""
