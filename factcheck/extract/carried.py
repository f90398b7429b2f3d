"""Figures that take their metric, or their subject, from the figure before them: the other of two, where something went, what goes on."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import fit, low
from factcheck.extract.forms.frames import Settled
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.refusals import counts_something
from factcheck.extract.subject_evidence import LOCAL, subject_choices
from factcheck.patterns import compile_re

ECHO = compile_re(r"\b(?:and|vs|versus|against|compared|while|whereas|but|than)\b|[,(]")
PAIRED = compile_re(r"[\w* -]{0,24}(?:/|and|,)(?:[* ]|(?:in|out|input|output|cached|for)\b)*")
AGAINST = compile_re(
    r"[*% ]*(?:(?:/|per) ?(?:1?M|million|mTok)(?: tokens)? )?(?:vs?\.?|versus|against|compared (?:to|with)) [*~]*", re.IGNORECASE
)
NAMED = compile_re(r"[*]*(?: (?:for|by|from|on) (?:the )?| ?\()[*]*")
MOVED = compile_re(
    r"\b(?:gr[eo]wn?|rose|risen|f[ae]ll|fallen|dropped|jumped|climbed|surged|gained|lost|up|down|by|increased|declined)"
    r"(?: (?:about|around|roughly|nearly|almost|over|another|just))? [*~]*$"
)
STANDS_ALONE = compile_re(r"[*]*(?:[,.;)]|$| (?:and|while|but|with|followed|ahead|behind)\b)")
# "S generates 1,009 tokens per second; T clocked it at 870"
MEASURED_IT = compile_re(
    r"[;,] [^;]{2,40}? (?:clock|measur|tim|put|rat|peg|price|list)\w* it at (?:(?:about|around|roughly|only|just|nearly) )?[*~$]*$"
)
# "Independent runs by S found", "S itself measured"
MEASURED = compile_re(
    r"[^.;:$€£%]{2,80}?\b(?:found|measured|got|gets|saw|clocked|recorded|obtained|reproduced|report(?:s|ed)|puts?|gave|gives"
    r"|came (?:out )?at|landed (?:at|on)"
    r"|arrived at|ended (?:up )?at|yielded|produced|showed|returned|managed)(?: it)?(?: (?:at|in at|a score of))?"
    r"(?: (?:about|around|roughly|only|just|nearly|a more modest|a lower))*[ ~*]+"
)
COSTS = compile_re(
    r"\b(?:is|costs?|charges|asks|wants|at|for|goes for|comes (?:in )?at|priced at|sells for|half|double|twice that)"
    r"(?:,| (?:about|around|roughly|only|just|now|less than half,|more,|less,))*[ *]*$"
)
# "while T flies along at 110"
DOES = compile_re(
    r"[*_]* (?:[a-z]+ly )?[a-z]+(?:s|ed|t|ot|an|ew|ell)(?: (?:along|in|out|by|just|only|up|down|off|between))* (?:at|to|with|for|on)"
    r"(?: (?:about|around|roughly|nearly|just|only|over|under))* ?[~*$]*"
)
PAIR = "pair of prices"
OWN = ("S of q", "S at q", "S (q)")  # whose the first of a pair is by what stands right before it
FEW = 4  # words
FASTEST = 1e6  # tokens a second
GOES_WITH = compile_re(r"[*]*(?: tokens?| parameters| layers)? (?:in|for|with|by) (?:the )?[*_]*")  # "from q in S to q in T"
FROM = compile_re(r"\b[Ff]rom (?:(?:about|around|roughly|nearly|just|only|an?) )*[~*]*$")
UP_FROM = compile_re(r"[*_]*,? \(?(?:up|down|which is up|which is down) from (?:(?:about|around|roughly|nearly|just|only) )?[*~]*")
CLOSE_TO = compile_re(r"[*]* to (?:(?:about|around|roughly|nearly|just|only) )?[*~]*")
ARROW = compile_re(r"[ *]*(?:→|->|–>|—>|-->|=>)[ ~*]*")
# What may stand between where something came from and where it went: "from 240 people in 2023 to 900".
MOVED_TO = compile_re(
    r"[*]*(?: [a-z-]+){0,2}?(?:,? (?:(?:in|at|by|as of|during|back in)(?: the)?(?: (?:start|end|beginning|middle) of)? [^,.;:()]{2,22}"
    r"|an? (?:week|month|quarter|year) (?:ago|earlier|before)|(?:last|this) \w+|\w+ (?:weeks|months|years) (?:ago|earlier)))?"
    r",?[ *]*(?:\bto|→|->)[ *]*(?:(?:over|about|around|roughly|nearly|almost|more than|some|just|as much as|an estimated|close to) )*[~*]*"
)

# When it was, all that a sentence says beside its figure: "Two months later, 100 million.", "A year ago it was $1 billion."
WHEN = (
    r"(?:(?:[Ww]ithin|[Aa]fter|[Ii]n|[Bb]y|[Aa]t|[Ss]ince|[Aa]s of|[Uu]ntil|[Oo]n|[Bb]ack in|[Jj]ust|[Oo]nly|[Bb]arely|[Aa]t the end of) )*"
    r"(?:[\w'’-]+ ){0,4}?(?:days?|weeks?|months?|years?|quarters?|half|today|now|then|later|earlier|before|ago|spring|summer|autumn|fall"
    r"|winter"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|20\d\d|Q[1-4])"
    r"(?: (?:later|earlier|before|ago|20\d\d|of 20\d\d|after that|on))?"
)
ONLY_WHEN = compile_re(
    rf"[\W_]*(?:(?:And|But|Then) )?(?:{WHEN}(?:,|:| —)? (?:[Ii]t (?:was|is|had|has|stood at|reached|hit|passed|topped) )?"
    r"|[Ii]t (?:had been|was|stood at) )(?:(?:already|still|just|only|about|around|roughly|nearly|almost|over|more than|at|a mere|up"
    r" to) )*[*~]*"
)
AND_WHEN = compile_re(rf"[*%]*(?: {WHEN})?[\W_]*")
# "$57 billion, up 62% (year over year)", "$57.0 billion (+62%)", "a 62% increase"
GREW = compile_re(
    r"[*_]*(?:[ *]*\((?:up|an? (?:increase|rise|jump|gain) of)[ ~*]*"
    r"|,? (?:which is |which was |that is )?(?:up|\+|an? (?:increase|rise|jump|gain) of|growth of|growing|rising|climbing|soaring|surging)"
    r"(?: by)?(?: (?:about|around|roughly|nearly|almost|over|more than|an?|some))*[ ~*]*|,? (?:an?|representing an?|marking an?) )"
)
A_RISE = compile_re(
    r"[*]*\)|[*]*(?: (?:[\w-]+ ){0,2}?(?:increase|rise|jump|gain|growth|spike|surge|leap))?(?=[,.;)]| (?:from|on|over|year|compared|YoY"
    r"|since|in)\b|$)"
)


def in_pairs(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """The figures with both of a pair of prices as of whom the words behind name ("$1 input / $4 output for S"), or those before."""
    out = list(attached)
    for i, (first, second) in enumerate(pairwise(attached)):
        between = sentence.scene.text[first.quantity.outer_end : second.quantity.outer_start]
        money = first.quantity.dimension == second.quantity.dimension == "money" and first.metric.id != second.metric.id
        if money and second.subjects[0].rule.startswith("q for S") and PAIRED.fullmatch(between):
            out[i] = replace(first, subjects=second.subjects)
        owned = first.subjects[0].rule in OWN and second.subjects[0].rule not in LOCAL
        if money and owned and first.metric.rule == second.metric.rule == PAIR and PAIRED.fullmatch(between):
            out[i + 1] = replace(second, subjects=first.subjects)
    return out


def opposite(sentence: Sentence, quantity: Quantity, form: Settled | None, last: Attached) -> Attached | None:
    """A figure without a name that the one before it is set against, in an article on two: "S leads (45 vs 16)" gives 16 of the other."""
    metric, text = form.metric if form else sentence.vocabulary.metrics.get(last.metric.id or ""), sentence.scene.text
    parties, subject = sentence.around.parties, last.subjects[0].id
    if metric is None or len(parties) != 2 or subject not in parties or quantity.dimension != last.quantity.dimension:
        return None
    fitted = fit(quantity, metric) if AGAINST.fullmatch(text, last.quantity.outer_end, quantity.outer_start) else None
    named = any(NAMED.fullmatch(text, quantity.outer_end, s.start) for s in sentence.subjects)
    other = Choice(parties[parties[0] == subject], 8.0, "the other side")
    of = replace(last.metric, id=metric.id)
    return replace(last, quantity=quantity, metric=of, subjects=(other,), fit=fitted) if fitted and not named else None


def continued(sentence: Sentence, quantity: Quantity) -> Attached | None:
    """A share with a name of its own, where the passage has just given others': "S has 60% of the market. T follows at 20%"."""
    metric = sentence.vocabulary.metrics.get(sentence.around.share or "")
    if metric is None or quantity.dimension != "percent" or any(m.cue is None and not m.weak for m in sentence.metrics):
        return None
    fitted = fit(quantity, metric)
    own = [c for c in subject_choices(sentence, quantity, metric) if c.rule in LOCAL and c.id]
    best = max(own, key=lambda c: c.weight, default=None)
    moved = MOVED.search(sentence.scene.text, sentence.start, quantity.outer_start)
    if moved or not fitted or not best or best.weight < 6.0 or not STANDS_ALONE.match(sentence.scene.text, quantity.outer_end):
        return None
    return Attached(quantity, Choice(metric.id, 5.0, "share before"), (best,), fitted, 5.0 + best.weight)


