"""One finding about a briefing, and how it is shown to a person."""

import re
from dataclasses import asdict, dataclass

from kzterm.pack.codes import Severity
from kzterm.text.cells import cell_width, clusters
from kzterm.text.clean import FORBIDDEN, cleaned

_WIDEST = 100
"""Cells of a source line that are shown."""

_HINT_ENDS_AT = 118
"""Cells after which a hint moves to a line of its own."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong, where, and what to do. All its text is free of forbidden characters."""

    code: str
    severity: Severity
    path: str
    """The file as a reader would name it, beginning with the folder that was asked for."""
    line: int
    """From 1; 0 when it concerns a whole file or folder."""
    column: int
    """From 1, in code points; 0 when there is no line."""
    length: int
    """Code points concerned, all on that line; 0 when there is no line."""
    message: str
    hint: str = ""
    source_line: str = ""
    """The whole line, forbidden characters and tabs replaced one for one."""

    def as_dict(self) -> dict[str, str | int]:
        """The fields by name, ready for JSON."""
        return asdict(self)


def visible(line: str) -> str:
    """Text that is safe to show on one line, as many code points long as it was."""
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", line.replace("\t", " ").replace("\n", " "))


def quoted(text: str, most: int = 60) -> str:
    """A piece of a briefing as a message shows it: in quotation marks, on one line, not too long."""
    text = re.sub(r"\s+", " ", visible(text[: most + 1]))
    return f'"{text}"' if len(text) <= most else f'"{text[: most - 1]}…"'


def render(diagnostic: Diagnostic) -> str:
    """The finding as text: where and what, the line itself, and carets under the place. No line break at the end."""
    where = diagnostic.path
    if diagnostic.line:
        where += f":{diagnostic.line}:{diagnostic.column}"
    rows = [f"{where}: {diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"]
    indent = "    "
    if diagnostic.line:
        number = f"{diagnostic.line:>4}"
        indent = " " * len(number)
        shown, before, cells = _excerpt(diagnostic.source_line, diagnostic.column - 1, diagnostic.length)
        rows.append(f"{number} | {shown}".rstrip())
        carets = f"{indent} | {' ' * before}{'^' * cells}"
        if diagnostic.hint and len(carets) + 1 + cell_width(diagnostic.hint) <= _HINT_ENDS_AT:
            rows.append(f"{carets} {diagnostic.hint}")
            return cleaned("\n".join(rows))
        rows.append(carets)
    if diagnostic.hint:
        rows.append(f"{indent} = {diagnostic.hint}")
    return cleaned("\n".join(rows))


def _excerpt(line: str, start: int, length: int) -> tuple[str, int, int]:
    """The part of a line around a place, the cells before the place, and the cells it takes (at least 1)."""
    start = min(start, len(line))
    head = visible(line[max(0, start - 4 * _WIDEST) : start])
    place = visible(line[start : start + min(length, 4 * _WIDEST)])
    tail = visible(line[start + len(place) : start + len(place) + 4 * _WIDEST])
    lost_before = start > len(head)
    lost_after = start + len(place) + len(tail) < len(line)
    if cell_width(place) > _WIDEST // 2:
        tail, lost_after = "", lost_after or bool(tail)
        shorter = _first_cells(place, _WIDEST // 2)
        lost_after = lost_after or shorter != place
        place = shorter
    room = _WIDEST - cell_width(place)
    tail_room = max(room - cell_width(head), room // 2)
    if cell_width(tail) > tail_room:
        tail, lost_after = _first_cells(tail, tail_room), True
    head_room = room - cell_width(tail)
    if cell_width(head) > head_room:
        head, lost_before = _last_cells(head, head_room), True
    head = "…" + head if lost_before else head
    return f"{head}{place}{tail}{'…' if lost_after else ''}", cell_width(head), max(1, cell_width(place))


def _first_cells(text: str, room: int) -> str:
    kept = []
    for cluster in clusters(text):
        room -= cell_width(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept)


def _last_cells(text: str, room: int) -> str:
    kept = []
    for cluster in reversed(clusters(text)):
        room -= cell_width(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(reversed(kept))
