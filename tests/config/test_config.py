"""config.yaml: what it settles, and what is said when something in it is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzterm.config.file import Config, config_path, read_config
from kzterm.config.language import language
from kzterm.config.settings import DEFAULTS, Settings


def config_of(folder: Path, text: str | bytes) -> Config:
    path = folder / "config.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_config(path)


def test_the_file_is_where_xdg_says() -> None:
    assert config_path({"XDG_CONFIG_HOME": "/a", "HOME": "/h"}) == Path("/a/kzterm/config.yaml")
    assert config_path({"HOME": "/h"}) == Path("/h/.config/kzterm/config.yaml")
    assert config_path({"XDG_CONFIG_HOME": "a", "HOME": "/h"}) == Path("/h/.config/kzterm/config.yaml")
    assert config_path({"HOME": "h"}) is None
    assert config_path({}) is None


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    for path in (None, tmp_path / "config.yaml", Path("/nonexistent/config.yaml")):
        assert read_config(path) == Config(DEFAULTS, ())


def test_an_empty_file_settles_nothing(tmp_path: Path) -> None:
    assert config_of(tmp_path, "# theme: day\n") == Config(DEFAULTS, ())


def test_every_key_is_read(tmp_path: Path) -> None:
    found = config_of(
        tmp_path,
        """\
lang: both
theme: nord
keys: reader
bindings:
  help: [f1, "?", Ctrl-G]
  language: alt+l
  quit: []
animations: no
citations: no
screen_reader: yes
""",
    )
    assert found.diagnostics == ()
    bindings = {"help": ("f1", "?", "ctrl+g"), "language": ("alt+l",), "quit": ()}
    fixed = frozenset(("lang", "theme", "keys", "bindings", "animations", "citations", "screen_reader"))
    assert found.settings == Settings("both", "nord", "reader", bindings, False, False, True, fixed)


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("theme: dya\n", 1, 8, "kzterm themes"),
        ("lang: th\nkesy: reader\n", 2, 1, 'did you mean "keys"'),
        ("keys: vim\n", 1, 7, "prompt or reader"),
        ("animations: true\n", 1, 13, "yes or no"),
        ("theme: [day]\n", 1, 1, "one word"),
        ("bindings: f1\n", 1, 11, "a map"),
        ("bindings:\n  seach: f5\n", 2, 3, 'did you mean "search"'),
        ("bindings:\n  help: ctrl+s\n", 2, 9, "flow control"),
        ("bindings:\n  help: Ctrl-[\n", 2, 9, "Esc"),
        ("bindings:\n  help: f99\n", 2, 9, "not the name of a key"),
        ("bindings:\n  help: shift+g\n", 2, 9, "not the name of a key"),
        ("bindings:\n  help: [[f1]]\n", 2, 10, "a key is expected"),
        ("bindings:\n  help: f1\n  map: F1\n", 3, 8, "bound to help already"),
        ("theme: day\ntheme: night\n", 2, 1, "twice"),
        ("theme: 'day\n", 2, 1, "not YAML"),
        ("- theme\n", 1, 1, "a map of keys"),
        ("theme: &a day\n", 1, 8, "anchors"),
        (b"theme: d\xe9y\n", 1, 9, "not UTF-8"),
        ('theme: "\\e[31m"\n', 1, 8, "not allowed"),
    ],
)
def test_a_fault_has_its_place_and_costs_nothing_else(
    tmp_path: Path, text: str | bytes, line: int, column: int, words: str
) -> None:
    found = config_of(tmp_path, text)
    fault = found.diagnostics[0]
    assert (fault.line, fault.column) == (line, column), fault
    assert words in f"{fault.message} {fault.hint}"
    assert found.settings.theme in ("night", "day")
    assert found.settings.keys == "prompt"


def test_one_fault_leaves_the_other_settings(tmp_path: Path) -> None:
    found = config_of(tmp_path, "theme: day\nkeys: vim\nbindings: {help: f12, map: ctrl+s}\n")
    assert len(found.diagnostics) == 2
    assert found.settings.theme == "day"
    assert found.settings.bindings == {"help": ("f12",)}
    assert found.settings.fixed == {"theme", "bindings"}


def test_a_link_to_the_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    (tmp_path / "dotfiles" / "kzterm.yaml").write_text("theme: day\n")
    (tmp_path / "config.yaml").symlink_to(tmp_path / "dotfiles" / "kzterm.yaml")
    assert read_config(tmp_path / "config.yaml").settings.theme == "day"


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").mkdir()
    assert "not a regular file" in read_config(tmp_path / "config.yaml").diagnostics[0].message
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    assert read_config(loop).diagnostics


@given(st.binary(max_size=300) | st.text(max_size=300))
def test_nothing_in_the_file_stops_the_program(tmp_path_factory: pytest.TempPathFactory, text: bytes | str) -> None:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    found = config_of(tmp_path_factory.mktemp("config"), data)
    assert found.settings.keys in ("prompt", "reader")


@pytest.mark.parametrize(
    ("choice", "environ", "configured", "expected"),
    [
        (None, {}, None, ("en", False)),
        (None, {}, "th", ("th", False)),
        (None, {"LANG": "C.UTF-8"}, "th", ("th", False)),
        (None, {"LANG": "en_US.UTF-8"}, "th", ("th", False)),
        (None, {"LC_ALL": "th_TH.UTF-8", "LANG": "en_US.UTF-8"}, None, ("th", False)),
        (None, {"LC_ALL": "th_TH.UTF-8"}, "en", ("en", False)),
        ("en", {"LANG": "th_TH.UTF-8"}, "th", ("en", False)),
        ("both", {"LANG": "th_TH.UTF-8"}, None, ("th", True)),
        (None, {"LANG": "fr_FR.UTF-8"}, "both", ("en", True)),
    ],
)
def test_the_command_line_beats_the_file_beats_the_environment(
    choice: str | None, environ: dict[str, str], configured: str | None, expected: tuple[str, bool]
) -> None:
    assert language(choice, configured, environ) == expected
