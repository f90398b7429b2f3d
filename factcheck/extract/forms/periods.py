"""In which time something is counted: "requests per day", "20/min", "and 100 a day"."""

from __future__ import annotations

import re

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import fit
from factcheck.extract.names.pieces import name_key
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantity import Quantity
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

PERIODS = ("second", "minute", "hour", "day", "week", "month", "year")
EVERY = compile_re(
    r"\W*(?:/ ?|per |an? |each |every )(?P<period>sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|mo(?:nth)?|year)\W*", re.IGNORECASE
)
OF_PERIOD = compile_re(rf"\b(?:{'|'.join(PERIODS)})\b")
SO_OFTEN = compile_re(r"[*_]* ?(?:/ ?|per |an? |each |every )(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month|year)\b")
# From a figure and its time to the next figure: " requests per minute and "
AND = compile_re(r"[^.;:()\d$€£]{0,48}?(?:,|\band\b|\bor\b|/|\+)(?: (?:about|around|up to|at most|only|just|a maximum of))* ?[*_~]*")


def timed(metric: Metric | None) -> list[str]:
    """The names of a metric that say in which time it counts."""
    return [name for name in (metric.name, *metric.aliases) if OF_PERIOD.search(name)] if metric else []


def of_period(words: str, names: list[str], vocabulary: Vocabulary) -> Metric | None:
    """The metric that counts, in the time that words such as "/month" name, what metrics of some names count."""
    said = EVERY.fullmatch(words)
    period = next((p for p in PERIODS if said and p.startswith(said["period"].lower())), "hour")  # "hr"
    found = {i for n in names for i in getattr(vocabulary.metric_names.entries.get(name_key(OF_PERIOD.sub(period, n))), "ids", ())}
    return vocabulary.metrics[found.pop()] if said and len(found) == 1 else None


def paced(sentence: Sentence, quantity: Quantity, before: Attached) -> Attached | None:
    """A figure as so many of the same as before in another time: "30 requests a minute and 14,400 a day"."""
    text, vocabulary = sentence.scene.text, sentence.vocabulary
    often = SO_OFTEN.match(text, quantity.end)
    names = timed(vocabulary.metrics.get(before.metric.id or ""))
    if not often or not names or not AND.fullmatch(text, before.quantity.end, quantity.outer_start):
        return None
    metric = of_period(often.group(), names, vocabulary)
    fitted = fit(quantity, metric) if metric else None
    said = Choice(metric.id, before.metric.weight, "the same in another time") if metric else None
    return replace(before, quantity=quantity, metric=said, fit=fitted) if said and fitted else None
