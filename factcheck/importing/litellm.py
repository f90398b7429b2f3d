"""LiteLLM's price list (model_prices_and_context_window.json): prices for a token in dollars, context windows, longest outputs.

A model stands there once for each place that sells it; only what its maker asks is a price of the model, so `seller` names who sells.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeGuard

from factcheck.errors import InputError
from factcheck.importing.figures import Figure, Format, Origin, Row, Skipped

MILLION = Decimal(10**6)
PRICES = {
    "input_cost_per_token": "price-input",
    "output_cost_per_token": "price-output",
    "cache_read_input_token_cost": "price-cached-input",
    "cache_creation_input_token_cost": "price-cache-write",
}
ACCESS = "api-access"  # what is sold by the token can be had so
CACHE = ("cache_read_input_token_cost", "cache_creation_input_token_cost")
INPUT, OUTPUT = "max_input_tokens", "max_output_tokens"
LIMITS = {INPUT: "context-window", OUTPUT: "max-output"}
KEY = re.compile(rf"(?P<price>{'|'.join(PRICES)})(?P<above>_above_(?P<size>\d+k)_tokens)?(?P<tier>_(?:batches|flex|priority))?")
TIERS = {"_batches": "batch", "_flex": "flex", "_priority": "priority"}
ROUTE = "text-completion-"  # before a provider's key: another way to the same
SAMPLE = "sample_spec"  # documentation, not data


def read(path: Path) -> Iterator[Row]:
    """Every price and limit of every entry."""
    try:
        entries = json.loads(path.read_bytes(), parse_float=Decimal)
    except ValueError as error:
        raise InputError(f"{path} is no JSON: {error}") from None
    if not isinstance(entries, dict) or not all(isinstance(entry, dict) for entry in entries.values()):
        raise InputError(f"{path} is no price list of LiteLLM: it maps no names to entries")
    for name, entry in entries.items():
        if name != SAMPLE:
            yield from _entry(name, entry, f"{path.name}: {name}")


def _entry(name: str, entry: dict[str, Any], place: str) -> Iterator[Row]:
    seller = str(entry.get("litellm_provider", "")).removeprefix(ROUTE)
    if entry.get("mode") not in ("chat", "responses", "completion"):
        yield Skipped(name, place, "no language model")
        return
    tiered = {match["price"] for key in entry if (match := KEY.fullmatch(key)) and _tier(match)}
    if not any(KEY.fullmatch(key) for key in entry):
        yield Skipped(name, place, "not sold by the token")
        return
    if seller and any(_positive(value) for key, value in entry.items() if KEY.fullmatch(key)):
        yield Figure(name, ACCESS, "available", place, seller=seller)
    for key, value in entry.items():
        match = KEY.fullmatch(key)
        if key not in LIMITS and not match:
            continue
        if not _positive(value):
            yield Skipped(name, place, f"{key} is no amount")
        elif match:
            tier = _tier(match)
            if tier is None:
                continue
            conditions = {"tier": tier} if tier else {}
            price = f"{(Decimal(value) * MILLION).normalize():f}"
            headline = match["price"] in tiered and not conditions
            yield Figure(name, PRICES[match["price"]], price, place, conditions, seller=seller, headline=headline)
        elif key == INPUT and _zeros(value + (entry.get(OUTPUT) or 0)) > _zeros(value):
            yield Skipped(name, place, "the longest input, it seems, and not the whole window")
        else:
            yield Figure(name, LIMITS[key], str(value), place, seller=seller)


def _positive(value: object) -> TypeGuard[int | Decimal]:
    return isinstance(value, int | Decimal) and not isinstance(value, bool) and value > 0


def _tier(price: re.Match[str]) -> str | None:
    """The tier that the key of a price is of, empty for the list price; None for one within another, and for what caches cost in one."""
    if price["tier"]:
        return None if price["above"] or price["price"] in CACHE else TIERS[price["tier"]]
    return f"over {price['size']} tokens" if price["above"] else ""


def _zeros(number: object) -> int:
    """How round a number is.

    >>> _zeros(272000 + 128000), _zeros(272000), _zeros(1047576)
    (5, 3, 0)
    """
    written = str(number)
    return len(written) - len(written.rstrip("0"))


def origin(files: Sequence[Path], day: str) -> Origin:
    """The list as it stood on a day, which it does not say itself."""
    if not day:
        raise InputError(f"{files[0]} does not say of which day it is: say so with --published DATE")
    return Origin(
        "litellm-model-prices",
        "LiteLLM",
        "Model prices and context windows",
        "aggregator",
        day,
        "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json",
        "MIT",
    )


FORMAT = Format("litellm", "LiteLLM's model_prices_and_context_window.json", read, origin)
