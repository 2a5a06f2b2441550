"""The prompt: where everything that prints goes, and where every key arrives, in the order it was pressed."""

import time
from collections.abc import Mapping

from textual import events
from textual.message import Message
from textual.widgets import Input

from kzterm.tui.keys import ENTER, Key

BACKSPACE_PAUSE = 0.5
"""Seconds after a Backspace during which another one deletes and never goes back."""


class Prompt(Input):
    """One line to type on. It never loses the keyboard.

    All keys are dealt with here, in order, so that what is typed ahead of a slow screen does what it would have done
    on a fast one: Textual's own bindings run when a key has bubbled up to the app, and later keys may overtake it.
    """

    class Entered(Message):
        """A line was typed and entered."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    class Pressed(Message):
        """A key that belongs to the page was pressed."""

        def __init__(self, key: Key) -> None:
            super().__init__()
            self.key = key

    def __init__(self, keys: Mapping[str, Key]) -> None:
        super().__init__(id="prompt", compact=True, select_on_focus=False)
        self._keys = keys
        self._last_backspace = 0.0

    @property
    def empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.value

    async def _on_key(self, event: events.Key) -> None:
        key = self._keys.get(event.key)
        if key is not None and self._is_for_page(key):
            event.stop()
            event.prevent_default()
            self.post_message(self.Pressed(key))
        elif event.key in ENTER:
            event.stop()
            event.prevent_default()
            line, self.value = self.value, ""
            self.post_message(self.Entered(line))
        elif bindings := self._bindings.key_to_bindings.get(event.key):
            event.stop()
            event.prevent_default()
            if event.key == "backspace":
                self._last_backspace = time.monotonic()
            await self.run_action(bindings[0].action)
        else:
            await super()._on_key(event)

    def _is_for_page(self, key: Key) -> bool:
        if key.empty_only and not self.empty:
            return False
        return key.id != "go.backspace" or time.monotonic() - self._last_backspace > BACKSPACE_PAUSE
