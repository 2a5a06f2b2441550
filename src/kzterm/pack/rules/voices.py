"""Who speaks: speakers, holders and voices that fit each other, and disputes that show both sides."""

from kzterm.model.cards import ARTICLE, NOT_ATTRIBUTED, Actor, Assessment, Claim, Quote, Voice
from kzterm.model.prose import Ref
from kzterm.pack.diagnostic import quoted
from kzterm.pack.rules.edition import Edition
from kzterm.pack.rules.texts import Piece


def speakers_fit(edition: Edition) -> None:
    """KZ112: a quotation that says how its speaker is known, but has none."""
    for quote in edition.briefing.of(Quote):
        key = (quote.id, "attribution")
        if quote.speaker == NOT_ATTRIBUTED and edition.places.node(key) is not None:
            message = f"{quote.attribution} attribution, but the speaker is {NOT_ATTRIBUTED}"
            edition.report("KZ112", key, message, "name the speaker, or take the attribution out")


def voices_fit(edition: Edition) -> None:
    """KZ120: a voice that its holder, or the parties of a claim, cannot have."""
    for card in edition.briefing.cards.values():
        holders: tuple[str, ...]
        if isinstance(card, Assessment):
            holders, name = (card.holder,), "holder"
        elif isinstance(card, Claim):
            holders, name = card.by, "by"
        else:
            continue
        fault = _fault(card.voice, {_kind(edition, holder) for holder in holders})
        if fault is not None:
            key = (card.id, "voice") if edition.places.node((card.id, "voice")) else (card.id, name)
            message = f"the voice {quoted(card.voice)} does not fit {', '.join(quoted(one) for one in holders)}"
            edition.report("KZ120", key, message, fault)


def _fault(voice: Voice, kinds: set[str]) -> str | None:
    """What is wrong with this voice for holders of these kinds; None when nothing is."""
    match voice:
        case "narrated" if kinds != {ARTICLE}:
            return "narrated is what the article itself judges: its holder is article"
        case "unnamed" if kinds != {"unnamed"}:
            return "unnamed is for a holder whose kind is unnamed"
        case "named" | "party" if ARTICLE in kinds:
            return "what the article itself judges is narrated"
        case "named" | "party" if kinds == {"unnamed"}:
            return "whoever is not named has the voice unnamed"
        case _:
            return None


def _kind(edition: Edition, holder: str) -> str:
    card = edition.briefing.cards.get(holder)
    return card.kind if isinstance(card, Actor) else holder


def statuses_fit(edition: Edition) -> None:
    """KZ121: a status that says there is a dispute where none is named, or says nothing of one that is."""
    claims = tuple(edition.briefing.of(Claim))
    answers = {other for claim in claims for other in claim.disputed_by}
    for claim in claims:
        fault = None
        if claim.status == "disputed" and not claim.disputed_by:
            fault = "it is disputed, and nothing says by whom", "name in disputed_by the claims that dispute it"
        elif claim.status == "denied" and not claim.disputed_by and claim.id not in answers:
            fault = "it is a denial, and nothing says of what", "name it in disputed_by of the claim that it denies"
        elif claim.disputed_by and claim.status in ("asserted", "announced"):
            message = f"{quoted(claim.disputed_by[0])} disputes it, and its status does not say so"
            fault = message, "write disputed, alleged, denied or open"
        if fault is not None:
            edition.report("KZ121", (claim.id, "status"), *fault)


def disputes_are_shown(edition: Edition) -> None:
    """KZ122: a scene that tells a disputed claim, and neither tells nor holds any that disputes it."""
    claims = {claim.id: claim for claim in edition.briefing.of(Claim) if claim.disputed_by}
    scenes: dict[str, list[Piece]] = {}
    for piece in edition.pieces:
        if piece.field == "body":
            scenes.setdefault(piece.owner, []).append(piece)
    for ident, bodies in scenes.items():
        scene = edition.briefing.scenes[ident]
        told = {target for piece in bodies for target in edition.targets(piece)} | set(scene.claims)
        for piece in bodies:
            for at, paragraph in enumerate(piece.prose):
                for index, inline in enumerate(paragraph.inlines):
                    claim = claims.get(inline.target) if isinstance(inline, Ref) else None
                    if claim is not None and told.isdisjoint(claim.disputed_by):
                        message = (
                            f"{quoted(claim.id)} is told here, and not that {quoted(claim.disputed_by[0])} disputes it"
                        )
                        place = edition.inline(piece, at, index)
                        edition.findings.place("KZ122", place, message, "link to what disputes it as well")
