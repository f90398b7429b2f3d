"""Model cards with a model-index."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.importing.figures import MAKER, Figure
from factcheck.importing.formats import format_of
from factcheck.importing.run import run
from factcheck.ledger.load import load
from tests.importing.reading import figures, file, reasons
from tests.ledger.folder import VOCABULARY, write

CARD = """\
---
license: mit
model-index:
- name: Acme One
  results:
  - task: {{type: text-generation}}
    dataset: {{name: The Exam, type: exam, config: {config}, args: {{num_few_shot: 5}}}}
    metrics:
    - {{type: {kind}, value: {value}, name: strict}}
    {source}
---
# Acme One
---
"""


def card(folder: Path, value: str = "64.50", config: str = "main", kind: str = "accuracy", source: str = "") -> Path:
    return file(folder, "README.md", CARD.format(value=value, config=config, kind=kind, source=source))


def one(path: Path) -> Figure:
    (figure,) = figures("model-card", path)
    return figure


def test_a_score_without_a_source_is_the_makers(tmp_path: Path) -> None:
    figure = one(card(tmp_path))
    assert (figure.subject, figure.metric, figure.value, figure.unit, figure.by) == ("Acme One", "The Exam", "64.50", "unsaid", MAKER)
    assert dict(figure.conditions) == {"shots": "5"}


def test_a_source_says_whose_it_is(tmp_path: Path) -> None:
    assert one(card(tmp_path, source="source: {name: Open Board}")).by == "Open Board"
    assert one(card(tmp_path, source='source: {name: x, url: "https://gauge.example/y"}')).page == "https://gauge.example/y"


def test_a_part_of_a_benchmark_is_a_variant(tmp_path: Path) -> None:
    assert one(card(tmp_path, config="hard")).conditions == {"variant": "hard", "shots": "5"}
    assert one(card(tmp_path, config="the_exam")).conditions == {"shots": "5"}


def test_what_is_left_out(tmp_path: Path) -> None:
    assert reasons("model-card", card(tmp_path, kind="loss")) == ["not the benchmark's score (loss)"]
    assert reasons("model-card", card(tmp_path, value="good")) == ["no number (The Exam)"]


@pytest.mark.parametrize(("value", "new"), [("64.50", 1), ('"0.5%"', 1), ("0.645", 0), ("1", 0)])
def test_what_may_be_a_fraction_is_left_out(tmp_path: Path, value: str, new: int) -> None:
    folder = write(tmp_path / "ledger", VOCABULARY)
    made = run(format_of("model-card"), [card(tmp_path, value)], folder, day="2026-05-01")
    assert made.new == new and (new or "fraction or a percentage" in made.skipped[0].why)
    assert [claim.by for claim in load([folder]).claims.values()] == ["acme"] * new


@pytest.mark.parametrize("content", ["# No YAML\n", "---\nlicense: mit\n---\n", "---\na: [\n---\n"])
def test_other_files_are_refused_by_name(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError, match=r"README\.md"):
        figures("model-card", file(tmp_path, "README.md", content))
