"""What an undated article may have from an older version of an index."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.dataclass import replace
from factcheck.judge.derived import derive
from factcheck.judge.doubt import undated
from factcheck.judge.versions import may_be_older
from factcheck.ledger.model import Claim
from factcheck.values import dates
from tests.judge.world import DAY, claim, ledger, said

RELEASE = claim("2026-02-05", metric="release-date", by="acme")
NEW = claim(47, metric="index", conditions={"version": "4.1"}, by="gauge", as_of="2026-03-01")
EARLIER = claim(40, subject="acme-2", metric="index", conditions={"version": "4.1"}, by="gauge", as_of="2026-01-10")
PLAIN = claim(47, metric="index", by="gauge", as_of="2026-03-01")


@pytest.mark.parametrize(
    ("claims", "article", "older"),
    [
        ((NEW, RELEASE), {"value": 52}, True),
        ((NEW, RELEASE, EARLIER), {"value": 52}, False),  # the version was there before the model
        ((NEW,), {"value": 52}, False),  # nobody knows since when there is the model
        ((PLAIN, RELEASE), {"value": 52}, False),
        ((NEW, RELEASE), {"value": 52, "conditions": {"version": "4.1"}}, False),
        ((NEW, RELEASE), {"value": 52, "conditions": {"as_of": "2026-03"}}, False),
    ],
)
def test_may_be_older(claims: tuple[Claim, ...], article: dict[str, Any], older: bool) -> None:
    assert may_be_older(said(metric="index", **article), claims[:1], ledger(*claims)) is older


def test_released_by_the_vocabulary() -> None:
    known = ledger(NEW)
    subjects = {**known.subjects, "acme-1": replace(known.subjects["acme-1"], released=dates("2026-02-05"))}
    assert may_be_older(said(metric="index", value=52), (NEW,), replace(known, subjects=subjects))


@pytest.mark.parametrize(("released", "verdict"), [("2026-03-01", "unverified"), ("2026-01-10", "contradicted")])
def test_a_place_computed_for_an_undated_article_may_have_been_taken_since(released: str, verdict: str) -> None:
    later = claim(released, metric="release-date", by="acme", subject="acme-2")
    known = ledger(claim(40, by="gauge"), claim(50, by="gauge", subject="acme-2"), RELEASE, later)
    place = said(1, metric="rank", conditions={"variant": "exam"})
    judgement = derive(place, known, DAY)
    assert judgement.verdict == "contradicted"
    assert undated(judgement, "", known).verdict == verdict
