"""The commands about the ledger, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.__main__ import main
from tests.ledger.folder import VOCABULARY, write

CLAIMS = """\
    subject: one
    claims:
      - {metric: exam, value: 58, conditions: {mode: thinking}, sources: [daily], by: acme}
      - {metric: exam, value: 50.4, conditions: {tools: with}, sources: [acme-page, daily], headline: true}
      - {metric: exam, value: 39.9, sources: [gauge-list], as_of: 2026-04-10, note: "run [twice]"}
      - {metric: price-input, value: 2.5, sources: [acme-page]}
      - {metric: price-input, value: 3, sources: [acme-page], status: superseded}
    """


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_NO_CACHE", "1")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, VOCABULARY | {"claims/one.yaml": CLAIMS})


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """(exit code, standard output, standard error) of a command."""
    code = main(list(argv))
    out, err = capsys.readouterr()
    return code, out, err


def test_validate_a_sound_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "validate")
    assert (code, err) == (0, "")
    assert out.startswith("ledger ok: 5 claims on 4 subjects and 5 metrics, 3 sources, version ")
    assert run(capsys, "validate", ".") == run(capsys, "validate", "--ledger", ".") == (0, out, "")


def test_validate_tells_every_fault_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), {"claims/two.yaml": "claims:\n- {metric: exm, value: 1, subject: one, sources: [daily]}\n- {id: x}\n"})
    code, out, err = run(capsys, "validate")
    assert (code, err) == (2, "")
    place = Path("claims/two.yaml")
    assert out.splitlines() == [
        f"{place}:2:12: no metric 'exm': did you mean 'exam'?",
        f"{place}:3:3: no 'metric': every claim needs one",
        f"{place}:3:3: no 'sources': every claim needs one",
        f"{place}:3:3: no 'value': every claim needs one",
    ]
    code, out, _ = run(capsys, "validate", "--format", "json")
    assert code == 2
    assert json.loads(out)["faults"][0] == {
        "path": str(place),
        "line": 2,
        "column": 12,
        "message": "no metric 'exm': did you mean 'exam'?",
    }


def test_validate_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "validate", "--format", "json")
    told = json.loads(out)
    assert (code, told["faults"], told["ledger"]["claims"], told["ledger"]["newest"]) == (0, [], 5, "2026-04-10")


def test_validate_a_ledger_that_adds_to_another(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write(tmp_path, {"mine/c.yaml": "claims:\n- {subject: one, metric: exam, value: 1, sources: [daily]}\n"})
    assert run(capsys, "validate", "mine")[0] == 2
    assert run(capsys, "validate", "--ledger", ".", "mine")[1].startswith("ledger ok: 6 claims")


@pytest.mark.parametrize("command", ["validate", "conflicts", "sources"])
def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run(capsys, command, "--ledger", "none") == (2, "", "factcheck: the ledger folder none does not exist\n")


def test_a_broken_ledger_is_told_on_standard_error_by_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), {"claims/two.yaml": "claims: [\n"})
    code, out, err = run(capsys, "conflicts")
    assert (code, out) == (2, "")
    assert "factcheck: the ledger has 1 fault\n" in err and f"{Path('claims/two.yaml')}:2:1: " in err


CONFLICTS = """\
Acme One — The Exam
  58%    Thinking mode  Acme       The Daily, Apr 2026
  50.4%  with tools     Acme       Acme, 8 Apr 2026 and 1 more
  39.9%                 Gauge Lab  Gauge Lab, 10 Apr 2026
  explained by mode, tools, evaluator

1 group of claims disagrees: 0 unexplained, 1 explained.
"""


def test_conflicts_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "conflicts", "--fail-on", "unexplained") == (0, CONFLICTS, "")


def test_conflicts_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "conflicts", "--format", "json")
    told = json.loads(out)
    assert (code, told["version"]) == (0, 1)
    (group,) = told["groups"]
    assert {key: group[key] for key in ("subject", "metric", "reasons", "explained")} == {
        "subject": "one",
        "metric": "exam",
        "reasons": ["mode", "tools", "evaluator"],
        "explained": True,
    }
    assert group["claims"][2] == {
        "id": "one.exam.gauge",
        "value": 39.9,
        "unit": "percent",
        "op": "=",
        "conditions": {},
        "by": "gauge",
        "sources": ["gauge-list"],
        "as_of": "2026-04-10",
        "status": "current",
    }


FILTERS = [
    (["--subject", "acme one"], 1),
    (["--subject", "one-1.5"], 0),
    (["--metric", "TX"], 1),
    (["--metric", "input price"], 0),
    (["--reason", "tools"], 1),
    (["--reason", "unexplained"], 0),
    (["--subject", "one", "--metric", "exam", "--reason", "evaluator"], 1),
]


@pytest.mark.parametrize(("options", "count"), FILTERS)
def test_conflicts_can_be_filtered(capsys: pytest.CaptureFixture[str], options: list[str], count: int) -> None:
    code, out, _ = run(capsys, "conflicts", "--format", "json", *options)
    assert (code, len(json.loads(out)["groups"])) == (0, count)


def test_an_unexplained_conflict_fails_where_asked(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path(), {"claims/two.yaml": "claims:\n- {subject: one, metric: exam, value: 44, sources: [daily], by: gauge}\n"})
    write(Path(), {"claims/three.yaml": "claims:\n- {subject: one, metric: exam, value: 48, sources: [daily], by: gauge}\n"})
    code, out, _ = run(capsys, "conflicts")
    assert code == 0
    assert "  ?  48%" in out and "     58%" in out
    assert "  unexplained (?); the others by mode, tools, evaluator, secondary\n" in out
    assert run(capsys, "conflicts", "--fail-on", "unexplained")[0] == 1
    assert run(capsys, "conflicts", "--fail-on", "unexplained", "--metric", "price-input")[0] == 0


SHOWN = """\
Acme One
  one: model by Acme, released 8 April 2026

