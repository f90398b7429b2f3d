"""What happens to things on a day: the words for releases, shutdowns, cut-offs, foundings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factcheck.extract.names.sentence import Sentence
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.ledger.model import Metric, SubjectKind
from factcheck.patterns import compile_re


@dataclass(frozen=True, slots=True)
class Event:
    """A sort of event: the words for it, the standard metrics for its date (the first that the ledger has), and what it happens to."""

    name: str
    pattern: str
    metrics: tuple[str, ...]
    kinds: tuple[SubjectKind, ...] = ("model", "product", "benchmark")
    doer: bool = False  # whether it is the event of who does it, rather than of what it is done to


MONTH = r"(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
SOME = r"(?:(?:[$€£]?[\w.,-]+) ){0,5}?"  # what may stand before a noun: "a new multi-year"
ABOUT = r"(?:(?:about|over|around|roughly|nearly|some|more|than|an?|its|additional|further|another|total|of|up|to) )*"
WHEN = r"(?= (?:the |about |around |roughly |early |mid|late |end of |(?-i:[A-Z])|20\d\d))"  # a date is to follow
# Where words of two sorts overlap, the sort that stands first here has them.
EVENTS: tuple[Event, ...] = (
    Event(
        "cut-off",
        r"(?:(?:(?:knowledge|training|data|pre-?training)[ -])+cut[ -]?offs?|cut-?offs?)(?:[ -]dates?)?|(?:data|knowledge) freshness"
        rf"|(?:pre-?)?trained (?:on [^.;,]{{0,60}}?)?(?:up )?(?:to|until|through){WHEN}"
        r"|(?:(?:pre-?)?training data|knowledge|data)(?: of \S+(?: \S+){0,3}?)?"
        rf"(?: (?:is|runs?|goes|extends?|ends?|stops?|current|available|reaches|dates))*(?: up)? (?:to|until|through|in|at|by){WHEN}",
        ("knowledge-cutoff",),
    ),
    Event(
        "founding",
        r"(?:co-?)?found(?:ed|ing|s)|(?:(?:was|were) |(?<=, ))(?:established|formed|created|incorporated)|formation"
        r"|(?-i:Established|Formed|Incorporated)(?= in |\W*$)|was (?:started|born)|spun (?:out|off)|started(?= (?:in|as) )",
        ("founding-date",),
        ("organisation",),
    ),
    Event(
        "funding",
        rf"rais(?:ed|es|ing)(?= {ABOUT}(?:[$€£]|series |seed|\d))|(?:(?:clos|announc|secur|complet|land|finali[sz])(?:ed|es|ing) {SOME})?"
        r"(?:(?:(?-i:Series [A-K])|seed|funding|financing|investment)(?: (?:funding|financing))? rounds?|(?-i:Series [A-K])\b)"
        r"|(?:clos|secur|receiv|land|attract)(?:ed|es|ing) (?:\w+ ){0,2}[$€£][\d.,]+(?: ?[mMbB]\w*)? (?:in|of) (?:[\w-]+ ){0,3}"
        r"(?:funding|financing)"
        rf"|(?:clos|secur|complet|finali[sz])(?:ed|es|ing) {SOME}round|finali[sz](?:ed|es|ing) {SOME}(?:funding|financing)",
        ("funding-date",),
        ("organisation",),
        doer=True,
    ),
    Event(
        "acquisition",
        r"acqui(?:red|res|ring|sition)|bought(?= (?-i:[A-Z]))|takeover|merg(?:ed|es|er)(?= with| of)",
        ("acquisition-date",),
        ("organisation", "product"),
    ),
    Event(
        "stock market",
        r"fil(?:ed|es|ing) (?:\w+ly )?(?:to go public|for (?:an? |its )?(?:IPO|initial public offering)"
        r"|(?:an? |its )?(?:draft )?(?:S-1|prospectus))",
        ("ipo-filing-date",),
        ("organisation",),
        doer=True,
    ),
    Event(
        "deal",
        rf"sign(?:ed|s) {SOME}(?:deal|agreement|contract|partnership|memorandum)|(?:partner|team)(?:ed|s)(?: up)?(?= with)"
        rf"|(?:str(?:uck|ikes)|enter(?:ed|s) into|(?:announc|expand|form|agre)(?:ed|es)(?: to| on)?) {SOME}"
        r"(?:deal|partnership|agreement|collaboration)",
        ("deal-date",),
        ("organisation",),
        doer=True,
    ),
    Event(
        "departure",
        r"step(?:ped|ping|s)? down|resign(?:ed|s|ation)|depart(?:ed|s|ure)|(?:left|leaves)(?= (?:the (?:company|firm|lab)\b|(?-i:[A-Z])))",
        ("departure-date",),
        ("person",),
        doer=True,
    ),
    Event(
        "shutdown",
        r"shut(?:ting|s)?[ -]?downs?|retir(?:ed|es|e|ing|ements?)|sunset(?:ted|ting|s)?|discontinu(?:ed|es|e|ing|ation)"
        r"|decommission(?:ed|ing|s)?|(?:turned|switched|turn|switch) off|phas(?:ed|ing|e) out|end[ -]of[ -]life|taken offline|removal"
        r"|(?:reach(?:es|ed)?|hits?) (?:its )?end[ -]of[ -]life|pull(?:s|ed|ing) the plug(?: on)?"
        r"|stop(?:s|ped)? (?:serving|supporting|offering|selling)"
        r"|(?:support|access) (?:for|to)(?= (?:[\w.-]+ ){1,5}(?:will )?(?:ends?|ended|be cut off|ceases?|expires?)\b)"
        r"|removed(?! from (?:[\w-]+ ){0,3}(?:plans?|tiers?|lists?|leaderboards?|rankings?|index|subscriptions?)\b)"
        r"(?: from (?:the )?\w+|(?= (?:on|in|by|after) ))"
        r"|remov(?:es?|ing|ed)(?=(?:[^.;:()]|\.(?=\d)){1,160}? from (?:the |its |our )?(?:\w+ )?(?:API|app|platform|service|menu)\b)"
        r"|(?:supported|available|accessible|maintained|offered) (?:only )?until"
        r"|no longer (?:be )?(?:supported|available|accessible|maintained|offered|served)",
        ("shutdown-date",),
    ),
    Event("deprecation", r"deprecat(?:ed|es|e|ing|ions?)", ("deprecation-date",)),
    Event(
        "open weights",
        r"(?:open |model |full )?weights (?:(?:were|was|are|is|will be|to be|being|promised|expected|planned|due|coming) )*"
        r"(?:released?|published?|uploaded|available|out|open(?:ed)?|posted)"
        r"|open[ -]weights(?: (?:promised|expected|planned|due|coming|arriving|follow))?(?=,? (?:by|on|in) )"
        r"|(?:releas|upload|publish|post|open|dropp|shipp|promis)(?:ed|es|e|s|ing)"
        r" (?:up )?(?:the |its |their |all |full |open |model )*weights",
        ("open-weights-date", "release-date"),
    ),
    Event(
        "paper",
        rf"(?:publish|releas|post|present)(?:ed|es|e|ing) {SOME}(?:papers?|(?:tech(?:nical)? )?reports?|preprint)"
        r"(?= (?:describing|introducing|presenting|behind|of))|tech(?:nical)? (?:report|paper)s?"
        r"|papers?(?= (?:describing|introducing|presenting|behind) )"
        r"|(?:submit(?:s|ted)|upload(?:s|ed)|publish(?:ed)?|releas(?:e|ed)|post(?:ed)?|put|shared?) our (?:[\w-]+ ){0,2}"
        r"(?:paper|preprint|report)"
        r"|our (?:[\w-]+ ){0,2}(?:paper|preprint|report)(?= (?:is|was|has been) (?:now )?(?:available|out|released|online|public|on) )",
        ("paper-date",),
    ),
    Event(
        "release",
        r"(?:re|pre-)?releas(?:ed|es|e|ing)|launch(?:ed|es|ing)?|unveil(?:ed|s|ing)?|debut(?:ed|s|ing)?|introduc(?:ed|es|e|ing|tion)"
        r"|(?<=\bwe )(?:present|(?:have )?open-?source)"
        r"|ship(?:ped|s|ping)?|roll(?:ed|s|ing)?[ -]?out|announc(?:ed|es|ing|ement)|arriv(?:ed|es|e|ing|al)|published|dropped"
        r"|open-?sourc(?:ed|es|ing)|c[ao]mes? (?:out|along)|(?:went|goes|go|came) (?:live|online)|(?:went|goes|reached) GA\b"
        r"|put out|followed(?= (?:in|on) )"
        r"|(?:made|became|becomes?|been|was|is|are) (?:\w+ly )?available|general(?:ly)? availab(?:le|ility)"
        r"|available(?= (?:on|since|from|as of) | in (?-i:[A-Z]))"
        r"|available(?= to (?:all|every|the public|developers|users|customers|subscribers|paying|free|\w+ users))"
        r"|(?:is|are|be|been) (?:now )?(?:out|live|here|available)|now (?:out|live|available|public)|out now"
        r"|(?:made|went|goes|are|is) public"
        r"|enter(?:ed|s|ing) (?:(?:public|open|closed|private|limited) )?(?:preview|beta|general availability)"
        r"|revealed|previewed|premiered|presented|land(?:ed|s)|appear(?:ed|s)|(?:came|dropp?(?:s|ed)?|comes)(?= (?:in|on) )|follows(?=\W*$)"
        r"|(?:answer|respond|counter|repli|follow|hit back|fought back|return)(?:ed|s)?(?: up)? with"
        r"|(?:go(?:es|ne|ing)? |went )?on sale(?= (?:in|on|from|as) )"
        rf"|(?:expected|coming|planned|scheduled|slated|set|targeted)(?= (?:in|on|for|by) | {MONTH})"
        rf"|(?:slipp|delay|postpon|push|mov|reschedul)ed(?: back)? to{WHEN}"
        r"|due(?= (?:in|on|by|out) )|dates? (?:from|back to)",
        ("release-date",),
    ),
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event told in a text (offsets, end exclusive): the metric of its date (None where the ledger has none), what it happens to
    (None: anything), and the name of the rule."""

    start: int
    end: int
    metric: Metric | None
    kinds: tuple[SubjectKind, ...] | None
    rule: str
    doer: bool = False


