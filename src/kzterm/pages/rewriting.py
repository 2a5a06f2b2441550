"""Pages with their runs changed one by one: without citations, or in words that can be listened to."""

from collections.abc import Callable
from dataclasses import replace

from kzterm.pages.blocks import Bars, Block, Choices, Columns, Entry, Facts, Page, Pair, Para, Runs

Rewrite = Callable[[Runs], Runs]


def without_citations(page: Page) -> Page:
    """The page without paragraph numbers; where a number comes first, it is what is being told, and stays."""
    return rewritten(page, _uncited)


def _uncited(runs: Runs) -> Runs:
    if runs and runs[0].style == "cite":
        return runs
    return tuple(run for run in runs if run.style != "cite")


def rewritten(page: Page, change: Rewrite) -> Page:
    """The page with every stretch of runs changed."""
    return replace(
        page,
        blocks=_blocks(page.blocks, change),
        panels=tuple(replace(panel, blocks=_blocks(panel.blocks, change)) for panel in page.panels),
        tail=_blocks(page.tail, change),
    )


def _blocks(blocks: tuple[Block, ...], change: Rewrite) -> tuple[Block, ...]:
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Rewrite) -> Block:
    match block:
        case Para(runs=runs):
            return replace(block, runs=change(runs))
        case Choices(items=items):
            return replace(block, items=tuple(replace(item, runs=change(item.runs)) for item in items))
        case Facts(rows=rows):
            return Facts(tuple((label, change(runs)) for label, runs in rows))
        case Pair(first=first, second=second):
            return replace(block, first=change(first), second=change(second))
        case Entry(runs=runs, under=under):
            return replace(block, runs=change(runs), under=change(under))
        case Bars(items=bars):
            return replace(block, items=tuple(replace(bar, runs=change(bar.runs)) for bar in bars))
        case Columns(groups=groups):
            return Columns(tuple(_blocks(group, change) for group in groups))
    return block
