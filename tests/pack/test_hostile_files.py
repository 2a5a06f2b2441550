"""Any bytes as any file: findings or a briefing, never an exception, never long, and nothing that steers a terminal."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pack_copies import TINY, Copy
from pack_faults import FAULTS, Fault

from kzterm.pack import Loaded, compose, load, render
from kzterm.pack.codes import CODES
from kzterm.text.clean import FORBIDDEN

NAMES = ("briefing", "actors", "caveats", "terms", "tensions", "trails", "pier", "school")
SECONDS = 1.0
"""Of processor time for a small file; it takes a hundredth."""


def _loads(folder: Path, seconds: float = SECONDS) -> Loaded:
    """The folder loaded, with what must hold of any folder."""
    start = time.process_time()
    loaded = load(folder)
    assert time.process_time() - start < seconds
    errors = [one for one in loaded.diagnostics if one.severity == "error"]
    assert (loaded.briefing is None) == bool(errors)
    for one in loaded.diagnostics:
        assert one.code in CODES
        shown = render(one)
        assert not FORBIDDEN.search(shown)
        assert one.path.startswith(str(folder))
        if one.line:
            assert 1 <= one.column <= len(one.source_line) + 1
            assert "\n" not in one.message + one.hint + one.source_line
    return loaded


_FRAGMENT = st.sampled_from(
    ["a: ", "- ", "{", "}", "[", "]", ", ", ": ", "\n", "\n  ", "\n    ", "|\n", ">-\n", "'", '"', "#", "&a ", "*a",
     "!!str ", "? ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "\\e", "\\ud800", "\\u202e", "en: ", "th: ", "title: ",
     "body:\n  - ", "[[x]]", "[^1]", "[^x:2]", "cite: ", "para: 1", "id: ", "malee", "pier", "languages: [en]",
     "sources:", "คำ", "\t", "\x00", "\x1b[31m", "\u202e", "\ufeff", "\r", "\u2028", "\x85", "\ufffe", "\U0001f600",
     "9" * 30, "~", "null", "figures:", "value: ", "exits:", "n: ", "to: ", "`", "@"]
)  # fmt: skip
_TEXT = st.lists(_FRAGMENT, max_size=40).map("".join)
_BYTES = st.one_of(st.binary(max_size=200), _TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@settings(max_examples=300, deadline=None)
@given(data=_BYTES, name=st.sampled_from(NAMES))
def test_any_bytes_as_a_file_of_a_good_briefing(data: bytes, name: str, folder: Path) -> None:
    for path in TINY.glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / f"{name}.yaml").write_bytes(data)
    _loads(folder)


@settings(max_examples=200, deadline=None)
@given(changes=st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 60), _TEXT), max_size=4))
def test_any_text_at_any_place(changes: list[tuple[str, int, str]], folder: Path) -> None:
    for path in TINY.glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    for name, line, text in changes:
        path = folder / f"{name}.yaml"
        lines = path.read_text("utf-8").split("\n")
        place = line % len(lines)
        lines[place] = lines[place][: len(lines[place]) // 2] + text
        path.write_text("\n".join(lines), "utf-8")
    _loads(folder)


_MEGABYTE = 1_000_000


def bombs(size: int) -> dict[str, str]:
    """Files of about so many characters, made to take long or much."""
    return {
        "brackets": "[" * size,
        "braces": "{a: " * (size // 4),
        "dashes": "- " * (size // 2),
        "questions": "? " * (size // 2),
        "aliases": "a: &a [x]\nb: [" + "*a, " * (size // 4) + "]",
        "billion laughs": "a: &a [x]\n"
        + "".join(f"{b}: &{b} [*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        "merges": "a: &a {x: 1}\nb: {" + "<<: *a, " * (size // 8) + "}",
        "a cycle": "&a [*a]",
        "many keys": "".join(f"k{number}: 1\n" for number in range(size // 10)),
        "one key again": "k: 1\n" * (size // 5),
        "many values": "a: [" + "," * size + "]",
        "many empty values": "a: [" + "x," * (size // 2) + "]",
        "controls": "a: " + "\x07" * size,
        "escapes": 'a: "' + "\\e" * (size // 2) + '"',
        "escaped lines": "".join(f'k{number}: "\\e"\n' for number in range(size // 12)),
        "one long line": "a: " + "x" * size,
        "an open quotation": "a: '" + "x\n" * (size // 2),
        "spaces": " " * size,
        "line ends": "\n" * size,
        "colons": ":" * size,
        "tabs": "\t" * size,
        "hashes": "#" * size,
        "bangs": "!" * size,
        "percents": "%" * size,
        "documents": "---\n" * (size // 4),
        "block": "title: |\n" + " x\n" * (size // 3),
        "folded": "title: >\n" + " คำ\n" * (size // 8),
        "folded plain": "title:\n" + "  คำ\n" * (size // 9),
        "bodies": "body:\n" + "  - {en: '[^x:1] [[y]] *z* `c`', th: 1}\n" * (size // 40),
        "long bodies": "body:\n" + ("  - {en: '" + "[^x:1] [[y]] " * 600 + "'}\n") * (size // 8000),
        "markdown": "body:\n" + ("  - {en: '" + "*a **b `c` " * 800 + "'}\n") * (size // 9000),
        "unknown ids": "actors: [" + ", ".join(f"nobody-{number}" for number in range(size // 16)) + "]",
        "printed": "quotes: {q: {original: '" + "คำ\n" * (size // 8) + "'}}",
    }


@pytest.mark.parametrize("name", bombs(0))
def test_bombs(name: str, tiny: Copy) -> None:
    """A megabyte takes no longer, letter for letter, than a fifth of it. Processor time, for a machine may be busy."""
    taken = []
    for size in (_MEGABYTE // 5, _MEGABYTE):
        tiny.write("school.yaml", bombs(size)[name])
        begun = time.process_time()
        found = _loads(tiny.folder, seconds=60).diagnostics
        taken.append(time.process_time() - begun)
        assert any(one.severity == "error" for one in found)
    assert taken[1] < 5 * 3 * taken[0] + 0.5


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if CODES[fault.code].severity == "error"], ids=str)
def test_without_libyaml_all_is_the_same(fault: Fault, tiny: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.change(fault.file, fault.old, fault.new)
    fast = [(one.code, one.line) for one in tiny.load().diagnostics]
    monkeypatch.setattr(compose, "_LOADER", yaml.SafeLoader)
    slow = [(one.code, one.line) for one in tiny.load().diagnostics]
    if fault.code == "KZ006":
        assert {code for code, _ in slow} == {code for code, _ in fast}
    else:
        assert slow == fast
