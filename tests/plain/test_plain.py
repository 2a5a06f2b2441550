"""Plain mode: pipes, prompts and pages."""

import os
import subprocess
import sys

import pytest

ENV = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "COLUMNS": "80"}


def kzterm(*arguments: str, text: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kzterm", *arguments],
        input=text,
        capture_output=True,
        text=True,
        check=False,
        env={**ENV, **env},
        timeout=60,
    )


def test_a_pipe_gets_plain_text() -> None:
    done = kzterm(text="look\nn\numarov\nquit\n")
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.count("The Reading Room") >= 2
    assert "The Map Before the War" in done.stdout
    assert "Temur Umarov" in done.stdout
    assert "Goodbye." in done.stdout
    assert "\x1b" not in done.stdout


def test_only_the_prompt_begins_a_line_with_a_chevron() -> None:
    done = kzterm("--plain", text="help\nquotes all\nassess all\nbazaar\nx me\nlang th\nเหนือ\nquit\n")
    chevrons = [line for line in done.stdout.splitlines() if line.startswith(">")]
    assert chevrons == [">"] * 8


def test_the_end_of_input_ends_it() -> None:
    done = kzterm("--plain", text="look\n")
    assert done.returncode == 0
    assert done.stdout.endswith(">\n")


@pytest.mark.parametrize("environment", [{"LANG": "th_TH.UTF-8", "LC_ALL": ""}, {"LC_ALL": "th_TH.UTF-8"}])
def test_thai_locale_opens_thai(environment: dict[str, str]) -> None:
    assert "ห้องอ่านข่าว" in kzterm("read", **environment).stdout


def test_read_names_all_widths_and_languages() -> None:
    everything = kzterm("read", "--all", "--width", "40")
    assert everything.returncode == 0
    assert everything.stdout.count("Ways out") == 18
    from kzterm.text.cells import cell_width

    assert max(cell_width(line) for line in everything.stdout.splitlines()) <= 40
    assert "ตลาด" in kzterm("read", "bazaar", "--lang", "th").stdout
    assert "Temur Umarov" in kzterm("read", "umarov").stdout


def test_read_with_a_wrong_name_suggests() -> None:
    done = kzterm("read", "bazar")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "bazaar" in done.stderr


def test_head_ends_quietly() -> None:
    done = subprocess.run(
        f"{sys.executable} -m kzterm read --all | head -n 2",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        env=ENV,
        timeout=60,
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_gets_plain_text(term: str) -> None:
    import pty

    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "kzterm"], stdin=child, stdout=child, stderr=child, env={**ENV, "TERM": term}
    )
    os.close(child)
    os.write(parent, b"quit\n")
    printed = b""
    try:
        while chunk := os.read(parent, 65536):
            printed += chunk
    except OSError:
        pass
    assert process.wait(30) == 0
    assert b"\x1b" not in printed
    assert b"The Reading Room" in printed


def test_plain_mode_never_loads_textual_rich_or_asyncio() -> None:
    code = (
        "import sys, io; sys.argv = ['kzterm', '--plain']; sys.stdin = io.StringIO('look\\nn\\nquit\\n')\n"
        "from kzterm.cli import main\nmain()\n"
        "print([name for name in ('textual', 'rich', 'asyncio') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENV, timeout=60)
    assert done.stderr.strip() == "[]"


def test_a_wrong_scene_is_usage() -> None:
    done = kzterm("--scene", "bazar", "--plain")
    assert done.returncode == 2
    assert "bazaar" in done.stderr


def test_a_broken_briefing_is_usage(tmp_path: os.PathLike[str]) -> None:
    done = kzterm(str(tmp_path), "--plain")
    assert done.returncode == 2
    assert "KZ001" in done.stderr


def test_bytes_that_are_not_utf8_do_no_harm() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kzterm", "--plain"],
        input=b"\xff\xfe look\nquit\n",
        capture_output=True,
        check=False,
        env=ENV,
        timeout=60,
    )
    assert done.returncode == 0
