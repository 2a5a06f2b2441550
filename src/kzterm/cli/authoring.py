"""Commands for authors: check, breaks, schema."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from kzterm.cli.opening import fail, load_or_exit
from kzterm.exits import ExitCode

if TYPE_CHECKING:
    from kzterm.pack import Diagnostic

UNREADABLE = ("KZ001", "KZ150")
"""Checks that fail because a folder or a source cannot be read at all."""


def check(options: argparse.Namespace) -> int:
    """Everything that is wrong with briefings."""
    from kzterm.pack import bundled, render
    from kzterm.pack import check as checked

    found: list[Diagnostic] = []
    for folder in options.briefings or [bundled()]:
        found.extend(checked(folder, dict(options.source)).diagnostics)
    if options.json:
        print(json.dumps([diagnostic.as_dict() for diagnostic in found], ensure_ascii=False, indent=2))
    else:
        for diagnostic in found:
            print(render(diagnostic))
        print(_summary(len(found)), file=sys.stderr)
    if any(diagnostic.code in UNREADABLE for diagnostic in found):
        return ExitCode.USAGE
    bad = {"error", "warning"} if options.strict else {"error"}
    return ExitCode.FAILED if any(diagnostic.severity in bad for diagnostic in found) else ExitCode.OK


def _summary(count: int) -> str:
    return "nothing to mend" if not count else f"{count} finding{'s' if count != 1 else ''}"


def breaks(options: argparse.Namespace) -> int:
    """Prepare where lines of Thai may end."""
    from kzterm.pack import bundled
    from kzterm.pack.breaks_file import BREAKS, names_of, write_breaks
    from kzterm.text.breaks_prepare import NoSegmentersError, Preparer, made_with

    folder = options.briefing or bundled()
    briefing = load_or_exit(options.briefing)
    try:
        preparer = Preparer(names_of(briefing))
        count = write_breaks(folder, briefing, preparer.mark, made_with())
    except NoSegmentersError as missing:
        fail(f"the segmenters are not installed ({missing}); pip install 'kzterm[thai]' brings them")
    except OSError as problem:
        fail(f"cannot write {folder / BREAKS}: {(problem.strerror or str(problem)).lower()}")
    print(f"{folder / BREAKS}: {count} runs", file=sys.stderr)
    return ExitCode.OK


def schema(options: argparse.Namespace) -> int:
    """The JSON Schema of the format, or of one kind of file."""
    from kzterm.pack import schema as schema_of

    try:
        print(json.dumps(schema_of(options.kind), ensure_ascii=False, indent=2))
    except KeyError as unknown:
        fail(f"there is no kind of file called {unknown}")
    return ExitCode.OK
