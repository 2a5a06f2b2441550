"""Reads prose. Most of it uses no Markdown beyond our own marks and is read here; the rest goes to markdown-it."""

import re

from kzterm.pack.prose_collect import Collector, Parsed
from kzterm.pack.prose_marks import CITATION, LINK

_MARKDOWN = re.compile(
    r"[*_`<\\~\t]"  # emphasis, code, HTML and autolinks, escapes, fences
    r"|!\["  # images
    r"|\]\("  # links
    r"|^(?:[#>+|=:-]|[0-9]+[.)]|[^\S\n])"  # blocks, indentation
    r"|[^\S\n]$",  # spaces at the end of a line
    re.MULTILINE,
)
"""What may mean something in Markdown; prose without it is plain."""

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_MARK = re.compile(rf"(?P<link>{LINK.pattern})|(?P<cite>{CITATION.pattern})|(?P<break>\n)")


def parse(text: str, primary: str, lang: str) -> Parsed:
    """Prose from its text. A bare citation names the `primary` source; `lang` decides how lines join at a link."""
    plain = parse_plain(text, primary, lang)
    if plain is not None:
        return plain
    from kzterm.pack.prose_markdown import parse_markdown

    return parse_markdown(text, primary, lang)


def parse_plain(text: str, primary: str, lang: str) -> Parsed | None:
    """Prose that holds no Markdown but our own marks; None when it may hold more, or a mark is broken."""
    if _MARKDOWN.search(text):
        return None
    collector = Collector(primary, lang)
    for paragraph in _PARAGRAPH.finditer(text):
        cursor, end = paragraph.span()
        for mark in _MARK.finditer(text, cursor, end):
            words = text[cursor : mark.start()]
            if "[" in words or "]" in words:
                return None
            collector.words(words, cursor)
            if mark["link"] is not None:
                collector.link(mark["target"], mark["label"], mark.start())
            elif mark["cite"] is not None:
                collector.citation(mark["body"], mark.start())
            else:
                collector.line_break(mark.start())
            cursor = mark.end()
        words = text[cursor:end]
        if "[" in words or "]" in words:
            return None
        collector.words(words, cursor)
        collector.paragraph()
    return collector.parsed()
