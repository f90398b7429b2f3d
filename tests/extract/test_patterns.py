"""Each pattern of language beside texts that it must match and texts that it must leave alone.

patterns/<module>.yaml belongs to the module of that name in factcheck/extract and holds, for each of its patterns, at least five of both:

    NAME: {matches: [...], leaves: [...]}          a compiled pattern, or a cached function without arguments that makes one
    TABLE.name: {matches: [...], leaves: [...]}    an entry of a list, tuple or dict of patterns, by its name or key

A pattern is searched for in the text, unless `how: match` or `how: fullmatch` says that the reader tries it in that way. An entry of a
table with `before` and `after` looks at both sides of the figure, which stands in braces: "up to {64K} output".
"""

from __future__ import annotations

import ast
import importlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

import factcheck.extract
from factcheck.patterns import Table

HERE = Path(__file__).parent / "patterns"
SOURCES = Path(factcheck.extract.__file__).parent
PATHS = {path.stem: path.relative_to(SOURCES) for path in SOURCES.rglob("*.py") if path.stem != "__init__"}
MODULES = sorted(PATHS)
LEAST = 5

Test = Callable[[str, str], bool]


def searching(patterns: Iterable[re.Pattern[str]]) -> Test:
    tried = list(patterns)
    return lambda text, how: any(getattr(pattern, how)(text) for pattern in tried)


def one_of(tests: list[Test]) -> Test:
    return lambda text, how: any(test(text, how) for test in tests)


def around(before: str, after: str) -> Test:
    left, right = re.compile(f"(?:{before})$", re.IGNORECASE), re.compile(after, re.IGNORECASE)

    def test(text: str, how: str) -> bool:
        start, end = text.index("{"), text.index("}")
        return bool(left.search(text[:start]) and right.match(text[end + 1 :]))

    return test


def parts(item: Any) -> list[Any]:
    fields = getattr(item, "__match_args__", None)
    return [getattr(item, name) for name in fields] if fields else list(item) if isinstance(item, tuple) else [item]


def name_of(item: Any) -> str:
    first = parts(item)[0]
    return name_of(first) if isinstance(first, tuple) else str(getattr(first, "name", first))


def written(item: Any) -> list[re.Pattern[str]]:
    """What an entry that is compiled where it is used is compiled to."""
    words = getattr(item, "words", None)
    return [re.compile(words, re.IGNORECASE)] if isinstance(words, str) else []


def entries(table: Any) -> dict[str, Test]:
    """The named patterns in a table; entries of one name are tried one after another."""
    named = list(table.items()) if isinstance(table, dict) else [(name_of(item), item) for item in table]
    found: dict[str, list[re.Pattern[str]]] = defaultdict(list)
    tests: dict[str, list[Test]] = defaultdict(list)
    for name, item in named:
        found[str(name)] += [part for part in (*parts(item), getattr(item, "compiled", None)) if isinstance(part, re.Pattern)]
        found[str(name)] += written(item)
        if isinstance(before := getattr(item, "before", None), str) and isinstance(after := getattr(item, "after", None), str):
            tests[str(name)].append(around(before, after))
    for name, patterns in found.items():
        if patterns:
            tests[name].append(searching(patterns))
    return {name: one_of(tried) for name, tried in tests.items()}


def near(table: Table[Any], name: str) -> Test:
    """Whether one of the entries of a name is found by way of the table."""
    return lambda text, how: any(getattr(row[1], how)(text) for row in table.near(text) if name_of(row) == name)


def patterns_of(module: ModuleType) -> dict[str, Test]:
    """Every pattern that a module defines itself, by name."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    out: dict[str, Test] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            made = getattr(module, node.name)
            pattern = made() if hasattr(made, "cache_info") and not node.args.args else None
            out |= {node.name: searching([pattern])} if isinstance(pattern, re.Pattern) else {}
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        for name in (target.id for target in targets if isinstance(target, ast.Name)):
            value = getattr(module, name, None)
            if isinstance(value, re.Pattern):
                out[name] = searching([value])
            elif isinstance(value, Table):
                out |= {f"{name}.{name_of(row)}": near(value, name_of(row)) for row in value}
            elif isinstance(value, list | tuple | dict):
                out |= {f"{name}.{key}": test for key, test in entries(value).items()}
    return out


def imported(module: str) -> ModuleType:
    return importlib.import_module(".".join(["factcheck.extract", *PATHS[module].with_suffix("").parts]))


def examples(module: str) -> dict[str, Any]:
    path = HERE / f"{module}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) or {} if path.exists() else {}


WITH_EXAMPLES = [module for module in MODULES if examples(module)]


@pytest.mark.parametrize("module", MODULES)
def test_every_pattern_has_its_examples(module: str) -> None:
    given = examples(module)
    known = patterns_of(imported(module))
    assert sorted(set(known) - set(given)) == [], "without examples"
    assert sorted(set(given) - set(known)) == [], "examples of no pattern"
    short = [name for name, both in given.items() if len(set(both["matches"])) < LEAST or len(set(both["leaves"])) < LEAST]
    assert short == [], f"fewer than {LEAST} that match or are left"


@pytest.mark.parametrize(("module", "name"), [(module, name) for module in WITH_EXAMPLES for name in examples(module)])
def test_pattern(module: str, name: str) -> None:
    test = patterns_of(imported(module))[name]
    both = examples(module)[name]
    how = both.get("how", "search")
    assert [text for text in both["matches"] if not test(text, how)] == [], "must match"
    assert [text for text in both["leaves"] if test(text, how)] == [], "must be left"


def test_no_examples_of_what_is_no_module() -> None:
    assert {path.stem for path in HERE.glob("*.yaml")} <= set(MODULES)
