"""Lists read in step: "A and B scored 18 and 13", "A and B (both near 57)", "while C has 74 and 57 respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import fit
from factcheck.extract.metric_rows import FIGURES, list_of, rows_of, rows_of_others
from factcheck.extract.names.lists import metric_lists, name_lists
from factcheck.extract.names.scene import MetricMark, SubjectMark
from factcheck.extract.names.sentence import Attached, Choice, Sentence
from factcheck.extract.shared_figures import ITS_OWN, said_besides, shared_behind, went_to
from factcheck.extract.subject_owners import owners
from factcheck.patterns import compile_re

VERSUS = compile_re(r"[ *%]*(?:points?|Elo)?[ *]*(?:vs?\.?|versus|against|compared (?:to|with)|to|,|/)[ *~$]*", re.IGNORECASE)
OTHERS = compile_re(r"[ *%]*(?:points?|Elo)?[ *]*(?:vs?\.?|versus|against|compared (?:to|with)|to)[ *~$]*", re.IGNORECASE)
ON = compile_re(r"[ *_%]*(?:percent |points )?(?:, respectively,? )?(?:on|in|for|at|across) (?:the )?[*_\[]*")
SET_AGAINST = compile_re(r"\b(?:against|vs?\.?|versus|compared (?:with|to)|up from|down from|from|than)\b")
FROM = compile_re(r"\b[Ff]rom (?:[\w.-]+['’]s )?(?:(?:about|around|roughly|nearly|just|only) )?[*~$]*$")
BETTERS = compile_re(r"\b(?:improv(?:es|ed|ing)|betters?|upgrad(?:es|ed|ing)|updates?|builds?|built) (?:(?:up)?on )?(?:the )?[*_\"“]*$")
RESPECTIVELY = compile_re(r"[ ,*]*respectively\b")
JOINS = compile_re(r"[ *]*(?:(?:per|/) ?(?:1?M|million)(?: tokens)?)?[ *]*(?:in(?:put)?(?: tokens)?)?[ *]*/[ *]*")
IN_STEP = "lists in step"
TWO_SIDES = "the two sides"
APIECE = compile_re(r"[ *_]*(?:each|apiece)\b")
LOOSE = ("M ... q", "M before q", "only M of the sentence")
EACH = frozenset(("both", "each", "all"))


def in_step(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """The figures of a sentence once its lists have been read in step."""
    out = on_one(sentence, attached)
    for subjects in name_lists(sentence):
        row = figure_row([x for x in out if x.quantity.start > subjects[-1].end], sentence)
        if row and all(one_each(sentence, part, subjects) for part in by_metric(row)):
            for part in by_metric(row):
                for x, s in zip(part, subjects, strict=True):
                    out[out.index(x)] = replace(x, subjects=(Choice(s.id, 8.0, IN_STEP, s),))
            out = later_rows(sentence, out, row[-1].quantity.end, subjects)
        elif row and shared(sentence, row[0], subjects):
            metric = sentence.vocabulary.metrics.get(row[0].metric.id or "")
            able = owners(sentence, metric) if metric and metric.kind == "speed" else subjects  # "On the machine S, M runs at q"
            theirs = tuple(Choice(s.id, 7.0, "shared by a list", s) for s in subjects if s in able) or row[0].subjects
            for x in (row[0], *went_to(sentence, out, row[0]), *said_besides(sentence, out, row[0], subjects)):
                out[out.index(x)] = replace(x, subjects=theirs)
        else:
            out = shared_behind(sentence, out, subjects)
    return metrics_in_step(sentence, against(sentence, joined(sentence, out)))


def on_one(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """The figures with those of a list that ends on a benchmark as of that benchmark: "Better maths: A and B get 51 and 59 on M"."""
    out = list(attached)
    for i in range(len(out) - 1, 0, -1):
        one, last = out[i - 1], out[i]
        metric = sentence.vocabulary.metrics.get(last.metric.id or "")
        listed = FIGURES.fullmatch(sentence.scene.text, one.quantity.outer_end, last.quantity.outer_start)
        fitted = fit(one.quantity, metric) if metric and listed and last.metric.rule == "q on M" else None
        if fitted and one.metric.id != last.metric.id and one.metric.rule in LOOSE and one.quantity.dimension == last.quantity.dimension:
            out[i - 1] = replace(one, metric=last.metric, fit=fitted)
    return out


def later_rows(sentence: Sentence, attached: list[Attached], end: int, subjects: list[SubjectMark]) -> list[Attached]:
    """The figures with those of a second list in step, behind the first: "A and B scored 57 and 53, at a cost of $1 and $2"."""
    row = figure_row([x for x in attached if x.quantity.start >= end], sentence)
    ids = {s.id for s in subjects}
    if len(row) != len(subjects) or len({x.metric.id for x in row}) != 1:
        return attached
    if any(x.subjects[0].id not in ids or x.subjects[0].rule in ITS_OWN for x in row):
        return attached
    told = {x.quantity: Choice(s.id, 8.0, IN_STEP, s) for x, s in zip(row, subjects, strict=True)}
    return [replace(x, subjects=(told[x.quantity],)) if x.quantity in told else x for x in attached]


def by_metric(row: list[Attached]) -> list[list[Attached]]:
    """The figures of a row, those of each metric together: "$1/$4 and $2/$8" are two of input and two of output."""
    return [[x for x in row if x.metric.id == metric] for metric in dict.fromkeys(x.metric.id for x in row)]


def joined(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """What a stroke joins to a figure, of another metric, is of the same subjects: "S at $5/$25"."""
    out = attached[:1]
    for x in attached[1:]:
        gap = sentence.scene.text[out[-1].quantity.outer_end : x.quantity.outer_start]
        same = JOINS.fullmatch(gap) and x.metric.id != out[-1].metric.id and x.subjects[0].rule not in ITS_OWN
        if JOINS.fullmatch(gap) and x.metric.id != out[-1].metric.id and x.subjects[0].rule == "q for S" != out[-1].subjects[0].rule:
            out[-1] = replace(out[-1], subjects=x.subjects)  # "against $5/$25 for S"
        out.append(replace(x, subjects=out[-1].subjects) if same else x)
    return out


def against(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """Two figures set against each other behind a comparison of two subjects are of these in their order: "A beats B (5 vs 4)"."""
    out = list(attached)
    for one, other in pairwise(attached):
        same = one.metric.id == other.metric.id and one.fit.value != other.fit.value
        joint = VERSUS.fullmatch(sentence.scene.text, one.quantity.outer_end, other.quantity.outer_start)
        if not same or not joint:
            continue
        if "to" in joint.group() and FROM.search(sentence.scene.text, sentence.start, one.quantity.outer_start):
            if old := bettered(sentence, one):
                out[out.index(one)] = replace(one, subjects=(Choice(old.id, 8.0, TWO_SIDES, old),))
            continue
        before = [s for s in sentence.subjects if s.end <= one.quantity.start]
        objects = list({s.id or s.start: s for s in before if s.object}.values())
        others = [s for s in before if not s.object and (not s.id or sentence.is_model(s.id))]
        paired = {x.quantity for x in out if x.subjects[0].rule == TWO_SIDES}
        figures = (x.quantity for x in attached if x.quantity not in paired)  # but no ratios and differences
        between = [q for q in figures if before and before[-1].end <= q.start < one.quantity.start]
        sides = [*others, *objects]
        behind = figure_row([other, *(x for x in attached if x.quantity.start > other.quantity.start)], sentence)
        each = len(others) == 1 < len(objects) == len(behind) and len({x.metric.id for x in (one, *behind)}) == 1
        if each and all(s.id for s in sides) and not between:
            for x, s in zip((one, *behind), sides, strict=True):
                out[out.index(x)] = replace(x, subjects=(Choice(s.id, 8.0, TWO_SIDES, s),))
        elif len(objects) > 1 and len(behind) > 1:
            out = [x for x in out if x is not one and x not in behind]
        elif (
            len(sides) == 2
            and (len(objects) == 1 or (not objects and (sides in name_lists(sentence) or leads(sentence, one, sides))))
            and all(s.id for s in sides)
            and not between
        ):
            for x, s in ((one, sides[0]), (other, sides[1])):
                out[out.index(x)] = replace(x, subjects=(Choice(s.id, 8.0, TWO_SIDES, s),))
        elif not others and len(objects) == 1 and not between and of_passage(one.subjects[0], objects[0]):
            out[out.index(other)] = replace(other, subjects=(Choice(objects[0].id, 8.0, TWO_SIDES, objects[0]),))
        elif objects and (one.subjects[0].mark in objects or other.subjects[0].rule not in ITS_OWN):
            out = [x for x in out if x not in (one, other)]
        elif OTHERS.fullmatch(joint.group()) and alone(one, other):
            if party := other_party(sentence, one, before):
                out[out.index(other)] = replace(other, subjects=(Choice(party, 8.0, TWO_SIDES),))
                continue
            out.remove(other)  # "S is first at 96% versus 95%", "The gap is wider, 66 to 63": of whomever it is set against
    return out


def bettered(sentence: Sentence, one: Attached) -> SubjectMark | None:
    """Whose figure it is from which another went, where a sentence says whom it betters: "A improves on B: M rose from 4 to 5"."""
    text, before = sentence.scene.text, [s for s in sentence.subjects if s.end <= one.quantity.start]
    found = [s for s in before if s.id and BETTERS.search(text, sentence.start, s.start)]
    return found[0] if len(found) == 1 and sum(not s.object for s in before) == 1 and found[0].object else None


def leads(sentence: Sentence, one: Attached, sides: Sequence[SubjectMark]) -> bool:
    """Whether brackets give two figures behind one whom a sentence is about, and another: "A keeps up with B on M (87 vs 90)"."""
    inside = sentence.scene.bracket(one.quantity.start) is not None
    return inside and not sentence.oblique(sides[0]) and sentence.oblique(sides[1])


def of_passage(choice: Choice, against: SubjectMark) -> bool:
    """Whether a subject is known from the passage, and another than whom its sentence sets it against: "Beats B on M (5 vs 4)"."""
    return choice.mark is None and choice.id is not None and against.id not in (None, choice.id)


def other_party(sentence: Sentence, one: Attached, before: Sequence[SubjectMark]) -> str | None:
    """Whom a figure is set against in an article on two, where its sentence names one of them at most: "A is ahead, 5 versus 4"."""
    parties, id_ = sentence.around.parties, one.subjects[0].id
    if len(parties) != 2 or id_ not in parties or any(s.id != id_ for s in before):
        return None
    return next(i for i in parties if i != id_)


def alone(one: Attached, other: Attached) -> bool:
    """Whether the second of two figures has no subject but the first one's."""
    return one.subjects[0].id == other.subjects[0].id and other.subjects[0].rule not in ITS_OWN


