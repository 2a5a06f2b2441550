"""Write docs/commands.md from the verb table: `python tools/commands_page.py`. A test holds the page to the table."""

from pathlib import Path

from kzterm.catalogue import catalogue
from kzterm.play.commands.table import VERBS
from kzterm.play.verb import Verb

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"

HEAD = """# Commands

Everything that prints goes to the prompt. Type a verb and what it is to be done with, the name of anything you see, a
direction, or the number of an exit. Several commands fit on one line (`n. x sack. take it`), and so do lists
(`take sack and board`). `it` is the last thing spoken of; articles and politeness are passed over; questions in words
(`who is umarov`, `why …`, `when …`) are answered with what the briefing has. A mistyped word is answered with
suggestions, never with a guess.

This page is made from the program's own table of verbs.

| verb | also | Thai | what it does | for example |
|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(row(verb) for verb in VERBS)


def row(verb: Verb) -> str:
    """One verb as a row of the table."""
    usage = f"{verb.name} {verb.grammar}".strip().replace("|", "\\|")
    cells = [
        f"`{usage}`",
        ", ".join(f"`{alias}`" for alias in verb.aliases),
        ", ".join(verb.thai),
        f"{verb.help}<br>{catalogue('th').t(verb.help)}",
        f"`{verb.example}`",
    ]
    return "| " + " | ".join(cells) + " |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
