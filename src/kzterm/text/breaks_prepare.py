"""Breaks for whoever writes a briefing: three segmenters that have to agree.

They come with the extra `thai`. A wrong break is seen and a missing one is not, so a line may end only where every one
of them sees a word end, and never inside a name.
"""

from collections.abc import Callable, Iterable
from importlib.metadata import version

from kzterm.text.breaks import inside_names, marked
from kzterm.text.breaks_light import light_breaks
from kzterm.text.cells import cell_width

Segmenter = Callable[[str], list[str]]


class NoSegmentersError(Exception):
    """The extra `thai` is not installed; `args` name the missing module."""


class Preparer:
    """Marks runs. Loading the segmenters takes a second."""

    def __init__(self, names: Iterable[str], widest_whole: int) -> None:
        """`names` are runs of letters; those wider than so many cells may be broken in need.

        Raises NoSegmentersError.
        """
        try:
            from pythainlp.tokenize import word_tokenize
            from pythainlp.tokenize.deepcut import segment as deepcut
        except ImportError as missing:
            raise NoSegmentersError(missing.name or str(missing)) from missing
        self._segmenters: tuple[Segmenter, ...] = (deepcut, lambda run: word_tokenize(run, engine="newmm"))
        names = tuple(names)
        self._whole = tuple(name for name in names if cell_width(name) <= widest_whole)
        self._wide = tuple(name for name in names if cell_width(name) > widest_whole)

    def mark(self, run: str) -> str:
        """The run with signs where a line may end."""
        agreed = set(light_breaks(run))
        for segment in self._segmenters:
            agreed &= _ends(segment(run))
        whole = inside_names(run, self._whole)
        wide = inside_names(run, self._wide)
        return marked(run, agreed - whole - wide, (agreed & wide) - whole)


def _ends(words: list[str]) -> set[int]:
    found, at = set(), 0
    for word in words:
        at += len(word)
        found.add(at)
    return found


def made_with() -> str:
    """The packages and versions that the breaks depend on."""
    return ", ".join(f"{name} {version(name)}" for name in ("pythainlp", "onnxruntime", "budoux"))
