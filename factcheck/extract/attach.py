"""Tie the quantities of a sentence to metrics and subjects: a choice among candidates, each with a weight and a reason.

Every quantity gets candidate metrics and subjects, weighed by the words between them, by clause and distance, and, where the
sentence is silent, by what the passage is about. Kinds, units and ranges rule out. The best pair above a threshold wins; parallel
lists are read in step; below the threshold the quantity is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from factcheck.extract.fitting import Fit, fit, fits_subject
from factcheck.extract.quantities import Quantity
from factcheck.extract.scene import MetricMark, Scene, SubjectMark
from factcheck.extract.vocabulary import Vocabulary
from factcheck.ledger.model import Metric

ONLY = 4.6  # of the only metric that a sentence names
THRESHOLD = 8.0  # of subject and metric together; see docs/reading.md
WORDS = re.compile(r"[^\W_]+(?:['’]\w+)?")

# Words that may stand between a name and its figure without anything else being meant.
LINKS = frozenset(
    ["of", "at", "is", "was", "are", "were", "be", "with", "to", "a", "an", "the", "just", "only", "only", "score", "scores", "scored", "scoring", "rating", "rate", "accuracy", "index", "points", "point", "came", "comes", "coming", "in", "by", "now", "still", "its", "their", "had", "has", "have", "reached", "reaches", "reaching", "hit", "hits", "hitting", "achieving", "achieves", "achieved", "achieve", "got", "gets", "posted", "posts", "posting", "recorded", "records", "registered", "registers", "landed", "lands", "landing", "earned", "earns", "delivered", "delivers", "managed", "manages", "clocked", "logged", "pulled", "reported", "reports", "measured", "tracked", "about", "around", "roughly", "nearly", "almost", "over", "under", "up", "benchmark", "currently", "also", "even", "which", "result", "results", "total", "s", "stands", "stood", "sits", "sat", "mark", "marks", "down", "level", "value", "equals", "showing", "shows", "showed", "receives", "received", "obtains", "obtained", "attained", "attains", "notched", "notches", "costs", "cost", "priced", "charges", "charge", "charged", "runs", "running", "supports", "supporting", "support", "offers", "offering", "features", "featuring", "boasts", "boasting", "comprises", "uses", "using", "used", "took", "takes", "taking", "per", "set", "sets", "as", "it", "that", "grew", "rose", "climbed", "climbs", "jumped", "fell", "dropped", "improved", "improves", "from"]
)
PREPOSITIONS = frozenset(["on", "in", "at", "for", "across", "over", "through", "under", "within"])
ON = frozenset(["on", "in", "at", "for", "across", "the", "a", "an", "its", "of", "this", "that", "our", "points", "point", "score", "scores", "accuracy", "full", "new", "popular", "challenging", "difficult", "with"])
# What may follow a bare number that is a score; any other lower-case word would be what it counts.
FOLLOWERS = frozenset(
    ["on", "in", "at", "for", "to", "with", "without", "and", "or", "but", "while", "versus", "vs", "compared", "against", "from", "by", "than", "across", "as", "after", "before", "which", "who", "that", "this", "up", "down", "overall", "points", "point", "score", "elo", "respectively", "under", "over", "behind", "ahead", "out", "percent", "when", "where", "if", "making", "placing", "putting", "beating", "trailing", "surpassing", "outperforming", "edging", "just", "well", "far", "now", "is", "was", "the", "it", "its", "pass", "in-house", "thanks", "due", "according", "marking", "leaving", "above", "below", "followed", "both", "only", "still,", "though", "although"]
)
SHARE = re.compile(r"\s?(?:of|share|chance|discount|off|cut|reduction|increase|decrease|drop|jump|rise|gain|growth|improvement|boost|more|less|fewer|faster|slower|cheaper|higher|lower|better|smaller|larger|bigger|longer|shorter|greater|worse|ahead|behind|stake|owned|probability|likelihood|uptime|weighted?|input|output)\b")


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate: what, how likely, and the rule that proposed it."""

    id: str | None
    weight: float
    rule: str
    mark: SubjectMark | MetricMark | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A quantity with the metric and subjects it was tied to."""

    quantity: Quantity
    metric: Choice
    subjects: tuple[Choice, ...]
    fit: Fit
    weight: float


@dataclass(frozen=True)
class Surroundings:
    """What the passage is about where the sentence itself does not say: subjects and metrics, likeliest first."""

    subjects: tuple[Choice, ...] = ()
    metrics: tuple[Choice, ...] = ()
    pronoun: str | None = None  # what "it" or "the model" stands for at the start of the sentence


@dataclass
class Reading:
    """What came of a sentence: figures tied, quantities left alone with the reason."""

    attached: list[Attached] = field(default_factory=list)
    alone: list[tuple[Quantity, str]] = field(default_factory=list)


def attach(sentence: Sentence) -> Reading:
    """Tie the quantities of one sentence."""
    reading = Reading()
    pairs = price_pairs(sentence)
    for quantity in sentence.quantities:
        reason = no_claim(sentence, quantity)
        if reason:
            reading.alone.append((quantity, reason))
            continue
        best, why = best_pair(sentence, quantity, pairs.get(quantity.start))
        if best:
            reading.attached.append(best)
        else:
            reading.alone.append((quantity, why))
    reading.attached = in_step(sentence, reading)
    return reading


class Sentence:
    """One sentence of a scene: its marks, and the questions that the weighing asks of it."""

    def __init__(self, scene: Scene, start: int, end: int, around: Surroundings, vocabulary: Vocabulary) -> None:
        self.scene, self.start, self.end, self.around, self.vocabulary = scene, start, end, around, vocabulary
        self.quantities = [q for q in scene.quantities if start <= q.start < end]
        self.metrics = [m for m in scene.metrics if start <= m.start < end]
        self.subjects = [self.resolved(s) for s in scene.subjects if start <= s.start < end and not s.modifier]

    def resolved(self, mark: SubjectMark) -> SubjectMark:
        """A pronoun as the subject it stands for."""
        if not mark.pronoun:
            return mark
        earlier = [s for s in self.scene.subjects if self.start <= s.start < mark.start and s.id and not s.object and not s.modifier]
        models = [s for s in earlier if self.vocabulary.subjects[s.id or ""].kind in ("model", "product")]
        if models:
            return replace(mark, id=models[-1].id)
        return replace(mark, id=self.around.pronoun or (earlier[-1].id if earlier else None))

    def gap(self, a: int, b: int) -> str:
        return self.scene.text[a:b] if a < b else ""

    def words(self, a: int, b: int) -> list[str]:
        return [w.lower() for w in WORDS.findall(self.gap(a, b))]

    def same_clause(self, a: int, b: int) -> bool:
        return self.scene.clause(a) == self.scene.clause(b)

    def figures_between(self, a: int, b: int) -> int:
        return sum(a <= q.start < b for q in self.quantities)


SOLVED = re.compile(r" of (?:the |all |its |\d+ )?(?:\w+ )?(?:problems|tasks|questions|issues|items|cases|challenges|puzzles|instances)\b")
AHEAD = re.compile(r" (?:(?:index|percentage|full|whole|entire|Elo) )?(?:points? )?(?:ahead of|behind|higher|lower|above|below|better|worse|clear of|more than|less than|fewer)\b")
CHANGED = re.compile(
    r"\b(?:by|within|gain(?:s|ed|ing)?|lost|losing|another|an additional|difference of|gap of|lead of|margin of|increase of|drop of|improvement of|advantage of|up|down|off)"
    r"(?: (?:to within|about|around|roughly|nearly|almost|over|more than|a|an|just|only))* [*]*$",
    re.IGNORECASE,
)
TOTAL = re.compile(r"\d[\d.,]*(?: ?(?:[kKMBT]|thousand|million|billion|trillion))? (?:out )?of (?:the |its |their |all )?[*]*$")
def has_sign(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a plus before a number is a sign: the last metric named before it can be negative."""
    before = [m for m in sentence.metrics if m.id and not m.weak and m.end <= quantity.start]
    limits = sentence.vocabulary.metrics[before[-1].id or ""].range if before else None
    return limits is not None and limits[0] < 0