def measured_again(sentence: Sentence, quantity: Quantity) -> Attached | None:
    """A bare result of whoever measured the same again: "The maker claims 89 on M for S. Independent runs found 86."."""
    text, metrics = sentence.scene.text, sentence.vocabulary.metrics
    if not MEASURED.fullmatch(text, sentence.start, quantity.outer_start) or not STANDS_ALONE.match(text, quantity.outer_end):
        return None
    if any(m.cue is None and not m.weak for m in sentence.metrics) or any(
        sentence.is_model(s.id) for s in sentence.subjects if not s.pronoun
    ):
        return None
    subject = next((c for c in sentence.around.subjects if c.rule == "sentence before" and sentence.is_model(c.id)), None)
    before = [c for c in sentence.around.metrics if c.rule == "sentence before"]
    metric = metrics[before[0].id] if len(before) == 1 and before[0].id else None
    fitted = fit(quantity, metric) if metric and metric.kind in ("score", "speed") else None
    if not subject or not metric or not fitted:
        return None
    return Attached(quantity, Choice(metric.id, 5.0, "measured again"), (subject,), fitted, 5.0 + subject.weight)


def priced(sentence: Sentence, quantity: Quantity) -> Attached | None:
    """A sum with a name of its own as the same price that the sentence before gave of another: "S is $20 a month. T costs $30."."""
    before, text = sentence.around.priced, sentence.scene.text
    if len(before) != 1 or quantity.dimension != "money" or quantity.per or quantity.scaled:
        return None
    behind = next((q for q in sentence.quantities if q.start >= quantity.end and q.dimension == "money"), None)
    if behind and PAIRED.fullmatch(text[quantity.outer_end : behind.outer_start]):
        return None
    metric = sentence.vocabulary.metrics[before[0]]
    fitted = fit(quantity, metric)
    rules = (*LOCAL, "S before q")
    own = [c for c in subject_choices(sentence, quantity, metric) if c.rule in rules and c.id]
    best = max(own, key=lambda c: c.weight, default=None)
    if (
        not fitted
        or not best
        or best.weight < 5.5
        or not STANDS_ALONE.match(text, quantity.outer_end)
        or not COSTS.search(text, sentence.start, quantity.outer_start)
    ):
        return None
    return Attached(quantity, Choice(metric.id, 5.0, "price before"), (best,), fitted, 5.0 + best.weight)


