"""What of the primary source a reader never gets to see."""

from kzterm.model.cards import Assessment, Claim, Event, Figure, Quote
from kzterm.model.prose import ParaRef
from kzterm.pack.rules.edition import Edition


def paragraphs_are_cited(edition: Edition) -> None:
    """KZ105: paragraphs of the primary source that no prose and no card cites, listed in one finding."""
    briefing = edition.briefing
    cited: set[ParaRef] = {ref for piece in edition.pieces for cite in edition.cites(piece) for ref in cite.refs}
    for card in briefing.cards.values():
        if isinstance(card, Quote | Assessment | Claim | Figure | Event):
            cited |= {citation.ref for citation in card.cite}
    left = [para for para in briefing.paragraphs() if briefing.primary_ref(para) not in cited]
    if left:
        numbers = f"paragraph {left[0]}" if len(left) == 1 else f"{len(left)} paragraphs: {_ranges(left)}"
        key = (briefing.primary, "last_paragraph")
        edition.report("KZ105", key, f"nothing cites {numbers}", "tell what is said there, or say why not")


def _ranges(numbers: list[int]) -> str:
    """`1, 3 to 5`, from numbers in ascending order."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
