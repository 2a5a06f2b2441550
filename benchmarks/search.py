"""How long a search takes in a large briefing.

    python benchmarks/search.py [-n 5] [--scenes 10000]

The briefing is opened by its index, as it is after the first time. The first search reads the words of the whole
briefing from there, and the first that has to leave Thai tone marks out makes a copy without them; the goal is for
those after it.
"""

import argparse
import os
import shutil
import time
from statistics import median

from large import write_large
from terminals import scratch, settle

GOAL = 0.05
"""Seconds for a search at 10,000 scenes."""

UNTONED = "ทาเรือ"
QUERIES = (
    "rice", "e", "pier 4321", "letters banks", "malee counted the boats before the halt", "2021", "nowhere at all",
    "rice nowhere", "เกลือ", "ท่าที่ 77", "2564", "เรือของทา", "ไม่มีที่ไหนเลย", "ก",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how fast kzterm searches.")
    parser.add_argument("-n", type=int, default=5, help="searches of each")
    parser.add_argument("--scenes", type=int, default=10_000)
    options = parser.parse_args()
    home = scratch()
    os.environ["XDG_CACHE_HOME"] = str(home / "cache")
    from kzterm.model.briefing import Briefing
    from kzterm.pack import opened
    from kzterm.play.search import search
    from kzterm.play.words import corpus, gather

    try:
        write_large(home / "large", options.scenes)
        settle()
        opened(home / "large", gather=gather)
        briefing = opened(home / "large")
        assert isinstance(briefing, Briefing), briefing
        assert briefing.words
        began = time.perf_counter()
        search(briefing, QUERIES[0])
        print(f"{'the first of all':24}{(time.perf_counter() - began) * 1000:9.1f} ms")
        began = time.perf_counter()
        search(briefing, UNTONED)
        print(f"{'the first without tones':24}{(time.perf_counter() - began) * 1000:9.1f} ms")
        for query in QUERIES:
            taken = []
            for _ in range(options.n):
                # What was looked for before is remembered; a typed query is new with every letter.
                search.cache_clear()
                things = corpus(briefing)
                for column in (things.titles, things.names, things.texts):
                    column.forget()
                    column.toneless.forget()
                began = time.perf_counter()
                hits = search(briefing, query)
                taken.append(time.perf_counter() - began)
            share = median(taken) / GOAL
            print(f"{query:24}{median(taken) * 1000:9.1f} ms {share:6.2f} of the goal {len(hits):6} hits")
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
