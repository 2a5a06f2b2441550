"""`kzterm read`: pages to stdout, made for pipes."""

from collections.abc import Iterable, Iterator

from kzterm.config.settings import Settings
from kzterm.model.briefing import Briefing
from kzterm.pages.plain_text import render
from kzterm.play.names import names
from kzterm.play.session import Session


class NotFoundError(Exception):
    """Nothing in the briefing has that name; `args` are the message's lines."""


def pages(
    briefing: Briefing, wanted: Iterable[str], lang: str, both: bool, width: int, settings: Settings
) -> Iterator[str]:
    """The pages of the named scenes and cards; raises NotFoundError before the first when a name fails."""
    for ident in [_resolve(briefing, name) for name in wanted]:
        session = Session(briefing, lang, both=both, settings=settings)
        yield render(
            session.submit(session.turn().view.link(ident).line).page,
            width,
            lang,
            settings.citations,
            settings.screen_reader,
        )


def _resolve(briefing: Briefing, name: str) -> str:
    if briefing.find(name):
        return name
    found = names(briefing).find(name)
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFoundError(f'"{name}" could be: {", ".join(found)}')
    near = names(briefing).suggest(name)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise NotFoundError(f'no scene or card is called "{name}".{hint}')
