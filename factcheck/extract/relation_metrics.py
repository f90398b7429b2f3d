"""Of what a ratio or difference is: a metric named beside it, what its comparative means, or that of the figure it compares."""

from __future__ import annotations

import re

from factcheck.extract.contests import KINDS, Contest
from factcheck.extract.measures import SIZE, find_comparatives
from factcheck.extract.relation_figures import Figure
from factcheck.extract.scene import MetricMark
from factcheck.extract.sentence import Attached, Sentence

REDUCES = re.compile(r"\b(?:reduc|cut|lower|decreas|slash|shrink|drop|trim|sav)\w*\b", re.IGNORECASE)
COSTS = re.compile(r"\b(?:costs?|pric|charg)")
AS_MUCH: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"as (?:fast|quick|quickly)\b|the speed|(?:inference )?speed-?ups?\b|decoding\b|throughput", ("output-speed",)),
    (r"as (?:expensive|cheap|costly)\b|the (?:price|cost)\b|(?:price|pricing|cost)\b|as much\b", ("price",)),
    (r"as (?:large|big)\b|the size\b", ("parameters",)),
    (r"as (?:long)\b", ("context-window",)),
)
POINTS = ("percent", "points", "elo")  # units of metrics that differ by points


def measured(
    sentence: Sentence, figure: Figure, attached: list[Attached], parties: tuple[str, ...], contest: Contest
) -> tuple[str | None, str]:
    """Of what a relation is: a metric named beside it, what its comparative means, or that of the figure it compares."""
    text, vocabulary = sentence.scene.text, sentence.vocabulary
    usable = [
        m
        for m in sentence.metrics
        if m.id and (m.cue is None or "money" not in m.cue.dimensions) and vocabulary.metrics[m.id].kind in KINDS
    ]
    usable = [m for m in usable if figure.unit != "points" or vocabulary.metrics[m.id or ""].unit in POINTS]
    named = [m for m in usable if m.cue is None]
    close = [m for m in usable if m.end <= figure.start and re.fullmatch(r"[\s*]*\((?:\w+ ){0,2}~?", text[m.end : figure.start])]
    if close:
        return close[-1].id, "metric before the bracket"
    comparatives = [
        c
        for c in find_comparatives(text, figure.end, min(sentence.end, figure.outer_end + 40))
        if len(sentence.words(figure.outer_end, c.start)) <= 1
    ]
    comparative = comparatives[0] if comparatives else None
    at = comparative.end if comparative else figure.outer_end
    stop = min((s.start for s in sentence.subjects if s.start >= at), default=sentence.end)
    beside = [
        m
        for m in usable
        if at <= m.start < stop and len(sentence.words(at, m.start)) <= 3 and not re.search(r"[.;,()]", text[at : m.start])
    ]
    if comparative:
        covering = [m for m in named if m.start <= comparative.start < m.end]
        if covering:
            return covering[0].id, "metric that the comparative is a part of"
    beside = [m for m in beside if m.cue is None] or ([] if comparative and comparative.metrics else beside)
    if beside and not (comparative and comparative.metrics and re.search(r"\b(?:on|in|for|at|with|while)\b", text[at : beside[0].start])):
        return beside[0].id, "metric after it"
    if comparative and comparative.sort == "quantity" and re.match(r" (?:[a-z]+ )?tokens\b", text[at : at + 24]):
        metric = vocabulary.role("output-tokens-used")
        return (metric.id, "tokens used") if metric else (None, "")
    if comparative and comparative.metrics:
        just = [
            m
            for m in named
            if m.end <= figure.start
            and len(sentence.words(m.end, figure.start)) <= 3
            and not re.search(r"[.;,()]", text[m.end : figure.start])
        ]
        if just and comparative.metrics == SIZE and not any(m.end <= s.start < figure.start for s in sentence.subjects for m in just[-1:]):
            return just[-1].id, "metric before it"
        if comparative.metrics == SIZE and vocabulary.subjects[parties[0]].kind != "model":
            return None, ""
        metric = comparative.metric(vocabulary)
        if re.match(r" (?:to )?(?:train|training)\b", text[at:]):
            metric = vocabulary.role("training-time")
        return (metric.id, "what the comparative measures") if metric else (None, "")
    explicit = as_much(sentence, figure)
    if explicit:
        metric = vocabulary.role(*explicit)
        return (metric.id, "as much as") if metric else (None, "")
    behind = [
        m
        for m in named
        if m.start >= figure.end
        and re.search(r"\b(?:on|in|for|at|of|across) (?:the )?[*]*$", text[max(0, m.start - 10) : m.start])
        and len(sentence.words(figure.end, m.start)) <= 10
    ]
    behind = [m for m in behind if not any(f.quantity.start > figure.end and f.quantity.end < m.start for f in attached)]
    own = [f for f in attached if f.quantity.end <= figure.start and f.metric.id and any(s.id in parties for s in f.subjects)]
    own = [f for f in own if figure.unit != "points" or vocabulary.metrics[f.metric.id or ""].unit in POINTS]
    if behind and text[figure.start] == "+":
        return behind[0].id, "metric behind it"
    if behind and not (own and sentence.same_clause(own[-1].quantity.start, figure.start)):
        return behind[0].id, "metric behind it"
    if figure.form == "M +n" or own_metric_nearer(named, own, figure):
        before = [m for m in named if m.end <= figure.start]
        if before and (not before[-1].weak or REDUCES.search(text[max(0, before[-1].start - 30) : before[-1].start])):
            return before[-1].id, "metric before it"
    if own:
        return own[-1].metric.id, "metric of the figure before"
    before = [m for m in named if m.end <= figure.start and (not m.weak or REDUCES.search(text[max(0, m.start - 30) : m.start]))]
    if before:
        return before[-1].id, "metric before it"
    if (figure.kind == "difference" and figure.unit == "points") or figure.form == "ratio word":
        strong = {m.id for m in named if not m.weak and sentence.same_clause(m.start, figure.start)}
        if len(strong) == 1:
            return next(iter(strong)), "metric of the clause"
        last = [m for s, m in contest.last if s in parties and vocabulary.metrics[m].unit in POINTS]
        if figure.unit == "points" and last and not named and len(parties) > 1:
            return last[-1], "metric of the figure before"
    return None, ""


def own_metric_nearer(named: list[MetricMark], own: list[Attached], figure: Figure) -> bool:
    """Whether a metric is named between the subject's last figure and this one."""
    return bool(own) and any(own[-1].quantity.outer_end <= m.start and m.end <= figure.start and not m.weak for m in named)


def as_much(sentence: Sentence, figure: Figure) -> tuple[str, ...]:
    """The standard metrics that "as fast", "the price", "as much" (of what costs) speak of."""
    text = sentence.scene.text
    after = text[figure.outer_end : min(sentence.end, figure.outer_end + 40)].lstrip("* -_")
    for pattern, ids in AS_MUCH:
        said = re.match(rf"(?:(?:of )?(?:the |its )?(?:\w+ )??)?(?:{pattern})", after, re.IGNORECASE)
        if said and (not after.startswith("as much") or COSTS.search(text, max(sentence.start, figure.start - 40), figure.start)):
            return ids
    if re.match(r"of what\b|what\b", after) and re.search(r"\bcosts?\b|\bcharges?\b", text[sentence.start : sentence.end]):
        return ("price",)
    if re.search(
        r"\b(?:cost(?:s|ing)?|priced at|charges?) (?:just |only |about |roughly |around |nearly )?$",
        text[max(sentence.start, figure.start - 30) : figure.start],
    ):
        return ("price",)
    return ()
