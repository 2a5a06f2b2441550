"""An actor's dossier: who, where mentioned, what they say, what is said of them."""

from kzterm.model.briefing import Scene
from kzterm.model.cards import Actor, Assessment, Claim, Event, Quote
from kzterm.model.edtf import parse
from kzterm.pages import labels
from kzterm.pages.blocks import Block, Facts, Heading, Page, Para, Run, Runs
from kzterm.pages.cards import card_line
from kzterm.pages.dates import show_date
from kzterm.pages.mentions import mentions, unique
from kzterm.pages.view import View

_UNDATED = (9999, 1, 0, 0)


def actor_page(view: View, actor: Actor) -> Page:
    """Everything the briefing has on one actor."""
    t = view.say.t
    found = mentions(view.briefing)
    rows: list[tuple[str, Runs]] = [(t("Kind"), (Run(labels.actor_kind(actor.kind, view.say)),))]
    others = [actor.name[lang] for lang in actor.name if lang != view.lang]
    others += [word for words in actor.also.values() for word in words]
    rows.append((t("Also"), (Run(" · ".join(unique(others))),)))
    if actor.printed:
        rows.append((t("As printed"), (Run(actor.printed),)))
    blocks: list[Block] = [*view.blocks(actor.who), Facts(tuple(rows))]
    named = found.cards.get(actor.id, ())
    says = [ident for ident in named if _is_by(view, ident, actor.id)]
    blocks.extend(_in_order(view, t("What they did"), [ident for ident in named if _is_deed(view, ident, actor.id)]))
    blocks.extend(_group(view, t("What they say"), says))
    of_them = [ident for ident in named if ident not in says and _is_statement(view, ident)]
    blocks.extend(_group(view, t("What is said of them"), of_them))
    if actor.caveats:
        blocks.append(Heading(t("Caveats")))
        blocks.extend(Para((view.to(note),), lead="! ", tight=True) for note in actor.caveats)
    if places := found.scenes.get(actor.id, ()):
        blocks.append(Heading(t("Where mentioned")))
        blocks.append(Para(view.names(places)))
    return Page(actor.id, view.text(actor.name), tuple(blocks))


def _is_by(view: View, ident: str, actor: str) -> bool:
    match view.briefing.cards[ident]:
        case Quote(speaker=speaker):
            return speaker == actor
        case Assessment(holder=holder):
            return holder == actor
        case Claim(by=by):
            return actor in by
        case _:
            return False


def _is_deed(view: View, ident: str, actor: str) -> bool:
    card = view.briefing.cards[ident]
    return isinstance(card, Event) and actor in card.actors


def _is_statement(view: View, ident: str) -> bool:
    return isinstance(view.briefing.cards[ident], Quote | Assessment | Claim)


def _group(view: View, title: str, idents: list[str]) -> tuple[Block, ...]:
    lines = tuple(card_line(view, ident) for ident in idents)
    return (Heading(title), *lines) if lines else ()


def _in_order(view: View, title: str, idents: list[str]) -> tuple[Block, ...]:
    """Events by date, the undated last, each with its date and paragraph."""
    events = [card for ident in idents if isinstance(card := view.briefing.cards[ident], Event)]
    events.sort(key=lambda event: parse(event.date).sort_key if event.date else _UNDATED)
    lines = []
    for event in events:
        date = show_date(event.date, view.say) if event.date else view.say.t("undated")
        runs = (Run(f"{date}: ", "dim"), view.to(event.id), Run(" "), view.cites(event.cite))
        lines.append(Para(runs, tight=True))
    return (Heading(title), *lines) if lines else ()


def who_page(view: View, scene: Scene) -> Page:
    """The actors present in a scene, each with the first words of its dossier."""
    blocks: list[Block] = []
    for ident in scene.actors:
        actor = view.briefing.cards[ident]
        assert isinstance(actor, Actor)
        blocks.append(Para((view.to(ident), Run(f" ({labels.actor_kind(actor.kind, view.say)})", "dim"))))
        blocks.append(Para(view.runs(view.prose(actor.who)), indent=2, tight=True))
    title = view.say.t("Who is here: {scene}", scene=view.text(scene.title))
    return Page(":who", title, tuple(blocks) or (Para((Run(view.say.t("nobody here"), "dim"),)),))
