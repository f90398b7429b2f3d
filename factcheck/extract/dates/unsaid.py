"""A date beside a name, with no word for what happened: "GPT-5 (August 2025)", "May 5: new model X", "10/2025: [X: a paper]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import patterns
from factcheck.extract.dates.dates import DateMention
from factcheck.extract.dates.events import Told, event_of, suits, told
from factcheck.extract.dates.left_out import SMALL, without
from factcheck.extract.dates.name_groups import part_of_other, together
from factcheck.extract.dates.nearest import LED
from factcheck.extract.dates.owners import whose
from factcheck.extract.dates.setting import AS_OF, Found, Setting
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

TWO_MONTHS = 62  # days
OF_IT = compile_re(r"[\s*\"”]*(?: (?:models?|family|series|line|generation|releases?|previews?))?[\s*\"”]*")  # "the X family (May 2025)"
STAMP = compile_re(r"\d{4}-\d\d-\d\d")  # in brackets behind a name it tells one snapshot of a model from another
# "X: learning to listen (2024)"
STORY = compile_re(r"[*\"”]*(?: ?[:–—]| - )[^:–—(]*\($")
DID = compile_re(r"\b(?:[a-z]+ed|won|beat|beats|hits?|cuts?|lost|made|gets?|got) (?:by|to|its|the|an?|over|us|half|[$€£]?\d|[A-Z])")
ASPECT = compile_re(
    r"\bvs\b|\bversus\b|react|recept|\breview|benchmark|results?\b|pric|compar|update|controvers|lawsuit|leak|rumou?r|users?\b|usage|adoption"
    r"|test|eval|score|perform|outage|fund|deal",
    re.IGNORECASE,
)
# "Since X in May": the thing itself stands for its release.
ABOUT = compile_re(rf" (?:[\w-]+ )?(?:{ASPECT.pattern})", re.IGNORECASE)  # behind a year: the text itself, "X (2026 benchmarks)"
RANGE = compile_re(r" ?[-–—] ?(?:\d|now\b|present\b|today\b)")  # behind a year: the time that something took
LANDMARK = compile_re(r"\b(?:since|after|before|until|following|starting with|beginning with)(?: the)? [*\"“]*$", re.IGNORECASE)
WHEN_BACK = compile_re(r"[*\"”]* (?:back )?in ", re.IGNORECASE)
FIELD = compile_re(r" +(?:[·•|–—]|-{1,2}) +")
BROUGHT = compile_re(r"[*_]* (?:saw|brought(?: us)?|gave us) (?:the )?[*_\"“`]*")
MEASURED = compile_re(r"(?<![\w.-])[$€£~]?\d[\d.,]*(?: ?%| percent| points?)?[*_]* ?$")  # "from 4% (X, May 2025)": when it was measured
ALONE = compile_re(r"[*_\"”`]*(?:[.,;:!(]|$| (?:and|with|by|from|on|while|as)\b|—| [—–])")  # no verb of its own behind
# Between the date of an entry and the name that it is about, and behind the name.
GREETS = compile_re(
    r"(?:[^\w.;?!]|_|\b(?:meet|hello|say hello to|welcome|new|here is|here['’]s|the|our|and)\b)*!?[ *_\"“`]*", re.IGNORECASE
)
DESCRIBED = compile_re(
    r"[*_\"”`)\]]*(?:,?[ +&]+(?:and )?(?:the )?(?:(?:model |inference )?(?:weights|checkpoints?|code)|paper|report|demo))+[^\w]*"
    r"|[*_\"”`)\]]*(?:,| ?[:–—]| -)"
    r" (?:an?|our|the|its|first|largest|smallest|code|weights|built|based|made|trained|designed)\b(?:[^.;:()]|\.(?=\d))*\W*",
    re.IGNORECASE,
)
# What else an entry may say of a thing that came out; what is said of a change to it is of another day than its release.
TOLD_OF = compile_re(r"[*_\"”`)\]]*(?: ?[:–—]| -) (?=[\w*_])[^|]*")
CHANGE = compile_re(
    r"\b(?:support\w*|add(?:s|ed|ing|itional)?|fix\w*|updat\w*|upgrad\w*|improv\w*|now|again|back|faster|cheaper|integrat\w*|merged|accepted"
    r"|can(?:not)?|available|demos?|tutorials?|guides?|blogs?|talks?|videos?|training|inference|fine-?tun\w+|quanti[sz]\w+|gguf|onnx|deploy\w*|patch\w*|bugs?"
    r"|(?:rate )?limits?|quotas?|expand\w*|extend\w*|increas\w*|reduc\w*|cuts?|drop\w*|rais\w*|w[io]ns?|awards?|users|bans?|banned|block\w*"
    r"|restor\w*|paus\w*|reaches|reached|hits|passes|passed|tops|topped|gets|got|gains|becomes|became|moves|moved|goes|joins|joined)\b",
    re.IGNORECASE,
)
ON = compile_re(r"[*_\"”`]* on [*_]*")
CLOSES = compile_re(r"[*_]*(?:[.:;](?!\d)| ?[—–]|$)")
ON_ITEM = compile_re(r"[*_\"”`]*(?:,?(?: on)?| [–—-]) [*_]*")  # in a list: "X, May 5", "X - May 5, open since"
CLOSES_ITEM = compile_re(r"[*_]*(?:[.:;,](?!\d)| ?[—–]|$)")
TITLE = compile_re(r"[*\"”]* ?(?:[:–—]|-(?= ))")
SEPARATOR = compile_re(r"[\s*\"”)\]]*(?:[:–—|,(-]|→|)[\s*\"“]*(?:(?:by|on|in|from|the|new)\b\s*)*")
ENDS = compile_re(r"[\s*\"”]*(?:$|[.,;:!()–—|-])")
# What may stand beside a name that came out on a date, besides the small words.
PLAIN = compile_re(
    r"\b(?:base|chat|instruct|version|weights|checkpoints?|open|first|initial|public|our|official|full|stable|beta|alpha|GA|API|both|each|all)\b",
    re.IGNORECASE,
)
EACH = compile_re(r"\b(?:both|each|all)\b")
NEW = compile_re(
    r"\W*\b(?:new|initial|first)\b(?= (?:[\w-]+ ){0,3}(?:models?|checkpoints?|versions?|release|LLMs?|family|series)\b)", re.IGNORECASE
)


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
    if bracket is None or RANGE.match(scene.text, mention.end) or ABOUT.match(scene.text, mention.end):
        return []
    lasted = (mention.value.last - mention.value.first).days
    if not isinstance(mention.value.written, str) and not event and lasted > TWO_MONTHS:
        return []  # "X (May 2023 – June 2026)": when it lived
    told_inside = event if event and bracket[0] < event.start < bracket[1] else None
    inside = scene.text[bracket[0] + 1 : mention.start]
    if told_inside is None:
        makers = [m for m in scene.subjects if bracket[0] < m.start < mention.start and m.id]
        rest = SMALL.sub("", PLAIN.sub("", without(scene, bracket[0] + 1, mention.start, makers)))
        if rest or AS_OF.search(inside) or STAMP.fullmatch(scene.text, mention.start, mention.end):
            return []
        if makers and MEASURED.search(scene.text, sentence.start, bracket[0]):
            return []
    behind = event if event and event.end <= bracket[0] and not patterns.search(r"\w", scene.text[event.end : bracket[0]]) else None
    if behind and (found := whose(sentence, behind)):
        return [(behind, id_, rule) for id_, rule in found]
    meant = told_inside or here.what()
    if meant is None or meant.metric is None:
        return []
    if own := [m for m in sentence.subjects if bracket[0] < m.start < mention.start and suits(meant, m.id, sentence.vocabulary)]:
        return [(meant, id_, "in brackets with it") for id_ in together(sentence, own[0], meant)]  # "the app (now with X, May 2025)"
    for mark in sentence.subjects:
        gap = scene.text[mark.end : bracket[0]]
        if mark.end <= bracket[0] and OF_IT.fullmatch(gap) and suits(meant, mark.id, sentence.vocabulary):
            several = told_inside or all_names(here, bracket[0]) or EACH.search(inside)
            later = {m.id for m in sentence.subjects if m.start > bracket[0]}  # "X (May), Y (June)": each has its own
            ids = [i for i in together(sentence, mark, meant) if i == mark.id or i not in later] if several else [mark.id or ""]
            return [(meant, id_, "in brackets behind it") for id_ in ids]
    return told_of(here, bracket, meant) if (here.heading or here.item) and not told_inside else []


def all_names(here: Setting, end: int) -> bool:
    """Whether nothing but names stands before an offset: "A & B (May 2025)"."""
    sentence = here.sentence
    marks = [m for m in sentence.scene.subjects if sentence.start <= m.start < end and m.id]
    return not SMALL.sub("", without(sentence.scene, sentence.start, end, marks)).strip("s")


def told_of(here: Setting, bracket: tuple[int, int], meant: Told) -> list[Found]:
    """A heading or an item that is about one thing, with its time at the end: "GPT-4o: Learning to listen (2024)"."""
    sentence, text = here.sentence, here.sentence.scene.text
    named = [m for m in sentence.subjects if m.end <= bracket[0]]
    if len(named) != 1 or not suits(meant, named[0].id, sentence.vocabulary) or patterns.search(r"\w", text[bracket[1] : sentence.end]):
        return []
    title = text[named[0].end : bracket[0] + 1]
    if not patterns.fullmatch(r"[\W\d]*", text[sentence.start : named[0].start]) or not STORY.match(title) or ASPECT.search(title):
        return []
    if here.item and (DID.search(title) or told(sentence)):
        return []
    return [(meant, named[0].id or "", "at the end of what is said of it")]


def at_landmark(here: Setting, mention: DateMention) -> list[Found]:
    """A date behind a name that stands for its release: "Since GPT-4o in May 2024"."""
    sentence, text, meant = here.sentence, here.sentence.scene.text, here.what(release=True)
    mark = next((m for m in sentence.subjects if m.end < mention.start and WHEN_BACK.fullmatch(text, m.end, mention.start)), None)
    if not mark or not meant or not suits(meant, mark.id, sentence.vocabulary):
        return []
    return [(meant, mark.id or "", "a landmark")] if LANDMARK.search(text, sentence.start, mark.start) else []


def seen_on(here: Setting, mention: DateMention) -> list[Found]:
    """What a day is said to have brought: "March 5 saw X and Y", "May 2025 brought the X"."""
    sentence, text, meant = here.sentence, here.sentence.scene.text, here.what(release=True)
    for mark in sentence.subjects if meant else []:
        if meant and BROUGHT.fullmatch(text, mention.end, mark.start) and suits(meant, mark.id, sentence.vocabulary):
            whole = not part_of_other(sentence, mark) and ALONE.match(text, mark.end)
            return [(meant, id_, "what the day brought") for id_ in together(sentence, mark, meant)] if whole else []
    return []


def labelled(here: Setting, mention: DateMention) -> Iterator[Found]:
    """A date and a name side by side: where a heading says what happened ("Releases"), or nothing but the two stands there."""
    sentence, scene, event = here.sentence, here.sentence.scene, here.what()
    if event is None or (here.title and not here.topic) or (here.heading and not isinstance(mention.value.written, str)):
        return
    marks = [m for m in scene.subjects if sentence.start <= m.start < sentence.end and suits(event, m.id, sentence.vocabulary)]
    left = without(scene, sentence.start, sentence.end, [*marks, *makers_of(sentence)], mention)
    if not SMALL.sub("", PLAIN.sub("", left)):
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


def entered(here: Setting, mention: DateMention) -> list[Found]:
    """What an entry of news begins with behind its date: "2025/07/11 Meet X", "2025/09/03: X weights + paper", "May 5: X, our best"."""
    sentence, text, meant = here.sentence, here.sentence.scene.text, here.what(release=True)
    if not meant or here.heading or not LED.fullmatch(text, sentence.start, mention.start):
        return []
    if any(t.metric != meant.metric for t in told(sentence)):
        return []
    for mark in sentence.subjects:
        if not GREETS.fullmatch(text, mention.end, mark.start) or not suits(meant, mark.id, sentence.vocabulary):
            continue
        last = last_of(sentence, mark, meant)
        rest = text[last : sentence.end]
        greeted = patterns.search(r"\w", text[mention.end : mark.start])
        if described(rest, here.item) or (greeted and (ENDS.match(rest) or not patterns.search(r"\w", rest))):
            return [(meant, id_, "at the head of an entry") for id_ in together(sentence, mark, meant)]
    return []


def described(rest: str, item: bool) -> bool:
    """Whether what follows a name says what it is, and nothing that became of it later; in an item in any words."""
    said = DESCRIBED.fullmatch(rest) or (item and TOLD_OF.fullmatch(rest) and not CHANGE.search(rest))
    return bool(said) and not ASPECT.search(rest)


def told_without_verb(here: Setting, mention: DateMention) -> list[Found]:
    """A name with its day at the head of a sentence that has no verb: "X on the 8th: closed, no API yet"."""
    sentence, text, meant = here.sentence, here.sentence.scene.text, here.what(release=True)
    beside, closes = (ON_ITEM, CLOSES_ITEM) if here.item else (ON, CLOSES)
    if not meant or here.heading or mention.value.first != mention.value.last or not closes.match(text, mention.end):
        return []
    for mark in sentence.subjects if not told(sentence) else []:
        if beside.fullmatch(text, mark.end, mention.start) and suits(meant, mark.id, sentence.vocabulary):
            before = without(sentence.scene, sentence.start, mark.start, makers_of(sentence))
            return [] if SMALL.sub("", before).strip("s") else [(meant, id_, "without a verb") for id_ in together(sentence, mark, meant)]
    return []


def in_fields(here: Setting, mention: DateMention) -> list[Found]:
    """A date that is one of the fields of a line that begins with a name: "X · May 2025 · 7B", "X – May 5 – our best"."""
    sentence, text, meant = here.sentence, here.sentence.scene.text, here.what()
    marks = list(FIELD.finditer(text, sentence.start, sentence.end))
    fields = list(zip([sentence.start, *(m.end() for m in marks)], [*(m.start() for m in marks), sentence.end], strict=True))
    whole = any(not patterns.search(r"\w", text[a : mention.start] + text[mention.end : b]) for a, b in fields)
    if len(fields) < 2 or not meant or not whole:
        return []
    told_of_it = text[marks[0].end() : sentence.end]
    if any(m[0].strip() in "–—--" for m in marks) and (CHANGE.search(told_of_it) or ASPECT.search(told_of_it)):
        return []  # behind a dash there may be prose
    first = [m for m in sentence.subjects if m.end <= fields[0][1] and suits(meant, m.id, sentence.vocabulary)]
    alone = first and not SMALL.sub("", without(sentence.scene, *fields[0], [*first, *makers_of(sentence)]))
    return [(meant, id_, "a field behind it") for id_ in dict.fromkeys(m.id or "" for m in first)] if alone else []


def last_of(sentence: Sentence, mark: SubjectMark, event: Told) -> int:
    """Where the last of the names ends that a name begins a list of."""
    ids = together(sentence, mark, event)
    return max(m.end for m in (mark, *sentence.scene.subjects) if m is mark or (m.id in ids and mark.start <= m.start < sentence.end))


def newly(here: Setting, mention: DateMention) -> list[Found]:
    """What is new on the date at the head of a line: "May 5th, 2025: New model X"."""
    text, event = here.sentence.scene.text, here.what(release=True)
    new = NEW.match(text, mention.end)
    if event is None or not new or not LED.fullmatch(text, here.sentence.start, mention.start):
        return []
    told_new = Told(mention.end, new.end(), event.metric, event.kinds, "new")
    return [(told_new, id_, rule) for id_, rule in whose(here.sentence, told_new) if rule == "what the event happens to"]


def makers_of(sentence: Sentence) -> list[SubjectMark]:
    kinds = {i: s.kind for i, s in sentence.vocabulary.subjects.items()}
    return [m for m in sentence.scene.subjects if m.id and sentence.start <= m.start < sentence.end and kinds[m.id] == "organisation"]
