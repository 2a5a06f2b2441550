"""From words of prose back to the exact letters in the file."""

from kzterm.model.prose import Ref, words_of
from kzterm.pack.nodes import Place
from kzterm.pack.places import Key, Places
from kzterm.pack.prose import parse
from kzterm.pack.rules.shown import Shown
from kzterm.pack.rules.texts import Piece


def place_of_inline(places: Places, key: Key, paragraph: int, index: int) -> Place:
    """Where an inline of a prose value stands."""
    return places.inline(key, paragraph, index)


def place_of_citation(places: Places, piece: Piece, first: int, last: int) -> Place:
    """Where paragraph numbers in the citations of a piece stand, both counted from 0 through all its citations."""
    mentions = parse(places.text(piece.key) or "", "", piece.lang).cites
    if last >= len(mentions):
        return places[piece.key]
    start, end = mentions[first], mentions[last]
    return places.at(piece.key, start.offset, end.offset + end.length - start.offset)


def place_of_words(places: Places, key: Key, shown: Shown, start: int, end: int) -> Place:
    """Where a stretch of a shown paragraph stands: from its first letter to its last one in the same inline.

    What is shown stands in the file in the same order, with marks and line breaks between its letters. So they are
    looked for one after the other.
    """
    text = places.text(key) or ""
    number = shown.inline_at(start)
    inline = shown.paragraph.inlines[number]
    starts = parse(text, "", str(key[-1])).starts
    if shown.index >= len(starts) or number >= len(starts[shown.index]):
        return places[key]
    cursor = starts[shown.index][number]
    if isinstance(inline, Ref):
        if inline.label is None:
            return places.at(key, text.find(inline.target, cursor), len(inline.target))
        cursor = text.find("|", cursor)
    begin = shown.begins[number]
    words = words_of(inline)[: max(start + 1, end) - begin]
    first = cursor
    for offset, letter in enumerate(words):
        if letter == " ":
            continue
        found = text.find(letter, cursor)
        if found < 0:
            break
        if offset <= start - begin:
            first = found
        cursor = found + 1
    return places.at(key, first, max(1, cursor - first))
