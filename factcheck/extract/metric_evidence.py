"""Which metric a quantity is a value of: candidates with weights, from the words between and from what the passage is about.

    80.2% on M          q on M      8.0
    M: 80.2             M: q        8.0
    M of 80.2           M of q      7.5
    80.2% M             q M         7.5 and more
    M ... 80.2          M before q  3.8 to 5.5, less what stands between
    80.2 ... M          M after q   below 4
    (named before)      the weight that the passage gives

Kinds, units and ranges rule out; a cue ("128K context") speaks of quantities of its dimension only.
"""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.cue_evidence import SO_FAR, cue_relation
from factcheck.extract.forms.amounts import worded
from factcheck.extract.forms.fitting import COUNTS, Fit, fit, in_currency, low
from factcheck.extract.forms.size_forms import size_beside_a_model
from factcheck.extract.forms.window_forms import window_in_brackets
from factcheck.extract.forms.wordings import in_its_unit
from factcheck.extract.metric_rivals import Candidate, is_named, without_rivals
from factcheck.extract.metric_vetoes import (
    PER_OTHER,
    counted_in_millions,
    describes,
    ends_a_name,
    numbered,
    of_its_own,
    per_time,
    without_unit,
)
from factcheck.extract.names.between import Between
from factcheck.extract.names.phrases import FOLLOWERS, LINKS, ON, PREPOSITIONS, RELATIONAL
from factcheck.extract.names.scene import MetricMark, SubjectMark
from factcheck.extract.names.sentence import LABEL, Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.own_measures import SAME, on_named_test, on_test, own_measure
from factcheck.extract.refusals import SHARE, counts_something
from factcheck.extract.repeats import repeated
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

BORROWED = ("score", "tokens", "price", "speed")  # kinds that a sentence may take over from the one before
NOUN = compile_re(r"[ -]([A-Za-z]\w*)")
IS = frozenset(("is", "are", "was", "were", "aged"))
# "revenue surged 62% to $57 billion": how much it moved stands between
MOVED_TO = compile_re(
    r"(?: (?!(?:and|but|of|on)\b)[\w'’&.-]+){0,3} (?:rose|risen|rises|grew|grown|surged|jumped|climbed|soared|increased"
    r"|up|fell|fallen|dropped|declined"
    r"|slid|shot up)(?: by)?(?: (?:about|nearly|roughly|some|around|over|more than|an?))*[ ~*]*[\d.,]+(?:%| percent)[*]*"
    r"(?: (?:year[- ]over[- ]year|quarter[- ]over[- ]quarter|YoY|QoQ|from (?:a|the) (?:year|quarter) (?:ago|earlier|before)))?,?"
    r" to (?:(?:about|around|nearly|roughly|over|more than|a record|just|some) )*[*]*"
)
FROM_TO = compile_re(  # "M rose from $6 billion to"
    r"(?: (?:at|of|for) [A-Z][\w.-]*(?: [A-Z][\w.-]*)*)?(?: (?:has|had|have))?(?: more than| nearly| almost)?"
    r" (?:rose|risen|grew|grown|jumped|climbed|surged|soared|went|gone|swelled|increased|expanded|doubled|tripled|quadrupled|fell|fallen"
    r"|dropped|declined|shrank|shrunk|narrowed|widened|ballooned|slid|slumped|sank|moved)(?: \w+ly)? from (?:about |around |nearly "
    r"|roughly |just )?[~$€£*]*[\d.,]*\d"
    r"(?: ?(?:%|percent|thousand|million|billion|trillion|[KMBTk]n?)(?!\w))?[*]*(?: (?:in|a|last) [\w ]{2,20}?)?"
    r" to (?:(?:about|around|nearly|roughly|over|more than|a record|just|some) )*[*]*"
)
SORT_OF = compile_re(r" ([a-z]+)")  # "8 coding branches": what is counted stands behind the metric's name
ON_SOME = compile_re(  # "on the notoriously hard M"
    r"[*]*%?[*]* (?:percent )?(?:on|in) (?:the|its)"
    r" (?:(?!(?:same|other|average|sum|number|basis|case|way|first|second|one)\b)[a-z-]+ ){1,2}[*_]*"
)
ARTICLE = compile_re(r"\b(?:an?|its|their|the)[ *\[]*$")
LEAD_IN = compile_re(r"\b(?:lead|gap|margin|advantage|edge|difference)s? (?:over|between|to|with|on) [^.;,:]{1,50} in (?:the |its )?$")
ON_THE = compile_re(r"(?: score| rate)? (?:on|in|for) (?:the )?[*_]*")
APART_BY = compile_re(r"[\s*_)]*[/|·•;+&][\s*_(]*")  # one thing from the next in a list
FEW = 7  # words
THIS = compile_re(r"\b(?:[Tt]his|[Tt]hat|which|what|[Ii]n|same|other|no) $")
LEADS = PREPOSITIONS | {"points", "point", "score", "of"}


