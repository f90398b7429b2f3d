"""Whose event it is: what was released, not who released it; who was founded, not by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import patterns
from factcheck.extract.dates.events import Told, suits, told
from factcheck.extract.dates.left_out import blanked, in_aside
from factcheck.extract.dates.left_to_passage import STATED, passage
from factcheck.extract.dates.name_groups import NOUN_AFTER, of_group, part_of_other, together
from factcheck.extract.dates.objects import enumerated, object_of
from factcheck.extract.names.origins import left_behind
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

# What may stand between a thing and the word for what happened to it: "X, which was first", "X's", "X - due to be".
SAID = compile_re(
    r"(?:[\s,*\"“”(:|–—-]|['’]s?\b|\b(?:which|that|whose|and|but|both|all|when|they|was|were|is|are|has|have|had|been|be|being|will|would|to|could|should|may"
    r"|might|did|not|also|first|initially|originally|then|now|just|already|only|get|gets|got|slated|set|due|scheduled|expected|planned|planning"
    r"|remains?|stays?|kept|guaranteed|endpoints?|snapshots?|for|on|in|of|with|its?|their|the|a|an|upcoming|planned|early|mid|late|model|models|family|series|version|versions|preview|open|public|general|full|beta"
    r"|commercial|global|itself|reliable|latest|newest|official|stated|actual|current|launch|release|debut|rollout|arrival|lines?|\w+ly)\b"
    r"|\b(?:which|that) (?:the|its) (?:company|maker|firm|lab|startup|team)\b)*"
)
# "X, the smallest model of the family,", "X is a language model"
APPOSED = compile_re(r"[*\"”]*(?:,? ?[–—(]? ?| (?:is|was|are|were) )(?:an?|the|its|their|our|one of)\b(?: [\w.'’$%()/-]+,?){1,14} ?")
ASIDE = compile_re(r"[*\"”]*, (?:an?|the|its|one of)\b[^,.;:()]*")
OF = compile_re(r" of (?:the )?[*_\"“`]*")  # "the departure of X"
FROM = compile_re(r" from (?:the )?[*_\"“`]*")
# "The first was released in May; the latest, X, in June"
UNNAMED = compile_re(
    r"\W*(?:The|Its|Their) (?:very )?(?:first|original|oldest|earliest|last|second|third)(?: (?:one|of them|of these))?"
    r" (?:(?:was|had been|has been) )?"
)
OF_OTHERS = compile_re(r" of (?:[\w-]+ ){1,4}(?:of|to|for|from|like) (?:the )?[*_\"“`]*")
QUOTED = compile_re(r"[\"“]$")  # the event begins a quotation
COUNTED = compile_re(
    r"\b(?:\d{1,3},\d{3}|[\d.–-]+ (?:thousand|million)|thousands|millions|dozens)(?: \w+){0,3} of (?:the |its )?[*\"“]*$"
    r"|\b[\d.,–-]+ (?:thousand|million) $"
)
HEAD = compile_re(r"\b(?P<noun>[a-z]+) (?:of|for|on|about|behind|to|with|containing) (?:the |its )?[*\"“]*$")
# A word for something else right behind: "announced price cuts", "launched support for".
OWN_OBJECT = compile_re(
    r" [\"“*_]{0,2}(?!(?:(?:its|an?|the|as) )?(?:\w+ )?(?:preview|beta|alpha)\b)"
    r"(?!(?:in|on|at|by|to|for|as|with|from|into|under|over|across|via|through"
    r"|within|without|after|before|since|until|during|around|about|between"
    r"|back|now|too|here|already|worldwide|just|only|earlier|later|last|next"
    r"|this|today|yesterday|and|or|but|while|when|again|\w+ly|out|alongside|an? (?:year|month|week|day|few)"
    r"|(?:two|three|four|five|six)(?: (?:years|months|weeks|days)|(?: [\w.-]+){0,5}? (?:models|versions|sizes|variants|products))"
    r"|the (?:same|next|following|previous)|of|that|which|early|mid|late|worldwide|date|is|was|will|has)\b)[a-z]"
)
# "released Tern R": a name that nobody knows.
STRANGER = compile_re(
    r" (?:(?:the|its|their|a|new|first) ){0,2}[*_\"“]{0,3}(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|I\b|[QH][1-4]\b)[A-Z][a-zA-Z\d]"
)
NEAR = 24  # characters from an event to the name of what it happened to
REDUCED = compile_re(r"\bmodels? $")  # "on X, the open model released by": the model was, not what is on it
PASSIVE = compile_re(r"\b(?:was|were|is|are|been|be|being|got|gets)(?: \w+)? $", re.IGNORECASE)
# A noun in front that is none of the names: "a report published in May".
FOREIGN = compile_re(
    r"(?P<noun>(?:version )?[\w’'-]*\w),?(?: (?:was|were|is|are|been|be|being|has|have|had|will|that|which|first|also|\w+ly))* $"
)
CLASS = frozenset(
    (
        "model models weights version family series system assistant chatbot llm one flagship variant release generation product "
        "lineup iteration preview organization organisation company it they which that who despite we our i and or but the its a to "
        "then date initial official public through up on of in since for with after before at when by as until between from was were "
        "is are been be will has have had new now already just once initially originally finally officially first recently also "
        "general full early mid late planned expected"
    ).split()
)
# "'s May 2025 release", but not "'s release of"
RELEASE = compile_re(r"(?:release|launch|debut|introduction|roll-?out|arrival|announcement)(?! (?:of|for)\b)\b")
OF_DAY = compile_re(r"['’]s (?:(?:official|public|initial|original|general|wide|global|first|surprise|full|stable|early|mid|late)[ -]?)*")
AND_WAS = compile_re(r"[*_\"”]*,? (?:and|but)(?: (?:was|were|has been|had been|is|first|then|later|finally|eventually|only))* ")
POSSESSED = compile_re(r" (?:[\w$€£.-]+ ){0,4}")
POSSESSIVE = compile_re(r"['’]s?(?: [\w$€£.-]+){0,4} ")
TAKEN_UP = compile_re(
    r" [^,;:.()]{3,40}, (?:this|it|that|they) (?:is|was|has|had|became|marks?|marked|remains?|are|were)\b"
)  # "Released in May, it was"
BOUGHT = ("sale of a company", "acquisition")
WITHIN = compile_re(r"[*_\"”]* (?:in|on|for|inside|via)(?: the)? [*_\"“]*")  # "X in Y is now open to all"
PLACE = compile_re(r"\b(?:on|in|via|through|inside|within|at)(?: the)? [*_\"“]*$")  # where it can be had: "is now available on X"
FAR = 10  # words
FACTS = {"cut-off": 60, "founding": 40, "funding": 16}  # ... of the only one that a sentence names
ARTIFACTS = compile_re(
    r"(?:['’]s)?(?:,?(?: and| &| \+)?(?: (?:the|its|our))?"
    r"(?: (?:model|inference|(?:pre-?|post-?)?training|pre-?trained|fine-?tuning|evaluation|source|technical|online|web|quantized|all))*"
    r" (?:weights|checkpoints?|models?|codes?|demos?|papers?|reports?|scripts?|data(?:sets?)?|cards?|resources|materials|recipes?|logs?"
    r"|tokenizers?|API|notebooks?|documentation|docs|blog(?: posts?)?)\b)++"
)
DATA = compile_re(
    r"\A(?:['’]s?)? (?:(?:(?:pre-?|post-?)?training )?(?:data(?:sets?)?|corpus|knowledge)|(?:pre-?)?training)\b"
)  # of a cut-off
WITH_IT = compile_re(r",|,? (?:and|&|\+) ")  # "X and its code": X itself
WEIGHTS = compile_re(r"\b(?:weights|checkpoints?|models?)\b(?! cards?)")
WHICH = compile_re(r"(?: (?:family|series|lines?|lineup|models?))?[*\"”]*,? (?:which|that|whose)\b")
HEADED = compile_re(r"[*_ ]*(?:\([^()]*\))?[*_]*:")  # behind the label of a line: "Series B (2023): $350 million led by X"
APPENDED = compile_re(r",(?! (?:which|that|who)\b)")  # "X is a maker of chips, founded in"
MENTIONED = compile_re(r"series|seed|funding|financing|investment", re.IGNORECASE)  # a round that nobody is said to close
PARTNER = compile_re(r"\b(?:by|from|with|to|of|at|for|in)\b[^,;.]*$")  # with whom, or from whom
BUYER = compile_re(r"\b(?:to|with|from)\b[^,;.]*$")
BY = compile_re(r"\bby\b[^,;.]*$")  # those who did it, and whom they come from
ARE = compile_re(r"[*_]*,? (?:are|were)(?: now| also)? ")  # "X and Y are both models that"
THESE = compile_re(r"(?:these|both|all (?:of )?these|all three)(?: \w+)? ?(?:models|systems|LLMs|versions)", re.IGNORECASE)


def whose(sentence: Sentence, event: Told) -> list[tuple[str, str]]:
    """Whose event it is, with the reason: what was released, not who released it. Nothing where that is in doubt."""
    of_makers = event.kinds is not None and "organisation" in event.kinds
    text, marks = sentence.scene.text, [m for m in candidates(sentence) if of_makers or not organisational(m)]
    if any(COUNTED.search(text, event.end, m.start) for m in marks):
        return []  # "shipped 40,000 units of X"
    if of_makers:
        marks = [m for m in marks if not BY.search(text, event.end, m.start)]
        if event.rule in BOUGHT:
            marks = [m for m in marks if not BUYER.search(text, event.end, m.start)]
    if QUOTED.search(text, sentence.start, event.start):
        marks = [m for m in marks if m.start >= event.end]
    label = event.doer and HEADED.match(text, event.end) and not patterns.search(r"\w", blanked(sentence, sentence.start, event.start))
    if label and (found := passage(sentence, event, [])):
        return found
    if event.rule == "shutdown":
        marks = [m for m in marks if not FROM.fullmatch(text, event.end, m.start)]  # where it can be had no more
    if UNNAMED.fullmatch(text, sentence.start, event.start):
        return []
    before = [m for m in marks if m.end <= event.start]
    after = [m for m in marks if m.start >= event.end]
    owner = next((m for m in after if m.id and OF.fullmatch(text, event.end, m.start)), None)
    if owner and (event.doer or event.kinds is None or not suits(event, owner.id, sentence.vocabulary)):
        fits = suits(event, owner.id, sentence.vocabulary) and not part_of_other(sentence, owner)
        return [(owner.id or "", "whose it is called")] if fits else []
    if event.doer and (holder := next((m for m in reversed(before) if possesses(text, m, event)), None)):
        return [(holder.id or "", "whose it is called")] if suits(event, holder.id, sentence.vocabulary) else []
    if owned := of_possessor(sentence, event, before) or second_verb(sentence, event, before):
        return owned
    if TAKEN_UP.match(text, event.end) and not patterns.search(r"\w", text[sentence.start : event.start]):
        return passage(sentence, event, [])
    if event.doer:
        after = [m for m in after if not PARTNER.search(text, event.end, m.start)]
        marks = before if any(suits(event, m.id, sentence.vocabulary) for m in before) else [*before, *after]
    elif event.kinds and (not before or not PASSIVE.search(text[sentence.start : event.start])):
        objects = object_of(sentence, event, after) or enumerated(sentence, event, after)
        said = blanked(sentence, event.end, sentence.end)
        strange = STRANGER.match(said) and not any(m.start - event.end < NEAR for m in after)
        if not objects and any(OF_OTHERS.fullmatch(text, event.end, m.start) for m in after):
            return []  # "the launch of a rival of X"
        if not objects and event.rule == "sale of a company" and not PASSIVE.search(text[sentence.start : event.start]):
            return []  # who takes over is not sold
        if objects or (event.rule != "cut-off" and (strange or OWN_OBJECT.match(said))):
            return [(i, "what the event happens to") for i in objects]
    for i, mark in reversed(list(enumerate(before))):
        if sentence.scene.bracket(mark.start) not in (None, sentence.scene.bracket(event.start)):
            continue
        if in_aside(sentence, mark, event.start + 1) or (i and WITHIN.fullmatch(text, before[i - 1].end, mark.start)):
            continue
        if any(ASIDE.fullmatch(text, m.end, mark.start) for m in before[:i]) and text[mark.end : mark.end + 1] == ",":
            continue  # "X, a chatbot that uses Y, was released"
        gap = without_artifacts(blanked(sentence, mark.end, event.start))
        gap = DATA.sub("", gap) if event.rule == "cut-off" else gap
        if event.kinds is None and dated_between(sentence, mark, event):
            continue
        head = None if event.rule == "cut-off" or WHICH.match(text, mark.end) else HEAD.search(text, sentence.start, mark.start)
        if head and head["noun"] not in CLASS and SAID.fullmatch(gap) and not REDUCED.search(gap):
            return []  # "the report on X was released"
        if SAID.fullmatch(gap) or (APPOSED.fullmatch(gap) and not NOUN_AFTER.match(text, mark.end)):
            if suits(event, mark.id, sentence.vocabulary):
                ids = together(sentence, mark, event)
                return [(i, "what the event happened to") for i in ids if event.rule != "funding" or len(ids) == 1]
            if mark.id is None and THESE.fullmatch(mark.text):
                same = next((m for m in reversed(before[:i]) if m.id and ARE.fullmatch(text, m.end, mark.start)), None)
                if same and suits(event, same.id, sentence.vocabulary):
                    return [(id_, "what the event happened to") for id_ in together(sentence, same, event)]
                named = sentence.around.group or [c.id or "" for c in sentence.around.subjects[:1]]
                return [(i, "several named before") for i in named if suits(event, i, sentence.vocabulary)]
            if mark.id is None and not mark.pronoun:
                return []
        elif not suits_not(sentence, event, mark):
            break
    if listed := enumerated(sentence, event, after):
        return [(i, "counted and listed") for i in listed]
    if several := of_group(sentence, event):
        return several
    foreign = FOREIGN.search(blanked(sentence, sentence.start, event.start))
    if (
        foreign
        and not event.doer
        and not (event.rule == "cut-off" and not foreign["noun"].endswith("s"))
        and not (event.rule in (*STATED, *FACTS) and APPENDED.match(foreign.string, foreign.end("noun")))
        and foreign["noun"].lower() not in CLASS
        and not any(m.text.endswith(foreign["noun"]) for m in before)
    ):
        return []
    return nearby(sentence, event, marks) or passage(sentence, event, marks)


def of_possessor(sentence: Sentence, event: Told, before: list[SubjectMark]) -> list[tuple[str, str]]:
    """Whose release it is called by a noun with the day between: "S's May 2025 release was late"."""
    text = sentence.scene.text
    if not RELEASE.match(text, event.start) or not before or not before[-1].id:
        return []
    its = OF_DAY.fullmatch(blanked(sentence, before[-1].end, event.start)) and dated_between(sentence, before[-1], event)
    return [(before[-1].id, "whose it is called")] if its and suits(event, before[-1].id, sentence.vocabulary) else []


def second_verb(sentence: Sentence, event: Told, before: list[SubjectMark]) -> list[tuple[str, str]]:
    """Who is said to have done something else before: S of "S succeeded O and was released in May"."""
    text, able = sentence.scene.text, [m for m in before if suits(event, m.id, sentence.vocabulary)]
    if len(able) < 2 or able[-1] is not before[-1] or not AND_WAS.fullmatch(text, able[-1].end, event.start):
        return []
    first = able[0]
    looked = first.object or first.pronoun or sentence.oblique(first) or left_behind(text, sentence.start, (first.start, first.end))
    listed = together(sentence, first, event)
    if looked or able[-1].id in listed or not sentence.same_clause(first.start, able[-1].start):
        return []
    return [(id_, "what the event happened to") for id_ in listed]


def possesses(text: str, mark: SubjectMark, event: Told) -> bool:
    """Whether an event is said to be somebody's: "S's record $40 billion round", "its most recent funding round"."""
    its = mark.pronoun and mark.text.lower() in ("its", "their")
    return (POSSESSED if its else POSSESSIVE).fullmatch(text, mark.end, event.start) is not None


