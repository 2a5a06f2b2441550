"""How far a reader has come: what counts as read, and what is nearest of the rest."""

from dataclasses import dataclass

from kzterm.model.briefing import Briefing, Exit
from kzterm.model.cards import Assessment, Quote
from kzterm.pages.mentions import mentions
from kzterm.play.progress import Progress
from kzterm.play.turn import Turn


@dataclass(frozen=True, slots=True)
class Count:
    """How many of how many."""

    read: int
    of: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What a reader has read. A scene shows its quotes and assessments, so to open it is to read them."""

    scenes: Count
    quotes: Count
    assessments: Count
    paragraphs: Count


def standing(briefing: Briefing, progress: Progress) -> Standing:
    """Count what has been opened."""
    scenes = [scene for scene in briefing.scenes.values() if scene.id in progress.seen]
    shown = {ident for scene in scenes for ident in (*scene.quotes, *scene.assessments)} | set(progress.seen)
    quotes = [card.id for card in briefing.of(Quote)]
    assessments = [card.id for card in briefing.of(Assessment)]
    cited = mentions(briefing).paragraphs
    numbers = briefing.paragraphs()
    read = [
        para for para in numbers if any(ident in progress.seen for ident in cited.get(briefing.primary_ref(para), ()))
    ]
    return Standing(
        Count(len(scenes), len(briefing.scenes)),
        Count(sum(1 for ident in quotes if ident in shown), len(quotes)),
        Count(sum(1 for ident in assessments if ident in shown), len(assessments)),
        Count(len(read), len(numbers)),
    )


def unread_scenes(turn: Turn) -> list[str]:
    """Scenes not yet opened, nearest first, counted in exits; those no exit leads to last."""
    reached = _first_exits(turn)
    return [
        ident
        for ident in (*reached, *(scene for scene in turn.briefing.scenes if scene not in reached))
        if ident not in turn.progress.seen
    ]


def nearest_unread(turn: Turn) -> tuple[str, Exit | None] | None:
    """The nearest unread scene and the first exit on the way to it; None when all are read."""
    unread = unread_scenes(turn)
    if not unread:
        return None
    return unread[0], _first_exits(turn).get(unread[0])


def unopened_here(turn: Turn) -> list[str]:
    """Things of this scene not yet opened."""
    return [ident for ident in turn.scene.things if ident not in turn.progress.seen]


def _first_exits(turn: Turn) -> dict[str, Exit | None]:
    """For each scene that exits lead to, nearest first: the first exit to take; None for the scene itself."""
    reached: dict[str, Exit | None] = {turn.scene.id: None}
    edge = [turn.scene.id]
    while edge:
        following = []
        for ident in edge:
            for way in turn.briefing.scenes[ident].exits:
                if way.to not in reached:
                    reached[way.to] = reached[ident] or way
                    following.append(way.to)
        edge = following
    return reached
