"""Small data of every format for one ledger, with one figure that can be changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.importing.reading import file
from tests.ledger.folder import METRICS, SOURCES, write

SUBJECTS = """\
    subjects:
      - {id: acme, name: Acme, kind: organisation}
      - {id: gauge, name: Gauge Lab, kind: organisation, sites: [gauge.example]}
      - {id: epoch-ai, name: Epoch AI, kind: organisation}
      - {id: aider, name: Aider, kind: product}
      - {id: one, name: Acme One, kind: model, maker: acme, aliases: [A-One]}
      - {id: one-1.5, name: Acme One 1.5, kind: model, maker: acme}
    """
MORE = """\
      - {id: context-window, name: context window, kind: tokens, unit: tokens}
      - {id: parameters, name: parameters, kind: size, unit: parameters}
      - {id: polyglot, name: Aider Polyglot, kind: score, unit: percent, range: [0, 100]}
    """
BY_HAND = """\
    # Kept by hand.
    subject: one
    claims:
      # exams, as published
      - {metric: exam, value: 58, conditions: {mode: deep}, by: acme, sources: [acme-page]}   # "as told"
      - metric: exam
        value: 57.0
        conditions: {tools: 'with'}
        sources:
        - daily

      # build
      - {metric: build-time, value: [2, 3], sources: [daily]}
    """


def ledger(folder: Path) -> Path:
    """A ledger that knows everything in the data, with claims and comments of its own."""
    vocabulary = {"claims/vocabulary/subjects.yaml": SUBJECTS, "claims/vocabulary/metrics.yaml": METRICS.rstrip(" ") + MORE}
    return write(folder, {"sources/all.yaml": SOURCES, "claims/acme/one.yaml": BY_HAND} | vocabulary)


def litellm(folder: Path, value: int) -> Path:
    entries = {
        name: {"mode": "chat", "litellm_provider": "acme", "input_cost_per_token": price / 10**6, "max_input_tokens": 8000}
        for name, price in (("acme/one", value), ("acme/one-1.5", 1))
    }
    return file(folder, "prices.json", json.dumps(entries))


def genai_prices(folder: Path, value: int) -> Path:
    models = [{"id": "one", "prices": {"input_mtok": value}}, {"id": "one-1.5", "prices": {"input_mtok": 1}}]
    return file(folder, "prices.json", json.dumps([{"id": "acme", "name": "Acme", "models": models}]))


def models_dev(folder: Path, value: int) -> Path:
    for name, tokens in (("one", value * 1000), ("one-1.5", 8000)):
        file(folder, f"models/acme/{name}.toml", f'name = "{name}"\nopen_weights = false\n[limit]\ncontext = {tokens}\n')
    return folder


def epoch(folder: Path, value: int) -> Path:
    return file(folder, "the_exam.csv", f"Model version,mean_score\nacme-one_high,0.{value}\nacme-one-1.5_32K,0.2\n")


def epoch_models(folder: Path, value: int) -> Path:
    columns = "Model,Parameters,Training compute (FLOP),Model accessibility,Confidence\n"
    return file(folder, "models.csv", f"{columns}Acme One,{value}000000,,Unreleased,Likely\nAcme One 1.5,9000000,,,Confident\n")


def aider(folder: Path, value: int) -> Path:
    run = "- {{model: {}, test_cases: 225, pass_rate_2: {}, date: 2026-04-20}}\n"
    return file(folder, "polyglot.yml", run.format("Acme One", value) + run.format("Acme One 1.5", 9))


def steel(folder: Path, value: int) -> Path:
    row = {"scoreDisplay": "x%", "sourceUrl": "https://gauge.example/x"}
    rows = [{**row, "systemName": "Acme One", "scoreValue": value}, {**row, "systemName": "Acme One 1.5", "scoreValue": 9}]
    return file(folder, "board.json", json.dumps({"theExam": rows}))


def every_eval_ever(folder: Path, value: int) -> Path:
    for name, score in (("Acme One", value), ("Acme One 1.5", 9)):
        record = {
            "schema_version": "0.3.0",
            "retrieved_timestamp": "1750000000",
            "source_metadata": {"source_organization_name": "Gauge Lab", "evaluator_relationship": "third_party"},
            "model_info": {"name": name, "id": name},
            "evaluation_results": [
                {
                    "evaluation_name": "The Exam",
                    "metric_config": {"metric_kind": "score", "metric_unit": "percent"},
                    "score_details": {"score": score},
                }
            ],
        }
        file(folder, f"{name}.json", json.dumps(record))
    return folder


def model_card(folder: Path, value: int) -> Path:
    result = "{{dataset: {{name: The Exam}}, metrics: [{{type: accuracy, value: {}}}]}}"
    index = "\n".join(f"- name: {name}\n  results: [{result.format(score)}]" for name, score in (("Acme One", value), ("Acme One 1.5", 9)))
    return file(folder, "README.md", f"---\nmodel-index:\n{index}\n---\n# A card\n")


def table(folder: Path, value: int) -> Path:
    return file(folder, "table.csv", f"Model,The Exam\nAcme One,{value}\nAcme One 1.5,9\n")


DATA: dict[str, Callable[[Path, int], Path]] = {
    "litellm": litellm,
    "genai-prices": genai_prices,
    "models-dev": models_dev,
    "epoch": epoch,
    "epoch-models": epoch_models,
    "aider": aider,
    "steel": steel,
    "every-eval-ever": every_eval_ever,
    "model-card": model_card,
    "table": table,
}
