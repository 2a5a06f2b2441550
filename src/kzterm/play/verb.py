"""A verb is a row: help, completion and the docs are made from it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kzterm.catalogue import N_, Catalogue
from kzterm.play.turn import Outcome, Turn

Takes = Literal["words", "list", "text"]
"""What follows a verb: words; a list such as `sack and board`, done one by one; or text taken as it stands."""


PLACEHOLDERS = (
    N_("THING"),
    N_("ACTOR"),
    N_("PARAGRAPH"),
    N_("DIRECTION"),
    N_("NUMBER"),
    N_("SCENE"),
    N_("NAME"),
    N_("TEXT"),
    N_("WORDS"),
    N_("WORD"),
    N_("FILE"),
    N_("ADDRESS"),
    N_("VERB"),
)
"""What grammars say for a word of the reader's own."""

FIXED_WORDS = (
    N_("all"),
    N_("and"),
    N_("note"),
    N_("mark"),
    N_("N"),
    N_("off"),
    N_("reader"),
    N_("prompt"),
    N_("en"),
    N_("th"),
    N_("both"),
)
"""What grammars say to be typed as it stands; what they are called in a language has to work there as well."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing a reader can type."""

    name: str
    """The English name, which links and transcripts use."""
    aliases: tuple[str, ...]
    """Other English names and abbreviations."""
    thai: tuple[str, ...]
    """Thai names, the one shown in help first."""
    grammar: str
    """What may follow, as help shows it: `THING`, `[all]`, or ""."""
    help: str
    """One line, marked for translation."""
    example: str
    """A line that works in the bundled briefing."""
    run: Callable[[Turn, str], Outcome]
    """Takes what follows the verb, without the verb."""
    takes: Takes = "words"
    noun: str = ""
    """The question for a missing noun, marked for translation; "" when the verb does without one."""
    file: bool = False
    """Whether what follows is the name of a file."""

    def usage(self, say: Catalogue) -> str:
        """The verb and what may follow, in the words of a reader's language."""
        grammar = re.sub("[A-Za-z]+", lambda word: say.t(word.group()), self.grammar)
        return f"{self.called(say.lang)} {grammar}".strip()

    def called(self, lang: str) -> str:
        """The name help shows in a language."""
        return self.thai[0] if lang == "th" and self.thai else self.name
