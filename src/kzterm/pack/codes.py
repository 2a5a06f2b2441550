"""Every check the loader makes: its code, how severe it is, and a short name. docs/checks.md explains each."""

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
)

CODES = {check.code: check for check in _TABLE}
"""The checks by code, in the order of the codes."""
