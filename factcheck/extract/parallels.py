"""Lists read in step: "A and B scored 18 and 13", "A and B (both near 57)", "while C has 74 and 57 respectively"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from factcheck.extract.fitting import fit
from factcheck.extract.scene import SubjectMark
from factcheck.extract.sentence import Attached, Choice, Sentence

NAMES = re.compile(r"(?:\s|,|&|/|\*|\band\b|\bor\b|\bthe\b|['’]s)*")
FIGURES = re.compile(r"(?:\s|,|&|/|\*|\band\b|\bor\b|\bpoints\b|%)*")
VERSUS = re.compile(r"[ *%]*(?:points?|Elo)?[ *]*(?:vs\.?|versus|against|compared (?:to|with)|to|,)[ *~$]*", re.IGNORECASE)
EACH = frozenset(("both", "each", "all"))
ITS_OWN = ("S (q)", "q (S)", "q for S")


def in_step(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """The figures of a sentence once its lists have been read in step."""
    out = list(attached)
    for subjects in name_lists(sentence):
        row = figure_row([x for x in out if x.quantity.start > subjects[-1].end], sentence)
        if len(row) == len(subjects) and one_each(sentence, row, subjects):
            for x, s in zip(row, subjects, strict=True):
                out[out.index(x)] = replace(x, subjects=(Choice(s.id, 8.0, "lists in step", s),))
        elif row and shared(sentence, row[0], subjects):
            out[out.index(row[0])] = replace(row[0], subjects=tuple(Choice(s.id, 7.0, "shared by a list", s) for s in subjects))
    return metrics_in_step(sentence, against(sentence, joined(sentence, out)))


def joined(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """What a stroke joins to a figure, of another metric, is of the same subjects: "S at $5/$25"."""
    out = attached[:1]
    for x in attached[1:]:
        gap = sentence.scene.text[out[-1].quantity.outer_end : x.quantity.outer_start]
        same = gap.strip(" *") == "/" and x.metric.id != out[-1].metric.id and x.subjects[0].rule not in ITS_OWN
        out.append(replace(x, subjects=out[-1].subjects) if same else x)
    return out


def against(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """Two figures set against each other behind a comparison of two subjects are of these in their order: "A beats B (5 vs 4)"."""
    out = list(attached)
    for one, other in pairwise(attached):
        same = one.metric.id == other.metric.id and one.fit.value != other.fit.value
        if not same or not VERSUS.fullmatch(sentence.scene.text, one.quantity.outer_end, other.quantity.outer_start):
            continue
        before = [s for s in sentence.subjects if s.end <= one.quantity.start]
        objects, others = [s for s in before if s.object], [s for s in before if not s.object and (not s.id or sentence.is_model(s.id))]
        between = [q for q in sentence.quantities if before and before[-1].end <= q.start < one.quantity.start]
        sides = [*others, *objects]
        if len(sides) == 2 and len(objects) == 1 and all(s.id for s in sides) and not between:
            for x, s in ((one, sides[0]), (other, sides[1])):
                out[out.index(x)] = replace(x, subjects=(Choice(s.id, 8.0, "the two sides", s),))
        elif objects:
            out = [x for x in out if x not in (one, other)]
    return out


def name_lists(sentence: Sentence) -> list[list[SubjectMark]]:
    """Different subjects with nothing but commas, "and", "or" between them."""
    groups: list[list[SubjectMark]] = []
    for mark in (s for s in sentence.subjects if s.id):
        alike = groups and sentence.is_model(mark.id) == sentence.is_model(groups[-1][-1].id)
        if alike and NAMES.fullmatch(sentence.scene.text, groups[-1][-1].end, mark.start):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return [g for g in groups if len(g) > 1 and len({s.id for s in g}) == len(g)]


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
        len({x.metric.id for x in row}) == 1
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
    if EACH & set(lead[:6]):
        return True
    bracketed = sentence.scene.bracket(figure.quantity.start) is not None
    return first.rule in ("S at q", "S before q") and not subjects[-1].object and len(lead) <= 5 and not bracketed


def metrics_in_step(sentence: Sentence, attached: list[Attached]) -> list[Attached]:
    """Figures given "respectively" for the metrics that the clause before has named in this order."""
    text = sentence.scene.text
    for i in range(len(attached)):
        row = figure_row(attached[i:], sentence)
        earlier = list(dict.fromkeys(x.metric.id for x in attached[:i] if x.metric.id))[-len(row) :]
        one = len({x.metric.id for x in row}) == 1 and len({x.subjects[0].id for x in row}) == 1
        if len(row) < 2 or len(earlier) != len(row) or not one or not re.match(r"[ ,*]*respectively\b", text[row[-1].quantity.outer_end :]):
            continue
        out = list(attached)
        for x, id_ in zip(row, earlier, strict=True):
            fitted = fit(x.quantity, sentence.vocabulary.metrics[id_])
            if fitted:
                out[out.index(x)] = replace(x, metric=Choice(id_, 7.0, "metrics in step"), fit=fitted)
        return out
    return attached
