"""The prompt: where everything that prints goes, and where every key arrives, in the order it was pressed."""

import time
from collections.abc import Callable

from textual import events
from textual.message import Message

from kzterm.config.keys import ENTER, Key, is_letter
from kzterm.play.completion import common_start
from kzterm.play.session import MOST_CHARACTERS
from kzterm.text.clean import cleaned
from kzterm.tui.bursts import Burst
from kzterm.tui.clusters_input import ClustersInput
from kzterm.tui.history import History
from kzterm.tui.keys import Keymap
from kzterm.tui.live_search import searched

MOST_PASTED = 20_000
"""Characters taken from a paste of many lines; the rest is left out, and said so. A line has MOST_CHARACTERS."""

Completer = Callable[[str], tuple[str, ...]]
"""What a half-typed line could become."""

_STEPS = {"up": -1, "down": 1, "shift+tab": -1, "tab": 1, "pageup": -8, "pagedown": 8}
"""Keys that move through the palette."""

BACKSPACE_PAUSE = 0.5
"""Seconds after a Backspace during which another one deletes and never goes back."""


class Prompt(ClustersInput):
    """One line to type on. It never loses the keyboard.

    All keys are dealt with here, in order, so that what is typed ahead of a slow screen does what it would have done
    on a fast one: Textual's own bindings run when a key has bubbled up to the app, and later keys may overtake it.
    """

    class Entered(Message):
        """A line was typed and entered, or, `at_result`, the focused one of what it has found."""

        def __init__(self, line: str, at_result: bool) -> None:
            super().__init__()
            self.line = line
            self.at_result = at_result

    class Pressed(Message):
        """A key that belongs to the page was pressed; `character` is what it prints, if anything."""

        def __init__(self, key: Key, character: str = "") -> None:
            super().__init__()
            self.key = key
            self.character = character

    class Candidates(Message):
        """Tab found several ways to go on."""

        def __init__(self, lines: tuple[str, ...]) -> None:
            super().__init__()
            self.lines = lines

    class Cut(Message):
        """What was typed or pasted was too long to take whole."""

        def __init__(self, count: int) -> None:
            super().__init__()
            self.count = count

    class Moved(Message):
        """Another entry of the palette."""

        def __init__(self, steps: int, typed: str) -> None:
            super().__init__()
            self.steps = steps
            self.typed = typed

    class Chosen(Message):
        """An entry of the palette, by what was typed to find it; None when it was left without one."""

        def __init__(self, typed: str | None) -> None:
            super().__init__()
            self.typed = typed

    def __init__(
        self,
        keymap: Keymap,
        complete: Completer,
        history: History,
        searching: Callable[[], str],
        typed: Callable[[str], None],
    ) -> None:
        """`searching` is how a search begins in the reader's language; `typed` is told of every change of the line.

        It is told before the change is drawn, so that what it shows comes with the letter and not a frame later.
        """
        super().__init__(id="prompt", compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.suggests = True
        """Whether the best completion is shown behind what is typed; the right arrow takes it."""
        self._typed = typed
        self.letters = False
        """Whether letters move the page while nothing is typed."""
        self._typing = False
        """Whether letters are typed all the same, until the line is entered or given up."""
        self._choosing = False
        """Whether what is typed chooses from the palette."""
        self._keymap = keymap
        self._searching = searching
        self._complete = complete
        self._history = history
        self._last_backspace = 0.0
        self._at_result = False
        """Whether the keys go from result to result of the search that is being typed."""
        self._full = False
        """Whether it was said that no more is taken."""

    @property
    def empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.value

    @property
    def lets_go(self) -> bool:
        """Whether the focus is elsewhere: nothing is typed, or the results of what is."""
        return self.empty or self._at_result

    async def _on_burst(self, event: Burst) -> None:
        """Many characters: one by one while they may be keys of the page, the rest at once."""
        event.stop()
        event.prevent_default()
        for number, key in enumerate(event.keys()):
            if not self.empty:
                self._insert("".join(filter(str.isprintable, event.text[number:])))
                break
            await self._on_key(key)

    async def _on_key(self, event: events.Key) -> None:
        letters = self.letters and not self._typing and not self._choosing
        key = self._keymap.find(event.key, event.character, empty=self.empty, letters=letters)
        if self._choosing and self._choose(event.key, key):
            event.stop()
            event.prevent_default()
        elif key is not None and not self._choosing and self._is_for_page(key):
            event.stop()
            event.prevent_default()
            self.press(key, event.character or "")
        elif letters and self.empty and is_letter(event.character or " "):
            event.stop()
            event.prevent_default()
        elif event.key in ENTER:
            event.stop()
            event.prevent_default()
            self._typing = False
            self._enter()
        elif way := self._way_through_results(event.key):
            event.stop()
            event.prevent_default()
            self._at_result = True
            self.post_message(self.Pressed(self._keymap.called(way)))
        elif event.key in ("tab", "shift+tab"):
            event.stop()
            event.prevent_default()
            self._finish()
        elif event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            self._recall(self._history.older(self.value) if event.key == "up" else self._history.newer())
        elif bindings := self._bindings.key_to_bindings.get(event.key):
            event.stop()
            event.prevent_default()
            if event.key == "backspace":
                self._last_backspace = time.monotonic()
            await self.run_action(bindings[0].action)
        else:
            event.stop()
            event.prevent_default()
            if event.is_printable and event.character:
                self._insert(event.character)

    def _way_through_results(self, name: str) -> str | None:
        """What a key does with the results of the search that is being typed; None when it is not for them."""
        if not searched(self.value) or (name == "down" and self._history.walking):
            return None
        backward = name == "shift+tab" or (name == "up" and self._at_result)
        return "link.previous" if backward else "link.next" if name in ("tab", "down") else None

    def press(self, key: Key, character: str = "") -> None:
        """A key of the table, and the `character` it prints.

        What changes where the next key goes is done at once, the rest by whoever listens.
        """
        if key.does == "@search":
            self.fill(self._searching())
            return
        if self._typing and self.empty and key.id in ("link.follow", "go.backspace"):
            self._typing = False
            return
        if key.does in ("@prompt", "@escape"):
            self._typing = key.does == "@prompt"
        elif key.does == "@palette":
            self._choosing = True
        self.post_message(self.Pressed(key, character))

    def _choose(self, name: str, key: Key | None) -> bool:
        """A key while the palette is open; False when it edits what is typed."""
        if name in _STEPS:
            self.post_message(self.Moved(_STEPS[name], self.value))
            return True
        does = key.does if key is not None and len(name) > 1 else ""
        left = does in ("@escape", "@palette", "@copy_or_clear", "quit")
        if not left and name not in ENTER:
            return False
        self.post_message(self.Chosen(None if left else self.value))
        self.drop_palette()
        if key is not None and does == "quit":
            self.post_message(self.Pressed(key))
        return True

    def drop_palette(self) -> None:
        """What is typed is a line again, and there is none yet."""
        self._choosing = self._typing = False
        self._empty()

    def _on_paste(self, event: events.Paste) -> None:
        """Lines are entered one by one; what has no line feed stays to be edited."""
        event.stop()
        event.prevent_default()
        text = cleaned(event.text[:MOST_PASTED])
        if len(event.text) > MOST_PASTED and "\n" in text:
            self.post_message(self.Cut(MOST_PASTED))
        *lines, rest = text.split("\n")
        for line in lines:
            self._insert(line)
            self._enter()
        self._insert(rest.replace("\t", " "))

    def _insert(self, text: str) -> None:
        """Put text in place of what is selected, as far as a line may be long."""
        if not self.selection.is_empty:
            self.delete_selection()
        room = MOST_CHARACTERS - len(self.value)
        if len(text) > room and not self._full:
            self._full = True
            self.post_message(self.Cut(MOST_CHARACTERS))
        if room > 0:
            self.insert_text_at_cursor(text[:room])

    def fill(self, line: str) -> None:
        """Put a line on the prompt, to be gone on with."""
        self._recall(line)

    def _enter(self) -> None:
        """Hand the line over."""
        line = self.value
        self._history.add(line)
        self.post_message(self.Entered(line, self._at_result))
        self._empty()

    def _empty(self) -> None:
        """Begin anew without telling anybody: whoever gets what was typed shows what comes of it."""
        typed, self._typed = self._typed, _nobody
        self.value = ""
        self._typed = typed

    def _watch_value(self, value: str) -> None:
        """Textual's own lays out the whole screen for each letter, and suggests later than the letter is drawn."""
        self._at_result = False
        if len(value) < MOST_CHARACTERS:
            self._full = False
        self._suggestion = self._suggested(value) if self.suggests and value and not self._choosing else ""
        self._typed(value)
        self.selection = self.selection
        self.keep_in_view()

    def _suggested(self, value: str) -> str:
        return next((line for line in self._complete(value) if line.startswith(value)), "")

    def _recall(self, line: str | None) -> None:
        if line is not None:
            self.value = line
            self.cursor_position = len(line)

    def _finish(self) -> None:
        """Complete what is typed as far as it is certain, and list the rest."""
        candidates = self._complete(self.value)
        start = common_start(candidates)
        if len(start) > len(self.value):
            self._recall(start)
        if len(candidates) > 1:
            self.post_message(self.Candidates(candidates))

    def _is_for_page(self, key: Key) -> bool:
        return key.id != "go.backspace" or time.monotonic() - self._last_backspace > BACKSPACE_PAUSE


def _nobody(_line: str) -> None:
    """Told of what need not be known."""
