"""The part of `dataclasses` that is used here, to a type checker the very same, made in a twentieth of the time.

`dataclasses` writes and compiles up to six functions for a class, and loads `inspect` for it. Here all but `__init__` are shared, and
`__init__` is written when the first instance is made. A class has no bases with fields of their own.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field", "replace"]

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass, field, replace
else:

    def dataclass(cls: type | None = None, *, frozen: bool = False, slots: bool = False) -> Any:
        """The same as `dataclasses.dataclass`."""
        return _made(cls, frozen, slots) if cls else lambda cls: _made(cls, frozen, slots)

    def field(*, default_factory: Callable[[], Any]) -> Any:
        """The same as `dataclasses.field`."""
        return _Factory(default_factory)

    def replace(instance: Any, /, **changes: Any) -> Any:
        """The same as `dataclasses.replace`."""
        return instance.__class__(**{name: getattr(instance, name) for name in instance.__match_args__} | changes)


class _Factory:
    """What makes the default of a field."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def _made(cls: Any, frozen: bool, slots: bool) -> Any:
    """The class, or one like it with slots, with all that its fields ask for."""
    names = tuple(cls.__annotations__)
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    if slots:
        body = {key: value for key, value in cls.__dict__.items() if key not in (*names, "__dict__", "__weakref__")}
        cls = type(cls)(cls.__name__, cls.__bases__, body | {"__slots__": names})
    values: Callable[[Any], Any] = attrgetter(*names)

    def begin(self: Any, *args: Any, **kwargs: Any) -> None:
        cls.__init__ = _init(cls, names, defaults, frozen)
        cls.__init__(self, *args, **kwargs)

    def same(self: Any, other: Any) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    common: dict[str, Any] = {"__init__": begin, "__eq__": same, "__hash__": hashed if frozen else None, "__repr__": _shown}
    if frozen:
        common |= {"__setattr__": _refuse, "__delattr__": _refuse}
    for key, value in common.items():
        setattr(cls, key, value)
    setattr(cls, "__match_args__", names)  # noqa: B010 - mypy has it that this is for Python to set
    return cls


def _init(cls: type, names: tuple[str, ...], defaults: dict[str, Any], frozen: bool) -> Callable[..., None]:
    """What puts each field in its place: the code for so many fields, with these names in it."""
    makers = tuple(name for name in names if isinstance(defaults.get(name), _Factory))
    code = _code(len(names), tuple(map(names.index, makers)), frozen, hasattr(cls, "__post_init__"))
    new = {f"a{n}": name for n, name in enumerate(names)}
    code = code.replace(
        co_varnames=tuple(new.get(name, name) for name in code.co_varnames),
        co_names=tuple(new.get(name, name) for name in code.co_names),
        co_consts=tuple(new.get(const, const) for const in code.co_consts),
    )
    made = FunctionType(code, {"_set": object.__setattr__, "_Factory": _Factory}, "__init__")
    made.__defaults__ = tuple(defaults.values())
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


@cache
def _code(count: int, makers: tuple[int, ...], frozen: bool, more: bool) -> CodeType:
    """The code that puts fields a0, a1, ... in their places; those of `makers` may have something to be made by default."""
    fields = [f"a{n}" for n in range(count)]
    lines = [f" if a{n}.__class__ is _Factory: a{n} = a{n}.make()" for n in makers]
    lines += [f" _set(self, {name!r}, {name})" if frozen else f" self.{name} = {name}" for name in fields]
    known: dict[str, Any] = {}
    exec("\n".join([f"def __init__(self, {', '.join(fields)}):", *lines, *([" self.__post_init__()"] if more else [])]), known)
    code: CodeType = known["__init__"].__code__
    return code


def _shown(self: Any) -> str:
    return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__match_args__)})"


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise AttributeError(f"{name} of a {self.__class__.__name__} is fixed")