RANKED = re.compile(r"\b(?:top|first|last|past|next|previous|number|No\.|rank(?:s|ed)?|Tier|Level|Phase|Part|Step|Section|Chapter|Figure|Table|Page|Series|Version|Episode|Issue|Week|Day|Volume|Act|Q)[ -]$", re.IGNORECASE)


def no_claim(sentence: Sentence, quantity: Quantity) -> str | None:
    """Why a quantity is no figure about a subject at all, None if it may be one."""
    if quantity.dimension in ("number", "time") and RANKED.search(sentence.scene.text, max(0, quantity.outer_start - 10), quantity.outer_start):
        return "a rank or the number of something"
    text = sentence.scene.text
    after, before = text[quantity.outer_end : quantity.outer_end + 24], text[max(0, quantity.outer_start - 24) : quantity.outer_start]
    if quantity.dimension == "percent" and SHARE.match(after) and not SOLVED.match(after):
        return "a share, a change or a difference"
    if quantity.dimension in ("points", "percent", "number") and (AHEAD.match(after) or CHANGED.search(before)):
        return "a difference"
    if quantity.start == 0 and quantity.dimension == "number" and not quantity.scaled and re.match(r"[:.)]\s", after):
        return "the number of a heading or item"
    if TOTAL.search(before):
        return "the whole of which a part is given"
    if quantity.dimension == "ratio":
        return "a ratio"
    if quantity.signed and quantity.dimension in ("number", "points", "percent") and text[quantity.start] == "+" and not has_sign(sentence, quantity):
        return "a difference"
    return None


