"""What surrounds the text: the masthead, the status lines, and the keys at the bottom. Whole words or nothing."""

from collections.abc import Iterable, Iterator
from typing import Literal

from textual.content import Content
from textual.style import Style

from kzterm.catalogue import N_
from kzterm.pages.blocks import Page
from kzterm.pages.dates import show_date
from kzterm.play.turn import Turn
from kzterm.text.breaks import Breaker
from kzterm.text.cells import cell_width
from kzterm.text.wrap import wrap
from kzterm.tui.keys import Keymap, hinted

LANGUAGE_SIGNS = {"en": "EN", "th": "ไทย"}


def _click(action: str) -> Style:
    """What a click on the words does. Actions are ours: nothing from a briefing is among them."""
    return Style.from_meta({"@click": f"app.{action}"})


def masthead(turn: Turn, width: int) -> Content:
    """Title, and at the right how old the picture is, the language, and how much has been read."""
    view, briefing, progress = turn.view, turn.briefing, turn.progress
    seen = sum(1 for ident in progress.seen if ident in briefing.scenes)
    as_of = turn.t("as of {date}", date=show_date(briefing.as_of, view.say, short=True))
    count = turn.t("{count} of {total} read", count=seen, total=len(briefing.scenes))
    sign = "EN+ไทย" if progress.both else LANGUAGE_SIGNS.get(progress.lang, progress.lang)
    title = view.text(briefing.title)
    for right in (f"{as_of} · {sign} · {count}", f"{sign} · {count}", sign):
        if cell_width(title) + cell_width(right) + 2 <= width:
            gap = width - cell_width(title) - cell_width(right)
            before, _, after = right.partition(sign)
            clickable = Content(sign).stylize(_click("press_key('language')"))
            return Content.assemble((title, "$foreground bold"), " " * gap, before, clickable, after)
    return Content.assemble((title if cell_width(title) <= width else "", "$foreground bold"))


def said(lines: Iterable[str], width: int, breaker: Breaker) -> Content:
    """Lines of a notice, wrapped as all text is."""
    rows = [line[start:end] for line in lines for start, end in wrap(line, max(width, 1), breaker(line))]
    return Content("\n".join(rows))


def summary(turn: Turn, page: Page, width: int, wide: bool) -> Content:
    """That letters move the page, and what the panels hold where they are out of sight: "2 actors · 1 quote"."""
    letters = turn.progress.settings.keys == "reader"
    parts = [Content(turn.t("letters move you, `:` to type"))] if letters else []
    for panel in () if wide else page.panels:
        part = Content(panel.noun)
        if sum(cell_width(one.plain) + 3 for one in (*parts, part)) - 3 > width:
            break
        parts.append(part.stylize(_click(f"open_panel({panel.line!r})")) if panel.line else part)
    return Content(" · ").join(parts)


Mode = Literal["page", "map", "card", "search", "palette"]
"""What the keys are for: what is open, or lies on top of it."""

_FIRST: dict[Mode, tuple[tuple[str, str], ...]] = {
    "page": (),
    "map": (("←↑↓→", N_("walk the map")),),
    "card": (("escape", N_("close")),),
    "search": (("↓", N_("to the results")), ("Enter", N_("open")), ("escape", N_("close"))),
    "palette": (("↑↓", N_("choose")), ("Enter", N_("open")), ("escape", N_("close"))),
}
"""What the keys do there that they do nowhere else: a key's id, or how keys are written."""


def hints(turn: Turn, keymap: Keymap, width: int, basic: bool, mode: Mode) -> Content:
    """The keys worth knowing, as many as fit; a click does what the key does."""
    parts: list[Content] = []
    used = 0
    for name, words, ident in _hinted(keymap, basic, mode):
        used += cell_width(name) + cell_width(turn.t(words)) + 3
        if used > width + 2:
            break
        part = Content.assemble((name, "$foreground"), f" {turn.t(words)}")
        parts.append(part.stylize(_click(f"press_key('{ident}')")) if ident else part)
    return Content("  ").join(parts)


def _hinted(keymap: Keymap, basic: bool, mode: Mode) -> Iterator[tuple[str, str, str]]:
    """How keys are written, what they do, and the id of the row that a click presses, if any."""
    for name, words in _FIRST[mode]:
        row = keymap.called(name) if name == "escape" else None
        if row is None or row.keys:
            yield (hinted(row, basic), words, row.id) if row else (name, words, "")
    for row in keymap.rows:
        typing = mode in ("search", "palette") and (row.empty_only or len(row.keys[0]) == 1 if row.keys else False)
        if row.hint and row.keys and not typing:
            yield hinted(row, basic), row.hint, row.id
