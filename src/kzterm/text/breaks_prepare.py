"""Breaks for whoever writes a briefing: three segmenters that have to agree.

They come with the extra `thai`. A wrong break is seen and a missing one is not, so a line may end only where every one
of them sees a word end, and never inside a name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from itertools import accumulate, pairwise

from kzterm.text.breaks import inside_names, marked, occurrences
from kzterm.text.breaks_light import light_breaks
from kzterm.text.cells import cell_width
from kzterm.text.thai import IN_NEED, WIDEST_WHOLE

_COMPOUNDS = ("ตะวันออก", "ตะวันตก")
"""Words that all segmenters take apart inside a longer name, and no reader does."""
_LONG_NAME = 7
"""Letters from which on a name is hardly part of another word, so that two segmenters are enough to begin or end it."""


class NoSegmentersError(Exception):
    """The extra `thai` is not installed; `args` name the missing module."""


def segmenters() -> Sequence[Callable[[str], list[str]]]:
    """From a run to its words, one function for each segmenter but the light one. Raises NoSegmentersError."""
    try:
        from pythainlp.tokenize import word_tokenize
        from pythainlp.tokenize.deepcut import segment as deepcut
    except ImportError as missing:
        raise NoSegmentersError(missing.name or str(missing)) from missing
    return deepcut, lambda run: word_tokenize(run, engine="newmm")


class Preparer:
    """Marks runs. Loading the segmenters takes a second."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` are runs of letters; wide ones may be broken in need. Raises NoSegmentersError."""
        self._segmenters = segmenters()
        names = tuple(names)
        self._whole = (*_COMPOUNDS, *(name for name in names if cell_width(name) <= WIDEST_WHOLE))
        self._wide = tuple(name for name in names if cell_width(name) > WIDEST_WHOLE)
        self._long = tuple(name for name in names if len(name) >= _LONG_NAME)

    def mark(self, run: str) -> str:
        """The run with signs where a line may end."""
        votes = Counter(at for at, price in light_breaks(run).items() if price < IN_NEED)
        for segment in self._segmenters:
            votes.update(accumulate(len(word) for word in segment(run)))
        edges = {edge for span in occurrences(run, self._long) for edge in span}
        kept = inside_names(run, self._whole)
        free = {at for at, count in votes.items() if count == 3 or (count == 2 and at in edges)}
        free -= kept | inside_names(run, self._wide)
        ends = [0, *sorted(free), len(run)]
        in_need = {
            at
            for start, end in pairwise(ends)
            if cell_width(run[start:end]) > WIDEST_WHOLE
            for at in range(start + 1, end)
            if votes[at] >= 2
        }
        return marked(run, free, in_need - kept)


def made_with() -> str:
    """The packages and versions that the breaks depend on."""
    return ", ".join(f"{name} {version(name)}" for name in ("pythainlp", "onnxruntime", "budoux"))
