"""Which company "the company" and a pronoun in brackets stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.names.asides import told_first
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.voices.only_sources import reports
from factcheck.patterns import compile_re

if TYPE_CHECKING:
    from factcheck.extract.names.sentence import Sentence

PEOPLE = compile_re(r" (?:co-?)?(?:founders?|engineers?|researchers?|employees?|scientists?|executives?|staff\w*|veterans?|alumn\w+)\b")
# Whom a company is only said to be backed or used by: "investors including S and T", "led by S"
BACKERS = compile_re(
    r"\b(?:(?:funders|investors|backers|customers|clients|partners|rivals|competitors)"
    r" (?:(?:also|now) )?(?:include|including|like|such as|are)"
    r"|(?:led|backed|funded) by) (?:[A-Z][\w.&'’-]*,? (?:and )?){0,12}$"
)
SAID_THAT = compile_re(
    r"\b(?:sa(?:id|ys)|announced|revealed|disclosed|claimed|claims|confirmed|reported|told \w+)"
    r"(?: (?:on|in|at) [A-Z][\w.]*)?(?: today)?(?: that)? $"
)
APPOSED = compile_re(r"(?: (?:Inc|Corp)\.?)?, (?:an?|the|which|who|whose|one|now|formerly|founded|led|backed)\b[^,;]*$")
# What a company does to another one: "S bought", "S has invested $2 billion in".
ACTS_ON = compile_re(
    r"[*_]*(?: (?:has|have|had|is|was|will|would|could|may|might|also|then|later|once|just|now|recently|reportedly|first|to|agreed|plans"
    r"|planned|wants|tried|in|talks|about))*"
    r" (?:b(?:ought|uys?|uying)|acquir(?:es?|ed|ing)|purchas(?:es?|ed|ing)|t(?:ook|akes?|aking)|back(?:s|ed|ing)|su(?:ed|es|ing)"
    r"|own(?:s|ed)?|valu(?:es|ed|ing)|invest(?:s|ed|ing)?|pour(?:s|ed|ing)|puts?|putting|h(?:olds?|eld|olding)|bid|offer(?:s|ed|ing)|pa(?:id|ys?|ying)"
    r"|len(?:ds|t)|gives?|gave|approached|courted)\b"
    r"(?: (?!(?:before|after|when|as|that|while|because|if|and|but|which|who|said|says)\b)[^\s,;:]+)*? "
)
APPOSES = compile_re(r"[^,.;:()]{0,50}, [*_]*")  # "the lab behind T, S, has"
THAT = compile_re(r"[Tt]hat ")  # "that company": the last, not whom the sentence was about


def company_meant(sentence: Sentence, before: int) -> str | None:
    """What "the company" stands for: whose brackets it stands in, the last organisation named before it in the sentence, or the first of
    a sentence before, else the one that the passage is about, or its maker, else the one that the article is about."""
    scene, subjects = sentence.scene, sentence.vocabulary.subjects
    named = [
        s
        for s in scene.subjects
        if s.start < before and s.id and not s.modifier and subjects[s.id].kind == "organisation" and not PEOPLE.match(scene.text, s.end)
    ]
    by_the_way = [s for start, _ in scene.sentences if start < before for s in told_first(scene, start, scene.subjects)]
    named = [s for s in named if not BACKERS.search(scene.text, 0, s.start)]
    named = [s for s in named if s not in by_the_way] or named
    named = [s for s in named if not s.object] or named
    telling = [s for a, b in scene.sentences for s in named if a <= s.start < b and reports(scene, a, b, s, sentence.vocabulary)]
    named = [s for s in named if s not in telling]
    strangers = [s.start for s in scene.subjects if s.unknown and s.start < before and not sentence.is_model(s.id)]
    if strangers and all(s.start < strangers[-1] < sentence.start for s in named):
        return None  # the last company that was spoken of has no name here
    about = [subjects[c.id] for c in sentence.around.subjects if c.id]
    about_company = any(s.kind == "organisation" for s in about)
    named = [s for s in named if s.start >= sentence.start or not (about_company and sentence.oblique(s))]  # "two of them from S"
    if told := before_brackets(sentence, before) or named_behind(sentence, before):
        return told
    acting = {s.id for s in named if s.start >= sentence.start and ACTS_ON.fullmatch(scene.text, s.end, before)}
    named = [s for s in named if s.id not in acting]
    about = [s for s in about if s.id not in acting]
    here = [s for s in named if s.start >= sentence.start]
    here = [s for s in here if scene.aside(s.start) in (None, scene.aside(before))] or here
    if here:
        said = SAID_THAT.search(scene.text, sentence.start, before) is not None
        leading = [s for s in here if not sentence.oblique(s) and not (said and s.object)] if said else []
        return (leading or [s for s in here[::-1] if not apposed(sentence, here[0], s, before)] or here)[0].id
    if named:
        start = max(a for a, _ in scene.sentences if a <= named[-1].start)
        there = [s for s in named if s.start >= start]
        return ([s for s in there if not sentence.oblique(s)] or there)[-1].id if THAT.match(scene.text, before) else there[0].id
    own = (s.id if s.kind == "organisation" else s.maker for s in about if s.kind == "organisation" or s.maker)
    return next(own, sentence.around.company)


def before_brackets(sentence: Sentence, at: int) -> str | None:
    """Whose brackets an offset stands in, if they name nobody before it: "alongside S's round (valuing it at"."""
    scene = sentence.scene
    bracket = scene.bracket(at)
    named = [s for s in scene.subjects if sentence.start <= s.start < at and s.id and not (s.pronoun or s.modifier)]
    if bracket is None or any(s.start > bracket[0] for s in named):
        return None
    named = [s for s in named if not s.object or s.end + 1 == bracket[0] or scene.text.startswith(("'s", "’s"), s.end)]
    leading = [s.id for s in named if not sentence.oblique(s) and not BACKERS.search(scene.text, 0, s.start)]
    return leading[-1] if leading else None


def named_behind(sentence: Sentence, before: int) -> str | None:
    """Whose name stands between commas behind a description of it: S of "the lab behind T, S, has"."""
    text, subjects = sentence.scene.text, sentence.vocabulary.subjects
    for s in sentence.scene.subjects:
        if before < s.start < sentence.end and s.id and subjects[s.id].kind == "organisation" and text[s.end : s.end + 1] == ",":
            return s.id if APPOSES.fullmatch(text, before, s.start) else None
    return None


def apposed(sentence: Sentence, head: SubjectMark, mark: SubjectMark, before: int) -> bool:
    """Whether a name stands between commas in what is told of another: T of "S, a rival of T, has raised"."""
    text = sentence.scene.text
    return mark is not head and APPOSED.match(text, head.end, mark.start) is not None and "," in text[mark.end : before]
