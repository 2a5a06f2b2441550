"""How well lines of Thai end: measured on text whose true word boundaries are known.

    python benchmarks/thai_breaks.py GOLD.json [--width 40] [--with prepared|light] [--offsets]
    python benchmarks/thai_breaks.py GOLD.json --compare

GOLD.json is a list of objects with `text` and `bounds`, the offsets at which its words end. A line end is bad when it
falls inside a word, unless both parts are words elsewhere in the set, or the first part leans on what follows (การ ความ
ไม่ ที่ …). Ends at a space are never bad, and neither are cuts inside a word that is wider than the line. Slack is the
mean number of empty cells at the end of all lines but the last of each text. A cluster is torn when a line begins with
a mark, a vowel that belongs to the consonant before it, or anything else inside a grapheme cluster.

`prepared` needs the extra `thai`.
"""

import argparse
import json
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate, pairwise
from pathlib import Path

from kzterm.text.breaks import Breaker, places
from kzterm.text.breaks_light import light_breaks
from kzterm.text.breaks_prepare import Preparer
from kzterm.text.cells import cell_width, clusters
from kzterm.text.thai import IN_NEED, LEANING
from kzterm.text.wrap import Span, wrap

Breaks = Callable[[str], Mapping[int, int]]


@dataclass(frozen=True)
class Text:
    """A text of the gold set."""

    text: str
    ends: tuple[int, ...]
    """Where its words end, the beginning and the end of the text among them."""

    def word_at(self, offset: int) -> tuple[int, int]:
        """The word that an offset is inside of."""
        return self.ends[bisect_left(self.ends, offset) - 1], self.ends[bisect_right(self.ends, offset)]


@dataclass(frozen=True)
class Result:
    """What one arrangement did at one width."""

    lines: int
    bad: int
    torn: int
    slack: float

    def __str__(self) -> str:
        return f"{1000 * self.bad / self.lines:6.1f} bad per 1,000   {self.slack:5.2f} slack   {self.torn} torn"


def read_gold(path: Path) -> list[Text]:
    """The texts of a gold file."""
    found = []
    for entry in json.loads(path.read_text("utf-8")):
        ends = {0, *entry["bounds"], len(entry["text"])}
        found.append(Text(entry["text"], tuple(sorted(ends))))
    return found


def measure(gold: Sequence[Text], breaks: Breaks, width: int) -> Result:
    """Wrap every text and judge every line end."""
    words = {text.text[start:end] for text in gold for start, end in pairwise(text.ends)}
    count = bad = torn = 0
    slacks = []
    for text in gold:
        lines = wrap(text.text, width, breaks(text.text))
        count += len(lines)
        edges = set(accumulate(len(cluster) for cluster in clusters(text.text)))
        for (start, end), (after, _) in pairwise(lines):
            slacks.append(width - cell_width(text.text[start:end]))
            torn += end not in edges or (after != end and after not in edges)
            bad += _bad(text, end, after, words, width)
    return Result(count, bad, torn, sum(slacks) / max(len(slacks), 1))


def _bad(text: Text, end: int, after: int, words: set[str], width: int) -> bool:
    if after != end or end in text.ends:
        return False
    start, stop = text.word_at(end)
    first, second = text.text[start:end], text.text[end:stop]
    if cell_width(first + second) > width or first in LEANING:
        return False
    return not (first in words and second in words)


# Arrangements


def light() -> Breaks:
    """What a reader has for text that nobody prepared."""
    return Breaker()


def prepared() -> Breaks:
    """What `kzterm breaks` writes."""
    mark = Preparer(()).mark
    return _ByRun(lambda run: places(mark(run)))


class _ByRun(Breaker):
    """A breaker whose runs are broken by a function."""

    def __init__(self, inside: Callable[[str], Mapping[int, int]]) -> None:
        super().__init__()
        self._inside = cache(inside)

    def inside(self, run: str) -> Mapping[int, int]:
        """As the function says."""
        return self._inside(run)


