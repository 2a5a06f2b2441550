"""Data classes that write their methods when they are first needed.

`dataclass`, `field` and `replace` are those of the standard module, for type checkers to the letter. The standard ones
write and compile six methods for every class while a program starts: half of the time in which a page could be shown.
Here importing a module makes classes only, and a class that is used gets its `__init__`. What else works with data
classes (`fields`, `is_dataclass`, `asdict`, `match`) works with these. Left out is what nobody here asks for:
inheritance of fields, `order`, `__post_init__`.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace

__all__ = ["dataclass", "field", "names_of", "replace"]

_Class = TypeVar("_Class", bound=type[Any])
_NOTHING: Any = object()


class _Field(NamedTuple):
    """What a class says of a field beside its type."""

    default: Any = _NOTHING
    default_factory: Any = _NOTHING
    compare: bool = True
    repr: bool = True


def names_of(made: type) -> tuple[str, ...]:
    """The fields of a data class made here, in order; none of any other class."""
    names: tuple[str, ...] = getattr(made, "__field_names__", ())
    return names


if not TYPE_CHECKING:

    def dataclass(*, frozen=False, slots=False, kw_only=False, eq=True):
        """As in the standard module."""

        def make(cls: _Class) -> _Class:
            names = tuple(cls.__annotations__)
            given = {name: vars(cls)[name] for name in names if name in vars(cls)}
            said = {name: one if isinstance(one, _Field) else _Field(one) for name, one in given.items()}
            made = _with_slots(cls, names) if slots else _with_defaults(cls, said)
            made.__field_names__ = names
            made.__match_args__ = () if kw_only else names
            made.__dataclass_fields__ = _Fields(said, kw_only)
            made.__init__ = _first_init(made, said, frozen, slots, kw_only)
            shown = tuple(name for name in names if name not in said or said[name].repr)
            made.__repr__ = lambda self: _repr(self, shown)
            if eq:
                compared = [name for name in names if name not in said or said[name].compare]
                _add_equality(made, attrgetter(*compared) if compared else lambda _: (), frozen)
            if frozen:
                made.__setattr__, made.__delattr__ = _refuse_setting, _refuse_deleting
            return made

        return make

    field = _Field

    def replace(old, /, **changes):
        """A copy with some fields changed."""
        return type(old)(**{name: getattr(old, name) for name in type(old).__field_names__} | changes)


def _with_slots(cls: Any, names: tuple[str, ...]) -> Any:
    body = {name: value for name, value in vars(cls).items() if name not in (*names, "__dict__", "__weakref__")}
    made = type(cls)(cls.__name__, cls.__bases__, {**body, "__slots__": names})
    made.__qualname__ = cls.__qualname__
    return made


def _with_defaults(cls: Any, said: dict[str, _Field]) -> Any:
    for name, one in said.items():
        if one.default is _NOTHING:
            delattr(cls, name)
        else:
            setattr(cls, name, one.default)
    return cls


def _first_init(made: Any, said: dict[str, _Field], frozen: bool, slots: bool, kw_only: bool) -> Callable[..., None]:
    """An `__init__` that writes the real one, puts it in its own place, and calls it."""

    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        made.__init__ = _written_init(made, said, frozen, slots, kw_only)
        made.__init__(self, *args, **kwargs)

    return init


def _written_init(made: Any, said: dict[str, _Field], frozen: bool, slots: bool, kw_only: bool) -> Callable[..., None]:
    around: dict[str, Any] = {"_nothing": _NOTHING, "_put": object.__setattr__}
    taken = ["self", "*"] if kw_only and made.__field_names__ else ["self"]
    lines = []
    for name in made.__field_names__:
        value, one = name, said.get(name, _Field())
        if one.default is not _NOTHING:
            around[f"_default_{name}"] = one.default
            taken.append(f"{name}=_default_{name}")
        elif one.default_factory is not _NOTHING:
            around[f"_make_{name}"] = one.default_factory
            taken.append(f"{name}=_nothing")
            value = f"_make_{name}() if {name} is _nothing else {name}"
        else:
            taken.append(name)
        if slots:
            around[f"_set_{name}"] = vars(made)[name].__set__
            lines.append(f"_set_{name}(self, {value})")
        else:
            lines.append(f"_put(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    exec(f"def __init__({', '.join(taken)}):\n " + "\n ".join(lines or ["pass"]), around)
    written: Callable[..., None] = around["__init__"]
    written.__qualname__ = f"{made.__qualname__}.__init__"
    return written


def _add_equality(made: Any, values: Callable[[Any], Any], frozen: bool) -> None:
    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    made.__eq__ = equal
    made.__hash__ = (lambda self: hash(values(self))) if frozen else None


def _repr(self: Any, names: tuple[str, ...]) -> str:
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def _refuse_setting(self: object, name: str, value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(self: object, name: str) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


class _Fields:
    """Stands for the fields in the standard module's sense until somebody asks for them."""

    def __init__(self, said: dict[str, _Field], kw_only: bool) -> None:
        self._said = said
        self._kw_only = kw_only

    def __get__(self, instance: object, owner: Any) -> Any:
        import dataclasses

        given = {
            name: dataclasses.field(**{key: part for key, part in one._asdict().items() if part is not _NOTHING})
            for name, one in self._said.items()
        }
        like = type(owner.__name__, (), {"__annotations__": owner.__annotations__, **given})
        made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=self._kw_only)(like)
        owner.__dataclass_fields__ = made.__dataclass_fields__
        return owner.__dataclass_fields__