def metric_choices(sentence: Sentence, quantity: Quantity) -> list[Candidate]:
    """Candidate metrics of a quantity with their weights, those that its unit or range rules out left away."""
    named = [m for m in sentence.metrics if not describes(sentence, m) and not apart_in(sentence, m)]
    out = [c for mark in named if (c := candidate(sentence, quantity, mark))]
    parts = {c[0].id for c in out if any(within(c, other) for other in out)}
    out = [c for c in [*out, *worded(sentence, quantity)] if c[0].id not in parts]
    if (beside := size_beside_a_model(sentence, quantity) or window_in_brackets(sentence, quantity)) and beside.metric:
        out.append((Choice(beside.metric.id, 6.8, beside.rule), beside.metric, Fit(quantity.value, 0.3)))
    if ends_a_name(sentence, quantity):
        out = [c for c in out if c[1].unit != "count"]
    out = without_rivals(out, quantity) or common(sentence, quantity)
    strong = [c for c in out if is_named(c)]
    if not strong and not counts_something(sentence, quantity) and not own_measure(sentence, quantity.start):
        out += borrowed(sentence, quantity)
    return out or list(repeated(sentence, quantity))


def within(one: Candidate, other: Candidate) -> bool:
    """Whether a metric is named by a part of what names another: "revenue" in "annual recurring revenue"."""
    a, b = one[0].mark, other[0].mark
    return bool(a and b and one[0].id != other[0].id and b.start <= a.start and a.end <= b.end and b.end - b.start > a.end - a.start)


def common(sentence: Sentence, quantity: Quantity) -> list[Candidate]:
    """The metric that a common word names further off, where the unit says that it is of such a kind: "its latency, 350 ms, is low"."""
    found = []
    for mark in sentence.metrics:
        metric = sentence.vocabulary.metrics.get(mark.id or "") if mark.weak else None
        fitted = fit(quantity, metric) if metric and (metric.kind in ("speed", "tokens") or metric.unit == "bytes") else None
        between = sentence.between(quantity, mark)
        near = len(between.words) <= FEW and between.whole and not between.figures
        if metric and fitted and fitted.weight >= 0.8 and near and not THIS.search(sentence.scene.text, sentence.start, mark.start):
            found.append((Choice(metric.id, 5.0 - 0.1 * len(between.words), "common M", mark), metric, fitted))
    return found if len({metric.id for _, metric, _ in found}) == 1 else []


def apart_in(sentence: Sentence, mark: MetricMark) -> bool:
    """Whether a metric only says in what one is ahead of another: "its lead over T in weekly users grew to q"."""
    return LEAD_IN.search(sentence.scene.text, sentence.start, mark.start) is not None


