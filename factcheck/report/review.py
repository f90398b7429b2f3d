"""Claims that are worth another look, for people and programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.ledger.model import Ledger
from factcheck.ledger.review import Review
from factcheck.report.claims import about, best_source, claim_text, published
from factcheck.report.layout import Line, harmless, paragraph
from factcheck.report.records import dump
from factcheck.report.view import View
from factcheck.values import as_json


def review_lines(reviews: Sequence[Review], most: int, ledger: Ledger, view: View, single: int = 0) -> Iterator[Line]:
    """The first `most` claims with the reason and what to look up, then how many there are; `single` rest on one source of first hand."""
    for review in reviews[:most]:
        claim = review.claim
        yield from paragraph(f"{about(claim, ledger)}: {claim_text(claim, ledger)}", view.width, tone="strong")
        age = f", {review.age} days old" if review.age is not None else ", undated"
        yield from paragraph(", ".join(review.reasons) + age, view.width, 2, "warning")
        yield from paragraph(harmless(_look_up(review, ledger)), view.width, 2)
        yield from paragraph(harmless(f"{claim.place.path}:{claim.place.line}"), view.width, 2, "faint")
    counts = Counter(reason for review in reviews for reason in review.reasons)
    told = "; ".join(f"{count:,} {reason}" for reason, count in counts.most_common())
    left = f", the worst {most:,} shown" if len(reviews) > most else ""
    claims = "1 claim is" if len(reviews) == 1 else f"{len(reviews):,} claims are"
    yield from paragraph(f"{claims} worth another look{left}{': ' + told if told else ''}.", view.width, tone="strong")
    if single:
        more = "1 more rests" if single == 1 else f"{single:,} more rest"
        yield from paragraph(f"{more} on a single source of first hand: --reason 'single source' lists them.", view.width, tone="faint")


def _look_up(review: Review, ledger: Ledger) -> str:
    """Where to look: whose own figure it is, if that is known at second hand only, and where it was found."""
    claim, source = review.claim, best_source(review.claim, ledger)
    found = f"{published(source)}: {source.url or source.title}" if source else ""
    who = ledger.subjects.get(claim.by) if claim.by else None
    if "secondary only" not in review.reasons or who is None:
        return f"look up {found}" if found else ""
    at = f" ({', '.join(who.sites)})" if who.sites else ""
    return f"look for {who.name}'s own figure{at}; found at {found}"


def review_json(reviews: Sequence[Review], ledger: Ledger) -> str:
    """What `factcheck review --format json` prints."""
    return dump({"claims": [_record(review, ledger) for review in reviews]})


def _record(review: Review, ledger: Ledger) -> dict[str, object]:
    claim, source = review.claim, best_source(review.claim, ledger)
    return {
        "id": claim.id,
        "subject": claim.subject,
        "metric": claim.metric,
        "value": as_json(claim.value),
        "reasons": list(review.reasons),
        "age": review.age,
        "look_up": _look_up(review, ledger),
        "source": source.id if source else None,
        "url": source.url if source else None,
        "path": claim.place.path,
        "line": claim.place.line,
    }
