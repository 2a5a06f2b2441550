"""Folding: two spellings that a reader takes for the same become the same string."""

import re
import unicodedata

_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f]")
_NIKHAHIT_AA = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_MARK_ORDER = re.compile("([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e3a])")
TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
"""The marks that a forgiving comparison leaves out."""
_SIGNS = str.maketrans("๐๑๒๓๔๕๖๗๘๙’‘“”–—‐", "0123456789''\"\"---")
_THAI = re.compile("[\u0e01-\u0e5b]")
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """The text as it is compared: composed, case-folded, Thai spelled one way, Arabic digits, single spaces."""
    text = unicodedata.normalize("NFC", text).casefold()
    if text.isascii():
        return _SPACES.sub(" ", text).strip()
    text = _ZERO_WIDTH.sub("", text).translate(_SIGNS)
    text = text.replace("เเ", "แ")
    text = _MARK_ORDER.sub(r"\2\1", text)
    text = _NIKHAHIT_AA.sub("\\1\u0e33", text)
    return _SPACES.sub(" ", text).strip()


def without_tones(folded: str) -> str:
    """A folded text without its Thai tone marks, for the forgiving comparison."""
    for tone in TONES:
        folded = folded.replace(tone, "")
    return folded


def is_thai(text: str) -> bool:
    """Whether any letter is Thai."""
    return _THAI.search(text) is not None
