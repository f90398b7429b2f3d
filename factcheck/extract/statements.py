"""A sentence's or a cell's readings as assertions, with their places in the file and the evidence for them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from factcheck.dataclass import dataclass, replace
from factcheck.documents import Text
from factcheck.extract.access.availabilities import read_access
from factcheck.extract.assertion import Assertion, Evidence, Modality, Unread
from factcheck.extract.attach import attach
from factcheck.extract.names.plan_subjects import of_plan
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.owned_shares import owned
from factcheck.extract.relations.changes import Change
from factcheck.extract.relations.comparisons import read_comparisons
from factcheck.extract.relations.contests import Contest
from factcheck.extract.relations.ranks import read_ranks
from factcheck.extract.relations.relations import read_related
from factcheck.extract.relations.verdicts import Verdict
from factcheck.extract.subject_owners import hosted
from factcheck.extract.tables.tables import CellFigure
from factcheck.extract.voices.as_of import as_of
from factcheck.extract.voices.conditions import conditions_of
from factcheck.extract.voices.modality import modality_of
from factcheck.extract.voices.quoting import speaker
from factcheck.extract.voices.telling_apart import PLAN_BEHIND, at_odds, told_apart
from factcheck.extract.voices.voices import Voices
from factcheck.values import Number


@dataclass(frozen=True)
class Passage:
    """A sentence in its block: the file's characters, the block's text, who speaks in it, and what it compares."""

    source: str
    text: Text
    sentence: Sentence
    voices: Voices
    contest: Contest

    def assertion(self, start: int, end: int, subject: str | None, **parts: Any) -> Assertion:
        """An assertion whose value stands at `start` to `end` of the block's text."""
        span, sentence = self.text.span(start, end), self.sentence
        speaker = self.speaker(start)
        modality = self.modality(start, parts["kind"])
        return Assertion(
            span=span,
            text=self.source[span.start : span.end],
            passage=self.text.span(sentence.start, sentence.end),
            subject=subject,
            by=self.voices.of(start, subject, parts["metric"]),
            modality="reported" if speaker and modality == "stated" else modality,
            speaker=speaker,
            **parts,
        )

    def speaker(self, start: int) -> str | None:
        """The person in whose quotation an offset stands, unless the vocabulary has the name for something else."""
        name = speaker(self.text.text, start)
        known = name and any(s.text == name for s in self.sentence.scene.subjects)
        return None if known else name

    def modality(self, start: int, kind: str) -> Modality:
        """How what stands at an offset is meant; an availability's value itself says whether it is denied or to come."""
        meant = modality_of(self.sentence.scene.text, self.sentence.start, self.sentence.end, start)
        if meant == "negated" and self.voices.gives(start):
            return "stated"
        return "stated" if kind == "availability" and meant in ("negated", "predicted") else meant

    def says(self, attached: Attached) -> str | None:
        """Who says a tied figure."""
        return self.voices.of(attached.quantity.start, attached.subjects[0].id, attached.metric.id)

    def means(self, attached: Attached) -> Modality:
        """How a tied figure is meant."""
        return self.modality(attached.quantity.start, "score")


def read_figures(passage: Passage, carried: dict[str, str]) -> tuple[list[Assertion], list[Unread], list[Attached]]:
    """The figures of a passage: as assertions, those left alone, and those tied. `carried` are conditions it is about."""
    sentence, text = passage.sentence, passage.text
    tied = attach(sentence)
    conditions = conditions_of(sentence.scene, sentence.start, sentence.end, tied.attached, carried)
    if host := hosted(sentence):
        for x, said in zip(tied.attached, conditions, strict=True):
            if x.quantity.dimension == "speed" and x.subjects[0].id != host.id:
                said.setdefault("variant", host.text.lower())
    figures = [(x, {**said, **of_run(passage, x), **dated(passage, x)}) for x, said in zip(tied.attached, conditions, strict=True)]
    figures = told_apart(figures, sentence.scene.text, sentence.vocabulary.metrics)
    figures = [on_plan(sentence, x, said) for x, said in figures]
    heard = [(passage.says(attached), passage.means(attached)) for attached, _ in figures]
    assertions: list[Assertion] = []
    for (attached, said), voice in zip(figures, heard, strict=True):
        rivals = [f for f, other in zip(figures, heard, strict=True) if other == voice]
        metric = sentence.vocabulary.metrics.get(attached.metric.id or "")
        if at_odds(attached, said, rivals, sentence.scene, metric):
            reason = f"several figures for {attached.metric.id} of {attached.subjects[0].id}, and nothing tells them apart"
            tied.alone.append((attached.quantity, reason))
        else:
            assertions += [figure(passage, attached, subject, said) for subject in attached.subjects]
    spans = [(text.span(q.start, q.end), reason) for q, reason in tied.alone]
    return assertions, [Unread(span, passage.source[span.start : span.end], reason) for span, reason in spans], tied.attached


