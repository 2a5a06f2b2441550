"""`thai.breaks`, beside the scenes: every run of Thai in the briefing, with `|` wherever a line may end.

One run a line in reading order, so that a change of the text is a change of a few lines here. Names of several words
stand there with their spaces: they stay on one line where they fit. `#` begins a comment.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from kzterm.model.briefing import Briefing
from kzterm.pack.diagnostic import quoted
from kzterm.pack.findings import Findings
from kzterm.pack.folder import read_file
from kzterm.text.breaks import RUN, inside_names, places, prepared
from kzterm.text.breaks_runs import thai_names, thai_runs
from kzterm.text.cells import cell_width
from kzterm.text.thai import WIDEST_WHOLE

BREAKS = "thai.breaks"

_HEAD = """\
# Where lines of Thai may end: | between words, ¦ only inside what is wider than the line.
# Written by `kzterm breaks` with {tools}.
"""


class PreparedBreaks(Mapping[str, str]):
    """Prepared runs by the run itself, read when the first is looked up; nothing where there is no sound file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _runs(self) -> dict[str, str]:
        return read_breaks(self._folder, Findings()) or {}

    def __getitem__(self, run: str) -> str:
        return self._runs[run]

    def __iter__(self) -> Iterator[str]:
        return iter(self._runs)

    def __len__(self) -> int:
        return len(self._runs)


def read_breaks(folder: Path, findings: Findings) -> dict[str, str] | None:
    """The prepared runs of a folder; None where there is no file, or none that can be read."""
    if not os.path.lexists(folder / BREAKS):
        return None
    file = read_file(folder, BREAKS, findings)
    if file is None:
        return None
    return prepared(file.lines)


def write_breaks(folder: Path, briefing: Briefing, mark: Callable[[str], str], tools: str) -> int:
    """Write the file anew, whole or not at all; `mark` prepares one run. Returns how many runs it has."""
    names = list(dict.fromkeys(thai_names(briefing)))
    sections = thai_runs(briefing)
    rows = [_HEAD.format(tools=tools), "# names of several words", *_of_several_words(names)]
    for section, runs in sections.items():
        rows += ["", f"# {section}", *(mark(run) for run in runs)]
    beside = folder / f".{BREAKS}.new"
    beside.write_text("\n".join(rows) + "\n", "utf-8")
    beside.replace(folder / BREAKS)
    return sum(len(runs) for runs in sections.values())


def check_breaks(folder: Path, briefing: Briefing, findings: Findings) -> None:
    """KZ160, KZ161: breaks that are not there, or not those of the text as it is now."""
    path = str(folder / BREAKS)
    wanted = [run for runs in thai_runs(briefing).values() for run in runs]
    if not wanted:
        return
    known = read_breaks(folder, findings)
    hint = "run `kzterm breaks`"
    if known is None:
        message = "nobody has prepared where lines of Thai may end; readers' programs will have to guess"
        findings.whole("KZ161", path, message, hint)
        return
    names = list(dict.fromkeys(thai_names(briefing)))
    short = [run for run in names_of(briefing) if cell_width(run) <= WIDEST_WHOLE]
    expected = {*wanted, *_of_several_words(names)}
    faults = {
        "are missing": [run for run in (*wanted, *_of_several_words(names)) if run not in known],
        "are no longer in the text": [run for run in known if run not in expected],
        "break a name": [run for run, line in known.items() if _inside(run, line, short)],
    }
    for fault, runs in faults.items():
        if runs:
            more = f" and {len(runs) - 1} more" if len(runs) > 1 else ""
            findings.whole("KZ160", path, f"runs of Thai that {fault}: {quoted(runs[0])}{more}", hint)


def names_of(briefing: Briefing) -> list[str]:
    """The runs of letters that the briefing's names consist of."""
    return list(dict.fromkeys(run for name in thai_names(briefing) for run in RUN.findall(name) if len(run) > 1))


def _of_several_words(names: Iterable[str]) -> list[str]:
    return [name for name in names if " " in name and cell_width(name) <= WIDEST_WHOLE * 2]


def _inside(run: str, line: str, names: Iterable[str]) -> bool:
    return not inside_names(run, names).isdisjoint(places(line))
