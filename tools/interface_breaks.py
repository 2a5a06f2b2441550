"""Prepare where lines of the Thai interface may end, as `kzterm breaks` does for a briefing. Needs the extra `thai`.

python tools/interface_breaks.py
"""

import messages

from kzterm.catalogue import BREAKS
from kzterm.text.breaks_prepare import Preparer, made_with

HEAD = """\
# Where lines of the Thai interface may end: | between words, ¦ only inside what is wider than the line.
# Written by tools/interface_breaks.py with {tools}.
"""


def main() -> None:
    """Write the file anew."""
    runs = messages.runs(messages.updated(BREAKS.with_suffix(".po")))
    preparer = Preparer(())
    BREAKS.write_text(HEAD.format(tools=made_with()) + "\n".join(map(preparer.mark, runs)) + "\n", "utf-8")
    print(f"{BREAKS}: {len(runs)} runs")


if __name__ == "__main__":
    main()