def figure_row(following: list[Attached], sentence: Sentence) -> list[Attached]:
    """The first figures, as far as they stand in one list."""
    row: list[Attached] = []
    for x in following:
        if row and not FIGURES.fullmatch(sentence.scene.text, row[-1].quantity.outer_end, x.quantity.outer_start):
            break
        row.append(x)
    return row


def one_each(sentence: Sentence, row: list[Attached], subjects: list[SubjectMark]) -> bool:
    """Whether as many figures of one metric as there are subjects belong to them one by one."""
    ids = {s.id for s in subjects}
    return (
        len(row) == len(subjects)
        and all(x.subjects[0].id in ids for x in row)
        and all(x.subjects[0].rule not in ITS_OWN for x in row[1:])
        and len(sentence.words(subjects[-1].end, row[0].quantity.outer_start)) <= 12
    )


def shared(sentence: Sentence, figure: Attached, subjects: list[SubjectMark]) -> bool:
    """Whether the figure after a list of subjects is said of each: "A and B (both near 57)", "A and B are trained on 40T"."""
    first = figure.subjects[0]
    if first.id not in {s.id for s in subjects}:
        return False
    lead = sentence.words(subjects[-1].end, figure.quantity.outer_start)
    if EACH & set(lead[:6]) or APIECE.match(sentence.scene.text, figure.quantity.outer_end):
        return True
    bracketed = sentence.scene.bracket(figure.quantity.start) is not None
    return first.rule in ("S at q", "S before q") and not subjects[-1].object and len(lead) <= 5 and not bracketed


