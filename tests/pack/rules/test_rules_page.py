"""docs/checks.md and the code speak of the same editorial rules, and every rule is tried."""

import re
from pathlib import Path

from rule_faults import SLIPS

from kzterm.pack.codes import CODES

ROOT = Path(__file__).parents[3]
RULES = {code: check for code, check in CODES.items() if "KZ100" <= code < "KZ160"}


def test_the_page_has_every_rule() -> None:
    page = (ROOT / "docs" / "checks.md").read_text("utf-8")
    parts = re.split(r"^### (KZ1[0-5]\d) (.+) \((error|warning|info)\)$", page, flags=re.MULTILINE)[1:]
    assert parts[::4] == sorted(RULES)
    for code, name, severity, text in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True):
        assert (name, severity) == (RULES[code].name, RULES[code].severity)
        assert "**Mend:**" in text, code
        assert "Example:" in text, code


def test_every_rule_is_tried() -> None:
    assert {slip.code for slip in SLIPS} | {"KZ150", "KZ151"} == set(RULES)
