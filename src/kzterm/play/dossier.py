"""What a reader takes away: cards and notes as text with citations."""

from kzterm.pages.dates import show_date
from kzterm.pages.view import View
from kzterm.play.cited import cited, source_line
from kzterm.play.turn import Turn


def as_markdown(turn: Turn) -> str:
    """The dossier and the notes as Markdown: what was taken with speaker, voice and paragraph, and own words."""
    view, progress, t = turn.view, turn.progress, turn.t
    lines = [f"# {_escaped(view.text(turn.briefing.title))}", ""]
    lines += [
        t(
            "As of {date}. Paragraph numbers are those of the source below.",
            date=show_date(turn.briefing.as_of, view.say),
        ),
        "",
    ]
    if progress.taken:
        lines += [f"## {t('Dossier')}", ""]
        for ident in progress.taken:
            first, *rest = map(_escaped, cited(turn, ident))
            lines += [f"- {first}", *(f"  - {line}" for line in rest)]
        lines.append("")
    if progress.notes:
        lines += [f"## {t('Notes')}", ""]
        for note in progress.notes:
            lines.append(f"- {_escaped(note.text)} ({_escaped(_page_name(view, note.scene, note.address))})")
        lines.append("")
    if progress.marks:
        lines += [f"## {t('Bookmarks')}", ""]
        lines += [f"- {_escaped(_page_name(view, place.scene, place.address))}" for place in progress.marks]
        lines.append("")
    lines += [f"## {t('Sources')}", ""]
    lines += [f"- {_escaped(source_line(turn, source))}" for source in turn.briefing.sources.values()]
    return "\n".join(lines) + "\n"


def _page_name(view: View, scene: str, address: str) -> str:
    item = view.briefing.find(address)
    name = view.title(item) if item else address.lstrip(":")
    return name if address == scene else f"{name}, {view.name(scene)}"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    for character in "\\`*_[]<>#":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", " ")
