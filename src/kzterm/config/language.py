"""Which language to begin in, when the command line, the environment and the configuration file may all say."""

import os
from collections.abc import Mapping

from kzterm.catalogue import LANGUAGES, language_of


def language(choice: str | None, configured: str | None, environ: Mapping[str, str] = os.environ) -> tuple[str, bool]:
    """The interface's language, and whether texts are shown in both.

    The command line's `choice` beats what is `configured`, and that beats the environment. Each may be None; an
    environment such as `C.UTF-8` names no language.
    """
    found = choice or configured or language_of(environ) or LANGUAGES[0]
    if found in LANGUAGES:
        return found, False
    return language_of(environ) or LANGUAGES[0], True
