"""The ledger that ships: sound, and clear about its best-known conflict."""

from __future__ import annotations

import pytest

from factcheck.ledger.conflicts import conflicts
from factcheck.ledger.load import load
from factcheck.ledger.locate import builtin
from factcheck.ledger.model import Ledger
from factcheck.wording import conditions_text, value_text


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load([builtin()])


def test_every_source_is_used(ledger: Ledger) -> None:
    used = {source for claim in ledger.claims.values() for source in claim.sources}
    assert sorted(ledger.sources.keys() - used) == []
    assert ledger.claims


def test_four_figures_on_one_exam_are_all_true_of_something(ledger: Ledger) -> None:
    (group,) = (group for group in conflicts(ledger) if (group.subject, group.metric) == ("muse-spark", "humanitys-last-exam"))
    told = {(value_text(c.value, c.unit), conditions_text(c.conditions), c.by) for c in group.claims}
    assert told >= {
        ("58%", "Contemplating mode", "meta"),
        ("50.4%", "with tools", "meta"),
        ("42.8%", "without tools", "meta"),
        ("39.9%", "", "artificial-analysis"),
    }
    assert group.explained and {"mode", "tools", "evaluator"} <= set(group.reasons)
    assert all(claim.sources for claim in group.claims)
