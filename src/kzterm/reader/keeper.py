"""What a session changed, onto disk: notes, marks and the dossier before the reply is given, the rest later."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kzterm.catalogue import N_
from kzterm.model.briefing import Briefing
from kzterm.play.progress import EARLIER, Note, Place, Progress
from kzterm.store import Mark, NotKeptError, Store, Trouble
from kzterm.store import Note as KeptNote
from kzterm.store.records import Taken

TROUBLES = {
    "homeless": N_("There is no home folder to keep notes in: what you write lasts until you quit."),
    "unwritable": N_("Notes can't be kept at {path}: what you write lasts until you quit."),
    "read-only": N_("{path} can't be written: what you write lasts until you quit."),
    "newer": N_(
        "Your notes were made by a later version of kzterm; they are shown and left as they are, and what you write "
        "lasts until you quit."
    ),
    "unreadable": N_("{path} can't be read: what you write lasts until you quit."),
    "damaged": N_("Your notes were damaged; the file is kept as {kept} and a new one begun."),
    "full": N_("The disk is full: this is not kept on disk."),
    "busy": N_("Another program holds your notes: this is not kept on disk."),
}
"""For each code of a Trouble, what the reader is told."""


class Keeper:
    """Follows a session's progress and keeps the store like it."""

    def __init__(self, store: Store, briefing: Briefing) -> None:
        self._store = store
        self._briefing = briefing
        self._notes: dict[int, KeptNote] = {}
        self._marks: dict[tuple[str, str], Mark] = {}
        self._taken: dict[str, Taken] = {}
        self._commands: tuple[str, ...] = ()

    def resume(self, progress: Progress) -> Progress:
        """Progress with all that was kept of earlier sessions; what the briefing no longer has is passed over."""
        state = self._store.load()
        self._commands = state.commands
        self._notes = {note.id: note for note in state.notes}
        self._marks = {(mark.scene, mark.address): mark for mark in state.marks}
        self._taken = {item.id: item for item in state.taken}
        known = self._briefing.find
        start = self._briefing.start
        notes = (
            Note(
                note.id,
                note.text,
                note.scene if note.scene in self._briefing.scenes else start,
                note.target or note.scene,
            )
            for note in state.notes
        )
        seen = {visit.id: EARLIER for visit in state.visits if known(visit.id)}
        return replace(
            progress,
            notes=tuple(notes),
            marks=tuple(Place(mark.scene, mark.address) for mark in state.marks if mark.scene in self._briefing.scenes),
            taken=tuple(item.id for item in state.taken if known(item.id)),
            seen={**seen, **progress.seen},
            **self._left(state.place or {}),
        )

    def _left(self, snapshot: dict[str, Any]) -> dict[str, Any]:
        """Where the last session ended, as far as it still makes sense."""
        found: dict[str, Any] = {}
        scene, address = snapshot.get("scene"), snapshot.get("address")
        if isinstance(scene, str) and isinstance(address, str) and scene in self._briefing.scenes:
            found["left"] = Place(scene, address if self._briefing.find(address) else scene)
        steps = snapshot.get("steps")
        if isinstance(steps, dict):
            trails = self._briefing.trails
            found["steps"] = {
                name: at
                for name, at in steps.items()
                if name in trails and isinstance(at, int) and 0 <= at < len(trails[name].steps)
            }
            trail = snapshot.get("trail")
            found["trail"] = trail if trail in found["steps"] else None
        return found

    def begin(self, progress: Progress) -> None:
        """The first page is seen without a command."""
        self._store.visit(progress.place.address)

    def commands(self) -> tuple[str, ...]:
        """Lines typed in earlier sessions, oldest first."""
        return self._commands

    def keep(self, before: Progress, after: Progress, line: str) -> list[Trouble]:
        """Write what changed; returns what went wrong. When it returns, what it acknowledges is on disk."""
        failed: list[Trouble] = []
        for change in (self._keep_notes, self._keep_marks, self._keep_taken):
            try:
                change(before, after)
            except NotKeptError as problem:
                failed.append(problem.trouble)
        for ident in after.seen:
            if ident not in before.seen:
                self._store.visit(ident)
        if line.strip():
            self._store.command(line)
        place = after.place
        self._store.later(
            {"scene": place.scene, "address": place.address, "trail": after.trail, "steps": dict(after.steps)}
        )
        while trouble := self._store.untold():
            if all(trouble.code != other.code for other in failed):
                failed.append(trouble)
        return failed

    def _keep_notes(self, before: Progress, after: Progress) -> None:
        """Notes that could not be kept are tried again with the next change to any."""
        if before.notes == after.notes:
            return
        old, new = {note.id: note for note in before.notes}, {note.id: note for note in after.notes}
        for ident in _gone(old, new):
            if kept := self._notes.get(ident):
                self._store.delete_note(kept.id)
        for ident, note in new.items():
            kept = self._notes.get(ident)
            if kept is None:
                self._notes[ident] = self._store.add_note(note.text, note.scene, note.address)
            elif ident not in old:
                self._notes[ident] = replace(kept, text=note.text)
                self._store.restore(self._notes[ident])
            elif note.text != old[ident].text:
                self._notes[ident] = self._store.edit_note(kept.id, note.text) or kept

    def _keep_marks(self, before: Progress, after: Progress) -> None:
        old = {(place.scene, place.address): place for place in before.marks}
        new = {(place.scene, place.address): place for place in after.marks}
        for key in _gone(old, new):
            if kept := self._marks.get(key):
                self._store.unmark(kept.id)
        for key in _gone(new, old):
            if kept := self._marks.get(key):
                self._store.restore(kept)
            else:
                self._marks[key] = self._store.mark(*key)

    def _keep_taken(self, before: Progress, after: Progress) -> None:
        for ident in _gone(before.taken, after.taken):
            self._store.drop(ident)
        for ident in _gone(after.taken, before.taken):
            if kept := self._taken.get(ident):
                self._store.restore(kept)
            else:
                self._taken[ident] = self._store.take(ident)

    def close(self) -> None:
        """Write what is still queued."""
        self._store.close()


def _gone(old: Iterable[Any], new: Iterable[Any]) -> list[Any]:
    """Members of the first that the second lacks."""
    rest = set(new)
    return [member for member in old if member not in rest]
