"""The words around a match: as written, in whole words, with the match between them."""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from kzterm.model.briefing import Briefing
from kzterm.pages.line_ends import breaker
from kzterm.pages.view import View
from kzterm.play.search import Hit
from kzterm.play.words import written
from kzterm.text.breaks import RUN, Breaker
from kzterm.text.cells import clusters
from kzterm.text.fold import fold

_BEFORE, _AFTER = 30, 40
"""Letters on each side of a match, at most."""


class Excerpt(NamedTuple):
    """Words before the match, the match, and words after it; all empty when only a name matches."""

    before: str = ""
    match: str = ""
    after: str = ""


def excerpt(briefing: Briefing, hit: Hit, lang: str) -> Excerpt:
    """The first match in a hit's text, in `lang` if it is there, else in another language."""
    for name in sorted(briefing.languages, key=lambda name: name != lang):
        text, folded = _written(briefing, hit.ident, name)
        for spelling in (spelling for group in hit.words for spelling in group):
            at = folded.find(spelling)
            if at >= 0 and (found := _around(text, folded, spelling, at, breaker(briefing))):
                return found
    return Excerpt()


@lru_cache(maxsize=4096)
def _written(briefing: Briefing, ident: str, lang: str) -> tuple[str, str]:
    """The text of a thing as its page shows it, and the same folded."""
    item = briefing.find(ident)
    assert item is not None
    text = written(View(briefing, lang), item)
    return text, fold(text)


def _around(text: str, folded: str, spelling: str, near: int, breaks: Breaker) -> Excerpt | None:
    """A match and what is around it. Folding may have moved the match, so it is looked for near where it was found."""
    first = max(near - 3 * _BEFORE, 0)
    parts = clusters(text[first : near + len(spelling) + 3 * _AFTER])
    edges = list(accumulate(map(len, parts), initial=first))
    if len(folded) == len(text) and fold(text[near : near + len(spelling)]) == spelling:
        left, right = bisect_right(edges, near) - 1, bisect_left(edges, near + len(spelling))
    elif found := _clusters_of(parts, spelling):
        left, right = found
    else:
        return None
    start, end = edges[left], edges[right]
    earliest = _word_from(text, edges[max(left - _BEFORE, 0)], start, breaks)
    latest = _word_to(text, end, edges[min(right + _AFTER, len(parts))], breaks)
    lead, tail = "…" if earliest > 0 else "", "…" if latest < len(text) else ""
    return Excerpt(lead + text[earliest:start].lstrip(), text[start:end], text[end:latest].rstrip() + tail)


def _clusters_of(parts: list[str], spelling: str) -> tuple[int, int] | None:
    """The first of the clusters that a folded match consists of, and the one after its last."""
    folded: list[str] = []
    owner: list[int] = []
    for index, part in enumerate(parts):
        piece = " " if part.isspace() else fold(part)
        folded.append(piece)
        owner.extend([index] * len(piece))
    at = "".join(folded).find(spelling)
    return None if at < 0 else (owner[at], owner[at + len(spelling) - 1] + 1)


def _word_from(text: str, earliest: int, start: int, breaks: Breaker) -> int:
    """Where the first word that begins at `earliest` or later does so; `earliest` where none does before `start`."""
    space = text.find(" ", max(earliest - 1, 0), start)
    places = [at for at in _inside_run(text, earliest, breaks) if at >= earliest]
    if space >= 0:
        places.append(space + 1)
    return earliest if earliest == 0 else min((at for at in places if at < start), default=earliest)


def _word_to(text: str, end: int, latest: int, breaks: Breaker) -> int:
    """Where the last word that ends at `latest` or before does so; `latest` where none does after `end`."""
    space = text.rfind(" ", end, latest + 1)
    places = [at for at in _inside_run(text, latest, breaks) if at <= latest]
    if space >= 0:
        places.append(space)
    return latest if latest == len(text) else max((at for at in places if at > end), default=latest)


def _inside_run(text: str, offset: int, breaks: Breaker) -> list[int]:
    """Where words end in the run of Thai around an offset: its ends, and the breaks inside it."""
    for match in RUN.finditer(text):
        if match.end() >= offset:
            start = match.start()
            inside = [start + at for at in breaks.inside(match[0])]
            return [start, *inside, match.end()] if start <= offset else []
    return []