def elliptic(sentence: Sentence, quantity: Quantity) -> Attached | None:
    """A figure as one of another time, where its sentence says only when: "It had 1 million users. Two months later, 100 million"."""
    last, text = sentence.around.last, sentence.scene.text
    metric = sentence.vocabulary.metrics.get(last.metric.id or "") if last else None
    if (
        last is None
        or metric is None
        or any(not s.pronoun for s in sentence.subjects)
        or any(q is not quantity and q.dimension != "time" for q in sentence.quantities)
    ):
        return None
    alone = ONLY_WHEN.fullmatch(text, sentence.start, quantity.start) and AND_WHEN.fullmatch(text, quantity.end, sentence.end)
    same = quantity.dimension == last.quantity.dimension and (quantity.dimension != "number" or quantity.scaled == last.quantity.scaled)
    fitted = fit(quantity, metric) if alone and same and metric.kind == "amount" else None
    return (
        replace(last, quantity=quantity, metric=replace(last.metric, rule="metric of the sentence before"), fit=fitted) if fitted else None
    )


def growth(sentence: Sentence, quantity: Quantity, before: Attached) -> Attached | None:
    """A percentage as the growth of the figure right before it, where the ledger has a metric for that: "$57 billion, up 62%"."""
    grown = sentence.vocabulary.growth.get(before.metric.id or "")
    gap, after = sentence.scene.text[before.quantity.outer_end : quantity.start], quantity.end
    if grown is None or quantity.dimension != "percent" or not A_RISE.match(sentence.scene.text, after, sentence.end):
        return None
    signed = quantity.signed and gap.strip(" ,*_") in ("", "(")
    fitted = fit(quantity, grown) if signed or GREW.fullmatch(gap) else None
    said = Choice(grown.id, 7.0, "growth of the figure before")
    return replace(before, quantity=quantity, metric=said, fit=fitted) if fitted and before.subjects[0].id else None