def segmenters() -> dict[str, Callable[[str], Iterable[int]]]:
    """Where each segmenter that is installed sees words end in a run."""
    found: dict[str, Callable[[str], Iterable[int]]] = {
        "BudouX": lambda run: (at for at, price in light_breaks(run).items() if price < IN_NEED)
    }
    try:
        from pythainlp.tokenize import word_tokenize
        from pythainlp.tokenize.deepcut import segment as deepcut

        found["newmm"] = lambda run: accumulate(map(len, word_tokenize(run, engine="newmm")))
        found["deepcut"] = lambda run: accumulate(map(len, deepcut(run)))
    except ImportError as missing:
        print(f"without pythainlp: {missing}", file=sys.stderr)
    try:
        import thaibreak

        found["thaibreak"] = lambda run: accumulate(map(len, thaibreak.words(run)))
    except ImportError as missing:
        print(f"without thaibreak: {missing}", file=sys.stderr)
    return found


ARRANGEMENTS = (
    ("BudouX",), ("thaibreak",), ("newmm",), ("deepcut",),
    ("newmm", "BudouX"), ("newmm", "deepcut"), ("deepcut", "BudouX"), ("deepcut", "thaibreak"),
    ("deepcut", "thaibreak", "BudouX"), ("deepcut", "newmm", "thaibreak"), ("deepcut", "newmm", "BudouX"),
    ("deepcut", "newmm", "BudouX", "thaibreak"),
)  # fmt: skip


def compare(gold: Sequence[Text], width: int) -> None:
    """Print one line for each arrangement: breaks where all of its segmenters agree, at no cost."""
    at_hand = segmenters()

    @cache
    def votes(name: str, run: str) -> frozenset[int]:
        return frozenset(at_hand[name](run))

    def agreed(names: Sequence[str], run: str) -> dict[int, int]:
        return dict.fromkeys(frozenset.intersection(*(votes(name, run) for name in names)), 0)

    for names in ARRANGEMENTS:
        if all(name in at_hand for name in names):
            result = measure(gold, _ByRun(partial(agreed, names)), width)
            print(f"{' ∧ '.join(names):42}{result}")
    print(f"{'light: BudouX, its sums as costs':42}{measure(gold, light(), width)}")


def main() -> None:
    """Read the arguments and print what was measured."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", type=Path, metavar="GOLD.json")
    parser.add_argument("--width", type=int, default=40, help="cells a line (default: 40)")
    parser.add_argument("--with", dest="breaks", choices=("prepared", "light"), default="prepared")
    parser.add_argument("--offsets", action="store_true", help="one JSON list for each text: where its lines end")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="also print the N most frequent bad ends")
    parser.add_argument("--compare", action="store_true", help="a table of arrangements")
    options = parser.parse_args()
    gold = read_gold(options.gold)
    if options.compare:
        compare(gold, options.width)
        return
    breaks = prepared() if options.breaks == "prepared" else light()
    if options.offsets:
        for text in gold:
            print(json.dumps([end for _, end in wrap(text.text, options.width, breaks(text.text))]))
        return
    print(f"{options.breaks} breaks, {options.width} cells: {measure(gold, breaks, options.width)}")
    if options.worst:
        for word, count in worst(gold, breaks, options.width).most_common(options.worst):
            print(f"{count:5} {word}")


def worst(gold: Sequence[Text], breaks: Breaks, width: int) -> Counter[str]:
    """The words that were broken, with `|` where."""
    words = {text.text[start:end] for text in gold for start, end in pairwise(text.ends)}
    found: Counter[str] = Counter()
    for text in gold:
        lines: list[Span] = wrap(text.text, width, breaks(text.text))
        for (_, end), (after, _) in pairwise(lines):
            if _bad(text, end, after, words, width):
                start, stop = text.word_at(end)
                found[f"{text.text[start:end]}|{text.text[end:stop]}"] += 1
    return found


if __name__ == "__main__":
    main()
