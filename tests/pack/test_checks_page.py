"""docs/checks.md and the code speak of the same checks, and every check can be provoked."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pack_copies import Copy
from pack_faults import FAULTS

from kzterm.pack.codes import CODES

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
SOURCE = Path(__file__).parents[2] / "src" / "kzterm" / "pack"

FORM = [code for code in CODES if code < "KZ100"]
"""The loader's own checks; editorial rules come after them."""

OTHERS: dict[str, Callable[[Copy], object]] = {
    "KZ001": lambda tiny: (tiny.folder / "briefing.yaml").unlink(),
    "KZ002": lambda tiny: (tiny.folder / "folder.yaml").mkdir(),
    "KZ003": lambda tiny: tiny.write("large.yaml", " " * 3_000_000),
    "KZ004": lambda tiny: (tiny.folder / "school.yaml").write_bytes(b"\xff"),
    "KZ010": lambda tiny: tiny.write("more.yml", ""),
    "KZ099": lambda tiny: tiny.write("terms.yaml", "".join(f"t{number}: 1\n" for number in range(200))),
}
"""Checks of whole files and folders; the table of faults has the rest."""


def _sections() -> dict[str, tuple[str, str, str]]:
    """Name, severity and text of each section, by code."""
    parts = re.split(r"^### (KZ\d{3}) (.+) \((error|warning|info)\)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {parts[at]: (parts[at + 1], parts[at + 2], parts[at + 3]) for at in range(0, len(parts), 4)}


def test_the_page_has_every_check() -> None:
    sections = {code: section for code, section in _sections().items() if code < "KZ100"}
    assert sorted(sections) == FORM
    for code, (name, severity, text) in sections.items():
        assert (name, severity) == (CODES[code].name, CODES[code].severity)
        assert "**Mend:**" in text, code


def test_the_code_uses_every_check() -> None:
    used = set()
    for path in SOURCE.glob("*.py"):
        if path.name != "codes.py":
            used |= set(re.findall(r'"(KZ0\d\d)"', path.read_text("utf-8")))
    assert used == set(FORM)


@pytest.mark.parametrize("code", FORM)
def test_every_check_can_be_provoked(code: str, tiny: Copy) -> None:
    fault = next((fault for fault in FAULTS if fault.code == code), None)
    if fault is not None:
        tiny.change(fault.file, fault.old, fault.new)
    else:
        OTHERS[code](tiny)
    assert code in tiny.codes()
