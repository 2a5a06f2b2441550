"""From a key that was pressed to the row of the key table that it means."""

from collections.abc import Iterable

from kzterm.config.keys import Key, is_letter, shown


class Keymap:
    """The key table as it is bound for this reader."""

    def __init__(self, rows: Iterable[Key]) -> None:
        self.rows = tuple(rows)
        self._by_name = {name: key for key in self.rows for name in key.keys}
        self._on_map = {letter: key for key in self.rows for letter in key.on_map}

    def called(self, ident: str) -> Key:
        """The row of an id."""
        return next(key for key in self.rows if key.id == ident)

    def find(self, name: str, character: str | None, *, empty: bool, letters: bool) -> Key | None:
        """The row of a key by Textual's `name` and the `character` it prints; None when it belongs to the prompt.

        `empty` tells whether nothing is typed, `letters` whether letters move the page.
        """
        key = self._by_name.get(name) if len(name) > 1 else None
        if key is not None:
            return key if empty or not key.empty_only else None
        if not character or not empty or (is_letter(character[0]) and not letters):
            return None
        return self._by_name.get(character) or self._on_map.get(character)

    def on_map(self, key: Key, character: str) -> Key:
        """The row that a pressed key means on a map, by the `character` it printed."""
        return self._on_map.get(character, key)


def hinted(key: Key, basic: bool = False) -> str:
    """A key as short as the bottom line needs it: `ctrl+q` is ^Q; in `basic` characters Backspace has no sign."""
    return shown(key.keys[0]).replace("Ctrl-", "^").replace("Backspace", "BkSp" if basic else "⌫")
