"""How the mention of a metric stands to a figure: beside it, before or behind it, and what stands between."""

from __future__ import annotations

from factcheck.extract.cue_evidence import SO_FAR, cue_relation
from factcheck.extract.forms.fitting import COUNTS, low
from factcheck.extract.names.between import Between
from factcheck.extract.names.phrases import FOLLOWERS, LINKS, ON, PREPOSITIONS, RELATIONAL
from factcheck.extract.names.scene import MetricMark, SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.own_measures import on_named_test
from factcheck.patterns import compile_re

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
ON_THE = compile_re(r"(?: score| rate)? (?:on|in|for) (?:the )?[*_]*")
APART_BY = compile_re(r"[\s*_)]*[/|·•;+&][\s*_(]*")  # one thing from the next in a list
LEADS = PREPOSITIONS | {"points", "point", "score", "of"}


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
