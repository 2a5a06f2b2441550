"""Pages as plain text of a given width: no boxes, one idea a line, citations as [7]."""

from kzterm.catalogue import LANGUAGES, Catalogue, catalogue
from kzterm.pages.blocks import Block, Heading, Page, Style
from kzterm.pages.layout import Look, lay_out
from kzterm.text.breaks import LIGHT, Breaker
from kzterm.text.cells import cell_width
from kzterm.text.clean import cleaned
from kzterm.text.wrap import wrap

NARROWEST, WIDEST = 20, 500
_PAIR_WIDTH = 100
"""No margins here: from this width on, two languages stand side by side, but never to be listened to."""


def render(page: Page, width: int, lang: str, citations: bool = True, heard: bool = False) -> str:
    """The whole page, ending in a line feed; with or without citations, and as it is best read or `heard`."""
    say = catalogue(lang)
    if not citations:
        from kzterm.pages.rewriting import without_citations

        page = without_citations(page)
    if heard:
        from kzterm.pages.spoken import spoken

        page = spoken(page, say)
    look = Look(
        marks=_marks(say),
        other_marks={name: _marks(catalogue(name)) for name in LANGUAGES},
        pair_width=WIDEST + 1 if heard else _PAIR_WIDTH,
        breaks=page.breaks,
    )
    blocks: list[Block] = [Heading(page.title, title=True), *page.blocks]
    for panel in page.panels:
        blocks.extend((Heading(panel.title), *panel.blocks))
    blocks.extend(page.tail)
    width = min(max(width, NARROWEST), WIDEST)
    lines = (guarded(line.text.rstrip()) for line in lay_out(blocks, width, look).lines)
    return "\n".join(lines) + "\n"


def _marks(say: Catalogue) -> dict[Style, str]:
    return {"claim": say.t(" (claim)"), "judgement": say.t(" (judgement)"), "caveat": say.t(" (editor's note)")}


def render_notice(notice: tuple[str, ...], width: int, breaks: Breaker = LIGHT) -> str:
    """The lines of a notice, wrapped."""
    lines: list[str] = []
    width = min(max(width, NARROWEST), WIDEST)
    for line in notice:
        text = cleaned(line)
        places = breaks(text) if cell_width(text) > width else ()
        lines.extend(guarded(text[start:end]) for start, end in wrap(text, width, places))
    return "".join(f"{line}\n" for line in lines)


def guarded(line: str) -> str:
    """Only the prompt may begin a line with `>`; forbidden characters never leave."""
    line = cleaned(line)
    return f" {line}" if line.startswith(">") and cell_width(line) else line
