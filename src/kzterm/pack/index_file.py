"""The file of an index: written whole or not at all, and read item by item.

It begins with a magic word, the length of its head and a checksum of it. The head is a map: the stamp of what the index
was made from, the briefing's own fields, and for each large map of the briefing its keys and where its items stand in
the rest of the file, each with a checksum. So opening reads the keys, never the items.
"""

import marshal
import os
from array import array
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar
from zlib import crc32

from kzterm.cache.folder import open_private, write_private
from kzterm.pack.index_items import decode, encode

MAGIC = b"kzterm index 1\n"

_NUMBERS = 3
"""Where an item begins, its length, and its checksum."""

_START = len(MAGIC) + 8 + 4

_Value = TypeVar("_Value")


class DamagedError(Exception):
    """The file is not what was once written."""


class IndexFile:
    """An index that is open for reading; it stays so, even when the file is replaced."""

    def __init__(self, path: str, otherwise: Callable[[str], Mapping[str, Any]]) -> None:
        """`otherwise` gives a whole map of the briefing by its name, where an item turns out to be damaged.

        Raises OSError, and DamagedError for a file that is foreign or damaged.
        """
        self.otherwise = otherwise
        self._handle = -1
        self._handle = open_private(path)
        try:
            self.head = self._read_head()
        except BaseException:
            self.close()
            raise

    def _read_head(self) -> dict[str, Any]:
        size = os.fstat(self._handle).st_size
        start = os.pread(self._handle, _START, 0)
        length = int.from_bytes(start[len(MAGIC) : len(MAGIC) + 8], "little")
        if not start.startswith(MAGIC) or _START + length > size:
            raise DamagedError("not an index")
        data = os.pread(self._handle, length, _START)
        if crc32(data) != int.from_bytes(start[-4:], "little"):
            raise DamagedError("its head is damaged")
        self._items = _START + length
        head: dict[str, Any] = marshal.loads(data)
        if self._items + head["size"] != size:
            raise DamagedError("it is cut off")
        return head

    def item(self, span: "array[int]") -> Any:
        """One item, decoded; raises DamagedError."""
        start, length, checksum = span
        data = os.pread(self._handle, length, self._items + start)
        if len(data) != length or crc32(data) != checksum:
            raise DamagedError("an item is damaged")
        try:
            return decode(data)
        except ValueError as problem:
            raise DamagedError("an item cannot be decoded") from problem

    def close(self) -> None:
        """No more is read."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)

    def __del__(self) -> None:
        self.close()


class Items(Mapping[str, _Value]):
    """A map of the briefing whose items are read when they are asked for, then kept."""

    def __init__(self, file: IndexFile, name: str, keys: str, spans: bytes) -> None:
        self._file = file
        self._name = name
        self._spans = array("Q", spans)
        self._positions = {key: at for at, key in enumerate(keys.split("\n"))} if keys else {}
        self._read: dict[str, _Value] = {}

    def __getitem__(self, key: str) -> _Value:
        if key not in self._read:
            at = self._positions[key] * _NUMBERS
            try:
                self._read[key] = self._file.item(self._spans[at : at + _NUMBERS])
            except DamagedError:
                self._read.update(self._file.otherwise(self._name))
        return self._read[key]

    def __contains__(self, key: object) -> bool:
        return key in self._positions

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)


class Later(Mapping[str, _Value]):
    """A map that is one item, read when anything in it is asked for."""

    def __init__(self, file: IndexFile, name: str, size: int, span: bytes) -> None:
        self._file = file
        self._name = name
        self._size = size
        self._span = array("Q", span)
        self._whole: Mapping[str, _Value] | None = None

    def _all(self) -> Mapping[str, _Value]:
        if self._whole is None:
            try:
                self._whole = self._file.item(self._span)
            except DamagedError:
                self._whole = self._file.otherwise(self._name)
        return self._whole

    def __getitem__(self, key: str) -> _Value:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return self._size


class Writer:
    """Gathers items for a new file."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def span(self, value: object) -> tuple[int, int, int]:
        """Add an item; returns where it will stand, its length and its checksum."""
        data = encode(value)
        self._parts.append(data)
        self._size += len(data)
        return self._size - len(data), len(data), crc32(data)

    def items(self, values: Mapping[str, object]) -> tuple[str, bytes]:
        """Add every value of a map: keys and spans of Items."""
        spans = array("Q")
        for value in values.values():
            spans.extend(self.span(value))
        return "\n".join(values), spans.tobytes()

    def later(self, values: Mapping[str, object]) -> tuple[int, bytes]:
        """Add a map as one item: size and span of Later."""
        return len(values), array("Q", self.span(values)).tobytes()

    def write(self, path: str, head: dict[str, object]) -> None:
        """Write the file, whole or not at all; raises OSError."""
        data = marshal.dumps({**head, "size": self._size})
        start = MAGIC + len(data).to_bytes(8, "little") + crc32(data).to_bytes(4, "little")
        write_private(path, [start, data, *self._parts])
