"""Figures of somebody whom the vocabulary does not know, or of others than the subject."""

from __future__ import annotations

import re

from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re

ALL = compile_re(r"(?:all|both|each)\b", re.IGNORECASE)
# "released Voxa, a 4-billion-parameter speech model": of a name that the vocabulary lacks.
NAME_BEFORE = compile_re(
    r"(?<![.!?:] )(?<!^)(?<!\n)\b(?P<name>[A-Z][\w.+-]*(?: [A-Z\d][\w.+-]*){0,3})[*_\"”’]{0,3}(?: \([^()]*\))?"
    r", (?:an?|its|the) (?:[\w-]+ ){0,4}$"
)
LEADS = compile_re(r"[\W\d]*(?:[A-Z][\w.-]*(?: [A-Z][\w.-]*)?['’]s? )?[*_\"“`]*")
LED = compile_re(r"[*_\"”`]*(?: \([^()]*\))?[*_]*(?: [—–-] |: )")
A_MODEL = compile_re(
    r"(?:[ -](?:(?!(?:of|in|on|for|with|and|or|that|which|to|from|than)\b)\w+)){0,9}?"
    r"[ -](?:model|LLM|MoE|transformer|network|checkpoint)\b"
)


def set_against(sentence: Sentence, quantity: Quantity) -> str | None:
    """Why a figure is that of nobody known, where brackets set it against one whose name the vocabulary lacks: "(vs. Opus at $5)"."""
    bracket = sentence.scene.versus(quantity.start)
    known = not bracket or sentence.rival or any(bracket[0] < s.start < bracket[1] for s in sentence.subjects)
    return None if known else "the figure of what something is set against in brackets"


def led(sentence: Sentence) -> SubjectMark | None:
    """Whose name, unknown to the vocabulary, leads the block of a sentence: "**Quartz-8** (Tide): 32K context", "Tide's Quartz 8 — 8B"."""
    first = next((s for s in sentence.subjects if s.unknown), None)
    text = sentence.scene.text
    leads = first is not None and LEADS.fullmatch(text, 0, first.start) is not None and LED.match(text, first.end) is not None
    return first if leads else None


def of_others(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure in brackets is said of all that stand before these, who are no models: "behind the labs A and B (both at 57)"."""
    text, bracket = sentence.scene.text, sentence.scene.bracket(quantity.start)
    if bracket is None or not ALL.match(text, bracket[0] + 1):
        return False
    beside = [s for s in sentence.subjects if s.end <= bracket[0] and not text[s.end : bracket[0]].strip(" *_\"”’'")]
    return not any(sentence.is_model(s.id) for s in beside)


def of_a_stranger(sentence: Sentence, quantity: Quantity) -> str | None:
    """Why a figure is that of nobody known, where it says what sort of model a name is that the vocabulary lacks; None for any other."""
    text = sentence.scene.text
    if quantity.dimension not in ("number", "parameters", "tokens") or not A_MODEL.match(text, quantity.end):
        return None
    name = NAME_BEFORE.search(text, sentence.start, quantity.outer_start)
    known = [(s.start, s.end) for s in sentence.scene.subjects] + [(d.start, d.end) for d in sentence.scene.dates]
    if not name or any(start < name.end("name") and name.start() < end for start, end in known):
        return None
    return f"it is the figure of {name['name']!r}, which the ledger lacks"
