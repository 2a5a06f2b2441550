"""Where folded words stand in a text as it is written."""

from collections.abc import Iterable

from kzterm.text.cells import clusters
from kzterm.text.fold import fold


def matched(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """The stretches of the text, in whole clusters, that the folded words match first; none of them overlap.

    A word that begins with a space is looked for at the beginning of words only.
    """
    folded, owner, starts, at = "", [], [], 0
    for number, cluster in enumerate(clusters(text)):
        piece = " " if cluster.isspace() else fold(cluster)
        folded += piece
        owner.extend([number] * len(piece))
        starts.append(at)
        at += len(cluster)
    starts.append(at)
    found: list[tuple[int, int]] = []
    for first, last in sorted(_first(folded, word) for word in words):
        if first >= 0:
            start, end = starts[owner[first]], starts[owner[last - 1] + 1]
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
    return found


def _first(folded: str, word: str) -> tuple[int, int]:
    """Where a word stands first; -1 where it does not."""
    bare = word.strip()
    at = folded.find(bare) if bare else -1
    while at > 0 and word[0] == " " and folded[at - 1].isalnum():
        at = folded.find(bare, at + 1)
    return at, at + len(bare)
