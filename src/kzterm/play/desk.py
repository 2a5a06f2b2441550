"""The pages of what a reader keeps: dossier, notes, marks, progress, what is unread, and what a search found."""

import math
from dataclasses import replace

from kzterm.model.cards import Assessment, Caveat, Claim, Event, Figure, Quote
from kzterm.pages.blocks import Block, Choice, Choices, Facts, Heading, Link, Page, Para, Run, Runs
from kzterm.pages.cards import card_lines
from kzterm.pages.counted import ORDER, counted
from kzterm.play.commands.table import verb_called
from kzterm.play.excerpt import excerpt
from kzterm.play.progress import Place
from kzterm.play.search import MOST_HITS, QUESTION_KINDS, Hit, reach_of, search
from kzterm.play.standing import Count, standing, unopened_here, unread_scenes
from kzterm.play.turn import Turn
from kzterm.text.matched import matched


def inventory_page(turn: Turn, _rest: str) -> Page:
    """What was taken, in order."""
    hint = Para((Run(turn.t("`export` writes this to a file, `drop` puts something back."), "dim"),))
    return Page(":inventory", turn.t("Your dossier"), (*_taken(turn), hint))


def notes_page(turn: Turn, _rest: str) -> Page:
    """The reader's own words, numbered, with where they were written."""
    hint = Para(
        (Run(turn.t("`note #1 new words` changes a note, `drop note 1` deletes it, `export` writes them out."), "dim"),)
    )
    return Page(":notes", turn.t("Your notes"), (*_notes(turn), hint))


def marks_page(turn: Turn, _rest: str) -> Page:
    """The bookmarks, numbered."""
    hint = Para((Run(turn.t("`drop mark 1` deletes a bookmark."), "dim"),))
    return Page(":marks", turn.t("Your bookmarks"), (*_marks(turn), hint))


def notebook_page(turn: Turn, _rest: str) -> Page:
    """Dossier, notes and marks on one page; each can be changed from here, and `undo` takes it back."""
    t = turn.t
    groups = (
        (t("Dossier"), _taken(turn), t("none yet; `take` and the name of a quote or card picks one up")),
        (t("Notes"), _notes(turn), t("none yet; `note` and your words write one")),
        (t("Bookmarks"), _marks(turn), t("none yet; `mark` marks the page that is open")),
    )
    blocks: list[Block] = []
    for title, group, none in groups:
        blocks.append(Heading(title))
        blocks.extend(group or (Para((Run(none, "dim"),)),))
    actions = (
        Run(t("write a note"), "text", Link("note ", "", fill=True)),
        Run(t("export"), "text", Link("export", "")),
        Run(t("undo"), "text", Link("undo", "")),
    )
    blocks.append(Para(turn.view.join(actions, "  ")))
    return Page(":notebook", t("Your notebook"), tuple(blocks))


def _taken(turn: Turn) -> tuple[Block, ...]:
    lines: list[Block] = []
    for ident in turn.progress.taken:
        away = Run(turn.t("put back"), "dim", Link(f"drop {ident}", ""))
        line, *disputes = card_lines(turn.view, ident, turn.progress.taken)
        lines += [Para((*line.runs, Run("  "), away), tight=bool(lines)), *disputes]
    return tuple(lines)


def _notes(turn: Turn) -> tuple[Block, ...]:
    items = []
    for number, note in enumerate(turn.progress.notes, 1):
        where = _where(turn, Place(note.scene, note.address))
        edit = Run(turn.t("change"), "dim", Link(f"note #{number} {note.text}", "", fill=True))
        away = Run(turn.t("delete"), "dim", Link(f"drop note {number}", ""))
        items.append(Choice(number, "", (Run(note.text), Run(" · ", "dim"), *where, Run("  "), edit, Run("  "), away)))
    return (Choices(tuple(items)),) if items else ()


def _marks(turn: Turn) -> tuple[Block, ...]:
    items = []
    for number, place in enumerate(turn.progress.marks, 1):
        away = Run(turn.t("delete"), "dim", Link(f"drop mark {number}", ""))
        items.append(Choice(number, "", (*_where(turn, place), Run("  "), away)))
    return (Choices(tuple(items)),) if items else ()


def _where(turn: Turn, place: Place) -> Runs:
    """A link to a place: the card or page, and the scene it was seen from."""
    view, address = turn.view, place.address
    if turn.briefing.find(address) is None:
        line = address.lstrip(":")
        verb = verb_called(line.partition(" ")[0])
        label = verb.called(turn.progress.lang) if verb else line
        return (Run(label, "text", Link(line, "")), Run(", "), view.to(place.scene))
    if address == place.scene:
        return (view.to(address),)
    return (view.to(address), Run(", "), view.to(place.scene))


