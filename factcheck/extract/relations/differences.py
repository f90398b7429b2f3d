"""Figures that say by how much two things differ: "12 points ahead of", "leads by 3.5", "+4.1 vs", "21% fewer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck import patterns
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.number_words import SMALL
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.relations.relation_figures import Figure
from factcheck.patterns import compile_re
from factcheck.values import Number, Range

# What follows or precedes a figure that says by how much two things differ.
POINTS = r"[- ](?:(?!data|price|bullet|key|talking|selling|access)[\w.-]+[- ])??(?:points?|pts|pp)\b"
APART = compile_re(
    rf"[*]*(?:{POINTS})?[* -]*(?:index )?"
    r"(?:ahead of|behind|above|below|clear of|short of|shy of|adrift of|ahead|higher|lower|better|worse|(?:more|less|fewer|faster|slower"
    r"|cheaper|smaller|larger|bigger|shorter|longer|greater|quicker|reduced|improved|increased)\b"
    r"|(?:(?!the\b)\w[\w.]*[ -]){0,5}?(?:lead|advantage|gap|edge|improvement|increase|jump|leap|surge|swing|uplift|gain|deficit|drop"
    r"|reduction|boost|decrease"
    r"|savings?|discount|premium|speed-?up|margin)\b)",
)
OVER = compile_re(rf"[*]*(?:{POINTS})?[*]* over (?=its |the |their |[*A-Z])")
EITHER = compile_re(r"\b(?P<n>" + "|".join(w for w in SMALL if w.isalpha()) + r") (?:or|to) $", re.IGNORECASE)  # "two or three points"
WITHIN = compile_re(r"\bwithin (?:just |only |about |roughly |around )?[*]*$")
CLOSE_TO = compile_re(rf"[*]*(?:{POINTS})?[*]*(?: (?:[\w.-]+ ){{0,3}}?)of (?!view|sale|failure|contact)")
CHANGED = compile_re(
    r"\b(?:by|up|down|gain(?:s|ed|ing)|los(?:es|t|ing)|(?:lead|advantage|gap|edge|margin|improvement|increase|gain|jump|drop"
    r"|reduction)s? (?:of|by|between))"
    r"(?: (?:about|around|roughly|nearly|almost|over|more than|a|an|just|only|up to|another|at least|to|full))*[ ~*]*$",
    re.IGNORECASE,
)
# "improves 5 points": only points, for what rises by a percentage is mostly a price or a share
MOVED = compile_re(
    r"\b(?:improv(?:es|ed|ing)|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|leap(?:s|ed|t)?|ris(?:es|ing)|rose|advanc(?:es|ed|ing)|add(?:s|ed|ing))"
    r"(?: (?:about|around|roughly|nearly|almost|over|more than|a|an|just|only|another|full))*[ ~*]*$",
    re.IGNORECASE,
)
# "by 4 points on A, 6 on B and 11 on C": the next of such a list
SERIES = compile_re(
    r"\b\d[\d.]*(?:[- ]percentage)?[- ]points? (?:on|in) [^.;:()]{2,40}?,?(?: \d[\d.]* (?:on|in) [^.;:()]{2,40}?,?){0,4} (?:and )?[*]*$"
)
LISTED_ON = compile_re(r"[*]* (?:on|in) ")
ALSO = compile_re(
    r"\bpoints?\b(?:[^.;]|\.(?=\d))*(?: and|,|,? but) (?:about |roughly |nearly |just )?[*]*$"
)  # "3 points behind A and 12 ahead of B"
APART_TOO = compile_re(r"[*]* (?:ahead of|behind|above|below|clear of) [*A-Z]")
# "saves 40% of the training cost"
SAVES = compile_re(
    r"\b(?:sav(?:es|ed|ing)|cut(?:s|ting)|reduc(?:es|ed|ing)|slash(?:es|ed|ing)|trim(?:s|med|ming)|shav(?:es|ed|ing)(?: off)?)"
    r"(?: (?:about|around|roughly|nearly|almost|over|more than|up to|as much as|some|at least))*[ ~*]*$",
    re.IGNORECASE,
)
OF_COST = compile_re(
    r"[*]* of (?:(?:the|its|their|total|overall) )*(?:[\w-]+ ){0,2}?(?:costs?|expenses?|memory|compute|time|tokens|latency|energy)\b"
)
SHARED = compile_re(r"\s?(?:of|share|chance|stake|owned|probability|accuracy|pass rate|resolution)\b")


def differences(sentence: Sentence, taken: set[int]) -> Iterator[Figure]:
    """Figures that say by how much: "12 points ahead of", "leads by 3.5", "+4.1 vs", "21% fewer"."""
    text = sentence.scene.text
    for q in sentence.quantities:
        form = difference_form(sentence, q) if q.start not in taken else None
        if form and form != "next of n":
            value = -q.value if isinstance(q.value, Number) and q.value.value < 0 else q.value
            unit = (
                "elo"
                if q.dimension == "elo"
                else "percent"
                if q.dimension == "percent" and text[q.end : q.end + 6] != " point"
                else "points"
            )
            lower = EITHER.search(text, sentence.start, q.start)
            least = Decimal(SMALL[lower["n"].lower()]) if lower else None
            if lower and least is not None and isinstance(value, Number) and least < value.value:
                yield Figure(lower.start("n"), q.end, q.outer_end, "difference", Range(Number(least), value), unit, "range", None, form)
            else:
                yield Figure(q.start, q.end, q.outer_end, "difference", value, unit, "<=" if form == "within n" else q.op, q.hedge, form)


def difference_form(sentence: Sentence, q: Quantity) -> str | None:
    """By which words a quantity says how much two things differ, None if it does not."""
    text = sentence.scene.text
    after, before = text[q.outer_end : min(q.outer_end + 48, sentence.end)], text[max(sentence.start, q.outer_start - 48) : q.outer_start]
    if q.dimension not in ("percent", "points", "number", "elo") or q.year or q.scaled:
        return None
    unit = q.dimension in ("percent", "points", "elo") or bool(patterns.match(POINTS, after))
    if q.signed and text[q.start] == "+" and not q.words:
        if patterns.match(r"[^.;,]{0,18}?(?:vs\.?|over|versus|compared|from|ahead of|above)[ *]", after):
            return "+n vs"
        marks = [
            m
            for m in sentence.metrics
            if m.cue is None and m.id and m.end <= q.start and patterns.fullmatch(r"[\s:(*]*", text[m.end : q.start])
        ]
        limits = sentence.vocabulary.metrics[marks[-1].id or ""].range if marks else None
        if limits and limits[0] >= 0:
            return "M +n"
        return "by n" if CHANGED.search(before) or patterns.search(r"\+[\d.]+ [\w-]+(?:,| and|, and) [*]*$", before) else None
    lead = text[sentence.start : q.outer_start]
    if q.dimension == "number" and not unit:
        if LISTED_ON.match(after) and SERIES.search(lead):
            return "next of n"
        return "n points ahead" if APART_TOO.match(after) and ALSO.search(lead) else None
    if unit and WITHIN.search(before) and CLOSE_TO.match(after):
        return "within n"
    if q.dimension == "percent" and SAVES.search(before) and OF_COST.match(after):
        return "n of M saved"
    if not unit or (q.dimension == "percent" and SHARED.match(after)):
        return None
    points = q.dimension == "points" or (q.dimension == "number" and unit)
    if APART.match(after.lstrip() if not after.startswith((" ", "-")) else after) or (points and OVER.match(after)):
        return "n points ahead"
    if points and MOVED.search(before):
        return "by n"
    return "by n" if CHANGED.search(before) and not patterns.search(r"\bdiscount\w* by [*]*$", before) else None
