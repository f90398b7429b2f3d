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


def review_lines(reviews: Sequence[Review], most: int, ledger: Ledger, view: View) -> Iterator[Line]:
    """The first `most` claims with the reason and what to look up, then how many there are."""
    for review in reviews[:most]:
        claim = review.claim
        yield from paragraph(f"{about(claim, ledger)}: {claim_text(claim, ledger)}", view.width, tone="strong")
        age = f", {review.age} days old" if review.age is not None else ", undated"
        yield from paragraph(", ".join(review.reasons) + age, view.width, 2, "warning")
        if source := best_source(claim, ledger):
            yield from paragraph(f"look up {published(source)}: {harmless(source.url or source.title)}", view.width, 2)
        yield from paragraph(harmless(f"{claim.place.path}:{claim.place.line}"), view.width, 2, "faint")
    counts = Counter(reason for review in reviews for reason in review.reasons)
    told = "; ".join(f"{count:,} {reason}" for reason, count in counts.most_common())
    left = f", the worst {most:,} shown" if len(reviews) > most else ""
    claims = "1 claim is" if len(reviews) == 1 else f"{len(reviews):,} claims are"
    yield from paragraph(f"{claims} worth another look{left}{': ' + told if told else ''}.", view.width, tone="strong")


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
        "source": source.id if source else None,
        "url": source.url if source else None,
        "path": claim.place.path,
        "line": claim.place.line,
    }