def counts_something(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a bare number is followed by a word for what it counts."""
    text = sentence.scene.text
    m = re.compile(r"[ \u00a0-][\"“*]*([a-z]+|(?<=[\"“])\w+)").match(text, quantity.outer_end)
    return m is not None and m[1] not in FOLLOWERS


PAIR = re.compile(r"[*\s]*(?:(?:per|/) ?(?:1?M|million)(?: tokens)?[*\s]*)?(?:in(?:put)?(?: tokens)?)?[*\s]*(?:/|and|,|\|)[*\s]*~?")
PAIRED = re.compile(r"[*\s]*(?:out(?:put)?\b|(?:per|/)[- ]?(?:1?M|million|MTok)\b|(?:input|prompt) ?/ ?(?:output|completion)|(?:for )?input and output|per-token|input/output)", re.IGNORECASE)


def price_pairs(sentence: Sentence) -> dict[int, Metric]:
    """Prices written in pairs, input before output: "$5/$25 per million tokens", "$0.50 in / $3 out"."""
    price_in, price_out = sentence.vocabulary.role("price-input"), sentence.vocabulary.role("price-output")
    found: dict[int, Metric] = {}
    if not price_in or not price_out:
        return found
    text = sentence.scene.text
    for first, second in zip(sentence.quantities, sentence.quantities[1:], strict=False):
        between = text[first.end : second.start]
        if first.dimension != "money" or second.dimension != "money" or first.start in found or not PAIR.fullmatch(between):
            continue
        said = re.search(r"\bin(?:put)?\b", between) and re.match(r"[^.;,)]{0,24}\bout(?:put)?\b", text[second.end : second.end + 30])
        slash = "/" in re.sub(r"/ ?(?:1?M|million)", "", between)
        per = second.per == "million" or first.per == "million" or PAIRED.match(text, second.end)
        if said or (slash and per):
            found[first.start], found[second.start] = price_in, price_out
    return found


def best_pair(sentence: Sentence, quantity: Quantity, given: Metric | None) -> tuple[Attached | None, str]:
    """The likeliest metric and subject of a quantity, or why there is none. `given` is a metric that is settled already."""
    best: Attached | None = None
    settled = fit(quantity, given) if given else None
    metrics = [(Choice(given.id, 8.5, "pair of prices"), given, settled)] if given and settled else metric_choices(sentence, quantity)
    if not metrics:
        return None, "no metric in sight that it could be a value of"
    for choice, metric, fitted in metrics:
        for subject in subject_choices(sentence, quantity, metric):
            weight = choice.weight + subject.weight + fitted.weight
            if best is None or weight > best.weight:
                best = Attached(quantity, choice, (subject,), fitted, weight)
    if best is None:
        return None, "no subject in sight that it could be a value of"
    if best.metric.id is None or best.subjects[0].id is None:
        return None, f"nearest is {(best.subjects[0].mark or best.metric.mark).text!r}, which the vocabulary lacks"  # type: ignore[union-attr]
    if best.weight < THRESHOLD:
        return None, f"too little evidence for {best.metric.id} of {best.subjects[0].id} ({best.weight:.1f} of {THRESHOLD})"
    return best, ""


def metric_choices(sentence: Sentence, quantity: Quantity) -> list[tuple[Choice, Metric, Fit]]:
    """Candidate metrics of a quantity with their weights, those that its unit or range rules out left away."""
    out: list[tuple[Choice, Metric, Fit]] = []
    counts = quantity.dimension == "number" and counts_something(sentence, quantity)
    for mark in sentence.metrics:
        if mark.id is None:
            relation = metric_relation(sentence, quantity, mark)
            if relation and relation[0] >= 6.5 and quantity.dimension in ("percent", "number", "points"):
                unknown = Metric("", mark.text, "score", "percent")
                out.append((Choice(None, relation[0], relation[1], mark), unknown, Fit(quantity.value, 0)))
            continue
        metric = sentence.vocabulary.metrics[mark.id]
        fitted = fit(quantity, metric)
        if not fitted:
            continue
        if mark.cue and (quantity.dimension not in mark.cue.dimensions or (mark.cue.per and quantity.per not in mark.cue.per)):
            continue
        relation = metric_relation(sentence, quantity, mark)
        if not relation:
            continue
        weight, rule = relation
        if counts and rule != "q M" and not (rule == "M: q" and metric.unit not in ("count",)):
            continue
        out.append((Choice(mark.id, weight, rule, mark), metric, fitted))
    bare_size = model_size(sentence, quantity)
    if bare_size:
        out.append((Choice(bare_size.id, 6.8, "size beside a model"), bare_size, Fit(quantity.value, 0.3)))
    strong = [i for i, (c, _, _) in enumerate(out) if isinstance(c.mark, MetricMark) and not c.mark.weak and c.mark.cue is None]
    if len({out[i][0].id for i in strong}) == 1:
        for i in strong:
            choice, metric, fitted = out[i]
            if choice.weight < ONLY:
                out[i] = (replace(choice, weight=ONLY, rule="only M of the sentence"), metric, fitted)
    if not counts and not strong and not own_measure(sentence):
        for choice in sentence.around.metrics:
            metric = sentence.vocabulary.metrics[choice.id or ""]
            fitted = fit(quantity, metric)
            if fitted and metric.kind in ("score", "tokens", "price", "speed") and fitted.weight >= 0 and not quantity.words:
                out.append((choice, metric, fitted))
    return out


MEASURE = re.compile(
    r"\b(?:on|in|for|across|at) (?:(?:the|a|an|its|our|their|this|another|other|various|several|some|certain) )?(?:[\w-]+ ){0,5}?(?:benchmarks?|tests?|exams?|evals?|evaluations?|tasks?|leaderboards?|ranking|contests?|competitions?)\b",
    re.IGNORECASE,
)


def own_measure(sentence: Sentence) -> bool:
    """Whether a sentence names what it measures in words that the vocabulary lacks: then nothing is borrowed from elsewhere."""
    return any(m.id is None for m in sentence.metrics) or bool(MEASURE.search(sentence.scene.text, sentence.start, sentence.end))


SIZE = re.compile(r"[- ](?:[\w-]+[ -]){0,4}?(?:models?|MoE|LLMs?|transformer|mixture|checkpoints?|variants?|versions?)\b|\)")


def model_size(sentence: Sentence, quantity: Quantity) -> Metric | None:
    """The metric of parameters, where a number of billions is nothing but a model's size: "a 31B model", "Maverick (400B)"."""
    text = sentence.scene.text
    if quantity.dimension != "number" or not re.search(r"\d[BT]$", text[quantity.start : quantity.end]):
        return None
    after = SIZE.match(text, quantity.outer_end)
    alone = after is not None and after.group() == ")"
    bracket = sentence.scene.bracket(quantity.start)
    if not after or (alone and not (bracket and text[bracket[0] + 1 : quantity.outer_start].strip() == "")):
        return None
    return sentence.vocabulary.role("parameters")


def metric_relation(sentence: Sentence, quantity: Quantity, mark: MetricMark) -> tuple[float, str] | None:
    """How a metric's mention stands to a quantity: (weight, rule), None if out of reach."""
    if mark.start < quantity.outer_end and quantity.outer_start < mark.end:  # "58 million output tokens"
        return (8.5 + 0.01 * (mark.end - mark.start), "q M") if mark.start >= quantity.end - 1 else None
    after = mark.start >= quantity.end
    a, b = (quantity.outer_end, mark.start) if after else (mark.end, quantity.outer_start)
    gap, words = sentence.gap(a, b), sentence.words(a, b)
    plain = not re.search(r"[.;,()\[\]|]", gap)
    between = sentence.figures_between(a, b)
    if mark.cue:
        return cue_relation(sentence, quantity, mark, after, gap, words, between)
    if after:
        if not words and plain:
            return 7.5, "q M"
        if plain and len(words) <= 2 and not between and all(re.fullmatch(r"[a-z]+", w) for w in words) and not mark.weak and not PREPOSITIONS & set(words) and quantity.dimension != "number":
            return 5.0, "q w M"
        if plain and words and words[0] in PREPOSITIONS | {"points", "point", "score", "of"} and set(words) <= ON and not between:
            return 8.0, "q on M"
        if mark.weak:
            if quantity.dimension == "number" and plain and len(words) <= 2 and not between and not PREPOSITIONS & set(words):
                return 6.0, "q M"
            return None
        if between and sentence.figures_between(a, b):
            base = 1.2
        else:
            base = 3.5
        same = sentence.same_clause(quantity.start, mark.start)
        return base + (0.6 if same else -0.6) - 0.15 * len(words), "M after q"
    if not words and re.fullmatch(r"[\s:=(–—|\"”*\-~→]*", gap):
        return (8.0, "M: q") if "(" not in gap else (6.8, "M (q)")
    if len(words) <= 6 and set(words) <= LINKS and plain and not between:
        return 7.5, "M of q"
    if mark.weak:
        if len(words) <= 4 and plain and not between:
            return 5.5 - 0.3 * len(words), "M ... q"
        return None
    barrier = sum(1 for m in sentence.metrics if not m.weak and m.cue is None and mark.end <= m.start < quantity.outer_start and m.id != mark.id)
    weight = max(5.5 - 0.05 * len(words) - 0.2 * between, 3.8) - 1.8 * barrier
    if not sentence.same_clause(mark.start, quantity.start):
        weight -= 0.5
    if sentence.scene.bracket(mark.start) != sentence.scene.bracket(quantity.start) and sentence.scene.bracket(mark.start):
        weight -= 1.5
    lead = sentence.words(sentence.start, mark.start)
    if lead and lead[0] in PREPOSITIONS and set(lead) <= ON | PREPOSITIONS:
        weight += 1.0
    return weight, "M before q"


def cue_relation(
    sentence: Sentence, quantity: Quantity, mark: MetricMark, after: bool, gap: str, words: list[str], between: int
) -> tuple[float, str] | None:
    """How a cue stands to a quantity that it may speak of."""
    assert mark.cue
    if between or re.search(r"[.;|\[\]]", gap) or len(words) > mark.cue.reach:
        return None
    if not sentence.same_clause(mark.start, quantity.start) and len(words) > 2:
        return None
    weight = 7.0 - 0.35 * len(words) - (0.8 if re.search(r"[,()]", gap) else 0) - (0.0 if after else 0.3)
    return weight, f"cue: {mark.cue.name}"


def subject_choices(sentence: Sentence, quantity: Quantity, metric: Metric) -> list[Choice]:
    """Candidate subjects of a quantity with their weights."""
    out: list[Choice] = []
    named = False
    for mark in sentence.subjects:
        weight, rule = subject_relation(sentence, quantity, mark)
        if mark.id is None:
            if rule in LOCAL and weight >= 6.5:
                out.append(Choice(None, weight, rule, mark))
            named = named or (not mark.object and mark.start < quantity.start and sentence.same_clause(mark.start, quantity.start))
            continue
        subject = sentence.vocabulary.subjects[mark.id]
        penalty = fits_subject(metric, subject)
        if mark.id in sentence.vocabulary.families:
            penalty -= 1.0
        if mark.pronoun:
            penalty -= 0.4
        out.append(Choice(mark.id, weight + penalty, rule + (" (pronoun)" if mark.pronoun else ""), mark))
        named = named or (penalty > -2 and not mark.object and mark.start < quantity.start)
    for choice in sentence.around.subjects:
        weight = choice.weight + fits_subject(metric, sentence.vocabulary.subjects[choice.id or ""])
        out.append(replace(choice, weight=weight - (2.0 if named else 0)))
    return out


LOCAL = ("q S", "S (q)", "q (S)", "q for S", "S at q", "S of q")


def subject_relation(sentence: Sentence, quantity: Quantity, mark: SubjectMark) -> tuple[float, str]:
    """How a subject's mention stands to a quantity: (weight, rule)."""
    scene = sentence.scene
    bracket = scene.bracket(quantity.start)
    after = mark.start >= quantity.end
    a, b = (quantity.outer_end, mark.start) if after else (mark.end, quantity.outer_start)
    gap, words = sentence.gap(a, b), sentence.words(a, b)
    between = sentence.figures_between(a, b)
    others = sum(1 for s in sentence.subjects if s is not mark and a <= s.start < b)
    if after:
        own = scene.bracket(mark.start)
        if own and not (bracket and bracket == own) and not words and re.fullmatch(r"\s*[(\[]\s*", gap) and scene.text[mark.end : own[1]].strip(" *)") == "":
            return 9.0, "q (S)"
        if mark.common and not words and re.fullmatch(r"[ *]*", gap):
            return 8.0, "q S"
        # the metric may stand between: "57 on the Index for S"
        cleaned = without(words, sentence)
        if own == bracket and not others and not between and cleaned and cleaned[-1] in ("for", "by", "from", "on", "of", "to") and len(cleaned) <= 4 and not re.search(r"[.;:]", gap):
            taken = cleaned[-1] in ("on", "of", "to", "by", "from")
            if cleaned[-1] == "for":
                return 8.0, "q for S"
            return (6.8 if set(cleaned) <= ON | LINKS else 4.5) - (0.5 if taken else 0), "q for S"
        if mark.object or others:
            return 0.5 - 0.1 * len(words), "S after q"
        same = sentence.same_clause(quantity.start, mark.start)
        return (3.2 if same else 2.2) - 0.1 * len(words) - 0.8 * between, "S after q"
    if bracket and mark.end <= bracket[0]:
        # "S (q)", "S and T (both near q)"
        inner = sentence.words(bracket[0], quantity.outer_start)
        inside_subjects = [s for s in sentence.subjects if bracket[0] < s.start < quantity.start]
        lead = sentence.gap(mark.end, bracket[0])
        if not inside_subjects and not lead.strip(" *_\"”’'") :
            return 9.0 - 0.05 * len(inner), "S (q)"
        if not inside_subjects and set(w.lower() for w in WORDS.findall(lead)) <= LINKS | {"model", "s"} and not re.search(r"[,;.]", lead) and len(lead) < 25 and not others:
            return 7.0, "S (q)"
    cleaned = without(words, sentence)
    link = len(cleaned) <= 6 and set(cleaned) <= LINKS and not re.search(r"[.;]", gap) and not others and not between
    if mark.object:
        if link and re.fullmatch(r"(?:\s|[,*]|at|with|on|scored|scores|score of|['’]s|\w+ score of|of|is|was|came in|:|=)*", gap) and "with" not in words:
            return 8.0, "S at q"
        possessive = re.match(r"['’]s?\b", scene.text[mark.end : mark.end + 2])
        if possessive and len(cleaned) <= 6 and not between and not others:
            return 7.5, "S of q"
        if words[:1] and words[0] in ("which", "who", "whose") and not between and not others and len(words) <= 8 and not re.search(r"[.;]", gap):
            return 7.5, "S of q"
        return 1.0 - 0.1 * len(words), "object of a comparison"
    if link:
        return 8.0 - 0.1 * len(cleaned), "S at q"
    same = sentence.same_clause(mark.start, quantity.start)
    unrivalled = not any(not s.object and s is not mark and a <= s.start < b and fits_other(sentence, s) for s in sentence.subjects)
    in_other_bracket = scene.bracket(mark.start) not in (None, bracket)
    weight = (6.0 if same else 5.2) - 0.04 * len(words) - (0 if unrivalled else 1.6) - (2.5 if in_other_bracket else 0)
    return weight, "S before q" if same else "S of the sentence"


def fits_other(sentence: Sentence, mark: SubjectMark) -> bool:
    return mark.id is not None and sentence.vocabulary.subjects[mark.id].kind in ("model", "product")


def without(words: list[str], sentence: Sentence) -> list[str]:
    """Words between, without those of the metrics' own names."""
    own = {w.lower() for m in sentence.metrics for w in WORDS.findall(m.text)}
    return [w for w in words if w not in own]


def in_step(sentence: Sentence, reading: Reading) -> list[Attached]:
    """Parallel lists read in step, and one figure shared by all of a list."""
    out = list(reading.attached)
    groups = runs([(s.start, s.end) for s in sentence.subjects if s.id], sentence)
    named = {(s.start, s.end): s for s in sentence.subjects if s.id}
    for group in groups:
        subjects = [named[g] for g in group]
        if len(subjects) < 2 or len({s.id for s in subjects}) != len(subjects):
            continue
        following = [x for x in out if x.quantity.start > group[-1][1]]
        block = figures_in_a_row(following, sentence)
        if len(block) == len(subjects) and all(x.subjects[0].rule not in ("S (q)", "q (S)", "q for S") or x is block[0] for x in block) and len({x.metric.id for x in block}) == 1:
            local = sentence.words(group[-1][1], block[0].quantity.outer_start)
            if any(x.subjects[0].id not in {s.id for s in subjects} for x in block) or len(local) > 12:
                continue
            for x, s in zip(block, subjects, strict=True):
                out[out.index(x)] = replace(x, subjects=(Choice(s.id, 8.0, "lists in step", s),))
        elif (block and len(block) == 1 and block[0].subjects[0].mark is subjects[-1]) or shared(sentence, block[:1], subjects):
            x = block[0]
            if shared(sentence, [x], subjects):
                out[out.index(x)] = replace(x, subjects=tuple(Choice(s.id, 7.0, "shared by a list", s) for s in subjects))
    return metrics_in_step(sentence, out)


def metrics_in_step(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """Figures given "respectively" for the metrics that the clause before has named in order: "80 on M and 69 on N, while T has 74 and 57 respectively"."""
    if "respectively" not in sentence.scene.text[sentence.start : sentence.end]:
        return attached
    out = list(attached)
    for i in range(len(out)):
        row = figures_in_a_row(out[i:], sentence)
        earlier = list(dict.fromkeys(x.metric.id for x in out[:i]))[-len(row) :]
        if len(row) < 2 or len(earlier) != len(row) or len({x.metric.id for x in row}) != 1 or len({x.subjects[0].id for x in row}) != 1:
            continue
        if not sentence.scene.text[row[-1].quantity.outer_end :].lstrip(" ,*").startswith("respectively"):
            continue
        for x, id_ in zip(row, earlier, strict=True):
            fitted = fit(x.quantity, sentence.vocabulary.metrics[id_ or ""])
            if fitted:
                out[out.index(x)] = replace(x, metric=Choice(id_, 7.0, "metrics in step"), fit=fitted)
        break
    return out


def shared(sentence: Sentence, block: list[Attached], subjects: list[SubjectMark]) -> bool:
    """Whether the figure after a list of subjects is said of each: "A and B (both near 57)"."""
    if not block or block[0].subjects[0].id not in {s.id for s in subjects}:
        return False
    x = block[0]
    lead = sentence.words(subjects[-1].end, x.quantity.outer_start)
    if any(w in ("both", "each", "all") for w in lead[:6]):
        return True
    return x.subjects[0].rule in ("S at q", "S before q") and not subjects[-1].object and len(lead) <= 5 and not sentence.scene.bracket(x.quantity.start)


def runs(marks: list[tuple[int, int]], sentence: Sentence) -> list[list[tuple[int, int]]]:
    """Mentions that stand in one list: nothing but commas, "and", "or" between them."""
    groups: list[list[tuple[int, int]]] = []
    for a, b in marks:
        if groups and re.fullmatch(r"(?:\s|,|&|/|\*|\band\b|\bor\b|\bthe\b|['’]s)*", sentence.scene.text[groups[-1][-1][1] : a]):
            groups[-1].append((a, b))
        else:
            groups.append([(a, b)])
    return [g for g in groups if len(g) > 1]


def figures_in_a_row(following: list[Attached], sentence: Sentence) -> list[Attached]:
    """The first figures that stand in one list."""
    row: list[Attached] = []
    for x in following:
        if row and not re.fullmatch(r"(?:\s|,|&|/|\*|\band\b|\bor\b|\bpoints\b|%)*", sentence.scene.text[row[-1].quantity.outer_end : x.quantity.outer_start]):
            break
        row.append(x)
    return row
