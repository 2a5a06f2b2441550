"""How many terminal cells text takes, and where its grapheme clusters end.

Latin and Thai, which is nearly all there is, are measured here; anything else asks Rich, which carries the Unicode
tables, and is loaded only then.
"""

import re

SARA_AM = "\u0e33"
_THAI_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_SIMPLE = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0e01-\u0e3a\u0e3f-\u0e5b"
    "\u2010-\u2027\u2030-\u205e\u2070-\u209c\u2190-\u21ff\u2500-\u25fc]*"
)
_ZERO = re.compile(f"[{_THAI_MARKS}]")
_CLUSTER = re.compile(f"[^{_THAI_MARKS}{SARA_AM}]?[{_THAI_MARKS}{SARA_AM}]*", re.DOTALL)


def is_simple(text: str) -> bool:
    """Whether the text is Latin and Thai alone, with a few common signs."""
    return text.isascii() or _SIMPLE.fullmatch(text) is not None


def cell_width(text: str) -> int:
    """Cells the text takes on one line."""
    if text.isascii():
        return len(text)
    if _SIMPLE.fullmatch(text):
        return len(text) - len(_ZERO.findall(text))
    from rich.cells import cell_len

    return cell_len(text)


def clusters(text: str) -> list[str]:
    """The grapheme clusters of the text, in order: what a reader takes for one letter."""
    if text.isascii():
        return list(text)
    if _SIMPLE.fullmatch(text):
        return [cluster for cluster in _CLUSTER.findall(text) if cluster]
    from rich.cells import split_graphemes

    found: list[str] = []
    for start, end, _width in split_graphemes(text)[0]:
        if found and (text[start] == SARA_AM or _ZERO.match(text, start)):
            found[-1] += text[start:end]
        else:
            found.append(text[start:end])
    return found


def cut(text: str, width: int) -> str:
    """The longest beginning of the text, in whole clusters, that fits the width."""
    if cell_width(text) <= width:
        return text
    kept, used = [], 0
    for cluster in clusters(text):
        used += cell_width(cluster)
        if used > width:
            break
        kept.append(cluster)
    return "".join(kept)


def shorten(text: str, width: int) -> str:
    """The text on one line of at most this width, its loss shown by an ellipsis."""
    if cell_width(text) <= width:
        return text
    return cut(text, max(width - 1, 0)).rstrip() + "…" if width > 0 else ""
