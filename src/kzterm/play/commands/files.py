"""Verbs that reach outside: script, replay, export, copy. The host does what they ask for."""

from kzterm.catalogue import N_
from kzterm.play.cited import cited
from kzterm.play.dossier import as_markdown
from kzterm.play.effects import Copy, Export, Replay, StartScript, StopScript
from kzterm.play.turn import Outcome, Turn
from kzterm.play.unknown import unknown_thing
from kzterm.play.verb import Verb


def script(turn: Turn, words: str) -> Outcome:
    """Begin a transcript, or end it with `script off`."""
    if words.casefold() in ("off", "stop", "end", "เลิก", "หยุด"):
        return Outcome(turn.progress, effects=(StopScript(),))
    return Outcome(turn.progress, effects=(StartScript(words),))


def replay(turn: Turn, words: str) -> Outcome:
    """Type the lines of a file."""
    return Outcome(turn.progress, effects=(Replay(words),))


def export(turn: Turn, words: str) -> Outcome:
    """Write the dossier and the notes to a Markdown file, with citations."""
    progress = turn.progress
    if not (progress.taken or progress.notes or progress.marks):
        return turn.tell(turn.t("There is nothing to write out yet: `take` something, or write a `note`."))
    return Outcome(progress, effects=(Export(words, as_markdown(turn)),))


def save(turn: Turn, _words: str) -> Outcome:
    """Nothing has to be saved."""
    return turn.tell(turn.t("Your notes and your place are kept as you go; `export` writes the dossier to a file."))


def copy(turn: Turn, words: str) -> Outcome:
    """Copy what is open or peeked at, or what is named, with its citation."""
    found = turn.find(words) if words else _open(turn)
    if not (found or words):
        return turn.tell(
            turn.t("This page has no citation of its own: name what to copy, as in `copy {name}`.", name=turn.scene.id)
        )
    if not found:
        return unknown_thing(turn, words, f"copy {words}")
    if len(found) > 1:
        return turn.which(found, "copy")
    return Outcome(turn.progress, effects=(Copy("\n".join(cited(turn, found[0]))),))


def _open(turn: Turn) -> tuple[str, ...]:
    """The scene or card that is looked at, also where its grounds or its source are; none on other pages."""
    head, _, ident = turn.shown.rpartition(" ")
    return (ident,) if head in ("", ":why", ":source") and turn.briefing.find(ident) else ()


VERBS = (
    Verb("copy", ("yank",), ("คัดลอก", "สำเนา"), "[THING]", N_("copy it with its citation"), "copy sack", copy),
    Verb(
        "export",
        (),
        ("ส่งออก",),
        "[FILE]",
        N_("write dossier and notes to a Markdown file"),
        "export notes.md",
        export,
        "text",
        file=True,
    ),
    Verb(
        "script",
        ("transcript", "record"),
        ("บันทึกบทสนทนา",),
        "[FILE] | off",
        N_("write everything typed and answered to a file"),
        "script walk.txt",
        script,
        "text",
        file=True,
    ),
    Verb(
        "replay",
        ("play",),
        ("เล่นซ้ำ",),
        "FILE",
        N_("type the lines of a file"),
        "replay walk.txt",
        replay,
        "text",
        file=True,
        noun=N_("Which file?"),
    ),
    Verb("save", (), ("บันทึกเกม",), "", N_("nothing to do: all is kept as you go"), "save", save),
)
