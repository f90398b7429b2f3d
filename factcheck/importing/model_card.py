"""Model cards of Hugging Face (README.md): the scores in the model-index of the YAML that a card begins with.

A score without a source is the maker's own. Cards do not say whether 0.9 is a fraction, so only what is over 1 counts as percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from factcheck.errors import InputError
from factcheck.importing.figures import MAKER, Figure, Format, Origin, Row, Skipped, Unit
from factcheck.importing.files import below, digits, text, yaml_of
from factcheck.ledger.spelling import simplified
from factcheck.ledger.yaml_nodes import Value

FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
WHOLE = ("main", "default", "all", "test")  # configurations that are the benchmark itself
SCORES = ("accuracy", "acc", "accnorm", "passat1", "pass@1", "exactmatch", "em", "score", "wer", "cer", "elo")  # types, simplified


def read(path: Path) -> Iterator[Row]:
    """Every score of every card."""
    for file in below(path, ".md"):
        for model in _models(file):
            name = str(model.get("name", ""))
            for result in _list(model.get("results")):
                for metric in _list(result.get("metrics")):
                    yield _score(name, result, metric, f"{file.name}: {name}")


def _models(path: Path) -> list[dict[str, Value]]:
    front = FRONT.match(text(path))
    if not front:
        raise InputError(f"{path} is no model card: it does not begin with YAML between two lines of ---")
    card = yaml_of(path, front["yaml"])
    if not isinstance(card, dict) or not isinstance(card.get("model-index"), list):
        raise InputError(f"{path} has no model-index: only scores in it can be imported")
    return _list(card["model-index"])


def _list(value: Value) -> list[dict[str, Value]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _mapping(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}


def _score(name: str, result: Mapping[str, Value], metric: Mapping[str, Value], place: str) -> Row:
    dataset, source = _mapping(result.get("dataset")), _mapping(result.get("source"))
    benchmark, kind = str(dataset.get("name") or ""), str(metric.get("type") or "")
    written = str(metric.get("value") or "").strip()
    value, url = digits(written.removesuffix("%")), str(source.get("url") or "")
    if not value:
        return Skipped(name, place, f"no number ({benchmark})")
    if simplified(kind) not in SCORES:
        return Skipped(name, place, f"not the benchmark's score ({kind})")
    by = str(source.get("name") or MAKER)
    conditions: dict[str, str] = {}
    config = str(dataset.get("config") or "")
    if config and config not in WHOLE and simplified(config) not in simplified(benchmark):
        conditions["variant"] = config
    if shots := _mapping(dataset.get("args")).get("num_few_shot"):
        conditions["shots"] = str(shots)
    note = f"Taken from {url}" if url else ""
    unit: Unit = "percent" if written.endswith("%") else "unsaid"
    return Figure(name, benchmark, value, place, conditions, by=by, page=url, note=note, unit=unit)


def origin(files: Sequence[Path], day: str) -> Origin:
    """The cards as they stood on a day, which they do not say. Anyone can put up a card, so they are second hand."""
    if not day:
        raise InputError(f"{files[0]} does not say of which day it is: say so with --published DATE")
    return Origin("model-cards", "Hugging Face", "Model cards", "aggregator", day, "https://huggingface.co/models")


FORMAT = Format("model-card", "model cards (README.md) with a model-index", read, origin)
