"""A name that was found as a mark: what it goes on to, whose end it is only, which version or part of a benchmark it means."""

from __future__ import annotations

import re

from factcheck.extract.names.names import CALENDAR, CONTINUES_NOTHING, HEADLINE_VERB, Name
from factcheck.extract.names.pieces import name_key
from factcheck.extract.names.scene import MetricMark, SubjectMark
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.patterns import compile_re

ORDINARY = frozenset(
    """
    option choice approach run example scenario takeaway finding lesson test attempt experiment exhibit problem exercise rule reason myth
    method pillar principle
    figure table section chapter step stage tier level levels top part parts phase phases
    steps series day week month year page question item version
    grade class age under over about around roughly nearly almost approximately some another within between after before until all barely
    exactly only just since than january february march april may june july august september october
    november december jan feb mar apr jun jul aug sep sept oct nov dec in on at by of for from with to the a an and or windows
    web
    covers supports adds handles includes offers requires needs uses has processes contains features takes reaches runs
    usd eur gbp cny rmb jpy inr krw aud cad chf sgd
    fastest slowest smallest largest biggest longest latest newest highest lowest cheapest best original
    dense sparse moe fy cy fp bf int covid pass best round volume issue no note appendix eq rank score scores scored elo hit hits gets got
    """.split()
)
SHORT = 3  # letters and digits of a name that may be the end of another
LED = compile_re(r"(?<![.!?:] )(?<!^)\b([A-Z][a-z]{2,}) $")
LEAST_SMALL = 4  # letters of a word that a title writes large
LEADS = compile_re(r"(?:^|[.!?:] )([A-Z][a-z]{2,}) $")
PROGRAM = compile_re(r"\.(?:cpp|c|rs|py|js|ts|zig)\b(?!\.\w)")  # "llama.cpp" is no Llama
MIXTURE = compile_re(r"\d[BMT][-–‑]A$")  # "31B-A3B" is no A3B
WEAK = compile_re(r"[a-z][a-z-]*")
LONGER = compile_re(r"[- \u00a0‑:]?[\w.]*\w")
GOES_ON = compile_re(  # in the middle of a sentence
    r" (?!(?:Free|Go|Plus|Pro|Max|Teams?|Business|Enterprise|Edu|Premium|Basic|Starter|Advanced|Ultra|Apps?|Desktop|Mobile|Web)\b)"
    r"([A-Z][a-z]{3,})(?<!ed)"
    r"(?= (?:is|was|has|had|can|will|at|in|and|with|runs?|scores?|costs?|answers?|gets?|takes?|needs?|hits?|reaches)\b"
    r"| \d{1,2}(?:\.\d)?(?![\w%]|\.\d))"
)
PLAN = compile_re(r" (?:Free|Go|Plus|Pro|Max|Teams?|Business|Enterprise|Edu|Premium|Basic|Starter)(?![\w+-])(?! [A-Z\d])")
# The version of a benchmark, and the figure before its name that tells it from a figure: "57% on Terminal-Bench 2.1".
EDITION = compile_re(r"[ -](\d+\.\d+)\b(?! ?(?:%|percent|points?\b|[kKMB]\b))")
NAMED_EDITION = compile_re(r"[ -][vV](\d+(?:\.\d+)*)\b(?![\w.-]*[A-Za-z])")  # "M-V6"
# "FrontierMath Tier 4", "M (Tiers 1-3)"
PART = compile_re(r" (?P<bracket>\()?(?P<part>(?:Tier|Level)s? \d(?:[-–]\d)?)(?![\w-]|\.\d)(?(bracket)\))")
PREFIX = compile_re(r"(?<![\w-])[A-Z][A-Za-z]*[-‑]$")  # "Multi-M" is no M
# ... and "Nova-S" no S, but "Pre-S" is a time of S.
STRANGER = compile_re(r"(?<![\w-])(?!(?:Pre|Post|Non|Anti|Ex|Pro)-)[A-Z][A-Za-z0-9.]*(?:[-‑][A-Za-z0-9.]+)*[-‑]$")
YEAR = compile_re(r"[ -]['’]?(2\d)\b(?![.,]\d| ?(?:%|percent|points?\b|[kKMB]\b))")
MEASURED_ON = compile_re(r"\d[\d.]*\*{0,2} ?(?:%|percent|points)?\*{0,2} (?:on|in|for) (?:the )?[*_\[]*$")


