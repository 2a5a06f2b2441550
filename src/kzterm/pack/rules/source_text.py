"""The text of a source as a person has it at hand, to be held against a briefing."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kzterm.model.briefing import Source
from kzterm.pack.rules.marks import marked

MOST_BYTES = 8 * 1024 * 1024
"""Of one file."""

_SPACE = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_NIKHAHIT_AA = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_MARKS = str.maketrans("“”„‘’", '"""\'\'')
_BLANK = re.compile(r"\n[^\S\n]*\n")


class SourceFileError(Exception):
    """A file that cannot be read as a text; its message says why."""


def squeezed(text: str) -> str:
    """The text as it is compared: without any space (copies have stray ones inside words), composed one way."""
    text = unicodedata.normalize("NFC", _SPACE.sub("", text)).translate(_MARKS)
    return _NIKHAHIT_AA.sub("\\1\u0e33", text)


@dataclass(frozen=True)
class SourceText:
    """The paragraphs of a source."""

    path: Path
    paragraphs: tuple[str, ...]
    first: int | None
    """Number of the first paragraph; None when the source does not count them, or this file has another count."""

    def numbered(self, para: int) -> str | None:
        """A paragraph, squeezed; the whole text when paragraphs are not counted; None when there is no such one."""
        if self.first is None:
            return self.whole
        at = para - self.first
        return self._squeezed[at] if 0 <= at < len(self._squeezed) else None

    @cached_property
    def whole(self) -> str:
        """All of it, squeezed."""
        return "".join(self._squeezed)

    @cached_property
    def _squeezed(self) -> tuple[str, ...]:
        return tuple(squeezed(paragraph) for paragraph in self.paragraphs)

    def where(self, words: str) -> list[int]:
        """Numbers of the paragraphs that hold these words; none when paragraphs are not counted."""
        if self.first is None:
            return []
        return [at for at, text in enumerate(self._squeezed, self.first) if holds(text, words)]


def read_source(path: Path, source: Source) -> tuple[SourceText, int | None]:
    """The text in a file, and how many paragraphs it has where that is not what the briefing says; else None.

    A paragraph is a line that is not empty; or, where only that gives the right count, what stands between empty lines.
    Raises SourceFileError.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceFileError(f"byte {error.start} is not UTF-8") from error
    except (OSError, ValueError) as error:
        raise SourceFileError(getattr(error, "strerror", None) or str(error)) from error
    if len(data) > MOST_BYTES:
        raise SourceFileError(f"it is larger than {MOST_BYTES // 2**20} MB")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = tuple(line for line in text.split("\n") if squeezed(line))
    if not lines:
        raise SourceFileError("there is no text in it")
    if source.first_paragraph is None or source.last_paragraph is None:
        return SourceText(path, lines, None), None
    count = source.last_paragraph - source.first_paragraph + 1
    blocks = tuple(block for block in _BLANK.split(text) if squeezed(block))
    for paragraphs in (lines, blocks):
        if len(paragraphs) == count:
            return SourceText(path, paragraphs, source.first_paragraph), None
    return SourceText(path, lines, None), len(lines)


def holds(text: str, words: str) -> bool:
    """Whether a squeezed text holds all fragments of these words, in order; ` … ` joins fragments."""
    cursor = 0
    for fragment in words.split(" … "):
        wanted = squeezed(fragment)
        at = text.find(wanted, cursor)
        if at < 0:
            return False
        cursor = at + len(wanted)
    return True


def prints_in_marks(text: str, words: str) -> bool:
    """Whether a squeezed text holds these words inside quotation marks."""
    return any(holds(one.words, words) for one in marked(text))
