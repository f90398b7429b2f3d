"""The rules, in the order of their codes: each is a module with its page, RULE, two examples and `check(case)`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from factcheck.findings import Finding, Rule
from factcheck.judge.case import Case
from factcheck.judge.rules import (
    aging_claims,
    availability_mismatch,
    contradicted_hearsay,
    disputed_value,
    doubtful_attribution,
    finer_than_source,
    impossible_value,
    inconsistent_figures,
    limits_unsaid,
    outdated_value,
    own_sum,
    refuted_claim,
    unknown_name,
    unnamed_evaluator,
    unverified_figure,
    value_mismatch,
    wrong_attribution,
    wrong_comparison,
    wrong_condition,
    wrong_date,
    wrong_rank,
    wrong_sum,
)
from factcheck.judge.rules.example import Example


class RuleModule(Protocol):
    """What every module of this folder has, besides its page as docstring."""

    RULE: Rule
    FIRES: Example
    QUIET: Example

    def check(self, case: Case) -> Iterator[Finding]: ...


RULES: tuple[RuleModule, ...] = (
    # FC1xx: contradicted
    value_mismatch,
    wrong_attribution,
    refuted_claim,
    availability_mismatch,
    wrong_date,
    wrong_rank,
    wrong_comparison,
    wrong_sum,
    wrong_condition,
    # FC2xx: context missing, disputed or outdated
    disputed_value,
    outdated_value,
    finer_than_source,
    unnamed_evaluator,
    contradicted_hearsay,
    doubtful_attribution,
    limits_unsaid,
    # FC3xx: unverified
    unverified_figure,
    unknown_name,
    aging_claims,
    # FC4xx: the article against itself and against what is possible
    inconsistent_figures,
    impossible_value,
    own_sum,
)
