"""Aider's leaderboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.importing.aider import origin
from tests.importing.reading import figures, file, reasons

RUN = {"model": "acme-1 (high)", "test_cases": "225", "edit_format": "diff", "pass_rate_1": "20.4", "pass_rate_2": "35.60"}


def runs(folder: Path, **other: str) -> Path:
    fields = "".join(f"  {key}: {value}\n" for key, value in (RUN | other).items())
    return file(folder, "polyglot_leaderboard.yml", f"- date: 2025-02-25\n{fields}")


def test_the_second_pass_rate_counts_as_written(tmp_path: Path) -> None:
    (figure,) = figures("aider", runs(tmp_path))
    assert (figure.subject, figure.metric, figure.value, figure.by) == ("acme-1 (high)", "Aider Polyglot", "35.60", "Aider")
    assert figure.as_of == "2025-02-25"


def test_an_effort_may_have_a_key_of_its_own(tmp_path: Path) -> None:
    path = file(tmp_path, "a.yml", "- {model: acme-1, reasoning_effort: low, test_cases: 225, pass_rate_2: 5}\n")
    assert figures("aider", path)[0].conditions == {"effort": "low"}


def test_think_is_thinking(tmp_path: Path) -> None:
    assert figures("aider", runs(tmp_path, model="acme-1 (32k think)"))[0].subject == "acme-1 (32k thinking)"


@pytest.mark.parametrize(
    ("run", "why"),
    [
        ({"test_cases": "133"}, "not the polyglot"),
        ({"model": "a + b"}, "two models"),
        ({"edit_format": "architect"}, "two models"),
        ({"pass_rate_2": "soon"}, "no pass_rate_2"),
    ],
)
def test_what_is_left_out(tmp_path: Path, run: dict[str, str], why: str) -> None:
    assert why in reasons("aider", runs(tmp_path, **run))[0]


def test_the_newest_run_dates_the_board_unless_told(tmp_path: Path) -> None:
    path = runs(tmp_path)
    assert (origin([path], "").published, origin([path], "2026-01-01").published) == ("2025-02-25", "2026-01-01")
    with pytest.raises(InputError, match="--published"):
        origin([file(tmp_path, "empty.yml", "- {model: x}\n")], "")


@pytest.mark.parametrize("content", ["a: b\n", "- [", "- &a {model: x}\n"])
def test_other_files_are_refused_by_name(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError, match=r"odd\.yml"):
        figures("aider", file(tmp_path, "odd.yml", content))
