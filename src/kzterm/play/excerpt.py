"""The words around a match: as written, in whole words, with the match between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from kzterm.model.briefing import Briefing
from kzterm.pages.line_ends import breaker
from kzterm.pages.view import View
from kzterm.play.search import Hit
from kzterm.play.words import SIGN, Spellings, told
from kzterm.text.breaks import RUN, Breaker
from kzterm.text.cells import clusters
from kzterm.text.matched import aligned

_BEFORE, _AFTER = 30, 40
"""Letters on each side of a match, at most."""
_MOST_MATCHES = 12
"""Of one spelling, that are looked at for the place where most words meet."""


class Excerpt(NamedTuple):
    """Words before the match, the match, and words after it; all empty when only a name matches."""

    before: str = ""
    match: str = ""
    after: str = ""


def excerpt(briefing: Briefing, hit: Hit, lang: str) -> Excerpt:
    """Where a hit's text holds most of what was looked for, in `lang` if it is there, else in another language."""
    for name in sorted(briefing.languages, key=lambda name: name != lang):
        written = _written(briefing, hit.ident, name, hit.tones)
        if span := _fullest(written.flat, hit.words):
            return _around(written, *span, breaker(briefing))
    return Excerpt()


class _Written(NamedTuple):
    """A text as its page shows it, and the same as it is searched."""

    text: str
    flat: str
    places: Sequence[int]
    """For each letter of `flat`, and for its end, the offset in `text` that it comes from."""


@lru_cache(maxsize=4096)
def _written(briefing: Briefing, ident: str, lang: str, tones: bool) -> _Written:
    item = briefing.find(ident)
    assert item is not None
    text = told(View(briefing, lang), item)
    folded, places = aligned(text, tones)
    return _Written(text, " " + SIGN.sub(" ", folded), [0, *places])


def _fullest(flat: str, words: Sequence[Spellings]) -> tuple[int, int] | None:
    """The first and last offset of the match from which on most words are near; None where there is none."""
    matches: list[tuple[int, int, int]] = []
    for number, group in enumerate(words):
        for spelling in group:
            at = flat.find(spelling)
            for _ in range(_MOST_MATCHES):
                if at < 0:
                    break
                matches.append((at, at + len(spelling), number))
                at = flat.find(spelling, at + 1)
    matches.sort()
    best, most = None, 0
    for start, end, _ in matches:
        near = {number for at, _, number in matches if start <= at <= start + _AFTER}
        if len(near) > most:
            best, most = (start + (flat[start] == " "), end), len(near)
    return best


def _around(written: _Written, start: int, end: int, breaks: Breaker) -> Excerpt:
    """A match, which is snapped to clusters, and what is around it."""
    text, places = written.text, written.places
    begin, stop = places[start], places[end]
    first = max(begin - 3 * _BEFORE, 0)
    edges = list(accumulate(map(len, clusters(text[first : stop + 3 * _AFTER])), initial=first))
    left, right = bisect_right(edges, begin) - 1, bisect_left(edges, stop)
    begin, stop = edges[left], edges[right]
    earliest = _word_from(text, edges[max(left - _BEFORE, 0)], begin, breaks)
    latest = _word_to(text, stop, edges[min(right + _AFTER, len(edges) - 1)], breaks)
    lead, after = "…" if earliest > 0 else "", text[stop:latest].rstrip()
    tail = "" if latest == len(text) else " …" if after.endswith((".", "!", "?")) else "…"
    return Excerpt(lead + text[earliest:begin].lstrip(), text[begin:stop], after + tail)


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
