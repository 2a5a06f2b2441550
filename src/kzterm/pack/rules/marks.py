"""Double quotation marks in a text, and whether what stands between them is part of something quoted."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kzterm.text.fold import is_thai

_CLOSING = {'"': '"', "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』"}
"""What closes each opening mark. Single marks are left alone: apostrophes look like them."""

_MARK = re.compile('["“”„«»「」『』]')
_ELISION = re.compile(r"…|\.\.\.")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks."""

    start: int
    """Offset of the opening mark."""
    end: int
    """Offset after the closing mark, or after the text when there is none."""
    words: str
    """What stands between them."""


def marked(text: str) -> list[Marked]:
    """The stretches between double quotation marks, in order; one that is not closed goes on to the end."""
    found = []
    cursor = 0
    while opening := _MARK.search(text, cursor):
        closing = _CLOSING.get(opening[0], "")
        end = next((at for at in range(opening.end(), len(text)) if text[at] in closing), len(text))
        found.append(Marked(opening.start(), min(end + 1, len(text)), text[opening.end() : end]))
        cursor = end + 1
    return found


class Quotable:
    """Texts that may be quoted from."""

    def __init__(self, whole: Iterable[str] = (), parts: Iterable[str] = ()) -> None:
        """`whole` texts are quoted entirely or not at all; of `parts` some words may be taken."""
        self._whole = {_bare(text) for text in whole}
        self._parts = [_bare(text) for text in parts]

    def covers(self, words: str) -> bool:
        """Whether these words are quoted from here. Letters count; case, spaces in Thai and punctuation do not."""
        if _bare(words) in self._whole:
            return True
        return all(self._has(fragment) for fragment in _ELISION.split(words))

    def _has(self, fragment: str) -> bool:
        bare = _bare(fragment)
        if is_thai(bare):
            return any(bare.strip() in part for part in self._parts)
        return not bare.strip() or any(bare in part for part in self._parts)


def _bare(text: str) -> str:
    """Letters and digits alone, words between single spaces, without any space in and around Thai."""
    kept = []
    for letter in unicodedata.normalize("NFC", text).casefold():
        if unicodedata.category(letter)[0] in "LMN":
            kept.append(letter)
        elif letter not in "'’‘":
            kept.append(" ")
    words = " ".join("".join(kept).split())
    return words.replace(" ", "") if is_thai(words) else f" {words} "
