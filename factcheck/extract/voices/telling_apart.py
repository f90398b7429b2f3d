"""Several figures for one metric of one subject: what tells them apart, and where nothing does, so that none is believed."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.extract.forms.fitting import low, raised
from factcheck.extract.forms.plan_names import PLAN_NAME
from factcheck.extract.forms.size_frames import ON_OFFER
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.sentence import Attached, Choice
from factcheck.extract.numbers.number_sums import listed
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.written_again import WRITTEN_AGAIN
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

Figures = list[tuple[Attached, dict[str, str]]]

FROM_TO = compile_re(
    r"\b(?:from|to|up|down|or|previous(?:ly)?|prior|earlier|former(?:ly)?|later|original(?:ly)?|initial(?:ly)?|instead of|rather than"
    r"|re-?(?:runs?|ran|tests?|tested|evaluat\w+)|exten\w+|expand\w+)\b|\((?:it )?was\b|→|->",
    re.IGNORECASE,
)
# "$2.10 at Lambda, against $2.99 in January"
THEN = compile_re(
    r"[*%]*(?: (?:points?|percent))?,? (?:(?:back )?in (?:(?:early|mid|late)[ -])?(?:January|February|March|April|May|June|July"
    r"|August|September"
    r"|October|November|December|spring|summer|autumn|winter|20\d\d)|(?:in )?(?:last|the previous|the prior) (?:year|month|quarter"
    r"|week|summer"
    r"|spring|autumn|fall|winter|release|version|generation|round)|at launch|(?:an?|one|two|three|four|five|six|\d+) (?:weeks?"
    r"|months?|years?|days?"
    r"|quarters?) (?:ago|earlier|before)|previously|before|earlier|originally|at first|initially)\b",
    re.IGNORECASE,
)
LABEL = compile_re(r"[*\s]*\((?P<label>[a-z]+(?:[ -][a-z]+){0,2})\)")
HOST = compile_re(r"[*\s]*\((?:on |via )?(?P<label>[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,2})\)")  # "254 tok/s (S Cloud)"
# Where or in what form something was measured: "35 t/s on the desktop", "41 tok/s at Q4".
SETTING = compile_re(
    r"[ ,]+(?:on|at|in|via|with|using|through) (?:(?:the|a|an|my|our|his|her) )?"
    r"(?P<where>[A-Za-z][\w+-]*(?:\.[a-z]{2,4}(?!\w))?(?:[. ][A-Z\d][\w+-]*){0,4}"
    r"|\d+[ -]?bits?|\d+[KkM](?: (?:tokens?|context))?(?: of context)?)"
    r"(?=[ ]*(?:[,.;:()]|$)| (?:and|but|while|versus|vs\.?|against|compared|or)\b)"
)
MEANS = compile_re(r"(?: tokens?)? (?:with|via|using|through) (?P<where>[A-Z][\w-]*)(?=[ *]*(?:[,.;()]|$))")  # "64,000 tokens with Scaling"
# A precision or a program, as one writes them: "BF16", "4 bit", "Q4_K_M", "llama.cpp", "vLLM".
TECHNICAL = compile_re(r"\d+[ -]?bits?|[A-Za-z]{1,4}\d+\w*|[a-z]+\.[a-z]{2,4}|[a-z]+[A-Z]\w*")
WORTH_BEFORE = compile_re(r"\b(?P<when>(?:pre|post)-money) valuation of (?:(?:about|around|nearly|over) )?[~*]*$", re.IGNORECASE)
WORTH_BEHIND = compile_re(r"[*]* (?P<when>(?:pre|post)-money)\b", re.IGNORECASE)
# "a total of $2 billion", "Total funding for S stands at"
TOTAL = compile_re(
    r"\b(?P<total>total|cumulative)(?: of| (?:funding|capital|financing|fundraising|equity|investment|raised|amount(?: raised)?|sum)\b"
    r"[^.;,$€£\d()]{0,40}?|:| to| now| at)(?: (?:to|at|of|is|past|over|about|around|roughly|nearly|almost|more than|some))*[: *_]*$",
    re.IGNORECASE,
)
# What is said of a figure before it: "p99 latency 900ms", "S (int4) 131 tok/s".
BEFORE = compile_re(
    r".*(?:\b(?P<which>p\d{2}|median|mean|average|tail|peak|sustained|single-stream|aggregate)\b|\((?P<form>[A-Za-z]\w*(?:[ -]\w+)?)\))",
    re.IGNORECASE,
)
# What a figure is only at most: "180 tok/s, peaking at 240".
PEAK = compile_re(
    r"\b(?:peak(?:s|ed|ing)?|burst(?:s|ing)?|spik(?:es|ed|ing)|spikes?|top(?:s|ped|ping) out)"
    r"(?: (?:at|of|to|up to|near))+(?: (?:about|around|over|nearly))?[ *~]*$"
)
# Whose the prices of a row are: "$1/$5 per million for standard, $2/$10 for turbo".
FOR_PLAN = compile_re(
    r"(?:/ ?[$€£][\d.]+)*[^.,;$€£()]{0,60}? for (?:the )?(?P<plan>[A-Za-z][\w-]*)(?=[,.;]| and\b| or\b| (?:mode|tier|requests|use)\b|$)"
)
# What a figure in brackets behind another one holds for: "3.2B active (3.6B with embeddings)", "128K (1M in beta)".
LED = compile_re(
    r"\((?:(?:in|with|for|via) )?(?P<which>[a-z][\w-]*(?: [a-z][\w-]*)?): [^()]*$", re.IGNORECASE
)  # "$2 / $8 (batch: $1 / $4)"
BRACKET = compile_re(r"\([~≈$]?$")
APART = compile_re(
    r"(?: tokens?)?(?: (?:on|at|in|via|for|using|through)(?: (?:the|a|an))?)? (?P<where>[A-Za-z][\w-]*(?: [A-Za-z][\w-]*){0,3})\)"
)
PLAN_BEFORE = compile_re(rf"\b(?P<plan>{PLAN_NAME})(?: plans?| tiers?)?[*_]*:?(?: (?:is|at|costs?|for))?[ *(]*[~$€£]*$", re.IGNORECASE)
PLAN_BEHIND = compile_re(rf"[*]*(?:/ ?\w+| per \w+| a month)*[ *]*(?:\(|for |for the )?(?P<plan>{PLAN_NAME})(?![\w-])", re.IGNORECASE)
HEDGED = compile_re(r"\b(?:est|estimated?|approx\w*|roughly|about|reported\w*|claimed|rumou?red|average|typical)\b")


def told_apart(figures: Figures, text: str, metrics: dict[str, Metric]) -> Figures:
    """The figures with what each of several for one place is labelled with: "200K (standard), 1M (beta)", "12 t/s on S, 35 t/s on T"."""
    out: Figures = []
    for one, said in figures:
        rivals = [one, *(other for other, _ in figures if same_place(one, other) and other.fit.value != one.fit.value)]
        metric = metrics.get(one.metric.id or "")
        if metric and metric.unit == "usd_per_month" and len(rivals) > 1 and (plan := plan_of(one, rivals, text)):
            out.append((one, {**{k: v for k, v in said.items() if k != "effort"}, "tier": plan}))
            continue
        own = (variant(one, rivals, text, metric) if len(rivals) > 1 else form_of(one, text, metric)) if metric else None
        if metric and raised(metric) and (whole := TOTAL.search(text, 0, one.quantity.outer_start)):
            own = whole["total"].lower()
        if own and len(rivals) > 1 and own not in said.get("variant", own):
            own = f"{said['variant']} {own}"  # "on S it has 12 t/s at Q4 and 5 at FP16"
        elif "variant" in said:
            own = None
        out.append((one, {**said, "variant": own} if own else said))
    return out


def form_of(one: Attached, text: str, metric: Metric) -> str | None:
    """In what form, or by what program, a lone figure was measured: "62 GB in BF16", "64K with Scaling"."""
    worth = WORTH_BEFORE.search(text, 0, one.quantity.outer_start) or WORTH_BEHIND.match(text, one.quantity.end)
    if worth and metric.unit == "usd":
        return worth["when"].lower()
    if metric.kind == "tokens":
        means = MEANS.match(text, one.quantity.outer_end)
        return means["where"].lower() if means else None
    if metric.kind != "speed" and metric.unit != "bytes":
        return None
    found = SETTING.match(text, one.quantity.outer_end)
    return found["where"].lower() if found and TECHNICAL.fullmatch(found["where"]) else None


def plan_of(one: Attached, rivals: list[Attached], text: str) -> str | None:
    """The plan of a monthly price, where each of several names its own: "Pro $15, Teams $30"."""
    before = [m["plan"].lower() for x in rivals if (m := PLAN_BEFORE.search(text, since(x, rivals), x.quantity.start))]
    behind = [m["plan"].lower() for x in rivals if (m := PLAN_BEHIND.match(text, x.quantity.end))]
    return next((plans[0] for plans in (before, behind) if len(plans) == len(rivals) == len(set(plans))), None)


def variant(one: Attached, rivals: list[Attached], text: str, metric: Metric) -> str | None:
    """What tells a figure from its rivals: the brackets behind it, or where or in what form it was measured, if all of them say so."""
    if (found := LABEL.match(text, one.quantity.outer_end)) and not HEDGED.search(found["label"]):
        return found["label"]
    if metric.kind == "speed" and (found := HOST.match(text, one.quantity.outer_end)):
        return found["label"].lower()
    if found := LED.search(text, 0, one.quantity.outer_start):
        return found["which"].lower()
    if PEAK.search(text, 0, one.quantity.outer_start):
        return "peak"
    bracket = metric.kind in ("speed", "size", "tokens", "price", "score") and BRACKET.search(text, 0, one.quantity.outer_start)
    if bracket and not THEN.match(text, one.quantity.outer_end) and (found := APART.match(text, one.quantity.outer_end)):
        return found["where"].lower()
    if metric.kind == "tokens":
        return form_of(one, text, metric)
    if metric.kind == "price":
        plans = [m["plan"] for x in rivals if (m := FOR_PLAN.match(text, x.quantity.end))]
        return plans[0].lower() if len(plans) == len(rivals) == len(set(plans)) else None
    if metric.kind not in ("speed", "size") and metric.unit != "bytes":
        return None
    behind = [m["where"] for x in rivals if (m := SETTING.match(text, x.quantity.outer_end))]
    before = [m["which"] or m["form"] for x in rivals if (m := BEFORE.match(text, since(x, rivals), x.quantity.outer_start))]
    for labels in (behind, before):
        if len(labels) == len(rivals) == len({label.lower() for label in labels}):
            return labels[0].lower()
    return None


def since(one: Attached, rivals: list[Attached]) -> int:
    """Where the words before a figure begin that are its own: behind the rival before it."""
    ends = [x.quantity.outer_end for x in rivals if x.quantity.start < one.quantity.start]
    return max([one.quantity.outer_start - 40, 0, *ends])


def same_place(one: Attached, other: Attached) -> bool:
    """Whether two figures are of the same metric and subjects."""
    return other.metric.id == one.metric.id and set(map(who, other.subjects)) == set(map(who, one.subjects))


def who(subject: Choice) -> str:
    """Whom a candidate stands for: by id or, if the vocabulary lacks it, as written."""
    return subject.id or (subject.mark.text if subject.mark else "")


def at_odds(one: Attached, said: dict[str, str], figures: Figures, scene: Scene, metric: Metric | None) -> bool:
    """Whether another figure of the sentence claims the same place with no less right: then neither is believed. One in brackets has
    less right than one before them."""
    if one.metric.rule == ON_OFFER:
        return False
    text, bracket = scene.text, scene.bracket(one.quantity.start)
    for other, conditions in figures:
        if other is one or not same_place(one, other) or conditions != said or other.fit.value == one.fit.value:
            continue
        if WRITTEN_AGAIN in (one.metric.rule, other.metric.rule):
            continue
        if not bracket and one.quantity.end <= other.quantity.start and scene.bracket(other.quantity.start):
            continue
        if other.weight < one.weight - 1.5 or within_bound(one, other) or within_bound(other, one):
            continue
        first, second = sorted((one.quantity, other.quantity), key=lambda q: q.start)
        if metric and metric.kind in ("size", "tokens") and in_one_list(first, second, figures, text):
            continue
        if THEN.match(text, second.outer_end):
            continue
        if not FROM_TO.search(text[max(0, first.outer_start - 12) : second.outer_start]):
            return True
    return False


def within_bound(one: Attached, other: Attached) -> bool:
    """Whether a figure is within the bound that another sets, and near it: "1,850, above 1,800"."""
    bound, value = low(other.fit.value), low(one.fit.value)
    near = value <= bound * 2 and bound <= value * 2
    return near and ((other.quantity.op in (">", ">=") and value >= bound) or (other.quantity.op in ("<", "<=") and value <= bound))


def in_one_list(first: Quantity, second: Quantity, figures: Figures, text: str) -> bool:
    """Whether two figures are members of one list: "8K, 16K and 32K"."""
    chain = sorted((x.quantity for x, _ in figures if first.start <= x.quantity.start <= second.start), key=lambda q: q.start)
    return all(listed(text, a, b) for a, b in pairwise(chain))
