"""Verbs for what a reader keeps: take, drop, inventory, note, notes, mark, marks, progress, unread, hint."""

import re
from dataclasses import replace

from kzterm.catalogue import N_
from kzterm.model.cards import Thing
from kzterm.pages import labels
from kzterm.play.progress import Note, Place
from kzterm.play.standing import nearest_unread, unopened_here
from kzterm.play.turn import Outcome, Turn
from kzterm.play.unknown import unknown_thing
from kzterm.play.verb import Verb
from kzterm.text.fold import fold

_NUMBERED = re.compile(r"(?P<kind>note|mark|โน้ต|บันทึก|ที่คั่น)s?\s*#?\s*(?P<number>\d+)", re.IGNORECASE)
_EDITED = re.compile(r"(?:(?:note|โน้ต|บันทึก)\s*)?#?(?P<number>\d+)(?:\s+(?P<text>.+))?", re.IGNORECASE)
_DESK = frozenset({":inventory", ":notes", ":marks", ":notebook"})
"""Pages that a change to what is kept shows at once."""
_OPEN = frozenset({"this", "here", "page", "this page", "this place", "it", "ที่นี่", "หน้านี้"})
_QUOTES = frozenset({"quotes", "quotations", "คำพูด"})
_ALL = frozenset({"all", "everything", "ทั้งหมด", "ทุกอย่าง"})


def take(turn: Turn, words: str) -> Outcome:
    """Pick up a quote, a fact or any card; a thing gives what it shows."""
    if words.casefold() in _ALL | _QUOTES:
        scene = turn.scene
        found = (
            scene.quotes
            if words.casefold() in _QUOTES
            else tuple(ident for ident in turn.here() if _can_take(turn, ident))
        )
        if not found:
            return turn.tell(turn.t("There is nothing to take here."))
        return _taken(turn, found)
    found = turn.find(words)
    if not found:
        return unknown_thing(turn, words, f"take {words}")
    if len(found) > 1 and found != turn.progress.it:
        return turn.which(found, "take")
    wanted: list[str] = []
    for ident in found:
        card = turn.briefing.cards.get(ident)
        wanted += card.shows if isinstance(card, Thing) else (ident,)
    return _taken(turn, tuple(wanted))


def _can_take(turn: Turn, ident: str) -> bool:
    scene = turn.scene
    return ident in (*scene.quotes, *scene.assessments, *scene.claims, *scene.figures, *scene.events)


def _taken(turn: Turn, found: tuple[str, ...]) -> Outcome:
    new = tuple(ident for ident in dict.fromkeys(found) if ident not in turn.progress.taken)
    if not new:
        return turn.tell(turn.t("You have that already; `inventory` shows your dossier."))
    progress = turn.now(taken=(*turn.progress.taken, *new), it=new)
    return Outcome(progress, (turn.t("Taken: {names}.", names=_names(turn, new)),))


def _names(turn: Turn, idents: tuple[str, ...]) -> str:
    return "; ".join(turn.view.name(ident).rstrip(".") for ident in idents)


def drop(turn: Turn, words: str) -> Outcome:
    """Put back something taken; `drop note 2` and `drop mark 1` delete those."""
    if match := _NUMBERED.fullmatch(words):
        return _drop_numbered(turn, match["kind"].casefold() in ("mark", "ที่คั่น"), int(match["number"]))
    held = turn.progress.taken
    if words.casefold() in _ALL:
        found: tuple[str, ...] = held
    else:
        words = re.sub(r"^back\s+|\s+back$", "", words, flags=re.IGNORECASE)
        card = next((turn.briefing.cards.get(ident) for ident in turn.find(words)), None)
        shown = tuple(ident for ident in card.shows if ident in held) if isinstance(card, Thing) else ()
        found = shown or turn.find(words, among=held)
        if len(found) > 1 and found not in (shown, turn.progress.it):
            return turn.which(found, "drop")
    if not found:
        return turn.tell(turn.t("You have no such thing; `inventory` shows your dossier."))
    progress = turn.now(taken=tuple(ident for ident in held if ident not in found))
    names = _names(turn, found)
    return Outcome(
        progress,
        (turn.t("Dropped: {names}.", names=names),),
        show=turn.progress.place.address in _DESK,
    )


