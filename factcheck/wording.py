"""How values, dates and conditions are written for people: 58%, $2.50, 1M tokens, 8 April 2026, Contemplating mode."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from factcheck.values import Dates, Number, Op, Value

OPS: dict[Op, str] = {"~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most "}
DATE_OPS: dict[Op, str] = {"~": "around ", ">": "after ", ">=": "from ", "<": "before ", "<=": "by "}
LETTERS = ((Decimal(10**12), "T"), (Decimal(10**9), "B"), (Decimal(10**6), "M"), (Decimal(10**3), "K"))
WORDS = ((Decimal(10**12), " trillion"), (Decimal(10**9), " billion"), (Decimal(10**6), " million"))
BYTES = ((Decimal(10**12), " TB"), (Decimal(10**9), " GB"), (Decimal(10**6), " MB"), (Decimal(10**3), " KB"))
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
IRREGULAR = {"people": "person", "elo": "Elo", "flops": "FLOPs"}


def value_text(value: Value | None, unit: str, op: Op = "=") -> str:
    """A value in base units of `unit` as people write it, with its operator in words.

    >>> from factcheck.values import number
    >>> value_text(number("58"), "percent"), value_text(number(1000000), "tokens", "<=")
    ('58%', 'at most 1M tokens')
    >>> value_text(number("2.5"), "usd_per_million_tokens"), value_text(number("1648"), "elo")
    ('$2.50 per million tokens', '1,648 Elo')
    """
    if value is None:
        return ""
    if isinstance(value, Dates):
        return DATE_OPS.get(op, "") + date_text(value)
    if isinstance(value, str):
        return value
    if isinstance(value, Number):
        return OPS.get(op, "") + _with_unit(_digits(value, unit), unit, singular=abs(value.value) == 1)
    low, high = _digits(value.low, unit), _digits(value.high, unit)
    return OPS.get(op, "") + f"{_prefix(unit)}{low} to {_with_unit(high, unit)}"


def date_text(dates: Dates) -> str:
    """A date as exact as it was written: 8 April 2026, April 2026, 2026, or "March 2026 to May 2026"."""
    if isinstance(dates.written, tuple):
        return " to ".join(_one_date(part) for part in dates.written)
    return _one_date(dates.written)


def conditions_text(conditions: Mapping[str, str]) -> str:
    """Conditions as a phrase, empty if there are none.

    >>> conditions_text({"tools": "with", "mode": "contemplating", "effort": "xhigh", "version": "4.0"})
    'Contemplating mode, xhigh effort, with tools, v4.0'
    """
    known = [key for key in PHRASES if key in conditions]
    others = [key for key in conditions if key not in PHRASES]
    return ", ".join([_phrase(key, conditions[key]) for key in known] + [f"{key.replace('_', ' ')} {conditions[key]}" for key in others])


PHRASES = {
    "mode": "{} mode",
    "effort": "{} effort",
    "tools": "{} tools",
    "version": "v{}",
    "variant": "{}",
    "attempts": "{}",
    "shots": "{}-shot",
    "tier": "{} tier",
    "region": "in {}",
    "as_of": "as of {}",
}


def _phrase(key: str, value: str) -> str:
    if key == "mode":
        value = value[:1].upper() + value[1:]
    elif key == "tools" and value not in ("with", "without"):
        return f"with {value}"
    elif key == "version" and not value[:1].isdigit():
        return f"version {value}"
    elif key == "attempts" and value.isdigit():
        return f"{value} attempt{'' if value == '1' else 's'}"
    elif key == "as_of":
        value = _one_date(value)
    phrase = PHRASES[key].format(value)
    noun = PHRASES[key].removeprefix("{} ")
    return value if noun != PHRASES[key] and value.lower().endswith(f" {noun}") else phrase


def _one_date(written: str) -> str:
    parts = written.split("-")
    if not all(part.isdigit() for part in parts) or not 1 <= int(parts[1] if len(parts) > 1 else 1) <= 12:
        return written
    month = [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    day = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join([*day, *month, parts[0]])


def _digits(number: Number, unit: str) -> str:
    """A number's figure; one that is exact to whole units or less has no decimals: 2.788 million, times 1,000,000, is 2,788,000."""
    return _figure(number.value.to_integral_value() if number.step >= 1 and number.value % 1 == 0 else number.value, unit)


def _figure(value: Decimal, unit: str) -> str:
    """The digits with separators, or a rounder "1.5M" where that loses nothing."""
    scales: tuple[tuple[Decimal, str], ...]
    if unit == "bytes":
        scales = BYTES
    elif unit in ("tokens", "parameters"):
        scales = LETTERS
    elif unit == "flops" and abs(value) >= 10**15:
        return f"{value.normalize():e}".replace("e+", "e")
    else:
        scales = WORDS
    for scale, name in scales:
        if abs(value) >= scale:
            scaled = (value / scale).normalize()
            if _decimals(scaled) <= 2:
                return f"{scaled:,f}{name}"
            break
    if unit.startswith("usd") and _decimals(value) == 1:
        value = value.quantize(Decimal("0.01"))
    return f"{value if _decimals(value) > 0 else value.to_integral_value():,f}"


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _prefix(unit: str) -> str:
    return "$" if unit == "usd" or unit.startswith("usd_per_") else "#" if unit == "rank" else ""


def _with_unit(figure: str, unit: str, singular: bool = False) -> str:
    if unit.startswith("usd"):
        rest = unit.removeprefix("usd").replace("_", " ")
        return f"-${figure[1:]}{rest}" if figure.startswith("-") else f"${figure}{rest}"
    if unit == "percent":
        return f"{figure}%"
    if unit in ("ratio", "times"):
        return f"{figure}x"
    if unit in ("count", "status", "date", "") or (unit == "bytes" and figure.endswith("B")):
        return figure
    if unit == "rank":
        return f"#{figure}"
    first, _, rest = unit.partition("_")
    if unit in ("people", "elo", "flops"):
        word = IRREGULAR[unit] if singular or unit != "people" else unit
    elif singular and first.endswith("s"):
        word = f"{first[:-1]} {rest.replace('_', ' ')}".strip()
    else:
        word = unit.replace("_", " ")
    return f"{figure} {word}"
