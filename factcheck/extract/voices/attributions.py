"""Who measured, reported or announced a figure, where the passage says so.

A passage names its sources before what they say ("According to X", "X says that", "X measured it at") or behind it (", X says",
"(X)", a link). Of several the first counts, until another takes over after a figure. A source that the vocabulary lacks is one all
the same: what it says is nobody else's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from factcheck import patterns
from factcheck.extract.names.scene import Scene, SubjectMark
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.voices.linked import linked, pointed
from factcheck.extract.voices.only_sources import cited, heads, named_as_source, reports
from factcheck.extract.voices.publishers import MAKER, PUBLISHERS, evaluates, makes_models, publisher
from factcheck.extract.voices.relatives import behind_figures
from factcheck.extract.voices.source import Link, Meant, Source
from factcheck.extract.voices.source_words import (
    ACCORDING,
    ADDING,
    AFTER,
    BASED,
    CLOSING,
    COMPANY,
    HEADED,
    ITS_MAKER,
    ITS_OFFICER,
    JOINED,
    LEAKED,
    LISTING,
    OFFICIAL,
    OWN_VOICE,
    PAPERS,
    POSSESSED,
    REPORT,
    RESULTS,
    SAID,
    SAYS_END,
    SAYS_WITHIN,
    WITHIN,
)
from factcheck.patterns import compile_re

ON = compile_re(r"\bOn (?:the )?[*_]*$")  # "On Epoch, S has 5"
OF = compile_re(r"\b(?:for|of|on|from|with) (?:the )?[*_]*$")  # "measured 57 for S"
# What a company without a name says of another: "the firm expects that the chipmaker ..."
ANOTHER = compile_re(r"(?: that)? the (?:[a-z-]+ ){0,2}?(?:[a-z-]*maker|giant|start-?up|firm|group|lab)\b")
PER = compile_re(r"\b(?:[Pp]er|[Vv]ia) (?:the )?$")  # "tokens per second per GPU", "signed in via S"
NOBODY = Meant()


def sources(scene: Scene, start: int, end: int, vocabulary: Vocabulary, links: list[Link], *, meant: Meant = NOBODY) -> tuple[Source, ...]:
    """The sources that a sentence `scene.text[start:end]` names, in order."""
    found = [
        s
        for mark in scene.subjects
        if start <= mark.start < end and (s := spoken(scene, start, end, mark, vocabulary, company=meant.company))
    ]
    found += behind_figures(scene, start, end, vocabulary)
    found += linked(scene, start, end, vocabulary, links)
    found += pointed(scene, start, end, links, meant.references)
    found += adding(scene, start, end, vocabulary)
    found += papers(scene.text, start, end, [s.end for s in scene.subjects if s.id and vocabulary.subjects[s.id].kind in PUBLISHERS])
    found += unknown(scene, start, end)
    found += [Source(m.start(), m.end(), None, "after") for m in OWN_VOICE.finditer(scene.text, start, end)]
    if meant.reporter:
        found += [Source(m.start(), m.end(), meant.reporter, "either") for m in REPORT.finditer(scene.text, start, end)]
    return tuple(sorted(found, key=lambda s: s.start))


def spoken(scene: Scene, start: int, end: int, mark: SubjectMark, vocabulary: Vocabulary, *, company: str | None) -> Source | None:
    """A name as a source, if the words round it make it one."""
    text = scene.text
    before, after = text[max(start, mark.start - 90) : mark.start], text[mark.end : min(end, mark.end + 150)]
    if mark.pronoun:
        return unnamed_company(scene, start, end, mark, vocabulary, company=company)
    subject = vocabulary.subjects[mark.id] if mark.id else None
    if subject is None or subject.kind not in (*PUBLISHERS, "product"):
        return None
    if named_as_source(text, start, mark.start) and not (subject.kind == "product" and PER.search(before)):
        return Source(mark.start, mark.end, mark.id, "either")
    if ON.search(text, start, mark.start) and patterns.match(r"[*_]*, ", after) and evaluates(subject.id, vocabulary):
        return Source(mark.start, mark.end, mark.id, "after")
    if BASED.search(before) and RESULTS.match(after):
        return Source(mark.start, mark.end, mark.id, "either")
    if subject.kind == "product":
        return None
    if cited(scene, start, end, mark, vocabulary):
        return Source(mark.start, mark.end, mark.id, "before")
    if JOINED.match(after) or heads(scene, start, end, mark, vocabulary):
        return Source(mark.start, mark.end, mark.id, "after")
    if SAID.search(before) and ITS_OFFICER.match(after):
        return None
    if (
        SAID.search(before)
        or LEAKED.search(before)
        or (patterns.search(r"[,”\"’] (?:as )?[*_]*$", before) and (SAYS_END.match(after) or (before.strip() and SAYS_WITHIN.match(after))))
    ):
        return Source(mark.start, mark.end, mark.id, "before")
    if WITHIN.search(before) and CLOSING.match(after):
        return Source(mark.start, mark.end, mark.id, "either")
    if POSSESSED.match(after):
        return Source(mark.start, mark.end, mark.id, "after")
    told = None if told_in_brackets(scene, mark) else AFTER.match(after)
    if told and any(
        mark.end < s.start < mark.end + told.end() and s.id and vocabulary.subjects[s.id].kind == "person" for s in scene.subjects
    ):
        return None  # who speaks for it is named
    listing = bool(told and told["measure"] and LISTING.match(told["measure"])) and names_its_own(
        scene, mark.end, end, vocabulary, subject.id
    )
    if told and (told["say"] or listing or measures_another(scene, mark.end, end, vocabulary, subject.id)):
        return Source(mark.start, mark.end, mark.id, "after")
    return None


def unnamed_company(scene: Scene, start: int, end: int, mark: SubjectMark, vocabulary: Vocabulary, *, company: str | None) -> Source | None:
    """A company without its name as a source: "the company says", "according to the firm", "in the lab's own tests"."""
    text = scene.text
    word = mark.text[:-2] if mark.text.endswith(("'s", "’s")) else mark.text
    at = mark.start + len(word)
    before, after = text[max(start, mark.start - 90) : mark.start], text[at : min(end, at + 150)]
    if not COMPANY.fullmatch(word):
        return None
    here = [
        m.id
        for m in scene.subjects
        if start <= m.start < mark.start and m.id and vocabulary.subjects[m.id].kind == "organisation"
        if not reports(scene, start, end, m, vocabulary)
    ]
    told = AFTER.match(after)
    speaker = None if told and ANOTHER.match(text, at + told.end(), end) else here[-1] if here else company
    if not speaker:
        return None
    if named_as_source(text, start, mark.start) or (WITHIN.search(before) and CLOSING.match(after)):
        return Source(mark.start, mark.end, speaker, "either")
    if POSSESSED.match(after):
        return Source(mark.start, mark.end, speaker, "after")
    told_before = any(start <= q.start < mark.start for q in scene.quantities)
    last = (SAYS_END.match(after) or (told_before and SAYS_WITHIN.match(after))) and patterns.search(r"[,”\"’] $", before)
    return Source(mark.start, mark.end, speaker, "before" if last else "after") if told and told["say"] else None


def told_in_brackets(scene: Scene, mark: SubjectMark) -> bool:
    """Whether a name ends brackets that say more than it, so that what follows them is another's: T of "S (which owns T) reported"."""
    bracket = scene.bracket(mark.start)
    if not bracket or scene.text[mark.end : bracket[1]].strip(" *_"):
        return False
    return bool(scene.text[bracket[0] + 1 : mark.start].strip(" *_"))


