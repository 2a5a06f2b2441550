"""A YAML file as text and as a tree whose every value knows its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Style = Literal["", "'", '"', "|", ">"]


class SourceFile:
    """One file of a briefing, decoded, with line feeds as its only line breaks."""

    __slots__ = ("_lines", "name", "path", "text")

    def __init__(self, name: str, path: str, text: str) -> None:
        self.name = name
        """File name inside the folder."""
        self.path = path
        """As a reader would name it; free of forbidden characters."""
        self.text = text
        self._lines: list[str] | None = None

    @property
    def stem(self) -> str:
        """The name without `.yaml`: for a scene, its id."""
        return self.name.removesuffix(".yaml")

    @property
    def lines(self) -> list[str]:
        """The lines, from 0, without their line feeds."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    def line(self, number: int) -> str:
        """The line with this number, from 0; empty beyond the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of one file."""

    file: SourceFile
    line: int
    """From 1."""
    column: int
    """From 1, in code points."""
    length: int
    """In code points, at least 1 (an empty value is pointed at by one)."""

    @property
    def path(self) -> str:
        """The file as a reader would name it."""
        return self.file.path

    @property
    def source_line(self) -> str:
        """The whole line, as it stands in the file."""
        return self.file.line(self.line - 1)


class Scalar:
    """A piece of text, exactly as typed. Lines and columns count from 0."""

    __slots__ = ("column", "end_column", "end_line", "file", "line", "style", "text")

    def __init__(self, file: SourceFile, text: str, style: Style, start: tuple[int, int], end: tuple[int, int]) -> None:
        self.file = file
        self.text = text
        self.style = style
        self.line, self.column = start
        self.end_line, self.end_column = end


class Map:
    """Keys and values in file order; every key stands once."""

    __slots__ = ("column", "file", "flow", "key", "line", "pairs")

    def __init__(self, file: SourceFile, flow: bool, start: tuple[int, int]) -> None:
        self.file = file
        self.flow = flow
        """Written in braces."""
        self.line, self.column = start
        self.key: Scalar | None = None
        """The key that it is the value of, or None."""
        self.pairs: dict[str, tuple[Scalar, Node]] = {}

    def get(self, key: str) -> "Node | None":
        """The value under a key, or None."""
        pair = self.pairs.get(key)
        return pair[1] if pair else None


class Items:
    """A list of values."""

    __slots__ = ("column", "file", "flow", "items", "key", "line")

    def __init__(self, file: SourceFile, flow: bool, start: tuple[int, int]) -> None:
        self.file = file
        self.flow = flow
        self.line, self.column = start
        self.key: Scalar | None = None
        self.items: list[Node] = []

    def __iter__(self) -> Iterator["Node"]:
        return iter(self.items)


Node = Scalar | Map | Items
