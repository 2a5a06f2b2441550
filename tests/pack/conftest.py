"""The fixture `tiny`: a copy of the little briefing in tests/briefings/tiny that a test may change."""

import shutil
from pathlib import Path

import pytest
from pack_copies import TINY, Copy


@pytest.fixture
def tiny(tmp_path: Path) -> Copy:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    return Copy(folder)
