"""The names of the themes on offer. What they look like is the full screen's business."""

from typing import Final, Literal

THEMES: Final[dict[str, Literal["dark", "light"]]] = {
    "night": "dark",
    "day": "light",
    "atom-one-dark": "dark",
    "atom-one-light": "light",
    "catppuccin-frappe": "dark",
    "catppuccin-latte": "light",
    "catppuccin-macchiato": "dark",
    "catppuccin-mocha": "dark",
    "dracula": "dark",
    "flexoki": "dark",
    "gruvbox": "dark",
    "monokai": "dark",
    "nord": "dark",
    "rose-pine": "dark",
    "rose-pine-dawn": "light",
    "rose-pine-moon": "dark",
    "solarized-dark": "dark",
    "solarized-light": "light",
    "textual-dark": "dark",
    "textual-light": "light",
    "tokyo-night": "dark",
}
"""Our own two first. Textual's ANSI themes are left out: what their colours look like only the terminal knows."""

OURS = ("night", "day")
