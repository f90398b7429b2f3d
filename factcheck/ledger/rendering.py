"""Ledger entries as a person would write them: one key a line, short lists and conditions on one line, quotes only where needed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from textwrap import wrap

from factcheck.ledger.yaml_nodes import NUMBER, WORDS, Digits
from factcheck.patterns import compile_re

Plain = str | bool | Sequence[str] | Mapping[str, str]
Fields = Mapping[str, Plain]

WIDTH = 120
SAFE = compile_re(r"[\w(/$+](?:[^\n:#\[\]{},&*!|>'\"%@`\\]|:(?=\S))*")


def entry(fields: Fields, indent: str) -> str:
    """One item of a block list, `indent` before its dash, each line with its newline. Empty fields are left out.

    >>> print(entry({"metric": "exam", "value": Digits("52"), "conditions": {"version": "4.0"}, "sources": ["a", "b"]}, "  "), end="")
      - metric: exam
        value: 52
        conditions: {version: "4.0"}
        sources: [a, b]
    """
    lines: list[str] = []
    for key, value in fields.items():
        if value or isinstance(value, bool):
            lines += pair(key, value, indent + "  ")
    first, *rest = lines
    return "".join(line + "\n" for line in [f"{indent}- {first.strip()}", *rest])


def pair(key: str, value: Plain, indent: str) -> list[str]:
    """`key: value` on one line or, of a long list, more."""
    if isinstance(value, (str, bool, Mapping)):
        return [f"{indent}{key}: {plain(value)}"]
    line = f"{indent}{key}: {plain(value)}"
    return wrap(line, WIDTH, subsequent_indent=indent + "  ", break_long_words=False, break_on_hyphens=False)


def plain(value: Plain) -> str:
    """A value on one line, in flow style."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {scalar(text)}" for key, text in value.items()) + "}"
    return "[" + ", ".join(map(scalar, value)) + "]"


def scalar(text: str) -> str:
    """A text so that the strict reader gives the same text back: plain where it can stand so, else in double quotes.

    >>> scalar("with tools"), scalar("4.0"), scalar(Digits("4.0")), scalar("no: yes"), scalar("2026-04-08")
    ('with tools', '"4.0"', '4.0', '"no: yes"', '2026-04-08')
    """
    if isinstance(text, Digits):
        return str(text)
    reads_otherwise = text in WORDS or NUMBER.fullmatch(text) or text != text.strip()
    return json.dumps(text, ensure_ascii=False) if reads_otherwise or not SAFE.fullmatch(text) else text
