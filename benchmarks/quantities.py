"""Reading quantities alone, against the test suites of two other projects (numbers, money, percentages, ranges, ranks, dates).

Prints per kind of quantity how many are expected, of how many the value and of how many the span is read right too, and how many are
read that nobody expects. An open range ([20, null]) is what the reader calls a bound; a closed one may be read as two bounds; words
such as "about" may lie inside or outside a span. Cases for bare numbers leave a unit beside them out of account, and so does this.

    python benchmarks/quantities.py [--misses] [FILE]

FILE has a case a line: {"text", "expected": [{"start", "end", "text", "value", "unit"}]}.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.extract.dates.date_values import Known
from factcheck.extract.dates.dates import find_dates
from factcheck.extract.numbers.quantities import quantities
from factcheck.values import as_json

DATA = Path(__file__).parents[2] / "shared" / "data" / "quantities" / "core.jsonl"
LOWER, UPPER = (">", ">="), ("<", "<=")


@dataclass(frozen=True, slots=True)
class Read:
    """Something read: offsets with and without its hedge and unit, its unit as the cases write it, value, op."""

    start: int
    end: int
    outer: tuple[int, int]
    unit: str
    value: object
    op: str

    def ends(self) -> tuple[object, object]:
        """The lowest and the highest value that it means, None where it is open."""
        if isinstance(self.value, list):
            return self.value[0], self.value[1]
        return (None if self.op in UPPER else self.value), (None if self.op in LOWER else self.value)


def read(text: str) -> list[Read]:
    """Everything that the readers find in a text."""
    dates = find_dates(text, Known(None, None))
    out = [Read(d.start, d.end, (d.start, d.end), "date", as_json(d.value), d.op) for d in dates]
    taken = [(d.start, d.end) for d in dates]
    for q in quantities(text, taken):
        unit = q.unit if q.dimension in ("money", "percent", "time", "ordinal") else "number"
        out.append(Read(q.start, q.end, (q.outer_start, q.outer_end), "year" if q.year else unit, as_json(q.value), q.op))
    return sorted(out, key=lambda r: r.start)


def same(a: Any, b: Any) -> bool:
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))
    return bool(a == b)


def right(wanted: dict[str, Any], found: list[Read]) -> bool:
    """Whether the value and the unit of an expected quantity are what was read where it stands."""
    value, unit = wanted["value"], wanted["unit"]
    here = [r for r in found if r.outer[0] < wanted["end"] and wanted["start"] < r.outer[1]]
    if not isinstance(value, list):
        return any(unit in (r.unit, "number") and same(r.value, value) for r in here) or any(is_year(r, value) for r in here)
    ends = [r.ends() for r in here]
    if any(same(low, value[0]) and same(high, value[1]) for low, high in ends):
        return True
    return None not in value and any(same(low, value[0]) for low, _ in ends) and any(same(high, value[1]) for _, high in ends)


def is_year(read: Read, value: object) -> bool:
    """Whether what was read is the year `value`: a reader of single lines cannot tell a date ("1979") from a number that may be one."""
    return read.unit in ("year", "date") and str(read.value) == str(value)


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the readers of quantities against public test suites.")
    parser.add_argument("file", nargs="?", type=Path, default=DATA)
    parser.add_argument("--misses", action="store_true", help="show what was read wrong")
    options = parser.parse_args()
    if not options.file.exists():
        print(f"no cases: {options.file.name} is not there", file=sys.stderr)
        return
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in options.file.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        found = read(case["text"])
        for wanted in case["expected"]:
            kind = "range" if isinstance(wanted["value"], list) else wanted["unit"]
            counts[kind]["expected"] += 1
            counts[kind]["value"] += (ok := right(wanted, found))
            spans = [span for r in found for span in ((r.start, r.end), r.outer)]
            counts[kind]["span"] += ok and any(wanted["start"] in (a, r) and wanted["end"] in (b, s) for a, b in spans for r, s in spans)
            if options.misses and not ok:
                print(f"{kind:8} {wanted['text']!r} = {wanted['value']} in {case['text']!r}: {[(r.value, r.unit, r.op) for r in found]}")
        for r in found:
            if not any(r.outer[0] < w["end"] and w["start"] < r.outer[1] for w in case["expected"]):
                counts["number" if r.unit == "year" else r.unit]["spurious"] += 1
    total: Counter[str] = sum(counts.values(), Counter())
    print(f"{'kind':8} {'expected':>8} {'value right':>16} {'span right':>16} {'spurious':>9}")
    for kind, row in [*sorted(counts.items(), key=lambda item: -item[1]["expected"]), ("all", total)]:
        n = row["expected"] or 1
        value, span = (f"{row[part]:8} ({row[part] / n:.2f})" for part in ("value", "span"))
        print(f"{kind:8} {row['expected']:8} {value} {span:>16} {row['spurious']:9}")


if __name__ == "__main__":
    main()
