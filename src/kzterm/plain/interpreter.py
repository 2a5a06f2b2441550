"""The interpreter: a prompt, a line in, a reply out, until `quit` or the end of input."""

from typing import TextIO

from kzterm.pages.plain_text import render, render_notice
from kzterm.play.effects import Copy
from kzterm.play.session import Reply
from kzterm.reader.reader import Reader

PROMPT = ">"


def interpret(reader: Reader, lines: TextIO, out: TextIO, width: int) -> None:
    """Read lines and print replies. The prompt is `>` at the start of a line and nothing else begins with it."""
    out.write(printed(reader.begin(), width))
    while True:
        out.write(PROMPT)
        out.flush()
        line = lines.readline()
        if not line:
            out.write("\n")
            return
        if not lines.isatty():
            out.write("\n")
        replies = reader.submit(line)
        out.write("".join(printed(reply, width) for reply in replies))
        if replies[-1].quit:
            return


def printed(reply: Reply, width: int) -> str:
    """A reply as text: what is said, then the page if it is to be shown, then what is to be copied."""
    parts = []
    progress, settings = reply.progress, reply.progress.settings
    if reply.notice:
        parts.append(render_notice(reply.notice, width, reply.page.breaks))
    if reply.show:
        parts.append(render(reply.page, width, progress.lang, settings.citations, settings.screen_reader))
    if reply.peek is not None:
        parts.append(render(reply.peek, width, progress.lang, settings.citations, settings.screen_reader))
    parts.extend(render_notice((effect.text,), width) for effect in reply.effects if isinstance(effect, Copy))
    return "\n".join(parts) + ("\n" if parts else "")
