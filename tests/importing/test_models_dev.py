"""models.dev's folder of TOML files."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.importing.figures import Proposed
from tests.importing.reading import figures, file, reasons, rows

MODEL = """\
name = "Acme One"
release_date = "2026-04-08"
knowledge = "2025-08"
open_weights = false

[limit]
context = 1_050_000
output = 0
"""
SCORE = """\
[[benchmarks]]
name = "The Exam"
score = 59.10
source = "{url}"
{more}
"""


def model(folder: Path, content: str = MODEL) -> Path:
    file(folder, "models/openai/acme-1.toml", content)
    file(folder, "providers/reseller/models/acme-1.toml", "[cost]\ninput = 1\n")
    return folder


def scored(folder: Path, more: str = "", url: str = "https://gauge.example/x") -> Path:
    return model(folder, MODEL + SCORE.format(url=url, more=more))


def test_what_a_model_is(tmp_path: Path) -> None:
    assert [(figure.metric, figure.value) for figure in figures("models-dev", model(tmp_path))] == [
        ("release-date", "2026-04-08"),
        ("knowledge-cutoff", "2025-08"),
        ("context-window", "1050000"),
        ("open-weights", "unavailable"),
    ]


def test_a_model_is_proposed_with_its_lab(tmp_path: Path) -> None:
    (proposed,) = [row for row in rows("models-dev", model(tmp_path)) if isinstance(row, Proposed)]
    assert (proposed.name, proposed.maker, proposed.released, proposed.aliases) == ("Acme One", "openai", "2026-04-08", ("acme-1",))


def test_either_name_will_do(tmp_path: Path) -> None:
    assert {(figure.subject, figure.also) for figure in figures("models-dev", model(tmp_path))} == {("acme-1", "Acme One")}


@pytest.mark.parametrize(
    ("more", "conditions"),
    [
        ("", {}),
        ('dataset = "public"', {}),
        ('dataset = "hard"', {"variant": "hard"}),
        ('harness = "Codex"\nvariant = "medium"\nversion = "2.1"', {"harness": "Codex", "version": "2.1", "effort": "medium"}),
        ('variant = "Terminus-2"', {"harness": "Terminus-2"}),
        ('variant = "no tools"', {"tools": "without"}),
    ],
)
def test_what_makes_a_score_differ(tmp_path: Path, more: str, conditions: dict[str, str]) -> None:
    figure = figures("models-dev", scored(tmp_path, more))[-1]
    assert (figure.metric, figure.value, figure.page) == ("The Exam", "59.10", "https://gauge.example/x")
    assert figure.conditions == conditions


def test_days_of_builds_and_names_for_the_latest_are_left_out(tmp_path: Path) -> None:
    for name in ("acme-1-20260408", "acme-1-latest", "acme-2-2026-04-08", "acme-3"):
        file(tmp_path, f"models/acme/{name}.toml", MODEL.replace('"Acme One"', f'"{name}"'))
    dated = [figure.subject for figure in figures("models-dev", tmp_path) if figure.metric == "release-date"]
    assert dated == ["acme-3"]
    why = "a day that is only that of the build in its id"
    assert sorted(reasons("models-dev", tmp_path)) == [why, why, "a name for whatever is the latest"]


def test_a_score_without_a_page_is_left_out(tmp_path: Path) -> None:
    assert reasons("models-dev", scored(tmp_path, url="")) == ["whose figure it is cannot be told (no address)"]


def test_other_files_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no TOML file"):
        figures("models-dev", tmp_path)
    with pytest.raises(InputError, match=r"acme-1\.toml is no TOML"):
        figures("models-dev", model(tmp_path, "name = "))
