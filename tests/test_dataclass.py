"""Our dataclasses against those of Python: what is done with one of ours does the same with one of theirs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

import factcheck.dataclass as ours

MODULES = [pytest.param(ours, id="ours"), pytest.param(dataclasses, id="Python's")]


def made(module: Any, frozen: bool = True, slots: bool = True) -> Any:
    @module.dataclass(frozen=frozen, slots=slots)
    class Reading:
        value: int
        unit: str = "percent"
        notes: list[str] = module.field(default_factory=list)

        @property
        def said(self) -> str:
            return f"{self.value} {self.unit}"

    return Reading


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("slots", [True, False])
@pytest.mark.parametrize("frozen", [True, False])
def test_instances_are_made_compared_shown_and_changed(module: Any, frozen: bool, slots: bool) -> None:
    cls = made(module, frozen, slots)
    one, other = cls(5), cls(value=5, unit="percent")
    assert one == other
    assert one.said == "5 percent"
    assert one.notes is not other.notes
    assert one != cls(6)
    assert one != SimpleNamespace(value=5, unit="percent", notes=[])
    assert repr(one).endswith("Reading(value=5, unit='percent', notes=[])")
    assert module.replace(one, unit="points") == cls(5, "points")
    assert hasattr(one, "__dict__") != slots
    match one:
        case cls(value, unit):
            assert (value, unit) == (5, "percent")


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize(
    "wrong",
    [
        lambda cls: cls(),
        lambda cls: cls(1, 2, 3, 4),
        lambda cls: cls(1, size=2),
        lambda cls: cls(1, value=1),
        lambda cls: hash(cls(1)),
    ],
)
def test_what_is_wrong_with_one_is_wrong_with_the_other(module: Any, wrong: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError):
        wrong(made(module))
    with pytest.raises(TypeError):
        wrong(made(module, frozen=False))


@pytest.mark.parametrize("module", MODULES)
def test_what_is_frozen_stays_as_it_is(module: Any) -> None:
    one = made(module)(5)
    with pytest.raises(AttributeError):
        one.value = 6
    with pytest.raises(AttributeError):
        del one.value
    free = made(module, frozen=False)(5)
    free.value = 6
    assert free.value == 6


@pytest.mark.parametrize("module", MODULES)
def test_equal_ones_are_one_key(module: Any) -> None:
    class Plain:
        first: str
        second: str = ""

        def __post_init__(self) -> None:
            if not self.second:
                object.__setattr__(self, "second", self.first)

    Pair: Any = module.dataclass(frozen=True)(Plain)  # noqa: N806
    assert {Pair("a"): 1, Pair("a", "a"): 2} == {Pair("a", "a"): 2}
