"""`factcheck review`, `coverage` and `schema`, as they are typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]


def test_coverage_counts_what_can_be_judged(factcheck: Run, folder: Path) -> None:
    (folder / "strange.md").write_text("Acme Owl scores 51% on NewBench. Bolt 9 scores 44% on QuizBench.\n", encoding="utf-8")
    done = factcheck("coverage", "right.md", "unverified.md", "strange.md")
    rows = [line.split() for line in done.out.splitlines()]
    assert done.code == 0 and rows[-1] == ["4", "1", "1", "1", "1", "33%", "3", "1", "33%", "total"]
    assert [row[-1] for row in rows] == ["article", "right.md", "strange.md", "unverified.md", "total"]


def test_coverage_as_json(factcheck: Run) -> None:
    found = json.loads(factcheck("coverage", "--format", "json", "right.md").out)
    counts = {"figures": 1, "judged": 1, "no_subject": 0, "no_metric": 0, "no_claim": 0, "on_models": 1, "on_models_judged": 1}
    assert found["documents"] == [{"path": "right.md", **counts}]
    assert found["total"]["figures"] == 1


def test_coverage_of_nothing_is_no_success(factcheck: Run) -> None:
    done = factcheck("coverage", "none.md", "right.md")
    assert done.code == 2 and "none.md" in done.err and "right.md" in done.out


def test_review_shows_the_worst_first_with_what_to_look_up(factcheck: Run) -> None:
    done = factcheck("review", "--as-of", "2027-06-01", "-n", "1")
    assert done.code == 0 and "stale" in done.out and "look up Acme" in done.out
    assert "3 claims are worth another look, the worst 1 shown: 3 stale; 3 single source." in done.out
    fresh = factcheck("review", "--as-of", "2026-05-01").out
    assert "0 claims are worth another look." in fresh and "3 more rest on a single source of first hand" in fresh
    assert "3 claims are worth another look" in factcheck("review", "--as-of", "2026-05-01", "--reason", "single source").out


def test_of_what_is_known_at_second_hand_the_figure_itself_is_to_be_looked_up(factcheck: Run, folder: Path) -> None:
    path = folder / "claims/acme-owl.yaml"
    more = "  - {metric: quiz, value: 61, conditions: {tools: with}, by: gauge-lab, sources: [acme-1]}\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    out = " ".join(factcheck("review", "--as-of", "2026-05-01").out.split())
    assert "look for Gauge Lab's own figure; found at Acme, 8 Apr 2026: https://acme.example/acme-1" in out


def test_review_as_json_of_one_subject(factcheck: Run) -> None:
    found = json.loads(factcheck("review", "--as-of", "2027-06-01", "--subject", "Acme Owl", "--reason", "stale", "--format", "json").out)
    assert {claim["subject"] for claim in found["claims"]} == {"acme-owl"}
    assert found["claims"][0]["reasons"] == ["stale", "single source"] and found["claims"][0]["line"] == 3


def test_the_schema_is_json(factcheck: Run) -> None:
    done = factcheck("schema")
    assert done.code == 0 and json.loads(done.out)["title"] == "A file of a factcheck ledger"


def test_many_explained_conflicts_are_folded_by_their_reasons(factcheck: Run, folder: Path) -> None:
    path = folder / "claims/acme-owl.yaml"
    metrics = "".join(f"  - {{id: quiz-{n}, name: Quiz {n}, kind: score, unit: percent}}\n" for n in range(30))
    (folder / "claims/vocabulary/quizzes.yaml").write_text(f"metrics:\n{metrics}", encoding="utf-8")
    more = "".join(
        f"  - {{metric: quiz-{n}, value: {value}, conditions: {{effort: {effort}}}, sources: [acme-1]}}\n"
        for n in range(30)
        for value, effort in ((50 + n, "low"), (90, "high"))
    )
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    out = factcheck("conflicts").out
    assert "30  effort" in out and out.count("explained by") == 0 and "31 explained" in out
    assert factcheck("conflicts", "--verbose").out.count("explained by effort") == 30
