"""Stated conditions against a claim's: the same, silent, or another."""

from __future__ import annotations

from collections.abc import Mapping
from re import escape
from typing import Literal

from factcheck.patterns import compile_re, search

Match = Literal["same", "silent", "other"]

SETTINGS = ("mode", "effort", "tools", "variant")  # where an article states none of these, a `headline` claim is meant
INTERCHANGEABLE = ("mode", "variant", "tier")  # what one calls a mode ("batch") is a variant or a tier to another
NAMED = ("mode", "variant", "tier", "region")  # settings with names of their own
NAME = 4  # letters: what is shorter may stand in a passage by chance
WORD = compile_re(r"[\w.+@]+")
TURNING = frozenset("no non not without off extra x very".split())  # words that make another condition of one


def match(key: str, stated: str, claimed: Mapping[str, str]) -> Match:
    """How a claim's conditions stand to one the article states, both normalised as the ledger's are.

    Values are compared without case. The name of a tool is a kind of "with"; version 4 is any of 4.0 and 4.1; of all other
    keys the words of one must hold all words of the other ("contemplating", "contemplating mode"), in any order, and none of the
    rest may turn it into another ("non-thinking", "extra high").
    """
    held = claimed.get(key)
    if held is None:
        elsewhere = {claimed[other].lower() for other in INTERCHANGEABLE if other in claimed} if key in INTERCHANGEABLE else ()
        return "same" if stated.lower() in elsewhere else "silent"
    stated, held = stated.lower(), held.lower()
    if key == "tools":
        same = stated == held or ("without" not in (stated, held) and "with" in (stated, held))
    elif key == "version":
        parts = zip(stated.split("."), held.split("."), strict=False)
        same = all(x == y for x, y in parts)
    else:
        a, b = words(stated), words(held)
        same = stated == held or (bool(a) and bool(b) and (a <= b or b <= a) and not (a ^ b) & TURNING)
    return "same" if same else "other"


def words(text: str) -> set[str]:
    """The words of a free-text condition: "pass@1" is 1, hyphens divide."""
    return {word.rstrip(".") for word in WORD.findall(text.lower().removeprefix("pass@"))} - {"and", "the", "of", "on", "in"}


def contradiction(stated: Mapping[str, str], claimed: Mapping[str, str]) -> str | None:
    """The first stated condition that a claim names otherwise, None if there is none.

    A variant is free text and a date is not a setting: neither contradicts. Nor does what an article calls something else (a variant
    "business", not a tier).
    """
    named = {value.lower() for value in stated.values()}
    return next(
        (
            key
            for key, value in stated.items()
            if key not in ("variant", "as_of") and match(key, value, claimed) == "other" and claimed[key].lower() not in named
        ),
        None,
    )


def alike(a: Mapping[str, str], b: Mapping[str, str], but: tuple[str, ...] = ()) -> bool:
    """Whether two claims were made under the same conditions, the keys `but` aside."""
    return {k: v for k, v in a.items() if k not in but} == {k: v for k, v in b.items() if k not in but}


def same(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    """Whether two claims speak of the same conditions, be it in other words."""
    return a.keys() == b.keys() and all(match(key, value, b) == "same" for key, value in a.items())


def in_words(claimed: Mapping[str, str], passage: str, but: Mapping[str, str]) -> bool:
    """Whether a passage has the words of a setting that a claim names, and the conditions `but` do not: "in India, it costs"."""
    told = words(passage)
    named = [(key, value) for key, value in claimed.items() if key in NAMED and but.get(key) != value]
    said = [
        value.lower()
        for key, value in named
        if len(value) >= NAME or (key == "region" and search(rf"\b{escape(value.upper())}\b", passage))
    ]
    return any(words(value) <= told and not (told - words(value)) & TURNING for value in said)
