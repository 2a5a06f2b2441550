"""A line to type on whose cursor stands only where a reader sees letters end, and whose words are Thai words too."""

import re

from textual.geometry import Offset, Size
from textual.widgets import Input
from textual.widgets.input import Selection

from kzterm.text.breaks import LIGHT, RUN, Breaker
from kzterm.text.cells import cell_width, clusters

_WORD = re.compile("[\\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")
"""Letters, digits and the marks of Thai, which Python does not count among them."""

CONTEXT = 4
"""The part of the field, a fourth, in which what was typed before stays in view when the cursor goes back."""


def edges(text: str) -> list[int]:
    """Offsets between grapheme clusters, 0 and the end among them."""
    found = [0]
    for cluster in clusters(text):
        found.append(found[-1] + len(cluster))
    return found


def word_starts(text: str, breaks: Breaker) -> list[int]:
    """Offsets at which words begin, as far as can be told: a line may end at some of them only in need."""
    found = {match.start() for match in _WORD.finditer(text)}
    for match in RUN.finditer(text):
        found.add(match.start())
        found.update(match.start() + at for at in breaks.words(match[0]))
    return sorted(found)


class ClustersInput(Input):
    """Textual's input, moving and deleting by grapheme clusters and by words of any script it can be shown."""

    breaks: Breaker = LIGHT
    """Where words of Thai end."""

    @property
    def caret(self) -> Offset:
        """Where on the screen the next character goes."""
        left, top = self.content_region.offset
        return Offset(left + cell_width(self.value[: self.cursor_position]) - self.scroll_offset.x, top)

    def keep_in_view(self) -> None:
        """Move a line that is wider than its field, so that the cursor and some of what stands before it are seen."""
        room = max(self.content_size.width, 1)
        at = cell_width(self.value[: self.cursor_position])
        self.set_reactive(Input.virtual_size, Size(cell_width(self.value) + 1, 1))
        left = max(min(self.scroll_offset.x, at - room // CONTEXT), at - room + 1, 0)
        self.scroll_x = min(left, max(self.virtual_size.width - room, 0))

    def _watch_selection(self, _selection: Selection) -> None:
        """Textual's own moves the line only after the letter has been drawn."""
        self.app.clear_selection()
        self.keep_in_view()

    def on_resize(self) -> None:
        """Another width shows another part of the line."""
        self.keep_in_view()

    def validate_selection(self, selection: Selection) -> Selection:
        """Never inside a cluster, wherever a click or a value from elsewhere would put it."""
        start, end = super().validate_selection(selection)
        if self.value.isascii():
            return Selection(start, end)
        places = edges(self.value)
        return Selection(_from(places, start), _from(places, end))

    def action_cursor_left(self, select: bool = False) -> None:
        """One cluster to the left."""
        start, end = self.selection
        if select:
            self.selection = Selection(start, self._before(end))
        else:
            self.cursor_position = self._before(end) if self.selection.is_empty else min(start, end)

    def action_cursor_right(self, select: bool = False) -> None:
        """One cluster to the right; at the end, take what is suggested."""
        start, end = self.selection
        if select:
            self.selection = Selection(start, self._after(end))
        elif self.selection.is_empty and not self.cursor_at_end:
            self.cursor_position = self._after(end)
        else:
            super().action_cursor_right()

    def action_delete_left(self) -> None:
        """Delete a cluster."""
        if self.selection.is_empty:
            self.delete(self._before(self.cursor_position), self.cursor_position)
        else:
            self.delete_selection()

    def action_delete_right(self) -> None:
        """Delete a cluster."""
        if self.selection.is_empty:
            self.delete(self.cursor_position, self._after(self.cursor_position))
        else:
            self.delete_selection()

    def action_cursor_left_word(self, select: bool = False) -> None:
        """To where a word begins."""
        self._go(self._word_before(), select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        """To where the next word begins."""
        self._go(self._word_after(), select)

    def action_delete_left_word(self) -> None:
        """Delete back to where a word begins."""
        if self.selection.is_empty:
            self.delete(self._word_before(), self.cursor_position)
        else:
            self.delete_selection()

    def action_delete_right_word(self) -> None:
        """Delete up to where the next word begins."""
        if self.selection.is_empty:
            self.delete(self.cursor_position, self._word_after())
        else:
            self.delete_selection()

    def _go(self, target: int, select: bool) -> None:
        if select:
            self.selection = Selection(self.selection.start, target)
        else:
            self.cursor_position = target

    def _before(self, position: int) -> int:
        return max((edge for edge in edges(self.value) if edge < position), default=0)

    def _after(self, position: int) -> int:
        return _from(edges(self.value), position + 1)

    def _word_before(self) -> int:
        starts = word_starts(self.value, self.breaks)
        return max((start for start in starts if start < self.cursor_position), default=0)

    def _word_after(self) -> int:
        starts = word_starts(self.value, self.breaks)
        return min((start for start in starts if start > self.cursor_position), default=len(self.value))


def _from(places: list[int], position: int) -> int:
    """The first place at or after a position."""
    return next((place for place in places if place >= position), places[-1])