def adding(scene: Scene, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Source]:
    """Who did something and says so in the same breath: "S launched it, saying that it has 5"; nobody if several did."""
    for m in ADDING.finditer(scene.text, start, end):
        before = [s for s in scene.subjects if start <= s.start < m.start() and s.id and vocabulary.subjects[s.id].kind in PUBLISHERS]
        if before and len({s.id for s in before}) == 1 and not patterns.match(r"['’]", scene.text[before[0].end :]):
            yield Source(m.start(), m.end(), before[0].id, "after")


def unknown(scene: Scene, start: int, end: int) -> Iterator[Source]:
    """Sources that the vocabulary lacks: what they say is nobody else's. "According to Xyz Weekly, S has 5"."""
    for m in ACCORDING.finditer(scene.text, start, end):
        if not any(s.id and s.start < m.end("name") and m.start("name") < s.end for s in scene.subjects):
            yield Source(m.start("name"), m.end("name"), None, "either")


def papers(text: str, start: int, end: int, publishers: list[int]) -> Iterator[Source]:
    """The maker and its own papers as sources, where none of the publishers, who end at `publishers`, is named as their author.

    >>> [next(papers(text, 0, len(text), [])).side for text in ("The docs say it has 5", "It has 5 (model card)")]
    ['after', 'before']
    """
    for m in PAPERS.finditer(text, start, end):
        if m.start("the") in publishers:
            continue
        if m["aside"] and m["the"] in "([":
            yield Source(m.start(), m.end(), MAKER, "before")
        elif m["per"] and (m["per"].lower() not in ("in ", "from ") or not patterns.search(r"\w", text[start : m.start()])):
            yield Source(m.start(), m.end(), MAKER, "either")
        elif m["says"]:
            last = not patterns.search(r"\w", text[m.end() : end]) and patterns.search(r"[,”\"] $", text[start : m.start()])
            yield Source(m.start(), m.end(), MAKER, "before" if last else "after")
    for m in ITS_MAKER.finditer(text, start, end):
        side: Literal["before", "after"] = "before" if not patterns.search(r"\w", text[m.end() : end]) else "after"
        yield Source(m.start(), m.end(), MAKER, "either" if m["per"] else side)


