"""What a date in a sentence is the date of: the event that its words tell of nearest to it, or the name that it stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from factcheck import patterns
from factcheck.extract.dates.dates import DateMention
from factcheck.extract.dates.events import Told, event_of, suits, told
from factcheck.extract.dates.owners import COORDINATED, part_of_other, together, whose
from factcheck.extract.names.scene import Scene, SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

Found = tuple[Told, str, str]  # the event, whose it is, the name of the rule

FAR = 14  # words between a date and the word for what happened
LED = compile_re(
    r"(?:[\s*_\[(>•·–—|:.✅📣🔥🎉🚀-]|\b(?:on|in|by|effective|as of|from|starting|back|late|early|mid|the|then)\b)*", re.IGNORECASE
)
AS_OF = compile_re(
    r"\b(?:as of|since|until|till|through|updated|accessed|retrieved|dated|between|from|before|after|last|checked|tested)"
    r"(?: (?:on|in|the))?(?: early| late| mid| end of)? $",
    re.IGNORECASE,
)
FROM_THEN = compile_re(r"\b(?:as of|from|since|starting)(?: the)? $", re.IGNORECASE)
HELD_SINCE = compile_re(r"\b(?:available|out|live|offered|shipping|open|sale) (?:since|from) (?:the )?$", re.IGNORECASE)
# "said on March 5 that": the day of the saying, of nothing that is said.
SAYS = compile_re(r"\b(?:say|says|said|announced|confirmed|revealed|told \w+|wrote|warned|promised|reported)(?: (?:on|in|back in))? $")
SAID = compile_re(r",? (?:that|it|they|he|she|we|the company|plans)\b")
ANNOUNCED = compile_re(r"\b(?:sa(?:id|ys?)|announc|confirm|notif|inform|told|warn)\w*", re.IGNORECASE)
# What may stand between a name and its date.
BESIDE = compile_re(
    r"(?:[\s*\"”,]|\b(?:back|just|only|in|on|by|around|about|as early as|the|late|early|followed|arrived|came"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)*",
    re.IGNORECASE,
)
PLACED = compile_re(r"\b(?:from|in|for|to|on|via|through|within|into|across|at|of|with) (?:the |its )?[*\"“]*$", re.IGNORECASE)
SEPARATOR = compile_re(r"[\s*\"”)\]]*(?:[:–—|,(-]|→|)[\s*\"“]*(?:(?:by|on|in|from|the|new)\b\s*)*")
ENDS = compile_re(r"[\s*\"”]*(?:$|[.,;:!()–—|-])")
SMALL = compile_re(
    r"\b(?:and|by|from|in|on|the|new|with|models?|family|series|preview|of|plus|effective|early|late|mid|week)\b|[^\w]|_", re.IGNORECASE
)
AND_DID = compile_re(
    r"\b(?:and|but|then) (?:(?:has|had|was|were|then|later|also|first|soon|quickly) )*(?:[a-z]{2,}ed|became|came|ran|grew|held|took)\b"
)
SUBORDINATE = compile_re(r"\b(?:before|after|until|since|ahead of|prior to|following)\b[^,;]*$")
ELSEWHERE = compile_re(r"\b(?:as|because|so|while|although)\b")
NEW = compile_re(
    r"\W*\b(?:new|initial|first)\b(?= (?:[\w-]+ ){0,3}(?:models?|checkpoints?|versions?|release|LLMs?|family|series)\b)", re.IGNORECASE
)
JOINED = compile_re(r"[\s,;()]*(?:and\b|then\b|&)(?: \w+){0,5} ")
STAMP = compile_re(r"\d{4}-\d\d-\d\d")  # in brackets behind a name it tells one snapshot of a model from another
SEVERAL = compile_re(r" (?:launches|releases|updates|shutdowns|announcements)\b")  # behind a date: no event of one thing
BEST = compile_re(r"\b(?:best|most|first|only|top|\w{3,}est)\b[^.;,]*$", re.IGNORECASE)
# "Since X in May": the thing itself stands for its release.
LANDMARK = compile_re(r"\b(?:since|after|before|until|following|starting with|beginning with)(?: the)? [*\"“]*$", re.IGNORECASE)
WHEN_BACK = compile_re(r"[*\"”]* (?:back )?in ", re.IGNORECASE)
LABEL = compile_re(r"\W*(?:[^\W\d]+[ -]){0,3}[^\W\d]+[*_]*:")
TITLE = compile_re(r"[*\"”]* ?(?:[:–—]|-(?= ))")
# "X: learning to listen (2024)"
STORY = compile_re(r"[*\"”]* ?[:–—][^:–—(]*\($")
ASPECT = compile_re(
    r"\bvs\b|\bversus\b|react|recept|review|benchmark|results?\b|pric|compar|update|controvers|lawsuit|leak|rumou?r|users?\b|usage|adoption"
    r"|test|eval|score|perform|outage|fund|deal",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Setting:
    """A sentence with the dates in it that can date an event; whether it is a heading, and the event that headings and lists above
    it speak of."""

    sentence: Sentence
    heading: bool
    topic: Told | None
    papers: tuple[tuple[int, int], ...] = ()  # the links to papers, offsets in the scene
    title: bool = False  # a heading that is the article's own

    @cached_property
    def dates(self) -> Sequence[DateMention]:
        return [d for d in dates_in(self.sentence) if not of_something_else(self.sentence, d)]

    @cached_property
    def alone(self) -> bool:
        """Whether there is only one date in the sentence."""
        return len(dates_in(self.sentence)) == 1

    @cached_property
    def label(self) -> Told | None:
        """The event that a label at the head of the sentence speaks of: "Knowledge cutoffs: X (May 2025), Y (June 2025)"."""
        label = LABEL.match(self.sentence.scene.text, self.sentence.start)
        found = event_of(label[0], self.sentence.vocabulary) if label else None
        return Told(0, 0, *found, "the label of the line") if found else None

    def what(self, release: bool = False) -> Told | None:
        """What a date beside a name is the date of: what stands above says, else a release."""
        if self.label and not release:
            return self.label
        if self.topic and not release:
            return self.topic
        found = event_of("release", self.sentence.vocabulary)
        return Told(0, 0, *found, "a date beside a name") if found else None


def dates_in(sentence: Sentence) -> list[DateMention]:
    return [d for d in sentence.scene.dates if sentence.start <= d.start < sentence.end]


def of_something_else(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a date is that of a state or of a saying: "as of May", "said on May 5 that". A word for an event right before it wins."""
    text = sentence.scene.text
    before = text[max(sentence.start, mention.start - 24) : mention.start]
    if SAYS.search(before) and SAID.match(text, mention.end):
        return True
    if mention.op != "=" or not isinstance(mention.value.written, str) or not AS_OF.search(before) or HELD_SINCE.search(before):
        return False
    event = nearest_event(sentence, mention)
    held = FROM_THEN.search(before)  # "deprecated as of May"
    tied = event and (
        event.end + 1 in (mention.start, mention.start - len(held[0]) if held else -1)
        or (event.rule == "cut-off" and not before.endswith("from "))
    )
    return not tied  # "trained through", "supported until"


