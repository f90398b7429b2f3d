"""Notes on where figures come from: of an article, of a section, of a table and its columns, rows and cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.documents.document import Text
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.voices.attributions import sources
from factcheck.extract.voices.publishers import MAKER, PUBLISHERS, host, maker_of, makes_models, publisher
from factcheck.extract.voices.source import Source
from factcheck.extract.voices.source_words import OFFICIAL, PAPER
from factcheck.patterns import compile_re

FIGURES = r"(?:scores|results|figures|numbers|data|prices|pricing|benchmarks|values|specs|ratings|rankings)"
NOTE = compile_re(
    r"\W*(?:(?:all|the|these|most|our|following|above|below|benchmark|price|pricing|performance|score|model) )*"
    r"(?:sources?|data|figures?|numbers|scores|results|benchmarks|values|prices|pricing|rates|specs|via|measured by|tested by|credits?"
    r"|(?:read (?:more|the (?:full )?(?:story|article|report|post|paper))|full (?:story|article|report)|more|links?|references?|original"
    r"|announcement|details|paper|tweet|story)(?= ?(?:(?:at|on|from|in|here) ?)?:))\b",
    re.IGNORECASE,
)
TAKEN = compile_re(
    rf"(?<!according to )\b{FIGURES}\b[^.;:]{{0,60}}\b(?:from|by|via|per|according to|(?:self|vendor|maker|provider)-reported)\b",
    re.IGNORECASE,
)
QUOTED = compile_re(rf"\b(?:according to|per|from|by|in|with)\b[^.;:]{{0,40}} {FIGURES}\b", re.IGNORECASE)
OF_EACH = compile_re(
    r"\b(?:official|vendors?|providers?|makers?|developers?|labs?|compan(?:y|ies))(?:['’]s?)? (?:own )?(?:\w+ )?(?:pricing"
    r"|price lists?|pages?|documentation|docs|sites?|websites?|announcements?|(?:model|system) cards?|(?:launch |blog )?posts?|blogs?)\b"
    r"|\b(?:respective|original|makers['’]|authors['’]) (?:\w+ )?(?:papers?|reports?|posts?|cards?|announcements?|publications?)\b",
    re.IGNORECASE,
)
# Notes on some figures only, not told which, or on what others found differently.
UNLIKE = compile_re(
    r"\b(?:of|for) (?:all |the |our )*(?:other|rival|competing|competitor|external|third-party|remaining|baseline)s?\b"
    r"|\b(?:other|rival|competing|baseline) (?:models?|systems?|labs?)['’]?s? (?:scores|results|figures|numbers|data|benchmarks)\b"
    r"|\bdiffer",
    re.IGNORECASE,
)
FIGURE = compile_re(r"\W*(?:fig(?:ure)?|chart|graph|image|photo|screenshot)\b", re.IGNORECASE)
BASED = compile_re(
    r"\b(?:here|below|following|table|list|ranking|comparison|chart)\b[^.;]{0,60}\b(?:based|sorted|ranked) (?:\w+ )?(?:on|by)\b",
    re.IGNORECASE,
)
# What somebody's tool or service was used for: "we evaluated all of them with the open-source tool X".
RUN = compile_re(
    r"\b(?:evaluat\w+|results?|scores?|benchmark\w*|measur\w+|test(?:s|ed|ing)?)\b[^.;:]{0,80}?"
    r"\b(?:with|using|through|via|by|from) (?:the )?(?:[\w-]+ ){0,5}[\[*_(]*$",
    re.IGNORECASE,
)
SCORES = compile_re(r"\b(?:benchmark|score|performance|evaluation|ranking|rating)", re.IGNORECASE)
PRICES = compile_re(r"\b(?:pric|cost|rates?\b)", re.IGNORECASE)
LABELLED = compile_re(r"\W*(?:sources?|via|references?|read more)(?: links?)?(?: \d+)?\W{0,3}:", re.IGNORECASE)
UNKNOWN = ""  # a source that the vocabulary lacks
SOURCES = compile_re(r"[^:]{0,30}:", re.IGNORECASE)
SIGN = compile_re(r"\s*[(“\"']?([*†‡§])[)”\"']?[:=]?\s+(?=\w)|\s*([*†‡§])(?=\w)")
SIGNED = compile_re(
    r"\b(?:with|by|marked|denoted|indicated) (?:an? )?(?:(?:asterisk|star|(?:double )?dagger"
    r"|section sign) )?[(“\"'`]?([*†‡§])(?=[)”\"'`. ]|$)"
    r"|[(“\"'`]?([*†‡§])[)”\"'`]? (?:indicates|denotes|means|marks|=)",
    re.IGNORECASE,
)
LONGEST_BARE = 10  # words
BARE = compile_re(
    r"\W*(?:(?:all|as|data|numbers|figures|scores|prices|results|everything|with|again|kindly) )*"
    r"(?:compiled|courtesy|taken|sourced|drawn|collected|gathered|reported|published|listed|via|per|according to|from|thanks to)\b",
    re.IGNORECASE,
)
ALONE = compile_re(
    r"(?P<off>[—–(\[→]|-{1,2} )?[*_ ]*+(?P<name>[^\W\d][^,.;:()\[\]]{1,40}?)[*_ ]{0,6}(?:,? [^,;:]{0,20}\d{4})?[)\]]?[.*_]{0,6}"
)
LIST = compile_re(r"(?:,|,? and| &|;| ?/| \+) ?|,? and ")
OWN_PAPER = compile_re(rf"{PAPER}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Note:
    """Who is the source of figures: an id, or `MAKER`.

    `of` are the subjects, families or makers that it speaks of, `kinds` the kinds of metrics (none: all), `mark` is the sign
    that stands on the figures it is about ("* self-reported").
    """

    source: str
    of: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    mark: str = ""


Notes = tuple[Note, ...]


def source_of(notes: Notes, subject: str | None, metric: str | None, vocabulary: Vocabulary) -> str | None:
    """Whom notes name as the source of a metric of a subject: those that speak of the subject before those that speak of all."""
    found = vocabulary.subjects.get(subject or "")
    kin = {found.id, found.maker, found.family} if found else set()
    kind = vocabulary.metrics[metric].kind if metric in vocabulary.metrics else "score"
    fitting = [n for n in notes if not n.mark and (not n.kinds or kind in n.kinds)]
    special = {n.source for n in fitting if n.of & kin}
    named = special or {n.source for n in fitting if not n.of}
    if len(named) != 1:
        return None
    source = named.pop()
    return maker_of(subject, vocabulary) if source == MAKER else source or None


def noted(text: Text, scene: Scene, vocabulary: Vocabulary) -> Notes:
    """What a text says of the source of figures elsewhere.

    "Source: Epoch", "All scores below are taken from Epoch", "Prices come from the vendors' pages", "Aurora's scores are self-reported".
    """
    if FIGURE.match(scene.text):
        return ()
    return tuple(note for start, end in scene.sentences for note in notes_of(text, scene, start, end, vocabulary))


def notes_of(text: Text, scene: Scene, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Note]:
    """What a sentence notes. What it names of several makers is each one's own."""
    if UNLIKE.search(scene.text, start, end):
        return
    headed = LABELLED.match(scene.text, start, end)
    if not headed and any(start <= q.start < end and not q.words for q in scene.quantities):
        return
    if sign := SIGN.match(scene.text, start, end) or SIGNED.search(scene.text, start, end):
        yield from signed(next(g for g in sign.groups() if g), scene, start, end, vocabulary)
        return
    label, taken = NOTE.match(scene.text, start, end), TAKEN.search(scene.text, start, end) or BASED.search(scene.text, start, end)
    if not label and (not taken or QUOTED.search(scene.text, start, taken.end())) and not bare(scene, start, end, vocabulary):
        yield from (Note(id_, kinds=frozenset(["score"])) for id_ in evaluators(scene, start, end, vocabulary))
        return
    kinds = kinds_of(scene.text[start : max((m.end() for m in (label, taken) if m), default=end)])
    links = [(link.start, link.end, link.url) for link in text.links]
    about = frozenset(
        m.id for m in scene.subjects if start <= m.start < end and m.id and vocabulary.subjects[m.id].kind in ("model", "product")
    )
    given = sources(scene, start, end, vocabulary, links)
    found = list(dict.fromkeys([*(s.id for s in given if s.id), *listed(scene, given, end, vocabulary)]))
    if not found and (OFFICIAL.search(scene.text, start, end) or OF_EACH.search(scene.text, start, end)):
        found = [MAKER]
    if (not found or links) and (colon := SOURCES.match(scene.text, start, end)):
        found = list(dict.fromkeys(owners(text, scene, colon.end(), end, vocabulary)))
    found = found or alone(scene, start, end, vocabulary) or evaluators(scene, start, end, vocabulary)
    parts = list(by_kind(scene.text, start, given))
    if len({note.kinds for note in parts}) > 1:
        yield from parts
        return
    makers = [id_ for id_ in found if makes_models(id_, vocabulary)]
    if len(found) > 1 and len(makers) > 1:
        yield from (Note(id_, frozenset([id_]), kinds) for id_ in makers)
    elif found:
        yield Note(found[0], about, kinds)
    elif headed:
        yield Note(UNKNOWN)


