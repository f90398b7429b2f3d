"""What the ledger makes of an assertion."""

from __future__ import annotations

from typing import Literal

from factcheck.dataclass import dataclass
from factcheck.extract.assertion import Assertion

Verdict = Literal["supported", "disputed", "contradicted", "outdated", "unverified"]

# What a verdict rests on, for the rules to tell their cases apart:
#   agrees       supported: some claim says the same
#   finer        supported: the claims say it less exactly
#   qualified    supported: available, but with limits
#   open         disputed: others differ under what the article leaves unsaid
#   elsewhere    disputed: only a claim agrees that is about a setting the article does not name, or another variant
#   evaluator    disputed or contradicted: the figure is somebody else's measurement
#   condition    contradicted: the figure holds under a condition that the article excludes
#   refuted      contradicted: a known mistake
#   figure       contradicted: no claim has it
#   past         outdated
#   derived      computed from other claims
#   doubtful     unverified: contradicted, but the figure was probably meant for something else
#   unknown      unverified: nothing to hold it against
Ground = Literal[
    "agrees",
    "finer",
    "qualified",
    "open",
    "elsewhere",
    "evaluator",
    "condition",
    "refuted",
    "figure",
    "past",
    "derived",
    "doubtful",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One claim held against an assertion: how it came out, and why in a few words."""

    claim: str  # id
    outcome: Literal["agrees", "finer", "differs", "not comparable"]
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """An assertion with its verdict; `claims` are the ids that decided it, `compared` all that were looked at."""

    assertion: Assertion
    verdict: Verdict
    claims: tuple[str, ...] = ()  # those that agree first, then those that differ
    compared: tuple[Comparison, ...] = ()
    ground: Ground = "unknown"
    agreeing: int = 0  # how many of `claims`, from the first, have the figure (be it under excluded conditions)
    sum: str = ""  # of a derived figure: the arithmetic, "52 / 18 = 2.89"
