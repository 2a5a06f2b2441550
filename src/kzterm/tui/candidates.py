"""What could be typed on, as lines of the screen."""

from collections.abc import Sequence

from kzterm.play.completion import common_start
from kzterm.text.cells import cell_width

_APART = "  "


def candidate_rows(lines: Sequence[str], width: int, most: int) -> tuple[str, ...]:
    """The lines without the words that all of them begin with, side by side in at most `most` rows.

    None is cut: what has no room is left out, and an ellipsis says so.
    """
    shared = common_start(lines).rfind(" ") + 1
    rows: list[str] = []
    for line in lines:
        words = line[shared:]
        longer = f"{rows[-1]}{_APART}{words}" if rows else words
        if rows and cell_width(longer) <= width - (2 if len(rows) == most else 0):
            rows[-1] = longer
        elif len(rows) < most:
            rows.append(words)
        else:
            rows[-1] += " …"
            break
    return tuple(rows)
