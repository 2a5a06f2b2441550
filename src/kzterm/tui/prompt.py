"""The prompt: where everything that prints goes."""

from textual.widgets import Input


class Prompt(Input):
    """One line to type on. It never loses the keyboard; keys that do not print belong to the page."""

    def __init__(self) -> None:
        super().__init__(id="prompt", compact=True, select_on_focus=False)

    @property
    def empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.value
