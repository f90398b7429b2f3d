"""models.dev's catalogue: a folder of TOML files, one a model, below models/<lab>/; with scores that name the page they are from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.errors import InputError
from factcheck.importing.figures import Figure, Format, Origin, Proposed, Row, Skipped
from factcheck.importing.files import below, digits, text
from factcheck.importing.metric_names import setting_of as measured_with
from factcheck.importing.names import setting_of

URL = "https://github.com/anomalyco/models.dev"
WHOLE = ("public", "full")  # names of a data set that is the benchmark itself
DATES = {"release_date": "release-date", "knowledge": "knowledge-cutoff"}
LATEST = re.compile(r"[- (]latest\)?$", re.IGNORECASE)
LIMITS = {"context": "context-window", "output": "max-output"}


def read(path: Path) -> Iterator[Row]:
    """What every file of the folder says of its model."""
    root = path / "models" if (path / "models").is_dir() else path
    files = list(below(root, ".toml"))
    if not files:
        raise InputError(f"{path} is no folder of models.dev: it holds no TOML file")
    for file in files:
        yield from _model(_toml(file), file)


def _toml(path: Path) -> Mapping[str, Any]:
    import tomllib
    from decimal import Decimal

    try:
        return tomllib.loads(text(path), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path} is no TOML: {error}") from None


def _model(entry: Mapping[str, Any], path: Path) -> Iterator[Row]:
    lab, id_ = path.parent.name, path.stem
    name, place = str(entry.get("name") or id_), f"{lab}/{path.name}"
    if LATEST.search(name) or LATEST.search(id_):
        yield Skipped(name, place, "a name for whatever is the latest")
        return
    yield Proposed(name, lab, place, str(entry.get("release_date", "")), () if id_ == name else (id_,))
    for key, metric in DATES.items():
        value = str(entry.get(key) or "")
        if value and re.sub(r"\D", "", value) in re.sub(r"(?<=\d)-(?=\d)", "", id_):
            yield Skipped(name, place, "a day that is only that of the build in its id")
        elif value:
            yield Figure(id_, metric, value, place, also=name)
    limits = entry.get("limit", {})
    for key, metric in LIMITS.items():
        value = digits(limits.get(key))
        if value and value != "0":
            yield Figure(id_, metric, value, place, seller=lab, also=name)
    if isinstance(entry.get("open_weights"), bool):
        yield Figure(id_, "open-weights", "available" if entry["open_weights"] else "unavailable", place, also=name)
    for score in entry.get("benchmarks", ()):
        yield _score(score, id_, name, place)


def _score(score: Mapping[str, Any], id_: str, name: str, place: str) -> Row:
    url, metric, value = str(score.get("source", "")), str(score.get("name", "")), digits(score.get("score"))
    variant, dataset = str(score.get("variant", "")), str(score.get("dataset", ""))
    if not value or not metric:
        return Skipped(name, place, "a benchmark without name or score")
    if not url:
        return Skipped(name, place, "whose figure it is cannot be told (no address)")
    conditions = {key: str(score[key]) for key in ("harness", "version") if key in score}
    if variant:
        conditions |= (
            setting_of(variant) or measured_with(variant) or ({"harness": variant} if "harness" not in conditions else {"mode": variant})
        )
    if dataset and dataset not in WHOLE:
        conditions["variant"] = dataset
    note = f"Taken from {url}"
    return Figure(id_, metric, value, place, conditions, page=url, as_of=str(score.get("date", "")), note=note, also=name)


def origin(files: Sequence[Path], day: str) -> Origin:
    """The catalogue as it stood on a day, which it does not say itself."""
    if not day:
        raise InputError(f"{files[0]} does not say of which day it is: say so with --published DATE")
    return Origin(
        "models-dev-toml", "models.dev", "models.dev catalogue", "aggregator", day, "https://github.com/anomalyco/models.dev", "MIT"
    )


FORMAT = Format("models-dev", "a folder of models.dev's TOML files", read, origin)
