"""Figures of somebody whom the vocabulary does not know, or of others than the subject."""

from __future__ import annotations

import re

from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Choice, Sentence
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
SOME = compile_re(r"\b(?:[Aa]n?|another|its|their|one|two|three|new)(?: (?!(?:of|in|on|for|with|to|from|than)\b)[\w-]+){0,4} $")
KIN = compile_re(
    r"\b(?:siblings|sisters|brothers|cousins|others"
    r"|(?:smaller|larger|bigger|other|further|more|additional) (?:[\w-]+ )?"
    r"(?:models|variants|versions|ones|sizes|checkpoints|members))[*_]* ?$",
    re.IGNORECASE,
)
ANOTHER = compile_re(  # "it also has a new 7B model"
    r"\b(?:also|separately|meanwhile)\b[^.;:]{0,40} an?(?: [a-z-]+){0,3} $"
    r"|\b(?:another|a (?:second|third|separate|sister))(?: [a-z-]+){0,3} $",
    re.IGNORECASE,
)
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


def anothers_model(sentence: Sentence, quantity: Quantity, choice: Choice) -> bool:
    """Whether a figure says what sort of model somebody makes who does not make what the passage is about: "B put out a 400B model"."""
    subjects, text = sentence.vocabulary.subjects, sentence.scene.text
    maker = subjects[choice.id or ""].maker
    if maker and ANOTHER.search(text, sentence.start, quantity.outer_start) and A_MODEL.match(text, quantity.end):
        return True
    if maker is None or not A_MODEL.match(text, quantity.end) or not SOME.search(text, sentence.start, quantity.outer_start):
        return False
    led = next((s.id for s in sentence.subjects if s.id and not s.object and not sentence.oblique(s)), None)
    return led not in (None, maker, choice.id) and subjects[led or ""].kind == "organisation"


def of_a_stranger(sentence: Sentence, quantity: Quantity) -> str | None:
    """Why a figure is that of nobody known, where it says what sort of model a name is that the vocabulary lacks; None for any other."""
    text, bracket = sentence.scene.text, sentence.scene.bracket(quantity.start)
    if bracket and quantity.scaled and KIN.search(text, sentence.start, bracket[0]):
        return "the size of kin without a name"  # "S and three siblings (4B, 2B)"
    if quantity.dimension not in ("number", "parameters", "tokens") or not A_MODEL.match(text, quantity.end):
        return None
    name = NAME_BEFORE.search(text, sentence.start, quantity.outer_start)
    known = [(s.start, s.end) for s in sentence.scene.subjects] + [(d.start, d.end) for d in sentence.scene.dates]
    if not name or any(start < name.end("name") and name.start() < end for start, end in known):
        return None
    return f"it is the figure of {name['name']!r}, which the ledger lacks"
