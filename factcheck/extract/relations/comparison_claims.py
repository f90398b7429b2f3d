"""Who is compared with whom: a comparing word with its two sides, before it is settled what they are compared on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Attached, Sentence
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.relations.comparing import Comparing
from factcheck.extract.relations.comparison_sides import objects_of, subjects_of
from factcheck.extract.relations.contests import Contest
from factcheck.extract.relations.differences import difference_form
from factcheck.extract.relations.lone_comparatives import LONES
from factcheck.extract.relations.measures import Comparative, Direction, Sort, find_comparatives
from factcheck.patterns import compile_re

# A reference that says nothing by itself: the comparative stands elsewhere.
REFERENCE = compile_re(r"(?:more |less )?than|vs\.?|versus|compared (?:to|with)|relative to|against|over")
SCORED = compile_re(r"higher|lower|trail|lag|ahead|behind|short", re.IGNORECASE)
TIMES_BEFORE = compile_re(r"\b(?:orders? of magnitude|times|twice|[\d.]+x) (?:[a-z]+ and )?$", re.IGNORECASE)
BY_POINTS = compile_re(r"[*]*(?: \([^()]*\))?(?: (?:on|in) (?:[\w.-]++ ?){1,4}?)? by (?!\w+ing\b)(?:[\w.-]+ ){1,4}(?:points?|percent|pp)\b")
RANKING = compile_re(r"leads?|crown|won|wins", re.IGNORECASE)  # of all, whomever the next figure is set against
AND = compile_re(r",? (?:and|yet) (?:(?:also|much|far|even|significantly|considerably|slightly) )*")
TIE = compile_re(r"\b(?:tie|draw|depends|even|equal|both|neither)\b", re.IGNORECASE)
LEAVING = compile_re(r"\bleav(?:es?|ing)\b(?P<o>(?:[^.;]|\.(?=\d)){3,90}?)\b(?P<w>(?:(?:far|well|trailing|lagging|way) )*behind)\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """Comparing words with their two sides; `named` to `until` is where the words between them stand."""

    start: int
    end: int
    sort: Sort
    direction: Direction
    subjects: tuple[str, ...]
    versus: tuple[str, ...]
    objects: tuple[SubjectMark, ...] = ()
    metrics: tuple[str, ...] = ()  # standard metrics that the words themselves speak of
    rule: str = ""
    after: int = 0  # where what follows the comparison begins
    verb: bool = False  # "beats", "outperforms": says who is better, whatever it is measured by
    carried: bool = False  # the other side is known from the passage only
    scored: bool = False  # "scored higher": it speaks of the figure before


def transitive(sentence: Sentence) -> Iterator[Claim]:
    """Comparing words with their objects behind them: "beats O", "faster than O", "surpassed by O"."""
    for comparing in sentence.scene.comparings:
        if not sentence.start <= comparing.start < sentence.end or comparing.op is None:
            continue
        objects, versus = objects_of(sentence, comparing.start, comparing.end)
        subjects = subjects_of(sentence, comparing.start, versus)
        if not versus or not subjects:
            continue
        if by_how_much(sentence, comparing.start, objects[-1].end):
            continue
        inner = find_comparatives(sentence.scene.text, max(sentence.start, comparing.start - 24), comparing.end)
        measure = next((c for c in inner if c.sort != "merit" and c.end > comparing.start), None)
        direction: Direction = "more" if comparing.op == ">" else "less"
        for sister in sisters(sentence, inner, comparing.start) if measure else ():  # "cheaper and faster than O"
            yield Claim(
                *(sister.start, sister.end, sister.sort, sister.direction, subjects, versus, objects),
                metrics=sister.metrics,
                rule="S better than O",
                after=objects[-1].end,
            )
        yield Claim(
            min(comparing.start, measure.start) if measure else comparing.start,
            comparing.end,
            measure.sort if measure else "merit",
            direction,
            subjects,
            versus,
            objects,
            metrics=measure.metrics if measure else (),
            rule="S beats O",
            after=objects[-1].end,
            verb=bool(
                patterns.match(
                    r"beat|outperform|surpass|outscor|eclips|crush|trounc|outshin|outshone|outclass|outdo|outdid|smok|wreck|demolish|thrash|better|stronger"
                    r"|superior|worse|inferior|best(?:s|ed)\b",
                    comparing.words,
                )
            ),
        )


def sisters(sentence: Sentence, comparatives: list[Comparative], at: int) -> list[Comparative]:
    """The comparatives in one list with the one at an offset, before it, that say by themselves what is compared."""
    near = [c for c in comparatives if c.metrics and AND.fullmatch(sentence.scene.text, c.end, at)]
    return [c for c in near if not is_figure_before(sentence, c)]


def by_how_much(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a figure says by how much: "12 points ahead of O", "leads O by 3"."""
    text = sentence.scene.text
    end = next((s.end for s in sentence.subjects if s.start - end in (1, 2)), end)  # "outscores its rival O by 3"
    units = ("points", "percent", "ratio")
    if TIMES_BEFORE.search(text, sentence.start, start) or BY_POINTS.match(text, end):
        return True
    for q in sentence.quantities:
        lead = text[q.outer_end : start]
        if (
            q.outer_end <= start
            and len(lead.split()) <= 2
            and not patterns.search(r"[,;:()]", lead)
            and (q.dimension in units or "point" in lead or q.signed or (not lead.strip(" *") and difference_form(sentence, q)))
        ):
            return True
        if q.start >= end and patterns.fullmatch(
            r"[*]* (?:\w+ )?by (?!\w+ing\b)(?:\w+ ){0,3}",
            text[end : q.outer_start] + (" " if not text[end : q.outer_start].endswith(" ") else ""),
        ):
            return True
    return False


