"""Whose event it is: what was released, not who released it; who was founded, not by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck import patterns
from factcheck.extract.dates.events import Told, suits, told
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

# What may stand between a thing and the word for what happened to it: "X, which was first", "X's", "X - due to be".
SAID = compile_re(
    r"(?:[\s,*\"“”(:|–—-]|['’]s?\b|\b(?:which|that|and|but|both|all|when|they|was|were|is|are|has|have|had|been|be|being|will|would|to|could|should|may"
    r"|might|did|not|also|first|initially|originally|then|now|just|already|only|get|gets|got|slated|set|due|scheduled|expected|planned|planning"
    r"|for|on|in|of|with|its?|their|the|a|an|upcoming|planned|early|mid|late|model|models|family|series|version|versions|preview|open|public|general|full|beta"
    r"|commercial|global|itself|reliable|latest|newest|official|stated|actual|current|launch|release|debut|rollout|arrival|\w+ly)\b)*"
)
# "X, the smallest model of the family,", "X is a language model"
APPOSED = compile_re(r"[*\"”]*(?:,? ?[–—(]? ?| (?:is|was|are|were) )(?:an?|the|its|their|our|one of)\b(?: [\w.'’$%()/-]+,?){1,14} ?")
ASIDE = compile_re(r"[*\"”]*, (?:an?|the|its|one of)\b[^,.;:()]*")
# What stands between a word and its object, and what may not: "released its new X", but "released a paper on X".
OBJECT = compile_re(r"[\s*\"“:,–—]*(?:[\w'’.$-]+[\s*\"“,–—]+){0,9}")
OBJECT_STOP = compile_re(
    r"[.;:()?!]|\b(?:in|on|at|with|by|from|to|than|after|before|as|while|when|is|was|are|were|but|that|which|who|into|over|under|during|since"
    r"|until|alongside|via|through|across|within|for|about|against|showing|comparing|using|and|not|plans?|details?|results?|support|paper|report|study|times|size|twice|half|like|similar|rivals?|competitors?)\b",
    re.IGNORECASE,
)
QUOTED = compile_re(r"[\"“]$")  # the event begins a quotation
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
COUNTED = compile_re(
    r"\b(?:\d{1,3},\d{3}|[\d.–-]+ (?:thousand|million)|thousands|millions|dozens)(?: \w+){0,3} of (?:the |its )?[*\"“]*$"
    r"|\b[\d.,–-]+ (?:thousand|million) $"
)
# A noun after a name makes it one of those: "GPT-5's system card", "Claude users".
NOUN_AFTER = compile_re(
    r"['’]s? \w|[- ](?:(?:technical |research |tech )?(?:papers?|reports?)|system cards?|benchmarks?|results?|support|API|apps?"
    r"|integrations?|users?|subscribers?|pricing"
    r"|plugins?|tools?|demos?|code|data|datasets?|research|customers?|features?|store|spaces?|subscriptions?|powered|based|like|level|class|rivals?"
    r"|competitors?|successors?|clones?|eval)\b"
)
HEAD = compile_re(r"\b(?P<noun>[a-z]+) (?:of|for|on|about|behind|to|with|containing) (?:the |its )?[*\"“]*$")
# A word for something else right behind: "announced price cuts", "launched support for".
OWN_OBJECT = compile_re(
    r" (?!(?:in|on|at|by|to|for|as|with|from|into|under|over|across|via|through"
    r"|within|without|after|before|since|until|during|around|about|between"
    r"|back|just|only|earlier|later|last|next"
    r"|this|today|yesterday|and|or|but|while|when|again|\w+ly|out|alongside|an? (?:year|month|week|day|few)|two|three|four|five|six"
    r"|the (?:same|next|following|previous)|of|that|which|early|mid|late|worldwide|date|is|was|will|has)\b)[a-z]"
)
# "released Tern R": a name that nobody knows.
STRANGER = compile_re(
    r" (?:(?:the|its|their|a|new|first) ){0,2}[*_\"“]{0,3}(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|I\b)[A-Z][a-zA-Z]"
)
NEAR = 24  # characters from an event to the name of what it happened to
LONGER = compile_re(r" [A-Z][a-z]")  # behind the name of a family: the name of one of its models
REDUCED = compile_re(r"\bmodels? $")  # "on X, the open model released by": the model was, not what is on it
PASSIVE = compile_re(r"\b(?:was|were|is|are|been|be|being|got|gets)(?: \w+)? $", re.IGNORECASE)
# A noun in front that is none of the names: "a report published in May".
FOREIGN = compile_re(r"(?P<noun>(?:version )?[\w’'-]*\w),?(?: (?:was|were|is|are|been|be|has|have|had|will|first|also|recently|\w+ly))* $")
CLASS = frozenset(
    (
        "model models weights version family series system assistant chatbot llm one flagship variant release generation "
        "product lineup iteration preview organization organisation company it they which that who we i and or but the its a to "
        "then date initial official public through up on of in since for with after before at when by as until between from was were is "
        "are been be will has have had new now already just once initially originally finally officially first recently also "
        "general full early mid late planned expected"
    ).split()
)
FRAGMENT = compile_re(
    r"\W*(?:(?:the|its|it|s|this|our|beta|new|latest|next|upcoming|flagship|was|is|were|has|been|first|initial(?:ly)?|original(?:ly)?|official(?:ly)?|model|models?|date|general|public|also|and"
    r"|now|in|on|with|a|an|of|version|both|all|which|that)\b\W*)*",
    re.IGNORECASE,
)
MENTIONED = compile_re(r"series|seed|funding|financing|investment", re.IGNORECASE)  # a round that nobody is said to close
INCLUDES = compile_re(
    r"[*\"”]*(?: (?:series|family|models?|collection|suite|line))*,?(?: which| that)?"
    r" (?:includ(?:es?|ing)|consist(?:s|ing) of|compris(?:es|ing)|namely|com(?:es|ing) in)(?: [\w-]+){0,4}:? ?[*\"“\[]*"
)
WEIGHTS_OF = compile_re(r"^(?: [\w-]+){0,6} (?:weights|checkpoints?) (?:of|for)\b")  # "released the code and weights of X"
PARTNER = compile_re(r"\b(?:by|from|with|to|of|at|for|in)\b[^,;.]*$")  # with whom, or from whom
BY = compile_re(r"\bby\b[^,;.]*$")  # those who did it, and whom they come from
THESE = compile_re(r"(?:these|both|all (?:of )?these|all three)(?: \w+)? ?(?:models|systems|LLMs|versions)", re.IGNORECASE)
STATED = ("cut-off", "open weights", "funding")  # of whom the passage is about, where nobody is named
RELATIVE = compile_re(r", (?:who|whose)\b[^,.;]{1,80},")
COORDINATED = compile_re(r"(?:\s|,|and\b|&|plus\b|\+|/|both\b|the\b|its\b|[*\"“”•])*")
NAMED = compile_re(r"[^.;:()]{0,40}?,? (?:named|called|dubbed|known as) [*“\"\[]*")
MEMBER = compile_re(r"\b(?:model|version|member|variant|release) (?:of|from|in) (?:the |its |our )?[*“\"\[]*$")
COLON = compile_re(r"(?: \w+){0,2}: [*“\"\[]*")
FAR = 10  # words


def whose(sentence: Sentence, event: Told) -> list[tuple[str, str]]:
    """Whose event it is, with the reason: what was released, not who released it. Nothing where that is in doubt."""
    of_makers = event.kinds is not None and "organisation" in event.kinds
    text, marks = sentence.scene.text, [m for m in sentence.subjects if of_makers or not organisational(m)]
    if any(COUNTED.search(text, event.end, m.start) for m in marks):
        return []  # "shipped 40,000 units of X"
    if of_makers:
        marks = [m for m in marks if not BY.search(sentence.scene.text, event.end, m.start)]
    if QUOTED.search(text, sentence.start, event.start):
        marks = [m for m in marks if m.start >= event.end]
    before = [m for m in marks if m.end <= event.start]
    after = [m for m in marks if m.start >= event.end]
    if event.doer:
        after = [m for m in after if not PARTNER.search(text, event.end, m.start)]
        marks = before if any(suits(event, m.id, sentence.vocabulary) for m in before) else [*before, *after]
    elif event.kinds and (not before or not PASSIVE.search(text[sentence.start : event.start])):
        found = object_of(sentence, event, after) or enumerated(sentence, event, after)
        said = blanked(sentence, event.end, sentence.end)
        strange = STRANGER.match(said) and not any(m.start - event.end < NEAR for m in after)
        if found or (event.rule != "cut-off" and (strange or OWN_OBJECT.match(said))):
            return [(i, "what the event happens to") for i in found]
    for i, mark in reversed(list(enumerate(before))):
        if sentence.scene.bracket(mark.start) not in (None, sentence.scene.bracket(event.start)):
            continue
        if any(ASIDE.fullmatch(text, m.end, mark.start) for m in before[:i]) and text[mark.end : mark.end + 1] == ",":
            continue  # "X, a chatbot that uses Y, was released"
        gap = blanked(sentence, mark.end, event.start)
        if event.kinds is None and dated_between(sentence, mark, event):
            continue
        head = HEAD.search(text, sentence.start, mark.start)
        if head and head["noun"] not in CLASS and SAID.fullmatch(gap) and not REDUCED.search(gap):
            return []  # "the report on X was released"
        if SAID.fullmatch(gap) or (APPOSED.fullmatch(gap) and not NOUN_AFTER.match(text, mark.end)):
            if suits(event, mark.id, sentence.vocabulary):
                ids = together(sentence, mark, event)
                return [(i, "what the event happened to") for i in ids if event.rule != "funding" or len(ids) == 1]
            if mark.id is None and THESE.fullmatch(mark.text):
                named = sentence.around.group or [c.id or "" for c in sentence.around.subjects[:1]]
                return [(i, "several named before") for i in named if suits(event, i, sentence.vocabulary)]
            if mark.id is None and not mark.pronoun:
                return []
        elif not suits_not(sentence, event, mark):
            break
    if listed := enumerated(sentence, event, after):
        return [(i, "counted and listed") for i in listed]
    foreign = FOREIGN.search(blanked(sentence, sentence.start, event.start))
    if (
        foreign
        and not event.doer
        and not (event.rule == "cut-off" and not foreign["noun"].endswith("s"))
        and not (event.rule in STATED and "," in foreign.group())
        and foreign["noun"].lower() not in CLASS
        and not any(m.text.endswith(foreign["noun"]) for m in before)
    ):
        return []
    return nearby(sentence, event, marks) or passage(sentence, event, marks)


def dated_between(sentence: Sentence, mark: SubjectMark, event: Told) -> bool:
    """Whether a date stands between a name and the word for an event: it dates something else."""
    return any(mark.end <= d.start < event.start for d in sentence.scene.dates)


def organisational(mark: SubjectMark) -> bool:
    """Whether a pronoun means a maker rather than a thing made."""
    return mark.pronoun and patterns.search(r"company|startup|firm|lab\b", mark.text) is not None


def suits_not(sentence: Sentence, event: Told, mark: SubjectMark) -> bool:
    return mark.id is not None and not suits(event, mark.id, sentence.vocabulary)


def blanked(sentence: Sentence, start: int, end: int) -> str:
    """A stretch of text without its dates, brackets and relative clauses, and without the names of makers in it."""
    scene, vocabulary = sentence.scene, sentence.vocabulary
    spans = [(d.start, d.end) for d in scene.dates]
    spans += [(a, b + 1) for a, b in scene.brackets if start <= a and b < end]
    spans += [(m.start, m.end) for m in scene.subjects if m.id and vocabulary.subjects[m.id].kind in ("organisation", "person")]
    out, at = "", start
    for a, b in sorted(spans):
        if at <= a and b <= end:
            out += scene.text[at:a]
            at = b
    return patterns.sub(" {2,}", " ", patterns.sub(r" +,", ",", RELATIVE.sub("", out + scene.text[at:end])))


def included(sentence: Sentence, ids: list[str], event: Told) -> list[str]:
    """The ids of what was released, and of what a series is said to include: "the X series, which includes A and B"."""
    text, vocabulary = sentence.scene.text, sentence.vocabulary
    marks = [m for m in sentence.subjects if m.id and suits(event, m.id, vocabulary)]
    for last, first in pairwise(marks):
        if [last.id] == ids and renamed(text, last, first):
            return [first.id or ""]
        if last.id in ids and first.id not in ids and INCLUDES.fullmatch(text, last.end, first.start):
            return list(dict.fromkeys([*ids, *together(sentence, first, event)]))
    return ids


def renamed(text: str, one: SubjectMark, other: SubjectMark) -> bool:
    """Whether what was released has a name of its own: "a new version of X, named Y", "the first model of X: Y"."""
    gap = text[one.end : other.start]
    return NAMED.fullmatch(gap) is not None or (MEMBER.search(text, 0, one.start) is not None and COLON.fullmatch(gap) is not None)


def object_of(sentence: Sentence, event: Told, after: list[SubjectMark]) -> list[str]:
    """What follows the word for an event as its object: "released its new X and Y", "the launch of X"."""
    for mark in after:
        gap = blanked(sentence, event.end, mark.start)
        if not suits(event, mark.id, sentence.vocabulary):
            if mark.id is None and not mark.pronoun and OBJECT.fullmatch(gap):
                return []
            continue
        gap = patterns.sub(r"^[ *\"]*(?:of|and (?:re)?\w+ed|out|for)\b", "", gap)
        gap = WEIGHTS_OF.sub("", gap)
        if OBJECT.fullmatch(gap) and not OBJECT_STOP.search(gap) and not part_of_other(sentence, mark):
            return included(sentence, together(sentence, mark, event), event)
        return []
    return []


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


def part_of_other(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name only begins that of something else: "GPT-5's system card", "BitNet Embeddings"."""
    text = sentence.scene.text
    return bool(NOUN_AFTER.match(text, mark.end) or (mark.id in sentence.vocabulary.families and LONGER.match(text, mark.end)))


