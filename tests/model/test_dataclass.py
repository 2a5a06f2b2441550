"""Our data classes do what the standard ones do, and write nothing before it is needed."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError
from functools import cached_property
from typing import Any

import pytest

from kzterm.model import dataclass as ours

Way = Callable[..., Any]


def made(dataclass: Way, field: Way) -> tuple[Any, ...]:
    """The same four classes by either module."""

    @dataclass(frozen=True, slots=True)
    class Point:
        x: int
        y: int = 2
        tags: Mapping[str, int] = field(default_factory=dict, compare=False)
        quiet: str = field(default="?", repr=False)

        @property
        def sum(self) -> int:
            return self.x + self.y

    @dataclass(frozen=True, slots=True, kw_only=True, eq=False)
    class Named:
        name: str = "none"
        size: int

    @dataclass(frozen=True)
    class Loose:
        x: int
        y: int = 5

        @cached_property
        def doubled(self) -> int:
            return self.x * 2

    @dataclass(slots=True)
    class Counter:
        count: int = 0
        seen: list[int] = field(default_factory=list)

    return Point, Named, Loose, Counter


STANDARD = made(dataclasses.dataclass, dataclasses.field)
OURS = made(ours.dataclass, ours.field)


def told(do: Callable[[], object]) -> object:
    """What comes out: a value, or the kind of error."""
    try:
        return do()
    except Exception as error:
        return type(error)


def said(classes: tuple[Any, ...]) -> list[object]:
    """What four classes do, as plain values."""
    make_point, make_named, make_loose, make_counter = classes
    point, named, loose = make_point(1), make_named(size=3), make_loose(4)
    same = named
    ways: list[Callable[[], object]] = [
        lambda: repr([point, named, loose, make_counter(), make_point(1, tags={"a": 1})]).replace("made.<locals>.", ""),
        lambda: (
            point == make_point(1),
            point == make_point(2),
            point == (1, 2),
            make_point(1, tags={"a": 1}) == point,
        ),
        lambda: (
            named == make_named(size=3),
            named == same,
            loose == make_loose(4),
            make_counter(1) == make_counter(1),
        ),
        lambda: (hash(point) == hash(make_point(1)), len({point, make_point(1), make_point(2)})),
        lambda: hash(make_counter()),
        lambda: (point.x, point.y, point.tags, point.sum, named.name, loose.y, loose.doubled),
        make_point,
        lambda: make_point(1, 2, {}, "!", 5),
        lambda: make_point(z=1),
        lambda: make_named("a", 1),
        lambda: setattr(point, "x", 2),
        lambda: delattr(point, "x"),
        lambda: setattr(loose, "x", 2),
        lambda: setattr(make_counter(), "other", 2),
        lambda: [field.name for field in dataclasses.fields(make_point)],
        lambda: dataclasses.is_dataclass(make_named) and dataclasses.is_dataclass(named),
        lambda: dataclasses.asdict(point),
        lambda: dataclasses.replace(point, y=9).y,
        lambda: (make_point.__match_args__, make_named.__match_args__, make_point.__slots__, make_point.__name__),
        lambda: make_point(1).tags is not make_point(1).tags and make_counter().seen is not make_counter().seen,
    ]
    return [told(do) for do in ways]


def test_they_do_what_the_standard_ones_do() -> None:
    for ours_, standard in zip(said(OURS), said(STANDARD), strict=True):
        assert ours_ == standard


def test_replace_changes_some_fields_and_refuses_others() -> None:
    point = OURS[0](1, 2)
    assert ours.replace(point, x=7) == OURS[0](7, 2)
    with pytest.raises(TypeError):
        ours.replace(point, z=7)


def test_a_class_that_is_not_used_writes_nothing() -> None:
    point = made(ours.dataclass, ours.field)[0]
    first = vars(point)["__init__"]
    assert first.__name__ == "init"
    point(1)
    assert vars(point)["__init__"] is not first
    assert "__dataclass_fields__" in vars(point)


def test_fields_can_be_counted_without_the_standard_module() -> None:
    assert ours.names_of(OURS[0]) == ("x", "y", "tags", "quiet")
    assert ours.names_of(int) == ()


def test_they_match_by_position() -> None:
    match OURS[0](1, 2):
        case object(x=1, y=y):
            assert y == 2
        case _:
            pytest.fail("no match")


def test_a_frozen_error_is_the_standard_one() -> None:
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        OURS[0](1).x = 5
