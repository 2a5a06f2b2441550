"""The keys of the full-screen program: one row each, from which the prompt, the help and the hints are made."""

from dataclasses import dataclass

from kzterm.catalogue import N_


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that keys do."""

    id: str
    """The name a reader's configuration uses."""
    keys: tuple[str, ...]
    """Textual's names of the keys, the ones shown in help first."""
    does: str
    """A typed line that it stands for, or `@` and the name of an action on the page."""
    empty_only: bool = False
    """Whether the key belongs to the prompt as soon as something is typed."""
    hint: str = ""
    """A word for the bottom line, marked for translation; "" keeps it out."""


ENTER = ("enter", "ctrl+j")
"""A line feed comes from what was typed before the terminal was ours, and from some pastes."""

KEYS = (
    Key("link.next", ("tab",), "@next_link", True, N_("link")),
    Key("link.previous", ("shift+tab",), "@previous_link", True),
    Key("link.follow", ENTER, "@follow", True, N_("follow")),
    Key("scroll.up", ("up",), "@scroll_up", True),
    Key("scroll.down", ("down",), "@scroll_down", True),
    Key("page.up", ("pageup",), "@page_up"),
    Key("page.down", ("pagedown",), "@page_down"),
    Key("page.space", ("space",), "@page_down", True),
    Key("scroll.top", ("home",), "@top", True),
    Key("scroll.bottom", ("end",), "@bottom", True),
    Key("go.backspace", ("backspace",), "back", True, N_("back")),
    Key("go.back", ("alt+left",), "back"),
    Key("go.forward", ("alt+right",), "forward"),
    Key("help", ("f1",), "help", hint=N_("help")),
    Key("map", ("f2",), "map", hint=N_("map")),
    Key("language", ("f4",), "lang", hint=N_("language")),
    Key("escape", ("escape",), "@escape"),
    Key("copy", ("ctrl+c",), "@copy_or_clear"),
    Key("quit", ("ctrl+q",), "quit", hint=N_("quit")),
)

_SHOWN = {
    "tab": "Tab",
    "shift+tab": "Shift-Tab",
    "enter": "Enter",
    "backspace": "⌫",
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
    if key in _SHOWN:
        return _SHOWN[key]
    return "-".join(_SHOWN.get(part, part.capitalize()) for part in key.split("+"))