def arrived(sentence: Sentence, quantity: Quantity, before: Attached) -> Attached | None:
    """A figure as the value that the one before it went to: "grew from 240 in 2023 to 900", "300M → 400M"."""
    metric, text = sentence.vocabulary.metrics.get(before.metric.id or ""), sentence.scene.text
    came = FROM.search(text, sentence.start, before.quantity.outer_start)
    joint = (MOVED_TO if came else ARROW).fullmatch(text, before.quantity.outer_end, quantity.outer_start)
    far = before.subjects[0].mark is None and before.subjects[0].rule in ("heading", "article", "paragraph before")
    if not came and far and not (metric and metric.kind == "score"):
        return None
    same = quantity.scaled == before.quantity.scaled or quantity.dimension != "number" or low(quantity.value) >= 100
    fitted = fit(quantity, metric) if metric and joint and same and not counts_something(sentence, quantity) else None
    if not fitted or quantity.dimension != before.quantity.dimension:
        return None
    other = next((s for s in sentence.subjects if s.id and GOES_WITH.fullmatch(text, quantity.outer_end, s.start)), None)
    of = (Choice(other.id, 8.0, "q for S", other),) if other else before.subjects
    return replace(before, quantity=quantity, metric=replace(before.metric, rule="where it went"), subjects=of, fit=fitted)