def together(sentence: Sentence, mark: SubjectMark, event: Told) -> list[str]:
    """The ids of a mark and of those that a comma or "and" joins to it."""
    marks = [
        m for m in sentence.scene.subjects if m.id and sentence.start <= m.start < sentence.end and suits(event, m.id, sentence.vocabulary)
    ]
    at = next((i for i, m in enumerate(marks) if m.start == mark.start), None)
    if at is None:
        return [mark.id or ""]
    first = last = at
    while first and COORDINATED.fullmatch(sentence.scene.text, marks[first - 1].end, marks[first].start):
        first -= 1
    while last + 1 < len(marks) and COORDINATED.fullmatch(sentence.scene.text, marks[last].end, marks[last + 1].start):
        last += 1
    kind = sentence.vocabulary.subjects[mark.id or ""].kind
    return list(dict.fromkeys(m.id for m in marks[first : last + 1] if m.id and sentence.vocabulary.subjects[m.id].kind == kind))


def nearby(sentence: Sentence, event: Told, marks: list[SubjectMark]) -> list[tuple[str, str]]:
    """The nearest name in the event's clause, or the only one of the sentence that fits, if it is not far and nobody unknown is between."""
    fitting = {m.id for m in marks if suits(event, m.id, sentence.vocabulary)}
    only = len(fitting) == 1 and all(m.id for m in marks)
    best: tuple[int, SubjectMark] | None = None
    for mark in marks:
        if event.kinds is None and (mark.start > event.start or dated_between(sentence, mark, event)):
            continue  # what a thing did, not what was done to it
        if aside_of_others(sentence, mark, event):
            continue
        if mark.object or not (only or sentence.same_clause(mark.start, event.start)):
            continue
        a, b = (mark.end, event.start) if mark.end <= event.start else (event.end, mark.start)
        words = len(blanked(sentence, a, b).split())
        if words <= FAR and (best is None or words < best[0]) and (mark.id is None or mark.id in fitting):
            best = (words, mark)
    if best is None or best[1].id is None or part_of_other(sentence, best[1]):
        return []
    return [(i, "nearest in the clause") for i in together(sentence, best[1], event)]


