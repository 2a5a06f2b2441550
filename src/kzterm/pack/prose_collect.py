"""Gathers the pieces of prose as they are read, and puts paragraphs together. Both ways of reading prose use it."""

import re
from dataclasses import dataclass
from typing import Literal

from kzterm.model.prose import Cite, Inline, Paragraph, Prose, Ref, WebLink, Words
from kzterm.pack.diagnostic import quoted
from kzterm.pack.prose_marks import ADDRESS, CiteMention, Fault, LinkMention, join_lines, joint, read_citation
from kzterm.text.clean import FORBIDDEN

Kind = Literal["text", "item", "quotation"]

_MAIL = re.compile(r"mailto:[\w.+]+[\w.+-]*@[\w.-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A piece of prose and where its parts stand. Offsets count in the text it was read from."""

    prose: Prose
    starts: tuple[tuple[int, ...], ...]
    """For each paragraph, the offset of each of its inlines; of words, as exactly as can be told."""
    links: tuple[LinkMention, ...]
    cites: tuple[CiteMention, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Break:
    """A line break inside a paragraph."""

    spaced: bool
    """Whether the author left a space before it."""


class Collector:
    """Takes pieces in reading order; `paragraph` closes what has come since the last one."""

    def __init__(self, primary: str, lang: str) -> None:
        self.primary = primary
        self.lang = lang
        self.faults: list[Fault] = []
        self._links: list[LinkMention] = []
        self._cites: list[CiteMention] = []
        self._pieces: list[tuple[Inline | _Break, int]] = []
        self._prose: list[Paragraph] = []
        self._starts: list[tuple[int, ...]] = []

    def words(self, text: str, at: int, emphasis: bool = False, strong: bool = False) -> None:
        """A run of words."""
        if text:
            self._pieces.append((Words(text.replace("\t", " "), emphasis, strong), at))

    def line_break(self, at: int, spaced: bool = False) -> None:
        """A line break inside a paragraph; `spaced` when a space stands before it."""
        self._pieces.append((_Break(spaced), at))

    def link(self, target: str, label: str | None, at: int) -> None:
        """What stands between `[[` and `]]`; `at` is the offset of the brackets."""
        ident = target.strip()
        if not ident:
            self.faults.append(Fault("KZ041", at, 4, "this link names nothing", "write [[id]] or [[id|label]]"))
            return
        shown = None if label is None else join_lines(label.replace("\t", " ")).strip()
        if shown == "":
            message = f"the link to {quoted(ident)} has an empty label"
            length = len(target) + len(label or "") + 5
            self.faults.append(Fault("KZ041", at, length, message, "write [[id]] to show its name"))
            shown = None
        start = at + 2 + len(target) - len(target.lstrip())
        self._links.append(LinkMention(ident, start, len(ident)))
        self._pieces.append((Ref(ident, shown), at))

    def citation(self, body: str, at: int) -> None:
        """What stands between `[^` and `]`; `at` is the offset of the bracket."""
        mentions, faults = read_citation(body, at + 2, self.primary)
        self.faults += faults
        self._cites += mentions
        if mentions:
            self._pieces.append((Cite(tuple(mention.ref for mention in mentions)), at))

    def web(self, url: str, label: str, at: int) -> None:
        """A link that leaves the briefing, if its address is one that may be shown."""
        if not (ADDRESS.fullmatch(url) or _MAIL.fullmatch(url)) or FORBIDDEN.search(url):
            message = f"the address {quoted(url)} is refused"
            self.faults.append(Fault("KZ046", at, 1, message, "a link leads to https://, http:// or mailto:"))
        elif not label.strip():
            self.faults.append(Fault("KZ046", at, 1, "this link shows no words", "write [words](https://…)"))
        else:
            self._pieces.append((WebLink(url, label.replace("\t", " ")), at))

    def paragraph(self, kind: Kind = "text", marker: str = "") -> None:
        """Close a paragraph; nothing happens when it is empty."""
        inlines: list[Inline] = []
        starts: list[int] = []
        for index, (piece, at) in enumerate(self._pieces):
            inline = self._joint(index, inlines) if isinstance(piece, _Break) else piece
            if inline is None:
                continue
            last = inlines[-1] if inlines else None
            if isinstance(inline, Words) and isinstance(last, Words) and _same_style(inline, last):
                inlines[-1] = Words(last.text + inline.text, last.emphasis, last.strong)
            else:
                inlines.append(inline)
                starts.append(at)
        self._pieces.clear()
        if inlines:
            self._prose.append(Paragraph(tuple(inlines), kind, marker))
            self._starts.append(tuple(starts))

    def parsed(self) -> Parsed:
        """Everything that has been closed."""
        links, cites = tuple(self._links), tuple(self._cites)
        return Parsed(tuple(self._prose), tuple(self._starts), links, cites, tuple(self.faults))

    def _joint(self, index: int, inlines: list[Inline]) -> Words | None:
        """What a line break turns into. Before a citation it is nothing: the number hangs on its word."""
        following = self._pieces[index + 1][0] if index + 1 < len(self._pieces) else None
        if not inlines or following is None or isinstance(following, Cite | _Break):
            return None
        before = inlines[-1]
        piece = self._pieces[index][0]
        spaced = isinstance(piece, _Break) and piece.spaced
        text = " " if spaced else joint(self._edge(before, -1), self._edge(following, 0))
        if not text:
            return None
        return Words(text, before.emphasis, before.strong) if isinstance(before, Words) else Words(text)

    def _edge(self, inline: Inline, index: int) -> str:
        """The first or last letter that an inline shows; one of its language when that is a name not known here."""
        match inline:
            case Words(text=text) | WebLink(label=text):
                return text[index]
            case Ref(label=None):
                return "\N{THAI CHARACTER KO KAI}" if self.lang == "th" else "a"
            case Ref(label=str(label)):
                return label[index]
            case _:
                return "]"


def _same_style(one: Words, other: Words) -> bool:
    return one.emphasis == other.emphasis and one.strong == other.strong
