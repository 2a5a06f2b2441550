"""The stories: typed lines and what their replies must show."""

import re
import select
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
            if line.startswith("** interpreter"):
                lang = "th" if "--lang th" in line else "en"
            elif line.startswith("* "):
                found.append(Story(f"{path.stem}: {line[2:]}", lang, [("", [])]))
            elif line.startswith(">"):
                found[-1].turns.append((line[1:].strip(), []))
            elif line.strip() and not line.startswith(("#", "**")):
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
    """What all commands of a line said and showed."""
    earlier = "".join(map(printed, reply.earlier))
    page = render(reply.page, 500, reply.progress.lang) if reply.show else ""
    return earlier + render_notice(reply.notice, 500) + page


def holds(check: str, shown: str) -> bool:
    if check.startswith("!"):
        return not holds(check[1:].strip(), shown)
    if check.startswith("/"):
        return any(re.search(check[1:].strip(), line) for line in shown.splitlines())
    return any(check in line for line in shown.splitlines())


def test_there_are_stories_in_both_languages() -> None:
    assert {story.lang for story in stories()} == {"en", "th"}


def test_no_name_is_used_twice_in_a_file() -> None:
    """`regtest.py` refuses such a file."""
    names = [story.name for story in stories()]
    assert len(names) == len(set(names))


class Terp:
    """The interpreter of a transcript's head, driven as `regtest.py` does it: byte by byte, up to `>` after a line."""

    def __init__(self, path: Path) -> None:
        head = dict(
            line[2:].strip().split(": ", 1) for line in path.read_text("utf-8").splitlines() if line.startswith("**")
        )
        command = [*head["interpreter"].split()[1:], str(FOLDER.parents[1] / head["game"])]
        assert head["interpreter"].split()[0] == "kzterm"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kzterm", *command], bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def answer(self, line: str | None = None) -> str:
        """What is printed, after a line if there is one, up to the next prompt or the end."""
        assert self.process.stdin and self.process.stdout
        if line is not None:
            self.process.stdin.write(f"{line}\n".encode())
        output = bytearray()
        while select.select([self.process.stdout], [], [], 20)[0]:
            byte = self.process.stdout.read(1)
            output += byte
            if not byte or output.endswith(b"\n>"):
                break
        return output.decode()

    def close(self) -> None:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.kill()
        self.process.wait()


@pytest.mark.parametrize("name", ["first-two-minutes", "thai-reader"])
def test_the_real_program_tells_the_same_story(name: str) -> None:
    for story in (story for story in stories() if story.name.startswith(name)):
        terp = Terp(FOLDER / f"{name}.regtest")
        try:
            for number, (line, checks) in enumerate(story.turns):
                shown = terp.answer(line if number else None)
                for check in checks:
                    assert holds(check, shown), f"{story.name}, after `{line}`: {check}\n{shown}"
        finally:
            terp.close()
