"""Checks that need the whole briefing: sources, figures side by side, and whether a reader can get everywhere."""

from collections.abc import Mapping

from kzterm.model.briefing import Scene, Source, Trail
from kzterm.model.cards import Card, Figure
from kzterm.pack.diagnostic import quoted
from kzterm.pack.facts import Facts
from kzterm.pack.findings import Findings
from kzterm.pack.nodes import Items, Map, Node, Scalar
from kzterm.pack.registry import Registry, a
from kzterm.pack.spec_parts import SCENE_CARDS

_LED_TO = SCENE_CARDS | {"actor", "caveat"}
"""Kinds that a reader meets only where something names them; terms and tensions have lists of their own."""


def check_sources(facts: Facts, registry: Registry, findings: Findings) -> None:
    """Paragraph ranges that are half there or upside down, and sources based on themselves in a circle."""
    for ident, source in facts.sources.items():
        node = _node(registry, ident)
        if node is None:
            continue
        if (source.first is None) != (source.last is None):
            message = "first_paragraph and last_paragraph stand together or not at all"
            findings.node("KZ051", node, message, "give both")
        elif source.first is not None and source.last is not None and source.first > source.last:
            place = node.get("last_paragraph")
            message = f"the last paragraph, {source.last}, comes before the first, {source.first}"
            findings.node("KZ051", place or node, message, "exchange them")
        seen = [ident]
        while (based_on := _text(_node(registry, seen[-1]), "based_on")) and based_on not in seen:
            seen.append(based_on)
        if based_on == ident and len(seen) > 1:
            chain = ", ".join(quoted(one) for one in (*seen, ident))
            findings.node("KZ051", node.get("based_on") or node, f"these sources are based on each other: {chain}")


def check_figures(built: Mapping[str, Card | Trail | Source], registry: Registry, findings: Findings) -> None:
    """Figures that name others of another unit for comparison."""
    for ident, figure in built.items():
        if not isinstance(figure, Figure):
            continue
        node = _node(registry, ident)
        compare = node.get("compare") if node else None
        for item in compare.items if isinstance(compare, Items) else []:
            other = built.get(item.text) if isinstance(item, Scalar) else None
            if isinstance(other, Figure) and other.unit != figure.unit:
                message = f"{quoted(other.id)} has another unit than {quoted(ident)}"
                findings.node("KZ050", item, message, "compare like with like")


def check_ways(start: str, scenes: Mapping[str, Scene], registry: Registry, findings: Findings) -> None:
    """Scenes that no exits lead to or from, and cards that nothing leads to. All scenes must have been built."""
    reached = set()
    waiting = [start] if start in scenes else []
    while waiting:
        here = waiting.pop()
        if here in reached:
            continue
        reached.add(here)
        for way in scenes[here].exits:
            if way.to in scenes:
                waiting.append(way.to)
    for ident, scene in scenes.items():
        place = registry.entries[ident].place
        if not scene.exits and len(scenes) > 1:
            findings.place("KZ061", place, f"the scene {quoted(ident)} has no exits", "give it a way back at least")
        if reached and ident not in reached:
            message = f"no way through exits leads from {quoted(start)} to {quoted(ident)}"
            findings.place("KZ060", place, message, "give another scene an exit to it")
    named = {reference.ident for reference in registry.references if reference.ident != reference.owner}
    for ident, entry in registry.entries.items():
        if entry.kind in _LED_TO and ident not in named:
            message = f"nothing links to {a(entry.kind)} called {quoted(ident)}, or shows it"
            findings.place("KZ062", entry.place, message, "link to it from prose, or let a thing show it")


def _node(registry: Registry, ident: str) -> Map | None:
    entry = registry.entries.get(ident)
    node: Node | None = entry.node if entry else None
    return node if isinstance(node, Map) else None


def _text(node: Map | None, key: str) -> str:
    found = node.get(key) if node else None
    return found.text if isinstance(found, Scalar) else ""