def bare(scene: Scene, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a sentence does nothing but name a source: "Courtesy of Epoch.", "Self-reported.", "(Epoch)"."""
    if len(scene.text[start:end].split()) > LONGEST_BARE:
        return False
    if any(start <= m.start < end and m.id and vocabulary.subjects[m.id].kind not in PUBLISHERS for m in scene.subjects):
        return False
    own = OFFICIAL.search(scene.text, start, end) or OF_EACH.search(scene.text, start, end)
    return bool(own or BARE.match(scene.text, start, end) or alone(scene, start, end, vocabulary))


def alone(scene: Scene, start: int, end: int, vocabulary: Vocabulary) -> list[str]:
    """The publisher whose name is all that a text says, set off as a source, or one that only measures others: "— Epoch, May 2026"."""
    name = ALONE.fullmatch(scene.text)
    id_ = publisher(name["name"].strip(" *_"), vocabulary) if name and start == 0 and end == len(scene.text) else None
    return [id_] if name and id_ and (name["off"] or not makes_models(id_, vocabulary)) else []


def evaluators(scene: Scene, start: int, end: int, vocabulary: Vocabulary) -> list[str]:
    """The one evaluator whose means a sentence says that the evaluation was done by; a maker's tools make no figures its own."""
    named = [
        m.id
        for m in scene.subjects
        if start <= m.start < end
        and m.id
        and vocabulary.subjects[m.id].kind == "organisation"
        and not makes_models(m.id, vocabulary)
        and RUN.search(scene.text, start, m.start)
    ]
    return named if len(named) == 1 else []


def signed(sign: str, scene: Scene, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Note]:
    """Whom a note to a sign names: "* reported by the makers", "Scores with † are from Epoch"."""
    found = [s.id for s in sources(scene, start, end, vocabulary, []) if s.id]
    if found:
        yield Note(found[0], mark=sign)
    elif OFFICIAL.search(scene.text, start, end) or OF_EACH.search(scene.text, start, end) or OWN_PAPER.search(scene.text, start, end):
        yield Note(MAKER, mark=sign)


def by_kind(text: str, start: int, given: tuple[Source, ...]) -> Iterator[Note]:
    """A note for each of several sources of different kinds of figures: "Benchmarks via A, prices via B"."""
    for source in given:
        kinds = kinds_of(text[start : source.start])
        if source.id and kinds:
            yield Note(source.id, kinds=kinds)
        start = source.end


def kinds_of(noun: str) -> frozenset[str]:
    """The kinds of figures that the words of a note speak of: "benchmark data", "prices"; none: all."""
    scores, prices = SCORES.search(noun), PRICES.search(noun)
    if bool(scores) == bool(prices):
        return frozenset()
    return frozenset(["score", "rank"] if scores else ["price"])


def owners(text: Text, scene: Scene, start: int, end: int, vocabulary: Vocabulary) -> Iterator[str]:
    """The publishers that a list of sources names, in words or by the addresses of its links."""
    for mark in scene.subjects:
        if start <= mark.start < end and mark.id and vocabulary.subjects[mark.id].kind in PUBLISHERS:
            yield mark.id
    for url in [link.url for link in text.links if start <= link.start < end] or patterns.findall(r"https?://\S+", scene.text[start:end]):
        if owner := host(url, vocabulary):
            yield owner


def listed(scene: Scene, named: tuple[Source, ...], end: int, vocabulary: Vocabulary) -> Iterator[str]:
    """The publishers that are listed right behind the last of the sources `named`: "Sources: Epoch, Meta and OpenAI"."""
    at = named[-1].end if named else end
    for mark in scene.subjects:
        publishes = at <= mark.start < end and mark.id is not None and vocabulary.subjects[mark.id].kind in PUBLISHERS
        if publishes and LIST.fullmatch(scene.text, at, mark.start):
            yield mark.id or ""
            at = mark.end
