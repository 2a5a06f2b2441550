"""The key table: names, rebinding, twins, and the page that documents it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from kzterm.config.keys import EATEN, KEYS, bound, is_letter, key_named, reader_letters, shown, shown_keys
from kzterm.config.settings import DEFAULTS
from kzterm.play.help import KEYS as IN_HELP

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
KEDMANEE = dict(zip("qwertyuiopasdfghjklzxcvbnm/", "ๆไำพะัีรนยฟหกดเ้่าสผปแอิืทฝ", strict=True)) | dict(
    zip("GN:", "ฌ์ซ", strict=True)
)
"""What physical keys print on a Thai keyboard."""


def test_no_key_does_two_things() -> None:
    assert max(Counter(name for key in KEYS for name in key.keys).values()) == 1
    assert max(Counter(key.id for key in KEYS).values()) == 1


def test_every_name_is_one_that_a_file_may_use() -> None:
    for key in KEYS:
        for name in key.keys:
            assert key_named(name) == name


def test_nothing_relies_on_keys_that_do_not_arrive() -> None:
    assert not {name for key in KEYS for name in key.keys} & set(EATEN)
    for name in ("ctrl+[", "ctrl+h", "ctrl+m", "ctrl+a", "ctrl+b", "ctrl+s", "ctrl+space"):
        assert name in EATEN
        assert key_named(name) == name


def test_the_letters_of_less_and_vim_and_their_thai_twins() -> None:
    assert set(reader_letters(KEYS).split()) == set("jkdugGnNbfhlq")
    for key in KEYS:
        letters = [name for name in (*key.keys, *key.on_map) if len(name) == 1]
        latin = [name for name in letters if name.isascii()]
        assert [name for name in letters if not name.isascii()] == [KEDMANEE[name] for name in latin], key.id


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ctrl-P", "ctrl+p"),
        ("ctrl+p", "ctrl+p"),
        ("Control-Alt-x", "ctrl+alt+x"),
        ("PgDn", "pagedown"),
        ("Ctrl-PgUp", "ctrl+pageup"),
        ("F5", "f5"),
        ("G", "G"),
        ("-", "-"),
        ("+", "+"),
        ("ก", "ก"),
        ("space", "space"),
        ("shift+tab", "shift+tab"),
        (" ", None),
        ("", None),
        ("f0", None),
        ("hyper+x", None),
        ("ctrl+", None),
        ("jj", None),
        ("\x1b", None),
    ],
)
def test_names_of_keys(typed: str, name: str | None) -> None:
    assert key_named(typed) == name


def test_a_binding_takes_its_keys_from_whatever_had_them() -> None:
    table = {key.id: key.keys for key in bound({"help": ("f3", "j"), "quit": ()})}
    assert table["help"] == ("f3", "j")
    assert table["timeline"] == ()
    assert table["scroll.down"] == ("down", "่")
    assert table["quit"] == ()
    assert {key.id: key.keys for key in bound({})} == {key.id: key.keys for key in KEYS}


def test_keys_as_help_shows_them() -> None:
    assert shown("alt+left") == "Alt-←"
    assert shown("ctrl+pagedown") == "Ctrl-PgDn"
    assert shown_keys(KEYS, "link.next", "link.previous") == "Tab Shift-Tab"
    assert shown_keys(KEYS, "search") == "/ F5"
    assert {ident for idents, _ in IN_HELP for ident in idents} <= {key.id for key in KEYS}


def _rows(heading: str) -> list[list[str]]:
    part = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("|")]
    return rows[2:]


def test_the_page_lists_every_id_with_its_keys() -> None:
    found = {row[0].strip("`"): (row[1], row[2]) for row in _rows("Keys")}
    expected = {}
    for key in KEYS:
        letters = [name for name in key.keys if len(name) == 1 and is_letter(name)]
        others = [name for name in key.keys if name not in letters]
        written = [" ".join(f"`{name}`" for name in names) for names in (others, [*letters, *key.on_map])]
        expected[key.id] = (written[0], written[1])
    assert found == expected


def test_the_page_lists_every_setting() -> None:
    found = {row[0].strip("`") for row in _rows("Settings")}
    assert found == {name for name in DEFAULTS.__dataclass_fields__ if name != "fixed"}


def test_the_example_on_the_page_is_right(tmp_path: Path) -> None:
    from kzterm.config.file import read_config

    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    path = tmp_path / "config.yaml"
    path.write_text(example[1], encoding="utf-8")
    found = read_config(path)
    assert found.diagnostics == ()
    assert found.settings.fixed == set(DEFAULTS.__dataclass_fields__) - {"fixed"}