def referring(sentence: Sentence) -> Iterator[Claim]:
    """A comparative and, apart from it, whom it refers to: "higher accuracy than O", "compared to O, S is faster"."""
    for comparing in sentence.scene.comparings:
        here = sentence.start <= comparing.start < sentence.end
        if not here or comparing.op is not None or not REFERENCE.fullmatch(comparing.words.lower()):
            continue
        objects, versus = objects_of(sentence, comparing.start, comparing.end)
        if not versus:
            continue
        leads = not sentence.words(sentence.start, comparing.start)
        for comparative in (after_reference if leads else before_reference)(sentence, comparing, objects[-1].end):
            subjects = subjects_of(sentence, comparative.start, versus)
            if not subjects:
                continue
            adjacent = comparative.end == comparing.start - 1
            yield Claim(
                start=comparative.start,
                end=comparing.end if adjacent else comparative.end,
                sort=comparative.sort,
                direction=comparative.direction,
                subjects=subjects,
                versus=versus,
                objects=objects,
                metrics=comparative.metrics,
                rule="S better than O",
                after=comparative.end if leads else objects[-1].end,
                verb=adjacent and comparative.sort == "merit",
            )


def before_reference(sentence: Sentence, comparing: Comparing, _: int) -> list[Comparative]:
    """The comparatives that "than O" or "compared to O" belongs to: one, or several in a list."""
    first = comparing.start if comparing.words.lower() not in ("more than", "less than") else comparing.start + 4
    found = [
        c
        for c in find_comparatives(sentence.scene.text, sentence.start, first)
        if len(sentence.words(c.end, first)) <= 6 and not patterns.search(r"[.;:]", sentence.scene.text[c.end : first])
    ]
    fitting = [c for c in found if not is_figure_before(sentence, c) and not any(c.end <= q.start < first for q in sentence.quantities)]
    out = fitting[-1:]
    for c in reversed(fitting[:-1]):  # "faster and cheaper than O"
        if patterns.fullmatch(r",? and |, ", sentence.scene.text[c.end : out[0].start]):
            out.insert(0, c)
    return out


def after_reference(sentence: Sentence, _: Comparing, end: int) -> list[Comparative]:
    """The comparatives behind "compared to O": "S is faster and costs more"."""
    found = find_comparatives(sentence.scene.text, end, sentence.end)
    return [c for c in found if len(sentence.words(end, c.start)) <= 8 and not is_figure_before(sentence, c)][:2]


def is_figure_before(sentence: Sentence, comparative: Comparative) -> bool:
    """Whether a figure says by how much: then it is a ratio or a difference."""
    text = sentence.scene.text
    return any(
        q.outer_end <= comparative.start
        and len(sentence.words(q.outer_end, comparative.start)) <= 2
        and not patterns.search(r"[,;:()]|\b(?:and|but)\b", text[q.outer_end : comparative.start])
        for q in sentence.quantities
    ) or bool(
        patterns.search(
            r"(?:\b(?:times|fold|twice|half|as|order of magnitude|orders of magnitude)|[x×%]) $",
            text[max(0, comparative.start - 22) : comparative.start],
        )
    )