def candidate(sentence: Sentence, quantity: Quantity, mark: MetricMark) -> Candidate | None:
    """A mention of a metric as a candidate; an unknown one only where it stands beside a figure that could be a score."""
    if mark.id is None and mark.common:
        return None  # of several metrics of the ledger; a benchmark that it lacks is written large
    if mark.id is None:
        relation = metric_relation(sentence, quantity, mark)
        if not relation or relation[0] < 6.5 or quantity.dimension not in ("percent", "number", "points"):
            return None
        return Choice(None, *relation, mark), Metric("", mark.text, "score", "percent"), Fit(quantity.value, 0)
    metric = in_currency(sentence.vocabulary.metrics, quantity, sentence.vocabulary.metrics[mark.id])
    fitted = fit(quantity, metric)
    if not fitted or (mark.cue and (quantity.dimension not in mark.cue.dimensions or (mark.cue.per and quantity.per not in mark.cue.per))):
        return None
    per_tokens = metric.unit == "usd_per_million_tokens"
    if per_tokens and mark.weak and PER_OTHER.match(sentence.scene.text, mark.end):
        return None
    if per_tokens and not quantity.per and (PER_OTHER.match(sentence.scene.text, quantity.outer_end) or per_time(sentence, quantity)):
        return None
    relation = metric_relation(sentence, quantity, mark)
    counted = not in_its_unit(sentence.scene.text, quantity.outer_end, metric) and counts_something(sentence, quantity)
    if not relation or (counted and not counts(quantity, mark, relation[1], metric)):
        return None
    if metric.unit in COUNTS and relation[1] == "M before q" and counted_in_millions(sentence, quantity, mark):
        return None
    surer = 0.5 if quantity.dimension == "number" and in_its_unit(sentence.scene.text, quantity.outer_end, metric) else 0
    return Choice(metric.id, relation[0] + surer, relation[1], mark), metric, fitted


def counts(quantity: Quantity, mark: MetricMark, rule: str, metric: Metric) -> bool:
    """Whether a mention says what a number counts: it stands right behind it, or before a colon."""
    beside = mark.cue is not None and 0 <= mark.start - quantity.outer_end <= 1
    return beside or rule in ("q M", "a q M") or (rule == "M: q" and metric.unit != "count")


def borrowed(sentence: Sentence, quantity: Quantity) -> list[Candidate]:
    """Metrics that the passage is about."""
    out: list[Candidate] = []
    if quantity.dimension == "number" and not quantity.scaled and numbered(sentence, quantity):
        return out
    if not quantity.per and any(q.per and q.dimension == quantity.dimension for q in sentence.quantities):
        return out  # "$0.27 per million, against $5"
    if without_unit(sentence, quantity):
        return out
    latest = sentence.around.latest
    if latest and SAME.search(sentence.scene.text, sentence.start, sentence.end):
        metric = sentence.vocabulary.metrics[latest]
        fitted = fit(quantity, metric)
        return [(Choice(latest, 5.0, "the same as before"), metric, fitted)] if fitted else out
    shares = [q for q in sentence.quantities if q is not quantity and q.dimension == quantity.dimension == "percent"]
    if any(SHARE.match(sentence.scene.text, q.outer_end) for q in shares):
        return out  # "46% of the time; T only 38%"
    small = quantity.dimension == "number" and float(low(quantity.value)) in range(10)
    test = on_test(sentence, quantity)
    for choice in sentence.around.metrics:
        metric = sentence.vocabulary.metrics[choice.id or ""]
        if test and test.lower() not in metric.name.lower().split():
            continue
        fitted = fit(quantity, metric)
        far = choice.rule == "paragraph before"  # from there, a bare number is no percentage, and one of a noun its own
        if small and metric.unit == "percent":
            continue
        if choice.rule == "item before" and of_its_own(sentence, quantity):
            continue
        if far and others(sentence, replace(quantity, dimension="number")):
            continue
        if (
            fitted
            and (metric.kind in BORROWED or metric.unit == "bytes" or choice.rule == LABEL or sentence.around.asked)
            and fitted.weight >= 0.1 * far
            and not quantity.words
        ):
            out.append((choice, metric, fitted))
    return out


