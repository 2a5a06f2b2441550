"""The command line: read the arguments, choose a front end, and import only that one."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from kzterm import __version__
from kzterm.config.language import language
from kzterm.config.settings import Settings
from kzterm.config.themes import THEMES
from kzterm.exits import ExitCode
from kzterm.model.briefing import Briefing
from kzterm.model.dataclass import replace

if TYPE_CHECKING:
    from kzterm.pack import Diagnostic
    from kzterm.store import Store

COMMANDS = ("read", "notes", "coverage", "check", "breaks", "schema", "themes")
DUMB_TERMINALS = ("", "dumb", "unknown")
UNREADABLE = ("KZ001", "KZ150")
"""Checks that fail because a folder or a source cannot be read at all."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _utf8(sys.stdin, sys.stdout, sys.stderr)
    try:
        if arguments and arguments[0] in COMMANDS:
            return _command(arguments)
        return _explore(arguments)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (`| head`) has seen enough. Python would complain while flushing at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return ExitCode.OK


def _utf8(*streams: TextIO | None) -> None:
    """Text goes in and out as UTF-8 whatever the locale; what can't be decoded is shown as such, never fatal."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def explorer() -> argparse.ArgumentParser:
    """The parser of `kzterm [BRIEFING]`."""
    parser = argparse.ArgumentParser(
        prog="kzterm",
        description="A briefing you can walk through. Without BRIEFING, the bundled one on Kazakhstan and Russia.",
        epilog=f"Commands: {', '.join(COMMANDS)}; `kzterm COMMAND --help` tells more about each.",
    )
    parser.add_argument("briefing", nargs="?", type=Path, metavar="BRIEFING", help="a folder of scenes")
    parser.add_argument("--scene", metavar="ID", help="begin in this scene")
    _add_lang(parser)
    parser.add_argument("--plain", action="store_true", help="line by line, without the full screen")
    parser.add_argument("--screen-reader", action="store_true", help="line by line, made to be listened to")
    parser.add_argument("--theme", choices=THEMES, metavar="NAME", help="colours (`kzterm themes` lists them)")
    parser.add_argument("--no-save", action="store_true", help="write nothing to disk, and read no notes")
    parser.add_argument("--version", action="version", version=f"kzterm {__version__}")
    return parser


def commands() -> argparse.ArgumentParser:
    """The parser of `kzterm read`, `kzterm check` and `kzterm schema`."""
    parser = argparse.ArgumentParser(prog="kzterm")
    subparsers = parser.add_subparsers(dest="command", required=True)
    read = subparsers.add_parser("read", help="print pages, made for pipes")
    read.add_argument("ids", nargs="*", metavar="ID", help="scenes or cards; the start scene when there is none")
    read.add_argument("--all", action="store_true", help="every scene, in order")
    read.add_argument(
        "--width", type=_width, default=None, metavar="N", help="cells a line (default: the terminal's, or 80)"
    )
    read.add_argument("--briefing", type=Path, metavar="FOLDER", help="a folder of scenes")
    _add_lang(read)
    check = subparsers.add_parser("check", help="find everything that is wrong with a briefing")
    check.add_argument("briefings", nargs="*", type=Path, metavar="BRIEFING")
    check.add_argument("--json", action="store_true", help="diagnostics as JSON on stdout")
    check.add_argument("--strict", action="store_true", help="warnings count as errors")
    check.add_argument(
        "--source",
        action="append",
        default=[],
        type=_source,
        metavar="ID=FILE",
        help="hold what is given as printed against the text of a source; may be repeated",
    )
    breaks = subparsers.add_parser("breaks", help="prepare where lines of Thai may end (needs kzterm[thai])")
    breaks.add_argument("briefing", nargs="?", type=Path, metavar="BRIEFING", help="a folder of scenes")
    notes = subparsers.add_parser("notes", help="print your dossier, notes and marks as Markdown")
    notes.add_argument("briefing", nargs="?", type=Path, metavar="BRIEFING", help="a folder of scenes")
    _add_lang(notes)
    coverage = subparsers.add_parser("coverage", help="which scenes and cards tell each paragraph of the source")
    coverage.add_argument("briefing", nargs="?", type=Path, metavar="BRIEFING", help="a folder of scenes")
    _add_lang(coverage)
    subparsers.add_parser("themes", help="list the themes of the full screen")
    schema = subparsers.add_parser("schema", help="print the JSON Schema of the format")
    schema.add_argument("kind", nargs="?", help="only for one kind of file: scene, briefing, actors …")
    return parser


def _add_lang(parser: argparse.ArgumentParser) -> None:
    words = "language (default: from LC_ALL or LANG, else config.yaml)"
    parser.add_argument("--lang", choices=("en", "th", "both"), help=words)


def _width(text: str) -> int:
    width = int(text)
    if not 20 <= width <= 500:
        raise argparse.ArgumentTypeError("a width is from 20 to 500 cells")
    return width


def _source(text: str) -> tuple[str, Path]:
    ident, _, path = text.partition("=")
    if not ident or not path:
        raise argparse.ArgumentTypeError("write the id of a source and a file: thai-article=article.txt")
    return ident, Path(path)


def _explore(arguments: list[str]) -> int:
    options = explorer().parse_args(arguments)
    briefing = _load(options.briefing, not options.no_save)
    if options.scene is not None and options.scene not in briefing.scenes:
        _fail(_no_scene(briefing, options.scene))
    from kzterm.play.session import Session
    from kzterm.reader.choices import Choices
    from kzterm.reader.reader import Reader
    from kzterm.store import memory_store, state_home

    settings, faults = _configured()
    choices = Choices(None if options.no_save else state_home())
    settings = choices.resume(settings)
    settings = replace(
        settings,
        theme=options.theme or settings.theme,
        screen_reader=options.screen_reader or settings.screen_reader,
    )
    lang, both = language(options.lang, settings.lang)
    store = memory_store() if options.no_save else _store(briefing, options.briefing)
    session = Session(briefing, lang, options.scene, both, settings)
    copies = None if options.no_save else _copies()
    reader = Reader(session, store, copies, choices=choices, faults=faults)
    try:
        if options.plain or settings.screen_reader or not _can_draw():
            from kzterm.plain.interpreter import interpret

            gc.freeze()
            gc.enable()
            interpret(reader, sys.stdin, sys.stdout, _terminal_width())
            return ExitCode.OK
        from kzterm.tui.app import run

        return run(reader)
    finally:
        reader.close()


def _store(briefing: Briefing, folder: Path | None) -> "Store":
    from kzterm.pack import bundled
    from kzterm.store import open_store, state_home

    own = folder is None or folder.resolve() == bundled().resolve()
    return open_store(briefing.id, None if own else folder, state_home())


def _copies() -> Path | None:
    """The folder for what is copied where there is no clipboard."""
    from kzterm.store import state_home

    home = state_home()
    return home / "kzterm" if home else None


def _notes(options: argparse.Namespace) -> int:
    from kzterm.play.session import Session
    from kzterm.reader.reader import Reader

    briefing = _load(options.briefing)
    reader = Reader(Session(briefing, language(options.lang, _settings().lang)[0]), _store(briefing, options.briefing))
    sys.stdout.write(reader.markdown())
    sys.stdout.flush()
    reader.close()
    return ExitCode.OK


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


def _terminal_width() -> int:
    """As shutil.get_terminal_size has it, without what else shutil brings along."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns or 80
    except (OSError, ValueError):
        return 80


