"""On what two sides are compared: the metric beside the comparing word, in the phrase behind it, or of the passage."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.extract.names.scene import MetricMark
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.own_measures import own_measure
from factcheck.extract.relations.comparison_claims import Claim
from factcheck.extract.relations.contests import KINDS, Contest
from factcheck.extract.relations.measures import PRICE, SIZE
from factcheck.extract.relations.spoken_measures import price_of_side, price_per, what_is_counted
from factcheck.patterns import compile_re

# Where the passage speaks of all that is measured, or of something that has no name here.
GENERAL = compile_re(
    r"(?:,|\()? ?(?:across the board|in general|on average|(?:on|in|across)"
    r" (?:(?:the )?(?:most|all|nearly all|almost all|many|several|various|key|common|standard|popular|major|multiple|every|each|recent"
    r"|early|internal|independent|blind|head-to-head|initial|a (?:number|range) of|our|their|its|mainstream|public|academic|established)"
    r"|(?:more than |over |all |at least |about )?(?:\d{1,3}\+?|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen)(?: of \d+)?)"
    r"(?: (?!percent|points)[\w-]+){0,2} (?:benchmarks?|tests?|evaluations?|tasks?|areas?|categor(?:y|ies)|metrics?|testing|benchmarking"
    r"|parameters|aspects?|fronts?|comparisons?|evals|datasets))\b",
    re.IGNORECASE,
)
AT_A_PRICE = compile_re(r"\b(?:at|for) (?:[\w/%$.-]+ ){0,5}(?:of )?(?:the |its |their )?[*_]*$")
BUT = compile_re(r",? (?:except|other than|apart from|aside from|save|bar)\b")
WHERE = compile_re(
    r",? ?(?:specifically |especially |particularly |both |even )?(?P<p>on|in|at|for|across|when it comes to|in terms of|regarding)\b "
)
PHRASE_END = compile_re(
    r"[.;:](?=\s|$)|,? (?:but|while|although|though|whereas|with|despite|by|scoring|and (?:is|was|has|its|it|the))\b"
    r"|, (?!(?:and |or |as well as )?[\w’'-]+(?: [\w’'-]+){0,3}(?:,|\.| and| \(|$))"
)
# Between what is compared and "higher than": a verb, or what the figure before it was reached on.
IS = compile_re(
    r"[*]*(?: \([^()]*\))? (?:is|are|was|were|remains?|stays?)(?: (?:still|also|now|much|far|even|slightly"
    r"|significantly|considerably|well))* "
)
PREDICATE = compile_re(r"(?:[^.;,()]|\.(?=\d)|\([^()]*\)){0,60},? [*]*")
PRICED = compile_re(r"\b(?:priced|sells|sold)\b(?:[^.;,]|\.(?=\d))*$")  # "priced below O"
NO_NOUN = compile_re(r"\W*$|[*]*[.,;:)]|[*]* (?:for|at|on|in|with|and|but|here|than|across|when|overall)\b")  # behind "more capable"
PAIR = compile_re(r"[*]*(?: ?/ ?| and )[*~]*[$€£]")
STOP = compile_re(r"[.;,()]")
TIME = compile_re(
    r"[~$*]*\d|(?:\w+ )?(?:January|February|March|April|May|June|July|August|September|October|November|December|20\d\d"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|the past|recent|this|that|some|many|most|our|my|their|its"
    r"|his|a|an|Q[1-4])\b"
)
LIST = compile_re(r"(?:\s|,|;|&|/|\*|\band\b|\bas well as\b|\bboth\b|\bthe\b|\([^()]*\)|[.\d%])*")


def metrics_of(sentence: Sentence, claim: Claim, attached: list[Attached], contest: Contest) -> list[Choice]:
    """On what: what the objects' own figures measure, else what is named beside the comparison, else what the passage is about."""
    marks = {(o.start, o.end) for o in claim.objects}
    for figure in attached:
        metric = sentence.vocabulary.metrics.get(figure.metric.id or "")
        if metric and metric.kind == "size" and claim.sort == "merit":
            continue  # "beats O, a 32B model"
        if any(s.mark and (s.mark.start, s.mark.end) in marks for s in figure.subjects) and not is_pair(sentence, figure):
            return [Choice(figure.metric.id, 6.0, "metric of their figures")]
    vocabulary = sentence.vocabulary
    makers = all(not sentence.is_model(s) for s in claim.subjects)
    kinds = KINDS if claim.sort == "quantity" or makers else KINDS - {"amount"}
    usable = [m for m in sentence.metrics if m.cue is None and (m.id is None or vocabulary.metrics[m.id].kind in kinds)]
    if claim.sort == "merit":  # "beats T at half the price" is no matter of the price
        usable = [m for m in usable if not (m.id and vocabulary.metrics[m.id].kind == "price" and at_a_price(sentence, claim.end, m.start))]
    counted = [m for m in sentence.metrics if m.cue and "money" not in m.cue.dimensions] if claim.sort == "quantity" else []
    until = claim.objects[0].start if claim.objects and claim.objects[0].start > claim.end else claim.end
    between = [m for m in usable if claim.end <= m.start < until] or [m for m in counted if claim.end <= m.start < until]
    if between:
        behind = beside(sentence, claim.after, usable) if between[0].weak and claim.sort == "merit" else None
        return behind or listed(sentence, between[0], between, "metric between")
    if not claim.objects or until == claim.end:
        near = [
            m
            for m in usable
            if m.start >= claim.end
            and len(sentence.words(claim.end, m.start)) <= 3
            and not STOP.search(sentence.scene.text[claim.end : m.start])
        ]
        if near and claim.sort == "quantity":
            return listed(sentence, near[0], near, "metric behind")
    per = price_per(sentence.scene.text, claim.end, vocabulary) if claim.metrics == PRICE else False
    if per is not False:
        return [Choice(per, 5.0, "price per piece")] if per else []
    spoken = spoken_of(sentence, claim)
    if spoken:
        return [spoken]
    where = beside(sentence, claim.after, usable)
    if where == [] and claim.carried and contest.topic and vocabulary.metrics[contest.topic].kind == "score":
        return [Choice(contest.topic, 4.0, "metric of the heading")]
    if where is not None:
        return where
    if claim.metrics == SIZE and (said := predicate_of(sentence, claim, [], usable)):
        return [said]
    priced = vocabulary.role(*PRICE) if PRICED.search(sentence.scene.text, sentence.start, claim.start) else None
    if priced and claim.sort == "merit":
        return [Choice(priced.id, 5.0, "what is priced")]
    if claim.metrics == SIZE and any(vocabulary.subjects[s].kind != "model" for s in claim.subjects):
        return []
    if claim.metrics:
        role = vocabulary.role(*claim.metrics)
        return [Choice(role.id, 5.0, "what the comparative measures")] if role else []
    if claim.sort == "quantity":
        said = predicate_of(sentence, claim, attached, usable)
        if said:
            return [said]
        of_heading = (
            contest.topic and {*claim.subjects, *claim.versus} <= set(contest.parties) and NO_NOUN.match(sentence.scene.text, claim.end)
        )
        return [Choice(contest.topic, 4.0, "metric of the heading")] if of_heading else []
    return context(sentence, claim, attached, contest, usable)