The Exam
     58%    Thinking mode  Acme       The Daily, Apr 2026          2 years
  *  50.4%  with tools     Acme       Acme, 8 Apr 2026 and 1 more  23 months
     39.9%                 Gauge Lab  Gauge Lab, 10 Apr 2026       23 months

input price
  $2.50 per million tokens              Acme  Acme, 8 Apr 2026  23 months
  $3 per million tokens     superseded  Acme  Acme, 8 Apr 2026  23 months

5 claims, their ages in the last column; * is the figure meant where none of its
conditions is named.
"""


@pytest.mark.parametrize("name", ["one", "Acme One", "acme-one", "a-ONE"])
def test_show_a_subject_by_any_name(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run(capsys, "show", name, "--as-of", "2028-04-01") == (0, SHOWN, "")


def test_show_one_metric_with_everything(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "one", "tx", "-v")
    assert code == 0
    assert "  also A-One\n" in out and "input price" not in out
    assert f"    one.exam.gauge ({Path('claims/one.yaml')}:5:5): run [twice]\n" in out


def test_show_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(run(capsys, "show", "one", "exam", "--format", "json")[1])
    assert told["subject"]["id"] == "one"
    assert [(claim["value"], claim["headline"], claim["note"]) for claim in told["claims"]] == [
        (58, False, None),
        (50.4, True, None),
        (39.9, False, "run [twice]"),
    ]


def test_show_says_which_ledger_a_claim_is_from(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    own = write(tmp_path / "own", {"claims/fix.yaml": "claims:\n  - {id: one.exam.gauge, value: 41, status: retracted}\n"})
    both = ("--ledger", ".", "--ledger", str(own))
    out = run(capsys, "show", "one", "exam", "--origin", *both)[1]
    told = " ".join(out.split())
    assert f"one.exam.gauge: {own} ({own / 'claims/fix.yaml'}:2:5), in place of . (claims/one.yaml:5:5), 39.9%" in told
    assert "41% retracted" in " ".join(out.split())
    found = json.loads(run(capsys, "show", "one", "exam", "--origin", "--format", "json", "--as-of", "2026-04-20", *both)[1])["claims"]
    assert [claim["age_days"] for claim in found] == [19, 12, 10]
    assert [[origin["ledger"] for origin in claim["origin"]] for claim in found] == [["."], ["."], [str(own), "."]]


def test_show_an_unknown_subject(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "show", "Acme On") == (2, "", "factcheck: the ledger knows no subject 'Acme On': did you mean 'Acme One'?\n")


def test_search(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "search", "acme", "one", "1.5") == (0, "subject  one-1.5  Acme One 1.5  0 claims\n", "")
    assert run(capsys, "search", "twice")[1] == "claim  one.exam.gauge\n  run [twice]\n"
    assert run(capsys, "search", "zzzz") == (0, "nothing in the ledger is called 'zzzz' or mentions it\n", "")
    told = json.loads(run(capsys, "search", "the exam", "--format", "json")[1])
    assert told["hits"] == [{"kind": "metric", "id": "exam", "name": "The Exam", "claims": 3}]


SOURCES = """\
Acme
  acme-page: vendor, 8 April 2026, 3 claims
    A launch
    https://acme.example/one

The Daily
  daily: press, April 2026, 2 claims
    News: a launch

2 sources of 2 publishers.
"""


def test_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "sources", "launch") == (0, SOURCES, "")
    assert run(capsys, "sources")[1].endswith("3 sources of 3 publishers.\n")
    assert json.loads(run(capsys, "sources", "gauge", "list", "--format", "json")[1])["sources"] == [
        {
            "id": "gauge-list",
            "publisher": "Gauge Lab",
            "title": "A list",
            "kind": "evaluator",
            "published": "2026-04-10",
            "url": None,
            "archived": None,
            "claims": 1,
        }
    ]


@pytest.mark.parametrize("command", [["conflicts"], ["show", "one"], ["search", "acme"], ["sources"]])
def test_colour_only_where_asked_and_nothing_else_changes(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    import re

    plain = run(capsys, *command)[1]
    coloured = run(capsys, *command, "--color", "always")[1]
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_no_line_is_wider_than_the_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "64")
    for command in (["conflicts"], ["show", "one"]):
        assert max(map(len, run(capsys, *command)[1].splitlines())) <= 64
