"""Gather the interface's strings and compile their translations.

python tools/messages.py            extract, update every .po, compile every .mo
python tools/messages.py --check    change nothing; say what is missing or stale, and exit 1 if anything is
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kzterm.text.breaks import RUN, prepared

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "kzterm"
LOCALE = SOURCE / "locale"
MARKS = {"t": 1, "N_": 1, "n": 2}
"""The names that mark a string for translation, and how many of their arguments are strings."""


class PlainCatalog(Catalog):
    """A catalogue whose header says only what gettext needs, so that files change only when strings do."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header's lines."""
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", f"{self.plural_forms}\n"),
        ]


def gathered(lang: str) -> PlainCatalog:
    """Every marked string of the source, untranslated."""
    catalog = PlainCatalog(lang, header_comment=f"# kzterm's interface in the language {lang}.", fuzzy=False)
    for file in sorted(SOURCE.rglob("*.py")):
        for message in _marked(ast.parse(file.read_text(encoding="utf-8"))):
            catalog.add(message, locations=[(file.relative_to(ROOT).as_posix(), 1)])
    return catalog


def _marked(tree: ast.AST) -> Iterator[str | tuple[str, ...]]:
    """The strings marked in a module, those inside f-strings among them (which Babel's own extractor misses)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (count := MARKS.get(_name(node.func))):
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if len(texts) >= count:
                yield texts[0] if count == 1 else tuple(texts[:count])


def _name(called: ast.expr) -> str:
    match called:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def updated(po: Path) -> PlainCatalog:
    """The strings of the source with the translations that a .po file has for them."""
    lang = po.parents[1].name
    catalog = gathered(lang)
    with po.open("rb") as file:
        old = read_po(file, locale=lang)
    for message in catalog:
        if message.id and (known := old.get(message.id)) and known.pluralizable == message.pluralizable:
            message.string = known.string
            message.flags |= known.flags & {"fuzzy"}
            message.user_comments = known.user_comments
    return catalog


def po_bytes(catalog: Catalog) -> bytes:
    """The catalogue as a .po file."""
    out = io.BytesIO()
    write_po(out, catalog, width=0, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """The catalogue as a .mo file."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def faults(po: Path) -> Iterator[str]:
    """Everything that keeps a translation from being complete and fresh."""
    catalog = updated(po)
    for message in catalog:
        if message.id:
            yield from (f"{problem}: {message.id!r}" for problem in _problems(message))
    if po.read_bytes() != po_bytes(catalog):
        yield "the .po is stale: run `make messages`"
    mo = po.with_suffix(".mo")
    if not mo.exists() or mo.read_bytes() != mo_bytes(catalog):
        yield "the .mo is stale: run `make messages`"
    wanted = runs(catalog)
    breaks = po.with_suffix(".breaks")
    if wanted and (not breaks.exists() or list(prepared(breaks.read_text("utf-8").splitlines())) != wanted):
        yield "where its lines may end is stale: run `make breaks`"


def runs(catalog: Catalog) -> list[str]:
    """The runs of Thai letters in the translations, what is filled in left out."""
    parts = (part for message in catalog if message.id for text in _texts(message.string) for part in _fixed(text))
    return list(dict.fromkeys(run for part in parts for run in RUN.findall(part)))


def _problems(message: Message) -> Iterator[str]:
    ids, strings = _texts(message.id), _texts(message.string)
    if not all(strings):
        yield "untranslated"
    elif "fuzzy" in message.flags:
        yield "fuzzy"
    elif any(_placeholders(string) != _placeholders(ids[-1]) for string in strings):
        yield "other placeholders than the English"


def _texts(message: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [message] if isinstance(message, str) else list(message or [""])


def _fixed(text: str) -> Iterator[str]:
    return (part for part, _, _, _ in Formatter().parse(text))


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def main(arguments: list[str]) -> int:
    """Update and compile, or only check."""
    found = 0
    for po in sorted(LOCALE.glob("*/LC_MESSAGES/kzterm.po")):
        if "--check" not in arguments:
            po.write_bytes(po_bytes(updated(po)))
            po.with_suffix(".mo").write_bytes(mo_bytes(updated(po)))
        for fault in faults(po):
            found += 1
            print(f"{po.relative_to(ROOT)}: {fault}")
    if "--check" in arguments:
        return 1 if found else 0
    print("catalogue compiled" + (f"; {found} to be mended" if found else ", nothing left to translate"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
