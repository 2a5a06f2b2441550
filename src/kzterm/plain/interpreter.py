"""The interpreter: a prompt, a line in, a reply out, until `quit` or the end of input."""

from typing import TextIO

from kzterm.plain.render import render, render_notice
from kzterm.play.session import Reply, Session

PROMPT = ">"


def interpret(session: Session, lines: TextIO, out: TextIO, width: int) -> None:
    """Read lines and print replies. The prompt is `>` at the start of a line and nothing else begins with it."""
    _print(session.begin(), out, width)
    while True:
        out.write(PROMPT)
        out.flush()
        line = lines.readline()
        if not line:
            out.write("\n")
            return
        if not lines.isatty():
            out.write("\n")
        reply = session.submit(line)
        _print(reply, out, width)
        if reply.quit:
            return


def _print(reply: Reply, out: TextIO, width: int) -> None:
    parts = []
    if reply.notice:
        parts.append(render_notice(reply.notice, width))
    if reply.show:
        parts.append(render(reply.page, width, reply.progress.lang))
    out.write("\n".join(parts) + ("\n" if parts else ""))
