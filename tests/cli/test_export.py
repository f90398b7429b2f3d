"""`factcheck export`, as it is typed."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]


def test_json_holds_every_record(factcheck: Run) -> None:
    found = json.loads(factcheck("export", "json").out)
    assert [len(found[kind]) for kind in ("sources", "subjects", "metrics", "claims")] == [2, 3, 3, 3]
    assert found["claims"][0]["conditions"] == {"mode": "deep"} and found["claims"][0]["value"] == 58


def test_csv_has_a_row_for_each_claim(factcheck: Run, folder: Path) -> None:
    path = folder / "claims/acme-owl.yaml"
    path.write_text(
        path.read_text(encoding="utf-8") + "  - {metric: quiz, value: [60, 70], sources: [gauge], note: =1+1}\n", encoding="utf-8"
    )
    rows = list(csv.DictReader(io.StringIO(factcheck("export", "csv").out)))
    assert [row["value"] for row in rows] == ["58", "42.8", "71", "60; 70"]
    assert rows[1]["conditions"] == "tools=without" and rows[1]["headline"] == "true"
    assert rows[3]["note"] == "'=1+1" and rows[3]["op"] == "="


def test_sqlite_can_be_asked(factcheck: Run, folder: Path) -> None:
    assert factcheck("export", "sqlite", "-o", "ledger.db").code == 0
    assert factcheck("export", "sqlite", "-o", "ledger.db").code == 0
    with closing(sqlite3.connect(folder / "ledger.db")) as base:
        assert base.execute("SELECT value FROM claims WHERE metric = 'long-exam' AND value > 50").fetchall() == [(58,)]
        assert base.execute("SELECT name FROM subjects WHERE id = 'acme-owl'").fetchone() == ("Acme Owl",)
    assert not list(folder.glob(".ledger*"))


def test_a_database_needs_a_file(factcheck: Run) -> None:
    done = factcheck("export", "sqlite")
    assert done.code == 2 and "--output" in done.err


def test_a_file_that_cannot_be_written_is_said(factcheck: Run) -> None:
    done = factcheck("export", "json", "-o", "none/ledger.json")
    assert done.code == 2 and "cannot be written" in done.err


def test_scores_as_records_of_every_eval_ever(factcheck: Run, folder: Path) -> None:
    lines = [json.loads(line) for line in factcheck("export", "every-eval-ever").out.splitlines()]
    assert [len(line["evaluation_results"]) for line in lines] == [3]
    assert factcheck("export", "every-eval-ever", "-o", "records").code == 0
    assert json.loads((folder / "records/acme-1/acme-owl.acme.json").read_text(encoding="utf-8")) == lines[0]
    done = factcheck("export", "every-eval-ever", "-o", "right.md")
    assert done.code == 2 and "cannot be written" in done.err


def test_reviews_of_an_article(factcheck: Run, folder: Path) -> None:
    done = factcheck("check", "wrong.md", "--format", "claimreview", "--review-url", "https://desk.example/1", "--reviewer", "The Desk")
    (review,) = json.loads(done.out)["@graph"]
    assert (done.code, done.err) == (1, "") and review["reviewRating"]["alternateName"] == "Contradicted"
    assert "--review-url" in factcheck("check", "wrong.md", "--format", "claimreview").err