def dated(here: Setting, mention: DateMention) -> Iterator[Found]:
    """The events that a date dates, each with whose it is."""
    sentence = here.sentence
    event = nearest_event(sentence, mention)
    if aside := in_brackets(here, mention, event):
        yield from aside
    elif paper := with_paper(here, mention):
        yield from paper
    elif event:
        leads = LED.fullmatch(sentence.scene.text, sentence.start, mention.start)
        for other in [event, *further_events(here, mention, event)]:
            found = beside(here, mention, other)
            if not found and (leads or dates_too(here, mention, other)):
                found = whose(sentence, other)
            meant = announced(sentence, mention, other)
            for id_, rule in found if meant else ():
                yield meant or other, id_, rule
    elif landmark := at_landmark(here, mention):
        yield from landmark
    elif here.alone and (new := newly(here, mention)):
        yield from new
    elif here.alone:
        yield from labelled(here, mention)


def with_paper(here: Setting, mention: DateMention) -> list[Found]:
    """A date at the head of a line that goes on with the link to a paper: "10/2025: [X: a model of everything](...)"."""
    sentence, text = here.sentence, here.sentence.scene.text
    found = event_of("technical report", sentence.vocabulary)
    linked = next(((a, b) for a, b in here.papers if mention.end <= a and not patterns.search(r"\w", text[mention.end : a])), None)
    if not found or not linked or not LED.fullmatch(text, sentence.start, mention.start):
        return []
    paper = Told(*linked, *found, "a link to a paper")
    title = next((m for m in sentence.subjects if m.start == linked[0] and suits(paper, m.id, sentence.vocabulary)), None)
    if title and TITLE.match(text, title.end):
        return [(paper, title.id or "", "its title begins with it")]
    behind = next((e for e in told(sentence) if e.rule == "paper" and e.start >= linked[1]), None)
    return [(behind, id_, rule) for id_, rule in whose(sentence, behind)] if behind else []