def aside_of_others(sentence: Sentence, mark: SubjectMark, event: Told) -> bool:
    """Whether a name stands behind other words in brackets that the event is not told in: "discontinued (recommended: X)"."""
    bracket = sentence.scene.bracket(mark.start)
    if bracket is None or bracket == sentence.scene.bracket(event.start):
        return False
    return patterns.search(r"\w", sentence.scene.text[bracket[0] : mark.start]) is not None


def passage(sentence: Sentence, event: Told, marks: list[SubjectMark]) -> list[tuple[str, str]]:
    """What the passage is about, where the sentence leaves it out: "Released May 2025.", "Knowledge cutoff: May 2025"."""
    if any((m.id is None and not m.pronoun) or suits(event, m.id, sentence.vocabulary) for m in marks):
        return []
    label = patterns.match(r"\W{0,2}:|\W*$", sentence.scene.text[event.end : sentence.end])
    if not (label or FRAGMENT.fullmatch(blanked(sentence, sentence.start, event.start)) or event.rule in STATED):
        return []
    for choice in sentence.around.subjects:
        if suits(event, choice.id, sentence.vocabulary):
            return [(choice.id or "", choice.rule)] if choice.weight >= (2.5 if label else 3.0) else []
    return []


def happened(sentence: Sentence) -> Iterator[tuple[Told, list[str]]]:
    """The events of a sentence, each with those it happened to, all named in the sentence itself."""
    for event in told(sentence):
        named = {m.id for m in sentence.scene.subjects if sentence.start <= m.start < sentence.end}
        if event.rule == "funding" and MENTIONED.match(sentence.scene.text, event.start):
            continue
        ids = [i for i, _ in whose(sentence, event) if i in named]
        if ids:
            yield event, ids
