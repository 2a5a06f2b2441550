"""One turn: what a command is given, and what it gives back."""

from dataclasses import dataclass, replace

from kzterm.model.briefing import Briefing, Scene
from kzterm.pages.view import View
from kzterm.play.progress import Place, Progress, Question


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did."""

    progress: Progress
    notice: tuple[str, ...] = ()
    """Lines to say, in the reader's language."""
    show: bool = False
    """Whether the page is to be shown again although the place is the same."""
    quit: bool = False


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

    def t(self, message: str, /, **values: object) -> str:
        """A message of the interface in the reader's language."""
        return self.view.say.t(message, **values)

    def here(self) -> tuple[str, ...]:
        """Ids of what the reader can see: on the open page first, then in the scene."""
        scene = self.scene
        present = (*scene.things, *scene.actors, *scene.quotes, *scene.assessments, *scene.claims)
        more = (*scene.figures, *scene.events, *scene.caveats, *(way.to for way in scene.exits))
        return (self.progress.place.address, *present, *more)

    # Answers

    def tell(self, *lines: str) -> Outcome:
        """Say something; nothing else changes."""
        return Outcome(replace(self.progress, question=None), lines)

    def open(self, address: str) -> Outcome:
        """Open a card or a page of the program, staying in the scene; a scene is gone to."""
        if address in self.briefing.scenes:
            place = Place(address, address)
        else:
            place = Place(self.progress.place.scene, address)
        return Outcome(self.progress.open(place), show=True)

    def ask(self, prompt: str, answers: tuple[tuple[str, str], ...]) -> Outcome:
        """Ask which one is meant; a number, a word or a wholly new command answers."""
        lines = [prompt, *(f"{number}. {words}" for number, (words, _) in enumerate(answers, 1))]
        return Outcome(replace(self.progress, question=Question(prompt, answers)), tuple(lines))