def metric_relation(sentence: Sentence, quantity: Quantity, mark: MetricMark) -> tuple[float, str] | None:
    """How a metric's mention stands to a quantity: (weight, rule), None if out of reach."""
    if mark.start < quantity.outer_end and quantity.outer_start < mark.end:  # "58 million output tokens"; the longer name is meant
        return (8.5 + 0.01 * (mark.end - mark.start), "q M") if mark.start >= quantity.end - 1 else None
    between = sentence.between(quantity, mark)
    if mark.cue:
        return cue_relation(sentence, quantity, mark, between)
    return metric_after(sentence, quantity, mark, between) if between.after else metric_before(sentence, quantity, mark, between)


def metric_after(sentence: Sentence, quantity: Quantity, mark: MetricMark, between: Between) -> tuple[float, str] | None:
    """A metric named after its figure."""
    words, alone = between.words, between.plain and not between.figures
    prepositions = PREPOSITIONS & set(words)
    if measured_on(sentence, quantity, mark):
        return 8.0, "q of a measure on M"
    if not words and between.plain:
        return (8.6, "a q M") if ARTICLE.search(sentence.scene.text, sentence.start, quantity.outer_start) else (7.5, "q M")
    if between.plain and not mark.weak and on_named_test(between.text) and not own_figure(sentence, quantity, mark):
        return 8.0, "q on M"
    if alone and words == ["of"] and not mark.weak and quantity.dimension in ("bytes", "flops", "speed", "time", "money"):
        return 7.5, "q of M"
    if (
        alone
        and len(words) <= 2
        and all(w.isalpha() for w in words)
        and not mark.weak
        and not prepositions
        and quantity.dimension != "number"
    ):
        return 5.0, "q w M"
    counts = mark.id is not None and sentence.vocabulary.metrics[mark.id].unit in COUNTS  # "a million on data centers" are not as many
    on = alone and words[0] in LEADS and (set(words) <= ON or (not mark.weak and ON_SOME.fullmatch(between.text) is not None))
    if on and not counts and not own_figure(sentence, quantity, mark):
        return 8.0, "q on M"
    if mark.weak and words[:1] == ["of"] and not quantity.scaled:
        return None  # "one of the founders"
    if counts and prepositions:
        return None
    own = mark.weak and quantity.dimension == "money" and mark.text.lower() not in RELATIONAL
    if own and any(named_between(between, s) for s in sentence.subjects):
        return 6.5, "q S M"
    if mark.weak:
        sort = SORT_OF.match(sentence.scene.text, mark.end)
        counted = words and sort and sort[1] not in FOLLOWERS and not counts
        if (
            alone
            and len(words) == 1
            and quantity.dimension == "money"
            and ARTICLE.search(sentence.scene.text, sentence.start, quantity.outer_start)
        ):
            return 6.0, "a q w M"  # "a $306 million peak M"
        near = quantity.dimension == "number" and alone and len(words) <= 2 and not prepositions
        return (6.0, "q M") if near and not counted else None
    base = 1.2 if between.figures else 3.5
    return base + (0.6 if sentence.same_clause(quantity.start, mark.start) else -0.6) - 0.15 * len(words), "M after q"


def measured_on(sentence: Sentence, quantity: Quantity, mark: MetricMark) -> bool:
    """Whether a common word for what is measured stands between a figure and the benchmark that it is of: "a 89% win rate on M"."""
    text = sentence.scene.text
    common = [m for m in sentence.metrics if m.common and m.cue is None and 0 <= m.start - quantity.outer_end <= 2]
    return not mark.common and any(ON_THE.fullmatch(text, m.end, mark.start) for m in common)


def named_between(between: Between, mark: SubjectMark) -> bool:
    """Whether nothing but a name stands between: "$19 billion S revenue"."""
    return between.start <= mark.start and mark.end <= between.end and not between.text.replace(mark.text, "", 1).strip(" *_")