def on_plan(sentence: Sentence, attached: Attached, said: dict[str, str]) -> tuple[Attached, dict[str, str]]:
    """A tied monthly price as that of the plan that the ledger has as a thing of its own, without the condition that says the plan."""
    behind = PLAN_BEHIND.match(sentence.scene.text, attached.quantity.end)
    subject, plan = attached.subjects[0], said.get("tier") or (behind["plan"] if behind else None)
    id_ = of_plan(subject.id, plan, sentence.vocabulary) if plan and attached.metric.id == "price-monthly" else None
    if id_ is None or len(attached.subjects) > 1:
        return attached, said
    return replace(attached, subjects=(replace(subject, id=id_),)), {k: v for k, v in said.items() if k != "tier"}


def dated(passage: Passage, attached: Attached) -> dict[str, str]:
    """The date for which a tied figure is said to hold."""
    sentence = passage.sentence
    metric = sentence.vocabulary.metrics.get(attached.metric.id or "")
    day = as_of(sentence.scene, sentence.start, sentence.end, attached.quantity, metric.kind if metric else "")
    return {"as_of": day} if day else {}


def of_run(passage: Passage, attached: Attached) -> dict[str, str]:
    """The benchmark for which tokens were used, where the sentence names one: it is a variant of the token count."""
    sentence = passage.sentence
    used = sentence.vocabulary.role("output-tokens-used")
    if not used or attached.metric.id != used.id:
        return {}
    metrics = sentence.vocabulary.metrics
    named = {m.text for m in sentence.metrics if m.id and m.cue is None and not m.weak and metrics[m.id].kind == "score"}
    return {"variant": named.pop().lower()} if len(named) == 1 else {}


def figure(passage: Passage, attached: Attached, subject: Choice, conditions: dict[str, str]) -> Assertion:
    """A tied quantity as an assertion; what the vocabulary lacks is given as written."""
    quantity, choice = attached.quantity, attached.metric
    metric = passage.sentence.vocabulary.metrics.get(choice.id or "")
    return passage.assertion(
        quantity.start,
        quantity.end,
        subject.id,
        kind=metric.kind if metric else "score",
        value=attached.fit.value,
        unit=metric.unit if metric else quantity.unit or "points",
        op="=" if quantity.op != "~" and owned(passage.sentence, quantity) else quantity.op,  # "more than the 30% of S"
        hedge=quantity.hedge,
        subject_text=None if subject.id or not subject.mark else subject.mark.text,
        metric=choice.id,
        metric_text=None if choice.id or not choice.mark else choice.mark.text,
        conditions=conditions,
        evidence=evidence(attached, subject, conditions, passage.voices.of(quantity.start, subject.id, choice.id)),
    )


def evidence(attached: Attached, subject: Choice, conditions: dict[str, str], by: str | None) -> tuple[Evidence, ...]:
    """The reasons of a reading, for `--why`."""
    out = [
        Evidence(
            "metric", attached.metric.id or "unknown", f"{attached.metric.rule} ({attached.metric.weight:.1f})", attached.metric.weight
        ),
        Evidence("subject", subject.id or "unknown", f"{subject.rule} ({subject.weight:.1f})", subject.weight),
    ]
    out += [Evidence("condition", f"{k}={v}", "named in the passage") for k, v in conditions.items()]
    return (*out, Evidence("by", by, "named in the passage")) if by else tuple(out)


