"""Opens a folder as a briefing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kzterm.model.briefing import Briefing, Scene, Source, Trail
from kzterm.model.cards import Card
from kzterm.pack.breaks_file import PreparedBreaks
from kzterm.pack.build import Builder
from kzterm.pack.compose import compose
from kzterm.pack.facts import facts_of
from kzterm.pack.findings import Findings
from kzterm.pack.folder import read_folder
from kzterm.pack.loaded import Loaded
from kzterm.pack.nodes import Map, Node, Place, SourceFile
from kzterm.pack.places import BRIEFING, Places, spot
from kzterm.pack.registry import Registry
from kzterm.pack.spec import BRIEFING as BRIEFING_RECORD
from kzterm.pack.spec import LISTS, SCENE, Head
from kzterm.pack.whole import check_figures, check_sources, check_ways


def load(folder: Path) -> Loaded:
    """The briefing in a folder, with every fault of every file. Bad content never raises."""
    findings = Findings()
    briefing, places = load_into(findings, folder)
    return Loaded(briefing, findings.listed(), places)


def load_into(findings: Findings, folder: Path) -> tuple[Briefing | None, Places]:
    """The same, with the faults given to `findings`: others may add to them."""
    with _no_collection():
        files = read_folder(folder, findings)
        if files is None:
            return None, Places({})
        registry = Registry(findings)
        trees = _compose(files, registry, findings)
        briefing = _build(trees, registry, findings)
        if briefing is not None:
            briefing = replace(briefing, breaks=PreparedBreaks(folder))
        roots: dict[str, Node] = {ident: entry.node for ident, entry in registry.entries.items()}
        if BRIEFING in trees:
            roots[BRIEFING] = trees[BRIEFING]
        return briefing, Places(roots)


def _compose(files: list[SourceFile], registry: Registry, findings: Findings) -> dict[str, Node]:
    """The trees of the files by file name; every scene is registered, those with YAML faults as well."""
    trees = {}
    for file in files:
        before = findings.errors
        tree = compose(file, findings)
        if tree is not None:
            trees[file.name] = tree
        elif findings.errors == before:
            findings.place("KZ023", spot(file, 0, 0), "this file is empty", "fill it or delete it")
        else:
            registry.unread(file)
        if file.stem not in LISTS and file.name != BRIEFING:
            node = tree if tree is not None else Map(file, False, (0, 0))
            registry.define(file.stem, "scene", node, Place(file, 1, 1, 1))
    return trees


def _build(trees: dict[str, Node], registry: Registry, findings: Findings) -> Briefing | None:
    facts = facts_of(trees.get(BRIEFING))
    builder = Builder(facts, registry, findings)
    head = builder.record(trees[BRIEFING], BRIEFING_RECORD, {}) if BRIEFING in trees else None
    for name, shape in LISTS.items():
        if (tree := trees.get(f"{name}.yaml")) is not None:
            builder.read(tree, shape)
    scenes: dict[str, Scene] = {}
    files = [(name.removesuffix(".yaml"), tree) for name, tree in trees.items()]
    rooms = [(ident, tree) for ident, tree in files if ident not in LISTS and f"{ident}.yaml" != BRIEFING]
    for ident, tree in rooms:
        scene = builder.scene(ident, tree, SCENE)
        if scene is not None and ident in registry.entries:
            scenes[ident] = scene
    registry.resolve()
    check_sources(facts, registry, findings)
    check_figures(builder.built, registry, findings)
    if not isinstance(head, Head):
        return None
    if len(scenes) == len(rooms):
        check_ways(head.start, scenes, registry, findings)
    if findings.errors:
        return None
    return _assemble(head, scenes, builder.built)


def _assemble(head: Head, scenes: dict[str, Scene], built: dict[str, Card | Trail | Source]) -> Briefing:
    return Briefing(
        id=head.id,
        title=head.title,
        as_of=head.as_of,
        languages=head.languages,
        start=head.start,
        analyst=head.analyst,
        trail=head.trail,
        primary=head.primary,
        sources={ident: item for ident, item in built.items() if isinstance(item, Source)},
        scenes=scenes,
        cards={ident: item for ident, item in built.items() if not isinstance(item, Source | Trail)},
        trails={ident: item for ident, item in built.items() if isinstance(item, Trail)},
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection meanwhile: building makes no garbage, and large briefings take thrice as long with it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
