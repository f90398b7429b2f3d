"""How an availability stands once negation, plans, delays and limits round its words are heard."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.extract.access.access_words import Heard
from factcheck.patterns import compile_re
from factcheck.values import Status

NEGATED = compile_re(
    r"(?:\bnot|n['’]t|\bno longer|\bnever|\bwithout|\bno|\brather than|\binstead of|\bnor|\baway from|\bneither|\bcannot|\blacks"
    r"|\bisn['’]t|\bstopped being)(?: (?:yet|\w+ly|be|been|an?|the|its|currently|fully|as|currently|any|have|had|offer|include|provide"
    r"|available|offered|accessible)){0,3} [\"“]?$",
    re.IGNORECASE,
)
NEITHER = compile_re(r"\b[Nn]either\b(?:[^.;:]|\.(?=\d))*\bnor\b(?:[^.;:,]|\.(?=\d))*$")
DENIED = compile_re(r"(?:\bnot|n['’]t|\bno longer|\bnever)(?: (?:\w+ly|an?|the|as|be|been|another))* [\"“]?$", re.IGNORECASE)
PLANNED = compile_re(
    r"\b(?:plans?|planning|planned|will(?! not)|intends?|promis(?:es?|ed|ing)|expect(?:s|ed)|set to|scheduled|slated|hop(?:es?|ing)"
    r"|aims?|going to|coming|soon|future|later|would like|pledg(?:es|ed)|eventually|committed to|consider(?:s|ing)|delay(?:s|ed|ing)?"
    r"|postpon(?:es?|ed|ing))\b(?: [\w'’-]+){0,4} [\"“]?$",
    re.IGNORECASE,
)
PROMISED = compile_re(r"\b(?:promised|planned|expected|coming|follow|set|due|scheduled|slated)\b", re.IGNORECASE)
LATER = compile_re(
    r"(?:(?! (?:and|but) (?:will|is|are|it|plans?|comes?|expects?|should|may|soon)\b)[^.;,]){0,70}?"
    r"\b(?:(?:by|in|from|over) (?:\w+ )?(?:the )?(?:future|soon|next|coming)|(?:will|to) (?:follow|come|arrive|launch"
    r"|happen)|promised|planned|postponed|delayed|coming (?:soon|weeks|months|days|next)|soon|later|in the future|next (?:week|month"
    r"|year|quarter))\b",
    re.IGNORECASE,
)
LIMITED = compile_re(
    r"\b(?:preview|beta|wait[- ]?list|(?:select(?:ed)?|a few|some|early|trusted|enterprise) (?:users|partners|customers|testers"
    r"|developers)|limited (?:access|to|availability|release|rollout|capacity)|early access|invite[- ]only|trusted testers"
    r"|gradual(?:ly)?|partial(?:ly)?|trusted partners|restricted|only to|limited (?=free))\b",
    re.IGNORECASE,
)
NO_PLANS = compile_re(
    r"(?:\bno (?:\w+ )?plans? (?:to|for)"
    r"|(?:\bnot|n['’]t)(?: \w+ly)? (?:plan(?:ning|ned)?|intend(?:ing)?|expect(?:ed)?|going|set) (?:to|on))\b[^.;,]*$",
    re.IGNORECASE,
)
# What a sentence says of the very thing it has just named: "API access is not yet publicly available".
GONE = compile_re(
    r"(?: (?:to|for|via) [^.;:,]{1,40}?)? (?:is|are|was|were|has|have|remains?|stays?) ?(?:(?:currently|still|also|now|as of now|yet) )*"
    r"(?:unavailable|closed|(?:not|n['’]t)(?: (?:yet|been|be|currently|\w+ly)){0,3} (?:available|offered|open|live|public|possible|provided"
    r"|included|supported|released|out|accessible|enabled|there)\b)",
    re.IGNORECASE,
)
TODAY = compile_re(r"[^.;]{0,120}\b(?:starting|from|as of|beginning) (?:today|now)\b", re.IGNORECASE)
# A stage that is over: "generally available, after two months in beta".
OVER = compile_re(
    r"\b(?:after|following|out of|leav(?:es|ing)|left|exit(?:s|ed|ing)?|graduat(?:es|ed|ing) from|up from|previously|formerly"
    r"|no longer (?:in|an?))"
    r"(?: (?!(?:is|are|was|were|and|but)\b)[\w-]+){0,5}? (?:preview|beta|early access|wait[- ]?list)\b",
    re.IGNORECASE,
)
CLAUSE = compile_re(r"[;:.]|, (?:and|but|while|with)\b|\b(?:but|while)\b")


def unnamed(heard: Heard) -> str:
    """What stands before a wording in its sentence, the names in it blanked out: a name may hold "Preview", or end in it."""
    text, start = patterns.sub(r"(?<=[\w.] )Preview\b", "·······", heard.before), heard.sentence.start
    for mark in heard.sentence.scene.subjects:
        if mark.id and not mark.pronoun and start <= mark.start and mark.end <= heard.start:
            a, b = mark.start - start, mark.end - start
            text = text[:a] + "·" * (b - a) + text[b:]
    return text


def meant(heard: Heard) -> Status:
    """How a wording is meant where it stands."""
    frame, words = heard.frame, heard.match["w"]
    if frame.status == "unavailable":
        denied = frame.shape == "quality" and DENIED.search(heard.before)
        return "available" if denied else frame.status
    clause = CLAUSE.split(heard.before[-70:])[-1]
    if NO_PLANS.search(clause):
        return "unavailable"
    inside = heard.text[heard.match.start() : heard.start]
    if not TODAY.match(heard.after) and (
        PLANNED.search(clause)
        or PLANNED.search(inside)
        or PROMISED.search(words)
        or patterns.search(r"\bwill be\b", inside)
        or LATER.match(heard.after[:100])
    ):
        return "planned"
    if NEITHER.search(heard.before) or (frame.shape == "noun" and GONE.match(heard.after)):
        return "unavailable"
    if NEGATED.search(clause) or NEGATED.search(heard.lead[-40:].rstrip() + " ") or patterns.search(r"\b(?:not|n['’]t)\b", inside):
        return "unavailable"
    near = CLAUSE.split(unnamed(heard)[-30:])[-1] + CLAUSE.split(OVER.sub("", words + heard.after[:60]))[0]
    if frame.metric in ("app-access", "api-access", "free-access") and LIMITED.search(words if frame.metric == "free-access" else near):
        return "limited"
    return frame.status
