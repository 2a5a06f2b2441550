"""Verbs for how the program looks and listens: theme and keys. What they choose is remembered."""

from dataclasses import replace

from kzterm.catalogue import N_
from kzterm.config.keys import bound, reader_letters
from kzterm.config.themes import OURS, THEMES
from kzterm.play.turn import Outcome, Turn
from kzterm.play.verb import Verb
from kzterm.text.fold import fold

_MODES = {"reader": "reader", "page": "reader", "อ่าน": "reader", "prompt": "prompt", "พิมพ์": "prompt"}
_SHADES = {"dark": OURS[0], "light": OURS[1], "มืด": OURS[0], "สว่าง": OURS[1]}


def theme(turn: Turn, words: str) -> Outcome:
    """Choose a theme; without a name, the page of all of them."""
    if not words:
        return turn.open(":themes")
    name = _SHADES.get(fold(words), fold(words).replace(" ", "-"))
    if name not in THEMES:
        import difflib

        near = ", ".join(f"`theme {one}`" for one in difflib.get_close_matches(name, THEMES, 3, 0.5))
        told = turn.t('No theme is called "{name}"; `theme` lists them.', name=words)
        return turn.tell(told + (" " + turn.t("Did you mean {names}?", names=near) if near else ""))
    return _chosen(turn, "theme", name, turn.t("The theme is {name} now.", name=name))


def keys(turn: Turn, words: str) -> Outcome:
    """Choose where letters go."""
    mode = _MODES.get(fold(words))
    if mode is None:
        usage = turn.t("`keys reader` gives letters to the page, `keys prompt` gives them back to the prompt.")
        return turn.tell(usage)
    letters = reader_letters(bound(turn.progress.settings.bindings))
    told = (
        turn.t("Letters move you now: {letters}. Type `:` for the prompt, `:keys prompt` to end this.", letters=letters)
        if mode == "reader"
        else turn.t("Letters go to the prompt again.")
    )
    return _chosen(turn, "keys", mode, told)


def _chosen(turn: Turn, name: str, value: str, told: str) -> Outcome:
    settings = turn.progress.settings
    lines = [told]
    if name in settings.fixed:
        lines.append(turn.t("At the next start your configuration file decides again."))
    progress = turn.now(settings=replace(settings, **{name: value}))  # type: ignore[arg-type]
    return Outcome(progress, tuple(lines), show=progress.place.address == ":themes")


VERBS = (
    Verb("theme", ("themes", "colours", "colors"), ("ธีม",), "[NAME]", N_("choose the colours"), "theme day", theme),
    Verb(
        "keys",
        ("keyboard",),
        ("ปุ่ม",),
        "reader | prompt",
        N_("give letters to the page, as less and vim do, or to the prompt"),
        "keys reader",
        keys,
    ),
)
