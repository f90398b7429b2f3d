"""Conditions as the ledger compares them, and the ids made from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from factcheck.patterns import compile_re

# Those with a meaning of their own, in the order they are told in.
CONDITIONS = ("mode", "effort", "tools", "version", "variant", "attempts", "tier", "region")
TOOLS = {"none": "without", "no": "without", "yes": "with"}
EFFORTS = {"extra high": "xhigh", "extra-high": "xhigh", "x-high": "xhigh", "maximum": "max"}
SHOTS = compile_re(r"\b(?P<shots>\d{1,2}|zero|one|few|five)-shot\b,? ?")  # of examples in the prompt
NUMBERS = {"zero": "0", "one": "1", "five": "5"}
SLUG = compile_re(r"[^\w.@+]+")


def normalised(conditions: Mapping[str, str]) -> dict[str, str]:
    """Conditions with their values trimmed, in lower case, and spelt one way, the known ones first; "5-shot" is no flavour of a test.

    >>> normalised({"variant": "Text  only", "tools": "none", "version": "v4.1", "mode": "Thinking"})
    {'mode': 'thinking', 'tools': 'without', 'version': '4.1', 'variant': 'text only'}
    >>> normalised({"variant": "5-shot cot"})
    {'variant': 'cot', 'shots': '5'}
    """
    plain = {key: " ".join(value.lower().split()) for key, value in conditions.items()}
    if "tools" in plain:
        plain["tools"] = TOOLS.get(plain["tools"], plain["tools"])
    if "effort" in plain:
        plain["effort"] = EFFORTS.get(plain["effort"], plain["effort"])
    if "version" in plain:
        plain["version"] = re.sub(r"^v\.?\s*(?=\d)", "", plain["version"])
    if "shots" not in plain and (m := SHOTS.search(plain.get("variant", ""))):
        plain["shots"] = NUMBERS.get(m["shots"], m["shots"])
        plain["variant"] = SHOTS.sub("", plain["variant"]).strip(" ,")
    return {key: plain[key] for key in ordered(plain) if plain[key]}


def ordered(keys: Iterable[str]) -> list[str]:
    """The known conditions in their order, then the others by name."""
    return sorted(keys, key=lambda key: (CONDITIONS.index(key) if key in CONDITIONS else len(CONDITIONS), key))


def claim_id(subject: str, metric: str, conditions: Mapping[str, str], by: str | None) -> str:
    """The id of a claim that was given none; alike claims are told apart afterwards.

    >>> claim_id("muse", "exam", {"mode": "long thinking", "tools": "with", "version": "2.0"}, "meta")
    'muse.exam.long-thinking.with-tools.v2.0.meta'
    """
    words = {key: SLUG.sub("-", value).strip("-") for key, value in conditions.items()}
    if words.get("tools") in ("with", "without"):
        words["tools"] += "-tools"
    if words.get("version", "")[:1].isdigit():
        words["version"] = f"v{words['version']}"
    return ".".join(part for part in (subject, metric, *words.values(), by) if part)
