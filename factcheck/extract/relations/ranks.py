"""Ranks with whose they are and in which list: "#4 on X", "the fifth-highest score", "tops the leaderboard"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck import patterns
from factcheck.dataclass import replace
from factcheck.extract.names.scene import MetricMark, SubjectMark
from factcheck.extract.names.sentence import Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.relations.rank_lists import NEEDS_LIST, OF_MEASURE, list_of, measure_of
from factcheck.extract.relations.rank_words import Rank, find_ranks
from factcheck.extract.relations.superlatives import BECOMES, MAKERS, Superlative, find_superlatives, said_of
from factcheck.extract.subject_evidence import subject_choices
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re
from factcheck.values import Number

APPOSED = compile_re(r"[*”\")]*, (?:now |currently |still |itself )?(?:the|a|an|its) [*]*")  # "S, the second-ranked model"
# "third place goes to S", "third-placed S"
AWARDED = compile_re(
    r"(?:-(?:placed|ranked)|[- ](?:place|spot|position|rank) (?:(?:now|again|also|narrowly|once more|in \w+) )*"
    r"(?:(?:goes|went|going|belongs|belonged|falls|fell|passes|passed) to"
    r"|(?:is|was) (?:(?:now|still|again) )?(?:held|taken|claimed|occupied|shared) by|(?:is|was|remains)))"
    r"(?: [A-Z][\w.-]*['’]s?)?[ *_\"“]+(?:the )?[*_]*"
)
# "the first time that an S model ranks first"
UNNAMED = compile_re(
    r"(?:^|[.!?] |\b(?:that|when|since|if|before|while|whenever|where) )(?:[Aa]n?|any|no|every|another) (?:[\w'’.-]+ ){0,3}?"
    r"(?:model|system|LLM|lab|company|start-?up|chatbot) (?!(?:that|which|who)\b)(?:[\w-]+ ){0,2}$"
)
ASKED = compile_re(r"(?<!,) (?:who|what|which(?: \w+)?) $")  # "the question who leads"
TO_COME = (", ", ", the ", ", **")
OF_FIRMS = compile_re(
    r"[- ](?:(?!(?:on|of|the|in|that|with|for)\b)[\w-]+ ){0,4}?"
    r"(?:compan(?:y|ies)|startups?|firms?|labs?|unicorns?|chipmakers?|employers?|business(?:es)?)\b"
)
NEEDS_METRIC = compile_re(r" (?:on |in |the |both |all )*[“\"*_]*$")
LISTED = compile_re(r"[*_]*(?: \([^()]*\))?,? (?:and|&) [*_]*")
ARE = compile_re(r"[*_]*(?: \([^()]*\))? (?:are|were|remain)\b")
CLOSES = compile_re(r"(?: (?:scores?|results?|average|overall))*[ *_]*(?:[(,;:.]|$| (?:and|at|on|of|in|among|with|despite|overall)\b)")
WITH_SCORE = compile_re(r" (?:at|with)(?: (?:about|around|roughly|just|a score of))? [*~]*\d")  # on what was said before
OF_DOER = frozenset(
    ("atop", "a record", "first place", "takes the top", "tops the board", "leads on", "dominates tasks", "leads M")
)  # said before it
ACTS = compile_re(r"[*”\"')]*(?: ?\([^()]*\))?(?: (?!and\b|or\b)[a-z]+){0,2} [*]*")
OPENS = compile_re(r"[\W_]*(?:(?:Also|Still|Now|Easily|Clearly) )?")
AND_ALSO = compile_re(r"(?:,| and| but|, and)(?: (?:also|still|now|then|easily|clearly))? [*]*$")  # "S has 57 and leads"
BOARDS = compile_re(r"(?:['’]s(?: (?:own|overall|latest|current))?)?[ *_:]*")
WITH_ITS = compile_re(r"[^.;:,()]{0,60}? with (?:(?:its|their|the|new|latest|own) )*[*_“\"]*")
FORMER = compile_re(r"\bfrom [*\"“]*$")
# "the state of the art reported in the S paper": whose is another matter
TOLD_BY = compile_re(
    r"[*_]*(?: (?:results?|performance|scores?|numbers?|figures?))?"
    r" (?:reported|published|described|claimed|listed|cited|documented|held) (?:in|by|of)\b"
)
# "is the first of three models": others are to follow
FIRST_OF = compile_re(r"first of (?:(?:the|its|our|their|a|many|several|what|more)\b|two|three|four|five|six|\d)", re.IGNORECASE)
IS_THE = compile_re(r"\b(?:is|are|was|were|be|as) (?:the |only the |just the )?$")
SHARE = compile_re(
    r"\b(?:one of|among|some of|every|not|n['’]t|never|no longer|if|whether|could|might|would|may|aims? to|hopes? to|wants? to"
    r"|(?:you|they|we|who|teams|users|developers) (?:want|need|prefer|value))(?: (?:the"
    r"|its|a|be|have|become|take|reach|makes?|ranks?|holds?|in|among))*(?: [\w-]+)? $"
    r"|\b(?:near|nearly|near-|almost|close to|approaching|rivals?) $",
    re.IGNORECASE,
)
DENIED = compile_re(
    r"\b(?:not|never|if|whether|could|might|would|may)(?: be)? (?:among|one of) (?:the |its )?$|n['’]t (?:among|one of) (?:the )?$"
)


def read_ranks(sentence: Sentence, metric: Metric) -> Iterator[tuple[Rank, Choice, dict[str, str]]]:
    """The ranks of a sentence with whose they are and in which list (a `variant`)."""
    scene = sentence.scene
    superlatives = list(first_of_its_kind(sentence))
    yield from superlatives
    measured: Rank | None = None  # the last superlative of something measured: "the lowest M and highest N"
    for rank in find_ranks(scene.text, sentence.start, sentence.end):
        shared = SHARE.search(scene.text[max(sentence.start, rank.start - 40) : rank.start])
        if any(r.start < rank.end and rank.start < r.end for r, _, _ in superlatives):
            continue
        if shared and not (rank.op == "<=" and shared.group().startswith(("among", "one of"))):
            continue
        if shared and DENIED.search(scene.text, sentence.start, rank.start):
            continue
        if any(d.start < rank.end and rank.start < d.end for d in scene.dates):
            continue  # "on March 3rd, 2026"
        if rank.rule == "ranks nth" and FIRST_OF.match(scene.text, rank.start) and IS_THE.search(scene.text, sentence.start, rank.start):
            continue
        if UNNAMED.search(scene.text, sentence.start, rank.start):
            continue
        if rank.rule == "leader of M" and not any(right_behind(sentence, m, rank) for m in sentence.metrics):
            continue
        if rank.rule == "record" and TOLD_BY.match(scene.text, rank.end):
            continue
        if rank.rule == "highest M" and not any(m.cue is None and m.start == rank.end + 1 for m in sentence.metrics):
            continue
        if rank.rule in OF_MEASURE and not (measure_of(sentence, rank) and stated(sentence, rank, measured)):
            continue
        if rank.rule in ("leads on", "leads, alone", "dominates tasks") and not acts(sentence, rank):
            continue
        if rank.rule == "leads M" and (ASKED.search(scene.text, sentence.start, rank.start) or not leads_metric(sentence, rank)):
            continue
        board = board_before(sentence, rank)
        listed = board.text.lower() if board else list_of(sentence, rank)
        scored = rank.rule in ("leads on", "performs best") and WITH_SCORE.match(scene.text, rank.end) and sentence.around.metrics
        if rank.rule == "nth, item" and not listed:
            continue
        if rank.rule in NEEDS_LIST and not listed and not scored:
            continue
        if FORMER.search(scene.text[max(0, rank.start - 10) : rank.start]) and not patterns.match(
            r"[*\s]*\(", scene.text[rank.end : rank.end + 4]
        ):
            continue  # where it came from, not where it is
        best = whose(sentence, rank, metric, board)
        if best and best.rule in ("article", "paragraph before") and rank.rule == "highest M, item":
            continue  # what to look for
        if best and best.mark is None and OF_FIRMS.match(scene.text, rank.end) and not BECOMES.search(scene.text[: rank.start]):
            continue
        if best is None or best.id is None or best.weight < (3.0 if listed else 3.5 if OF_FIRMS.match(scene.text, rank.end) else 4.0):
            continue
        measured = rank
        for choice in all_of(sentence, rank, best):
            yield rank, choice, {"variant": listed} if listed else {}


def stated(sentence: Sentence, rank: Rank, before: Rank | None) -> bool:
    """Whether a superlative is said of somebody: as a line of its own, or behind another in one clause."""
    if rank.rule == "and highest M":
        return before is not None and sentence.same_clause(before.start, rank.start)
    if rank.rule != "highest M, item":
        return True
    end = max((m.end for m in sentence.metrics if m.start > rank.end), key=lambda e: -abs(e - rank.end), default=rank.end)
    return CLOSES.match(sentence.scene.text, end) is not None


def right_behind(sentence: Sentence, mark: MetricMark, rank: Rank) -> bool:
    """Whether a rank stands right behind the name of a benchmark: "M leader (57)"."""
    scored = mark.id is not None and sentence.vocabulary.metrics[mark.id].kind == "score"
    return scored and not sentence.scene.text[mark.end : rank.start].strip(" *_") and mark.end < rank.start


def board_before(sentence: Sentence, rank: Rank) -> SubjectMark | None:
    """Who ranks, where the name right before "#n" is that of who measures: "Orrery #3", "Orrery's #3 spot"."""
    if rank.rule != "#n":
        return None
    text, evaluators = sentence.scene.text, sentence.vocabulary.evaluators
    before = (s for s in sentence.subjects if s.id in evaluators and s.end < rank.start)
    return next((s for s in before if BOARDS.fullmatch(text, s.end, rank.start)), None)


def whose(sentence: Sentence, rank: Rank, metric: Metric, board: SubjectMark | None = None) -> Choice | None:
    """Whose rank it is: not that of the `board` on which it is one."""
    text = sentence.scene.text
    quantity = Quantity(rank.start, rank.end, rank.start, rank.end, Number(Decimal(rank.value)), "number", "")
    told = next((s for s in sentence.subjects if s.id and APPOSED.fullmatch(text, s.end, rank.start)), None)
    if told:
        return Choice(told.id, 8.0, "said of it", told)
    if told := next((s for s in sentence.subjects if s.id and s.start == rank.end + 1 and rank.rule == "runner-up"), None):
        return Choice(told.id, 8.0, "said of it", told)
    if rank.rule == "nth-ranked" and (told := next((s for s in sentence.subjects if AWARDED.fullmatch(text, rank.end, s.start)), None)):
        return Choice(told.id, 8.0, "said of it", told)
    if rank.rule == "highest M: S" and (told := next((s for s in sentence.subjects if s.start > rank.end), None)):
        colon = patterns.fullmatch(r"[^:]*:[*_\s]*", sentence.scene.text[rank.end : told.start])
        return Choice(told.id, 8.0, "said of it", told) if colon else None
    if rank.rule == "nth on M, S":
        ahead = next((s for s in sentence.subjects if s.start > rank.end and sentence.scene.text[: s.start].endswith(TO_COME)), None)
        return Choice(ahead.id, 8.0, "said of it", ahead) if ahead else None
    choices = [c for c in subject_choices(sentence, quantity, metric) if board is None or c.id != board.id]
    kinds = ("model", "product", "organisation")
    if OF_FIRMS.match(sentence.scene.text, rank.end):
        choices = [of_firm(sentence, c) for c in choices]
    choices = [c for c in choices if not (c.mark and c.mark.start < rank.end and rank.start < c.mark.end)]
    choices = [with_model(sentence, rank, c) for c in choices]
    if rank.rule in OF_DOER:
        choices = [c for c in choices if not (c.mark and c.mark.start >= rank.end)]
    apart = [c for c in choices if not (c.mark and sentence.scene.bracket(c.mark.start) not in (None, sentence.scene.bracket(rank.start)))]
    choices = [c for c in apart or choices if c.id is None or sentence.vocabulary.subjects[c.id].kind in kinds]
    best = max(choices, key=lambda c: c.weight, default=None)
    strangers = [s for s in sentence.subjects if s.id is None and not s.pronoun and s.end <= rank.start]
    return None if best and best.mark is None and strangers else best  # whoever has no name here has it


def of_firm(sentence: Sentence, choice: Choice) -> Choice:
    """A candidate for a place among companies, which no model has."""
    kind = sentence.vocabulary.subjects[choice.id].kind if choice.id else ""
    return replace(choice, weight=choice.weight + {"organisation": 2.5, "model": -4.0, "product": -2.5}.get(kind, 0.0))


def with_model(sentence: Sentence, rank: Rank, choice: Choice) -> Choice:
    """A company that has a place with a model of its own as that model: "X takes the #1 spot on M with S"."""
    if choice.id is None or not isinstance(choice.mark, SubjectMark) or sentence.is_model(choice.id) or choice.mark.end > rank.start:
        return choice
    own = (s for s in sentence.subjects if s.start > rank.end and s.id and sentence.vocabulary.subjects[s.id].maker == choice.id)
    with_it = next((s for s in own if WITH_ITS.fullmatch(sentence.scene.text, rank.end, s.start)), None)
    return replace(choice, id=with_it.id) if with_it else choice


def all_of(sentence: Sentence, rank: Rank, last: Choice) -> list[Choice]:
    """Those who share a rank "top n": all of the list that ends with the one nearest to it."""
    if rank.op != "<=" or not isinstance(last.mark, SubjectMark) or last.mark.end > rank.start:
        return [last]
    text, out = sentence.scene.text, [last.mark]
    for mark in reversed([s for s in sentence.subjects if s.end <= last.mark.start and s.id]):
        if not patterns.fullmatch(r"(?:\s|,|&|\band\b|\b[A-Z]\w+\b|\*)+", text[mark.end : out[0].start]):
            break
        out.insert(0, mark)
    if len(out) > 1 and not patterns.search(r"\band\b|&", text[out[-2].end : out[-1].start]):
        return [last]
    return [Choice(m.id, last.weight, last.rule, m) for m in out]


def first_of_its_kind(sentence: Sentence) -> Iterator[tuple[Rank, Choice, dict[str, str]]]:
    """Superlatives of a sentence with the name that they are said of."""
    text, vocabulary = sentence.scene.text, sentence.vocabulary
    for phrase in find_superlatives(text, sentence.start, sentence.end):
        apart = [s for s in sentence.subjects if sentence.scene.bracket(s.start) in (None, sentence.scene.bracket(phrase.start))]
        makers = [s.start for s in apart if belongs_to(sentence, s, phrase)]
        found = replace(phrase, since=min([phrase.since, *makers]))
        before = [s for s in apart if s.end <= found.since and not s.object and not aside(sentence, s, apart)]
        behind = [s for s in apart if s.start >= found.until]
        choice = None
        if before and said_of(text, found, before[-1].start, before[-1].end, behind=False):
            choice = Choice(before[-1].id, 6.0, "said of it", before[-1])
        elif behind and said_of(text, found, behind[0].start, behind[0].end, behind=True):
            choice = Choice(behind[0].id, 6.0, "said of it", behind[0])
        elif not sentence.subjects and is_all(sentence, found):
            whole = sentence.start == 0 and sentence.end >= len(text.rstrip())  # of its item, below a heading
            choice = next((c for c in sentence.around.subjects if c.weight >= (3.7 if whole else 4.0)), None)
        if choice and isinstance(choice.mark, SubjectMark) and choice.mark.pronoun and OF_FIRMS.search(text, found.end, found.until):
            choice = replace(choice, id=sentence.company(choice.mark.start))  # "valued S at $3 billion, making it the largest startup"
        if choice and isinstance(choice.mark, SubjectMark) and shared(sentence, choice.mark, found.since):
            continue
        if choice and choice.id and vocabulary.subjects[choice.id].kind in ("model", "product", "organisation"):
            yield Rank(found.start, found.end, 1, "=", "superlative"), choice, {"variant": found.variant}


def shared(sentence: Sentence, mark: SubjectMark, since: int) -> bool:
    """Whether two or more are said to be first: "S and T are the most used"."""
    text = sentence.scene.text
    before = [s for s in sentence.subjects if s.end < mark.start]
    several = bool(before) and LISTED.fullmatch(text, before[-1].end, mark.start) is not None
    return several and ARE.match(text, mark.end, since) is not None


def acts(sentence: Sentence, rank: Rank) -> bool:
    """Whether a name right before a verb is its subject, or the one that another verb before it has, or none where it opens an item."""
    text = sentence.scene.text
    near = [s for s in sentence.subjects if s.end <= rank.start and not s.object]
    if not near:
        return OPENS.fullmatch(text, sentence.start, rank.start) is not None
    if ACTS.fullmatch(text, near[-1].end, rank.start):
        return True
    return len(near) == 1 and not sentence.oblique(near[0]) and AND_ALSO.search(text, near[0].end, rank.start) is not None


def belongs_to(sentence: Sentence, mark: SubjectMark, found: Superlative) -> bool:
    """Whether a name is only the maker whose things are compared: "X is Google's fastest model"."""
    maker = mark.id is not None and not sentence.is_model(mark.id)
    owned = mark.pronoun and mark.text.endswith(("'s", "’s")) and not sentence.words(mark.end, found.since)
    return maker and (owned or MAKERS.fullmatch(sentence.scene.text, mark.end, found.since) is not None)


def aside(sentence: Sentence, mark: SubjectMark, marks: list[SubjectMark]) -> bool:
    """Whether a maker is only named by the way: "X, backed by A and B, remains"."""
    if sentence.is_model(mark.id) or not any(sentence.is_model(m.id) and m.end < mark.start for m in marks):
        return False
    return (
        patterns.search(r", [^,]*\b(?:by|from|with|of|for|at|behind)\b[^,]*$", sentence.scene.text[sentence.start : mark.start]) is not None
    )


def is_all(sentence: Sentence, found: Superlative) -> bool:
    """Whether a superlative is all that a sentence says: "The fastest-growing app in history."."""
    text = sentence.scene.text
    return (
        patterns.fullmatch(r"\W*(?:(?:The|Now|Still|Currently|Easily|the) )*", text[sentence.start : found.since]) is not None
        and REST.fullmatch(text, found.until, sentence.end) is not None
    )


def leads_metric(sentence: Sentence, rank: Rank) -> bool:
    """Whether what is led is a benchmark, and nobody is led by name."""
    after = [m for m in sentence.metrics if m.start >= rank.end and m.cue is None]
    if not after or after[0].text.islower() or not NEEDS_METRIC.fullmatch(sentence.scene.text, rank.end, after[0].start):
        return False
    return not any(s.object and rank.end <= s.start < after[0].start for s in sentence.subjects)


REST = compile_re(r"(?: (?:on|in|at|for|among|with|by|to) [\w .'’&+-]{2,60})?\W*")