def progress_page(turn: Turn, _rest: str) -> Page:
    """What has been read, counted four ways."""
    t, found = turn.t, standing(turn.briefing, turn.progress)
    rows: list[tuple[str, Runs]] = [
        (t("Scenes"), (_count(turn, found.scenes, "places"),)),
        (t("Quotes"), (_count(turn, found.quotes, "quotes all"),)),
        (t("Assessments"), (_count(turn, found.assessments, "assess all"),)),
        (t("Paragraphs"), (_count(turn, found.paragraphs, "coverage"),)),
        (t("Turns"), (Run(str(turn.progress.turn)),)),
    ]
    lead = Para((Run(t("unread"), "text", Link("unread", "")),))
    return Page(":progress", t("What you have read"), (Facts(tuple(rows)), lead))


def _count(turn: Turn, count: Count, line: str) -> Run:
    return Run(turn.t("{read} of {total}", read=count.read, total=count.of), "text", Link(line, ""))


def unread_page(turn: Turn, _rest: str) -> Page:
    """What has not been read, nearest first."""
    t, view = turn.t, turn.view
    blocks: list[Block] = []
    if left := unopened_here(turn):
        blocks += [Heading(t("Here")), Para(view.names(left))]
    if scenes := unread_scenes(turn):
        blocks.append(Heading(t("Scenes, nearest first")))
        blocks += [Para((view.to(ident),), tight=True) for ident in scenes]
    if not blocks:
        blocks.append(Para((Run(t("You have read every scene, and opened everything here.")),)))
    return Page(":unread", t("Not yet read"), tuple(blocks))


_GROUPS = (Quote, Assessment, Claim, Figure, Event)


def search_page(turn: Turn, query: str, lines: float = math.inf) -> Page:
    """What was found, by kind, each with the words around the match; all are counted, but only `lines` are listed."""
    t, view = turn.t, turn.view
    asks, _, about = query.partition(": ")
    kinds = QUESTION_KINDS.get(asks, ()) if about else ()
    hits = search(turn.briefing, about or query, kinds, reach_of(asks) if kinds else "needed")
    blocks: list[Block] = []
    if kinds:
        blocks.append(Para((Run(t("The briefing has no single answer; this is what it says."), "dim"),)))
    elif hits and not hits[0].tones:
        blocks.append(Para((Run(t("Nothing has these tone marks; this differs in them alone."), "dim"),)))
    elif any(hit.partial for hit in hits):
        blocks.append(Para((Run(t("No place has all of it as typed; these have its words."), "dim"),)))
    groups: dict[type, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(type(turn.briefing.find(hit.ident)), []).append(hit)

    def place(kind: type) -> tuple[int, ...]:
        """The likeliest kinds to answer come first, else those that fit best; editors' notes are beside the matter."""
        if kind in kinds:
            return (kinds.index(kind),)
        return (kind is Caveat, groups[kind][0].rank, ORDER.index(kind))

    listed = 0
    for kind in sorted(groups, key=place):
        if len(blocks) < lines:
            blocks.append(Heading(counted(kind, len(groups[kind]), view.say)))
        for hit in groups[kind]:
            if len(blocks) >= lines:
                break
            blocks.extend(_hit(turn, hit))
            listed += 1
    count = view.say.n("{count} place", "{count} places", len(hits))
    if not hits:
        blocks.append(Para((Run(t('Nothing here speaks of "{words}".', words=about or query)),)))
    elif listed < len(hits):
        blocks.append(Para((Run(t("Enter lists all {count}.", count=len(hits)), "dim"),)))
    elif len(hits) == MOST_HITS:
        blocks.append(Para((Run(t("These are the first {count}; add a word to narrow it.", count=MOST_HITS), "dim"),)))
    if len(hits) == MOST_HITS:
        count = t("{count} places and more", count=MOST_HITS)
    return Page(f":search {query}", t('Search "{words}": {count}', words=about or query, count=count), tuple(blocks))


def _hit(turn: Turn, hit: Hit) -> tuple[Block, ...]:
    title = _highlighted(turn.view.to(hit.ident), hit)
    line = Para((*title, *_cites(turn, hit)), tight=True)
    # What goes by its own words says them in the line already.
    told = len(title) > 1 and isinstance(turn.briefing.find(hit.ident), _GROUPS)
    if hit.rank < 2 or told:
        return (line,)
    before, match, after = excerpt(turn.briefing, hit, turn.progress.lang)
    if not match:
        return (line,)
    return (line, Para((Run(before, "dim"), Run(match, "strong"), Run(after, "dim")), indent=2, tight=True))


def _highlighted(run: Run, hit: Hit) -> Runs:
    """A link with what was looked for standing out in it; its parts remain one link."""
    parts, at = [], 0
    for start, end in matched(run.text, (spelling for group in hit.words for spelling in group), hit.tones):
        parts += [replace(run, text=run.text[at:start]), replace(run, text=run.text[start:end], style="strong")]
        at = end
    return tuple(part for part in (*parts, replace(run, text=run.text[at:])) if part.text)


def _cites(turn: Turn, hit: Hit) -> Runs:
    card = turn.briefing.cards.get(hit.ident)
    return (turn.view.cites(card.cite),) if isinstance(card, _GROUPS) else ()