def _configured() -> "tuple[Settings, tuple[Diagnostic, ...]]":
    """What the configuration file settles, and what is wrong with it."""
    from kzterm.config.file import config_path, read_config

    config = read_config(config_path())
    return config.settings, config.diagnostics


def _settings() -> Settings:
    """The same for a command that prints and ends: what is wrong goes to stderr."""
    settings, faults = _configured()
    _tell(faults)
    return settings


def _tell(faults: "tuple[Diagnostic, ...]") -> None:
    if faults:
        from kzterm.pack import render

        for fault in faults:
            print(render(fault), file=sys.stderr)


def _themes() -> int:
    from kzterm.reader.choices import Choices
    from kzterm.store import state_home

    chosen = Choices(state_home()).resume(_settings()).theme
    width = max(map(len, THEMES))
    for name, shade in THEMES.items():
        print(f"{name:{width}}  {shade}{'  in use' if name == chosen else ''}")
    return ExitCode.OK


def _load(folder: Path | None, keep: bool = True) -> Briefing:
    """The briefing; `keep` an index of it, so that it opens faster the next time."""
    from kzterm.pack import bundled, opened

    found = opened(folder or bundled(), keep)
    if isinstance(found, Briefing):
        return found
    _tell(found)
    raise SystemExit(ExitCode.USAGE)


