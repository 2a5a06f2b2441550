"""What a reader takes away: cards and notes as text with citations."""

from collections.abc import Iterable

from kzterm.model.cards import Assessment, Claim, Event, Figure, Quote
from kzterm.model.prose import ParaRef, Prose, inlines, words_of
from kzterm.pages import labels
from kzterm.pages.dates import show_date
from kzterm.pages.view import View
from kzterm.play.turn import Turn

_CITED = (Quote, Assessment, Claim, Figure, Event)


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
        lines += [f"- {_escaped(cited(turn, ident))}" for ident in progress.taken]
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
    for source in turn.briefing.sources.values():
        parts = [
            view.text(source.title),
            source.publisher or "",
            show_date(source.date, view.say) if source.date else "",
            source.url or "",
        ]
        lines.append("- " + _escaped(", ".join(part for part in parts if part)))
    return "\n".join(lines) + "\n"


def cited(turn: Turn, ident: str) -> str:
    """One card, scene or actor in a line, with who says it and the paragraphs it rests on."""
    view = turn.view
    item = turn.briefing.find(ident)
    if item is None:
        return ident
    words = view.title(item).rstrip(".")
    if isinstance(item, Quote):
        ours = "" if item.lang == view.lang else f' [{turn.t("our translation")}; "{item.original}"]'
        words = f"{words}{ours}, {view.name(item.speaker)}"
    elif isinstance(item, Assessment):
        voice = labels.voice_short(item.voice, view.say)
        words = f"{words} ({view.name(item.holder)}, {voice}" + (
            f", {turn.t('hedge')}: {item.hedge})" if item.hedge else ")"
        )
    elif isinstance(item, Claim):
        words = f"{words} ({', '.join(view.name(name) for name in item.by)}, {labels.status(item.status, view.say)})"
    elif isinstance(item, Event):
        words = f"{show_date(item.date, view.say) if item.date else turn.t('undated')}: {words}"
    if isinstance(item, _CITED):
        return f"{words} [{_source(turn, dict.fromkeys(citation.ref for citation in item.cite))}]"
    who = getattr(item, "who", None)
    if who is not None:
        words = f"{words}: {_plain_with_cites(view, view.prose(who))}"
    return words


def _source(turn: Turn, refs: Iterable[ParaRef]) -> str:
    by_source: dict[str, list[int]] = {}
    for ref in refs:
        by_source.setdefault(ref.source, []).append(ref.para)
    return "; ".join(
        turn.t(
            "{source}, para {numbers}",
            source=turn.view.text(turn.briefing.sources[name].title),
            numbers=", ".join(map(str, paras)),
        )
        for name, paras in by_source.items()
    )


def _plain_with_cites(view: View, prose: Prose) -> str:
    parts = []
    for inline in inlines(prose):
        run = view.inline(inline)
        parts.append(f"[{run.text}]" if run.style == "cite" else run.text or words_of(inline))
    return "".join(parts)


def _page_name(view: View, scene: str, address: str) -> str:
    item = view.briefing.find(address)
    name = view.title(item) if item else address.lstrip(":")
    return name if address == scene else f"{name}, {view.name(scene)}"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    for character in "\\`*_[]<>#":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", " ")
