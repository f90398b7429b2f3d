"""Names as data files write them become subjects of the ledger, and the settings hidden in them conditions.

    openai/gpt-5.4-2026-03-05_xhigh                     gpt-5.4 {effort: xhigh}
    Claude Opus 4.6 (Adaptive Reasoning, Max Effort)    claude-opus-4.6 {mode: adaptive reasoning, effort: max}
    claude-3-5-sonnet-20241022                          claude-3.5-sonnet {build: 2024-10-22}

A name counts only if, after taking away what is known to be a setting, it is one subject's name, alias or id to the digit. Nothing is
guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.dataclass import dataclass
from factcheck.ledger.model import Ledger, Subject

EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh", "max")
EFFORT = re.compile(rf"(?P<effort>{'|'.join(EFFORTS)})(?:[ -](?:effort|reasoning))?", re.IGNORECASE)
MODE = re.compile(
    r"(?:(?:non|no|adaptive|extended|hybrid)[ -])?(?:thinking|reasoning)|(?:fast|instant|deep think)(?: mode)?", re.IGNORECASE
)
BUDGET = re.compile(r"(?P<budget>\d+[kK])(?: (?:thinking|tokens|budget))*", re.IGNORECASE)
DATE = re.compile(r"[-@ ](?P<year>20\d\d)-?(?P<month>[01]\d)-?(?P<day>[0-3]\d)$")
# What tells one build of a model from another: a stage, a day without its year, a number.
STAGE = r"(?:preview|exp|experimental|beta|pre-release)"
BUILD = re.compile(rf"[-@ ](?P<build>{STAGE}(?:[- ]\d\d-?(?:20)?\d\d)?|[01]\d-?[0-3]\d|00\d)$", re.IGNORECASE)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = re.compile(rf" \((?P<name>{'|'.join(MONTHS)})[a-z]* (?P<year>20\d\d)\)$", re.IGNORECASE)
FIRST = "001"  # of the numbered builds
JOINED = re.compile(r"[- ](?P<setting>(?:non-)?(?:thinking|reasoning)(?:-\d+k)?|instant|minimal|low|medium|high|xhigh)$", re.IGNORECASE)
DOTTED = re.compile(r"(?<=[A-Za-z -]\d)-(?=\d(?![\dA-Za-z]))")  # claude-opus-4-6 for 4.6
BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*)[)\]]\s*$")
TAIL = re.compile(r"[_:](?P<tail>(?=\w*[A-Za-z])[A-Za-z0-9]+)$")
MODELS = ("model", "product")


@dataclass(frozen=True, slots=True)
class Named:
    """The subject a name stands for, and the settings that stand in it."""

    subject: str
    conditions: Mapping[str, str]


def named(written: str, ledger: Ledger, builds: bool = False) -> Named | str:
    """The subject and the settings of a name, or why there is none.

    `builds` says that names in these data go on with the day or stage of a build, or with a setting, behind a hyphen. A build that is
    not the one of the release becomes a condition.
    """
    rest, conditions = " ".join(written.split()), dict[str, str]()
    while True:
        if subject := _subject(rest, ledger):
            if "build" in conditions and _is_the_release(conditions["build"], ledger.subjects[subject]):
                del conditions["build"]
            return Named(subject, conditions)
        if builds and "build" not in conditions and (build := DATE.search(rest) or MONTH.search(rest) or BUILD.search(rest)):
            rest, conditions["build"] = rest[: build.start()], _build(build)
            continue
        if builds and (joined := JOINED.search(rest)) and (read := _joined(joined["setting"])).keys().isdisjoint(conditions):
            rest, conditions = rest[: joined.start()], conditions | read
            continue
        found = BRACKETS.search(rest) or TAIL.search(rest)
        if not found:
            return "no such subject in the ledger"
        for setting in re.split(r",\s*", found[1].strip()):
            said = setting_of(setting)
            if said is None or said.keys() & conditions.keys():
                return f"the setting {setting!r} is not known"
            conditions |= said
        rest = rest[: found.start()]


def _build(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if "name" in parts:
        return f"{parts['year']}-{MONTHS.index(parts['name'].lower()) + 1:02}"
    return parts["build"].lower().replace(" ", "-") if "build" in parts else f"{parts['year']}-{parts['month']}-{parts['day']}"


def _joined(setting: str) -> dict[str, str]:
    mode, _, budget = setting.lower().partition("thinking-")
    return setting_of(f"{budget} thinking" if budget and not mode else setting) or {}


def _is_the_release(build: str, subject: Subject) -> bool:
    """Whether a build is the one that a model was released with: of that day or before it, or the first of those that are numbered."""
    released = subject.released
    if build == FIRST or released is None:
        return build == FIRST
    day = released.first.isoformat()
    dated = re.match(r"\d{4}-", build) is not None
    return build[: len(day)] <= day[: len(build)] if dated else build.replace("-", "") == day[5:].replace("-", "")


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
    parts = (name, name.rsplit("/", 1)[-1], name.rsplit(": ", 1)[-1])
    for part in dict.fromkeys((*parts, DOTTED.sub(".", parts[1]))):
        subject = ledger.named(part)
        if subject and ledger.subjects[subject].kind in MODELS:
            return subject
    return None
