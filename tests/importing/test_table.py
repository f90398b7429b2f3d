"""Tables in CSV, TSV and Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.__main__ import main
from factcheck.errors import InputError
from factcheck.importing.figures import Figure, Skipped
from factcheck.importing.formats import format_of
from factcheck.importing.run import run
from factcheck.importing.table import origin, reader
from factcheck.ledger.load import load
from tests.importing.reading import figures, file, reasons
from tests.ledger.folder import VOCABULARY, write

MARKDOWN = """\
Last updated on March 10
|Model|The Exam|
|:----|----:|
|**Acme One**|1.8 %|
|a \\| b|-|

Other text

Model | Price
--- | ---
Acme One | $2.50
"""


def shown(found: list[Figure]) -> list[tuple[str, str, object, str]]:
    return [(figure.subject, figure.metric, figure.value, figure.unit) for figure in found]


def test_markdown_may_hold_several_tables(tmp_path: Path) -> None:
    assert shown(figures("table", file(tmp_path, "board.md", MARKDOWN))) == [
        ("Acme One", "The Exam", "1.8", "percent"),
        ("Acme One", "Price", "2.50", ""),
    ]


def test_csv_and_tsv(tmp_path: Path) -> None:
    wanted = [("Acme One", "context", "1050000", "unsaid")]
    assert shown(figures("table", file(tmp_path, "a.csv", 'Model,context\nAcme One,"1,050,000"\n\n'))) == wanted
    assert shown(figures("table", file(tmp_path, "a.tsv", "context\tModel\n1,050,000\tAcme One\n"))) == wanted


def test_a_table_may_lie_on_its_side(tmp_path: Path) -> None:
    assert shown(figures("table", file(tmp_path, "a.csv", "benchmark,One,Two\nThe Exam,,73.4\n"))) == [
        ("Two", "The Exam", "73.4", "unsaid"),
    ]


def test_conditions_and_days_have_columns(tmp_path: Path) -> None:
    (figure,) = figures("table", file(tmp_path, "a.csv", "model,effort,date,TX\nAcme One,high,2026-04-08,~58\n"))
    assert (dict(figure.conditions), figure.as_of, figure.op, figure.value) == ({"effort": "high"}, "2026-04-08", "~", "58")


@pytest.mark.parametrize("cell", ["58 ± 2", "128K", "58/60", "1,5", "58 (high)", "yes"])
def test_what_is_no_plain_number_is_left_out(tmp_path: Path, cell: str) -> None:
    assert reasons("table", file(tmp_path, "a.csv", f'model,TX\nAcme One,"{cell}"\n')) == [f"no plain number ({cell})"]


def test_columns_can_be_told(tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", "who,result,votes\nAcme One,58,12\n")
    rows = list(reader({"who": "model", "result": "exam", "votes": "-"})(path))
    assert [(row.subject, row.metric) for row in rows if isinstance(row, Figure)] == [("Acme One", "exam")]
    with pytest.raises(InputError, match="no column 'score'"):
        list(reader({"who": "model", "score": "exam"})(path))


def test_a_table_in_a_ledger(tmp_path: Path) -> None:
    folder = write(tmp_path / "ledger", VOCABULARY)
    path = file(tmp_path, "a.csv", "model,TX,Votes\nAcme One,58,12\nAcme One 1.5,0.6,12\n")
    made = run(format_of("table"), [path], folder, day="2026-05-01", publisher="Gauge Lab")
    assert (made.new, made.metrics, made.origin.publisher) == (1, {"TX": "exam"}, "Gauge Lab")
    assert [skipped.why.split(",")[0] for skipped in made.skipped] == [
        "no metric 'Votes' in the ledger",
        "a fraction or a percentage",
        "no metric 'Votes' in the ledger",
    ]
    again = run(format_of("table"), [path], folder, day="2026-06-01", publisher="Gauge Lab")
    assert (again.new, again.changed, again.unchanged) == (0, 0, 1)


@pytest.mark.parametrize(("name", "content"), [("odd.csv", "who,TX\nAcme One,5\n"), ("odd.md", "no table"), ("odd.csv", "")])
def test_other_files_are_refused_by_name(tmp_path: Path, name: str, content: str) -> None:
    with pytest.raises(InputError, match=name):
        figures("table", file(tmp_path, name, content))


def test_the_day_must_be_told_and_the_file_names_the_source() -> None:
    assert origin([Path("My board.csv")], "2026-05-01").id == "table-my-board-2026-05-01"
    with pytest.raises(InputError, match="--published"):
        origin([Path("a.csv")], "")


def test_skipped_cells_say_where(tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", "model,TX\nAcme One,good\n")
    assert list(reader({})(path)) == [Skipped("Acme One", "a.csv: Acme One", "no plain number (good)")]


def test_columns_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "ledger", VOCABULARY)
    path = file(tmp_path, "a.csv", "who,TX,votes\nAcme One,58,12\n")
    given = ["import", "table", str(path), "--into", str(folder), "--published", "2026-05-01", "--publisher", "Gauge Lab"]
    assert main([*given, "--columns", "who=model,votes=-"]) == 0
    assert capsys.readouterr().out == "Gauge Lab, 2026-05-01: 1 new, 0 changed, 0 unchanged, 0 left out\n  column 'TX' is exam\n"
    assert main([*given, "--columns", "who"]) == 2
    assert "write NAME=METRIC" in capsys.readouterr().err
    assert main(["import", "steel", *given[2:], "--columns", "who=model"]) == 2
    assert "--columns is for tables" in capsys.readouterr().err


BOARD = """\
{"meta": {"fetched": "today"}, "models": [
  {"rank": 1, "model": "Acme One", "score": 58.5, "tags": ["a"]},
  {"model": "a", "score": null}
]}
"""


def test_a_list_of_objects_in_json_is_a_table(tmp_path: Path) -> None:
    rows = reader({"score": "exam", "rank": "-", "tags": "-"})(file(tmp_path, "board.json", BOARD))
    assert shown([row for row in rows if isinstance(row, Figure)]) == [("Acme One", "exam", "58.5", "unsaid")]


def test_a_source_of_the_ledger_may_be_named_and_conditions_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "ledger", VOCABULARY)
    data = str(file(tmp_path, "board.json", BOARD))
    command = ["import", "table", data, "--into", str(folder), "--columns", "score=exam,rank=-,tags=-", "--set", "variant=text"]
    assert main([*command, "--source", "gauge-lis"]) == 2
    assert "did you mean 'gauge-list'" in capsys.readouterr().err
    assert main([*command, "--source", "gauge-list"]) == 0
    (claim,) = load([folder]).claims.values()
    assert (claim.id, claim.sources) == ("one.exam.text.gauge", ("gauge-list",))
    assert main([*command, "--source", "gauge-list"]) == 0 and len(load([folder]).claims) == 1
