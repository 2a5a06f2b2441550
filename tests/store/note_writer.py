"""A session of its own: adds notes, and says of each, once it is acknowledged, that it is.

Arguments: the state home, a word for the notes, and how many (0: until killed).
"""

import itertools
import os
import sys
from pathlib import Path

from kzterm.store import NotKeptError, open_store


def main(home: str, word: str, most: int) -> None:
    store = open_store("briefing", None, Path(home))
    for number in itertools.count() if not most else range(most):
        store.visit(f"scene-{number % 7}")
        store.later({"scene": f"{word}-{number}"})
        try:
            note = store.add_note(f"{word}-{number}", "scene")
            said = f"{note.text}\n"
        except NotKeptError as error:
            said = f"! {error.trouble.code}\n"
        os.write(1, said.encode())
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
