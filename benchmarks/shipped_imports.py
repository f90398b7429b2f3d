"""Everything that the shipped ledger imports: what each source would change now, or, with --write, the imports themselves.

    python benchmarks/shipped_imports.py [--write] [NAME...]

The data are looked for in $FACTCHECK_DATA, else in ../shared/data beside this repository.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from factcheck.importing.files import yaml_of
from factcheck.importing.formats import format_of
from factcheck.importing.merge import Plan
from factcheck.importing.run import run

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "benchmarks" / "makers_tables"
DATA = Path(os.environ.get("FACTCHECK_DATA") or ROOT.parent / "shared" / "data")
VECTARA = {
    "Hallucination Rate": "hallucination-rate",
    "Factual Consistency Rate": "-",
    "Answer Rate": "-",
    "Average Summary Length (Words)": "-",
}
ARENA = {"score": "arena-elo"} | dict.fromkeys(("rank", "vendor", "license", "ci", "votes"), "-")


@dataclass(frozen=True, slots=True)
class Import:
    """One set of data: its format and files, the source that the ledger has for it or the day it is of, and how a table is read."""

    format: str
    path: str
    source: str = ""
    day: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    table: str = ""
    conditions: dict[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()


def makers_tables() -> dict[str, Import]:
    """The imports of makers' own tables, which are listed in a file of their own."""
    listed = yaml_of(TABLES / "imports.yaml")
    return {
        one["name"]: Import(
            "table",
            str(TABLES / one["file"]) if (TABLES / one["file"]).exists() else one["file"],
            one["source"],
            columns=one.get("names", {}),
            conditions=one.get("conditions", {}),
            table=one.get("table", ""),
        )
        for one in cast("list[dict[str, Any]]", listed)
    }


# In the order of trust: what an earlier one says stays, and a later one that differs is left out.
IMPORTS = {
    "models-dev": Import("models-dev", "models.dev", "models-dev-catalogue-2026-07", without=("knowledge-cutoff",)),
    "models-dev-later": Import("models-dev", str(ROOT / "benchmarks" / "models_dev"), "models-dev-later-2026-11"),
    "epoch": Import("epoch", "epoch-benchmarking-hub", "epoch-benchmarking-hub-2026-05"),
    "litellm": Import("litellm", "litellm/model_prices_and_context_window.json", "litellm-model-prices-2026-11"),
    "genai-prices": Import("genai-prices", "genai-prices/prices.json", "pydantic-genai-prices-2026-11"),
    "epoch-models": Import("epoch-models", "epoch-ai-models", day="2026-01-24"),
    "aider": Import("aider", "aider/polyglot_leaderboard.yml", "aider-polyglot-leaderboard"),
    "steel": Import("steel", "steel-leaderboards", "steel-agent-leaderboards-2026-05-12"),
    "vectara": Import(
        "table",
        "vectara-hallucination/leaderboard_table.md",
        "vectara-hallucination-2026-03-10",
        columns=VECTARA,
        conditions={"variant": "summarisation"},
    ),
    **{
        f"arena-{board}-{day}": Import(
            "table",
            f"arena-leaderboards/{day}/{board}.json",
            f"arena-leaderboards-{day}",
            columns=ARENA,
            conditions={"variant": board},
        )
        for day, boards in (("2026-03-19", ("text", "vision")), ("2026-04-19", ("text", "vision", "search", "document")))
        for board in boards
    },
    **makers_tables(),
}


def done(name: str, *, write: bool = False) -> Plan:
    """One import into the shipped ledger, or what it would come to."""
    one = IMPORTS[name]
    return run(
        format_of(one.format),
        [DATA / one.path],
        ROOT,
        day=one.day,
        columns=one.columns,
        table=one.table,
        source=one.source,
        conditions=one.conditions,
        without=one.without,
        dry_run=not write,
    )


def main() -> None:
    words = sys.argv[1:]
    write = "--write" in words
    for name in [word for word in words if not word.startswith("-")] or IMPORTS:
        made = done(name, write=write)
        print(f"{name}: {made.new} new, {made.changed} changed, {made.unchanged} unchanged, {len(made.skipped)} left out", flush=True)


if __name__ == "__main__":
    main()
