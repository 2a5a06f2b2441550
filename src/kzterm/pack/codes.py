"""Every check: its code, how severe it is, and a short name. docs/checks.md explains each.

KZ0xx are the loader's, about the form; KZ1xx are the editorial rules.
"""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that can be wrong with a briefing."""

    code: str
    severity: Severity
    name: str
    """A few words; the heading in docs/checks.md."""


_TABLE = (
    Check("KZ001", "error", "the folder cannot be read as a briefing"),
    Check("KZ002", "error", "a file is refused or cannot be read"),
    Check("KZ003", "error", "too large"),
    Check("KZ004", "error", "not UTF-8"),
    Check("KZ005", "error", "a forbidden character"),
    Check("KZ006", "error", "not YAML"),
    Check("KZ007", "error", "a part of YAML that briefings do not use"),
    Check("KZ008", "error", "a key twice"),
    Check("KZ009", "error", "nested too deeply, or too many values"),
    Check("KZ010", "warning", "not read"),
    Check("KZ011", "error", "an id twice"),
    Check("KZ012", "error", "an unknown id"),
    Check("KZ013", "error", "the wrong kind of id"),
    Check("KZ014", "error", "not an id"),
    Check("KZ015", "error", "a reserved id"),
    Check("KZ016", "error", "refers to itself"),
    Check("KZ017", "warning", "named twice"),
    Check("KZ020", "error", "an unknown key"),
    Check("KZ021", "error", "a missing key"),
    Check("KZ022", "error", "the wrong shape"),
    Check("KZ023", "error", "nothing there"),
    Check("KZ024", "error", "too long"),
    Check("KZ025", "error", "more than one line"),
    Check("KZ026", "error", "not one of the words allowed"),
    Check("KZ027", "error", "not a number"),
    Check("KZ028", "error", "not a date"),
    Check("KZ029", "error", "not a web address"),
    Check("KZ030", "error", "a missing translation"),
    Check("KZ031", "error", "a language the briefing does not have"),
    Check("KZ032", "warning", "a space inside Thai"),
    Check("KZ040", "error", "Markdown that prose does not have"),
    Check("KZ041", "error", "a broken link"),
    Check("KZ042", "error", "a broken citation"),
    Check("KZ043", "error", "a citation where none belongs"),
    Check("KZ044", "error", "an unknown source"),
    Check("KZ045", "error", "a paragraph the source does not have"),
    Check("KZ046", "error", "a web link that is refused"),
    Check("KZ047", "error", "markup in a plain line"),
    Check("KZ050", "error", "figures that cannot be compared"),
    Check("KZ051", "error", "a source that contradicts itself"),
    Check("KZ060", "warning", "a scene nobody can walk to"),
    Check("KZ061", "warning", "a scene without exits"),
    Check("KZ062", "warning", "nothing leads to it"),
    Check("KZ099", "info", "more of the same file"),
    Check("KZ101", "error", "an uncited statement"),
    Check("KZ102", "error", "citations that differ between languages"),
    Check("KZ103", "warning", "citations in another order"),
    Check("KZ104", "warning", "links that differ between languages"),
    Check("KZ105", "warning", "paragraphs that nothing cites"),
    Check("KZ110", "error", "quotation marks round a paraphrase"),
    Check("KZ111", "warning", "quotation marks without a quotation"),
    Check("KZ112", "error", "an attribution without a speaker"),
    Check("KZ120", "error", "a voice that does not fit its holder"),
    Check("KZ121", "warning", "a status that does not fit its disputes"),
    Check("KZ122", "warning", "one side of a dispute alone"),
    Check("KZ130", "info", "an exit without a way back"),
    Check("KZ140", "warning", "two spellings of a name"),
    Check("KZ150", "error", "a source that cannot be read"),
    Check("KZ151", "error", "another number of paragraphs"),
    Check("KZ152", "error", "words that the source does not have"),
    Check("KZ153", "error", "a quotation that the source does not print as one"),
    Check("KZ154", "error", "a name that the source does not have there"),
    Check("KZ155", "warning", "a near-copy of the source"),
    Check("KZ160", "warning", "breaks of another text"),
    Check("KZ161", "info", "no breaks for Thai"),
)

CODES = {check.code: check for check in _TABLE}
"""The checks by code, in the order of the codes."""