def predicate_of(sentence: Sentence, claim: Claim, attached: list[Attached], usable: list[MetricMark]) -> Choice | None:
    """What is higher or lower, where that is the predicate: "S's hallucination rate is lower than O's", "44.7% on M, higher than O"."""
    text = sentence.scene.text
    own = [f for f in attached if f.quantity.end <= claim.start and any(s.id in claim.subjects for s in f.subjects)]
    than = text[claim.start : claim.end].endswith("than")
    figure = own[-1] if own and than and PREDICATE.fullmatch(text, own[-1].quantity.outer_end, claim.start) else None
    if figure and figure.metric.id:
        return Choice(figure.metric.id, 5.0, "metric of the figure before")
    named = [m for m in usable if m.end <= claim.start and IS.fullmatch(text, m.end, claim.start)]
    return Choice(named[-1].id, 5.0, "metric that is compared", named[-1]) if named else None


def is_pair(sentence: Sentence, figure: Attached) -> bool:
    """Whether a price is one of two: "$10 and $50"."""
    return PAIR.match(sentence.scene.text, figure.quantity.outer_end) is not None


def spoken_of(sentence: Sentence, claim: Claim) -> Choice | None:
    """The standard metric that the words round a comparison speak of: "cheaper on input", "used fewer tokens than O"."""
    text = sentence.scene.text
    ids: tuple[str, ...] = ()
    if claim.metrics == PRICE:
        ids = price_of_side(text, (sentence.start, claim.start), (claim.end, sentence.end))
    elif claim.sort == "quantity" and claim.objects:
        ids = what_is_counted(text, claim.end)
    role = sentence.vocabulary.role(*ids) if ids else None
    return Choice(role.id, 5.0, "what it speaks of") if role else None


def at_a_price(sentence: Sentence, start: int, at: int) -> bool:
    """Whether a price is only what something is had at or for: "at a fifth of the price", "for less money"."""
    return AT_A_PRICE.search(sentence.scene.text, start, at) is not None


