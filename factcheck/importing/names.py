"""Names as data files write them become subjects of the ledger, and the settings hidden in them conditions.

    openai/gpt-5.4-2026-03-05_xhigh                     gpt-5.4 {effort: xhigh}
    Claude Opus 4.6 (Adaptive Reasoning, Max Effort)    claude-opus-4.6 {mode: adaptive reasoning, effort: max}

A name counts only if, after taking away what is known to be a setting, it is one subject's name, alias or id to the digit. Nothing is
guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.ledger.model import Ledger

EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh", "max")
EFFORT = re.compile(rf"(?P<effort>{'|'.join(EFFORTS)})(?:[ -](?:effort|reasoning))?", re.IGNORECASE)
MODE = re.compile(
    r"(?:(?:non|no|adaptive|extended|hybrid)[ -])?(?:thinking|reasoning)|(?:fast|instant|deep think)(?: mode)?", re.IGNORECASE
)
BUDGET = re.compile(r"(?P<budget>\d+[kK])(?: (?:thinking|tokens|budget))*", re.IGNORECASE)
DATE = re.compile(r"[-@ ](?:20\d\d-?[01]\d-?[0-3]\d)$")
BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]\s*$")
TAIL = re.compile(r"[_:](?P<tail>(?=\w*[A-Za-z])[A-Za-z0-9]+)$")
MODELS = ("model", "product")


@dataclass(frozen=True, slots=True)
class Named:
    """The subject a name stands for, and the settings that stand in it."""

    subject: str
    conditions: Mapping[str, str]


def named(written: str, ledger: Ledger, dated: bool = False) -> Named | str:
    """The subject and the settings of a name, or why there is none.

    `dated` says that a date at the end of the name is that of the same model, not of another snapshot of it.
    """
    rest, conditions = " ".join(written.split()), dict[str, str]()
    while True:
        if subject := _subject(rest, ledger):
            return Named(subject, conditions)
        if dated and DATE.search(rest):
            rest = DATE.sub("", rest)
            continue
        found = BRACKETS.search(rest) or TAIL.search(rest)
        if not found:
            return "no such subject in the ledger"
        for setting in re.split(r",\s*", found[1].strip()):
            read = setting_of(setting)
            if read is None or read.keys() & conditions.keys():
                return f"the setting {setting!r} is not known"
            conditions |= read
        rest = rest[: found.start()]


def setting_of(words: str) -> dict[str, str] | None:
    """The conditions that the words of a setting stand for, None if they are not known.

    >>> setting_of("Max Effort"), setting_of("Adaptive Reasoning"), setting_of("32k thinking"), setting_of("v2")
    ({'effort': 'max'}, {'mode': 'adaptive reasoning'}, {'effort': '32k thinking'}, None)
    """
    words = words.strip().lower()
    if effort := EFFORT.fullmatch(words):
        return {"effort": effort["effort"]}
    if MODE.fullmatch(words):
        return {"mode": words.removesuffix(" mode").replace("non ", "non-").replace("no ", "non-")}
    if budget := BUDGET.fullmatch(words):
        return {"effort": f"{budget['budget']} thinking"}  # how much it thinks; variants are a benchmark's
    return None


def _subject(name: str, ledger: Ledger) -> str | None:
    """The model or product of a name, with or without the path or the maker before it."""
    for part in dict.fromkeys((name, name.rsplit("/", 1)[-1], name.rsplit(": ", 1)[-1])):
        subject = ledger.named(part)
        if subject and ledger.subjects[subject].kind in MODELS:
            return subject
    return None
