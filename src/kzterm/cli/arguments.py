"""The arguments of the command line."""

import argparse
from pathlib import Path

from kzterm import __version__
from kzterm.config.themes import THEMES

COMMANDS = ("read", "search", "notes", "coverage", "check", "breaks", "schema", "themes")


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
    parser.add_argument("--width", type=_width, metavar="N", help="cells a line where there is no full screen")
    parser.add_argument("--theme", choices=THEMES, metavar="NAME", help="colours (`kzterm themes` lists them)")
    parser.add_argument("--no-save", action="store_true", help="write nothing to disk, and read no notes")
    parser.add_argument("--version", action="version", version=f"kzterm {__version__}")
    return parser


def commands() -> argparse.ArgumentParser:
    """The parser of the commands that print and end."""
    parser = argparse.ArgumentParser(prog="kzterm")
    subparsers = parser.add_subparsers(dest="command", required=True)
    read = subparsers.add_parser("read", help="print pages, made for pipes")
    read.add_argument("ids", nargs="*", metavar="ID", help="scenes or cards; the start scene when there is none")
    several = read.add_mutually_exclusive_group()
    several.add_argument("--all", action="store_true", help="every scene, in order")
    several.add_argument("--trail", metavar="NAME", help="the scenes of a trail, in its order")
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
    search = subparsers.add_parser("search", help="print what a search finds")
    search.add_argument("words", nargs="+", metavar="WORD")
    search.add_argument("--briefing", type=Path, metavar="FOLDER", help="a folder of scenes")
    _add_lang(search)
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
