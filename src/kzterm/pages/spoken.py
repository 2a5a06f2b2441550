"""Pages for the ear: no symbols, no drawings, and panels as counts with the verbs that read them out."""

from dataclasses import replace

from kzterm.catalogue import N_, Catalogue
from kzterm.pages.blocks import Bars, Block, Columns, Entry, Page, Para, Run, Runs
from kzterm.pages.rewriting import rewritten

_WORDS = str.maketrans({"·": ",", "▸": "", "≈": "", "◇": "", "│": "", "•": ""})
"""Symbols that a voice would name one by one. What they tell is said in words as well, wherever they stand."""


VERBS = (N_("who"), N_("quotes"), N_("assess"), N_("figures"), N_("caveats"))
"""The lines of panels, which a reader may type in their own language."""


def spoken(page: Page, say: Catalogue) -> Page:
    """The page as it is best listened to."""
    page = replace(page, blocks=_plain(page.blocks, say), tail=_plain(page.tail, say))
    read, counted = [], []
    for panel in page.panels:
        if not panel.line:
            read.append(replace(panel, blocks=_plain(panel.blocks, say)))
        elif panel.count:
            counted.append(panel)
    summary: tuple[Block, ...] = ()
    if counted:
        counts = ", ".join(panel.noun for panel in counted)
        verbs = ", ".join(dict.fromkeys(f"`{say.t(panel.line)}`" for panel in counted))
        summary = (Para((Run(say.t("Here: {counts}. To hear them: {verbs}.", counts=counts, verbs=verbs)),)),)
    return rewritten(replace(page, panels=tuple(read), tail=(*summary, *page.tail)), _in_words)


def _plain(blocks: tuple[Block, ...], say: Catalogue) -> tuple[Block, ...]:
    """Blocks without leads that are symbols; bars as the lines above them, columns one after the other,
    and when something happened before what."""
    note, scenery = Run(say.t("Editor's note: "), "dim"), Run(say.t("Scenery: "), "dim")
    found: list[Block] = []
    for block in blocks:
        match block:
            case Para(lead="! ", runs=runs):
                found.append(replace(block, lead="", runs=(note, *runs)))
            case Para(runs=(Run(style="scenery"), *_) as runs):
                found.append(replace(block, runs=(scenery, *runs)))
            case Para(lead=lead) if not lead.translate(_WORDS).strip():
                found.append(replace(block, lead=""))
            case Entry(when=when, runs=runs, under=under):
                date = ", ".join(" ".join(part.split()) for part in when if part)
                found.append(Para((Run(f"{date}: ", "key"), *runs) if date else runs))
                found.extend([Para(under, tight=True)] if under else [])
            case Bars(items=items):
                found.extend(Para(bar.runs, tight=number > 0) for number, bar in enumerate(items))
            case Columns(groups=groups):
                for group in groups:
                    found.extend(_plain(group, say))
            case _:
                found.append(block)
    return tuple(found)


def _in_words(runs: Runs) -> Runs:
    return tuple(replace(run, text=_said(run.text)) for run in runs)


def _said(text: str) -> str:
    if text.translate(_WORDS) == text:
        return text
    words = text.replace(" · ", ", ").translate(_WORDS)
    return words.rstrip() + " " if text.endswith(" ") and words.strip() else words.rstrip()
