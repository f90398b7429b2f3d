"""What a fact-checker relies on in the ledger that ships: that it is sound, and that it knows what it is known for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.judge.standing import standing
from factcheck.ledger.conflicts import conflicts
from factcheck.ledger.load import load
from factcheck.ledger.model import Claim, Ledger
from factcheck.values import Dates, Number, Range, as_json

ROOT = Path(__file__).parent.parent
LAUNCH = date(2026, 4, 9)  # the day after Muse Spark came out
SETTINGS = {"mode", "effort", "tools", "variant", "tier", "build"}


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load([ROOT / "claims", ROOT / "sources"])


def in_force(ledger: Ledger, subject: str, metric: str, day: date) -> list[Claim]:
    family = ledger.about(subject, metric)
    return [claim for claim in family if standing(claim, family, day) == "current"]


def test_humanitys_last_exam_tells_muse_sparks_figures_apart(ledger: Ledger) -> None:
    held = {
        (as_json(c.value), c.conditions.get("mode"), c.conditions.get("tools"), c.by, c.headline)
        for c in in_force(ledger, "muse-spark", "humanitys-last-exam", LAUNCH)
    }
    assert {
        (58, "contemplating", None, "meta", False),
        (50.4, None, "with", "meta", True),
        (42.8, None, "without", "meta", True),
        (39.9, None, None, "artificial-analysis", False),
    } <= held


# subject, metric, day, the figures in force that an article means when it names no setting
FIGURES = [
    ("muse-spark", "release-date", LAUNCH, {"2026-04-08"}),
    ("muse-spark", "aa-intelligence-index", LAUNCH, {52}),
    ("muse-spark", "aa-intelligence-index", date(2026, 8, 1), {43.06}),
    ("llama-4-maverick", "aa-intelligence-index", LAUNCH, {18}),
    ("llama-4-scout", "aa-intelligence-index", LAUNCH, {13}),
    ("gemini-3.1-pro", "aa-intelligence-index", LAUNCH, {57}),
    ("gpt-5.4", "aa-intelligence-index", LAUNCH, {57}),
    ("claude-opus-4.6", "aa-intelligence-index", LAUNCH, {53}),
    ("muse-spark", "gdpval-aa", LAUNCH, {1427}),
    ("muse-spark", "gdpval-aa", date(2026, 4, 20), {1444}),
    ("gpt-5.4", "gdpval-aa", LAUNCH, {1676}),
    ("claude-sonnet-4.6", "gdpval-aa", LAUNCH, {1648}),
    ("muse-spark", "charxiv-reasoning", LAUNCH, {86.4}),
    ("muse-spark", "healthbench-hard", LAUNCH, {42.8}),
    ("muse-spark", "open-weights", LAUNCH, {"unavailable"}),
    ("muse-spark-open", "open-weights", date(2026, 11, 1), {"available"}),
    ("llama-4", "release-date", LAUNCH, {"2025-04-05"}),
    ("llama-4", "open-weights", LAUNCH, {"available"}),
    ("gpt-5.4", "price-input", LAUNCH, {2.5}),
    ("gpt-5.4", "context-window", LAUNCH, {1050000}),
    ("claude-opus-4.6", "price-output", LAUNCH, {25}),
    ("claude-opus-4.6", "context-window", date(2026, 5, 1), {1000000}),
    ("gemini-3.1-pro", "price-output", LAUNCH, {12}),
    ("grok-4.20", "price-input", date(2026, 4, 1), {2}),
    ("grok-4.20", "price-input", date(2026, 6, 1), {1.25}),
    ("deepseek-v4-pro", "parameters", date(2026, 5, 1), {1600000000000}),
    ("gpt-5", "swe-bench-verified", LAUNCH, {74.9}),
]


@pytest.mark.parametrize(("subject", "metric", "day", "figures"), FIGURES, ids=str)
def test_the_figure_in_force(ledger: Ledger, subject: str, metric: str, day: date, figures: set[object]) -> None:
    held = in_force(ledger, subject, metric, day)
    meant = [claim for claim in held if claim.headline] or held
    assert {as_json(claim.value) for claim in meant} == figures


# subject, metric, a wrong figure that circulates, what its note must tell
MISTAKES = [
    ("llama-4", "release-date", ["2025-09", "2025-12"], "5 April 2025"),
    ("gpt-5.4", "swe-bench-verified", 57.7, "SWE-Bench Pro"),
    ("claude-opus-4.6", "swe-bench-verified", 80.9, "Opus 4.5"),
    ("claude-opus-4.6", "price-input", 15, "$5"),
    ("gpt-5.4", "price-cached-input", 1.25, "batch"),
    ("gpt-5.2", "frontierscience-research", 77, "swapped"),
    ("deepseek-v4-flash", "parameters", 2840000000000, "284 billion"),
]


@pytest.mark.parametrize(("subject", "metric", "figure", "told"), MISTAKES, ids=str)
def test_known_mistakes_tell_what_is_right(ledger: Ledger, subject: str, metric: str, figure: object, told: str) -> None:
    (refuted,) = [c for c in ledger.about(subject, metric) if c.status == "refuted" and as_json(c.value) == figure]
    assert told in (refuted.note or "")


def test_every_refuted_figure_has_a_note_and_a_right_figure_beside_it(ledger: Ledger) -> None:
    for claim in ledger.claims.values():
        if claim.status == "refuted":
            others = [c for c in ledger.about(claim.subject, claim.metric) if c.status == "current"]
            assert claim.note and others, claim.id


def test_preview_and_short_forms_name_the_same_model(ledger: Ledger) -> None:
    assert ledger.named("Gemini 3.1 Pro Preview") == "gemini-3.1-pro"
    assert ledger.named("Grok 4.2") == "grok-4.20"
    assert ledger.named("Maverick") == "llama-4-maverick"


def test_no_conflict_is_unexplained(ledger: Ledger) -> None:
    assert [(group.subject, group.metric) for group in conflicts(ledger) if not group.explained] == []


def test_a_headline_tells_settings_apart(ledger: Ledger) -> None:
    for claim in ledger.claims.values():
        if claim.headline:
            assert claim.status == "current", claim.id
            tells = set(claim.conditions) & SETTINGS
            others = [c for c in ledger.about(claim.subject, claim.metric) if c.by == claim.by and c is not claim]
            assert tells or any(set(c.conditions) & SETTINGS for c in others), claim.id


def test_leaderboards_that_move_end(ledger: Ledger) -> None:
    for claim in ledger.claims.values():
        if claim.metric in ("arena-elo", "gdpval-aa", "rank") and claim.status == "current":
            family = ledger.about(claim.subject, claim.metric)
            assert standing(claim, family, date(2027, 4, 1)) != "current", claim.id


def test_values_fit_their_metrics(ledger: Ledger) -> None:
    for claim in ledger.claims.values():
        kind = ledger.metrics[claim.metric].kind
        expected = {"date": Dates, "availability": str}.get(kind, (Number, Range))
        assert isinstance(claim.value, expected), claim.id
        if kind in ("price", "tokens", "size") and isinstance(claim.value, Number):
            assert claim.value.value > Decimal(0), claim.id


def test_dates_follow_each_other(ledger: Ledger) -> None:
    for claim in ledger.claims.values():
        if claim.as_of and claim.until:
            assert claim.as_of.first <= claim.until.last, claim.id


def test_aliases_name_one_thing(ledger: Ledger) -> None:
    for records in (ledger.subjects.values(), ledger.metrics.values()):
        owners: dict[str, set[str]] = defaultdict(set)
        for record in records:
            for name in (record.name, *record.aliases):
                owners[re.sub(r"[\s\-‐-―]", "", name).casefold()].add(record.id)
        assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_every_source_is_cited_and_dated(ledger: Ledger) -> None:
    cited = Counter(source for claim in ledger.claims.values() for source in claim.sources)
    assert set(ledger.sources) == set(cited)
    assert [source.id for source in ledger.sources.values() if not source.published] == []


def test_files_are_where_a_person_looks_for_them(ledger: Ledger) -> None:
    for claim in ledger.claims.values():
        assert Path(claim.place.path).name == f"{claim.subject}.yaml", claim.id
        maker = ledger.subjects[claim.subject].maker
        if maker:
            assert Path(claim.place.path).parent.name == maker, claim.id


def test_no_claim_is_of_the_future(ledger: Ledger) -> None:
    assert ledger.newest is not None
    assert ledger.newest < "2026-12"
