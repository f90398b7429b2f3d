"""Who measured, reported or announced a figure, where the passage says so.

A passage names its sources before what they say ("According to X", "X says that", "X measured it at") or behind it (", X says",
"(X)", a link). Of several the first counts, until another takes over after a figure. A source that the vocabulary lacks is one all
the same: what it says is nobody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from factcheck.extract.publishers import MAKER, PUBLISHERS, host, makes_models, publisher
from factcheck.extract.scene import Scene, SubjectMark
from factcheck.extract.vocabulary import Vocabulary

Link = tuple[int, int, str]  # offsets in the text, address

SAYING = (
    r"says?|said|saying|claim(?:s|ed|ing)?|report(?:s|ed|ing)?|stat(?:es|ed|ing)|announc(?:es?|ed|ing)|not(?:es|ed|ing)|writes?"
    r"|wrote|tells?|told"
    r"|confirm(?:s|ed|ing)?|add(?:s|ed)|admit(?:s|ted)?|acknowledge[sd]?|estimate[sd]?|promis(?:es?|ed|ing)|pledg(?:es?|ed|ing)"
    r"|expect(?:s|ed)?"
    r"|predict(?:s|ed)?|forecasts?|project(?:s|ed)?|reveal(?:s|ed)?|disclose[sd]?|highlight(?:s|ed)?|share[sd]?|post(?:s|ed)|argue[sd]?"
    r"|conclude[sd]?|suggest(?:s|ed)?|insist(?:s|ed)?|alleg(?:es?|ed)|explain(?:s|ed)?|detail(?:s|ed)|quote[sd]?|peg(?:s|ged)"
    r"|believe[sd]?|warn(?:s|ed)?|cite[sd]?|tout(?:s|ed|ing)?|boast(?:s|ed)?|advertise[sd]?|describe[sd]?|repeat(?:s|ed)?|emphasi[sz]e[sd]?"
)
MEASURING = (
    r"measure[sd]?|assess(?:es|ed)|calculate[sd]?|verif(?:y|ies|ied)|test(?:s|ed|ing)?|score[sd]?|rate[sd]?|rank(?:s|ed)?|place[sd]?|evaluate[sd]?|benchmark(?:s|ed)|finds?|found"
    r"|track(?:s|ed)"
    r"|clock(?:s|ed)|record(?:s|ed)|publishe[sd]|list(?:s|ed)|gives?|gave|puts?|show(?:s|ed)|flags?|backs?(?: up)?|survey(?:s|ed)"
    r"|(?:got|had|has|was given) (?:early|exclusive|advance) access"
)
OUTPUT = (
    r"(?:benchmarks?|benchmarking|tests?|testing|evaluations?|audits?|auditing|analysis|data|figures?|measurements?|leaderboards?|rankings?|ratings?"
    r"|reports?|reporting|study|survey|blog(?: post)?|research|numbers|results?|scores?|findings|filing|announcement|statement"
    r"|system card|model card|paper|estimates?)"
)
OUTLET = r"(?:outlet|publication|newspaper|magazine|news agency|news site|broadcaster)"
KINDS = r"(?:own|official|internal|latest|recent|new|annual|quarterly|independent|initial|early|published|(?:19|20)\d\d|\w+-party)"
BEFORE = re.compile(
    rf"(?:\b[Aa]ccording to|\b[Pp]er|\b[Cc]ourtesy of|\b[Ss]ources?:|\b[Vv]ia"
    rf"|\b(?:reported|measured|announced|noted|stated|claimed|estimated|tested|evaluated|benchmarked|published|audited|tracked"
    rf"|ranked|confirmed|verified|disclosed|surveyed|listed|quoted) by"
    rf"|\b(?:measured|clocked|rated|pegged|scored|tested|benchmarked|calculated) [^.;:,]{{1,50}} by"
    rf"|\b{OUTPUT},? (?:(?:is|are|was|were) (?:all )?from|by|from|in|of)"
    rf"|\b(?:c[ao]mes?|taken|sourced|drawn|compiled|collected|derived|provided|pulled)"
    rf"(?: (?:straight|directly|exclusively|entirely|solely|mostly|largely))? (?:from|by))"
    rf"(?: (?:the|a|an|its|{KINDS}|{OUTPUT}|from|by|at|market|research|firm|analysts?|tracker|evaluator))*[ \"“*_]*$",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"(?:['’]s?|-sourced)?(?:(?: {KINDS})* {OUTPUT})?[\"”*_]*(?: \([^)]*\)|\))?(?: (?:at|of|in) (?:the )?[A-Z][\w.&-]*)?"
    r"(?:, [^,.;]{1,60},)?"
    r"(?: (?:also|then|later|now|has|have|had|does|did|since|officially|even|recently|itself|independently|further|separately"
    r"|again|just|CEO|spokesperson|researchers|analysts))*"
    rf" (?:(?P<say>{SAYING})|(?P<measure>{MEASURING}))\b"
)
COMPANY = re.compile(r"(?:it|the (?:company|firm|startup|lab|maker|service))", re.IGNORECASE)
SAID = re.compile(rf"(?:,|[”\"’]),? (?:(?:\w+ ){{0,6}})?(?:{SAYING}) (?:the )?[*_]*$", re.IGNORECASE)
SAYS_END = re.compile(rf"[*_]*(?: \w+)? (?:{SAYING})\b[^,;:]{{0,30}}[.)]?$")
# Papers that only the maker of a thing writes about it.
PAPER = (
    r"(?:(?:system|model)[ -]cards?|press releases?|release notes|(?:launch|release|developer|company|product|official|announcement)"
    r"(?: launch)? (?:blog(?: post)?|post|page|notes|announcement)|tech(?:nical)? report"
    r"|(?:API |product |developer )?(?:documentation|docs)"
    r"|(?:pricing|product) page|spec(?:ification)? sheet|data ?sheet|changelog|white ?paper)"
)
PAPERS = re.compile(
    rf"(?P<per>\b(?:according to|as per|per|in|from) )?(?P<the>\b(?:the|its|their|this|that|accompanying) |['’]s? |[(\[])"
    rf"(?P<kind>{KINDS} |accompanying )*{PAPER}\b(?! (?:by|from) )(?P<aside>[)\]])?(?P<says>(?: \w+)? (?:{SAYING}|{MEASURING})\b)?",
    re.IGNORECASE,
)
# Somebody's own finding: "Epoch AI's measurement of 39.9%".
POSSESSED = re.compile(rf"['’]s?(?: {KINDS})* {OUTPUT}\b")
BASED = re.compile(r"\bbased (?:\w+ )?(?:up)?on (?:the )?[*_]*$", re.IGNORECASE)
RESULTS = re.compile(
    r"(?:['’]s?)?(?: [\w.-]+){0,3}? (?:data|figures|numbers|scores|results|benchmarks?|rankings?|ratings|leaderboards?|tests"
    r"|measurements)\b"
)
OFFICIAL = re.compile(
    r"\bofficial (?:\w+ ){0,2}?(?:pric\w+|numbers?|figures?|claims?|scores?|results?|benchmarks?|specs?|specifications?|data"
    r"|rates?|announcements?|statements?|cards?|reports?)\b"
    r"|\bofficially (?:say|state|score|list|price|report|claim|announce|rate|cost|support|reach|achieve)\w*"
    r"|\b(?:self|vendor|maker|company|developer|provider)-(?:reported|claimed|stated|published)\b|[(\[](?:vendor|maker|company|developer|provider|self)[)\]]"
    r"|\b(?:reported|published|listed|stated|claimed) by (?:the|their|its|each|every) (?:respective )?(?:makers?|developers?"
    r"|vendors?|providers?|labs?|authors?)\b",
    re.IGNORECASE,
)
PLAIN = re.compile(r"(?:source|link|report|blog(?: post)?|announcement|paper|post|via|ref(?:erence)?|\[?\d+\]?)s?", re.IGNORECASE)
HEADED = re.compile(rf"(?:['’]s?)?(?: {KINDS})* (?:{OUTPUT}|claims?)\b", re.IGNORECASE)
REPORT = re.compile(
    rf"\b(?:according to|per|as per) (?:the|its|their|that|this|the same) (?:{KINDS} )*(?:{OUTPUT}|{OUTLET})\b(?! (?:by|from|of)\b)"
    rf"|\b(?:the|this) {OUTLET} (?:(?:also|further|has|had) )?(?:{SAYING}|{MEASURING})\b"
    rf"|\b(?:the|its|their|that|this) (?:{KINDS} )*(?:report|survey|study|analysis|paper|research) (?:(?:also"
    rf"|further) )?(?:{SAYING}|finds?|found|shows?|showed|puts)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody named as a source: offsets in the text, id (None: not in the vocabulary), and on which side what is said stands.

    "either" is what comes after it in the sentence or, if it comes last, what comes before; "own" is what stands in the link to its
    pages, if that is about what it makes.
    """

    start: int
    end: int
    id: str | None
    side: Literal["after", "before", "either", "own"]


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom words without a name mean: "the company" or "it", and "the report"."""

    company: str | None = None
    reporter: str | None = None


NOBODY = Meant()


def sources(scene: Scene, start: int, end: int, vocabulary: Vocabulary, links: list[Link], *, meant: Meant = NOBODY) -> tuple[Source, ...]:
    """The sources that a sentence `scene.text[start:end]` names, in order."""
    found = [
        s
        for mark in scene.subjects
        if start <= mark.start < end and (s := spoken(scene, start, end, mark, vocabulary, company=meant.company))
    ]
    found += linked(scene, start, end, vocabulary, links)
    found += papers(scene.text, start, end, [s.end for s in scene.subjects if s.id and vocabulary.subjects[s.id].kind in PUBLISHERS])
    if meant.reporter:
        found += [Source(m.start(), m.end(), meant.reporter, "either") for m in REPORT.finditer(scene.text, start, end)]
    return tuple(sorted(found, key=lambda s: s.start))


def spoken(scene: Scene, start: int, end: int, mark: SubjectMark, vocabulary: Vocabulary, *, company: str | None) -> Source | None:
    """A name as a source, if the words round it make it one."""
    text = scene.text
    before, after = text[max(start, mark.start - 90) : mark.start], text[mark.end : min(end, mark.end + 150)]
    if mark.pronoun:
        told = AFTER.match(after) if COMPANY.fullmatch(mark.text) else None
        here = [m.id for m in scene.subjects if start <= m.start < mark.start and m.id and vocabulary.subjects[m.id].kind == "organisation"]
        speaker = here[-1] if here else company
        last = re.search(r"[,”\"’] $", before) and SAYS_END.match(after)
        return Source(mark.start, mark.end, speaker, "before" if last else "after") if speaker and told and told["say"] else None
    subject = vocabulary.subjects[mark.id] if mark.id else None
    if subject is None or subject.kind not in (*PUBLISHERS, "product"):
        return None
    if named_as_source(text, start, mark.start):
        return Source(mark.start, mark.end, mark.id, "either")
    if BASED.search(before) and RESULTS.match(after):
        return Source(mark.start, mark.end, mark.id, "either")
    if subject.kind == "product":
        return None
    if SAID.search(before) or (re.search(r"[,”\"’] [*_]*$", before) and SAYS_END.match(after)):
        return Source(mark.start, mark.end, mark.id, "before")
    if POSSESSED.match(after):
        return Source(mark.start, mark.end, mark.id, "after")
    told = AFTER.match(after)
    if told and (told["say"] or measures_another(scene, mark.end, end, vocabulary, subject.id)):
        return Source(mark.start, mark.end, mark.id, "after")
    return None


def papers(text: str, start: int, end: int, publishers: list[int]) -> Iterator[Source]:
    """The maker's own papers as sources, where none of the publishers, who end at `publishers`, is named as their author.

    >>> [next(papers(text, 0, len(text), [])).side for text in ("The docs say it has 5", "It has 5 (model card)")]
    ['after', 'before']
    """
    for m in PAPERS.finditer(text, start, end):
        if m.start("the") in publishers:
            continue
        if m["aside"] and m["the"] in "([":
            yield Source(m.start(), m.end(), MAKER, "before")
        elif m["per"] and (m["per"].lower() not in ("in ", "from ") or not re.search(r"\w", text[start : m.start()])):
            yield Source(m.start(), m.end(), MAKER, "either")
        elif m["says"]:
            last = not re.search(r"\w", text[m.end() : end]) and re.search(r"[,”\"] $", text[start : m.start()])
            yield Source(m.start(), m.end(), MAKER, "before" if last else "after")


def named_as_source(text: str, start: int, at: int) -> bool:
    """Whether the words of a sentence that starts at `start` make the name at `at` a source.

    >>> text = "According to Epoch, data from Meta shows it; Meta"
    >>> [named_as_source(text, 0, at) for at in (13, 30, 45)]
    [True, True, False]
    """
    return BEFORE.search(text, max(start, at - 90), at) is not None


def measures_another(scene: Scene, at: int, end: int, vocabulary: Vocabulary, id_: str) -> bool:
    """Whether a thing that is not its own follows an organisation: "Epoch scored the model at 52", but "Meta scored 52".

    One that makes no models measures those of others even where it names none.
    """
    things = {m for m in scene.subjects if m.id and vocabulary.subjects[m.id].kind in ("model", "product")}
    named = [m for m in scene.subjects if at < m.start < end and (m.pronoun or m in things)]
    if named:
        others = [m for m in named if not m.pronoun] or named
        return any(m.pronoun or vocabulary.subjects[m.id or ""].maker != id_ for m in others)
    return not makes_models(id_, vocabulary)


def linked(scene: Scene, start: int, end: int, vocabulary: Vocabulary, links: list[Link]) -> Iterator[Source]:
    """Sources given as a link: "([Epoch](https://...))", "[@handle](https://...)", "[Source](https://epoch.ai/...)"."""
    for a, b, url in links:
        if not start <= a < end:
            continue
        words = scene.text[a:b].strip(" *_[]()@")
        aside = scene.text[a:b].lstrip().startswith("@") or scene.bracket(a) is not None
        tail = not re.search(r"\w", scene.text[b:end])
        id_ = publisher(words, vocabulary)
        if (aside or tail) and id_:
            yield Source(a, b, id_, "before")
        elif PLAIN.fullmatch(words) and (aside or tail):
            yield Source(a, b, host(url, vocabulary), "before")
        elif scene.text[a:b].lstrip().startswith("@") and a > start:
            yield Source(a, b, None, "before")
        elif any(a <= q.start < b for q in scene.quantities) and (id_ := host(url, vocabulary)):
            yield Source(a, b, id_, "own")


def introduces(scene: Scene, vocabulary: Vocabulary, links: list[Link]) -> str | None:
    """Whom a heading, or a line that ends in a colon, names as the source of all that follows: "Epoch's independent numbers:"."""
    start = scene.sentences[-1][0] if scene.sentences else 0
    found = sources(scene, start, len(scene.text), vocabulary, links)
    if found:
        return found[0].id
    if OFFICIAL.search(scene.text, start):
        return MAKER
    for mark in scene.subjects:
        if (
            mark.start >= start
            and mark.id
            and vocabulary.subjects[mark.id].kind in PUBLISHERS
            and (HEADED.match(scene.text, mark.end) or AFTER.match(scene.text, mark.end))
        ):
            return mark.id
    return None


def trailing(scene: Scene, vocabulary: Vocabulary, links: list[Link]) -> tuple[Source, ...]:
    """The sources that a whole item gives at its end."""
    last = scene.sentences[-1] if scene.sentences else (0, 0)
    return tuple(
        s
        for s in sources(scene, *last, vocabulary, links)
        if s.side == "before" and not re.search(r"\w", re.sub(r"@\w+|\[?\d+\]?", "", scene.text[s.end : last[1]]))
    )