def names_its_own(scene: Scene, at: int, end: int, vocabulary: Vocabulary, id_: str) -> bool:
    """Whether an organisation is followed by what it makes and, with nothing in between, a figure: "S lists T at $3"."""
    figure = next((q.start for q in scene.quantities if at < q.start < end), None)
    if figure is None or patterns.search(r"[,;]|\b(?:which|that|who)\b", scene.text[at:figure]):
        return False
    return any(at < m.start < end and m.id and vocabulary.subjects[m.id].maker == id_ for m in scene.subjects)


def measures_another(scene: Scene, at: int, end: int, vocabulary: Vocabulary, id_: str) -> bool:
    """Whether a thing that is not its own follows an organisation: "Epoch scored the model at 52", but "Meta scored 52".

    One that makes no models measures those of others even where it names none.
    """
    things = {m for m in scene.subjects if m.id and vocabulary.subjects[m.id].kind in ("model", "product")}
    figure = min((q.start for q in scene.quantities if at < q.start < end), default=end)
    named = [
        m
        for m in scene.subjects
        if at < m.start < end and (m.pronoun or m in things) and (m.start < figure or OF.search(scene.text, figure, m.start))
    ]
    if named:
        others = [m for m in named if not m.pronoun] or named
        return any(m.pronoun or vocabulary.subjects[m.id or ""].maker != id_ for m in others)
    return not makes_models(id_, vocabulary)


def introduces(scene: Scene, vocabulary: Vocabulary, links: list[Link]) -> str | None:
    """Whom a heading, or a line that ends in a colon, names as the source of all that follows: "Epoch's independent numbers:"."""
    start = scene.sentences[-1][0] if scene.sentences else 0
    found = sources(scene, start, len(scene.text), vocabulary, links)
    if found:
        return found[0].id
    if OFFICIAL.search(scene.text, start):
        return MAKER
    for mark in scene.subjects:
        if mark.start < start or not mark.id or vocabulary.subjects[mark.id].kind not in PUBLISHERS:
            continue
        alone = not patterns.search(r"\w", scene.text[start : mark.start] + scene.text[mark.end :])
        if HEADED.match(scene.text, mark.end) or AFTER.match(scene.text, mark.end) or (alone and evaluates(mark.id, vocabulary)):
            return mark.id
    return None


def trailing(scene: Scene, vocabulary: Vocabulary, links: list[Link]) -> tuple[Source, ...]:
    """The sources that a whole item gives at its end."""
    last = scene.sentences[-1] if scene.sentences else (0, 0)
    alone = publisher(scene.text[slice(*last)].strip(" *_[]()—–-."), vocabulary) if last[0] else None
    if alone:
        return (Source(*last, alone, "before"),)
    return tuple(
        s
        for s in sources(scene, *last, vocabulary, links)
        if s.side == "before" and not patterns.search(r"\w", patterns.sub(r"@\w+|\[?\d+\]?", "", scene.text[s.end : last[1]]))
    )
