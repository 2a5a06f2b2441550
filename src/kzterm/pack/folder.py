"""From a folder to the text of its files: regular files inside it only, within limits, as UTF-8."""

import os
import re
import stat
from pathlib import Path

from kzterm.pack.diagnostic import quoted, visible
from kzterm.pack.findings import Findings
from kzterm.pack.nodes import SourceFile
from kzterm.pack.places import BRIEFING, spot
from kzterm.text.clean import FORBIDDEN, name_of

MOST_BYTES = 2 * 1024 * 1024
"""Of one file."""

MOST_FILES = 20_000

MOST_BYTES_IN_ALL = 256 * 1024 * 1024

_NEVER_IN_YAML = re.compile(f"(?:{FORBIDDEN.pattern}|[\ufffe\uffff])")


def read_folder(folder: Path, findings: Findings) -> list[SourceFile] | None:
    """The YAML files of a folder by name, `pier-2` before `pier-10`; faulty ones are left out.

    None when there is no briefing to read.
    """
    try:
        root = folder.resolve()
        names = sorted((entry.name for entry in root.iterdir()), key=_counting)
    except (OSError, ValueError, RuntimeError) as error:
        message = f"cannot open this folder: {_reason(error)}"
        findings.whole("KZ001", str(folder), message, "name a folder of YAML files")
        return None
    wanted = []
    for name in names:
        if name.startswith("."):
            continue
        if name.endswith(".yaml"):
            wanted.append(name)
        elif _is_folder(root / name):
            findings.whole("KZ010", str(folder / name), "folders inside a briefing are not read")
        elif name.lower().endswith((".yml", ".yaml")):
            findings.whole("KZ010", str(folder / name), "this file is not read", "end its name in .yaml")
    if len(wanted) > MOST_FILES:
        message = f"{len(wanted)} files are too many for one briefing (at most {MOST_FILES})"
        findings.whole("KZ003", str(folder), message, "split the briefing")
        return None
    if BRIEFING not in wanted:
        hint = "a briefing is a folder with that file in it"
        findings.whole("KZ001", str(folder), f"there is no {BRIEFING} in this folder", hint)
        if not wanted:
            return None
    return _read_files(root, folder, wanted, findings)


def _counting(name: str) -> tuple[list[str | int], str]:
    """A name to sort by: runs of digits as the numbers they write."""
    parts = re.split("([0-9]+)", name.removesuffix(".yaml"))
    return [int(part) if number % 2 else part for number, part in enumerate(parts)], name


def _read_files(root: Path, folder: Path, names: list[str], findings: Findings) -> list[SourceFile]:
    files = []
    left = MOST_BYTES_IN_ALL
    for name in names:
        shown = visible(str(folder / name))
        data = _read_bytes(root, name, shown, findings)
        if data is None:
            continue
        left -= len(data)
        if left < 0:
            message = f"the files of this briefing are larger than {MOST_BYTES_IN_ALL // 2**20} MB in all"
            findings.whole("KZ003", shown, message, "split the briefing")
            break
        text = _decode(data, name, shown, findings)
        if text is not None:
            files.append(_checked(SourceFile(name, shown, text), findings))
    return files


def read_file(folder: Path, name: str, findings: Findings) -> SourceFile | None:
    """One file of a folder that is not YAML, as safely; None, and a finding, when it is refused."""
    shown = visible(str(folder / name))
    data = _read_bytes(folder.resolve(), name, shown, findings)
    text = None if data is None else _decode(data, name, shown, findings)
    return None if text is None else _checked(SourceFile(name, shown, text), findings)


def _read_bytes(root: Path, name: str, shown: str, findings: Findings) -> bytes | None:
    """The bytes of a regular file inside the root. Opening never waits (FIFOs), and never follows a last link."""
    flags = os.O_RDONLY
    for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, flag, 0)
    try:
        real = (root / name).resolve()
        if not real.is_relative_to(root):
            hint = "put a copy of the file into the folder"
            findings.whole("KZ002", shown, "this link leads out of the briefing's folder", hint)
            return None
        # Asked before opening as well as after: opening a device can have effects.
        regular = stat.S_ISREG(real.stat().st_mode)
        if regular:
            handle = os.open(real, flags)
            with os.fdopen(handle, "rb") as stream:
                regular = stat.S_ISREG(os.fstat(handle).st_mode)
                data = stream.read(MOST_BYTES + 1) if regular else b""
        if not regular:
            findings.whole("KZ002", shown, "this is not a regular file")
            return None
    except (OSError, ValueError, RuntimeError) as error:
        findings.whole("KZ002", shown, f"cannot read this file: {_reason(error)}")
        return None
    if len(data) > MOST_BYTES:
        message = f"this file is larger than {MOST_BYTES // 2**20} MB"
        findings.whole("KZ003", shown, message, "split it: a scene is a file of its own")
        return None
    return data


def _decode(data: bytes, name: str, shown: str, findings: Findings) -> str | None:
    """The text with line feeds alone; None, and a finding, when it is not UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        after = data[error.start : error.start + 200].decode("utf-8", "replace").splitlines() or [""]
        file = SourceFile(name, shown, before + after[0])
        line, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
        message = f"byte 0x{data[error.start]:02X} is not UTF-8"
        utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        hint = "this looks like UTF-16: save it as UTF-8" if utf16 else "save the file as UTF-8"
        findings.place("KZ004", spot(file, line, column), message, hint)
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _checked(file: SourceFile, findings: Findings) -> SourceFile:
    """The file with forbidden characters replaced one for one, so that its other faults are found as well."""
    if not _NEVER_IN_YAML.search(file.text):
        return file
    for number, line in enumerate(file.lines):
        for match in _NEVER_IN_YAML.finditer(line):
            message = f"the character {name_of(match[0])} is not allowed: it can steer a terminal or cannot be seen"
            if findings.full(file.path):
                break
            findings.place("KZ005", spot(file, number, match.start()), message, "delete it")
    return SourceFile(file.name, file.path, _NEVER_IN_YAML.sub("\N{REPLACEMENT CHARACTER}", file.text))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return quoted(str(error))