def in_brackets(here: Setting, mention: DateMention, event: Told | None) -> list[Found]:
    """A date in brackets behind a name: "GPT-5 (August 2025)", "GPT-5 (released in August 2025)"."""
    sentence, scene = here.sentence, here.sentence.scene
    bracket = scene.bracket(mention.start)
    if bracket is None:
        return []
    told_inside = event if event and bracket[0] < event.start < bracket[1] else None
    inside = scene.text[bracket[0] + 1 : mention.start]
    if told_inside is None:
        makers = [m for m in scene.subjects if bracket[0] < m.start < mention.start and m.id]
        rest = SMALL.sub("", without(scene, bracket[0] + 1, mention.start, makers))
        if rest or AS_OF.search(inside) or STAMP.fullmatch(scene.text, mention.start, mention.end):
            return []
    behind = event if event and event.end <= bracket[0] and not patterns.search(r"\w", scene.text[event.end : bracket[0]]) else None
    if behind and (found := whose(sentence, behind)):
        return [(behind, id_, rule) for id_, rule in found]
    meant = told_inside or here.what()
    if meant is None or meant.metric is None:
        return []
    for mark in sentence.subjects:
        gap = scene.text[mark.end : bracket[0]]
        if mark.end <= bracket[0] and patterns.fullmatch(r"[\s*\"”]*", gap) and suits(meant, mark.id, sentence.vocabulary):
            ids = together(sentence, mark, meant) if told_inside else [mark.id or ""]
            return [(meant, id_, "in brackets behind it") for id_ in ids]
    return told_of(here, bracket, meant) if here.heading and not told_inside else []


def told_of(here: Setting, bracket: tuple[int, int], meant: Told) -> list[Found]:
    """A heading that is a story of one thing with its time at the end: "GPT-4o: Learning to listen (2024)"."""
    sentence, text = here.sentence, here.sentence.scene.text
    named = [m for m in sentence.subjects if m.end <= bracket[0]]
    if len(named) != 1 or not suits(meant, named[0].id, sentence.vocabulary) or patterns.search(r"\w", text[bracket[1] : sentence.end]):
        return []
    title = text[named[0].end : bracket[0] + 1]
    if not patterns.fullmatch(r"[\W\d]*", text[sentence.start : named[0].start]) or not STORY.match(title) or ASPECT.search(title):
        return []
    return [(meant, named[0].id or "", "the heading tells its story")]


def at_landmark(here: Setting, mention: DateMention) -> list[Found]:
    """A date behind a name that stands for its release: "Since GPT-4o in May 2024"."""
    sentence, text, meant = here.sentence, here.sentence.scene.text, here.what(release=True)
    mark = next((m for m in sentence.subjects if m.end < mention.start and WHEN_BACK.fullmatch(text, m.end, mention.start)), None)
    if not mark or not meant or not suits(meant, mark.id, sentence.vocabulary):
        return []
    return [(meant, mark.id or "", "a landmark")] if LANDMARK.search(text, sentence.start, mark.start) else []


def labelled(here: Setting, mention: DateMention) -> Iterator[Found]:
    """A date and a name side by side: where a heading says what happened ("Releases"), or nothing but the two stands there."""
    sentence, scene, event = here.sentence, here.sentence.scene, here.what()
    if event is None or (here.title and not here.topic):
        return
    marks = [m for m in scene.subjects if sentence.start <= m.start < sentence.end and suits(event, m.id, sentence.vocabulary)]
    left = without(scene, sentence.start, sentence.end, [*marks, *makers_of(sentence)], mention)
    if not SMALL.sub("", left):
        for id_ in dict.fromkeys(m.id or "" for m in marks):
            yield event, id_, "nothing but it and the date"
        return
    for mark in marks if here.topic else []:
        a, b = (mention.end, mark.start) if mention.end <= mark.start else (mark.end, mention.start)
        last = mark.end if mention.end <= mark.start else mention.end
        if SEPARATOR.fullmatch(scene.text, a, b) and (here.heading or ENDS.match(scene.text, last)) and not part_of_other(sentence, mark):
            for id_ in together(sentence, mark, event):
                yield event, id_, "beside the date"
            return


