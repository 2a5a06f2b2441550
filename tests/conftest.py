"""What the tests share: the bundled briefing, read once."""

import os
import tempfile
from collections.abc import Callable

import pytest

from kzterm.model.briefing import Briefing
from kzterm.pack import bundled, load
from kzterm.play.session import Session

# No test may touch the notes of whoever runs it, nor read an index of theirs.
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="kzterm-state-")
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="kzterm-cache-")

# Workers that share the tests out among them are told a size, which the terminals under test would take for theirs.
for name in ("COLUMNS", "LINES"):
    os.environ.pop(name, None)


@pytest.fixture(scope="session")
def briefing() -> Briefing:
    loaded = load(bundled())
    assert loaded.briefing is not None, loaded.diagnostics
    return loaded.briefing


@pytest.fixture
def session(briefing: Briefing) -> Session:
    return Session(briefing)


@pytest.fixture
def play(session: Session) -> Callable[..., str]:
    """Type lines; what the last one printed."""
    from kzterm.pages.plain_text import render, render_notice

    def submit(*lines: str) -> str:
        printed = ""
        for line in lines:
            reply = session.submit(line)
            page = render(reply.page, 80, reply.progress.lang) if reply.show else ""
            printed = render_notice(reply.notice, 80) + page
        return printed

    return submit
