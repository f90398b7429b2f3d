"""Imports point one way, and what is slow to load is loaded only where it is used."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factcheck"
MODULES = sorted(path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py"))

BASE = ["__init__", "dataclass", "errors", "places", "values", "units", "findings", "agreement", "wording", "cache", "patterns"]
TYPES = ["results", "documents/document", "ledger/model", "extract/assertion", "judge/judgement"]

# What each part may import of the others, itself aside. The first line that fits a module holds.
MAY_IMPORT: dict[str, list[str]] = {
    "__init__": [],
    "errors": [],
    "cache": ["__init__"],
    "needs": [],
    "patterns": ["__init__", "cache", "needs"],
    "dataclass": [],
    "places": ["dataclass", "patterns"],
    "values": ["dataclass", "patterns"],
    "units": ["patterns"],
    "findings": ["dataclass", "places"],
    "agreement": ["dataclass", "values"],
    "wording": ["dataclass", "values"],
    "article_day": ["patterns"],
    "documents": BASE,
    "ledger": BASE,
    "extract": [*BASE, "documents", "ledger"],
    "judge": [*BASE, "documents", "ledger", "extract", "unreadable_input"],
    "unreadable_input": BASE,
    "results": [*BASE, *TYPES],
    "report": [*BASE, *TYPES, "ledger/conflicts", "ledger/layers", "ledger/search", "ledger/review", "ledger/weight"],
    "check": [*BASE, *TYPES, "documents", "ledger", "extract", "judge", "article_day", "unreadable_input"],
    "importing": [*BASE, "ledger"],
    "growing": [*BASE, *TYPES, "ledger"],
    "config": [*BASE, "report", "ledger/locate", "judge/rules"],
    "cli": [*BASE, *TYPES, "check", "config", "article_day", "unreadable_input", "report", "ledger", "importing", "growing", "judge/rules"],
    "__main__": [*BASE, "cli"],
}

HEAVY = {
    "typer": [
        *("cli/app", "cli/ledger", "cli/conflicts", "cli/search", "cli/show", "cli/sources", "cli/validate"),
        *("cli/import_", "cli/review", "cli/coverage", "cli/add", "cli/export"),
    ],
    "pydantic": ["ledger/schema", "ledger/json_schema", "ledger/load"],
    "yaml": ["ledger/yaml_nodes", "ledger/edit"],
    "rich": [],
    "rapidfuzz": [],
    "inspect": [],
    "asyncio": [],
    "email": [],
    "importlib.metadata": [],
    "unittest": [],
    "typing_extensions": [],
    "difflib": [],
    "tomllib": [],
}


def imports(module: str, everywhere: bool) -> Iterator[str]:
    """Every module a module names in an import: `everywhere`, or only where it runs when the module is loaded."""
    tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree) if everywhere else _loaded(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are written in full"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _loaded(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        yield child
        yield from _loaded(child)


def ours(module: str) -> set[str]:
    """The modules of factcheck that a module imports, as paths in the package; a folder stands for its __init__."""
    found = set()
    for name in imports(module, everywhere=True):
        parts = name.split(".")
        if parts[0] == "factcheck":
            path = "/".join(parts[1:])
            if path in MODULES or f"{path}/__init__" in MODULES:
                found.add(path)
    return found


def within(path: str, part: str) -> bool:
    return path == part or path.startswith(f"{part}/")


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_one_way(module: str) -> None:
    part, allowed = next((part, allowed) for part, allowed in MAY_IMPORT.items() if within(module, part))
    wrong = {path for path in ours(module) if not within(path, part) and not any(within(path, other) for other in allowed)}
    # `from factcheck.documents import x` names the folder as well as what is in it.
    wrong = {path for path in wrong if not any(other.startswith(f"{path}/") for other in allowed)}
    assert not wrong, f"{module} must not import {', '.join(sorted(wrong))}"


def test_every_module_belongs_to_a_part() -> None:
    assert [module for module in MODULES if not any(within(module, part) for part in MAY_IMPORT)] == []


def test_no_module_imports_itself_over_others() -> None:
    """Looks at what runs when modules are loaded: there, a circle would be an error only for whoever starts at the wrong end."""
    graph = {module: {path for path in _ours_when_loaded(module) if path != module} for module in MODULES}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join([*trail[trail.index(module) :], module])
        if module not in done:
            for other in graph.get(module, ()):
                visit(other, (*trail, module))
            done.add(module)

    for module in MODULES:
        visit(module, ())


def _ours_when_loaded(module: str) -> set[str]:
    names = {
        name.replace(".", "/").removeprefix("factcheck/") for name in imports(module, everywhere=False) if name.startswith("factcheck.")
    }
    return {name for name in names if name in MODULES} | {
        f"{name}/__init__" for name in names if f"{name}/__init__" in MODULES and not any(other.startswith(f"{name}/") for other in names)
    }


@pytest.mark.parametrize("module", MODULES)
def test_what_is_slow_to_load_is_loaded_where_it_is_used(module: str) -> None:
    for name in imports(module, everywhere=False):
        for heavy, allowed in HEAVY.items():
            if name == heavy or name.startswith(f"{heavy}."):
                assert module in allowed, f"{module} imports {heavy} when it is loaded; import it in the function that needs it"
