"""How claims, and who published them, are told to people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.ledger.model import Claim, Ledger, Source
from factcheck.report.layout import GAP, Line, aligned, harmless, paragraph
from factcheck.values import Dates
from factcheck.wording import MONTHS, conditions_text, date_text, value_text

MOST_TELLING = ("vendor", "evaluator", "paper", "press", "aggregator", "social")  # kinds of sources


def subject_name(subject: str | None, ledger: Ledger) -> str:
    """A subject's name, its id where the ledger lacks it, or nothing."""
    known = ledger.subjects.get(subject) if subject else None
    return harmless(known.name if known else subject or "")


def metric_name(metric: str | None, ledger: Ledger) -> str:
    """A metric's name, its id where the ledger lacks it, or nothing."""
    known = ledger.metrics.get(metric) if metric else None
    return harmless(known.name if known else metric or "")


def best_source(claim: Claim, ledger: Ledger) -> Source | None:
    """The source to name for a claim: the first of the most telling kind."""
    sources = [ledger.sources[i] for i in claim.sources if i in ledger.sources]
    return min(sources, key=lambda source: MOST_TELLING.index(source.kind), default=None)


def published(source: Source) -> str:
    """Publisher and date."""
    return harmless(f"{source.publisher}, {_short(source.published)}" if source.published else source.publisher)


def _short(dates: Dates) -> str:
    """A date with its months cut to three letters: columns are narrow."""
    return " ".join(word[:3] if word in MONTHS else word for word in date_text(dates).split())


def claim_text(claim: Claim, ledger: Ledger) -> str:
    """What a claim states: value, conditions, who says so."""
    parts = (value_text(claim.value, claim.unit, claim.op), circumstances(claim), subject_name(claim.by, ledger))
    return harmless(", ".join(filter(None, parts)))


def about(claim: Claim, ledger: Ledger) -> str:
    """What a claim is about: subject and metric."""
    return f"{subject_name(claim.subject, ledger)}, {metric_name(claim.metric, ledger)}"


def circumstances(claim: Claim, dated: bool = False) -> str:
    """Under what conditions a claim holds, since when if `dated`, until when, and what has become of it."""
    parts = (
        conditions_text(claim.conditions),
        f"as of {_short(claim.as_of)}" if dated and claim.as_of else "",
        f"until {_short(claim.until)}" if claim.until else "",
        claim.status if claim.status != "current" else "",
    )
    return harmless(", ".join(filter(None, parts)))


def table(claims: Sequence[Claim], ledger: Ledger, width: int) -> tuple[list[Line], list[Line]]:
    """(claims in columns, who published them) in at most `width` columns, addresses aside, which are never cut.

    Subject and metric are named where the claims differ in them, sources are numbered where there are several.
    """
    chosen = {claim.id: best_source(claim, ledger) for claim in claims}
    sources = list(dict.fromkeys(filter(None, chosen.values())))
    number = {source.id: f"[{n}]" if len(sources) > 1 else "" for n, source in enumerate(sources, 1)}
    apart = len({(claim.subject, claim.metric) for claim in claims}) > 1
    dated = len({claim.as_of for claim in claims}) > 1
    rows = [
        (
            about(claim, ledger) if apart else "",
            value_text(claim.value, claim.unit, claim.op),
            circumstances(claim, dated),
            subject_name(claim.by, ledger),
            number[source.id] if (source := chosen[claim.id]) else "",
        )
        for claim in claims
    ]
    return aligned(rows, width), [line for source in sources for line in _source(source, number[source.id], width)]


def _source(source: Source, number: str, width: int) -> Iterator[Line]:
    """Number, publisher, date, and the address: beside them where it fits, else below."""
    told = f"{number} {published(source)}".lstrip()
    address = harmless(source.url or "")
    if address and len(told) + GAP + len(address) <= width:
        yield [(told + " " * GAP, ""), (address, "faint")]
    else:
        yield [(told, "")]
        if address:
            yield [(" " * (len(number) + 1 if number else 0) + address, "faint")]


def notes(claims: Sequence[Claim], width: int) -> Iterator[Line]:
    """What the ledger adds to the claims in words."""
    for note in dict.fromkeys(claim.note for claim in claims if claim.note):
        yield from paragraph(harmless(note), width)
