"""Between whom a ratio or difference is: the subject before it, and those that its words set against it."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Attached, Sentence
from factcheck.extract.relations.comparing import opens
from factcheck.extract.relations.comparison_sides import objects_of
from factcheck.extract.relations.relation_figures import Figure
from factcheck.patterns import compile_re

Sides = tuple[str | None, tuple[str, ...]]  # (whose, against whom)

# Who sets the other side against the subject.
AGAINST = compile_re(
    r"\b(?:than|vs\.?|versus|of|as|over|to|from|behind|ahead of|above|below|on|with|at|against|beats?|leads?"
    r"|trails?|what)(?: (?:the|its|predecessor|that of|those of|what|previous|original|standard|normal))* [*\"“]*$"
)
OBLIQUE = compile_re(
    r"\b(?:of|to|from|for|in|than|vs\.?|versus|upon|by|over|prior|uses?|using|via|through|thanks to|[Mm]atch(?:es|ed|ing)?"
    r"|[Rr]ivals?|rivaling|with|like|on|same(?: [a-z]+)? as|as [a-z]+ as)(?: (?:the|its|recent|standard|normal|original|capabilities"
    r" of))* [*\"“(]*$"
)
# A verb right before a name: it is acted on, where somebody else acts.
ACTED_ON = compile_re(
    r"\b(?!(?:is|was|has|as|its|this|thus|plus|versus|says|said|and|unless|perhaps|always|besides|whereas|during)\b)"
    r"[a-z]+(?:s|ed|ing) (?:the |its |their |a |an |only |both |(?-i:[A-Z])[\w-]*['’]s )*[*\"“]*$",
    re.IGNORECASE,
)
# A name that only describes the noun behind it: "o3-mini performance", "a GPT-4-class model".
DESCRIBES = compile_re(
    r"[*”\"]*[- ](?:class|level|grade|style|performance|quality|capabilities|price|pricing|users|tasks|jobs|workloads|sessions|problems)\b"
)
HEAD = compile_re(
    r"\W*(?:(?:For|With)|(?:(?:An?|The|Each|Every) )?(?!(?:Compared|According|Thanks|Prior|Due|Similar|Relative|[A-Z][a-z]+ing)\b)"
    r"[A-Z]?[\w-]+(?: [a-z]+)? (?:of|to|with|for|on)) (?:the )?[*\"“]*$"
)
WORKS_OUT = compile_re(r"\W*(?:That|This|Which|It) (?:works out|comes out|comes|amounts|translates|adds up|equates) (?:to|at)\b")
POINTING = compile_re(
    r"\W*(?:This|That|These|Those)(?:['’]s| is| was| means| represents)?(?: an?"
    r"| the)?(?: \w+)? ?[*~]*$"
)  # at what was said before
EXPLAINS = compile_re(r"[*_]*, (?:the|an?|its) [^,;.]{1,60} (?:that|which) [^,;.]{1,40}$")
BY = compile_re(r"[*_]* by (?:(?:about|around|roughly|nearly|almost|over|more than|just|only|a|an|full|some) )*[*~]*")
# "what T asks for U"
ASKS_FOR = compile_re(r"[*_]* (?:now )?(?:asks?|charges?|wants?|takes?|demands?|bills?) (?:for|on) (?:the )?[*_“\"]*")
SO_OFTEN = compile_re(r"(?:\b(?:times|twice|half|third|quarter|double|triple)|\d[x×])[*]* (?:the )?$")  # "2x the speed of T"
WHICH_IS = compile_re(r"[*_]*, which (?:[\w-]+ ){1,4}[*~]*")  # "nobody beats S, which is 5x as fast as T"
JOINED = compile_re(r"[*_\"”]* (?:and|or) (?:the )?[*_\"“]*")  # "the same as S or T": neither is spoken of
ABSOLUTE = compile_re(
    r"[*_]* (?:(?:now|still|again|\w+ly) )?(?:leading|trailing|beating|winning|scoring|reaching|coming|ahead|behind|up|on top)\b"
)
SINCE = compile_re(r"\b(?:since|after|following|before|[Aa]ccording to)\b[^,;]*$")  # when it was or who says so, not than whom
KINDS = ("model", "product", "organisation")


def sides(sentence: Sentence, figure: Figure, attached: list[Attached]) -> Sides:
    """(whose, against whom) of a relation; (None, ()) where the sentence does not tell."""
    vocabulary = sentence.vocabulary
    marks = [s for s in sentence.subjects if s.id is None or vocabulary.subjects[s.id].kind in KINDS]
    versus = against(sentence, figure, marks)
    ids = tuple(dict.fromkeys(s.id for s in versus if s.id))
    before = [s for s in marks if s.end <= figure.start and s.id not in ids]
    models = [s for s in before if s.id is None or sentence.is_model(s.id)] or before
    asides = (None, sentence.scene.aside(figure.start))
    models = [s for s in models if sentence.scene.aside(s.start) in asides] or models  # "they (A, B and C) have doubled"
    near = [s for s in models if not s.object and not oblique(sentence, s)] or [
        s for s in models if heads(sentence, s) or explained(sentence, s, figure)
    ]
    if near:
        return named_before(sentence, figure, models, near, ids)
    tied = next((s for s in marks if s.start >= figure.end and s not in versus and tied_behind(sentence, figure, s)), None)
    if tied and not before:
        return tied.id, ids
    other = next((s.id for s in reversed(models) if s.id and sentence.is_model(s.id)), None)
    tied_to = [s for f in attached if f.quantity.end <= figure.start for s in f.subjects]
    owners = {s.id for s in tied_to if not (isinstance(s.mark, SubjectMark) and s.mark.object)} - {other}
    if len(owners) == 1 and None not in owners and not owners & set(ids):
        return owners.pop(), ids or ((other,) if other else ())
    last = sentence.around.last
    if ids and last and not before and POINTING.fullmatch(sentence.scene.text, sentence.start, figure.start):
        told = last.subjects[0].id  # "S costs $3. That's a fifth of the price of T"
        return (told, ids) if told and told not in ids else (None, ())
    for choice in sentence.around.subjects:
        if choice.id and choice.id not in ids and choice.id != other and choice.weight >= 3.0 and sentence.is_model(choice.id):
            return (choice.id, ids or ((other,) if other else ())) if before or refers(sentence, figure) else (None, ())
    behind = [s for s in marks if s.start >= figure.end and s not in versus and not s.object and sentence.is_model(s.id)]
    return (behind[0].id, ids) if ids and behind else (None, ())


def against(sentence: Sentence, figure: Figure, marks: list[SubjectMark]) -> list[SubjectMark]:
    """Those set against the subject: behind the figure ("3x faster than A and B"), else before it ("leads A by 3 points")."""
    text = sentence.scene.text
    beside = next((s for s in marks if s.object and BY.fullmatch(text, s.end, figure.start)), None)
    if beside and figure.form == "by n":
        return [beside]
    versus: list[SubjectMark] = []
    for s in marks:
        if versus and ASKS_FOR.fullmatch(text, versus[-1].end, s.start):
            versus[-1] = s
        if s.start < figure.end or s.pronoun or not set_against(sentence, s, figure.end):
            continue
        if len(sentence.words(figure.end, s.start)) > 14 or patterns.search(r";|\.\s", text[figure.end : s.start]):
            break
        if versus and not patterns.fullmatch(r"(?:\s|,|and|or|&|/|\*|['’]s|\([^()]*\))*", text[versus[-1].end : s.start]):
            break
        versus.append(s)
    versus = versus or opposed(sentence, figure)
    if versus or figure.form not in ("by n", "n points ahead"):
        return versus
    leads = [
        s
        for s in marks
        if s.object
        and s.end <= figure.start
        and len(sentence.words(s.end, figure.start)) <= 6
        and sentence.same_clause(s.start, figure.start)
    ]
    versus = [s for s in leads if not any(o.start > s.end and not o.object for o in marks if o.end <= figure.start)]
    return versus or improved_on(sentence, figure, marks)


def opposed(sentence: Sentence, figure: Figure) -> list[SubjectMark]:
    """Those whom the sentence opens against: "Compared to O, S is 30% cheaper"."""
    text, named = sentence.scene.text, [s.start for s in sentence.subjects]
    for comparing in sentence.scene.comparings:
        if sentence.start <= comparing.start < figure.start and comparing.op is None and opens(text, comparing, named):
            objects, _ = objects_of(sentence, comparing.start, comparing.end)
            if objects and (comparing.words[0].islower() or not sentence.words(sentence.start, comparing.start)):
                return list(objects)
    return []


def named_before(sentence: Sentence, figure: Figure, models: list[SubjectMark], near: list[SubjectMark], against: tuple[str, ...]) -> Sides:
    """The one named last before a relation that acts; who is acted on, or only describes, gives way to one that does not."""
    text = sentence.scene.text
    acting = [s for s in near if text.startswith(("'s", "’s"), s.end) or not ACTED_ON.search(text, sentence.start, s.start)]
    acting = [s for s in acting if not DESCRIBES.match(sentence.scene.text, s.end)] or near
    same = [s for s in acting if sentence.same_clause(s.start, figure.start)]
    subject = (same or acting)[-1]
    behind = [s for s in models if s not in near and s.start > subject.end and s.id and s.id != subject.id]
    return subject.id, against or tuple(s.id for s in behind[-1:] if s.id)


def tied_behind(sentence: Sentence, figure: Figure, mark: SubjectMark) -> bool:
    """ "A 2x speed-up on S": whose it is stands right behind."""
    words = sentence.words(figure.end, mark.start)
    return sentence.is_model(mark.id) and words[-1:] in (["on"], ["for"], ["of"]) and len(words) <= 6


def oblique(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name stands in a phrase that says something of another: "an update to X", "uses X", "matches X"."""
    preposition = OBLIQUE.search(sentence.scene.text, max(sentence.start, mark.start - 40), mark.start)
    if preposition is None:
        joined = next((s for s in sentence.subjects if JOINED.fullmatch(sentence.scene.text, s.end, mark.start)), None)
        return joined is not None and oblique(sentence, joined)
    if preposition.group().lower().startswith("with ") and ABSOLUTE.match(sentence.scene.text, mark.end):
        return False
    measures = [m for m in sentence.metrics if preposition.group().startswith("of ") and m.end + 1 == preposition.start()]
    measure = any(not SO_OFTEN.search(sentence.scene.text, sentence.start, m.start) for m in measures)
    return not measure  # "the valuation of X" is X's


