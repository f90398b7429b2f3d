"""Tables with benchmarks at the side and models in the head, as makers publish their results."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.__main__ import main
from factcheck.errors import InputError
from factcheck.importing.figures import Figure, Skipped
from factcheck.importing.metric_names import measured, setting_of
from factcheck.importing.table import reader
from factcheck.importing.tables import tables
from factcheck.ledger.load import load
from factcheck.ledger.model import Metric
from tests.importing.reading import file
from tests.ledger.folder import VOCABULARY, write

CARD = """\
# Results

| | Benchmark (Metric) | # Shots | Acme One | **Rival 2** |
|---|---|---|---|---|
| English | The Exam (EM) | 5-shot | **61.5** | 60.2* |
| | Quiz | - | 12 † | / |
"""


def shown(path: Path, **options: str) -> list[tuple[str, str, object, dict[str, str]]]:
    rows = reader({}, **options)(path)
    return [(row.subject, row.metric, row.value, dict(row.conditions)) for row in rows if isinstance(row, Figure)]


def test_groups_and_shots_stand_ahead_of_the_models(tmp_path: Path) -> None:
    path = file(tmp_path, "README.md", CARD)
    assert shown(path) == [("Acme One", "The Exam (EM)", "61.5", {"shots": "5"})]


def test_what_has_the_mark_of_a_footnote_is_left_out(tmp_path: Path) -> None:
    path = file(tmp_path, "README.md", CARD)
    assert [row.why for row in reader({})(path) if isinstance(row, Skipped)] == [
        "marked with a footnote (60.2*)",
        "marked with a footnote (12 †)",
    ]


def test_how_it_was_measured_may_have_a_column(tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", "Benchmark,Metric,Tools,Acme One\nTX,Pass@1,without,50\nQuiz,-,,7\n")
    assert shown(path) == [("Acme One", "TX (Pass@1)", "50", {"tools": "without"}), ("Acme One", "Quiz", "7", {})]


def test_a_file_may_hold_several_tables(tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", "table1,Model,Size\ntable1,Acme One,7\ntable2,Benchmark,Acme One\ntable2,TX,50\n")
    assert list(tables(path)) == ["table1", "table2"]
    assert shown(path, only="table2") == [("Acme One", "TX", "50", {})]
    with pytest.raises(InputError, match="no table 'table3': there are table1, table2"):
        shown(path, only="table3")


def test_benchmarks_and_models_can_be_given_other_names(tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", "Benchmark,Ours\nExam of old,50\n")
    (figure,) = reader({"Ours": "Acme One", "Exam of old": "TX"})(path)
    assert isinstance(figure, Figure) and (figure.subject, figure.metric) == ("Acme One", "TX")
    with pytest.raises(InputError, match="no column 'Exam of new'"):
        list(reader({"Exam of new": "TX"})(path))


KNOWN = {"exam": Metric("exam", "The Exam", "score", "percent"), "exam hard": Metric("exam-hard", "Exam Hard", "score", "percent")}


@pytest.mark.parametrize(
    ("written", "metric", "conditions"),
    [
        ("Exam", "exam", {}),
        ("Exam (EM)", "exam", {}),
        ("Exam (Hard)", "exam-hard", {}),
        ("Exam pass@1", "exam", {"attempts": "pass@1"}),
        ("Exam v6 (Pass@1-COT)", "exam", {"attempts": "pass@1", "variant": "cot", "version": "6"}),
        ("Exam (w/ tools)", "exam", {"tools": "with"}),
        ("Exam (with Python)", "exam", {"tools": "python"}),
        ("Exam (no tools, text-only)", "exam", {"tools": "without", "variant": "text only"}),
        ("Exam (Avg@8)", "exam", {"attempts": "avg@8"}),
        ("Exam (3-shot F1)", "exam", {"shots": "3"}),
    ],
)
def test_settings_hidden_in_names_of_benchmarks(written: str, metric: str, conditions: dict[str, str]) -> None:
    found = measured(written, lambda name: KNOWN.get(name.lower(), f"no metric {name!r}"))
    assert not isinstance(found, str) and (found[0].id, found[1]) == (metric, conditions)


@pytest.mark.parametrize("written", ["Exam (easy)", "Exam (5-shot, 0-shot)", "Exam of old", "(EM)", "Exam 2025"])
def test_what_is_no_setting_is_not_guessed(written: str) -> None:
    assert measured(written, lambda name: KNOWN.get(name.lower(), f"no metric {name!r}")) == f"no metric {written!r}"


@pytest.mark.parametrize("words", ["hard", "", "shots", "v", "Aug 24 - May 25", "test"])
def test_words_that_are_no_setting(words: str) -> None:
    assert setting_of(words) is None


def test_such_a_table_in_a_ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "ledger", VOCABULARY)
    path = file(tmp_path, "results.csv", "table1,Benchmark,Acme One\ntable1,TX (5-shot),61.5\ntable2,Benchmark,Acme One\ntable2,TX,9\n")
    command = ["import", "table", str(path), "--table", "table1", "--into", str(folder), "--source", "acme-page"]
    assert main(command) == 0
    (claim,) = load([folder]).claims.values()
    assert (claim.metric, dict(claim.conditions), claim.by) == ("exam", {"shots": "5"}, "acme")
    assert main(command) == 0 and len(load([folder]).claims) == 1
    assert main(["import", "steel", *command[2:]]) == 2
    assert "--table is for tables" in capsys.readouterr().err