def beside(sentence: Sentence, at: int, usable: list[MetricMark]) -> list[Choice] | None:
    """The metrics that a phrase behind a comparison names: "on X and Y". None where there is no such phrase, [] where it is unknown."""
    text = sentence.scene.text
    rest = compile_re(r"(?:['’]s?)?[*_”\"]*(?: model| system)?(?: ?\([^()]*\))*[*_”\"]*").match(text, at)
    at = rest.end() if rest else at
    following = [m for m in usable if m.start >= at]
    general = GENERAL.match(text, at)
    if general and (BUT.match(text, general.end()) or not any(general.end() <= m.start < at + 50 for m in following)):
        overall = sentence.vocabulary.role("overall-performance")
        return [Choice(overall.id, 4.0, "overall")] if overall else []
    where = WHERE.match(text[: sentence.end], at)
    if not where:
        return None
    last = PHRASE_END.search(text, where.end(), sentence.end)
    limit = min([last.start() if last else sentence.end, *(s.start for s in sentence.subjects if s.start >= where.end())])
    named = [m for m in following if where.end() <= m.start < limit]
    strong = [m for m in named if not m.weak]
    if strong and len(sentence.words(where.end(), strong[0].start)) <= 9:
        return [Choice(id_, 5.5, "metric behind") for id_ in dict.fromkeys(m.id for m in strong) if id_]
    near = [m for m in named if len(sentence.words(where.end(), m.start)) <= 5 and not STOP.search(text[where.end() : m.start])]
    if near:
        return listed(sentence, near[0], named, "metric behind")
    return None if TIME.match(text, where.end()) else []


def listed(sentence: Sentence, first: MetricMark, marks: list[MetricMark], rule: str) -> list[Choice]:
    """A metric and those in one list with it; none where one of them is unknown to the vocabulary."""
    out, end = [first], first.end
    for mark in sorted(marks, key=lambda m: m.start):
        if mark.start >= end and LIST.fullmatch(sentence.scene.text, end, mark.start):
            out.append(mark)
            end = mark.end
    return [Choice(id_, 5.5, rule) for id_ in dict.fromkeys(m.id for m in out) if id_]


def context(sentence: Sentence, claim: Claim, attached: list[Attached], contest: Contest, usable: list[MetricMark]) -> list[Choice]:
    """On what, where no word beside the comparison says it."""
    text = sentence.scene.text
    own = [f for f in attached if f.quantity.end <= claim.start and any(s.id in (*claim.subjects, *claim.versus) for s in f.subjects)]
    if own and own[-1].metric.id and sentence.vocabulary.metrics[own[-1].metric.id].kind in ("score", "tokens", "speed"):
        return [Choice(own[-1].metric.id, 5.0, "metric of the figure before")]
    named = [
        m
        for m in usable
        if m.end <= claim.start
        and (
            not m.weak
            or patterns.match(
                r"(?:[Ii]n|[Oo]n|[Ff]or|[Aa]t|[Ww]hen it comes to|[Ii]n terms of|[Aa]s for|[Rr]egarding) (?:the )?\W*$",
                text[sentence.start : m.start],
            )
            or not sentence.words(sentence.start, m.start)
        )
    ]
    if named:
        nearest = named[-1]
        tied = {f.quantity.start for f in attached}
        if any(nearest.end <= q.start < claim.start and q.start not in tied for q in sentence.quantities):
            return []  # a figure of something unknown stands between
        return [Choice(nearest.id, 4.5, "metric named before", nearest)] if nearest.id else []
    after = [
        m
        for m in usable
        if m.start >= claim.end
        and not m.weak
        and len(sentence.words(claim.after, m.start)) <= 12
        and sentence.same_clause(claim.start, m.start)
    ]
    if after:
        return [Choice(after[0].id, 4.0, "metric of the clause", after[0])] if after[0].id else []
    last = [m for s, m in contest.last if s in claim.versus or s in claim.subjects]
    if last and (claim.scored or {*claim.subjects, *claim.versus} <= {s for s, _ in contest.last}):
        return [Choice(last[-1], 4.0, "metric of the figures before")]
    if contest.topic and not claim.scored and (claim.carried or set(claim.subjects) <= set(contest.parties)):
        return [Choice(contest.topic, 4.0, "metric of the heading")]
    if claim.carried or not claim.verb:
        return []
    common = [m for m in usable if m.end <= claim.start and m.weak and len(sentence.words(m.end, claim.start)) <= 6]
    if common:
        return [Choice(common[-1].id, 4.0, "metric named before", common[-1])]
    overall = sentence.vocabulary.role("overall-performance")
    return [Choice(overall.id, 3.0, "who is better, all told")] if overall and not own_measure(sentence) else []
