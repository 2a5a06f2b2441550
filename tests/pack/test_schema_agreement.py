"""The JSON Schema and the loader say the same of structure."""

from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped, unused-ignore]
import pytest
import yaml
from pack_copies import TINY, Copy
from pack_faults import FAULTS, Fault

from kzterm.pack import KINDS, bundled, schema

LANGUAGES = ("en", "th")


class _Editor(yaml.SafeLoader):
    """YAML as an editor reads it: numbers and booleans typed, dates text (YAML 1.2 has no dates)."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _kind(path: Path) -> str:
    return path.stem if path.stem in KINDS else "scene"


def _faults(path: Path, loader: type = yaml.BaseLoader, languages: tuple[str, ...] = LANGUAGES) -> list[str]:
    value: Any = yaml.load(path.read_text("utf-8"), loader)
    validator = jsonschema.Draft202012Validator(schema(_kind(path), languages))
    return [f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(value)]


@pytest.mark.parametrize("languages", [(), LANGUAGES])
@pytest.mark.parametrize("kind", ["", *KINDS])
def test_it_is_a_schema(kind: str, languages: tuple[str, ...]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind, languages))


def test_it_knows_every_kind_of_file() -> None:
    definitions = schema()["$defs"]
    assert isinstance(definitions, dict)
    assert set(KINDS) <= set(definitions)
    with pytest.raises(KeyError):
        schema("nonsense")


@pytest.mark.parametrize("loader", [yaml.BaseLoader, _Editor])
@pytest.mark.parametrize(
    "path", [*sorted(TINY.glob("*.yaml")), *sorted(bundled().glob("*.yaml"))], ids=lambda path: path.name
)
def test_good_files_pass(path: Path, loader: type) -> None:
    assert _faults(path, loader) == []
    assert _faults(path, loader, ()) == []


def test_any_file_passes_the_schema_without_a_kind() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    for path in TINY.glob("*.yaml"):
        validator.validate(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.schema], ids=str)
def test_faults_of_structure_are_found_by_both(fault: Fault, tiny: Copy) -> None:
    tiny.change(fault.file, fault.old, fault.new)
    assert fault.code in tiny.codes()
    assert _faults(tiny.folder / fault.file) != []


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if not fault.schema and fault.code > "KZ010"], ids=str)
def test_what_the_schema_refuses_the_loader_refuses(fault: Fault, tiny: Copy) -> None:
    """Faults that only the loader sees leave the schema content, so that an editor cries no wolf."""
    tiny.change(fault.file, fault.old, fault.new)
    assert _faults(tiny.folder / fault.file) == []


def test_there_are_enough_of_them() -> None:
    assert sum(fault.schema for fault in FAULTS) >= 25
