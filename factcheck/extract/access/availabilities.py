"""What can be had and how: open weights, open source, an API, an app, free of charge; available, limited, planned or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import patterns
from factcheck.dataclass import dataclass, field, replace
from factcheck.extract.access.access_contraries import contraries
from factcheck.extract.access.access_free import FREE
from factcheck.extract.access.access_openness import OPENNESS
from factcheck.extract.access.access_places import BROUGHT, Places, Reach, audience_after, places_after, reach_after
from factcheck.extract.access.access_status import PLANNED, meant
from factcheck.extract.access.access_subjects import object_of, subjects_of
from factcheck.extract.access.access_ways import STAGE, WAYS
from factcheck.extract.access.access_words import Heard
from factcheck.extract.access.licences import shared_out
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Choice, Sentence
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re
from factcheck.values import Status

PLACED = ("in a product", "unavailable", "integrates with", "released to", "rolls out", "rollout", "comes to", "powers", "restricted to")
# What may stand between the thing and where it is brought: "brought X [directly] to Y", "launched X [as a beta] in Y".
BRIDGE = compile_re(
    r"[*”\"]*(?: ?\([^)]{1,30}\))?(?: (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this week|last week|[A-Z]\w+ [A-Z]?\w+ mode)"
    r"| (?!(?:to|in|on|into|for|with|and|or|as|at|by|from|that|which|who|is|was|are|were|has|had|will|can|than|of|via|across|through"
    r"|beta|alpha|preview|based|built|trained|using|called|named|designed|tuned|fine-tuned|optimized|sit)\b)[a-z][\w-]+){0,3}[*”\"]*"
)
AGENT = compile_re(
    r"(?:^|[\s*“\"(@])(?P<agent>(?:[A-Z][\w.]*|[a-z]{1,5}[A-Z]\w*|[a-z]+\.[a-z]{2,4})(?:[ -][A-Z][\w.]*){0,3})(?: (?:has|have|had|also"
    r"|now|already|just|quickly|immediately|officially))*[*”\"]* $"
)
NOBODY = frozenset("It They We This That These He She You I Everyone Nobody Users Developers Critics People The".split())
STAGED = compile_re(rf" (?:(?:in|as|into) )?(?:an? )?(?P<w>{STAGE}|limited capacity)\b")
PASSIVE = compile_re(r"\b(?:is|are|was|were|be|been|being|gets?|got)(?: \w+ly| now| also| not)* $")
ROLLS = compile_re(r"roll\w* out", re.IGNORECASE)
ARRIVES = compile_re(r"(?:comes|coming|lands|landed|arriv\w+)(?: \w+)? (?:to|on) |(?:arrived|landed) in ", re.IGNORECASE)
GRADUAL = compile_re(r"gradually|globally|worldwide|today|now", re.IGNORECASE)
SUPPOSED = compile_re(r"\b(?:when|once|until|if|before|after|whether)\b[^,.;]*$", re.IGNORECASE)
MAYBE = compile_re(
    r"\b(?:could|might|may) (?:(?:also|soon|eventually|one day|even|well|yet) )*"
    r"(?:get|become|come|launch|arrive|land|reach|gain|follow|appear)s?\b[^.;,]{0,20}$"
)
TURNED = compile_re(r"\b(?:away from|unlike|rather than|instead of) (?:the )?[*“\"]*$", re.IGNORECASE)
CODE = compile_re(
    r"(?<!open[- ])\b(?:code|repository|repo|project|source|scripts)\b(?![^.;,]*\b(?:models?|weights|checkpoints)\b)[^.;,]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Access:
    """An availability read: the words that say it (offsets, end exclusive), of whom, of what, how it stands, and where."""

    start: int
    end: int
    subject: str
    metric: Metric
    status: Status
    rule: str
    until: int = 0  # where what was read of its sentence ends
    conditions: dict[str, str] = field(default_factory=dict)


def read_access(sentence: Sentence) -> Iterator[Access]:
    """What a sentence says of availability, each with whose it is."""
    text = sentence.scene.text
    lower = text[sentence.start : sentence.end].lower()
    done: list[tuple[int, int]] = []
    known: set[tuple[str, str]] = set()
    if weights := sentence.vocabulary.role("open-weights"):
        for start, end, marks in shared_out(sentence):
            done.append((start, end))
            known |= {(s.id or "", weights.id) for s in marks}
            for s in marks:
                yield Access(start, end, s.id or "", weights, "available", "a licence shared out", end)
    for frame in (*OPENNESS, *FREE, *WAYS, *contraries(sentence.vocabulary.opposites)):
        if not frame.tried(lower) or not sentence.vocabulary.role(frame.metric):
            continue
        for m in frame.compiled.finditer(text, sentence.start, sentence.end):
            heard = Heard(sentence, frame, m)
            if any(x < heard.end and heard.start < y for x, y in done) or named(heard):
                continue
            found = list(moved(heard) if frame.shape == "move" else said(heard, done))
            if frame.shape == "move":
                found = [x for x in found if (x.subject, x.metric.id) not in known]
            if frame.name == "restricted to":
                found = [x for x in found if not any(x.subject == subject for subject, _ in known)]
            if found:
                done.append((heard.start, max(x.until for x in found)))
                known |= {(x.subject, x.metric.id) for x in found}
                yield from found


def named(heard: Heard) -> bool:
    """Whether a wording begins within a name: "Atlas Code is available" is of no code."""
    at = heard.match.start()
    return any(s.id and not s.pronoun and s.start < at < s.end for s in heard.sentence.scene.subjects)


def said(heard: Heard, done: list[tuple[int, int]]) -> Iterator[Access]:
    """What a wording says of the subjects that the grammar gives it; `done` are the places of the sentence already read."""
    frame, reach = heard.frame, reach_of(heard)
    if reach.places.api and any(heard.end < y <= reach.places.end for _, y in done):
        reach = replace(reach, places=replace(reach.places, api=False))  # read as such
    if frame.shape == "place" and frame.metric == "app-access" and not reach and not GRADUAL.search(heard.match["w"]):
        return
    if frame.name in ("restricted to", "released to") and not reach.audience:
        return
    if (
        frame.name == "comes to"
        and len(reach.places.names) < 2
        and not (PLANNED.search(heard.before) or ARRIVES.match(heard.text, heard.start))
    ):
        return
    if SUPPOSED.search(heard.lead[-60:]) or MAYBE.search(heard.lead + heard.match.group()[:12]):
        return
    subjects = subjects_of(heard)
    turned = subjects and subjects[0].rule == "named after it" and frame.shape == "quality" and TURNED.search(heard.before)
    status = frame.status if turned else meant(heard)
    if status == "unavailable" and frame.name == "generally available":
        return  # what not everybody can have may be had somewhere, or be a matter of weights
    for subject in subjects:
        yield from access(heard, subject, status, reach)


def reach_of(heard: Heard) -> Reach:
    """Where and for whom the words after a wording say that the thing can be had."""
    text, at, end = heard.text, heard.match.end(), heard.sentence.end
    if heard.frame.name == "powers":
        return Reach(places := places_after(text, at, end), None, places.end)
    return reach_after(text, at, end) if heard.frame.name in PLACED else Reach(Places((), False, at), None, at)


def moved(heard: Heard) -> Iterator[Access]:
    """What a verb does with the thing that follows it: "brought X to Y", "launched X in beta", "users can try X on Y"."""
    text, end, words = heard.text, heard.sentence.end, heard.match["w"]
    objects = object_of(heard.sentence, heard.match.end())
    if not objects or (PASSIVE.search(heard.lead) and not patterns.match(r"\w+ing\b", words)):
        return
    bridge = BRIDGE.match(text, objects[-1].end, end)
    at = bridge.end() if bridge else objects[-1].end
    status = meant(heard)
    staged = STAGED.match(text, at, end)
    if words.lower().startswith("ma") and not patterns.search(r"\b(?:available|accessible)\b", text[objects[-1].end : at]):
        return
    reach = reach_after(text, staged.end() if staged else at, end, BROUGHT)
    if heard.frame.name in ("get access", "somebody can use") and not reach:
        who = patterns.split(r"[,.;:] ", text[max(heard.sentence.start, heard.start - 50) : heard.start])[-1]
        reach = Reach(Places((), False, at), audience_after(f" to {who.removeprefix('Only ')}", 0, len(who) + 4), at)
        if heard.frame.name == "somebody can use" and not (reach.audience and reach.audience.tiers):
            return
    elif heard.frame.name == "takes in":
        reach = Reach(Places(taker(heard, objects), False, at), None, at)
        if not reach or text.startswith(" to ", at) or any(kind_of(heard, o) != "model" for o in objects):
            return
    elif not (staged or reach or ROLLS.match(words) or heard.lead.endswith("gradually ")) or reach.places.hub:
        return
    if staged and status == "available":
        status = "limited"
    for mark in objects:
        for found in access(heard, Choice(mark.id, 6.0, "brought somewhere", mark), status, reach):
            yield replace(found, start=staged.start("w"), end=staged.end("w")) if staged else found


def kind_of(heard: Heard, mark: SubjectMark) -> str:
    return heard.sentence.vocabulary.subjects[mark.id or ""].kind


def taker(heard: Heard, objects: list[SubjectMark]) -> tuple[str, ...]:
    """The words of the name of whoever takes the objects in: not their own maker, nor one of them."""
    m, subjects = AGENT.search(heard.lead), heard.sentence.vocabulary.subjects
    if not m or m["agent"] in NOBODY:
        return ()
    makers = [subjects[maker] for o in objects if o.id and (maker := subjects[o.id].maker) in subjects]
    own = [name.lower() for maker in makers for name in (maker.name, *maker.aliases)]
    return () if m["agent"].lower() in own else tuple(m["agent"].split())


def access(heard: Heard, subject: Choice, status: Status, reach: Reach) -> Iterator[Access]:
    """A reading for each way in which a subject can be had: through an API, by its files, or otherwise."""
    frame, vocabulary = heard.frame, heard.sentence.vocabulary
    if subject.id is None:
        return
    places, audience = reach.places, reach.audience
    metric_id, conditions = frame.metric, reach.conditions
    if metric_id == "open-weights" and frame.shape == "noun" and CODE.search(heard.before):
        metric_id = "open-source"
    if metric_id == "app-access" and places.hub and vocabulary.subjects[subject.id].kind == "model":
        metric_id, conditions = "open-weights", {}
    if frame.name == "get access" and "free" in heard.match["w"]:
        metric_id, conditions = "free-access", {}
    if metric_id == "app-access" and audience and {t.lower() for t in audience.tiers} == {"free"}:
        metric_id, conditions = "free-access", {}
    if audience and audience.chosen and status == "available":
        status = "limited"
    if frame.name == "restricted to" and audience and audience.tiers and not audience.chosen:
        status = "available"
    start = heard.match.start() if frame.name == "via API" else heard.start
    rule, until = f"{frame.name}; {subject.rule}", max(heard.end, reach.end)
    if frame.name == "can download" and vocabulary.subjects[subject.id].kind != "model":
        return
    if places.api and (api := vocabulary.role("api-access")):
        yield Access(heard.start, places.api_end or heard.end, subject.id, api, status, rule, until)
    if (places.names or audience or not places.api) and (metric := vocabulary.role(metric_id)):
        yield Access(start, heard.end, subject.id, metric, status, rule, until, conditions)