def newly(here: Setting, mention: DateMention) -> list[Found]:
    """What is new on the date at the head of a line: "May 5th, 2025: New model X"."""
    text, event = here.sentence.scene.text, here.what(release=True)
    new = NEW.match(text, mention.end)
    if event is None or not new or not LED.fullmatch(text, here.sentence.start, mention.start):
        return []
    told_new = Told(mention.end, new.end(), event.metric, event.kinds, "new")
    return [(told_new, id_, rule) for id_, rule in whose(here.sentence, told_new) if rule == "what the event happens to"]


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
        far = len(bare.split()) + 2.0 * after + (0 if near else 6)
        if SUBORDINATE.search(scene.text[a:b].rstrip() if after else patterns.sub(r"\b\w+ (?:the )?$", "", scene.text[a:b])):
            continue  # "in May, a year before X was launched"
        if after and (SEVERAL.match(scene.text, mention.end) or (not leads and ELSEWHERE.search(scene.text[a:b]))):
            continue
        if (
            not after
            and scene.text[event.start : event.end].lower() == "available"
            and BEST.search(scene.text[sentence.start : event.start])
        ):
            continue  # "the best model available in May"
        if not after and another_verb(scene.text, event, mention, events):
            continue
        far += 3 if scene.bracket(mention.start) != scene.bracket(event.start) else 0
        if leads:
            far = min(far, 4 + far / 10)
        if far <= FAR and (best is None or far < best[0]):
            best = (far, event)
    return best[1] if best else None


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


def further_events(here: Setting, mention: DateMention, event: Told) -> list[Told]:
    """What else a date at the head of a sentence dates: "On March 5, we released X and retired Y"."""
    if not here.alone or not LED.fullmatch(here.sentence.scene.text, here.sentence.start, mention.start):
        return []
    return [e for e in told(here.sentence) if e != event and e.metric != event.metric and e.kinds and e.rule != "paper"]


def announced(sentence: Sentence, mention: DateMention, event: Told) -> Told | None:
    """What a date dates that stands before the news of an event to come: the announcement of a shutdown is a deprecation."""
    text = sentence.scene.text
    news = event.rule == "release" and ANNOUNCED.match(text, event.start) and any(t.rule == "shutdown" for t in told(sentence))
    if not news and (event.rule != "shutdown" or not ANNOUNCED.search(text, mention.end, event.start)):
        return event
    found = event_of("deprecation", sentence.vocabulary)
    return Told(event.start, event.end, *found, "deprecation") if found else None


def beside(here: Setting, mention: DateMention, event: Told) -> list[tuple[str, str]]:
    """Who stands right before a date, when the event was told further in front: "X launched in May, and Y in June"."""
    sentence, text = here.sentence, here.sentence.scene.text
    if closest(here, event) == mention:
        return []
    for mark in sentence.subjects if event.kinds else []:
        between = event.end <= mark.start and mark.end <= mention.start and suits(event, mark.id, sentence.vocabulary)
        if between and BESIDE.fullmatch(text, mark.end, mention.start) and not PLACED.search(text, sentence.start, mark.start):
            return [(i, "right before the date") for i in together(sentence, mark, event)]
    return []


def dates_too(here: Setting, mention: DateMention, event: Told) -> bool:
    """Whether a date is the one closest to an event, or joined to it: "launched in May 2025 and in Europe in June"."""
    first = closest(here, event)
    return first is None or first == mention or JOINED.fullmatch(here.sentence.scene.text[first.end : mention.start]) is not None


def closest(here: Setting, event: Told) -> DateMention | None:
    """The date that stands closest to the word for an event."""
    scene = here.sentence.scene
    near = [d for d in here.dates if scene.bracket(d.start) in (None, scene.bracket(event.start))]
    return min(near, key=lambda d: d.start - event.end if d.start >= event.end else event.start - d.end + 8, default=None)


def makers_of(sentence: Sentence) -> list[SubjectMark]:
    kinds = {i: s.kind for i, s in sentence.vocabulary.subjects.items()}
    return [m for m in sentence.scene.subjects if m.id and sentence.start <= m.start < sentence.end and kinds[m.id] == "organisation"]


def without(scene: Scene, start: int, end: int, marks: Sequence[SubjectMark], mention: DateMention | None = None) -> str:
    """A stretch of text without the given names and date."""
    spans = [(m.start, m.end) for m in marks] + ([(mention.start, mention.end)] if mention else [])
    return "".join(c for i, c in enumerate(scene.text[start:end], start) if not any(a <= i < b for a, b in spans))
