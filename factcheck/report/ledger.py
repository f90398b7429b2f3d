"""The ledger for people: what it says of a subject, where it disagrees, what words may mean, who published what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from factcheck.ledger.conflicts import Group
from factcheck.ledger.layers import Origin
from factcheck.ledger.model import Claim, Ledger, Source, Subject
from factcheck.ledger.search import Hit
from factcheck.report.claims import best_source, circumstances, metric_name, published, subject_name
from factcheck.report.layout import Line, aligned, harmless, paragraph
from factcheck.report.view import View
from factcheck.wording import date_text, value_text

HEADLINE, DOUBTFUL = "*", "?"  # marks in front of a value

FEW = 20  # explained groups that are shown in full


def conflict_lines(groups: Sequence[Group], ledger: Ledger, view: View) -> Iterator[Line]:
    """Each group under its subject and metric with the reason, then how many there are. Many explained ones are folded by their reasons,
    unless `view.verbose`."""
    whole = [group for group in groups if not group.explained]
    folded = [] if view.verbose or len(groups) - len(whole) <= FEW else [group for group in groups if group.explained]
    for group in whole if folded else groups:
        title = f"{subject_name(group.subject, ledger)} — {metric_name(group.metric, ledger)}"
        yield from paragraph(title, view.width, tone="strong")
        yield from aligned(_rows(group.claims, ledger, dict.fromkeys(group.unexplained, DOUBTFUL)), view.width, 2)
        if view.verbose:
            yield from _claim_notes(group.claims, view)
        told = [reason for reason in group.reasons if reason != "unexplained"]
        if group.explained:
            yield from paragraph(f"explained by {', '.join(told)}", view.width, 2, "faint")
        else:
            others = f"; the others by {', '.join(told)}" if told else ""
            yield from paragraph(f"unexplained ({DOUBTFUL}){others}", view.width, 2, "warning")
        yield []
    yield from _folded(folded, ledger, view)
    explained = sum(group.explained for group in groups)
    groups_told = "1 group of claims disagrees" if len(groups) == 1 else f"{len(groups)} groups of claims disagree"
    counts = f": {len(groups) - explained} unexplained, {explained} explained" if groups else ""
    yield from paragraph(f"{groups_told}{counts}.", view.width, tone="strong")


def _folded(groups: Sequence[Group], ledger: Ledger, view: View) -> Iterator[Line]:
    """How many groups each set of reasons explains, with the one whose claims are furthest apart."""
    if not groups:
        return
    by_reasons: dict[str, list[Group]] = {}
    for group in groups:
        by_reasons.setdefault(", ".join(group.reasons), []).append(group)
    rows = sorted(by_reasons.items(), key=lambda item: -len(item[1]))
    yield from paragraph("Explained, with the furthest apart of each sort (all of them with --verbose):", view.width, tone="strong")
    first = {reasons: f"{subject_name(of[0].subject, ledger)} — {metric_name(of[0].metric, ledger)}" for reasons, of in rows}
    yield from aligned([(str(len(of)), reasons, first[reasons]) for reasons, of in rows], view.width, 2)
    yield []


def subject_lines(
    subject: Subject,
    claims: Sequence[Claim],
    ledger: Ledger,
    view: View,
    *,
    today: date,
    origins: Mapping[str, Sequence[Origin]],
) -> Iterator[Line]:
    """A subject, then the claims on it by metric, with their ages.

    With `view.verbose` also its aliases and the claims' ids, places and notes. `origins` tell of each claim which ledger it is from, where
    that was asked for.
    """
    maker = f" by {subject_name(subject.maker, ledger)}" if subject.maker else ""
    released = f", released {date_text(subject.released)}" if subject.released else ""
    yield from paragraph(harmless(subject.name), view.width, tone="strong")
    yield from paragraph(harmless(f"{subject.id}: {subject.kind}{maker}{released}"), view.width, 2)
    if subject.aliases and view.verbose:
        yield from paragraph(harmless(f"also {', '.join(subject.aliases)}"), view.width, 2, "faint")
    by_metric: dict[str, list[Claim]] = {}
    for claim in claims:
        by_metric.setdefault(claim.metric, []).append(claim)
    for metric, about in by_metric.items():
        yield []
        yield from paragraph(metric_name(metric, ledger), view.width, tone="strong")
        marks = {claim.id: HEADLINE for claim in about if claim.headline}
        rows = _rows(about, ledger, marks, dated=True)
        yield from aligned([(*row, _age(claim, ledger, today)) for row, claim in zip(rows, about, strict=True)], view.width, 2)
        for claim in about if origins else ():
            yield from paragraph(harmless(_origin(claim, origins[claim.id])), view.width, 4, "faint")
        if view.verbose:
            yield from _claim_notes(about, view)
    yield []
    count = "1 claim" if len(claims) == 1 else f"{len(claims)} claims"
    legend = f"; {HEADLINE} is the figure meant where none of its conditions is named" if any(claim.headline for claim in claims) else ""
    yield from paragraph(f"{count}, their ages in the last column{legend}.", view.width, tone="faint")


def hit_lines(hits: Sequence[Hit], words: str, view: View) -> Iterator[Line]:
    """What was found: subjects and metrics in columns, then the claims whose notes hold the words."""
    if not hits:
        yield [(harmless(f"nothing in the ledger is called {words!r} or mentions it"), "")]
    named = [hit for hit in hits if hit.kind != "claim"]
    yield from aligned([(hit.kind, harmless(hit.id), harmless(hit.name), _count(hit.claims)) for hit in named], view.width)
    for hit in hits:
        if hit.kind == "claim":
            yield [("claim  ", ""), (harmless(hit.id), "strong")]
            yield from paragraph(harmless(hit.name), view.width, 2)


def source_lines(sources: Sequence[Source], uses: Mapping[str, int], view: View) -> Iterator[Line]:
    """The sources under their publishers, with how many claims rest on each."""
    by_publisher: dict[str, list[Source]] = {}
    for source in sources:
        by_publisher.setdefault(source.publisher, []).append(source)
    for publisher, published_by in sorted(by_publisher.items(), key=lambda item: item[0].casefold()):
        yield [(harmless(publisher), "strong")]
        for source in published_by:
            dated = date_text(source.published) if source.published else "undated"
            yield from paragraph(harmless(f"{source.id}: {source.kind}, {dated}, {_count(uses.get(source.id, 0))}"), view.width, 2)
            yield from paragraph(harmless(source.title), view.width, 4)
            if source.url:
                yield [("    ", ""), (harmless(source.url), "faint")]
        yield []
    publishers = "1 publisher" if len(by_publisher) == 1 else f"{len(by_publisher)} publishers"
    yield [(f"{len(sources)} source{'' if len(sources) == 1 else 's'} of {publishers}.", "strong")]


def _rows(claims: Sequence[Claim], ledger: Ledger, marks: Mapping[str, str], dated: bool = False) -> list[tuple[str, ...]]:
    """A row for each claim: mark if any has one, value, circumstances, who says so, where."""
    rows: list[tuple[str, ...]] = []
    for claim in claims:
        source = best_source(claim, ledger)
        others = f" and {len(claim.sources) - 1} more" if len(claim.sources) > 1 else ""
        news = dated and not (source and source.published == claim.as_of)  # the date that the source shows is no news
        rows.append(
            (
                marks.get(claim.id, ""),
                value_text(claim.value, claim.unit, claim.op),
                circumstances(claim, news),
                subject_name(claim.by, ledger),
                published(source) + others if source else "",
            )
        )
    return rows


def _age(claim: Claim, ledger: Ledger, today: date) -> str:
    """How old a claim is, in the largest unit that there are two of."""
    day = ledger.day_of(claim)
    if day is None:
        return ""
    days = (today - day).days
    for unit, count in (("year", days // 365), ("month", days * 12 // 365), ("day", days)):
        if count >= 2 or (unit == "day" and count):
            return f"{count} {unit}{'' if count == 1 else 's'}"
    return "today"


def _origin(claim: Claim, origins: Sequence[Origin]) -> str:
    """Which ledger a claim is from, and what it takes the place of."""
    now, *before = origins
    instead = [f"{one.ledger} ({one.place}), {value_text(one.claim.value, one.claim.unit, one.claim.op)}" for one in before]
    return f"{claim.id}: {now.ledger} ({now.place})" + (f", in place of {' and of '.join(instead)}" if instead else "")


def _claim_notes(claims: Sequence[Claim], view: View) -> Iterator[Line]:
    for claim in claims:
        note = f": {claim.note}" if claim.note else ""
        yield from paragraph(harmless(f"{claim.id} ({claim.place}){note}"), view.width, 4, "faint")


def _count(claims: int) -> str:
    return "1 claim" if claims == 1 else f"{claims} claims"
