"""How long it takes until something can be read, as ratios within one run.

    python benchmarks/startup.py [-n 9] [--scenes 10000]

Runs are interleaved, and medians compared. Plain mode is compared with a Python that does nothing, the full screen with
the least that a program on Textual does. "Anew" is without an index: the first time, or after any change.
"""

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from large import write_large
from terminals import HELLO, KZTERM, Terminal, scratch, seen_at, settle, surroundings


def plain(command: list[str], home: Path) -> float:
    """Seconds that a command takes which prints and ends."""
    began = time.perf_counter()
    subprocess.run(command, env=surroundings(home), stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def paint(command: list[str], home: Path, pattern: str, memory: list[float] | None = None) -> float:
    """Seconds until the text stands on the screen."""
    terminal = Terminal(command, home)
    chunks = terminal.rest()
    if memory is not None:
        memory.append(terminal.memory())
    terminal.quit()
    return seen_at(chunks, pattern)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how fast kzterm starts.")
    parser.add_argument("-n", type=int, default=9, help="runs of each")
    parser.add_argument("--scenes", type=int, default=10_000, help="of the large briefing")
    options = parser.parse_args()
    home = scratch()
    try:
        large = home / "large"
        write_large(large, options.scenes)
        settle()
        read, anew = [*KZTERM, "read"], home / "anew"
        nothing = [sys.executable, "-c", "pass"]
        memory: list[float] = []

        def first_time() -> float:
            shutil.rmtree(anew, ignore_errors=True)
            return plain(read, anew)

        pipes: dict[str, Callable[[], float]] = {
            "python -c pass": lambda: plain(nothing, home),
            "kzterm read": lambda: plain(read, home),
            "kzterm read, anew": first_time,
            f"kzterm read, {options.scenes} scenes": lambda: plain([*read, "--briefing", str(large)], home),
        }
        screens: dict[str, Callable[[], float]] = {
            "Textual hello": lambda: paint([sys.executable, "-c", HELLO], home, "Hello"),
            "kzterm": lambda: paint(KZTERM, home, "The Reading Room", memory),
            f"kzterm, {options.scenes} scenes": lambda: paint([*KZTERM, str(large)], home, "Pier 0"),
        }
        for group in (pipes, screens):
            for run in group.values():
                run()
            times = {name: [] for name in group} | {}
            for _ in range(options.n):
                for name, run in group.items():
                    times[name].append(run())
            first = median(next(iter(times.values())))
            for name, taken in times.items():
                print(f"{name:34}{median(taken) * 1000:8.1f} ms{median(taken) / first:8.2f} ×")
        print(f"{'memory at rest':34}{median(memory):8.1f} MB")
    finally:
        shutil.rmtree(home)


if __name__ == "__main__":
    main()
