"""When the program itself is at fault: one line for the reader, and a report for whoever mends it.

The report says where it happened and what Python says of it, but holds no values of variables: they may be what the
reader has written.
"""

import os
import platform
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kzterm import __version__
from kzterm.exits import ExitCode
from kzterm.text.clean import cleaned


def crashed(error: Exception, keep: bool) -> int:
    """Tell of an error that nothing has dealt with. Without `keep` no file is written, and the report is printed."""
    report = cleaned(_report(error))
    written = _write(report) if keep else None
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    lines = [f"kzterm: something went wrong inside the program ({what})"]
    lines += [f"kzterm: please report it with {written}; notes and place are kept"] if written else [report]
    print("\n".join(map(cleaned, lines)), file=sys.stderr)
    return ExitCode.FAILED


def _report(error: Exception) -> str:
    made_with = ", ".join(f"{name} {_version(name)}" for name in ("textual", "rich", "pyyaml"))
    where = f"{platform.platform()}, TERM={os.environ.get('TERM', '')}"
    head = f"kzterm {__version__}, Python {platform.python_version()}, {made_with}\n{where}\n\n"
    return head + "".join(traceback.format_exception(error))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "of an unknown version"


def _write(report: str) -> Path | None:
    from kzterm.store import state_home

    home = state_home()
    with suppress(OSError):
        if home is not None:
            folder = home / "kzterm"
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.txt"
            with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
                file.write(report)
            return path
    return None