def others(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number has a noun of its own, a name or a unit: "GPUs (312 TFLOPS each)"."""
    noun = NOUN.match(sentence.scene.text, quantity.outer_end)
    return quantity.dimension == "number" and noun is not None and noun[1].lower() not in FOLLOWERS


def aged(sentence: Sentence, quantity: Quantity, mark: MetricMark) -> bool:
    """Whether a number after a plural is what those are, and not how many: "users under 18"."""
    counts = mark.id is not None and sentence.vocabulary.metrics[mark.id].unit in COUNTS
    return counts and quantity.outer_start - mark.end == 1 and quantity.outer_start < quantity.start and low(quantity.value) < 1000


def own_figure(sentence: Sentence, quantity: Quantity, mark: MetricMark) -> bool:
    """Whether a metric that follows a figure has one of its own: "raised $2 billion at a valuation of $30 billion"."""
    following = next((q for q in sentence.quantities if q.start >= mark.end), None)
    return following is not None and following.dimension == quantity.dimension and sentence.words(mark.end, following.outer_start) == ["of"]


def behind_its_figure(sentence: Sentence, quantity: Quantity, mark: MetricMark) -> bool:
    """Whether a metric stands right behind a figure of its own, as the next one does behind the next: "61 M / 43 N"."""
    text = sentence.scene.text
    own = text[sentence.start : mark.start].rstrip(" *_%")[-1:].isdigit()
    return own and any(not text[quantity.outer_end : m.start].strip(" *_") for m in sentence.metrics if m.start >= quantity.outer_end)


def metric_before(sentence: Sentence, quantity: Quantity, mark: MetricMark, between: Between) -> tuple[float, str] | None:
    """A metric named before its figure."""
    words, alone, scene = between.words, between.plain and not between.figures, sentence.scene
    if mark.id and sentence.vocabulary.metrics[mark.id].unit in COUNTS and others(sentence, quantity):
        return None
    if not words and APART_BY.fullmatch(between.text) and behind_its_figure(sentence, quantity, mark):
        return None
    if not words and between.only(r"[\s:=(–—|\"”*\-~→]*") and not aged(sentence, quantity, mark):
        return (8.0 - 0.3 * mark.weak, "M: q") if "(" not in between.text else (6.8, "M (q)")
    if alone and len(words) <= 6 and set(words) <= LINKS:
        return 7.5, "M of q"
    if MOVED_TO.fullmatch(between.text) or FROM_TO.fullmatch(between.text):
        return 7.0, "M moved to q"
    if SO_FAR.fullmatch(between.text) and not sentence.words(sentence.start, mark.start):
        return 7.6, "M: q"  # "- Raised so far: $1.1 billion"
    if mark.weak:
        names = [s for s in sentence.subjects if between.start <= s.start < between.end]
        far = len(words) - sum(len(sentence.words(s.start, s.end)) for s in names)
        counts = mark.id is not None and sentence.vocabulary.metrics[mark.id].unit in COUNTS and low(quantity.value) < 1000
        return (5.5 - 0.3 * far, "M ... q") if alone and far <= 4 and not (counts and IS & set(words)) else None
    rivals = [
        m for m in sentence.metrics if not m.weak and m.cue is None and mark.end <= m.start < quantity.outer_start and m.id != mark.id
    ]
    weight = max(5.5 - 0.05 * len(words) - 0.2 * between.figures, 3.8) - 1.8 * len(rivals)
    weight -= 0 if sentence.same_clause(mark.start, quantity.start) else 0.5
    bracket = scene.bracket(mark.start)
    weight -= 1.5 if bracket and bracket != scene.bracket(quantity.start) else 0
    lead = sentence.words(sentence.start, mark.start)
    weight += 1.0 if lead and lead[0] in PREPOSITIONS and set(lead) <= ON | PREPOSITIONS else 0  # "On M, ..." holds for all of it
    return weight, "M before q"