@cache
def compiled() -> tuple[tuple[Event, re.Pattern[str]], ...]:
    return tuple((event, word_pattern(event.pattern)) for event in EVENTS)


NEWS = compile_re(
    r"announc(?:ed|es|ing) (?:(?:the|its|their|an?|upcoming|planned|\S+['’]s?) )*", re.IGNORECASE
)  # of a release or a shutdown
THAT = compile_re(r"announc(?:ed|es|ing)(?: (?:in|on) [^,;:]{3,20})? that\b", re.IGNORECASE)  # what is announced says what is dated
# "two months after its launch": the event is not what happened then.
AFTER = compile_re(r"\b(?:before|after|until|since|ahead of|prior to|following)(?: (?:its|the|their|official|public|initial|\w+['’]s))* $")
OF_PAPER = compile_re(r"[^,;:.]{0,60}")  # between "the technical report of" and "was published"
OUR_PAPER = compile_re(r" (?:of )?(?:(?:the|its|our|an?|new) )*(?:[\w.-]+ ){0,3}")
BETWEEN = r"(?: (?:an?|the|its|their|his|her|our|for|\w+ly))* "  # what may stand between the words of a name, in a sentence


def named(vocabulary: Vocabulary) -> list[tuple[Metric, re.Pattern[str]]]:
    """The names of several words that date metrics have, with articles and adverbs allowed in: "filed for IPO", "filed for its IPO"."""
    found = []
    for metric in vocabulary.metrics.values():
        if metric.kind == "date":
            names = [metric.name.removesuffix(" date"), *metric.aliases]
            forms = "|".join(BETWEEN.join(map(re.escape, n.split())) for n in names if len(n.split()) > 1)
            if forms:
                found.append((metric, word_pattern(forms)))
    return found


