"""The command line: read the arguments, and import only what they ask for."""

import gc
import os
import sys
from collections.abc import Sequence
from errno import ENOSPC
from typing import TextIO

from kzterm.cli.arguments import COMMANDS
from kzterm.exits import ExitCode


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    # Starting makes many objects and no garbage. A front end that stays turns collection on again.
    collecting = gc.isenabled()
    gc.disable()
    _utf8(sys.stdin, sys.stdout, sys.stderr)
    try:
        if arguments and arguments[0] in COMMANDS:
            return _command(arguments)
        from kzterm.cli.explore import explore

        return explore(arguments)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (`| head`) has seen enough. Python would complain while flushing at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return ExitCode.OK
    except OSError as problem:
        if problem.errno != ENOSPC:
            return _crashed(problem, arguments)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.write(2, b"kzterm: the output can't be written: no space left\n")
        return ExitCode.FAILED
    except Exception as error:
        return _crashed(error, arguments)
    finally:
        if collecting:
            gc.enable()


def _crashed(error: Exception, arguments: Sequence[str]) -> int:
    from kzterm.cli.crash import crashed

    return crashed(error, "--no-save" not in arguments)


def _command(arguments: list[str]) -> int:
    from kzterm.cli.arguments import commands

    options = commands().parse_args(arguments)
    name = options.command
    if name in ("check", "breaks", "schema"):
        from kzterm.cli import authoring

        return {"check": authoring.check, "breaks": authoring.breaks, "schema": authoring.schema}[name](options)
    from kzterm.cli import printing

    run = {
        "read": printing.read,
        "search": printing.search,
        "notes": printing.notes,
        "coverage": printing.coverage,
        "themes": printing.themes,
    }
    return run[name](options)


def _utf8(*streams: TextIO | None) -> None:
    """Text goes in and out as UTF-8 whatever the locale; what can't be decoded is shown as such, never fatal."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
