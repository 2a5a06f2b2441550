"""Opens a folder and holds it to every check, the editorial rules among them."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kzterm.model.briefing import Briefing
from kzterm.pack.breaks_file import check_breaks
from kzterm.pack.diagnostic import quoted
from kzterm.pack.findings import Findings
from kzterm.pack.loaded import Loaded
from kzterm.pack.loading import load_into
from kzterm.pack.registry import did_you_mean

if TYPE_CHECKING:
    from kzterm.pack.rules.source_text import SourceText


def check(folder: Path, sources: Mapping[str, Path] | None = None) -> Loaded:
    """The briefing in a folder with everything that is wrong with it; `sources` are files, by the ids of sources.

    The rules run only when the form is sound. What they find, errors too, does not take the briefing away.
    """
    findings = Findings()
    briefing, places = load_into(findings, folder)
    if briefing is not None:
        # Only who checks a briefing pays for the rules.
        from kzterm.pack.rules import ALL, Edition

        edition = Edition(briefing, places, findings, _read(briefing, sources or {}, findings))
        for rule in ALL:
            rule(edition)
        check_breaks(folder, briefing, findings)
    return Loaded(briefing, findings.listed(), places)


def _read(briefing: Briefing, sources: Mapping[str, Path], findings: Findings) -> dict[str, "SourceText"]:
    """The texts of the sources that can be read and that the briefing has."""
    from kzterm.pack.rules.source_text import SourceFileError, read_source

    texts = {}
    for ident, path in sources.items():
        source = briefing.sources.get(ident)
        if source is None:
            hint = did_you_mean(findings.similar(ident, briefing.sources))
            findings.whole("KZ150", str(path), f"the briefing has no source called {quoted(ident)}", hint)
            continue
        try:
            texts[ident], other_count = read_source(path, source)
        except SourceFileError as problem:
            findings.whole("KZ150", str(path), f"cannot read this as the text of {quoted(ident)}: {problem}")
            continue
        if other_count is not None:
            numbers = f"{source.first_paragraph} to {source.last_paragraph}"
            message = f"{other_count} paragraphs, where {quoted(ident)} has {numbers}"
            hint = "give each paragraph a line of its own; until then words are looked for in the whole text"
            findings.whole("KZ151", str(path), message, hint)
    return texts