@cache
def word_pattern(forms: str) -> re.Pattern[str]:
    return compile_re(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)


def told(sentence: Sentence) -> list[Told]:
    """The events that a sentence tells of: the date metrics that it names, and the words for the common sorts."""
    found: list[Told] = []
    sorts = {metric.id: event for event in EVENTS if (metric := sentence.vocabulary.role(*event.metrics))}

    def of(metric: Metric, start: int, end: int) -> Told:
        sort = sorts.get(metric.id)
        return Told(start, end, metric, sort.kinds if sort else None, "named", sort.doer if sort else False)

    for mark in sentence.metrics:
        metric = sentence.vocabulary.metrics[mark.id] if mark.id else None
        if metric and metric.kind == "date":
            found.append(of(metric, mark.start, mark.end))
    for metric, pattern in named(sentence.vocabulary):
        for m in pattern.finditer(sentence.scene.text, sentence.start, sentence.end):
            if not any(t.start < m.end() and m.start() < t.end for t in found):
                found.append(of(metric, m.start(), m.end()))
    for event, pattern in compiled():
        role = sentence.vocabulary.role(*event.metrics)
        for m in pattern.finditer(sentence.scene.text, sentence.start, sentence.end):
            over = [t for t in found if t.start < m.end() and m.start() < t.end]
            if all(t.rule == "named" and m.start() <= t.start and t.end <= m.end() and within(t, m, role) for t in over):
                found = [t for t in found if t not in over]
                found.append(Told(m.start(), m.end(), role, event.kinds, event.name, event.doer))
    text = sentence.scene.text
    found = [t for t in found if not any(NEWS.fullmatch(text, t.start, u.start) for u in found) and not THAT.match(text, t.start)]
    papers = [t for t in found if t.rule == "paper"]
    found = [t for t in found if t.rule != "release" or not any(of_paper(text, t, p) for p in papers)]
    return sorted(found, key=lambda t: t.start)


