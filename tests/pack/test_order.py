"""In which order the files of a briefing are read, and so its scenes listed."""

import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kzterm.pack.findings import Findings
from kzterm.pack.folder import _counting, read_folder


def test_numbers_in_names_count(tmp_path: Path) -> None:
    wanted = [
        "briefing.yaml",
        *(f"{name}.yaml" for name in ("pier-1", "pier-2", "pier-10", "pier-10-b", "pier-100", "quay")),
    ]
    for name in random.Random(7).sample(wanted, len(wanted)):
        (tmp_path / name).write_text("title: x\n", encoding="utf-8")
    files = read_folder(tmp_path, Findings())
    assert files is not None
    assert [file.name for file in files] == wanted


@given(st.lists(st.text("ab01-. ๑", max_size=6)))
def test_any_names_can_be_put_in_order(names: list[str]) -> None:
    ordered = sorted(names, key=_counting)
    assert sorted(ordered) == sorted(names)
    assert sorted(random.Random(1).sample(names, len(names)), key=_counting) == ordered
