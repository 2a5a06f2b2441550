"""Commands that print for pipes: read, search, notes, coverage, themes."""

import argparse
import sys
from collections.abc import Iterable

from kzterm.cli.opening import fail, load_or_exit, settings_told, store_of, terminal_width
from kzterm.config.language import language
from kzterm.config.themes import THEMES
from kzterm.exits import ExitCode
from kzterm.model.briefing import Briefing


def read(options: argparse.Namespace) -> int:
    """Pages of scenes and cards."""
    from kzterm.plain.read import NotFoundError, pages

    briefing = load_or_exit(options.briefing)
    settings = settings_told()
    lang, both = language(options.lang, settings.lang)
    width = options.width or terminal_width()
    try:
        _write(pages(briefing, _wanted(briefing, options), lang, both, width, settings))
    except NotFoundError as problem:
        fail(str(problem))
    return ExitCode.OK


def _wanted(briefing: Briefing, options: argparse.Namespace) -> list[str]:
    if options.ids and (options.all or options.trail is not None):
        fail("name scenes and cards, or ask for --all or a --trail, but not both")
    if options.all:
        return list(briefing.scenes)
    if options.trail is None:
        return options.ids or [briefing.start]
    from kzterm.play.names import names

    found = names(briefing).find(options.trail, among=briefing.trails)
    if len(found) != 1:
        fail(f'no trail is called "{options.trail}"; there are: {", ".join(briefing.trails)}')
    return [step.scene for step in briefing.trails[found[0]].steps]


def search(options: argparse.Namespace) -> int:
    """What a search finds; nothing found is a failure, as grep has it."""
    from kzterm.pages.plain_text import render
    from kzterm.play.session import Session

    briefing = load_or_exit(options.briefing)
    lang, both = language(options.lang, settings_told().lang)
    reply = Session(briefing, lang, both=both).submit(f"search {' '.join(options.words)}")
    if not reply.show:
        print("\n".join(reply.notice), file=sys.stderr)
        return ExitCode.FAILED
    _write([render(reply.page, terminal_width(), lang)])
    return ExitCode.OK


def notes(options: argparse.Namespace) -> int:
    """The reader's dossier, notes and marks, as Markdown."""
    from kzterm.play.session import Session
    from kzterm.reader.reader import Reader

    briefing = load_or_exit(options.briefing)
    reader = Reader(
        Session(briefing, language(options.lang, settings_told().lang)[0]), store_of(briefing, options.briefing)
    )
    for trouble in reader.troubles():
        print(f"kzterm: {trouble}", file=sys.stderr)
    sys.stdout.write(reader.markdown())
    sys.stdout.flush()
    reader.close()
    return ExitCode.OK


def coverage(options: argparse.Namespace) -> int:
    """Which scenes and cards tell each paragraph; less than all is a failure."""
    from kzterm.pages.coverage import coverage as covered
    from kzterm.pages.coverage import coverage_page
    from kzterm.pages.plain_text import render
    from kzterm.pages.view import View

    briefing = load_or_exit(options.briefing)
    lang, both = language(options.lang, settings_told().lang)
    sys.stdout.write(render(coverage_page(View(briefing, lang, both)), terminal_width(), lang))
    sys.stdout.flush()
    return ExitCode.FAILED if covered(briefing).missing else ExitCode.OK


def themes(_options: argparse.Namespace) -> int:
    """The themes of the full screen."""
    from kzterm.reader.choices import Choices
    from kzterm.store import state_home

    chosen = Choices(state_home()).resume(settings_told()).theme
    width = max(map(len, THEMES))
    for name, shade in THEMES.items():
        print(f"{name:{width}}  {shade}{'  in use' if name == chosen else ''}")
    return ExitCode.OK


def _write(pages: Iterable[str]) -> None:
    for number, page in enumerate(pages):
        sys.stdout.write("\n" + page if number else page)
    sys.stdout.flush()
