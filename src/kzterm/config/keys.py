"""The key table: one row for everything that keys do, and how a reader's own bindings change it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kzterm.catalogue import N_


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that keys do."""

    id: str
    """The name a reader's configuration uses."""
    keys: tuple[str, ...]
    """Names of the keys, the ones shown in help first. A character stands for itself: it counts only while nothing is
    typed, and a letter only after `keys reader`."""
    does: str
    """A typed line that it stands for, or `@` and the name of an action on the page."""
    empty_only: bool = False
    """Whether the key belongs to the prompt as soon as something is typed."""
    hint: str = ""
    """A word for the bottom line, marked for translation; "" keeps it out."""
    on_map: tuple[str, ...] = ()
    """Letters that do this on a map, whatever they do elsewhere."""


ENTER = ("enter", "ctrl+j")
"""A line feed comes from what was typed before the terminal was ours, and from some pastes."""

KEYS = (
    Key("link.next", ("tab", "n", "ื"), "@next_link", True, N_("link")),
    Key("link.previous", ("shift+tab", "N", "์"), "@previous_link", True),
    Key("link.follow", (*ENTER, "l", "ส"), "@follow", True, N_("open")),
    Key("link.peek", ("f6",), "@peek"),
    Key("go.backspace", ("backspace", "h", "้"), "back", True, N_("back")),
    Key("go.back", ("alt+left",), "back"),
    Key("go.forward", ("alt+right",), "forward"),
    Key("scroll.up", ("up", "k", "า"), "@scroll_up", True),
    Key("scroll.down", ("down", "j", "่"), "@scroll_down", True),
    Key("map.left", ("left",), "@left", True, on_map=("h", "้")),
    Key("map.right", ("right",), "@right", True, on_map=("l", "ส")),
    Key("half.up", ("u", "ี"), "@half_up"),
    Key("half.down", ("d", "ก"), "@half_down"),
    Key("page.up", ("pageup", "b", "ิ"), "@page_up"),
    Key("page.down", ("pagedown", "f", "ด"), "@page_down"),
    Key("page.space", ("space",), "@page_down", True),
    Key("scroll.top", ("home", "g", "เ"), "@top", True),
    Key("scroll.bottom", ("end", "G", "ฌ"), "@bottom", True),
    Key("trail.next", ("ctrl+pagedown",), "next"),
    Key("trail.previous", ("ctrl+pageup",), "prev"),
    Key("help", ("f1",), "help", hint=N_("help")),
    Key("search", ("/", "f5", "ฝ"), "@search", hint=N_("search")),
    Key("map", ("f2",), "map", hint=N_("map")),
    Key("quit", ("ctrl+q", "q", "ๆ"), "quit", hint=N_("quit")),
    Key("language", ("f4",), "lang", hint=N_("language")),
    Key("palette", ("ctrl+p",), "@palette", hint=N_("palette")),
    Key("timeline", ("f3",), "timeline", hint=N_("timeline")),
    Key("prompt", (":", "ซ"), "@prompt"),
    Key("escape", ("escape",), "@escape"),
    Key("copy", ("ctrl+c",), "@copy_or_clear"),
    Key("suspend", ("ctrl+z",), "@suspend"),
)
"""Letters come in pairs: the Latin one, and what the same physical key types on the Thai Kedmanee layout."""

EATEN = {
    "ctrl+[": "terminals send it for Esc",
    "ctrl+h": "many terminals send it for Backspace",
    "ctrl+i": "terminals send it for Tab",
    "ctrl+m": "terminals send it for Enter",
    "ctrl+a": "screen takes it",
    "ctrl+b": "tmux takes it",
    "ctrl+s": "flow control takes it",
    "ctrl+space": "input methods take it",
}
"""Keys that never reach the program everywhere, and why."""

NAMED = frozenset(
    ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace", "tab")
) | {"enter", "escape", "space", *(f"f{number}" for number in range(1, 13))}
_OTHER_NAMES = {"pgup": "pageup", "pgdn": "pagedown", "esc": "escape", "del": "delete", "ins": "insert"}
_MODIFIERS = {"ctrl": "ctrl", "control": "ctrl", "alt": "alt", "meta": "alt", "shift": "shift"}


def is_letter(character: str) -> bool:
    """Whether a character is part of words, as Thai vowels and tone marks are."""
    return character.isalpha() or unicodedata.category(character).startswith("M")


def key_named(text: str) -> str | None:
    """The one name of a key that may be written in several ways, `Ctrl-P` or `ctrl+p`; None for no key."""
    text = text.strip()
    if len(text) == 1:
        return text if text.isprintable() and text != " " else None
    *modifiers, name = re.split(r"[-+](?=.)", text)
    found = [_MODIFIERS.get(modifier.casefold(), "") for modifier in modifiers]
    name = _OTHER_NAMES.get(name.casefold(), name.casefold())
    combined = len(name) == 1 and (name.isalnum() or name == "[") and bool(found) and found != ["shift"]
    if "" in found or not (name in NAMED or combined):
        return None
    return "+".join([modifier for modifier in ("ctrl", "alt", "shift") if modifier in found] + [name])


def bound(bindings: Mapping[str, tuple[str, ...]]) -> tuple[Key, ...]:
    """The table with a reader's bindings: the keys they name do that and nothing else."""
    taken = {name for names in bindings.values() for name in names}

    def left(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in taken)

    return tuple(
        replace(key, keys=bindings[key.id], on_map=())
        if key.id in bindings
        else replace(key, keys=left(key.keys), on_map=left(key.on_map))
        for key in KEYS
    )


_SHOWN = {
    "tab": "Tab",
    "shift+tab": "Shift-Tab",
    "enter": "Enter",
    "backspace": "Backspace",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def shown(key: str) -> str:
    """How a key is written for a reader: `alt+left` is Alt-←."""
    if len(key) == 1 or key in _SHOWN:
        return _SHOWN.get(key, key)
    return "-".join(_SHOWN.get(part, part.capitalize()) for part in key.split("+"))


def shown_keys(keys: tuple[Key, ...], *idents: str) -> str:
    """The keys of some rows for help, letters and other names of Enter left out."""
    names = [name for ident in idents for key in keys if key.id == ident for name in key.keys]
    return " ".join(shown(name) for name in names if name != "ctrl+j" and not (len(name) == 1 and is_letter(name)))


def reader_letters(keys: tuple[Key, ...]) -> str:
    """The Latin letters that `keys reader` hands to the page."""
    letters = [name for key in keys for name in key.keys if len(name) == 1 and name.isascii() and is_letter(name)]
    return " ".join(letters)
