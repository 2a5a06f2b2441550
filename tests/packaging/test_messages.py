"""The interface is translated completely, and the compiled catalogues are fresh."""

import re
from pathlib import Path

import messages
import pytest

THAI = messages.LOCALE / "th" / "LC_MESSAGES" / "kzterm.po"


@pytest.mark.parametrize("po", sorted(messages.LOCALE.glob("*/LC_MESSAGES/kzterm.po")), ids=lambda po: po.parts[-3])
def test_a_translation_is_complete_and_fresh(po: Path) -> None:
    assert list(messages.faults(po)) == []


def test_strings_are_found_even_inside_f_strings() -> None:
    found = {message.id for message in messages.gathered("th")}
    assert {"printed: {date}", ("{count} quote", "{count} quotes"), "January"} <= found


@pytest.mark.parametrize(
    ("pattern", "replacement", "problem"),
    [
        (r'(msgid "Quotes"\nmsgstr )".*"', r'\1""', "untranslated: 'Quotes'"),
        (r'(#: .*\n)(msgid "Quotes"\n)', r"\1#, fuzzy\n\2", "fuzzy: 'Quotes'"),
        (r'(msgid "\{number\} per cent"\nmsgstr )".*"', r'\1"{amount}"', "other placeholders"),
        (r'#: .*\nmsgid "Quotes"\nmsgstr .*\n', "", "the .po is stale"),
        (r'(msgid "Quotes"\nmsgstr )".*"', r'\1"คำ"', "the .mo is stale"),
        (r'(msgid "Quotes"\nmsgstr )".*"', r'\1"ตลาดนัด"', "where its lines may end is stale"),
    ],
    ids=["untranslated", "fuzzy", "placeholders", "missing", "not compiled", "no breaks"],
)
def test_a_spoilt_translation_is_found(pattern: str, replacement: str, problem: str, tmp_path: Path) -> None:
    po = tmp_path / "th" / "LC_MESSAGES" / "kzterm.po"
    po.parent.mkdir(parents=True)
    spoilt, count = re.subn(pattern, replacement, THAI.read_text(encoding="utf-8"))
    assert count == 1
    po.write_text(spoilt, encoding="utf-8")
    for made in (".mo", ".breaks"):
        po.with_suffix(made).write_bytes(THAI.with_suffix(made).read_bytes())
    assert any(fault.startswith(problem) for fault in messages.faults(po))
