"""A copy of the little briefing in tests/briefings/tiny that a test may change."""

from dataclasses import dataclass
from pathlib import Path

from kzterm.pack import Loaded, load

TINY = Path(__file__).parents[1] / "briefings" / "tiny"


@dataclass(frozen=True)
class Copy:
    """A briefing on disk, changed file by file."""

    folder: Path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a piece of text that stands in the file once."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{name} holds {old!r} {text.count(old)} times"
        path.write_text(text.replace(old, new), "utf-8")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, "utf-8")

    def load(self) -> Loaded:
        return load(self.folder)

    def codes(self) -> list[str]:
        """The codes of what is found, in order."""
        return [diagnostic.code for diagnostic in self.load().diagnostics]