def departed(sentence: Sentence, quantity: Quantity, after: Attached) -> Attached | None:
    """A figure as the value from which the one behind it came: "the jump from 61 to 70 on M"."""
    metric, text = sentence.vocabulary.metrics.get(after.metric.id or ""), sentence.scene.text
    came = FROM.search(text, sentence.start, quantity.outer_start) and MOVED_TO.fullmatch(
        text, quantity.outer_end, after.quantity.outer_start
    )
    fitted = fit(quantity, metric) if metric and came and quantity.dimension == after.quantity.dimension else None
    if not fitted or quantity.scaled != after.quantity.scaled:
        return None
    return replace(after, quantity=quantity, metric=replace(after.metric, rule="where it came from"), fit=fitted)


def went(sentence: Sentence, quantity: Quantity, before: Attached) -> Attached | None:
    """A figure right behind the one that it came from, whatever else the sentence names: "input went from $3 to $2"."""
    text = sentence.scene.text
    close = CLOSE_TO.fullmatch(text, before.quantity.outer_end, quantity.outer_start) and FROM.search(
        text, sentence.start, before.quantity.outer_start
    )
    return arrived(sentence, quantity, before) if close else None


def does(sentence: Sentence, subject: Choice, quantity: Quantity) -> bool:
    """Whether a figure is what its subject's verb comes to: "T flies at 110"."""
    mark = subject.mark
    return mark is not None and DOES.fullmatch(sentence.scene.text, mark.end, quantity.outer_start) is not None


def echo(sentence: Sentence, quantity: Quantity, before: Attached) -> Attached | None:
    """A quantity as a value of the metric of the figure before it."""
    metric = sentence.vocabulary.metrics.get(before.metric.id or "")
    if metric is None:
        return None
    speed = metric.unit == before.quantity.unit == "tokens_per_second" and quantity.dimension == "number" and low(quantity.value) < FASTEST
    if metric.unit == "count" and quantity.scaled != before.quantity.scaled:
        return None
    bare = quantity.dimension == "number" and before.quantity.dimension in ("time", "percent") and not quantity.scaled
    unit = replace(quantity, dimension=before.quantity.dimension, unit=before.quantity.unit)  # "32 percent, T 25": the unit is the same
    meant = replace(quantity, dimension="speed", unit=metric.unit) if speed else unit if bare else quantity
    fitted = fit(meant, metric)
    gap = sentence.scene.text[before.quantity.outer_end : quantity.outer_start]
    if (
        fitted
        and (MEASURED_IT.search(gap) or (speed and UP_FROM.fullmatch(gap) and STANDS_ALONE.match(sentence.scene.text, quantity.end)))
        and not counts_something(sentence, quantity)
    ):
        return replace(before, quantity=quantity, metric=Choice(metric.id, 5.0, "metric of the figure before"), fit=fitted)
    if (
        not fitted
        or metric.kind == "score"
        or not ECHO.search(gap)
        or len(gap.partition(",")[2].split() or gap.split()) > 9
        or counts_something(sentence, quantity)
    ):
        return None
    choices = [s for s in subject_choices(sentence, meant, metric) if s.id not in (None, before.subjects[0].id)]
    alone = STANDS_ALONE.match(sentence.scene.text, quantity.outer_end) and quantity.scaled == before.quantity.scaled
    own = [
        s
        for s in choices
        if (s.rule in LOCAL and s.weight >= 6.0)
        or does(sentence, s, quantity)
        or (alone and s.weight >= 5.0 and right_before(sentence, quantity, before, s))
    ]
    best = max(own, key=lambda s: s.weight, default=None)
    if not best:
        return None
    return Attached(quantity, Choice(metric.id, 5.0, "metric of the figure before"), (best,), fitted, 5.0 + best.weight)


def right_before(sentence: Sentence, quantity: Quantity, before: Attached, subject: Choice) -> bool:
    """Whether a subject is named between two figures, and little but a verb stands between it and the second: "..., S goes up to 200K"."""
    mark = subject.mark
    named = subject.rule == "S before q" and mark is not None and mark.start >= before.quantity.outer_end
    return named and mark is not None and len(sentence.words(mark.end, quantity.outer_start)) <= FEW
