"""What the word for an event has as its object: "released its new X and Y", "launched two models: X and Y"."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck import patterns
from factcheck.extract.dates.events import Told, suits
from factcheck.extract.dates.left_out import blanked
from factcheck.extract.dates.name_groups import part_of_other, together
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

# What stands between a word and its object, and what may not: "released its new X", but "released a paper on X".
OBJECT = compile_re(r"[\s*\"“:,–—]*(?:[\w'’.$-]+[\s*\"“,–—]+){0,9}")
OBJECT_STOP = compile_re(
    r"[.;:()?!]|(?<![\w-])(?:in|on|at|with|by|from|to|than|after|before|as|while|when|is|was|are|were|but|that|which|who|into|over|under|during|since"
    r"|until|between|alongside|via|through|across|within|for|about|against|showing|comparing|using|and|not|plans?|details?|results?|support|paper|report|study|comparisons?|tutorials?|guides?|evaluations?|times|size|twice|half|like|similar|rivals?|competitors?)(?![\w-])",
    re.IGNORECASE,
)
# "released a smaller one for phones: X", "a model that reads whole books, called X"
NAMELY = compile_re(
    r"(?! (?:in|on|at|with|across|via|as|for|and|by)\b)(?:(?: [\w-]+){1,8}"
    r"| (?:a|an|the|our|its) (?:[\w-]+ ){0,5}(?:model|checkpoint|system|assistant)\b[^.;:!?()]{0,120}): ?[*\"“\[]*"
    r"| (?:a|an|the|our|its) (?:[\w-]+ ){0,5}(?:model|checkpoint|system|assistant)\b[^.;:!?()]{0,120},? (?:called|named|dubbed) [*\"“\[]*"
)
NO_MODEL = compile_re(
    r"\b(?:plans?|details?|results?|support|papers?|reports?|stud(?:y|ies)|comparisons?|tutorials?|guides?|evaluations?|code|demos?|data\w*|updates?"
    r"|features?|tools?|benchmarks?|prices?|apps?|deals?)\b",
    re.IGNORECASE,
)
PACKED = compile_re(r"\b(?:[BM]?X?F?P\d+|INT\d+|GGUF|AWQ|GPTQ|ONNX|MLX|quanti[sz]ed|\d+-?bit)\b", re.IGNORECASE)  # a copy of the model
NUMBERS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
MANY = compile_re(
    r" (?:its |the )?(?P<count>two|three|four|five|six|[2-6])(?: [\w.-]+){0,5}? (?:models|versions|sizes|variants|products)\b",
    re.IGNORECASE,
)
ALL_OF_THEM = compile_re(
    r"\b(?P<count>two|three|four|five|six|[2-6])(?: [\w.-]+){0,3}? (?:models|versions|sizes|variants|products) (?:were |are )?$",
    re.IGNORECASE,
)
HEADS = compile_re(r"(?::|[,;]|[,;]? and) [*\"“]*$")
INCLUDES = compile_re(
    r"[*\"”]*(?: (?:series|family|models?|collection|suite|line))*,?(?: which| that)?"
    r" (?:includ(?:es?|ing)|consist(?:s|ing) of|compris(?:es|ing)|namely|com(?:es|ing) in)(?: [\w-]+){0,4}:? ?[*\"“\[]*"
)
WEIGHTS_OF = compile_re(r"^(?: [\w-]+){0,6} (?:weights|checkpoints?) (?:of|for)\b")  # "released the code and weights of X"
NAMED = compile_re(r"[^.;:()]{0,40}?,? (?:named|called|dubbed|known as) [*“\"\[]*")
ITSELF = compile_re(r"(?:version|variant|release) of\b")  # "a new version of X" may be X
MEMBER = compile_re(r"\b(?:model|version|member|variant|release) (?:of|from|in) (?:the |its |our )?[*“\"\[]*$")
COLON = compile_re(r"(?: \w+){0,2}: [*“\"\[]*")
# "the first model of the X series for phones, X-Small", "the X series image model X-Small"
APART = compile_re(r"(?: [\w-]+){0,6}[,:] [*“\"\[]*")
KIND = compile_re(r"(?: (?:series|family|line))?(?: [\w-]+){0,4} (?:model|checkpoint|version|variant|LLM)[,:]? [*“\"\[]*")


def object_of(sentence: Sentence, event: Told, after: list[SubjectMark]) -> list[str]:
    """What follows the word for an event as its object: "released its new X and Y", "the launch of X"."""
    if sentence.scene.text.endswith((" on", " in", " at"), event.start, event.end):
        return []  # where it can be had, or when: "available on X"
    for mark in after:
        if mark.pronoun and mark.text.lower() == "its":
            continue  # whose it is, not what it is
        gap = blanked(sentence, event.end, mark.start)
        if not suits(event, mark.id, sentence.vocabulary):
            if mark.id is None and not mark.pronoun and OBJECT.fullmatch(gap):
                return []
            continue
        if PACKED.search(gap):
            return []
        if NAMELY.fullmatch(gap) and not NO_MODEL.search(gap) and not part_of_other(sentence, mark):
            return included(sentence, mark, event)
        family = family_of(sentence, event, mark)
        gap = blanked(sentence, event.end, family.start) if family else gap
        gap = WEIGHTS_OF.sub("", patterns.sub(r"^[ *\"]*(?:of|and (?:re)?\w+ed|out|for)\b", "", gap))
        member = MEMBER.search(gap)
        gap = gap[: member.start()] if member else gap
        if not OBJECT.fullmatch(gap) or OBJECT_STOP.search(gap) or part_of_other(sentence, mark):
            return []
        ids = included(sentence, mark, event)
        return [] if member and not family and ids == together(sentence, mark, event) and not ITSELF.match(member.group()) else ids
    return []


def family_of(sentence: Sentence, event: Told, mark: SubjectMark) -> SubjectMark | None:
    """The family that is named on the way from an event to one of its members: "a larger model in the X series, X-Large"."""
    between = [m for m in sentence.scene.subjects if m.modifier and m.id and event.end <= m.start and m.end <= mark.start]
    return next((m for m in between if renamed(sentence, m, mark)), None)


def included(sentence: Sentence, mark: SubjectMark, event: Told) -> list[str]:
    """The ids of what was released, and of what a series is said to include: "the X series, which includes A and B"."""
    marks = [m for m in sentence.subjects if m.id and m.start >= mark.start and suits(event, m.id, sentence.vocabulary)]
    if len(marks) > 1 and renamed(sentence, *marks[:2]):
        return together(sentence, marks[1], event, alone=True)
    ids = together(sentence, mark, event)
    for last, first in pairwise(marks):
        of_it = (last.id in ids or last.start == mark.start) and first.id not in ids
        if of_it and INCLUDES.fullmatch(sentence.scene.text, last.end, first.start):
            return list(dict.fromkeys([*ids, *together(sentence, first, event)]))
    return ids


def renamed(sentence: Sentence, one: SubjectMark, other: SubjectMark) -> bool:
    """Whether what was released has a name of its own: "a new version of X, named Y", "the first model of X: Y", "the X image model Y"."""
    text, subjects = sentence.scene.text, sentence.vocabulary.subjects
    if NAMED.fullmatch(text, one.end, other.start):
        return True
    if MEMBER.search(text, 0, one.start) and COLON.fullmatch(text, one.end, other.start):
        return True
    kin = subjects[other.id or ""].family == one.id or subjects[other.id or ""].name.startswith(subjects[one.id or ""].name)
    apart = KIND.fullmatch(text, one.end, other.start) or (
        MEMBER.search(text, 0, one.start) and APART.fullmatch(text, one.end, other.start)
    )
    return kin and apart is not None


def enumerated(sentence: Sentence, event: Told, after: list[SubjectMark]) -> list[str]:
    """As many things as are counted, listed behind a colon: "launched two models on Monday: X for phones, and Y for desks"."""
    text = sentence.scene.text
    counted = MANY.match(text, event.end, sentence.end) or ALL_OF_THEM.search(text, sentence.start, event.start)
    colon = text.find(":", max(counted.end(), event.end), sentence.end) if counted else -1
    if counted is None or colon < 0:
        return []
    named = [m for m in after if m.start > colon and suits(event, m.id, sentence.vocabulary) and HEADS.search(text, colon, m.start)]
    ids = list(dict.fromkeys(m.id or "" for m in named))
    return ids if len(ids) == int(NUMBERS.get(counted["count"].lower(), counted["count"])) else []