def _command(arguments: list[str]) -> int:
    options = commands().parse_args(arguments)
    if options.command == "read":
        return _read(options, arguments)
    if options.command == "themes":
        return _themes()
    if options.command == "notes":
        return _notes(options)
    if options.command == "coverage":
        return _coverage(options)
    if options.command == "check":
        return _check(options)
    if options.command == "breaks":
        return _breaks(options)
    import json

    from kzterm.pack import schema

    try:
        print(json.dumps(schema(options.kind), ensure_ascii=False, indent=2))
    except KeyError as unknown:
        _fail(f"there is no kind of file called {unknown}")
    return ExitCode.OK


def _read(options: argparse.Namespace, arguments: list[str]) -> int:
    from kzterm.cache.printed import keep_printed
    from kzterm.config.file import config_path
    from kzterm.pack import bundled
    from kzterm.plain.read import NotFoundError, pages

    since = time.time_ns()
    briefing = _load(options.briefing)
    wanted = list(briefing.scenes) if options.all else options.ids or [briefing.start]
    settings, faults = _configured()
    _tell(faults)
    lang, both = language(options.lang, settings.lang)
    width = options.width or _terminal_width()
    page = ""
    try:
        for number, page in enumerate(pages(briefing, wanted, lang, both, width, settings)):
            sys.stdout.write("\n" + page if number else page)
    except NotFoundError as problem:
        _fail(str(problem))
    sys.stdout.flush()
    if len(wanted) == 1 and not faults:
        config = config_path()
        keep_printed(arguments, page, options.briefing or bundled(), [str(config)] if config else [], since)
    return ExitCode.OK


def _coverage(options: argparse.Namespace) -> int:
    from kzterm.pages.coverage import coverage, coverage_page
    from kzterm.pages.plain_text import render
    from kzterm.pages.view import View

    briefing = _load(options.briefing)
    lang, both = language(options.lang, _settings().lang)
    sys.stdout.write(render(coverage_page(View(briefing, lang, both)), _terminal_width(), lang))
    sys.stdout.flush()
    return ExitCode.FAILED if coverage(briefing).missing else ExitCode.OK


def _check(options: argparse.Namespace) -> int:
    from kzterm.pack import bundled, check, render

    found: list[Diagnostic] = []
    for folder in options.briefings or [bundled()]:
        found.extend(check(folder, dict(options.source)).diagnostics)
    if options.json:
        import json

        print(json.dumps([diagnostic.as_dict() for diagnostic in found], ensure_ascii=False, indent=2))
    else:
        for diagnostic in found:
            print(render(diagnostic))
        print(_summary(len(found)), file=sys.stderr)
    if any(diagnostic.code in UNREADABLE for diagnostic in found):
        return ExitCode.USAGE
    bad = {"error", "warning"} if options.strict else {"error"}
    return ExitCode.FAILED if any(diagnostic.severity in bad for diagnostic in found) else ExitCode.OK


def _breaks(options: argparse.Namespace) -> int:
    from kzterm.pack import bundled
    from kzterm.pack.breaks_file import BREAKS, names_of, write_breaks
    from kzterm.text.breaks_prepare import NoSegmentersError, Preparer, made_with

    folder = options.briefing or bundled()
    briefing = _load(options.briefing)
    try:
        preparer = Preparer(names_of(briefing))
        count = write_breaks(folder, briefing, preparer.mark, made_with())
    except NoSegmentersError as missing:
        _fail(f"the segmenters are not installed ({missing}); pip install 'kzterm[thai]' brings them")
    except OSError as problem:
        _fail(f"cannot write {folder / BREAKS}: {(problem.strerror or str(problem)).lower()}")
    print(f"{folder / BREAKS}: {count} runs", file=sys.stderr)
    return ExitCode.OK


def _summary(count: int) -> str:
    return "nothing to mend" if not count else f"{count} finding{'s' if count != 1 else ''}"


def _fail(message: str) -> NoReturn:
    from kzterm.text.clean import cleaned

    print(cleaned(f"kzterm: {message}"), file=sys.stderr)
    raise SystemExit(ExitCode.USAGE)
