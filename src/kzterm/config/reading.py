"""The values of config.yaml: each fault is reported at its place and leaves its own setting at the default."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from kzterm.config.keys import EATEN, KEYS, key_named
from kzterm.config.settings import KEY_MODES, Settings
from kzterm.config.themes import THEMES
from kzterm.pack.compose import compose
from kzterm.pack.diagnostic import Diagnostic, quoted
from kzterm.pack.findings import Findings
from kzterm.pack.folder import read_file
from kzterm.pack.nodes import Items, Map, Node, Scalar
from kzterm.pack.registry import did_you_mean

LANGUAGES = ("en", "th", "both")
_KEY_IDS = tuple(key.id for key in KEYS)


def read(path: Path) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings in a file, links to it followed, and what is wrong with it."""
    findings = Findings()
    try:
        real = path.resolve()
    except (OSError, RuntimeError):
        findings.whole("KZ002", str(path), "cannot read this file: its links lead nowhere")
        return Settings(), findings.listed()
    file = read_file(real.parent, real.name, findings)
    tree = compose(file, findings) if file else None
    settings = settings_of(tree, findings) if tree is not None else Settings()
    return settings, findings.listed()


def settings_of(tree: Node, findings: Findings) -> Settings:
    """The settings in a tree; `fixed` names those that it gives."""
    if not isinstance(tree, Map):
        findings.node("KZ022", tree, "the configuration is a map of keys", f"its keys are {', '.join(_READERS)}")
        return Settings()
    found: dict[str, Any] = {}
    for name, (key, value) in tree.pairs.items():
        if name not in _READERS:
            hint = did_you_mean(findings.similar(name, _READERS)) or f"its keys are {', '.join(_READERS)}"
            findings.node("KZ020", key, f"the configuration has no key {quoted(name)}", hint)
        elif (read := _READERS[name](value, findings)) is not None:
            found[name] = read
    return replace(Settings(), **found, fixed=frozenset(found))


def _word(words: tuple[str, ...], otherwise: str = "") -> Callable[[Node, Findings], str | None]:
    advice = otherwise or f"write {_either(words)}"

    def read(node: Node, findings: Findings) -> str | None:
        if not isinstance(node, Scalar):
            findings.node("KZ022", node, "one word is expected here", advice)
        elif node.text in words:
            return node.text
        else:
            hint = did_you_mean(findings.similar(node.text, words)[:1]) or advice
            findings.node("KZ026", node, f"{quoted(node.text)} is not known here", hint)
        return None

    return read


def _yes_no(node: Node, findings: Findings) -> bool | None:
    word = _word(("yes", "no"))(node, findings)
    return None if word is None else word == "yes"


def _bindings(node: Node, findings: Findings) -> dict[str, tuple[str, ...]] | None:
    if not isinstance(node, Map):
        message = "this is a map from what keys do to lists of keys"
        findings.node("KZ022", node, message, "write it like this: {help: [f1, f12]}")
        return None
    found: dict[str, tuple[str, ...]] = {}
    owners: dict[str, str] = {}
    for ident, (key, value) in node.pairs.items():
        if ident not in _KEY_IDS:
            similar = did_you_mean(findings.similar(ident, _KEY_IDS))
            hint = similar or f"keys can do {', '.join(_KEY_IDS)}"
            findings.node("KZ020", key, f"keys do nothing called {quoted(ident)}", hint)
            continue
        items = value.items if isinstance(value, Items) else [value]
        names = [name for item in items if (name := _key(item, ident, owners, findings)) is not None]
        if len(names) == len(items):
            found[ident] = tuple(dict.fromkeys(names))
    return found


def _key(node: Node, ident: str, owners: dict[str, str], findings: Findings) -> str | None:
    if not isinstance(node, Scalar):
        findings.node("KZ022", node, "a key is expected here", "write its name: f1, ctrl+p, pagedown")
        return None
    name = key_named(node.text)
    if name is None:
        hint = "write a character, or a name such as f1, pagedown, ctrl+p or alt+left"
        findings.node("KZ026", node, f"{quoted(node.text)} is not the name of a key", hint)
    elif name in EATEN:
        findings.node("KZ026", node, f"{quoted(node.text)} can't be relied on: {EATEN[name]}", "choose another key")
    elif owners.setdefault(name, ident) != ident:
        findings.node("KZ017", node, f"{quoted(node.text)} is bound to {owners[name]} already", "take one out")
    else:
        return name
    return None


def _either(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


_READERS: dict[str, Callable[[Node, Findings], object]] = {
    "lang": _word(LANGUAGES),
    "theme": _word(tuple(THEMES), "`kzterm themes` lists them"),
    "keys": _word(KEY_MODES),
    "bindings": _bindings,
    "animations": _yes_no,
    "citations": _yes_no,
    "screen_reader": _yes_no,
}
"""Every key of the file, and what reads its value; None stands for a fault."""