def of_another(name: Name, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a short name is only the end of another that the vocabulary lacks: M2 of "Mac M2"; or any the start of a program's."""
    if PROGRAM.match(text, name.end) or MIXTURE.search(text, max(0, name.start - 3), name.start + 1):
        return True
    if name.end - name.start > SHORT or not text[name.end - 1].isdigit():
        return False
    led = LED.search(text, max(0, name.start - 24), name.start)
    return led is not None and led[1].lower() not in ORDINARY | vocabulary.heads | vocabulary.callers


def strangers_start(name: Name, text: str, vocabulary: Vocabulary, ends: set[int]) -> int | None:
    """Where the name of a stranger begins of which a short name is only the end: "Nova Maverick" is none of Maverick's.

    Other names end at `ends`.
    """
    subject = vocabulary.subjects[name.ids[0]] if len(name.ids) == 1 else None
    if subject is None or subject.kind != "model" or not any(w.islower() and len(w) >= LEAST_SMALL for w in text.split()):
        return None
    first = LEADS.search(text, max(0, name.start - 24), name.start)  # there any word is written large
    led = LED.search(text, max(0, name.start - 24), name.start) or (first if first and first[1].lower() in vocabulary.heads else None)
    if led is None or led.end(1) in ends or led[1].lower() in ORDINARY | CALENDAR | vocabulary.callers | {(subject.family or "").lower()}:
        return None
    words = (name_key(led[1]), name_key(text[name.start : name.end]))
    full = [subject.name, *(alias for alias in subject.aliases if " " in alias)]  # what is called by one word may be another's last
    return None if any(name_key(n).startswith(words) for n in full) else led.start(1)


def subject_mark(name: Name, text: str, vocabulary: Vocabulary, ends: set[int]) -> SubjectMark:
    """A subject's name as a mark. A product that goes on in the name of a plan is still the product; the plan is a condition.

    A thing's name behind a hyphen is the end of a stranger's, unless another name ends there: `ends`.
    """
    prefix = STRANGER.search(text, max(0, name.start - 40), name.start) if name.start - 1 not in ends else None
    if prefix and all(vocabulary.subjects[i].kind in ("model", "product") for i in name.ids):
        return SubjectMark(prefix.start(), name.end, None, text[prefix.start() : name.end], unknown=True)
    if (start := strangers_start(name, text, vocabulary, ends)) is not None:
        return SubjectMark(start, name.end, None, text[start : name.end], unknown=True)
    product = len(name.ids) == 1 and vocabulary.subjects[name.ids[0]].kind == "product" and name.ids[0] not in vocabulary.families
    if name.longer and product and PLAN.match(text, name.end):
        return SubjectMark(name.start, name.end, name.ids[0], text[name.start : name.end], common=name.common)
    if name.id in vocabulary.families and (another := other_of(name, text)):
        return SubjectMark(name.start, another, None, text[name.start : another], unknown=True)
    end = longer_end(text, name)
    return SubjectMark(name.start, end, name.id, text[name.start : end], unknown=name.longer, common=name.common)


def other_of(name: Name, text: str) -> int | None:
    """Where a longer name ends that a family's name of one word begins, and that the vocabulary lacks: "GPT Realtime answers"."""
    m = GOES_ON.match(text, name.end) if text[name.start : name.end].isalpha() else None
    other = m is not None and not HEADLINE_VERB.fullmatch(m[1]) and m[1].lower() not in CONTINUES_NOTHING | CALENDAR
    return m.end() if m and other else None


def metric_mark(name: Name, text: str, vocabulary: Vocabulary, *, prefixed: bool) -> MetricMark:
    """A metric's name as a mark; a number behind it that is plainly the benchmark's version is a part of it, and so is what a hyphen
    joins before it, if it can be `prefixed`."""
    written = text[name.start : name.end]
    if prefixed and written[0].isupper() and (prefix := PREFIX.search(text, max(0, name.start - 20), name.start)):
        return MetricMark(prefix.start(), name.end, None, text[prefix.start() : name.end])
    edition = EDITION.match(text, name.end) if name.longer and len(name.ids) == 1 else None
    if edition and not (name.ids[0] in vocabulary.versioned or MEASURED_ON.search(text, 0, name.start)):
        edition = None
    if len(name.ids) == 1 and (edition := edition or NAMED_EDITION.match(text, name.end)):
        return MetricMark(name.start, edition.end(), name.ids[0], text[name.start : edition.end()], version=edition[1])
    if year := year_behind(text, name):
        return MetricMark(name.start, year.end(), name.ids[0], text[name.start : year.end()], version="20" + year[1])
    if len(name.ids) == 1 and (part := PART.match(text, name.end)):
        which = part["part"].lower().replace("–", "-")
        return MetricMark(name.start, part.end(), name.ids[0], text[name.start : part.end()], version=name.version, part=which)
    weak = name.common and WEAK.fullmatch(written.lower()) is not None
    return MetricMark(name.start, name.end, name.id, written, common=name.common, weak=weak, version=name.version)


def year_behind(text: str, name: Name) -> re.Match[str] | None:
    """The short year of a yearly benchmark behind its name: "89% on M 26"."""
    return YEAR.match(text, name.end) if len(name.ids) == 1 and MEASURED_ON.search(text, 0, name.start) else None


def longer_end(text: str, name: Name) -> int:
    """Where a name ends, or what it goes on to."""
    m = LONGER.match(text, name.end) if name.longer else None
    return m.end() if m else name.end
