"""Where lines may end inside Thai, which has no spaces between words.

What is known is known by run: letters of Thai in a row. A prepared run is the run itself with `|` wherever a line may
end, and with `¦` where one may only because what stands there is wider than the line.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from kzterm.text.cells import cell_width
from kzterm.text.thai import IN_NEED, THAI, WIDEST_WHOLE

_THAI_LETTER = "[\u0e01-\u0e3a\u0e40-\u0e4e]"
_THAI_WORD = "[\u0e01-\u0e2e\u0e40-\u0e44]"
"""What a word begins with."""

RUN = re.compile(f"{_THAI_LETTER}+")
"""Letters and marks of Thai in a row; digits are words of their own, as in any script."""

FREE_SIGN, IN_NEED_SIGN = "|", "¦"

SCRIPTS_MEET = 16
"""What it costs, in squared cells, to break between Thai and another script without a space between them."""

NAME_IN_TWO = 225
"""The same for the space between the words of a name."""

_MEET = re.compile(f"(?<={_THAI_LETTER})(?=[A-Za-z])|(?<=[A-Za-z)\\]}}”’»…⁰¹²³⁴⁵⁶⁷⁸⁹ๆ≈◇])(?={_THAI_WORD})")
_MEET_IN_NEED = re.compile(f"(?<=[-–—/])(?=[A-Za-z]|{_THAI_WORD})|(?<={_THAI_LETTER})(?=[0-9])")
_SIGNS = re.compile(f"([{FREE_SIGN}{IN_NEED_SIGN}])")
_MOST_KEPT = 2000


class Breaker:
    """Finds the places: those prepared, and in any other run those of the light model, but never inside a name."""

    def __init__(
        self,
        prepared: Mapping[str, str] | None = None,
        names: Callable[[], Iterable[str]] = tuple,
        interface: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """`names` is asked for only where nothing is prepared, `interface` for runs that are not among `prepared`."""
        self._prepared = {} if prepared is None else prepared
        self._names = names
        self._interface = interface
        self._known: dict[str, Mapping[int, int]] = {}

    def __call__(self, text: str) -> Mapping[int, int]:
        """Offsets in the text, with what a line that ends there costs in squared cells."""
        if not THAI.search(text):
            return {}
        found = {match.start(): IN_NEED for match in _MEET_IN_NEED.finditer(text)}
        found.update((match.start(), SCRIPTS_MEET) for match in _MEET.finditer(text))
        for match in RUN.finditer(text):
            start = match.start()
            for at, price in self.inside(match[0]).items():
                found[start + at] = price
        for name in self._several_words:
            at = text.find(name)
            while at >= 0:
                found.update((at + space.end(), NAME_IN_TWO) for space in re.finditer(" +", name))
                at = text.find(name, at + len(name))
        return found

    def inside(self, run: str) -> Mapping[int, int]:
        """Offsets inside one run, with their costs."""
        known = self._known.get(run)
        if known is None:
            marked = self._prepared.get(run) or self._interface().get(run)
            known = places(marked) if marked is not None else self._guessed(run)
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            self._known[run] = known
        return known

    def words(self, run: str) -> set[int]:
        """Offsets inside one run at which words begin as far as can be told, be they never so poor as ends of lines."""
        if run in self._prepared:
            return set(self.inside(run))
        from kzterm.text.breaks_light import light_breaks

        likely = {at for at, price in light_breaks(run).items() if price < IN_NEED}
        edges = {at for span in occurrences(run, self._whole) for at in span} - {0, len(run)}
        return (likely | edges) - inside_names(run, self._whole)

    def _guessed(self, run: str) -> Mapping[int, int]:
        if self._prepared and cell_width(run) <= WIDEST_WHOLE:
            return {}  # a label of the program, put together of several; hardly worth loading a model for
        from kzterm.text.breaks_light import light_breaks

        whole = inside_names(run, self._whole)
        return {at: price for at, price in light_breaks(run).items() if at not in whole}

    @cached_property
    def _several_words(self) -> tuple[str, ...]:
        """Names with a space in them."""
        return tuple(name for name in self._prepared or self._names() if " " in name and THAI.search(name))

    @cached_property
    def _whole(self) -> tuple[str, ...]:
        """Runs that are never broken: names, or what was prepared and found to have no break."""
        if self._prepared:
            return tuple(run for run in self._prepared if len(run) > 2 and self._prepared[run] == run)
        return tuple({run for name in self._names() for run in RUN.findall(name) if len(run) > 1})


def occurrences(run: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where names stand in a run: their ends, overlaps and all."""
    for name in names:
        at = run.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = run.find(name, at + 1)


def inside_names(run: str, names: Iterable[str]) -> set[int]:
    """Offsets inside an occurrence of a name."""
    return {at for start, end in occurrences(run, names) for at in range(start + 1, end)}


def places(marked: str) -> dict[int, int]:
    """The offsets of a prepared run, with their costs."""
    found = {}
    at = 0
    for part in _SIGNS.split(marked):
        if part == FREE_SIGN:
            found[at] = 0
        elif part == IN_NEED_SIGN:
            found[at] = IN_NEED
        else:
            at += len(part)
    return found


def marked(run: str, free: Collection[int], in_need: Collection[int]) -> str:
    """A run prepared: with signs at the offsets."""
    signs = {**dict.fromkeys(in_need, IN_NEED_SIGN), **dict.fromkeys(free, FREE_SIGN)}
    return "".join(signs.get(at, "") + letter for at, letter in enumerate(run))


def unmarked(line: str) -> str:
    """The run that a prepared one is of."""
    return line.replace(FREE_SIGN, "").replace(IN_NEED_SIGN, "")


def prepared(lines: Iterable[str]) -> dict[str, str]:
    """The prepared runs of a file, by the run itself; `#` begins a comment."""
    return {unmarked(line): line for line in lines if line and not line.startswith("#")}


LIGHT = Breaker()
"""Where nothing is prepared and no names are known."""
