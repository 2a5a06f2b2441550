"""Which characters may pass: one rule for what comes in and for what goes out to a terminal.

Refused are the control characters that can steer a terminal (C0 but tab and line feed, DEL, C1), the ones that
reorder text (bidi embeddings, overrides and isolates), and characters that cannot be encoded or seen (lone
surrogates, tag characters, line and paragraph separators). Joiners and variation selectors stay: scripts need them.
"""

import re

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""A character that no text of a briefing or a reader may hold."""


def name_of(character: str) -> str:
    """How a forbidden character is named in an error: its code point."""
    return f"U+{ord(character):04X}"


def cleaned(text: str) -> str:
    """The text without forbidden characters; a carriage return counts as a line break."""
    if not FORBIDDEN.search(text):
        return text
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
