"""`kzterm [BRIEFING]`: choose a front end, and import only that one."""

import gc
import os
import sys
from dataclasses import replace
from pathlib import Path

from kzterm.cli.arguments import explorer
from kzterm.cli.opening import configured, fail, load_or_exit, store_of, terminal_width
from kzterm.config.language import language
from kzterm.exits import ExitCode
from kzterm.model.briefing import Briefing

DUMB_TERMINALS = ("", "dumb", "unknown")


def explore(arguments: list[str]) -> int:
    """Read a briefing, on the full screen or line by line."""
    options = explorer().parse_args(arguments)
    briefing = load_or_exit(options.briefing, not options.no_save)
    if options.scene is not None and options.scene not in briefing.scenes:
        fail(_no_scene(briefing, options.scene))
    from kzterm.play.session import Session
    from kzterm.reader.choices import Choices
    from kzterm.reader.reader import Reader
    from kzterm.store import memory_store, state_home

    settings, faults = configured()
    choices = Choices(None if options.no_save else state_home())
    settings = choices.resume(settings)
    settings = replace(
        settings,
        theme=options.theme or settings.theme,
        screen_reader=options.screen_reader or settings.screen_reader,
    )
    lang, both = language(options.lang, settings.lang)
    store = memory_store() if options.no_save else store_of(briefing, options.briefing)
    session = Session(briefing, lang, options.scene, both, settings)
    copies = None if options.no_save else _copies()
    reader = Reader(session, store, copies, choices=choices, faults=faults)
    try:
        if options.plain or settings.screen_reader or not _can_draw():
            from kzterm.plain.interpreter import interpret

            gc.freeze()
            gc.enable()
            interpret(reader, sys.stdin, sys.stdout, options.width or terminal_width())
            return ExitCode.OK
        from kzterm.tui.app import run

        return run(reader)
    finally:
        reader.close()


def _copies() -> Path | None:
    """The folder for what is copied where there is no clipboard."""
    from kzterm.store import state_home

    home = state_home()
    return home / "kzterm" if home else None


def _no_scene(briefing: Briefing, name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, briefing.scenes, 3, 0.6)
    return f'no scene is called "{name}"' + (f"; did you mean {' or '.join(near)}?" if near else "")


def _can_draw() -> bool:
    """Whether this is a terminal that a full screen can be drawn on."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return (
        all(stream is not None and stream.isatty() for stream in streams)
        and os.environ.get("TERM", "") not in DUMB_TERMINALS
    )
