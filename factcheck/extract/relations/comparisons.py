"""Comparisons without a figure of their own: "trails Opus 4.6 and GPT-5.4 on X", "is cheaper than", "came in higher", "Winner: ChatGPT"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.dataclass import dataclass
from factcheck.extract.forms.fitting import fits_subject
from factcheck.extract.names.sentence import Attached, Sentence
from factcheck.extract.relations.comparison_claims import Claim, alone, left_behind, referring, transitive
from factcheck.extract.relations.comparison_metrics import metrics_of
from factcheck.extract.relations.contests import Contest
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

# What makes a comparison a wish, a supposition or a denial. "Managed to beat" and "seems to beat" are none.
UNREAL = compile_re(
    r"(?:\b(?:not|never|nor|neither|no|none|nobody|nothing|hardly any|without|could|may|might|would|should|if|whether|unless|must"
    r"|let['’]s|hard to say|match(?:es|ed|ing)? or)|n['’]t|\bcannot"
    r"|(?<!\bmanages )(?<!\bmanaged )(?<!\bseems )(?<!\bappears )(?<!\bcontinues )(?<!\bsaid )(?<!\breported )(?<!\bshown )"
    r"(?<!\bfound )(?<!\bclaimed )(?<!\bup )(?<!\bcompared )(?<!\brelative )(?<!\bdue )(?<!\bthanks )(?<!\bclose )\bto)"
    r"(?: [\w-]+){0,2} $",
    re.IGNORECASE,
)

# What nobody says: "we cannot confidently say that it is better".
UNSAID = compile_re(
    r"(?:n['’]t|\bnot|\bcannot|\bnever)(?: [\w’']+){0,3} (?:say|claim|think|believe|expect|mean|prove|conclude|confirm|pretend)\b[^.;]*$",
    re.IGNORECASE,
)
DENIED = compile_re(
    r"\b(?:inaccurate|wrong|misleading|premature|unfair|false|incorrect|too early|a stretch|a mistake) to (?:say|claim|call|conclude"
    r"|suggest|argue)\b[^.;,]*$"
)
NEITHER = compile_re(r"\bneither\b[^;]*\bnor\b[^;,]*$", re.IGNORECASE)
ASKING = compile_re(r"(?:^\W*|[:;] |\band )(?:[Ww]here|[Hh]ow|[Ww]hy|[Ww]hat)\b(?! [^,;]*,)[^,;:?]*$")


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison read: offsets of the words that say it, who, against whom, on what, and whether more or less of it."""

    start: int
    end: int
    subject: str
    versus: tuple[str, ...]
    metric: str
    op: str
    rule: str


def read_comparisons(sentence: Sentence, attached: list[Attached], contest: Contest) -> Iterator[Compared]:
    """The comparisons of a sentence, given the figures that were tied in it and what the passage compares."""
    taken: list[tuple[int, int]] = []
    claims: list[Claim] = []
    for claim in (*transitive(sentence), *referring(sentence), *left_behind(sentence)):
        if not any(a < claim.end and claim.start < b for a, b in taken):
            taken.append((claim.start, claim.end))
            claims.append(claim)
    claims += [c for c in alone(sentence, claims, attached, contest) if not any(a < c.end and c.start < b for a, b in taken)]
    for claim in claims:
        if unreal(sentence, claim.start):
            continue
        for metric in metrics_of(sentence, claim, attached, contest):
            for subject in claim.subjects:
                versus = tuple(v for v in claim.versus if v != subject)
                fits = metric.id and fits_subject(sentence.vocabulary.metrics[metric.id], sentence.vocabulary.subjects[subject]) > -3
                if versus and metric.id and fits:
                    op = operator(claim, sentence.vocabulary.metrics[metric.id], sentence.scene.text[claim.start : claim.end])
                    yield Compared(claim.start, claim.end, subject, versus, metric.id, op, f"{claim.rule}; {metric.rule}")


def unreal(sentence: Sentence, start: int) -> bool:
    """Whether what is said at `start` is denied, supposed or asked for, or only what a clause is about: "where it falls short"."""
    lead = sentence.scene.text[sentence.start : start]
    return (
        UNREAL.search(lead[-40:]) is not None
        or UNSAID.search(lead[-90:]) is not None
        or DENIED.search(lead) is not None
        or ASKING.search(lead) is not None
        or NEITHER.search(lead) is not None
    )


NUMERIC = compile_re(r"\b(?:above|below|higher|lower|more|less|fewer|larger|smaller|greater|exceed\w*)\b", re.IGNORECASE)


def operator(claim: Claim, metric: Metric, words: str) -> str:
    """Which way the values stand: better is less where lower is better, but "below" is below."""
    more = claim.direction == "more"
    if claim.sort == "merit" and metric.higher_is_better is False and not NUMERIC.search(words):
        more = not more
    return ">" if more else "<"
