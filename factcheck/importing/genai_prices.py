"""Pydantic's genai-prices (prices.json): dollars for a million tokens, with what they were before, by provider.

A list of prices begins with those that hold where nothing else does; each that follows holds from a day on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.dataclass import replace
from factcheck.errors import InputError
from factcheck.importing.figures import Figure, Format, Origin, Row, Skipped
from factcheck.importing.files import digits, json_of

PRICES = {
    "input_mtok": "price-input",
    "output_mtok": "price-output",
    "cache_read_mtok": "price-cached-input",
    "cache_write_mtok": "price-cache-write",
}
Span = tuple[str, str, str]  # first day, the day after the last, price
Period = tuple[str, str, Mapping[str, Any]]  # first day, the day after the last, prices


def read(path: Path) -> Iterator[Row]:
    """Every price and context window of every model of every provider."""
    providers = json_of(path)
    if not isinstance(providers, list) or not all(isinstance(one, dict) and isinstance(one.get("models"), list) for one in providers):
        raise InputError(f"{path} is no price list of genai-prices: it is no list of providers with models")
    for provider in providers:
        name = str(provider.get("name") or provider.get("id", ""))
        for model in provider["models"]:
            if not isinstance(model, dict) or "id" not in model:
                raise InputError(f"{path}: a model of {name} has no id")
            yield from _model(model, name, f"{path.name}: {provider.get('id', name)}/{model['id']}")


def _model(model: Mapping[str, Any], seller: str, place: str) -> Iterator[Row]:
    id_, name = str(model["id"]), str(model.get("name") or "")
    if window := digits(model.get("context_window")):
        yield Figure(id_, "context-window", window, place, seller=seller, also=name)
    found = periods(model.get("prices"))
    for key, metric in PRICES.items():
        tiered = [(first, end, _tiers(prices[key])) for first, end, prices in found if key in prices]
        tiers = dict.fromkeys(tier for *_, amounts in tiered for tier in amounts)
        for tier in tiers:
            for first, end, price in joined((first, end, amounts[tier]) for first, end, amounts in tiered if tier in amounts):
                if not price or float(price) <= 0:
                    yield Skipped(id_, place, f"{key} is no amount")
                    continue
                conditions = {"tier": tier} if tier else {}
                headline = not tier and len(tiers) > 1
                figure = Figure(id_, metric, price, place, conditions, as_of=first, until=end)
                yield replace(figure, seller=seller, also=name, headline=headline)
    if model.get("prices") and not found:
        yield Skipped(id_, place, "prices that depend on the time of day")


def periods(prices: object) -> list[Period]:
    """Prices with the days they hold; none where they depend on something else than the day.

    >>> periods([{"prices": {"a": 2}}, {"constraint": {"start_date": "2026-03-13"}, "prices": {"a": 1}}])
    [('', '2026-03-13', {'a': 2}), ('2026-03-13', '', {'a': 1})]
    """
    if isinstance(prices, dict):
        return [("", "", prices)] if prices else []
    if not isinstance(prices, list):
        return []
    found: list[tuple[str, Mapping[str, Any]]] = []
    for one in prices:
        constraint, amounts = one.get("constraint") or {}, one.get("prices")
        if not isinstance(amounts, dict) or not isinstance(constraint, dict) or constraint.keys() - {"start_date"}:
            return []
        found.append((str(constraint.get("start_date", "")), amounts))
    found.sort(key=lambda one: one[0])
    starts = [start for start, _ in found]
    if len(set(starts)) < len(starts):
        return []
    return [(start, end, amounts) for (start, amounts), end in zip(found, [*starts[1:], ""], strict=True)]


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans of time with those joined that follow each other and have one price.

    >>> joined([("", "2026-03-13", "5"), ("2026-03-13", "2026-04-01", "5"), ("2026-04-01", "", "4")])
    [('', '2026-04-01', '5'), ('2026-04-01', '', '4')]
    """
    out: list[Span] = []
    for first, end, price in spans:
        if out and out[-1][1] == first and out[-1][2] == price:
            out[-1] = (out[-1][0], end, price)
        else:
            out.append((first, end, price))
    return out


def _tiers(price: object) -> dict[str, str]:
    """The price of a short prompt under "", and those of longer ones by the name of their tier."""
    if not isinstance(price, dict):
        return {"": digits(price)}
    above = {f"over {_thousands(tier['start'])} tokens": digits(tier["price"]) for tier in price.get("tiers", ())}
    return {"": digits(price.get("base")), **above}


def _thousands(count: int) -> str:
    """A number of tokens in thousands; the one below a round number is that number ("from 200,000 on" is "over 199,999").

    >>> _thousands(200000), _thousands(199999), _thousands(1500)
    ('200k', '200k', '1500')
    """
    count += count % 1000 == 999
    return f"{count // 1000}k" if count % 1000 == 0 else str(count)


def origin(files: Sequence[Path], day: str) -> Origin:
    """The list as it stood on a day, which it does not say itself."""
    if not day:
        raise InputError(f"{files[0]} does not say of which day it is: say so with --published DATE")
    return Origin("genai-prices", "Pydantic", "genai-prices", "aggregator", day, "https://github.com/pydantic/genai-prices", "MIT")


FORMAT = Format("genai-prices", "Pydantic's genai-prices, prices.json", read, origin)
