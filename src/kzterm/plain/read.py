"""`kzterm read`: pages to stdout, made for pipes."""

from collections.abc import Iterable, Iterator

from kzterm.config.settings import Settings
from kzterm.model.briefing import Briefing, Item
from kzterm.pages.item import item_page
from kzterm.pages.plain_text import render
from kzterm.pages.view import View


class NotFoundError(Exception):
    """Nothing in the briefing has that name; `args` are the message's lines."""


def pages(
    briefing: Briefing, wanted: Iterable[str], lang: str, both: bool, width: int, settings: Settings
) -> Iterator[str]:
    """The pages of the named scenes and cards; raises NotFoundError before the first when a name fails."""
    view = View(briefing, lang, both)
    for item in [_resolve(briefing, name) for name in wanted]:
        yield render(item_page(view, item), width, lang, settings.citations, settings.screen_reader)


def _resolve(briefing: Briefing, name: str) -> Item:
    if item := briefing.find(name):
        return item
    from kzterm.play.names import names

    found = names(briefing).find(name)
    if len(found) == 1 and (item := briefing.find(found[0])):
        return item
    if found:
        raise NotFoundError(f'"{name}" could be: {", ".join(found)}')
    near = names(briefing).suggest(name)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise NotFoundError(f'no scene or card is called "{name}".{hint}')
