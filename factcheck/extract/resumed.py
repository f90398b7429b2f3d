"""Figures that go on from those of the sentence before with another name: "The latency of S is 1.7 s. T: 14.4 s.", "T? 68."."""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import fit
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.refusals import counts_something
from factcheck.extract.subject_owners import owners
from factcheck.patterns import compile_re

HEDGE = r"(?: (?:about|around|roughly|nearly|almost|just|only|over|under|even|a|an|mere|meagre))*"
OPENS = compile_re(r"\W*(?:(?:And|But|The|For|On|With|Then|Now|While|Meanwhile|Finally|Next),? (?:the )?)*[*_\"“]*")
# Between the name and its figure: "T: 14.4 s", "T manages only 12", "T came out at 85".
GOES_ON = compile_re(
    rf"[*_\"”]*(?: \([^()]*\)| with \w+)?(?: ?[?:–—-]| (?:is|was|does|did|gets?|got|manage[sd]?|hits?|needs?|takes?|took|has|had"
    r"|reache[sd]|runs? at|ran at"
    rf"|c[ao]mes? (?:in |out )?at|follow(?:s|ed) (?:at|with)|stays? at|sits? at|drop(?:s|ped) to))+{HEDGE}[ ~*≈]*"
)
ALONE = compile_re(rf"\W*(?:(?:Only|Just|About|Around|Roughly|Still|Nearly|An?)[ ,]*)*{HEDGE}[ ~*≈]*")
ENDS = compile_re(r"[*]*(?:[,.;!)]|$| (?:and|while|but|with|on|in|at)\b)")


def resumed(sentence: Sentence, quantity: Quantity) -> Attached | None:
    """A figure of little more than a name, or than a question for it, as the same sort of thing as in the sentence before."""
    given = sentence.around.resumes
    metric = sentence.vocabulary.metrics[given[0]] if len(given) == 1 else None
    if metric is None or not ENDS.match(sentence.scene.text, quantity.outer_end) or counts_something(sentence, quantity):
        return None
    if any(m.cue is None and not m.weak and m.id != metric.id for m in sentence.metrics) or quantity is not sentence.quantities[0]:
        return None
    bare = metric.unit == "tokens_per_second" and quantity.dimension == "number" and not quantity.scaled and not quantity.year
    fitted = fit(replace(quantity, dimension="speed", unit=metric.unit) if bare else quantity, metric)
    subject = owner(sentence, quantity, [s.start for s in owners(sentence, metric)]) if fitted else None
    return Attached(quantity, Choice(metric.id, 5.0, "sort of the figure before"), (subject,), fitted, 11.0) if fitted and subject else None


def owner(sentence: Sentence, quantity: Quantity, able: list[int]) -> Choice | None:
    """Whom a sentence opens with, right before its figure, else whom the question before it names; `able` is where owners stand."""
    text = sentence.scene.text
    named = [s for s in sentence.subjects if s.end <= quantity.start]
    if not named:
        asked = sentence.around.asked if ALONE.fullmatch(text, sentence.start, quantity.outer_start) else None
        return Choice(asked, 6.0, "question before") if asked else None
    mark = named[-1]
    opens = OPENS.fullmatch(text, sentence.start, mark.start) and GOES_ON.fullmatch(text, mark.end, quantity.outer_start)
    own = mark.id is not None and not mark.pronoun and mark.start in able and sentence.is_model(mark.id)
    return Choice(mark.id, 6.0, "S at q", mark) if opens and own else None