def heads(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name stands in the phrase that opens the sentence: "Inference with S is cheaper", "For S the maker claims"."""
    return not mark.object and HEAD.match(sentence.scene.text[sentence.start : mark.start]) is not None


def explained(sentence: Sentence, mark: SubjectMark, figure: Figure) -> bool:
    """Whether a relation is told of a name by what it is called right behind it: "answered with S, a variant that runs 3x faster"."""
    text = sentence.scene.text
    return (not mark.object and EXPLAINS.match(text, mark.end, figure.start) is not None) or WHICH_IS.fullmatch(
        text, mark.end, figure.start
    ) is not None


def refers(sentence: Sentence, figure: Figure) -> bool:
    """Whether a sentence without a name speaks of what the passage is about: it is short, refers back, or begins with its verb."""
    lead = sentence.scene.text[sentence.start : figure.start]
    words = sentence.words(sentence.start, figure.start)
    if POINTING.match(lead):
        return False
    if WORKS_OUT.match(lead):
        return True
    return (
        (len(words) <= 4 and not patterns.match(r"[*\"“ ]*(?:Your|My|Our|Their|His|Her|A|An|Some|Most|Many)\b", lead))
        or patterns.search(r"\b(?:[Ii]ts?|[Tt]he (?:new |latest )?(?:model|system|app|update|version|release)|which)\b", lead) is not None
        or patterns.match(r"(?:[^:]{2,40}: ?)?[*\"“ ]*[A-Z]?[a-z]+(?:s|ed|ing)\b", lead) is not None
    )


def improved_on(sentence: Sentence, figure: Figure, marks: list[SubjectMark]) -> list[SubjectMark]:
    """The other side of "improves on X by n", "the gap to X is n"."""
    text = sentence.scene.text
    return [
        s
        for s in marks
        if s.end <= figure.start
        and len(sentence.words(s.end, figure.start)) <= 4
        and patterns.search(
            r"\b(?:improv(?:es|ed|ing) (?:on|upon|over)|gap to|lead over|leads?|trails?|beats?|outperforms?|surpasses|surpassed|led"
            r"|trailed|outperformed|outruns?|outran|outpaces?|outpaced|overtakes?|overtook) (?:the )?[*]*$",
            text[max(0, s.start - 24) : s.start],
        )
    ]


def set_against(sentence: Sentence, mark: SubjectMark, end: int) -> bool:
    """Whether a subject behind a relation is its other side: an object, a possessive, or named with "than", "of", "as"."""
    text = sentence.scene.text
    owner = not sentence.is_model(mark.id) and any(sentence.is_model(s.id) for s in sentence.subjects if s.end <= end)  # "on T's fleet"
    if SINCE.search(text, end, mark.start):
        return False
    return (
        mark.object
        or (bool(patterns.match(r"['’]s?\b", text[mark.end : mark.end + 2])) and not owner)
        or bool(AGAINST.search(text[max(end - 1, mark.start - 40) : mark.start]))
    )
