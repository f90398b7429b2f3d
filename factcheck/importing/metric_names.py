"""Names of benchmarks as tables write them become metrics of the ledger, and the settings hidden in them conditions.

    MMLU-Pro (EM)                       mmlu-pro
    AIME 2024 pass@1                    aime-2024 {attempts: pass@1}
    DROP (3-shot F1)                    drop {shots: 3}
    Humanity's Last Exam (w/ tools)     humanitys-last-exam {tools: with}
    LiveCodeBench v6 (Pass@1)           livecodebench {version: 6, attempts: pass@1}
    Codeforces (Rating)                 codeforces-rating

A name counts only if, after taking away what is known to be a setting, it is one metric's to the letter. Nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factcheck.ledger.model import Metric

BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]$")
TAIL = re.compile(r"\s+(?P<tail>\S+)$")
MEASURE = re.compile(r"em|acc\.?|accuracy|f1|correct|resolved|score|%|exact match|overall|lc[- ]?win[- ]?rate")  # says nothing more
ATTEMPTS = re.compile(r"(?P<how>pass|cons|maj|avg|mean|best)[@ ](?P<times>\d+)")
SHOTS = re.compile(r"(?P<shots>\d+)[- ]?shots?")
VERSION = re.compile(r"v(?P<version>\d+(?:\.\d+)*)")
TOOLS = {"w/": "with", "with": "with", "w/o": "without", "without": "without", "no": "without"}
TOOL = re.compile(r"(?P<how>w/o?|with|without|no)\s*(?P<tool>tools?|python|search|browsing)(?: tools?)?")
VARIANT = re.compile(r"text[- ]only|prompt[- ]strict|strict[- ]prompt|cot")


def measured(written: str, known: Callable[[str], Metric | str]) -> tuple[Metric, dict[str, str]] | str:
    """The metric and the settings of a name, or why there is none; `known` gives the metric of a name without any."""
    rest, conditions, why = " ".join(written.split()), dict[str, str](), ""
    while isinstance(metric := known(rest), str):
        why = why or metric  # of the whole name
        found = BRACKETS.search(rest) or TAIL.search(rest)
        if not found:
            return why
        named = known(f"{rest[: found.start()]} {found[1]}")
        if not isinstance(named, str):
            return named, conditions
        said = setting_of(found[1])
        if said is None or said.keys() & conditions.keys():
            return why
        rest, conditions = rest[: found.start()], conditions | said
    return metric, conditions


def setting_of(words: str) -> dict[str, str] | None:
    """The conditions that the words behind a benchmark stand for, None if they are not known.

    >>> setting_of("3-shot F1"), setting_of("Pass@1-COT"), setting_of("w/o tools"), setting_of("Acc."), setting_of("hard")
    ({'shots': '3'}, {'attempts': 'pass@1', 'variant': 'cot'}, {'tools': 'without'}, {}, None)
    """
    words = words.strip().lower()
    if MEASURE.fullmatch(words):
        return {}
    if attempts := ATTEMPTS.fullmatch(words):
        return {"attempts": f"{attempts['how']}@{attempts['times']}"}
    if shots := SHOTS.fullmatch(words):
        return {"shots": shots["shots"]}
    if version := VERSION.fullmatch(words):
        return {"version": version["version"]}
    if tool := TOOL.fullmatch(words):
        how = TOOLS[tool["how"]]
        return {"tools": tool["tool"] if how == "with" and not tool["tool"].startswith("tool") else how}
    if VARIANT.fullmatch(words):
        return {"variant": words.replace("-", " ")}
    parts = re.split(r",\s*", words) if "," in words else re.split(r"\s+|(?<=\d)-(?!shot)", words)
    if len(parts) < 2:
        return None
    conditions: dict[str, str] = {}
    for part in parts:
        said = setting_of(part)
        if said is None or said.keys() & conditions.keys():
            return None
        conditions |= said
    return conditions