def of_paper(text: str, release: Told, paper: Told) -> bool:
    """Whether a word for a release tells of a paper: "the technical report of X was published", "the release of the X technical report"."""
    if paper.end <= release.start:
        return OF_PAPER.fullmatch(text, paper.end, release.start) is not None
    return OUR_PAPER.fullmatch(text, release.end, paper.start) is not None


def within(told: Told, longer: re.Match[str], role: Metric | None) -> bool:
    """Whether the words for an event hold a metric's name that says no more than they do: "weights were released" holds "released"."""
    return told.metric == role or told.end - told.start < longer.end() - longer.start()


def event_of(text: str, vocabulary: Vocabulary) -> tuple[Metric, tuple[SubjectKind, ...]] | None:
    """The date metric of the first sort of event that a heading or label names ("Release history"), and what it happens to."""
    for event, pattern in compiled():
        if any(not AFTER.search(text, 0, m.start()) for m in pattern.finditer(text)):
            metric = vocabulary.role(*event.metrics)
            return (metric, event.kinds) if metric else None
    return None


def suits(told: Told, id_: str | None, vocabulary: Vocabulary) -> bool:
    """Whether an event can have happened to a subject."""
    if id_ is None or told.metric is None:
        return False
    subject = vocabulary.subjects[id_]
    return told.kinds is None or subject.kind in told.kinds
