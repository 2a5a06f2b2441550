"""The program's own themes: one accent, calm greys, every text at least 4.5:1 against its background."""

from textual.theme import Theme

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
    variables={"muted": "#a39e93", "rule": "#3a3e42", "scenery": "#b9b3a6"},
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
    variables={"muted": "#635f57", "rule": "#d2cdc1", "scenery": "#57534b"},
)

DEFAULTS = {"muted": "#909090", "rule": "#505050", "scenery": "#a0a0a0"}
"""What Textual's own themes get for the variables that ours have."""
