"""Scores as records of Every Eval Ever: of the schema's shape, and the same when they come back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.importing.formats import format_of
from factcheck.importing.run import run
from factcheck.ledger.load import load
from factcheck.report.every_eval_ever import records
from tests.ledger.folder import VOCABULARY, write
from tests.report.json_schema import problems

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT.parent / "shared" / "data" / "every-eval-ever" / "eval.schema.json"
CLAIMS = """
    subject: one
    claims:
      - {metric: exam, value: 58, conditions: {mode: deep, effort: high}, sources: [acme-page]}
      - {metric: exam, value: 42.5, conditions: {effort: low}, sources: [gauge-list], as_of: 2026-04-10}
      - {metric: exam, value: 40, by: acme, sources: [daily]}
      - {metric: exam, value: [39, 41], conditions: {tools: with}, sources: [gauge-list]}
      - {metric: exam, value: 38, op: ">", conditions: {variant: hard}, sources: [gauge-list]}
      - {metric: exam, value: 37, sources: [gauge-list], status: superseded}
      - {metric: price-input, value: 3, sources: [acme-page]}
    """


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "ledger", VOCABULARY | {"claims/one.yaml": CLAIMS})


@pytest.fixture
def found(folder: Path) -> dict[str, dict[str, Any]]:
    return records(load([folder]))


def test_a_record_for_each_source_and_model(found: dict[str, dict[str, Any]]) -> None:
    assert list(found) == ["acme-page/one.acme", "gauge-list/one.gauge", "daily/one.acme"]
    assert [len(record["evaluation_results"]) for record in found.values()] == [1, 1, 1]
    told = [record["source_metadata"] for record in found.values()]
    assert [one["evaluator_relationship"] for one in told] == ["first_party", "third_party", "first_party"]
    assert told[2]["additional_details"] == {"source_role": "aggregator", "evaluator": "Acme"} and "additional_details" not in told[0]


def test_what_the_schema_requires_is_there(found: dict[str, dict[str, Any]]) -> None:
    for record in found.values():
        assert record.keys() >= {"schema_version", "evaluation_id", "retrieved_timestamp", "source_metadata", "eval_library", "model_info"}
        assert record["retrieved_timestamp"].isdigit() and record["eval_library"] == {"name": "unknown", "version": "unknown"}
        assert record["model_info"]["id"] == "acme/one" and len(record["model_info"]["additional_details"]) == 2
        for result in record["evaluation_results"]:
            assert result["source_data"]["source_type"] in ("url", "other") and result["metric_config"]["score_type"] == "continuous"
            assert (result["metric_config"]["min_score"], result["metric_config"]["max_score"]) == (0, 100)
            assert isinstance(result["score_details"]["score"], int | float)
    details = found["acme-page/one.acme"]["evaluation_results"][0]["generation_config"]["additional_details"]
    assert details == {"reasoning_effort": "high", "conditions": "mode=deep; effort=high"}


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema is not beside the repository")
def test_every_record_is_valid(found: dict[str, dict[str, Any]]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    every = {**found, **records(load([ROOT]))}
    assert [problem for name, record in every.items() for problem in problems(record, schema, schema, name)] == []


def test_what_comes_back_changes_nothing(folder: Path, found: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    for name, record in found.items():
        path = tmp_path / "out" / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(record), encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    made = [run(format_of("every-eval-ever"), [tmp_path / "out" / source], folder) for source in ("acme-page", "gauge-list", "daily")]
    assert [(one.added, one.unchanged) for one in made[:2]] == [([], 1), ([], 1)]
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before