def _drop_numbered(turn: Turn, mark_: bool, number: int) -> Outcome:
    progress = turn.progress
    count = len(progress.marks if mark_ else progress.notes)
    if not 1 <= number <= count:
        return _no_such(turn, count, mark_)
    keep = [index for index in range(count) if index != number - 1]
    if mark_:
        after = replace(progress, marks=tuple(progress.marks[index] for index in keep))
    else:
        after = replace(progress, notes=tuple(progress.notes[index] for index in keep))
    return Outcome(after, (turn.t("Deleted; `undo` brings it back."),), show=progress.place.address in _DESK)


def _no_such(turn: Turn, count: int, mark_: bool) -> Outcome:
    """A number that no note, or no mark, has."""
    if not count:
        return turn.tell(_no_marks(turn) if mark_ else _no_notes(turn))
    words = turn.view.say.n(
        "There is no such number; there is {count}.", "There is no such number; there are {count}.", count
    )
    return turn.tell(words)


def _no_notes(turn: Turn) -> str:
    return turn.t("You have written no notes; `note` and your words write one.")


def _no_marks(turn: Turn) -> str:
    return turn.t("You have marked no pages; `mark` marks the one that is open.")


def inventory(turn: Turn, _words: str) -> Outcome:
    """What has been taken, with citations."""
    if not turn.progress.taken:
        return turn.tell(
            turn.t("You are carrying nothing."),
            turn.t("`take` and the name of a quote or card fills your dossier; `export` writes it out with citations."),
        )
    return turn.open(":inventory")


def note(turn: Turn, words: str) -> Outcome:
    """Write a note here; without words, the notes."""
    if not words:
        return notes(turn, "")
    progress = turn.progress
    if match := re.match(r"#(?P<number>\d+)\s+(?P<text>.+)", words):
        return _edit(turn, int(match["number"]), match["text"])
    ident = max((note_.id for note_ in progress.notes), default=progress.turn * 1000) + 1
    written = Note(ident, words, progress.place.scene, progress.place.address)
    return Outcome(turn.now(notes=(*progress.notes, written)), (turn.t("Noted."),))


def edit(turn: Turn, words: str) -> Outcome:
    """Other words for a note, by its number."""
    match = _EDITED.fullmatch(words)
    if match is None or not match["text"]:
        return turn.tell(turn.t("Type the number of the note and its new words: `edit note 1 new words`."))
    return _edit(turn, int(match["number"][:9]), match["text"])


def _edit(turn: Turn, number: int, text: str) -> Outcome:
    notes_ = list(turn.progress.notes)
    if not 1 <= number <= len(notes_):
        return _no_such(turn, len(notes_), mark_=False)
    notes_[number - 1] = replace(notes_[number - 1], text=text)
    return Outcome(
        turn.now(notes=tuple(notes_)),
        (turn.t("Changed; `undo` brings the old words back."),),
        show=turn.progress.place.address in _DESK,
    )


def notes(turn: Turn, _words: str) -> Outcome:
    """All notes."""
    if not turn.progress.notes:
        return turn.tell(_no_notes(turn))
    return turn.open(":notes")


def notebook(turn: Turn, _words: str) -> Outcome:
    """Dossier, notes and marks together."""
    return turn.open(":notebook")


def mark(turn: Turn, words: str) -> Outcome:
    """Bookmark the open page, or that of something named."""
    place = turn.progress.place
    if words and fold(words) not in _OPEN:
        found = turn.find(words)
        if not found:
            return unknown_thing(turn, words, f"mark {words}")
        if len(found) > 1:
            return turn.which(found, "mark")
        place = Place(found[0] if found[0] in turn.briefing.scenes else place.scene, found[0])
    if any(place.same_page(other) for other in turn.progress.marks):
        return turn.tell(turn.t("This page is marked already; `marks` lists them."))
    return Outcome(turn.now(marks=(*turn.progress.marks, place)), (turn.t("Marked."),))


