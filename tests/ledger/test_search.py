"""Finding things in a ledger by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.ledger.lookup import metric_id, subject_id
from factcheck.ledger.model import Ledger
from factcheck.ledger.search import search
from tests.ledger.folder import loaded


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return loaded(
        tmp_path,
        """\
        claims:
          - {subject: one-1.5, metric: exam, value: 1, sources: [daily], note: Carried over from Acme One in a table}
          - {subject: one-1.5, metric: exam, value: 2, sources: [daily]}
        """,
    )


SUBJECTS = [
    ("one", "one"),
    ("Acme One", "one"),
    ("acme  ONE", "one"),
    ("AcmeOne", "one"),
    ("a one", "one"),
    ("Acme One 1.5", "one-1.5"),
    ("ONE-1.5", "one-1.5"),
    ("acme", "acme"),
]


@pytest.mark.parametrize(("words", "id_"), SUBJECTS)
def test_a_subject_by_any_of_its_names(ledger: Ledger, words: str, id_: str) -> None:
    assert subject_id(words, ledger) == id_


def test_a_metric_by_any_of_its_names(ledger: Ledger) -> None:
    assert [metric_id(words, ledger) for words in ("exam", "the exam", "tx", "Input Price")] == ["exam", "exam", "exam", "price-input"]


UNKNOWN = [
    ("Acme On", "did you mean 'Acme One'?"),
    ("one-15", "did you mean 'one-1.5'?"),
    ("Acme One 1.6", "try 'factcheck search Acme One 1.6'"),  # another number is another model
    ("zzz", "try 'factcheck search zzz'"),
]


@pytest.mark.parametrize(("words", "hint"), UNKNOWN)
def test_an_unknown_name_is_told_with_the_nearest(ledger: Ledger, words: str, hint: str) -> None:
    with pytest.raises(UsageError, match="knows no subject") as error:
        subject_id(words, ledger)
    assert str(error.value).endswith(hint)


def test_a_name_of_several_is_told(tmp_path: Path) -> None:
    ledger = loaded(tmp_path, "claims: []")
    vocabulary = tmp_path / "claims" / "vocabulary" / "more.yaml"
    vocabulary.write_text("subjects:\n- {id: x, name: Twin, kind: model}\n- {id: y, name: twin, kind: product}\n")
    ledger = loaded(tmp_path, "claims: []")
    with pytest.raises(UsageError, match="more than one subject: say which of x, y"):
        subject_id("Twin", ledger)


FOUND = [
    ("Acme One", ["one", "one-1.5", "acme"]),
    ("acme one 1.5", ["one-1.5"]),
    ("1.5", ["one-1.5"]),
    ("1", []),  # part of a number is another number
    ("Acme 1.6", []),
    ("akme one", ["one", "one-1.5"]),
    ("the exam", ["exam"]),
    ("gauge", ["gauge"]),
    ("zzzz", []),
]


@pytest.mark.parametrize(("words", "ids"), FOUND)
def test_names_are_found_the_likeliest_first(ledger: Ledger, words: str, ids: list[str]) -> None:
    found = [hit.id for hit in search(words, ledger) if hit.kind != "claim"]
    assert found[: len(ids)] == ids
    assert ids or not found


def test_claims_are_found_by_their_notes_after_the_names(ledger: Ledger) -> None:
    assert [(hit.kind, hit.id, hit.claims) for hit in search("carried over", ledger)] == [("claim", "one-1.5.exam", 1)]
    assert [hit.kind for hit in search("Acme One", ledger)][-1] == "claim"


def test_the_claims_on_it_are_counted(ledger: Ledger) -> None:
    assert {hit.id: hit.claims for hit in search("acme one", ledger)}["one-1.5"] == 2
