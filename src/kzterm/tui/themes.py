"""The looks: our own two themes, and whatever it takes to read any theme's text at 4.5:1 or better."""

from collections.abc import Iterable, Mapping

from textual.color import BLACK, WHITE, Color
from textual.theme import Theme

LEAST_CONTRAST = 4.5
"""Of every text against what is behind it, as WCAG 2 measures and AA asks."""
LEAST_APART = 1.8
"""Between the colours of links that were not visited and that were, so that lightness alone tells them apart."""

NIGHT = Theme(
    name="night",
    dark=True,
    primary="#d8a657",
    accent="#d8a657",
    foreground="#e6e1d6",
    background="#16181a",
    surface="#1e2124",
    panel="#1e2124",
    warning="#e0b36a",
    variables={"muted": "#a39e93", "rule": "#8e8b85", "scenery": "#b9b3a6"},
)

DAY = Theme(
    name="day",
    dark=False,
    primary="#8a4b00",
    accent="#8a4b00",
    foreground="#22211e",
    background="#faf8f3",
    surface="#efece4",
    panel="#efece4",
    warning="#8a4b00",
    variables={"muted": "#635f57", "rule": "#716d65", "scenery": "#57534b"},
)

DEFAULTS = {"muted": "", "rule": "", "scenery": ""}
"""Variables that Textual's own themes lack; `legible` works them out."""

_SHARES = {"muted": 0.62, "rule": 0.5, "scenery": 0.74}
"""How much of the text's colour is left in those, the rest being background."""


def legible(variables: Mapping[str, str]) -> dict[str, str]:
    """A theme's variables with every colour that text is drawn in readable on every background it may stand on."""
    background = Color.parse(variables["background"])
    behind = [background, Color.parse(variables["surface"])]
    text = readable(_opaque(variables["foreground"], background), behind)
    found = {"foreground": text}
    for name in ("accent", "warning"):
        found[name] = readable(_opaque(variables[name], background), behind)
    for name, share in _SHARES.items():
        wanted = Color.parse(variables[name]) if variables.get(name) else background.blend(text, share)
        found[name] = readable(wanted, behind if name == "muted" else behind[:1])
    if contrast(text, found["muted"]) < LEAST_APART:
        found["muted"] = faintest(found["muted"], behind)
        lighter = _luminance(text) > _luminance(background)
        found["foreground"] = towards(text, WHITE if lighter else BLACK, found["muted"], LEAST_APART)
    return {**variables, **{name: color.hex6 for name, color in found.items()}}


def readable(color: Color, behind: Iterable[Color], least: float = LEAST_CONTRAST) -> Color:
    """The colour, or the nearest to it on the way to black or white that has the `least` contrast with all behind."""
    behind = list(behind)
    for step in range(101):
        for end in (WHITE, BLACK):
            nearer = Color.parse(color.blend(end, step / 100).hex6)
            if all(contrast(nearer, other) >= least for other in behind):
                return nearer
    return max((WHITE, BLACK), key=lambda end: min(contrast(end, other) for other in behind))


def faintest(color: Color, behind: Iterable[Color]) -> Color:
    """The colour as near to what is behind it as can still be read."""
    behind = list(behind)
    for step in range(100, -1, -1):
        nearer = Color.parse(color.blend(behind[0], step / 100).hex6)
        if all(contrast(nearer, other) >= LEAST_CONTRAST for other in behind):
            return nearer
    return color


def towards(color: Color, end: Color, other: Color, least: float) -> Color:
    """The colour, or the nearest on the way to an end that has the `least` contrast with another; else the end."""
    steps = (Color.parse(color.blend(end, step / 100).hex6) for step in range(101))
    return next((nearer for nearer in steps if contrast(nearer, other) >= least), end)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    parts = [part / 255 for part in (color.r, color.g, color.b)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _opaque(text: str, background: Color) -> Color:
    """A colour as it looks on a background; a word such as `auto` gives way to black or white."""
    if text.startswith("auto"):
        return background.get_contrast_text()
    color = Color.parse(text)
    return background.blend(color.with_alpha(1), color.a) if color.a < 1 else color
