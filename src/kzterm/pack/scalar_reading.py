"""Reads single values: text, numbers, dates and words. What cannot be read is reported and becomes FAULT."""

import re
from typing import Final

from kzterm.model.edtf import parse as parse_edtf
from kzterm.pack.diagnostic import quoted
from kzterm.pack.facts import LANGUAGE
from kzterm.pack.findings import Findings
from kzterm.pack.nodes import Place, Scalar
from kzterm.pack.places import place_in
from kzterm.pack.prose_marks import ADDRESS, CITATION, ID, LINK, LONGEST_ID, join_lines, joint
from kzterm.pack.registry import did_you_mean
from kzterm.pack.shapes import Address, Choice, Day, Digits, Language, Line, NewId, Printed, Shape, Whole


class _Fault:
    """The type of FAULT."""

    __slots__ = ()


FAULT: Final = _Fault()
"""Stands for what could not be read; a finding says why."""

NUMBER = re.compile(r"[0-9]{1,7}")
DECIMAL = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")

_LONGEST_ADDRESS = 2000


def read_scalar(scalar: Scalar, shape: Shape, findings: Findings) -> object:
    """The value of a scalar by a shape that is neither prose nor an id that refers."""
    if not scalar.text.strip():
        return _fault(findings, "KZ023", scalar, "there is nothing here", "write a value, or leave the key out")
    match shape:
        case Line(most=most):
            return _line(scalar, most, findings)
        case Printed(most=most):
            return _printed(scalar, most, findings)
        case Choice(words=words):
            return _choice(scalar, words, findings)
        case Whole(most=most):
            return _whole(scalar, most, findings)
        case Digits():
            if DECIMAL.fullmatch(scalar.text):
                return scalar.text
            hint = "write digits with at most one decimal point and no separators: 1000000 or 3.5"
            return _fault(findings, "KZ027", scalar, f"{quoted(scalar.text)} is not a number", hint)
        case Day():
            return _day(scalar, findings)
        case Address():
            if ADDRESS.fullmatch(scalar.text) and len(scalar.text) <= _LONGEST_ADDRESS:
                return scalar.text
            hint = "write an address that begins with https:// or http://"
            return _fault(findings, "KZ029", scalar, f"{quoted(scalar.text)} is not a web address", hint)
        case Language():
            if LANGUAGE.fullmatch(scalar.text):
                return scalar.text
            hint = "write a code such as en or th"
            return _fault(findings, "KZ031", scalar, f"{quoted(scalar.text)} is not a language code", hint)
        case NewId():
            if ID.fullmatch(scalar.text) and len(scalar.text) <= LONGEST_ID:
                return scalar.text
            hint = "ids are kebab-case: a-z, 0-9 and single hyphens, a letter first"
            return _fault(findings, "KZ014", scalar, f"{quoted(scalar.text)} is not an id", hint)
    raise TypeError(shape)


def warn_of_folds(scalar: Scalar, findings: Findings) -> None:
    """Report where YAML itself turned a line break inside Thai into a space: in anything but a literal block."""
    if scalar.line == scalar.end_line or scalar.style == "|":
        return
    first = scalar.line + 1 if scalar.style == ">" else scalar.line
    for number in range(first, scalar.end_line):
        line, following = scalar.file.line(number).rstrip(), scalar.file.line(number + 1).strip()
        if number + 1 == scalar.end_line and scalar.style in ("", "'", '"'):
            following = scalar.file.line(number + 1)[: scalar.end_column].strip()
        if line and following and not joint(line, following):
            message = "YAML puts a space between two Thai letters at this line break"
            place = Place(scalar.file, number + 1, len(line), 1)
            findings.place("KZ032", place, message, "write the text on one line, or as a block after |")


def too_long(scalar: Scalar, text: str, most: int, findings: Findings) -> bool:
    """Whether a text passes a limit; reported where the limit is passed."""
    if len(text) <= most:
        return False
    message = f"this text has {len(text)} characters, at most {most} fit"
    findings.place("KZ024", place_in(scalar, most, 1), message, "shorten it")
    return True


def _fault(findings: Findings, code: str, scalar: Scalar, message: str, hint: str) -> object:
    findings.node(code, scalar, message, hint)
    return FAULT


def _line(scalar: Scalar, most: int, findings: Findings) -> object:
    text = scalar.text.rstrip("\n")
    if "\n" in text or "\t" in text:
        offset = min(text.find(character) for character in "\n\t" if character in text)
        message = "this text stands on one line, without tabs"
        findings.place("KZ025", place_in(scalar, max(0, offset - 1), 1), message, "join its lines")
        return FAULT
    mark = LINK.search(text) or CITATION.search(text)
    if mark is not None:
        message = "this is plain text: a link or citation would be shown as it is typed"
        findings.place("KZ047", place_in(scalar, mark.start(), mark.end() - mark.start()), message, "take it out")
        return FAULT
    warn_of_folds(scalar, findings)
    text = text.strip()
    return FAULT if too_long(scalar, text, most, findings) else text


def _printed(scalar: Scalar, most: int, findings: Findings) -> object:
    if too_long(scalar, scalar.text, 4 * most, findings):
        return FAULT
    warn_of_folds(scalar, findings)
    text = join_lines(scalar.text.replace("\t", " "))
    return FAULT if too_long(scalar, text, most, findings) else text


def _choice(scalar: Scalar, words: tuple[str, ...], findings: Findings) -> object:
    if scalar.text in words:
        return scalar.text
    similar = findings.similar(scalar.text, words)[:1]
    hint = did_you_mean(similar) if similar else f"write {', '.join(words[:-1])} or {words[-1]}"
    if len(words) == 1:
        hint = f"write {words[0]}"
    return _fault(findings, "KZ026", scalar, f"{quoted(scalar.text)} is not known here", hint)


def _whole(scalar: Scalar, most: int, findings: Findings) -> object:
    if NUMBER.fullmatch(scalar.text) and int(scalar.text) <= most:
        return int(scalar.text)
    message = f"{quoted(scalar.text)} is not a whole number from 0 to {most}"
    return _fault(findings, "KZ027", scalar, message, "write digits alone")


def _day(scalar: Scalar, findings: Findings) -> object:
    try:
        parse_edtf(scalar.text)
    except ValueError as error:
        message = f"{quoted(scalar.text)} is not an EDTF date: {error}"
        hint = "write 2022, 2022-02, 2022-02-24, 2022-04~/2022-09 or ../2022-02"
        return _fault(findings, "KZ028", scalar, message, hint)
    return scalar.text
