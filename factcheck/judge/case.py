"""What a rule looks at: one judgement and everything it was made from."""

from __future__ import annotations

from datetime import date

from factcheck.dataclass import dataclass
from factcheck.extract.assertion import Assertion
from factcheck.findings import Finding, Related, Rule
from factcheck.judge import messages
from factcheck.judge.judgement import Judgement
from factcheck.ledger.model import Claim, Ledger
from factcheck.ledger.weight import credited
from factcheck.values import Number, Range


@dataclass(frozen=True, slots=True)
class Case:
    """A judgement with its ledger, its day, and the article's other judgements."""

    judgement: Judgement
    ledger: Ledger
    day: date
    earlier: tuple[Judgement, ...] = ()  # those before it on the same subject and metric
    told_apart: tuple[Assertion, ...] = ()  # the other assertions on these in the same table, or in its sentence under another setting
    figures: int = 0  # how many different figures the article has for the subject and metric, this one included
    article: tuple[Assertion, ...] = ()  # all its assertions

    @property
    def assertion(self) -> Assertion:
        return self.judgement.assertion

    @property
    def agreeing(self) -> tuple[Claim, ...]:
        """The deciding claims that have the figure."""
        return tuple(self.ledger.claims[i] for i in self.judgement.claims[: self.judgement.agreeing])

    @property
    def differing(self) -> tuple[Claim, ...]:
        """The deciding claims that do not."""
        return tuple(self.ledger.claims[i] for i in self.judgement.claims[self.judgement.agreeing :])

    @property
    def wrong(self) -> bool:
        """Contradicted, and stated as a fact: hearsay is never an error for the figure as such."""
        return self.judgement.verdict == "contradicted" and self.assertion.modality == "stated" and not self.quoted

    @property
    def quoted(self) -> bool:
        """Whether a person says it, and the ledger does not have that person saying otherwise."""
        by = self.assertion.by
        known = self.ledger.subjects.get(by or "")
        return known is not None and known.kind == "person" and all(credited(claim, self.ledger) != by for claim in self.differing)

    @property
    def about(self) -> str:
        return messages.about(self.assertion, self.ledger)

    @property
    def said(self) -> str:
        return messages.said(self.assertion)

    def listed(self, claims: tuple[Claim, ...]) -> str:
        return messages.listed(claims, self.ledger)

    def settings(self, claims: tuple[Claim, ...]) -> str:
        return messages.settings(claims, self.ledger)

    def whose(self, claim: Claim) -> str:
        """What distinguishes a claim, in brackets: " (as of 9 April 2026; Meta)", empty if nothing does."""
        known = messages.details(claim, self.ledger)
        return f" ({known})" if known else ""

    def qualified(self, claim: Claim) -> str:
        """The article's own figure with what a claim adds to it: "58% in Contemplating mode (Meta)"."""
        own = self.said if isinstance(claim.value, Number | Range) else messages.figure(claim)
        return own + messages.setting(claim, self.ledger)

    def finding(
        self, rule: Rule, message: str, instead: tuple[Claim, ...] = (), related: tuple[Related, ...] = (), suggestion: str | None = None
    ) -> Finding:
        """A finding on the assertion's words; `instead` are the claims to write instead, unless a `suggestion` is given."""
        suggestion = suggestion or messages.instead(instead, self.ledger)
        return Finding(rule, message, self.assertion.span, rule.severity, self.judgement.claims, suggestion, related)
