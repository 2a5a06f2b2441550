"""Verbs about what was typed before: again, oops, undo, redo. The session carries them out."""

from kzterm.catalogue import N_
from kzterm.play.turn import Outcome, Turn
from kzterm.play.verb import Verb


def again(turn: Turn) -> str:
    """The command to repeat; "" when there is none."""
    return turn.progress.last


def oops(turn: Turn, word: str) -> str:
    """The line that was not understood, with the word put right; "" when there is none."""
    failed = turn.progress.pending.failed
    if failed is None or not word:
        return ""
    line, wrong = failed
    return line.replace(wrong, word, 1)


def _by_session(turn: Turn, _words: str) -> Outcome:
    return turn.tell()


VERBS = (
    Verb("again", ("g", "repeat"), ("อีกครั้ง", "ทำซ้ำ"), "", N_("repeat the last command"), "again", _by_session),
    Verb(
        "oops",
        ("correct",),
        ("แก้คำ",),
        "WORD",
        N_("put right the word that was not understood"),
        "oops sack",
        _by_session,
    ),
    Verb(
        "undo",
        (),
        ("เลิกทำ", "ย้อนคำสั่ง"),
        "",
        N_("take back the last thing done, without limit"),
        "undo",
        _by_session,
    ),
    Verb("redo", (), ("ทำใหม่",), "", N_("do again what was undone"), "redo", _by_session),
)
