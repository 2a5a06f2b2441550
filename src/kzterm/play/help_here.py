"""What help says first: what can be done with the page that help was asked from."""

from kzterm.catalogue import N_
from kzterm.model.briefing import DIRECTIONS, Scene, Trail
from kzterm.model.cards import Actor, Assessment, Claim, Tension, Thing
from kzterm.pages.blocks import Facts, Link, Run, Runs
from kzterm.pages.labels import direction
from kzterm.pages.timeline import actors_of
from kzterm.play.turn import Turn

_TAKE = ("take it", N_("put it into your dossier"))
_COPY = ("copy", N_("copy it with its citation"))
_SOURCE = ("source", N_("the paragraph it rests on"))
_WHY = ("why", N_("whose it is, how sure it sounds, and what it rests on"))
_ABOUT_IT = (_TAKE, _COPY, _SOURCE, _WHY)
_BACK = ("back", N_("to the page before"))

_PAGES: dict[str, tuple[tuple[str, str], ...]] = {
    ":map": (("look", N_("this scene again; the arrow keys walk the map and Enter goes there")),),
    ":search": (("help search", N_("how to search; Tab goes to what was found")),),
    ":notebook": (
        ("note", N_("`note` and your words write a note; `drop note 1` deletes one, `undo` brings it back")),
        ("export", N_("write it all to a file, with citations")),
    ),
}


def help_here(turn: Turn) -> Facts:
    """Lines that work here, each with what it does."""
    place = turn.progress.place
    if place.address.startswith(":help") and turn.progress.past:
        place = turn.progress.past[-1]
    rows: list[tuple[str, Runs]] = []
    for line, words in (*_rows(turn, place.address), _BACK):
        # From the help page, "it" is no longer open: the link names it.
        exact = f"{line.removesuffix(' it')} {place.address}" if (line, words) in _ABOUT_IT else line
        rows.append((_shown(turn, line), (Run(turn.t(words), "text", Link(exact, "")),)))
    return Facts(tuple(rows))


def _shown(turn: Turn, line: str) -> str:
    """The line as this reader would type it."""
    from kzterm.play.commands.table import verb_called

    head, _, rest = line.partition(" ")
    if head in DIRECTIONS:
        return direction(head, turn.view.say)
    verb = verb_called(head)
    name = verb.called(turn.progress.lang) if verb else head
    return f"{name} {turn.t('it') if rest == 'it' else rest}".strip()


def _rows(turn: Turn, address: str) -> tuple[tuple[str, str], ...]:
    item = turn.briefing.find(address)
    match item:
        case Scene():
            return _scene(turn, item)
        case Trail():
            return (("next", N_("to the next stop; a number goes to that one")),)
        case Actor():
            return ((f"timeline {item.id}", N_("what happened around this actor, by date")), _SOURCE, _COPY)
        case Thing():
            return (("take it", N_("put what it shows into your dossier")), ("look", N_("the scene again")))
        case Assessment() | Claim():
            return (_WHY, _SOURCE, _TAKE, _COPY)
        case None:
            return _page(turn, address.partition(" ")[0])
        case _:
            return (_SOURCE, _TAKE, _COPY)


def _page(turn: Turn, name: str) -> tuple[tuple[str, str], ...]:
    """What a page of the program is for, as far as the briefing has it."""
    briefing = turn.briefing
    if name == ":timeline" and (actors := actors_of(briefing)):
        return ((f"timeline {actors[0]}", N_("only what concerns one actor")),)
    if name == ":trails" and briefing.trails:
        return (("next", N_("set out on the first trail; a number chooses one")),)
    if name == ":compare" and any(briefing.of(Tension)):
        return (("compare 1", N_("one comparison by its number")),)
    if name == ":map" and turn.scene.exits:
        elsewhere = f"map {turn.view.name(turn.scene.exits[0].to)}"
        return (*_PAGES[name], (elsewhere, N_("the map around another scene; an arrow key towards `+1` does it too")))
    return _PAGES.get(name, ())


def _scene(turn: Turn, scene: Scene) -> tuple[tuple[str, str], ...]:
    rows: list[tuple[str, str]] = []
    if scene.things:
        rows.append((f"examine {turn.view.name(scene.things[0])}", N_("one of the things here")))
    if scene.exits:
        rows.append((scene.exits[0].direction, N_("a way out; its number or the scene's name does it too")))
    if scene.actors:
        rows.append(("who", N_("who is here")))
    if scene.quotes:
        rows.append(("quotes", N_("the words in quotation marks")))
    if scene.assessments or scene.claims:
        rows.append(("assess", N_("who judges what")))
    if scene.caveats:
        rows.append(("caveats", N_("the editor's notes")))
    rows.append(("source", N_("the paragraphs this scene rests on")))
    if turn.briefing.trails:
        rows.append(("next", N_("along the trail")))
    return tuple(rows)