def shared(metric: str, figures: list[Assertion], passage: Passage) -> dict[str, str]:
    """The conditions under which all the figures of a metric in a passage hold, and so what is compared on it; else its version."""
    said = [dict(a.conditions) for a in figures if a.metric == metric]
    if said:
        return said[0] if all(one == said[0] for one in said) else {}
    versions = {m.version for m in passage.sentence.metrics if m.id == metric and m.version}
    return {"version": versions.pop()} if len(versions) == 1 else {}


def read_others(passage: Passage, attached: list[Attached], figures: list[Assertion]) -> Iterator[Assertion]:
    """The ranks, comparisons, ratios, differences and availability of a passage, given the figures tied and read in it."""
    sentence = passage.sentence
    metrics = sentence.vocabulary.metrics

    def because(subject: str | None, rule: str) -> dict[str, Any]:
        return {"evidence": (Evidence("subject", subject or "", rule),)}

    compared = list(read_comparisons(sentence, attached, passage.contest))
    if rank := sentence.vocabulary.role("rank"):
        for r, choice, listed in read_ranks(sentence, rank):
            if any(c.start < r.end and r.start < c.end for c in compared):
                continue  # "leads" where there are but two: ahead of the other
            what = {"kind": "rank", "value": Number(Decimal(r.value)), "unit": "rank", "op": r.op, "metric": rank.id, "conditions": listed}
            yield passage.assertion(r.start, r.end, choice.id, **what, **because(choice.id, f"{r.rule}; {choice.rule}"))
    for c in compared:
        what = {"kind": "comparison", "value": None, "unit": metrics[c.metric].unit, "op": c.op, "metric": c.metric, "versus": c.versus}
        what |= {"conditions": shared(c.metric, figures, passage)}
        yield passage.assertion(c.start, c.end, c.subject, **what, **because(c.subject, c.rule))
    for x in read_related(sentence, attached, passage.contest):
        what = {"kind": x.kind, "value": x.value, "unit": x.unit, "op": x.op, "hedge": x.hedge, "metric": x.metric}
        what |= {"versus": x.versus, "direction": x.direction}
        yield passage.assertion(x.start, x.end, x.subject, **what, **because(x.subject, x.rule))
    for a in read_access(sentence):
        what = {"kind": "availability", "value": a.status, "unit": a.metric.unit, "metric": a.metric.id}
        what |= {"conditions": a.conditions}
        yield passage.assertion(a.start, a.end, a.subject, **what, **because(a.subject, a.rule))


def of_cell(source: str, read: CellFigure, by: str | None) -> Assertion:
    """A figure read from a table's cell as an assertion of whoever the table says it from."""
    span = read.cell.span(read.start, read.end)
    return Assertion(
        kind=read.metric.kind,
        span=span,
        text=source[span.start : span.end],
        passage=read.cell.span(0, len(read.cell.text)),
        value=read.value,
        unit=read.metric.unit,
        op=read.op,
        hedge=read.hedge,
        subject=read.subject,
        metric=read.metric.id,
        conditions=read.conditions,
        by=by,
        evidence=(Evidence("subject", read.subject, read.why_subject), Evidence("metric", read.metric.id, read.why_metric)),
    )


def of_verdict(source: str, read: Verdict, by: str | None) -> Assertion:
    """The winner of a row of a table as a comparison with the others."""
    span = read.cell.span(read.start, read.end)
    return Assertion(
        kind="comparison",
        span=span,
        text=source[span.start : span.end],
        passage=read.cell.span(0, len(read.cell.text)),
        value=None,
        unit=read.metric.unit,
        op=read.op,
        subject=read.subject,
        metric=read.metric.id,
        versus=read.versus,
        by=by,
        evidence=(Evidence("subject", read.subject, "winner of the row"), Evidence("metric", read.metric.id, "label of the row")),
    )


def of_change(source: str, read: Change, by: str | None) -> Assertion:
    """A change beside a cell's figure as a ratio or difference to the table's baseline."""
    span = read.cell.span(read.start, read.end)
    return Assertion(
        kind=read.kind,
        span=span,
        text=source[span.start : span.end],
        passage=read.cell.span(0, len(read.cell.text)),
        value=read.value,
        unit=read.unit,
        subject=read.subject,
        metric=read.metric.id,
        versus=read.versus,
        direction=read.direction,
        by=by,
        evidence=(Evidence("subject", read.subject, "row or column"), Evidence("versus", " ".join(read.versus), "baseline of the table")),
    )
