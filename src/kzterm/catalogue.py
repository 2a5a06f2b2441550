"""Every string of the interface, in the reader's language, through gettext.

English is the key; the other languages are `locale/*/LC_MESSAGES/kzterm.po`, compiled beside it. Strings are marked for
extraction by the names `t`, `n` and `N_`.
"""

import gettext
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

LANGUAGES = ("en", "th")
"""The languages the interface speaks."""

_LOCALE = Path(__file__).parent / "locale"

BREAKS = _LOCALE / "th" / "LC_MESSAGES" / "kzterm.breaks"
"""Where lines of the Thai interface may end, one run of letters a line; `make breaks` writes it."""


class Catalogue:
    """The interface in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._messages = gettext.translation("kzterm", _LOCALE, [lang], fallback=True)

    def t(self, message: str, /, **values: object) -> str:
        """The message in this language, its `{names}` filled in."""
        text = self._messages.gettext(message)
        return text.format(**values) if values else text

    def n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The message for a count, which fills `{count}`."""
        return self._messages.ngettext(one, many, count).format(count=count, **values)


@lru_cache
def catalogue(lang: str) -> Catalogue:
    """The catalogue of a language; English where there is none."""
    return Catalogue(lang if lang in LANGUAGES else "en")


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for it)
    """Mark a string for translation where it is only stored."""
    return message


def language_of(environ: Mapping[str, str] = os.environ) -> str | None:
    """The language an environment asks for by LC_ALL, else LC_MESSAGES, else LANG; None for none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return next((lang for lang in LANGUAGES if value.lower().startswith(lang)), None)
    return None
