"""The stories: typed lines and what their replies must show."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kzterm.model.briefing import Briefing
from kzterm.pages.plain_text import render, render_notice
from kzterm.play.session import Reply, Session

FOLDER = Path(__file__).parent / "transcripts"


@dataclass
class Story:
    """One test of a transcript: for each typed line ("" before the first), what the reply must show."""

    name: str
    lang: str
    turns: list[tuple[str, list[str]]] = field(default_factory=list)


def stories() -> list[Story]:
    found: list[Story] = []
    for path in sorted(FOLDER.glob("*.regtest")):
        lang = "en"
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("**"):
                lang = "th" if "--lang th" in line else "en"
            elif line.startswith("* "):
                found.append(Story(f"{path.stem}: {line[2:]}", lang, [("", [])]))
            elif line.startswith(">"):
                found[-1].turns.append((line[1:].strip(), []))
            elif line.strip() and not line.startswith("#"):
                found[-1].turns[-1][1].append(line.strip())
    return found


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)
def test_transcript(briefing: Briefing, story: Story) -> None:
    session = Session(briefing, story.lang)
    for number, (line, checks) in enumerate(story.turns):
        reply = session.submit(line) if number else session.begin()
        shown = printed(reply)
        for check in checks:
            assert holds(check, shown), f"{story.name}, after `{line}`: {check}\n{shown}"


def printed(reply: Reply) -> str:
    page = render(reply.page, 500, reply.progress.lang) if reply.show else ""
    return render_notice(reply.notice, 500) + page


def holds(check: str, shown: str) -> bool:
    if check.startswith("!"):
        return not holds(check[1:].strip(), shown)
    if len(check) > 1 and check.startswith("/") and check.endswith("/"):
        return any(re.search(check[1:-1], line) for line in shown.splitlines())
    return check in shown


def test_there_are_stories_in_both_languages() -> None:
    assert {story.lang for story in stories()} == {"en", "th"}


@pytest.mark.parametrize("name", ["first-two-minutes", "thai-reader"])
def test_the_real_program_tells_the_same_story(name: str) -> None:
    """As `regtest.py` drives it: lines to its input, and what it prints up to each `>` at the start of a line."""
    for story in (story for story in stories() if story.name.startswith(name)):
        lines = [line for line, _ in story.turns[1:]]
        done = subprocess.run(
            [sys.executable, "-m", "kzterm", "--plain", "--no-save", "--lang", story.lang],
            input="\n".join(lines) + "\n",
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "COLUMNS": "500", "LC_ALL": "C.UTF-8"},
        )
        replies = re.split(r"^>", done.stdout, flags=re.MULTILINE)
        assert len(replies) == len(lines) + 2, story.name
        for (line, checks), shown in zip(story.turns, replies, strict=False):
            for check in checks:
                assert holds(check, shown), f"{story.name}, after `{line}`: {check}\n{shown}"
