"""Amounts that are stated in other words than the ledger's: all the words of one of a metric's names, in any form, about the figure.

lost $40 billion in market value       the words of the name on both sides of a sum
can power 5,000 homes                  the noun that is counted behind the number, the rest of the name in the clause
31% of token consumption               what a share is of
trained in just 54 days                a word of the name and "in", "over", "took" before a time
"""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.dataclass import dataclass, replace
from factcheck.extract.forms.fitting import Fit, fit, low
from factcheck.extract.forms.frames import Settled
from factcheck.extract.forms.wordings import UNITS, WORD, Wording, singular, stem
from factcheck.extract.names.phrases import LINKS
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantity import Quantity
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

REACH = 8  # words on either side
NOUN_REACH = 4  # words between a number and what it counts
FORMER = compile_re(r"[^$€£\d.;:]{0,50}?[, (—–-]+(?:up|down) (?:sharply )?from[ *\[]*")
STOP = compile_re(r"[;:()\[\]|]|(?<!\bU\.S)\.(?![\dS])|, (?:and|but|while|which)\b")
# What names the next figure: "$2 billion, on revenue of $1 billion".
LEADS_ON = compile_re(
    r"[, ]+(?:on|at|with|against|from|by|despite|for|in) (?:(?!(?:on|at|with|against|from|by|for|in) )[\w-]+ ){1,4}of[ *]*"
)
IN_PHRASE = compile_re(
    r"[ *]*in ((?:(?!(?:the|combined|total|global|worldwide|venture|market|industry) )[A-Za-z][\w-]* ){1,3}[a-z]+)"
    r"(?=[.,;:)*]|\s*$| (?:in|on|of|at|for|to|with|by|from|and|or|but|while|that|which|who|led|since)\b)"
)
# What ends the noun phrase that follows a number.
ENDS_NOUN = frozenset(
    """
    of in on at for to with by from and or but while than as that which who is are was were has have had will can per a an the this
    each every across into under over since after before when where if
    """.split()
)
LASTING = compile_re(r"\b(?:length|duration|limit|window)\b", re.IGNORECASE)
LEAD = LINKS | frozenset("an additional another more further total of record some up raised through".split())
TAIL = frozenset("in of worth a an new fresh additional total annual annualized quarterly equity debt seed growth".split())
TAKES = compile_re(
    r"\b(?:in|over|within|took|takes|taking|lasted|lasts|for|after|every|requir(?:ed|es|ing)|spent)"
    r"(?: (?:just|only|about|around|roughly|nearly|the (?:past|last)|a|some|less than|more than|under|over))*[ *\[]*$"
)
CODE = 2  # letters at most before the digits of a chip's name: "GPUs1" is a word with a note
PERIODS = frozenset(stem(w) for w in ("second", "minute", "hour", "day", "week", "month", "year"))
USER = stem("users")
REACHING = frozenset(stem(w) for w in ("used", "reaches", "serves"))  # "reaches 800 million people every week"
MOVES = frozenset(
    """
    narrowed narrows widened widens shrank shrunk shrinks rose rises grew grows fell falls dropped jumped climbed surged swelled ballooned
    doubled tripled halved went slipped declined
    """.split()
)
CUSTOMERS = frozenset(("user", "subscriber", "customer"))
STANDS = compile_re(
    r"\b(?:is|was|at|of|to|from|reach(?:es|ed)|hits?|now|about|around|roughly|nearly|almost|just|over|only|as|high|low|=|:)[ *]*$"
)
# A change for the better, which a metric calls growth.
UP = compile_re(
    r"\b(?:grew|growing|rose|rising|up|climbed|jumped|surged|soared|increased|increase of|jump of|rise of)"
    r"(?: (?:by|about|around|roughly|nearly|almost|over|more than|another|an?|some))*[ *]*$",
    re.IGNORECASE,
)
GROWTH = compile_re(r"[ *]*(?:[a-z-]+ ){0,2}?(?:growth|increase|jump|rise|surge|spike|gain)\b")
OFTEN = compile_re(r" of (?:the time|(?:[a-z]+ )?(?:cases|sessions|occasions|comparisons|trials))\b")
SHARE_OF = compile_re(r"[ *\]]*(?:of|share of|share in)\b[ *]*(?:all |the |its |total |overall )*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: offsets, and the stem it is compared by."""

    start: int
    end: int
    text: str
    stem: str


def worded(sentence: Sentence, quantity: Quantity) -> list[tuple[Choice, Metric, Fit]]:
    """The amounts whose words stand about a quantity, as candidates."""
    if quantity.dimension not in ("number", "money", "percent", "time"):
        return []
    before, after = about(sentence, quantity)
    near = {w.stem for w in (*before, *after)} | grown(sentence, quantity)
    near |= {stem(UNITS[w.text]) for w in after[:1] if w.text in UNITS}
    if after and after[0].text == "people" and near & REACHING:
        near.add(USER)
    if quantity.dimension == "time" and before and before[0].text == "every":  # "a delivery every 70 seconds"
        before = [replace(before[0], stem=stem("interval")), *before[1:]]
        near.add(before[0].stem)
    found: dict[str, tuple[Choice, Metric, Fit]] = {}
    known = sentence.vocabulary.wordings
    here = [w for key in sorted(near & known.keys()) for w in known[key] if w.stems <= near]
    for wording in sorted(here, key=lambda w: -len(w.stems)):  # of equals the one that more words tell comes first
        metric = wording.metric
        if not (fitted := fit(quantity, metric)) or not (weight := tells(wording, quantity, before, after, sentence)):
            continue
        if metric.id not in found or weight > found[metric.id][0].weight:
            found[metric.id] = (Choice(metric.id, weight, "words of M"), metric, fitted)
    return list(found.values())


def counted_by(noun: str, labels: str, quantity: Quantity, vocabulary: Vocabulary) -> Metric | None:
    """What a number in a table counts, from the words that follow it there and its labels: "1,000 requests per day", "16 cores"."""
    after = words(noun, 0, len(noun))
    near = {w.stem for w in (*after, *words(labels, 0, len(labels)))} | {stem(UNITS[w.text]) for w in after[:1] if w.text in UNITS}
    named = [w for key in near & vocabulary.wordings.keys() for w in vocabulary.wordings[key] if w.noun and w.stems <= near]
    told = [w for w in named if counted(w, quantity, after) and fit(quantity, w.metric)]
    most = max((len(w.stems) for w in told), default=0)
    metrics = {w.metric.id: w.metric for w in told if len(w.stems) == most}
    return next(iter(metrics.values())) if len(metrics) == 1 and quantity.dimension == "number" else None


def about(sentence: Sentence, quantity: Quantity) -> tuple[list[Word], list[Word]]:
    """The words before and behind a quantity, nearest first, as far as its clause and the next figure of its kind."""
    text, start, end = sentence.scene.text, sentence.start, sentence.end
    for other in sentence.quantities:
        if other.start > quantity.start and quantity.dimension in (other.dimension, "number"):
            end = min(end, other.outer_start)
        elif other.start < quantity.start and other.dimension == quantity.dimension:
            start = max(start, other.outer_end)
    stops = [m.end() for m in STOP.finditer(text, start, quantity.outer_start)]
    start = max(stops, default=start)
    stop = STOP.search(text, quantity.outer_end, end)
    end = stop.start() if stop else next((m.start() for m in LEADS_ON.finditer(text, quantity.outer_end, end) if m.end() == end), end)
    before = [w for w in words(text, start, quantity.outer_start) if sentence.same_clause(w.start, quantity.start)]
    after = [w for w in words(text, quantity.outer_end, end) if sentence.same_clause(w.start, quantity.start)]
    return before[::-1][:REACH], after[:REACH]


def grown(sentence: Sentence, quantity: Quantity) -> set[str]:
    """The stem of "growth", where a percentage is how much something has grown."""
    if quantity.dimension != "percent":
        return set()
    text = sentence.scene.text
    risen = UP.search(text, sentence.start, quantity.start) or GROWTH.match(text, quantity.outer_end)
    return {"rise"} if risen else set()


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of text; the letters of "H200" are none."""
    found = (m for m in WORD.finditer(text, start, end) if m.end() - m.start() > CODE or not text[m.end() : m.end() + 1].isdigit())
    return [Word(m.start(), m.end(), m.group().lower(), stem(m.group())) for m in found]


def tells(wording: Wording, quantity: Quantity, before: list[Word], after: list[Word], sentence: Sentence) -> float | None:
    """How surely the words about a quantity are a metric's name, None where they stand together by chance."""
    text, weight = sentence.scene.text, 6.8 + 0.2 * len(wording.stems)
    if quantity.dimension == "number":
        periods = wording.stems & PERIODS <= {w.stem for w in after}
        several = 0.7 if wording.stems != {stem(wording.noun)} else 0  # "supports 12 languages" are the supported ones, not all
        return weight + several if periods and (counted(wording, quantity, after) or so_often(wording, before, after)) else None
    if quantity.dimension == "time":
        if not wording.noun and filled(wording, before, after):
            return weight
        if LASTING.search(wording.metric.name):
            return None  # a length that something has, not how long anything took
        led = TAKES.search(text, sentence.start, quantity.start) and (not after or after[0].text != "of")
        done = after[1:3] if after and after[0].text == "to" else []  # "took 54 days to train"
        return weight if led and not wording.noun and wording.stems <= {w.stem for w in (*before, *done)} else None
    if quantity.dimension == "percent":
        growth = "rise" in wording.stems and len(wording.stems) > 1 and grown(sentence, quantity)
        stands = level(wording, before, text[: quantity.outer_start])
        often = OFTEN.match(text, quantity.outer_end) and not wording.share and wording.stems <= {w.stem for w in before}
        return weight if growth or stands or often or shared(wording, quantity, after, sentence) else None
    beside = [w for w in after if "," not in text[quantity.outer_end : w.start]]  # "sold for $1.6 billion, debt included"
    return (
        weight
        if spent(wording, before, after if len(wording.stems) > 1 else beside)
        or headed(wording, after, text[quantity.outer_end : sentence.end])
        else None
    )


def filled(wording: Wording, before: list[Word], after: list[Word]) -> bool:
    """Whether a time is so much of what a metric's name says: "trained on 680,000 hours of audio"."""
    content = {w.stem for w in after[1:3]} if after and after[0].text == "of" else set()
    return len(wording.stems) > 1 and bool(content & wording.stems) and wording.stems <= content | {w.stem for w in before[:4]}


def counted(wording: Wording, quantity: Quantity, after: list[Word]) -> bool:
    """Whether the noun that a metric counts follows a number, in the plural: "5,000 homes", "500 unknown vulnerabilities"."""
    if not wording.noun:
        return False
    many = quantity.words and quantity.op == ">="  # "millions of developers"
    if wording.noun in CUSTOMERS and len(wording.stems) == 1 and done_by(wording, after):
        return True
    phrase = after[1:] if many and after and after[0].text == "of" else after
    few = quantity.words and low(quantity.value) < 13  # "two new ways for users"
    if phrase and UNITS.get(phrase[0].text) == wording.noun:
        return True
    one = not quantity.words and low(quantity.value) == 1  # "1 request per second"
    if one:
        return bool(phrase) and phrase[0].text == wording.noun
    for last, word in pairwise([None, *phrase[: 1 if few else NOUN_REACH + 1]]):
        if word is None or word.text in ENDS_NOUN or (last and last.text.endswith("s") and word.start - last.end > 1):
            return False  # "1,000 prompts, users": a plural ends the phrase
        if singular(word.text) == wording.noun != word.text or (word.text == "people" and wording.noun == "user"):
            return True
    return False


def done_by(wording: Wording, after: list[Word]) -> bool:
    """Whether a number is of those who do what a metric's name says of them: "20 million pay", "5 million of them subscribe"."""
    said = [w for w in after if w.text not in ("of", "them", "these", "people", "users", "customers", "now", "already")][:2]
    ends = len(said) == 1 or (len(said) == 2 and said[1].text in ENDS_NOUN)
    return ends and said[0].stem in wording.stems - PERIODS and not said[0].text.endswith(("s", "ing", "ed"))


def so_often(wording: Wording, before: list[Word], after: list[Word]) -> bool:
    """Whether a number says how often what a metric counts has been done: "downloaded 5 million times"."""
    done = before[0] if before else None
    return bool(done and after and after[0].text == "times" and done.text.endswith("ed") and done.stem == stem(wording.noun))


def level(wording: Wording, before: list[Word], text: str) -> bool:
    """Whether a percentage is where a share stands: "its share of the enterprise market rose to 21%"."""
    said = wording.share and any(w.text == "share" for w in before)
    return bool(said) and STANDS.search(text) is not None and wording.stems <= {w.stem for w in before}


def shared(wording: Wording, quantity: Quantity, after: list[Word], sentence: Sentence) -> bool:
    """Whether a percentage is a share of what a metric's name says: "62% of the market"."""
    text = sentence.scene.text
    share = SHARE_OF.match(text, quantity.outer_end)
    phrase = [w for w in after if share and w.start >= share.end()]
    end = next((i for i, w in enumerate(phrase) if w.text in ENDS_NOUN or "," in text[phrase[max(0, i - 1)].end : w.start]), len(phrase))
    stems = {w.stem for w in phrase[:end]}
    whole = wording.stems <= {w.stem for w in phrase[:4]} and len(wording.stems) > 1 and phrase[0].stem in wording.stems
    if whole and end > 1:
        return True  # "77% of developers use S"
    return bool(phrase[:end]) and phrase[:end][-1].stem in wording.stems and (wording.stems <= stems or len(wording.stems) > 1)


def spent(wording: Wording, before: list[Word], after: list[Word]) -> bool:
    """Whether a sum of money stands among the words of a metric's name, or right beside its only word."""
    if len(wording.stems) > 1:
        return any(w.stem in wording.stems for w in (*before[:4], *after[:4]))
    if before and any(w.text in MOVES for w in before[:3]) and any(w.stem in wording.stems for w in before[:6]):
        return True  # "the loss at S narrowed from $177 million"
    for beside, leave in ((before, LEAD), (after, TAIL)):
        for word in beside[:5]:
            if word.stem in wording.stems:
                return True
            if word.text not in leave:
                break
    return False


def headed(wording: Wording, after: list[Word], text: str) -> bool:
    """Whether the noun that is a metric's only word ends the phrase behind a sum: "$2 billion in outside equity funding"."""
    phrase = IN_PHRASE.match(text)
    said = after[1 : 1 + len(WORD.findall(phrase[1]))] if phrase and len(wording.stems) == 1 else []
    return bool(said) and said[-1].stem in wording.stems and not any(w.text in ENDS_NOUN for w in said)


def former(sentence: Sentence, quantity: Quantity, before: list[Attached]) -> Attached | None:
    """A figure as the former value of the figure right before it: "$5 billion in revenue, up from $1 billion"."""
    for last in before:
        metric = sentence.vocabulary.metrics.get(last.metric.id or "")
        between = sentence.scene.text[last.quantity.outer_end : quantity.outer_start]
        fitted = fit(quantity, metric) if metric and metric.kind == "amount" and FORMER.fullmatch(between) else None
        if fitted:
            return replace(last, quantity=quantity, metric=replace(last.metric, rule="former value"), fit=fitted)
    return None


def share(sentence: Sentence, quantity: Quantity) -> Settled | None:
    """The metric of a percentage whose words say what it is a share of."""
    found = worded(sentence, quantity) if quantity.dimension == "percent" else []
    best = max(found, key=lambda c: c[0].weight, default=None)
    return Settled(best[1], best[0].rule, best[0].weight) if best else None
