"""Pydantic's list of prices, past ones too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.importing.figures import Figure
from factcheck.importing.formats import format_of
from factcheck.importing.run import run
from factcheck.ledger.load import load
from tests.importing.reading import figures, file, reasons
from tests.ledger.folder import VOCABULARY, write

HISTORY = [
    {"prices": {"input_mtok": 5.0, "output_mtok": 25.0}},
    {"constraint": {"start_date": "2026-03-13"}, "prices": {"input_mtok": 4.0, "output_mtok": 25.0}},
]
TIERED = {"input_mtok": {"base": 3, "tiers": [{"start": 200000, "price": 6}]}}


def prices(folder: Path, prices: object, provider: str = "Acme", model: str = "one") -> Path:
    entry = {"id": model, "name": "Acme One", "prices": prices}
    return file(folder, "prices.json", json.dumps([{"id": "acme", "name": provider, "models": [entry]}]))


def spans(found: list[Figure]) -> list[tuple[str, str | tuple[str, str], str, str]]:
    return [(figure.metric, figure.value, figure.as_of, figure.until) for figure in found]


def test_prices_of_the_past_end_where_the_next_begin(tmp_path: Path) -> None:
    assert spans(figures("genai-prices", prices(tmp_path, HISTORY))) == [
        ("price-input", "5.0", "", "2026-03-13"),
        ("price-input", "4.0", "2026-03-13", ""),
        ("price-output", "25.0", "", ""),
    ]


def test_long_prompts_are_a_tier_and_the_short_ones_the_headline(tmp_path: Path) -> None:
    base, above = figures("genai-prices", prices(tmp_path, TIERED))
    assert (base.value, dict(base.conditions), base.headline) == ("3", {}, True)
    assert (above.value, dict(above.conditions), above.headline) == ("6", {"tier": "over 200k tokens"}, False)


def test_a_tier_that_is_given_up_ends(tmp_path: Path) -> None:
    given_up = [{"prices": TIERED}, {"constraint": {"start_date": "2026-03-13"}, "prices": {"input_mtok": 3}}]
    base, above = figures("genai-prices", prices(tmp_path, given_up))
    assert (base.until, above.until) == ("", "2026-03-13")


def test_prices_by_the_hour_are_left_out(tmp_path: Path) -> None:
    hours = [{"prices": {"input_mtok": 3}}, {"constraint": {"start_time": "16:30", "end_time": "00:30"}, "prices": {"input_mtok": 1}}]
    path = prices(tmp_path, hours)
    assert figures("genai-prices", path) == [] and "time of day" in reasons("genai-prices", path)[0]


def test_nothing_is_free(tmp_path: Path) -> None:
    path = prices(tmp_path, {"input_mtok": 0, "web_searches_kcount": 10})
    assert figures("genai-prices", path) == [] and reasons("genai-prices", path) == ["input_mtok is no amount"]


@pytest.mark.parametrize("content", ["{}", "[1]", "[{}]", '[{"name": "a", "models": [{}]}]'])
def test_other_files_are_refused_by_name(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError, match=r"odd\.json"):
        figures("genai-prices", file(tmp_path, "odd.json", content))


def imported(folder: Path, data: Path, day: str) -> tuple[int, int, int, list[str]]:
    made = run(format_of("genai-prices"), [data], folder, day=day)
    return made.new, made.changed, made.unchanged, [skipped.why for skipped in made.skipped if "no metric" not in skipped.why]


def inputs(folder: Path) -> list[tuple[object, object, object]]:
    return [
        (str(getattr(claim.value, "value", "")), claim.as_of and claim.as_of.written, claim.until and claim.until.written)
        for claim in load([folder]).claims.values()
    ]


def test_history_in_a_ledger(tmp_path: Path) -> None:
    folder, data = write(tmp_path / "ledger", VOCABULARY), prices(tmp_path, HISTORY)
    assert imported(folder, data, "2026-05-01") == (2, 0, 0, [])
    assert inputs(folder) == [("5.0", None, "2026-03-13"), ("4.0", "2026-03-13", None)]
    assert imported(folder, data, "2026-06-01") == (0, 0, 2, [])
    data = prices(tmp_path, [*HISTORY, {"constraint": {"start_date": "2026-07-01"}, "prices": {"input_mtok": 2}}])
    assert imported(folder, data, "2026-08-01") == (0, 1, 2, [])
    assert inputs(folder) == [("5.0", None, "2026-03-13"), ("4.0", "2026-03-13", "2026-07-01"), ("2", "2026-07-01", None)]
    assert imported(folder, data, "2026-08-01") == (0, 0, 3, [])


def test_a_past_that_the_ledger_knows_otherwise_is_left_out(tmp_path: Path) -> None:
    claims = "subject: one\nclaims:\n  - {metric: price-input, value: 4.5, sources: [acme-page], until: 2026-03-13}\n"
    folder = write(tmp_path / "ledger", VOCABULARY | {"claims/acme/one.yaml": claims})
    new, _, _, why = imported(folder, prices(tmp_path, HISTORY), "2026-05-01")
    assert new == 1 and "differs from what the ledger has for that time" in why[0]


def test_another_seller_is_left_out(tmp_path: Path) -> None:
    folder = write(tmp_path / "ledger", VOCABULARY)
    new, _, _, why = imported(folder, prices(tmp_path, {"input_mtok": 5}, "Gauge Lab"), "2026-05-01")
    assert (new, why) == (0, ["offered by another than its maker"])
    assert imported(folder, prices(tmp_path, {"input_mtok": 5}, "Acme", "acme-1-unknown"), "2026-05-01")[0] == 1  # by its other name
