"""Which of the events that a sentence tells of a date dates: the one whose word stands nearest to it."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck import patterns
from factcheck.extract.dates.dates import DateMention
from factcheck.extract.dates.events import Told, told
from factcheck.extract.dates.name_groups import COORDINATED
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

FAR = 14  # words between a date and the word for what happened
LED = compile_re(
    r"(?:[^\w,;?!%]|_|\b(?:on|in|by|effective|as of|from|starting|back|late|early|mid|the|then|news|updates?|latest)\b)*", re.IGNORECASE
)
SUBORDINATE = compile_re(r"\b(?:before|after|until|since|ahead of|prior to|following)\b[^,;]*$")
ELSEWHERE = compile_re(r"\b(?:as|because|so|while|although)\b")
# "; Europe in May"
ELSEWHERE_IN = compile_re(r"; (?:the )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3} (?:in|on|by|from|since) (?:the )?(?:early |late |mid-)?$")
AND_DID = compile_re(
    r"\b(?:and|but|then) (?:(?:has|had|was|were|then|later|also|first|soon|quickly) )*(?:[a-z]{2,}ed|became|came|ran|grew|held|took)\b"
)
NEW_HALF = compile_re(r";\s*(?:(?:in|on|by|back in|only|just|about|as of|at) )*$")  # "...; a year ago it was"
THEN = compile_re(r",? (?:and|but|then)\b")
SEVERAL = compile_re(r" (?:launches|releases|updates|shutdowns|announcements)\b")  # behind a date: no event of one thing
BEST = compile_re(r"\b(?:best|most|first|only|top|\w{3,}est)\b[^.;,]*$", re.IGNORECASE)

OPENING = compile_re(r"\W*[A-Z][a-z]+(?:ed|ing) ")  # what is told before the subject


def nearest_event(sentence: Sentence, mention: DateMention) -> Told | None:
    """The event whose word stands nearest to a date in its clause; a date that leads the sentence dates all of it."""
    scene = sentence.scene
    leads = LED.fullmatch(scene.text, sentence.start, mention.start) is not None
    best: tuple[float, Told] | None = None
    events = told(sentence)
    for event in events:
        after = event.start >= mention.end
        a, b = (mention.end, event.start) if after else (event.end, mention.start)
        bare = unlisted(scene, a, b)
        near = sentence.same_clause(event.start, mention.start) or (bare != scene.text[a:b] and not patterns.search(r"[,;:–—]", bare))
        words = len(patterns.sub(r"\(\)", "", without_dates(scene, a, b) if bare == scene.text[a:b] else bare).split())
        far = words + 2.0 * after + (0 if near else 6)
        if SUBORDINATE.search(scene.text[a:b].rstrip() if after else patterns.sub(r"\b\w+ (?:the )?$", "", scene.text[a:b])):
            continue  # "in May, a year before X was launched"
        within = (scene.bracket(mention.start), scene.bracket(event.start))
        if all(within) and within[0] != within[1]:
            continue  # "X (out now), Y (until May)": each of its own
        if not after and ELSEWHERE_IN.search(scene.text, event.end, mention.start):
            continue
        if "·" in scene.text[a:b] or "•" in scene.text[a:b]:
            continue  # fields of their own
        if after and not leads and THEN.match(scene.text, a, b):
            continue  # "was criticised in May and launched in June"
        if after and "," in scene.text[a:b] and OPENING.match(scene.text, sentence.start, mention.start):
            continue  # "valued at $4 billion in 2021, X has filed for its IPO"
        if after and (SEVERAL.match(scene.text, mention.end) or (not leads and ELSEWHERE.search(scene.text[a:b]))):
            continue
        if (
            not after
            and scene.text[event.start : event.end].lower() == "available"
            and BEST.search(scene.text[sentence.start : event.start])
        ):
            continue  # "the best model available in May"
        if not after and NEW_HALF.search(scene.text, event.end, mention.start):
            continue
        if not after and another_verb(scene.text, event, mention, events):
            continue
        far += 3 if scene.bracket(mention.start) != scene.bracket(event.start) else 0
        if leads:
            far = min(far, 4 + far / 10)
        if far <= FAR and (best is None or far < best[0]):
            best = (far, event)
    return best[1] if best else None


def without_dates(scene: Scene, start: int, end: int) -> str:
    """A stretch of text without the dates in it."""
    out, at = "", start
    for d in scene.dates:
        if at <= d.start and d.end <= end:
            out, at = out + scene.text[at : d.start], d.end
    return out + scene.text[at:end]


def another_verb(text: str, event: Told, mention: DateMention, events: list[Told]) -> bool:
    """Whether something else is said to have been done between an event and a date: "was announced in May and served until June"."""
    verb = AND_DID.search(text[event.end : mention.start])
    at = event.end + verb.end() if verb else 0
    return verb is not None and not any(e.start <= at <= e.end for e in events)


def unlisted(scene: Scene, start: int, end: int) -> str:
    """A stretch of text without the list of names in it, if there is one: "the retirement of X, Y, and Z from the app"."""
    marks = [m for m in scene.subjects if start <= m.start and m.end <= end]
    listed = [(a, b) for a, b in pairwise(marks) if COORDINATED.fullmatch(scene.text, a.end, b.start)]
    if not listed:
        return scene.text[start:end]
    return scene.text[start : listed[0][0].start] + scene.text[listed[-1][1].end : end]
