"""First hand or second hand: the cases of the ledger format."""

from __future__ import annotations

import pytest

from factcheck.ledger.model import Claim, Ledger, Source, SourceKind, Subject
from factcheck.ledger.weight import Weight, credited, weight
from factcheck.places import Place
from factcheck.values import number

SUBJECTS = [
    Subject("acme", "Acme", "organisation", aliases=("Acme AI",), family="acme-group"),
    Subject("acme-1", "Acme 1", "model", maker="acme", family="digits"),
    Subject("acme-labs", "Acme Labs", "organisation", family="acme-group"),
    Subject("bolt", "Bolt", "organisation"),
    Subject("bolt-1", "Bolt 1", "model", maker="bolt", family="digits"),
    Subject("gauge", "Gauge Lab", "organisation"),
]


def ledger(publisher: str, kind: SourceKind) -> Ledger:
    return Ledger({"s": Source("s", publisher, "A page", None, kind)}, {s.id: s for s in SUBJECTS}, {}, {})


def claim(by: str | None) -> Claim:
    return Claim("c", "acme-1", "exam", number("52"), "percent", ("s",), Place("c.yaml", 1, 1), by=by)


@pytest.mark.parametrize(
    ("publisher", "kind", "by", "expected"),
    [
        ("Acme", "vendor", "acme", "primary"),
        ("Acme AI", "vendor", None, "primary"),
        ("Acme Labs", "vendor", "acme-labs", "primary"),  # of the maker's family
        ("Bolt", "vendor", "bolt-1", "secondary"),  # of the model's family, which makes nobody a maker
        ("Bolt", "vendor", "bolt", "secondary"),  # a vendor about a rival
        ("Gauge Lab", "evaluator", "gauge", "primary"),
        ("Gauge Lab", "evaluator", None, "primary"),
        ("Gauge Lab", "evaluator", "acme", "secondary"),  # an evaluator that quotes the maker
        ("The Daily", "press", "acme", "secondary"),
        ("The Daily", "press", None, "secondary"),
        ("A journal", "paper", "gauge", "primary"),
    ],
)
def test_weight(publisher: str, kind: SourceKind, by: str | None, expected: Weight) -> None:
    assert weight(claim(by), ledger(publisher, kind)) == expected


def test_a_claim_without_by_is_credited_to_a_publisher_that_is_a_subject() -> None:
    assert credited(claim(None), ledger("gauge lab", "evaluator")) == "gauge"
    assert credited(claim(None), ledger("The Daily", "press")) is None
    assert credited(claim("acme"), ledger("Gauge Lab", "evaluator")) == "acme"
