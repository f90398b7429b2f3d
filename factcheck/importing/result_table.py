"""Tables as makers publish their results: benchmarks at the side, models in the head.

    | Category | Benchmark (Metric) | # Shots | Acme One | Rival 2 |

Ahead of the models may stand what groups the benchmarks, how each was measured, and conditions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.importing.figures import Figure, Row
from factcheck.importing.table_cells import MARKS, figure_of, filled, plain
from factcheck.ledger.conditions import CONDITIONS

BENCHMARK = ("benchmark", "benchmarks", "evaluation", "task", "tasks", "dataset", "datasets", "metric", "metrics")
MEASURE = ("metric", "metrics", "measure")  # beside the benchmark: how it was measured
GROUP = ("category", "capability", "domain", "")
IGNORED = "-"
SHOTS = ("shot", "shots", "# shots", "#shots", "n-shot", "# shot")
OTHERS = ("harness", "shots")
LESS = re.compile(r"\s*\(.*\)$")


def benchmarks_at(heads: Sequence[str]) -> int | None:
    """The column of benchmarks, by what columns are headed (in lower case); None where a model may stand ahead of it."""
    for n, name in enumerate(heads):
        if LESS.sub("", name) in BENCHMARK:
            return n
        if name not in GROUP:
            return None
    return None


def results(header: Sequence[str], body: Sequence[Sequence[str]], file: str) -> Iterator[Row]:
    """Every figure of such a table. How it was measured stands in brackets behind the name of the benchmark."""
    heads = [plain(name) for name in header]
    side = benchmarks_at(heads) or 0
    settings = {n: key for n, name in enumerate(heads) if (key := _setting(name)) and n > side}
    measures = [n for n, name in enumerate(heads) if name in MEASURE and n > side]
    models = [n for n in range(side + 1, len(header)) if n not in (*settings, *measures) and heads[n] not in (*GROUP, IGNORED)]
    for row in body:
        cells = [cell.strip() for cell in [*row, *[""] * (len(header) - len(row))]]
        measured = [cells[n].strip(MARKS) for n in measures if filled(cells[n])]
        metric = " ".join([cells[side].strip(MARKS), *(f"({how})" for how in measured)])
        conditions = {key: _shots(cells[n]) if key == "shots" else cells[n].strip(MARKS) for n, key in settings.items() if filled(cells[n])}
        for n in models:
            if filled(cells[n]) and cells[side]:
                yield figure_of(Figure(header[n].strip(MARKS), metric, cells[n], f"{file}: {metric}", conditions))


def _setting(head: str) -> str:
    return "shots" if head in SHOTS else head if head in (*CONDITIONS, *OTHERS) else ""


def _shots(cell: str) -> str:
    """The number of examples shown, as a condition: "5-shot" is 5."""
    return re.sub(r"[- ]?shots?$", "", cell.strip(MARKS).lower())
