"""Figures that stand in a list before the names they are of, or that the word "respectively" shares out.

"A and B run at 1,800 and 450 tokens per second, respectively", "M is 61 and 43 for A and B", "With 61 and 43 on M, A and B lead". As many
figures in a list as names in a list are of these in their order, whatever else would tie them. What shares them out among benchmarks, and
lists of names that figures follow, is in parallels.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import fit
from factcheck.extract.metric_rows import list_of
from factcheck.extract.names.lists import metric_lists, name_lists
from factcheck.extract.names.scene import MetricMark, SubjectMark
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.parallels import IN_STEP
from factcheck.patterns import compile_re
from factcheck.values import Number

SCALES = tuple(Decimal(10) ** n for n in (3, 6, 9, 12))
RESPECTIVELY = compile_re(r"\brespectively\b")
BEHIND = compile_re(r"[ ,*%]*")
AHEAD = compile_re(r"[ *%]*(?:(?:on|for|at|in) [^.;:()$\d]{1,40}?)?[ ,*]*")  # "71 and 66 on M, respectively"
# What stands between a list of figures and the list of names it is of: "61 and 43 on M for A and B"; "With 61 and 43 on M, A and B".
FOR_NAMES = compile_re(
    r"[*_]*,? (?:(?:points?|tokens?(?: per second)?|on|in|at|the|of) )*(?:[^.,;:()$]{1,40} )?(?:for|by|from) (?:the )?[*_\[]*"
)
OPENS = compile_re(r"\W*(?:With|At|Scoring|Reaching|Achieving|Posting|Weighing)(?: (?:around|about|roughly|just|only))? [*_~$€£]*")
CLOSES = compile_re(r"[^.;:()$]{0,60}, (?:the )?[*_\[]*")
IN_BRACKETS = compile_re(r"[*_\]]* \((?:both |with |at )?[*_~$€£]*")


def shared_out(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """The figures of a sentence, those that "respectively" shares out with the subjects it gives them."""
    out = list(attached)
    text = sentence.scene.text
    for word in RESPECTIVELY.finditer(text, sentence.start, sentence.end):
        row = row_at(sentence, word.start(), word.end()) or lone_row(sentence)
        if len(row) < 2 or any(len(marks) == len(row) for marks in nearer(sentence, row)):
            continue
        if all(x.subjects[0].rule == IN_STEP for x in out if x.quantity in row) and any(x.quantity in row for x in out):
            continue
        names = names_for(sentence, row, word.start())
        if names or any(len(listed) > 1 for listed in name_lists(sentence)):  # more figures than names: whose is not told
            for each in (*rows_between(sentence, names, row), row):
                out = [x for x in out if x.quantity not in each] + list(given(sentence, out, each, names))
    row = lone_row(sentence) if not RESPECTIVELY.search(text, sentence.start, sentence.end) else []
    lists = name_lists(sentence)
    if len(lists) == 1 and row and in_order(sentence, row, lists[0]):
        names = lists[0] if len(lists[0]) == len(row) else []
        out = [x for x in out if x.quantity not in row] + list(given(sentence, out, row, names))
    return sorted(out, key=lambda x: x.quantity.start)


def lone_row(sentence: Sentence) -> list[Quantity]:
    """The only list of figures in a sentence that has no others of their sort; none where it has several or none."""
    for quantity in sentence.quantities:
        row = list_of([q for q in sentence.quantities if q.start >= quantity.start], sentence)
        if len(row) > 1:
            sort = {q.dimension for q in row} | {"number"}
            return row if all(q in row or q.dimension not in sort for q in sentence.quantities) else []
    return []


def in_order(sentence: Sentence, row: list[Quantity], names: list[SubjectMark]) -> bool:
    """Whether a list of figures is plainly of a list of names: these follow it behind "for" or the comma of an opening, or it stands
    in brackets behind them."""
    text, first, last = sentence.scene.text, row[0], row[-1]
    if names[-1].end <= first.start:
        return IN_BRACKETS.fullmatch(text, names[-1].end, first.start) is not None
    if last.outer_end > names[0].start:
        return False
    opened = OPENS.fullmatch(text, sentence.start, first.start) and CLOSES.fullmatch(text, last.outer_end, names[0].start)
    return bool(opened or FOR_NAMES.fullmatch(text, last.outer_end, names[0].start))


def row_at(sentence: Sentence, start: int, end: int) -> list[Quantity]:
    """The figures listed right before the word, else right behind it."""
    text = sentence.scene.text
    before = [q for q in sentence.quantities if q.outer_end <= start]
    if before and AHEAD.fullmatch(text, before[-1].outer_end, start):
        return list_of(before[::-1], sentence)[::-1]
    behind = [q for q in sentence.quantities if q.outer_start >= end]
    return list_of(behind, sentence) if behind and BEHIND.fullmatch(text, end, behind[0].outer_start) else []


def rows_between(sentence: Sentence, names: list[SubjectMark], row: list[Quantity]) -> Iterator[list[Quantity]]:
    """The lists as long as a row that stand between the names and it: "S and T cost $1 and $2 for input and $5 and $8 for output"."""
    since = names[-1].end if names and names[-1].end <= row[0].outer_start else sentence.start
    between = [q for q in sentence.quantities if names and since <= q.outer_start and q.outer_end <= row[0].outer_start]
    while between:
        listed = list_of(between, sentence)
        between = between[len(listed) :]
        if len(listed) == len(names):
            yield listed


def nearer(sentence: Sentence, row: list[Quantity]) -> Iterator[list[MetricMark]]:
    """The lists of benchmarks between the last list of names before the figures and these: what the figures may be shared out among."""
    start = max((names[-1].end for names in name_lists(sentence) if names[-1].end <= row[0].outer_start), default=sentence.start)
    for marks in metric_lists(sentence):
        if start <= marks[0].start and marks[-1].end <= row[0].outer_start:
            yield marks


def names_for(sentence: Sentence, row: list[Quantity], word: int) -> list[SubjectMark]:
    """The list of as many names as there are figures: the nearest before them, else the first behind them or the word."""
    lists = [names for names in name_lists(sentence) if len(names) == len(row)]
    before = [names for names in lists if names[-1].end <= row[0].outer_start]
    behind = min(row[-1].outer_end, word)
    return before[-1] if before else next((names for names in lists if names[0].start >= behind), [])


def given(sentence: Sentence, attached: list[Attached], row: list[Quantity], names: Sequence[SubjectMark]) -> Iterator[Attached]:
    """The figures of a row with their subjects, all of the metric of the last that was tied; none where as many names are not told."""
    known = next((x for x in reversed(attached) if x.quantity in row), None)
    metric = sentence.vocabulary.metrics.get(known.metric.id or "") if known else None
    if not known or not metric:
        return
    for quantity, name in zip(row, names, strict=False):
        if fitted := fit(like(quantity, known.quantity), metric):
            yield replace(known, quantity=quantity, fit=fitted, subjects=(Choice(name.id, 8.0, "respectively", name),))


def like(quantity: Quantity, known: Quantity) -> Quantity:
    """A bare number as a quantity of another's dimension, and in its thousands, millions, billions: 37 of "37 and 32 billion"."""
    value = quantity.value
    if known.scaled and not quantity.scaled and isinstance(value, Number) and isinstance(known.value, Number):
        scale = next((s for s in SCALES if s >= known.value.step), Decimal(1))
        value = Number(value.value * scale, value.step * scale)
    return replace(quantity, value=value, dimension=known.dimension, unit=known.unit, scaled=known.scaled)
