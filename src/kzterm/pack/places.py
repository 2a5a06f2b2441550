"""Where things stand: from a value, or an offset in its text, to file, line and column."""

from collections.abc import Iterator, Mapping

from kzterm.pack.nodes import Items, Map, Node, Place, Scalar, SourceFile

Key = tuple[str | int, ...]
"""An id, then keys and list positions down to a value: `("bazaar", "body", 0, "en")`."""

BRIEFING = "briefing.yaml"
"""What a key of briefing.yaml itself begins with; no id can be that."""


def place_of(node: Node) -> Place:
    """Where a value stands; for a map or list, the key it belongs to."""
    if isinstance(node, Scalar):
        return _of_scalar(node)
    if node.key is not None:
        return _of_scalar(node.key)
    return Place(node.file, node.line + 1, node.column + 1, 1)


def spot(file: SourceFile, line: int, column: int, length: int = 1) -> Place:
    """A stretch of a line, counted from 0; a place beyond the end is drawn back to the last line."""
    last = len(file.lines) - 1
    if line > last:
        line, column = last, len(file.lines[last])
    column = min(column, len(file.lines[line]))
    return Place(file, line + 1, column + 1, max(1, min(length, len(file.lines[line]) - column)))


def place_in(scalar: Scalar, offset: int, length: int) -> Place:
    """Where a stretch of a scalar's text stands; the scalar itself where that can't be told exactly."""
    text = scalar.text
    offset = min(offset, len(text))
    if scalar.style == "|":
        line_start = text.rfind("\n", 0, offset) + 1
        line_end = text.find("\n", offset)
        content = text[line_start : line_end if line_end >= 0 else len(text)]
        number = scalar.line + 1 + text.count("\n", 0, offset)
        raw = scalar.file.line(number)
        if content and raw.endswith(content):
            within = offset - line_start
            column = len(raw) - len(content) + within
            return Place(scalar.file, number + 1, column + 1, max(1, min(length, len(content) - within)))
    elif scalar.style != ">" and scalar.line == scalar.end_line:
        marks = 1 if scalar.style else 0
        raw = scalar.file.line(scalar.line)[scalar.column + marks : scalar.end_column - marks]
        if raw == text:
            column = scalar.column + marks + offset
            return Place(scalar.file, scalar.line + 1, column + 1, max(1, min(length, len(text) - offset)))
    return _of_scalar(scalar)


def _of_scalar(scalar: Scalar) -> Place:
    if scalar.line == scalar.end_line:
        length = scalar.end_column - scalar.column
    else:
        length = len(scalar.file.line(scalar.line)) - scalar.column
    return Place(scalar.file, scalar.line + 1, scalar.column + 1, max(1, length))


class Places(Mapping[Key, Place]):
    """Where every value of a briefing stands, found in the files' trees when asked for.

    A card is found by its own id, and through its scene as well: `("import-share", "of", "en")` and
    `("bazaar", "figures", "import-share", "of", "en")`. Iteration goes by the first way for every id.
    """

    def __init__(self, roots: Mapping[str, Node]) -> None:
        self._roots = roots

    def node(self, key: Key) -> Node | None:
        """The value itself, or None."""
        if not key:
            return None
        found = self._roots.get(str(key[0]))
        for step in key[1:]:
            if isinstance(found, Map):
                found = found.get(str(step))
            elif isinstance(found, Items) and isinstance(step, int) and 0 <= step < len(found.items):
                found = found.items[step]
            else:
                return None
        return found

    def text(self, key: Key) -> str | None:
        """The text of a scalar as it was read, which offsets count in; None for anything else."""
        node = self.node(key)
        return node.text if isinstance(node, Scalar) else None

    def at(self, key: Key, offset: int, length: int = 1) -> Place:
        """Where a stretch of a scalar's text stands; KeyError when there is no such value."""
        node = self.node(key)
        if node is None:
            raise KeyError(key)
        return place_in(node, offset, length) if isinstance(node, Scalar) else place_of(node)

    def inline(self, key: Key, paragraph: int, index: int) -> Place:
        """Where an inline of a prose value stands, from its first letter to the next inline or the end of its line."""
        text = self.text(key)
        if text is None:
            raise KeyError(key)
        from kzterm.pack.prose import parse

        starts = parse(text, "", str(key[-1])).starts
        if not 0 <= paragraph < len(starts) or not 0 <= index < len(starts[paragraph]):
            return self[key]
        following = starts[paragraph][index + 1 : index + 2] or (len(text),)
        start = starts[paragraph][index]
        return self.at(key, start, max(1, following[0] - start))

    def __getitem__(self, key: Key) -> Place:
        node = self.node(key)
        if node is None:
            raise KeyError(key)
        return place_of(node)

    def __iter__(self) -> Iterator[Key]:
        for ident, root in self._roots.items():
            yield from _walk((ident,), root)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _walk(key: Key, root: Node) -> Iterator[Key]:
    waiting: list[tuple[Key, Node]] = [(key, root)]
    while waiting:
        here, node = waiting.pop()
        yield here
        if isinstance(node, Map):
            waiting.extend(((*here, name), value) for name, (_, value) in reversed(node.pairs.items()))
        elif isinstance(node, Items):
            waiting.extend(((*here, index), value) for index, value in reversed(list(enumerate(node.items))))
