"""What arrives faster than anybody types: a run of printable characters read at once is one event and no key each."""

import re
from collections.abc import Iterable, Iterator

from textual._parser import Read1
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Key
from textual.keys import _character_to_key
from textual.message import Message

_RUN = re.compile("([^\x00-\x1f\x7f-\x9f]{2,})")
_MOST_BEFORE = len(BRACKETED_PASTE_START) - 1


class Burst(Key):
    """Characters that came together: typed ahead, or pasted by a terminal that does not say where a paste begins."""

    def __init__(self, text: str) -> None:
        super().__init__("burst", None)
        self.text = text

    def keys(self) -> Iterator[Key]:
        """The key of each character."""
        return (key_of(character) for character in self.text)


def key_of(character: str) -> Key:
    """The key that types a character."""
    return Key(_character_to_key(character), character)


class BurstParser:
    """Textual's parser, past which runs of characters are led: it makes several objects of every one."""

    def __init__(self, debug: bool) -> None:
        self.parser = XTermParser(debug)
        self._fed = ""
        self._pasting = False

    def feed(self, data: str) -> Iterable[Message]:
        """What the terminal has sent, as events."""
        for piece in _RUN.split(data):
            if not piece:
                continue
            if self._between_keys and _RUN.fullmatch(piece):
                self._fed = ""
                yield Burst(piece)
            else:
                self._look_for_paste(piece)
                yield from self.parser.feed(piece)

    @property
    def _between_keys(self) -> bool:
        """Whether the next character begins something: inside an escape sequence the parser waits with a clock."""
        return not self._pasting and isinstance(self.parser._awaiting, Read1) and self.parser._awaiting.timeout is None

    def _look_for_paste(self, piece: str) -> None:
        fed = self._fed + piece
        begun, ended = fed.rfind(BRACKETED_PASTE_START), fed.rfind(BRACKETED_PASTE_END)
        if begun != ended:
            self._pasting = begun > ended
        self._fed = fed[-_MOST_BEFORE:]
