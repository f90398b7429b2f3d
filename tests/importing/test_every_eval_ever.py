"""Records of Every Eval Ever."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import InputError
from factcheck.importing.every_eval_ever import origin
from factcheck.importing.figures import MAKER, Figure
from tests.importing.reading import figures, file, reasons


def record(folder: Path, name: str = "a", metric: object = None, source: object = None, score: object = 0.75, **other: object) -> Path:
    config = {"metric_kind": "accuracy", "metric_unit": "proportion", "lower_is_better": False, "max_score": 1.0}
    result = {
        "evaluation_name": "suite.the_exam",
        "source_data": {"dataset_name": "the_exam"},
        "metric_config": config if metric is None else metric,
        "score_details": {"score": score},
    }
    origin = {"source_organization_name": "Gauge Lab", "source_name": "Board", "evaluator_relationship": "third_party"}
    whole: dict[str, Any] = {
        "schema_version": "0.3.0",
        "evaluation_timestamp": "1750000000",
        "retrieved_timestamp": "1760000000",
        "source_metadata": origin if source is None else source,
        "model_info": {"id": "acme/one", "name": "Acme One", "developer": "acme"},
        "evaluation_results": [result],
    }
    return file(folder, f"{name}.json", json.dumps(whole | other))


def one(path: Path) -> Figure:
    (figure,) = figures("every-eval-ever", path)
    return figure


def test_a_record(tmp_path: Path) -> None:
    figure = one(record(tmp_path))
    assert (figure.subject, figure.also, figure.metric, figure.value, figure.unit) == (
        "acme/one",
        "Acme One",
        "the_exam",
        "0.75",
        "fraction",
    )
    assert (figure.by, figure.as_of) == ("Gauge Lab", "2025-06-15")


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ({"metric_unit": "percent"}, "percent"),
        ({"metric_unit": "points"}, ""),
        ({"max_score": 1}, "fraction"),
        ({"max_score": 100}, ""),
        ({"max_score": "Infinity"}, "unsaid"),
        ({}, "unsaid"),
    ],
)
def test_the_unit_is_as_said_or_as_the_greatest_score(tmp_path: Path, said: dict[str, object], unit: str) -> None:
    assert one(record(tmp_path, metric={"metric_kind": "accuracy"} | said)).unit == unit


def test_the_maker_speaks_for_himself_and_an_aggregator_for_nobody(tmp_path: Path) -> None:
    assert one(record(tmp_path, source={"evaluator_relationship": "first_party"})).by == MAKER
    lists = {"source_organization_name": "Lists", "additional_details": {"source_role": "aggregator"}}
    assert "aggregator" in reasons("every-eval-ever", record(tmp_path, source=lists))[0]


def test_other_metrics_of_a_benchmark_are_left_out(tmp_path: Path) -> None:
    assert reasons("every-eval-ever", record(tmp_path, metric={"metric_kind": "latency"})) == ["not the benchmark's score (latency)"]
    assert reasons("every-eval-ever", record(tmp_path, score=None)) == ["no score"]


def test_an_effort_is_a_condition(tmp_path: Path) -> None:
    path = record(tmp_path, generation_config={"additional_details": {"reasoning_effort": "high"}})
    assert one(path).conditions == {"effort": "high"}


def test_records_are_of_one_organisation_and_of_the_newest_day(tmp_path: Path) -> None:
    first = record(tmp_path / "x")
    found = origin([first], "")
    assert (found.id, found.publisher, found.kind) == ("every-eval-ever-gauge-lab-2025-10-09", "Gauge Lab", "evaluator")
    assert origin([first], "2026-01-01").published == "2026-01-01"
    other = record(tmp_path / "x", "b", source={"source_organization_name": "Other"})
    with pytest.raises(InputError, match="Gauge Lab, Other"):
        origin([first, other], "")


@pytest.mark.parametrize("content", ["[]", "{}", "{", '{"schema_version": "1"}'])
def test_other_files_are_refused_by_name(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError, match=r"odd\.json"):
        figures("every-eval-ever", file(tmp_path, "odd.json", content))
