"""How much a claim's sources weigh: first hand or second hand (ledger format, "How much a source weighs")."""

from __future__ import annotations

from typing import Literal

from factcheck.ledger.model import Claim, Ledger, Source

Weight = Literal["primary", "secondary"]


def weight(claim: Claim, ledger: Ledger) -> Weight:
    """Primary if one of a claim's sources is: the subject's own house on itself, or who ran the measurement; else secondary."""
    by = credited(claim, ledger)
    if by is None:
        return "secondary"
    own = same_house(by, claim.subject, ledger)
    return "primary" if any(_first_hand(ledger.sources[i], by, own, ledger) for i in claim.sources if i in ledger.sources) else "secondary"


def credited(claim: Claim, ledger: Ledger) -> str | None:
    """Who measured or asserts a claim: its `by`, else its first source's publisher if that names a subject, else None."""
    if claim.by:
        return claim.by
    return next((by for i in claim.sources if i in ledger.sources and (by := ledger.named(ledger.sources[i].publisher))), None)


def same_house(a: str | None, b: str | None, ledger: Ledger) -> bool:
    """Whether two subjects are one organisation, share it as maker, or belong to one family of organisations; False if either is None."""
    return bool(_house(a, ledger) & _house(b, ledger))


def _house(subject: str | None, ledger: Ledger) -> set[str]:
    """The subject, its maker, and the family of either that is an organisation (a model's family is of other models)."""
    known = ledger.subjects.get(subject) if subject else None
    maker = ledger.subjects.get(known.maker) if known and known.maker else None
    families = [s.family for s in (known, maker) if s and s.kind == "organisation"]
    return {i for i in (subject, known.maker if known else None, *families) if i}


def _first_hand(source: Source, by: str, own: bool, ledger: Ledger) -> bool:
    if source.kind == "vendor":
        return own
    publisher = ledger.named(source.publisher)
    return source.kind in ("evaluator", "paper") and (publisher is None or same_house(publisher, by, ledger))
