"""How long a key takes until the screen shows what it did, in multiples of a minimal Textual program's key.

    python benchmarks/keys.py [-n 15]

"First" is when the first byte of the answer arrives, "last" when the last one does. Leaving is timed as well.
"""

import argparse
import shutil
import sys
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from statistics import median

from terminals import KZTERM, Terminal, scratch

COUNTER = """\
from textual.app import App
from textual.widgets import Static

class Counter(App):
    BINDINGS = [("x", "count")]
    count = 0

    def compose(self):
        yield Static("Counted 0")

    def action_count(self):
        self.count += 1
        self.query_one(Static).update(f"Counted {self.count}")

Counter().run()
"""

KEYS = {
    "scene: Alt-→ and Alt-←": [b"\x1b[1;3D", b"\x1b[1;3C"],
    "next link: Tab": [b"\t"],
    "scroll: ↓ ↑": [b"\x1b[B", b"\x1b[A"],
    "a letter typed": [b"r", b"\x7f"],
    "Esc": [b"\x1b"],
}


SEARCHES = ("pipeline", "uranium", "umarov", "language", "nuclear", "sanctions", "gas", "january")
"""Typed letter by letter, so that no two searches are the same."""


def times(terminal: Terminal, keys: Iterable[bytes]) -> tuple[float, float]:
    """Medians of the first and the last byte of an answer, in ms; keys without any answer do not count."""
    firsts, lasts = [], []
    for key in keys:
        found = terminal.key(key)
        if found:
            firsts.append(found[0][0] * 1000)
            lasts.append(found[-1][0] * 1000)
    return (median(firsts), median(lasts)) if firsts else (0.0, 0.0)


def first_letters(terminal: Terminal) -> Iterator[bytes]:
    """The first letter of each search, which the results take the place of the page for."""
    for words in SEARCHES:
        terminal.key(b"/")
        yield words[:1].encode()
        terminal.key(b"\x1b")


def letters(terminal: Terminal) -> Iterator[bytes]:
    """The letters of each search after its first."""
    for words in SEARCHES:
        terminal.key(b"/" + words[:1].encode())
        for letter in words[1:]:
            yield letter.encode()
        terminal.key(b"\x1b")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how fast kzterm answers keys.")
    parser.add_argument("-n", type=int, default=15, help="presses of each")
    options = parser.parse_args()
    home = scratch()
    try:
        counter = Terminal([sys.executable, "-c", COUNTER], home)
        counter.rest()
        least, last = times(counter, [b"x"] * options.n)
        leave = counter.quit()
        print(f"{'Textual, a counter':28}{least:7.1f}{last:7.1f} ms   1.0 ×   leaving {leave * 1000:.0f} ms")
        kzterm = Terminal([*KZTERM, "--lang", "en"], home)
        kzterm.rest()
        for line in (b"go bazaar\r", b"go baku-port\r"):
            kzterm.key(line)
        for name, keys in KEYS.items():
            first, last = times(kzterm, islice(cycle(keys), options.n))
            print(f"{name:28}{first:7.1f}{last:7.1f} ms{last / least:6.1f} ×")
        for name, typed in {"a search: the first letter": first_letters, "a search: the others": letters}.items():
            first, last = times(kzterm, typed(kzterm))
            print(f"{name:28}{first:7.1f}{last:7.1f} ms{last / least:6.1f} ×")
        print(f"{'leaving':28}{kzterm.quit() * 1000:7.1f} ms")
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
