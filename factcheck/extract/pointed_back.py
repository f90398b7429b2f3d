"""Figures of what words point back at: "It had 1 million users. By May, that number had grown to 5 million."."""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.carried import STANDS_ALONE, WHEN
from factcheck.extract.forms.fitting import fit
from factcheck.extract.names.sentence import Attached, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.refusals import counts_something
from factcheck.patterns import compile_re

HEDGES = (
    r"(?: (?:about|around|roughly|approximately|nearly|almost|just|only|over|under|more than|less than|some|an?|mere|estimated|whopping|now"
    r"|as much as|as many as|close to))*"
)
# "by May 2025, that figure had since grown to", "the number stands at"
POINTS = compile_re(
    rf"(?:\b{WHEN},? |\b)(?:[Tt]h(?:at|is)|[Tt]he|[Ii]ts) (?:same )?(?:figure|number|count|total|tally|sum|share|headcount)"
    r"(?: (?:is|was|has|had|have|would|will|could|may|might|since|already|now|then|later|soon|again|be|been|expected|projected|set"
    r"|forecast|reportedly|steadily|quickly|to))*"
    r" (?:(?:gr[eo]wn?|growing|r[io]sen?|rose|rising|climb(?:ed|ing)?|jump(?:ed|ing)?|surged?|increased?|swelled|swollen|balloon(?:ed)?"
    r"|soared?|f[ae]ll|fallen|falling|drop(?:ped|ping)?|declined?|shr[aiu]nk|slipped|slid|plunged|doubled?|tripled?|went|gone|go|come|came|moved"
    r"|(?:re)?bounded|crept|shot up|up|down) to|reach(?:ed|es)?|hits?|pass(?:ed|es)?|top(?:ped|s)|exceed(?:ed|s)?|surpass(?:ed|es)?|crossed"
    rf"|stands at|stood at|sits at|sat at|is|was){HEDGES}[ *_~]*"
)


def pointed_back(sentence: Sentence, quantity: Quantity) -> Attached | None:
    """A figure as one of another time of the last one of the sentence before, where words for a figure point back at it."""
    text, last, start = sentence.scene.text, sentence.around.last, sentence.start
    metric = sentence.vocabulary.metrics.get(last.metric.id or "") if last else None
    if last is None or metric is None or metric.kind not in ("amount", "price") or not points(text, start, quantity):
        return None
    if any(not s.pronoun and start <= s.start < quantity.start for s in sentence.subjects):
        return None
    same = quantity.dimension == last.quantity.dimension and (quantity.dimension != "number" or quantity.scaled == last.quantity.scaled)
    plain = STANDS_ALONE.match(text, quantity.outer_end) or not counts_something(sentence, quantity)
    fitted = fit(quantity, metric) if same and plain else None
    return replace(last, quantity=quantity, metric=replace(last.metric, rule="what it points back at"), fit=fitted) if fitted else None


def points(text: str, start: int, quantity: Quantity) -> bool:
    """Whether a figure is what a word for the one before has come to."""
    return any(m.end() == quantity.outer_start for m in POINTS.finditer(text, start, quantity.outer_start))
