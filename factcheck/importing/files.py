"""Data files read as what they should be; what they are not is said with the file's name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from factcheck.errors import InputError
from factcheck.ledger.yaml_nodes import Value, read

NOISE = 10  # digits behind the point; what differs there only is how computers write fractions


def below(path: Path, *endings: str) -> Iterator[Path]:
    """The file itself, or all files of a folder whose names end so, in order."""
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.name.endswith(endings) and file.is_file())
    else:
        yield path


def text(path: Path) -> str:
    """A file's text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from None


def json_of(path: Path) -> Any:
    """A file's JSON, fractions as Decimal."""
    try:
        return json.loads(text(path), parse_float=Decimal)
    except ValueError as error:
        raise InputError(f"{path} is no JSON: {error}") from None


def yaml_of(path: Path, part: str | None = None) -> Value:
    """A file's YAML (or that of a part of it), strictly: numbers are kept as written, `no` is text."""
    value, _, faults = read(str(path), (text(path) if part is None else part).encode())
    if faults:
        raise InputError(f"{path} cannot be read as YAML: {faults[0].message}")
    return value


def digits(value: object) -> str:
    """A number as it is written, without the noise of binary fractions; empty if it is none.

    >>> digits("0.4970000000000001"), digits(128000), digits("52.0"), digits("n/a"), digits(True)
    ('0.497', '128000', '52.0', '', '')
    """
    if isinstance(value, bool) or value is None:
        return ""
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        return ""
    if not number.is_finite():
        return ""
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -NOISE:
        number = round(number, NOISE).normalize()
    return f"{number:f}"
