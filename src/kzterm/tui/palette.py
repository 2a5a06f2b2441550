"""The palette: everything that can be typed, found by a few of its letters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.geometry import Region

from kzterm.config.settings import KEY_MODES
from kzterm.config.themes import THEMES
from kzterm.model.cards import Actor
from kzterm.pages.blocks import Block, Link, Para, Run
from kzterm.pages.layout import Look
from kzterm.pages.line_ends import breaker
from kzterm.play.commands.program import LANGUAGE_WORDS
from kzterm.play.commands.table import VERBS
from kzterm.play.turn import Turn
from kzterm.text.cells import cell_width
from kzterm.text.fold import fold
from kzterm.text.wrap import wrap
from kzterm.tui.card import EDGES, Card
from kzterm.tui.page_view import MARGIN

MOST_SHOWN = 50
LOOSEST = 3
"""Letters of a text, for each letter typed, over which these may be scattered."""
FEWEST_BESIDE = 8
"""Cells below which nothing is said beside an entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line that can be typed."""

    words: str
    """What it is called, in the reader's language."""
    about: str
    link: Link
    """The line; one that wants a noun is put on the prompt to be gone on with."""
    spellings: str
    """What it is found by, folded: its names in every language."""


def entries(turn: Turn) -> tuple[Entry, ...]:
    """Verbs, scenes, actors, languages, themes and key modes."""
    return (*_verbs(turn), *_places(turn), *_settings(turn))


def _verbs(turn: Turn) -> Iterator[Entry]:
    lang = turn.progress.lang
    for verb in VERBS:
        called = verb.called(lang)
        line = Link(f"{called} ", "", fill=True) if verb.noun else Link(called, "")
        spellings = " ".join((verb.name, *verb.aliases, *verb.thai))
        yield Entry(verb.usage(turn.view.say), turn.t(verb.help), line, fold(spellings))


def _places(turn: Turn) -> Iterator[Entry]:
    view, briefing = turn.view, turn.briefing
    for scene in briefing.scenes.values():
        spellings = fold(" ".join((scene.id, *scene.title.values())))
        yield Entry(view.text(scene.title), turn.t("scene"), view.link(scene.id), spellings)
    for card in briefing.cards.values():
        if isinstance(card, Actor):
            also = (name for names in card.also.values() for name in names)
            spellings = fold(" ".join((card.id, *card.name.values(), *also)))
            yield Entry(view.text(card.name), turn.t("actor"), view.link(card.id), spellings)


def _settings(turn: Turn) -> Iterator[Entry]:
    lines = [
        *((f"lang {name}", turn.t("language")) for name in (*turn.briefing.languages, "both")),
        *((f"theme {name}", turn.t("theme")) for name in THEMES),
        *((f"keys {name}", turn.t("keys")) for name in KEY_MODES),
    ]
    for line, about in lines:
        also = " ".join(word for word, meant in LANGUAGE_WORDS.items() if line == f"lang {meant}")
        yield Entry(line, about, Link(line, ""), fold(f"{line} {about} {also}"))


def matching(found: Iterable[Entry], typed: str) -> list[Entry]:
    """The entries that hold every typed word letter by letter, best first; all of them when nothing is typed."""
    words = fold(typed).split()
    scored = []
    for number, entry in enumerate(found):
        scores = [score for word in words if (score := _score(word, entry.spellings)) is not None]
        if len(scores) == len(words):
            scored.append((max(scores, default=0), number, entry))
    return [entry for *_, entry in sorted(scored, key=lambda one: one[:2])][:MOST_SHOWN]


def _score(word: str, text: str) -> int | None:
    """How far a word is from a text, lower is nearer: begins a word of it, is part of it, or is scattered in it."""
    if f" {word}" in f" {text}":
        return 0
    if word in text:
        return 1
    best = None
    furthest = LOOSEST * len(word)
    start = text.find(word[0])
    while start >= 0:
        at = start
        for letter in word[1:]:
            at = text.find(letter, at + 1)
            if at < 0:
                return best
        if at - start < furthest:
            best = min(best or furthest + 2, 2 + at - start)
        start = text.find(word[0], start + 1)
    return best


class Palette(Card):
    """The list over the text while something is chosen from it."""

    def __init__(self, look: Look, widest: int) -> None:
        super().__init__(look, id="palette", widest=widest)
        self._entries: tuple[Entry, ...] = ()
        self._found: list[Entry] = []
        self._at = 0
        self._nothing = ""
        self._typed: str | None = None
        self._area = Region()

    def open(self, turn: Turn, typed: str, area: Region) -> None:
        """Show what can be typed now, over part of an area."""
        self._area = area
        self._entries = entries(turn)
        self._nothing = turn.t("nothing like that")
        self.break_at(breaker(turn.briefing))
        self._typed = None
        self.find(typed)

    def settle(self, area: Region) -> None:
        """The area has another size."""
        if area != self._area and self._typed is not None:
            self._area, chosen = area, self._at
            typed, self._typed = self._typed, None
            self.find(typed)
            self.move(chosen)

    def find(self, typed: str) -> None:
        """Show what is like the typed words; the chosen entry stays chosen while they are the same."""
        if typed == self._typed:
            return
        self._typed = typed
        self._found = matching(self._entries, typed)
        self._at = 0
        blocks: list[Block] = [
            Para((Run(entry.words, "text", entry.link), Run(self._beside(entry), "dim")), tight=True)
            for entry in self._found
        ]
        self.lay_over(self._area, blocks or [Para((Run(self._nothing, "dim"),))])
        self.fit(self._area)
        self.move(0)

    def _beside(self, entry: Entry) -> str:
        """What an entry is, in whole words, in what is left of its line."""
        room = min(self._area.width - EDGES - MARGIN, self.widest) - cell_width(entry.words) - 2
        if cell_width(entry.about) <= room:
            return f"  {entry.about}"
        if room < FEWEST_BESIDE:
            return ""
        start, end = wrap(entry.about, room - 2, self.look.breaks(entry.about))[0]
        return f"  {entry.about[start:end]} …"

    def move(self, steps: int) -> None:
        """Choose another entry, no further than the ends."""
        if self._found:
            self._at = min(max(self._at + steps, 0), len(self._found) - 1)
            self.focus_link(self._at)

    @property
    def chosen(self) -> Link | None:
        """What the chosen entry stands for; None when nothing is like what was typed."""
        return self._found[self._at].link if self._found else None
