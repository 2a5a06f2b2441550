"""The reader's state on disk: one small SQLite file per briefing and the place it was opened from.

`open_store` opens it, `memory_store` keeps nothing, `state_home` says where state belongs. A call that returns a
record has it on disk; `visit`, `command` and `later` only queue, and a thread writes.
"""

from kzterm.store.folder import state_home
from kzterm.store.records import Mark, Note, NotKeptError, State, Taken, Trouble, Visit
from kzterm.store.store import Store, memory_store, open_store

__all__ = [
    "Mark",
    "NotKeptError",
    "Note",
    "State",
    "Store",
    "Taken",
    "Trouble",
    "Visit",
    "memory_store",
    "open_store",
    "state_home",
]
