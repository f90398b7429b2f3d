"""Figures in the brackets that follow a name, and figures with a name of their own behind them."""

from __future__ import annotations

from factcheck import patterns
from factcheck.extract.names.between import WORDS
from factcheck.extract.names.phrases import LINKS
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.subject_asides import FOR

MODES = frozenset("thinking reasoning instruct instant high medium low max xhigh minimal extended preview".split())
SETTINGS = frozenset("model s at with in on effort mode setting thinking tools".split())  # "S at high reasoning effort (q)"


def in_brackets(sentence: Sentence, quantity: Quantity, mark: SubjectMark, rivals: list[SubjectMark]) -> tuple[float, str] | None:
    """A figure in the brackets that follow a subject: "S (q)", "S's model (q)", "S and T (both near q)"."""
    bracket = sentence.scene.bracket(quantity.start)
    if not bracket or mark.end > bracket[0] or any(bracket[0] < s.start < quantity.start for s in sentence.subjects):
        return None
    if any(
        quantity.outer_end < s.start < bracket[1] and FOR.fullmatch(sentence.scene.text, quantity.outer_end, s.start)
        for s in sentence.subjects
    ):
        return None  # "S (57 vs 49 for T)"
    lead = sentence.scene.text[mark.end : bracket[0]]
    if not lead.strip(" *_\"”’'"):
        return 9.0 - 0.05 * len(sentence.words(bracket[0], quantity.outer_start)), "S (q)"
    words = {w.lower() for w in WORDS.findall(lead)}
    if words <= LINKS | MODES | SETTINGS and not patterns.search(r"[,;.]", lead) and len(lead) < 34 and not rivals:
        return 7.0, "S (q)"
    return None
