"""Where folded words stand in a text as it is written."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from kzterm.text.cells import clusters
from kzterm.text.fold import TONES, fold


def aligned(text: str, tones: bool = True) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its letters, and for its end, the offset in `text` that it comes from.

    Without `tones`, Thai tone marks are left out.
    """
    if not tones:
        folded, places = aligned(text)
        kept = [at for at, letter in enumerate(folded) if letter not in TONES]
        return "".join(folded[at] for at in kept), [*(places[at] for at in kept), len(text)]
    folded = fold(text)
    if len(folded) == len(text):
        return folded, range(len(text) + 1)
    # Folding has changed lengths, which it does in few letters of few texts: fold one by one.
    pieces, places = [], []
    found = clusters(text)
    for cluster, start in zip(found, accumulate(map(len, found), initial=0), strict=False):
        pieces.append(" " if cluster.isspace() else fold(cluster))
        places.extend([start] * len(pieces[-1]))
    return "".join(pieces), [*places, len(text)]


def matched(text: str, words: Iterable[str], tones: bool = True) -> list[tuple[int, int]]:
    """The stretches of the text, in whole clusters, that the folded words match first; none of them overlap.

    A word that begins with a space is looked for at the beginning of words only. Without `tones`, words without tone
    marks match those with any.
    """
    folded, places = aligned(text, tones)
    spans = sorted(span for word in words if (span := _first(folded, word)) is not None)
    if not spans:
        return []
    edges = range(len(text) + 1) if text.isascii() else list(accumulate(map(len, clusters(text)), initial=0))
    found: list[tuple[int, int]] = []
    for first, last in spans:
        start = edges[bisect_right(edges, places[first]) - 1]
        end = edges[bisect_left(edges, max(places[last], places[last - 1] + 1))]
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _first(folded: str, word: str) -> tuple[int, int] | None:
    """Where a word stands first, its end with it; None where it does not."""
    bare = word.strip()
    at = folded.find(bare) if bare else -1
    while at > 0 and word[0] == " " and folded[at - 1].isalnum():
        at = folded.find(bare, at + 1)
    return None if at < 0 else (at, at + len(bare))