def left_behind(sentence: Sentence) -> Iterator[Claim]:
    """Those whom the subject leaves behind: "S scored 54, leaving O and P behind"."""
    for m in LEAVING.finditer(sentence.scene.text, sentence.start, sentence.end):
        behind = tuple(s.id for s in sentence.subjects if m.start("o") <= s.start < m.end("o") and s.id and sentence.is_model(s.id))
        winners = subjects_of(sentence, m.start(), behind)
        if behind and winners and not by_how_much(sentence, m.start("w"), m.end()):
            yield Claim(*(m.start("w"), m.end("w"), "merit", "less", behind, winners), rule="left behind", after=m.end())


def alone(sentence: Sentence, claims: list[Claim], attached: list[Attached], contest: Contest) -> Iterator[Claim]:
    """Comparing words without an object, where the passage has only one other side."""
    text = sentence.scene.text
    for (sort, direction), pattern in LONES.near(text[sentence.start : sentence.end]):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            start, end = m.span("w")
            if m["w"] in ("Winner", "WINNER"):
                following = [s for s in sentence.subjects if s.start >= end and sentence.is_model(s.id)]
                if not following or sentence.words(end, following[0].start) or TIE.search(text[end : following[0].start]):
                    continue
                subjects: tuple[str, ...] = (following[0].id or "",)
                end_of = following[0].end
            else:
                subjects, end_of = subjects_of(sentence, start, ()), end
            versus = (not RANKING.fullmatch(m["w"]) and referred(sentence, end)) or others(
                subjects, [c for c in claims if c.start < start], contest, sentence.vocabulary
            )
            versus = versus or set_against(sentence, start, subjects)
            if not versus and SCORED.search(m["w"]):
                versus = before_it(sentence, start, subjects, attached, contest)
            if subjects and versus and not by_how_much(sentence, start, end):
                measure = find_comparatives(text, start, end) if sort == "measure" else []
                metrics = measure[0].metrics if measure else ()
                yield Claim(
                    *(start, end, sort, direction, subjects, versus),
                    metrics=metrics,
                    rule="S wins",
                    after=end_of,
                    carried=True,
                    scored=SCORED.search(m["w"]) is not None,
                )


def referred(sentence: Sentence, end: int) -> tuple[str, ...]:
    """Whom the words behind name as the other side: "lags in reasoning compared to O"."""
    for comparing in sentence.scene.comparings:
        near = end <= comparing.start < sentence.end and len(sentence.words(end, comparing.start)) <= 6
        if near and comparing.op is None and REFERENCE.fullmatch(comparing.words.lower()):
            return objects_of(sentence, comparing.start, comparing.end)[1]
    return ()


def others(subjects: tuple[str, ...], claims: list[Claim], contest: Contest, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The other side that the passage knows: the article's other party, else whom the sentence has compared with before."""
    rival = contest.rival(subjects[0], vocabulary) if len(subjects) == 1 else None
    if rival:
        return (rival,)
    same = [c.versus for c in claims if set(c.subjects) == set(subjects)]
    return same[-1] if same else ()


def set_against(sentence: Sentence, start: int, subjects: tuple[str, ...]) -> tuple[str, ...]:
    """The only one that the sentence has compared the subject with so far: "a tenth the size of O but scores higher"."""
    ids = {s.id for s in sentence.subjects if s.object and s.end <= start and s.id and sentence.is_model(s.id)} - set(subjects)
    named = {s.id for s in sentence.subjects if not s.object and s.end <= start and s.id} - set(subjects)
    return tuple(i for i in ids if i) if len(ids) == 1 and not named else ()


def before_it(sentence: Sentence, start: int, subjects: tuple[str, ...], attached: list[Attached], contest: Contest) -> tuple[str, ...]:
    """Whose figure was read last, in this sentence or in the passage before it, if it is one other's."""
    here = {s.id for f in attached if f.quantity.end <= start for s in f.subjects if s.id} - set(subjects)
    found = here or {s for s, _ in contest.last} - set(subjects)
    return tuple(i for i in found if i) if len(found) == 1 else ()