def metrics_in_step(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """Figures in a list that are of the metrics of a list, one by one: "61 and 43 on A and B", "on A and B, it has 61 and 43".

    Or, said "respectively", of the metrics that the clause before has named in this order.
    """
    out = attached
    for marks in metric_lists(sentence):
        if rows := rows_of_others(sentence, marks):
            told = {x.quantity for x in rows}
            out = sorted([*(x for x in out if x.quantity not in told), *rows], key=lambda x: x.quantity.start)
            continue
        row = whole_row(sentence, out, marks)
        if len(row) != len(marks):
            out = without(sentence, out, marks)
            continue
        out = paired(sentence, out, row, [m.id for m in marks])
        for more in rows_behind(sentence, out, row):
            out = paired(sentence, out, more, [m.id for m in marks])
    for i in range(len(out)):
        row = figure_row(out[i:], sentence)
        respectively = RESPECTIVELY.match(sentence.scene.text, row[-1].quantity.outer_end)
        earlier = list(dict.fromkeys(x.metric.id for x in out[:i] if x.metric.id))[-len(row) :]
        if respectively or (i and against_row(sentence, out, i, row)):
            out = paired(sentence, out, row, earlier)
        if respectively and len(row) > 1 and len({(x.subjects[0].id, x.metric.id) for x in row}) == 1 and row[0] in out:
            return [x for x in out if x not in row]  # one of the names that share them out is not known
    return out


def whole_row(sentence: Sentence, attached: list[Attached], marks: list[MetricMark]) -> list[Attached]:
    """The figures listed right before metrics ("61 and 43 on A and B"), else the first that are listed behind them.

    Figures left alone that are listed with a tied one are its subject's too.
    """
    before = [q for q in sentence.quantities if q.outer_end <= marks[0].start]
    if before and ON.fullmatch(sentence.scene.text, before[-1].outer_end, marks[0].start):
        row = list_of(list(reversed(before)), sentence)[::-1]
    else:
        first = next((x.quantity.start for x in attached if x.quantity.start > marks[-1].end), None)
        row = list_of([q for q in sentence.quantities if first is not None and q.start >= first], sentence)
    tied = {x.quantity: x for x in attached}
    known = next((tied[q] for q in row if q in tied), None)
    return [tied.get(q) or replace(known, quantity=q) for q in row] if known else []


def rows_behind(sentence: Sentence, attached: list[Attached], row: list[Attached]) -> list[list[Attached]]:
    """The rows of figures behind one that are as long, each of one other subject: "M and N: A has 61 and 43; B has 58 and 40"."""
    tied = {x.quantity: x for x in attached}
    found: list[list[Attached]] = []
    for listed in rows_of(sentence, row[-1].quantity.end):
        known = next((tied[q] for q in listed if q in tied), None)
        if len(listed) != len(row) or known is None or known.subjects[0].id == row[0].subjects[0].id:
            break
        found.append([replace(known, quantity=q) for q in listed])
    return found


def without(sentence: Sentence, attached: list[Attached], marks: list[MetricMark]) -> list[Attached]:
    """The figures but for those of which nothing tells to which of several benchmarks, named together before them, they belong."""
    end, metrics = marks[-1].end, sentence.vocabulary.metrics
    if any(m.id and metrics[m.id].kind != "score" for m in marks):
        return attached
    return [x for x in attached if x.metric.mark not in marks or x.quantity.start < end or len(sentence.words(end, x.quantity.start)) < 2]


def against_row(sentence: Sentence, attached: list[Attached], i: int, row: list[Attached]) -> bool:
    """Whether a row of figures is set against one as long right before it: "61, 43 and 88, against 58, 40 and 87 for B"."""
    earlier = attached[max(0, i - len(row)) : i]
    if len(earlier) != len(row) or len({x.metric.id for x in earlier}) != len(row):
        return False
    gap = sentence.scene.text[earlier[-1].quantity.outer_end : row[0].quantity.outer_start]
    return len(gap.split()) <= 6 and SET_AGAINST.search(gap) is not None


def paired(sentence: Sentence, attached: list[Attached], row: list[Attached], metrics: Sequence[str | None]) -> list[Attached]:
    """The figures with those of a row given the metrics in their order, if it is one row of one subject and each fits."""
    one = len({x.subjects[0].id for x in row}) == 1
    known = [sentence.vocabulary.metrics.get(id_ or "") for id_ in metrics]
    if len(row) < 2 or len(known) != len(row) or not one:
        return attached
    told = []
    for x, metric in zip(row, known, strict=True):
        fitted = fit(x.quantity, metric) if metric else None
        if not metric or not fitted:
            return attached
        told.append(replace(x, metric=Choice(metric.id, 7.0, "metrics in step"), fit=fitted))
    here = {x.quantity for x in told}
    return sorted([*(x for x in attached if x.quantity not in here), *told], key=lambda x: x.quantity.start)
