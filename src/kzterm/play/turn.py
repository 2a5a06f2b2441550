"""One turn: what a command is given, and what it gives back."""

from collections.abc import Container
from dataclasses import dataclass, replace

from kzterm.model.briefing import Briefing, Scene
from kzterm.pages.view import View
from kzterm.play.effects import Effect
from kzterm.play.names import names
from kzterm.play.progress import NOTHING_PENDING, Pending, Place, Progress, Question
from kzterm.play.spellings import key_of

MOST_ANSWERS = 9
_PRONOUNS = frozenset(
    {"it", "them", "that", "this", "those", "these", "he", "him", "she", "her", "they"}
    | {"มัน", "อันนี้", "อันนั้น", "นี่", "นั่น", "เขา", "เธอ"}
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did."""

    progress: Progress
    notice: tuple[str, ...] = ()
    """Lines to say, in the reader's language."""
    show: bool = False
    """Whether the page is to be shown again although the place is the same."""
    quit: bool = False
    effects: tuple[Effect, ...] = ()
    """What the host is asked to do outside the briefing."""
    peek: Place | None = None
    """A page to be shown over the open one, which stays."""


@dataclass(frozen=True)
class Turn:
    """What a command may look at, and the ways it may answer."""

    briefing: Briefing
    progress: Progress

    @property
    def view(self) -> View:
        """The briefing as this reader sees it."""
        return View(self.briefing, self.progress.lang, self.progress.both)

    @property
    def scene(self) -> Scene:
        """The scene the reader stands in."""
        return self.briefing.scenes[self.progress.place.scene]

    @property
    def shown(self) -> str:
        """The address of what the reader looks at: what is shown over the open page, or that page."""
        return self.progress.pending.peeked or self.progress.place.address

    def t(self, message: str, /, **values: object) -> str:
        """A message of the interface in the reader's language."""
        return self.view.say.t(message, **values)

    def here(self) -> tuple[str, ...]:
        """Ids of what the reader can see: what is open first, then what the scene holds."""
        scene = self.scene
        present = (*scene.things, *scene.actors, *scene.quotes, *scene.assessments, *scene.claims)
        more = (*scene.figures, *scene.events, *scene.caveats, *(way.to for way in scene.exits))
        return (self.progress.place.address, *present, *more)

    def find(self, words: str, among: Container[str] | None = None) -> tuple[str, ...]:
        """Ids that words may mean; `it` is what was spoken of last."""
        if words.casefold() in _PRONOUNS:
            return tuple(ident for ident in self.progress.it if among is None or ident in among)
        return names(self.briefing).find(words, self.here(), among)

    def unclear(self, words: str) -> bool:
        """Whether words are a pronoun, and nothing has been spoken of that it could mean."""
        return words.casefold() in _PRONOUNS and not self.progress.it

    def called(self, words: str) -> tuple[str, ...]:
        """Ids of what goes by exactly this name."""
        return names(self.briefing).called(key_of(words))

    # Answers

    def now(self, **changes: object) -> Progress:
        """Progress with some fields changed."""
        return replace(self.progress, **changes)  # type: ignore[arg-type]

    def tell(self, *lines: str, pending: Pending = NOTHING_PENDING) -> Outcome:
        """Say something; nothing else changes."""
        return Outcome(replace(self.progress, pending=pending), lines)

    def open(self, address: str, *notice: str) -> Outcome:
        """Open a card or a page of the program, staying in the scene; a scene is gone to."""
        scene = address if address in self.briefing.scenes else self.progress.place.scene
        progress = self.progress.open(Place(scene, address))
        if address in self.briefing.cards:
            progress = replace(progress, it=(address,))
        return Outcome(progress, notice, show=True)

    def ask(self, prompt: str, answers: tuple[tuple[str, str], ...]) -> Outcome:
        """Ask which one is meant; a number, a word or a wholly new command answers."""
        lines = [prompt, *(f"{number}. {words}" for number, (words, _) in enumerate(answers, 1))]
        return self.tell(*lines, pending=Pending(question=Question(prompt, answers)))

    def which(self, found: tuple[str, ...], verb: str = "") -> Outcome:
        """Ask which of several things is meant; the answer is opened, or given to the verb."""
        answers = tuple(
            (self.described(ident), f"{verb} {ident}" if verb else self.view.link(ident).line)
            for ident in found[:MOST_ANSWERS]
        )
        asked = self.ask(self.t("Which one do you mean?"), answers)
        if len(found) <= MOST_ANSWERS:
            return asked
        more = self.t("There are {count} more; say a little more.", count=len(found) - MOST_ANSWERS)
        return replace(asked, notice=(*asked.notice, more))

    def described(self, ident: str) -> str:
        """How an item is named in a question: its name, with what it is."""
        from kzterm.pages.cards import kind

        item = self.briefing.find(ident)
        assert item is not None
        return f"{self.view.title(item)} ({kind(self.view, item)})"
