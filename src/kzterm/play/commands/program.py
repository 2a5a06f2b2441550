"""Verbs about the program: lang, help, about, quit."""

from dataclasses import replace

from kzterm.catalogue import LANGUAGES, N_
from kzterm.play.turn import Outcome, Turn
from kzterm.play.verb import Verb

LANGUAGE_WORDS = {
    "en": "en",
    "english": "en",
    "อังกฤษ": "en",
    "th": "th",
    "thai": "th",
    "ไทย": "th",
    "both": "both",
    "ทั้งสอง": "both",
    "สองภาษา": "both",
}
"""What a reader may call a language."""
LANGUAGE_NAMES = {"en": "English", "th": "ไทย"}


def lang(turn: Turn, words: str) -> Outcome:
    """Switch language in place; without a name, to the next one."""
    shown = turn.briefing.languages
    choice: str | None = LANGUAGE_WORDS.get(words.casefold().removeprefix("ภาษา"))
    if not words:
        order = [*(name for name in LANGUAGES if name in shown), *(["both"] if len(shown) > 1 else [])]
        now = "both" if turn.progress.both else turn.progress.lang
        choice = order[(order.index(now) + 1) % len(order)] if now in order else LANGUAGES[0]
    if choice is None or (choice == "both" and len(shown) < 2):
        return turn.tell(turn.t("The languages are `lang en`, `lang th` and `lang both`."))
    both = choice == "both"
    progress = replace(turn.progress, lang=turn.progress.lang if both else choice, both=both)
    after = Turn(turn.briefing, progress)
    if both:
        notice = after.t("Every paragraph in both languages; `lang en` or `lang th` for one.")
    else:
        notice = after.t("Now in English; `lang th` for Thai.") if choice == "en" else after.t("Now in Thai.")
    return Outcome(progress, (notice,), show=True)


def help_(turn: Turn, words: str) -> Outcome:
    """All verbs and keys, or one verb."""
    return turn.open(f":help {words}" if words else ":help")


def about(turn: Turn, _words: str) -> Outcome:
    """The briefing and the program."""
    return turn.open(":about")


def quit_(turn: Turn, _words: str) -> Outcome:
    """Leave."""
    return Outcome(turn.progress, (turn.t("Goodbye."),), quit=True)


VERBS = (
    Verb("lang", ("language",), ("ภาษา",), "en | th | both", N_("switch language in place"), "lang th", lang),
    Verb(
        "help",
        ("?", "h", "commands", "info"),
        ("วิธีใช้", "ช่วย"),
        "[VERB]",
        N_("this help, or more about one verb"),
        "help go",
        help_,
    ),
    Verb(
        "about", ("version", "credits"), ("เกี่ยวกับ",), "", N_("what this briefing is and how old it is"), "about", about
    ),
    Verb("quit", ("q", "exit", "bye"), ("ออก", "เลิก", "จบ"), "", N_("leave"), "quit", quit_),
)