def marks(turn: Turn, _words: str) -> Outcome:
    """All bookmarks."""
    if not turn.progress.marks:
        return turn.tell(_no_marks(turn))
    return turn.open(":marks")


def progress_(turn: Turn, _words: str) -> Outcome:
    """What has been read, by scenes, quotes, assessments and paragraphs."""
    return turn.open(":progress")


def unread(turn: Turn, _words: str) -> Outcome:
    """The scenes not yet read, nearest first."""
    return turn.open(":unread")


def hint(turn: Turn, _words: str) -> Outcome:
    """Where to go next: what is unopened here, else the way to the nearest unread scene."""
    lines = []
    if left := unopened_here(turn):
        lines.append(
            turn.t(
                "Not yet opened here: {names}.",
                names=_names(turn, tuple(left[:3])),
            )
        )
    if turn.progress.trail:
        lines.append(turn.t("`next` goes on along the trail."))
    if found := nearest_unread(turn):
        scene, way = found
        if way is not None:
            number = turn.scene.exits.index(way) + 1
            direction = labels.direction(way.direction, turn.view.say)
            words = turn.t(
                "Nearest unread: {scene}. Go {direction} ({number}).",
                scene=turn.view.name(scene),
                direction=direction,
                number=number,
            )
        else:
            words = turn.t("Unread: {scene}. `go {id}` takes you there.", scene=turn.view.name(scene), id=scene)
        lines.append(words)
    return turn.tell(
        *(lines or [turn.t("You have read every scene. `unread` and `progress` show what else there is.")])
    )


VERBS = (
    Verb(
        "take",
        ("get", "pick", "keep"),
        ("หยิบ", "เก็บ"),
        "THING [and THING]",
        N_("pick up a quote, fact or card for your dossier"),
        "take sack",
        take,
        "list",
        N_("What do you want to take?"),
    ),
    Verb(
        "drop",
        ("discard", "remove", "delete", "put"),
        ("วาง", "ทิ้ง", "ลบ"),
        "THING | note N | mark N",
        N_("put it back, or delete a note or mark"),
        "drop sack",
        drop,
        "list",
        N_("What do you want to drop?"),
    ),
    Verb(
        "inventory",
        ("i", "inv", "dossier"),
        ("แฟ้ม", "ของ"),
        "",
        N_("your dossier: what you have taken, with citations"),
        "inventory",
        inventory,
    ),
    Verb(
        "note",
        ("write",),
        ("จด", "โน้ต"),
        "TEXT | #N TEXT",
        N_("write a note here, or change one"),
        "note ask about the 40 per cent",
        note,
        "text",
    ),
    Verb(
        "edit",
        ("change",),
        ("แก้",),
        "note N TEXT",
        N_("give a note other words"),
        "edit note 1 ask about both figures",
        edit,
        "text",
    ),
    Verb("notes", (), ("บันทึก",), "", N_("your notes"), "notes", notes),
    Verb("mark", ("bookmark",), ("คั่น",), "[THING]", N_("bookmark the open page, or another"), "mark", mark),
    Verb("marks", ("bookmarks",), ("ที่คั่น",), "", N_("your bookmarks"), "marks", marks),
    Verb("progress", ("score", "status"), ("ความคืบหน้า", "คะแนน"), "", N_("what you have read"), "progress", progress_),
    Verb("unread", ("left",), ("ยังไม่อ่าน",), "", N_("what you have not read, nearest first"), "unread", unread),
    Verb("hint", ("hints", "stuck"), ("คำใบ้", "แนะนำ"), "", N_("where to go next"), "hint", hint),
    Verb("notebook", ("desk", "mine"), ("สมุด",), "", N_("dossier, notes and marks on one page"), "notebook", notebook),
)
