"""Where words of Thai end as far as a small model can tell: for text that nobody prepared.

The model is BudouX's: weights of one, two and three letters around a place. BudouX itself breaks wherever their sum is
above zero and is often wrong about foreign names and compounds. Here the sum becomes a price, so that lines end at the
surest places, and at doubtful ones only when the alternative is a ragged margin.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from kzterm.text.cells import cell_width
from kzterm.text.thai import IN_NEED, NEVER_AFTER, NEVER_BEFORE, WIDEST_WHOLE

SURE = 3000
"""From this sum on a break is free."""

DOUBTFUL = 100
"""What one costs, in squared cells, where the sum is barely above zero."""

UNLIKELY = -1500
"""Down to this sum one is still better than none, where a stretch is too wide for its line."""

_WINDOWS = {
    "UW1": (-3, 1), "UW2": (-2, 1), "UW3": (-1, 1), "UW4": (0, 1), "UW5": (1, 1), "UW6": (2, 1),
    "BW1": (-2, 2), "BW2": (-1, 2), "BW3": (0, 2),
    "TW1": (-3, 3), "TW2": (-2, 3), "TW3": (-1, 3), "TW4": (0, 3),
}  # fmt: skip
"""For each group of weights, where its letters begin, counted from the place, and how many they are."""

_PADDING = "\0\0\0"


def light_breaks(run: str) -> dict[int, int]:
    """Offsets inside a run of Thai letters, with what a line that ends there costs."""
    groups, base = _model()
    padded = f"{_PADDING}{run}{_PADDING}"
    found: dict[int, int] = {}
    unlikely = []
    for at in range(1, len(run)):
        if run[at] in NEVER_BEFORE or run[at - 1] in NEVER_AFTER:
            continue
        total = base
        for start, end, weights in groups:
            total += weights.get(padded[at + start : at + end], 0)
        if total > 0:
            found[at] = max(0, round(DOUBTFUL * (1 - total / SURE)))
        elif total > UNLIKELY:
            unlikely.append(at)
    if unlikely:
        found.update(_in_need(run, found, unlikely))
    return found


def _in_need(run: str, found: Iterable[int], unlikely: Iterable[int]) -> dict[int, int]:
    """The unlikely places in stretches that may be wider than their line."""
    ends = [0, *sorted(found), len(run)]
    wide = [(start, end) for start, end in pairwise(ends) if cell_width(run[start:end]) > WIDEST_WHOLE]
    return {at: IN_NEED for at in unlikely if any(start < at < end for start, end in wide)}


@lru_cache(maxsize=1)
def _model() -> tuple[tuple[tuple[int, int, Mapping[str, int]], ...], float]:
    """The groups of weights, each with the ends of its window in a padded run, and the sum to start from."""
    from budoux import load_default_thai_parser

    model = load_default_thai_parser().model
    shift = len(_PADDING)
    groups = tuple((shift + _WINDOWS[name][0], shift + sum(_WINDOWS[name]), model[name]) for name in model)
    return groups, -sum(sum(group.values()) for group in model.values()) / 2