def without_artifacts(gap: str) -> str:
    """What stands between a name and a word for an event, without the weights that a release consists of: "X weights, code and demo"."""
    artifacts = ARTIFACTS.match(gap)
    with_it = artifacts and (WEIGHTS.search(artifacts.group()) or WITH_IT.match(gap))
    return gap[artifacts.end() :] if artifacts and with_it else gap


def candidates(sentence: Sentence) -> list[SubjectMark]:
    """The names that things can happen to: those that stand for themselves, and those that a relative clause speaks of."""
    spoken = [m for m in sentence.scene.subjects if m.modifier and m.id and WHICH.match(sentence.scene.text, m.end, sentence.end)]
    return sorted([*sentence.subjects, *spoken], key=lambda m: m.start)


def dated_between(sentence: Sentence, mark: SubjectMark, event: Told) -> bool:
    """Whether a date stands between a name and the word for an event: it dates something else."""
    return any(mark.end <= d.start < event.start for d in sentence.scene.dates)


def organisational(mark: SubjectMark) -> bool:
    """Whether a pronoun means a maker rather than a thing made."""
    return mark.pronoun and patterns.search(r"company|startup|firm|lab\b", mark.text) is not None


def suits_not(sentence: Sentence, event: Told, mark: SubjectMark) -> bool:
    return mark.id is not None and not suits(event, mark.id, sentence.vocabulary)


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
        if event.rule == "release" and mark.start >= event.end and PLACE.search(sentence.scene.text, event.start, mark.start):
            continue
        a, b = (mark.end, event.start) if mark.end <= event.start else (event.end, mark.start)
        words = len(blanked(sentence, a, b).split())
        near = words <= (FAR if not only else FACTS.get(event.rule, FAR))
        if near and (best is None or words < best[0]) and (mark.id is None or mark.id in fitting):
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


def happened(sentence: Sentence) -> Iterator[tuple[Told, list[str]]]:
    """The events of a sentence, each with those it happened to, all named in the sentence itself."""
    for event in told(sentence):
        named = {m.id for m in sentence.scene.subjects if sentence.start <= m.start < sentence.end}
        if event.rule == "funding" and MENTIONED.match(sentence.scene.text, event.start):
            continue
        ids = [i for i, _ in whose(sentence, event) if i in named]
        if ids:
            yield event, ids
