"""What is reported: rules, their severities, and findings."""

from __future__ import annotations

from typing import Literal

from factcheck.dataclass import dataclass
from factcheck.places import Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")  # worst first


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule is called and how bad its findings are. Codes are never reused."""

    code: str  # FC101
    name: str  # kebab-case, states the fault: "value-mismatch"
    severity: Severity
    summary: str  # one line


@dataclass(frozen=True, slots=True)
class Related:
    """Another place in the same article that belongs to a finding."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the writer: where (offsets in the decoded file), what, which claims say so, what to write instead."""

    rule: Rule
    message: str  # one sentence: both figures and whose they are
    span: Span
    severity: Severity
    claims: tuple[str, ...] = ()  # ids of the claims it rests on, the most telling first
    suggestion: str | None = None
    related: tuple[Related, ...] = ()
