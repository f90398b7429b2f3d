"""Comparisons without a figure of their own: "trails Opus 4.6 and GPT-5.4 on X", "is cheaper than", "came in higher", "Winner: ChatGPT"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.fitting import fits_subject
from factcheck.extract.measures import SIZE, Comparative, Direction, Sort, find_comparatives
from factcheck.extract.pieces import pieces
from factcheck.extract.scene import MetricMark, Scene, SubjectMark
from factcheck.extract.sentence import Attached, Choice, Sentence
from factcheck.extract.vocabulary import Vocabulary
from factcheck.ledger.model import Metric

# What makes a comparison a wish, a supposition or a denial. "Managed to beat" and "seems to beat" are none.
UNREAL = re.compile(
    r"(?:\b(?:not|never|nor|neither|no|without|could|may|might|would|should|if|whether|unless|must|let['’]s|hard to say)|n['’]t|\bcannot"
    r"|(?<!\bmanages )(?<!\bmanaged )(?<!\bseems )(?<!\bappears )(?<!\bcontinues )(?<!\bsaid )(?<!\breported )(?<!\bshown )"
    r"(?<!\bfound )(?<!\bclaimed )(?<!\bup )(?<!\bcompared )(?<!\brelative )(?<!\bdue )(?<!\bthanks )(?<!\bclose )\bto)"
    r"(?: [\w-]+){0,2} $",
    re.IGNORECASE,
)
# A reference that says nothing by itself: the comparative stands elsewhere.
REFERENCE = re.compile(r"(?:more |less )?than|vs\.?|versus|compared (?:to|with)|relative to|against|over")
SCORED = re.compile(r"higher|lower|trail|lag|ahead|behind|short", re.IGNORECASE)
INTRODUCES = re.compile(r"(?:competitors )?like|such as|including|near|close to")  # words that go on with the same objects
TIE = re.compile(r"\b(?:tie|draw|depends|even|equal|both|neither)\b", re.IGNORECASE)
ADVERB = (
    r"(?:(?:slightly|significantly|considerably|noticeably|clearly|much|far|marginally|narrowly|just|still|also|even|a bit"
    r"|a little|a lot|somewhat|notably|generally|consistently|well|way|only|substantially|now|the) )*"
)
# Comparing words without an object: the other side is known from the passage.
LONE: tuple[tuple[Sort, Direction, str], ...] = (
    ("merit", "more", rf"(?P<w>(?:came|comes|coming) {ADVERB}(?:in|out) {ADVERB}(?:higher|ahead|on top|better))"),
    ("merit", "less", rf"(?P<w>(?:came|comes|coming) {ADVERB}(?:in|out) {ADVERB}(?:lower|behind|worse))"),
    ("merit", "more", rf"(?:scor(?:es?|ed|ing)|perform(?:s|ed|ing)?|ranks?|ranked|fares?|fared) {ADVERB}(?P<w>higher|better)(?! than)"),
    ("merit", "less", rf"(?:scor(?:es?|ed|ing)|perform(?:s|ed|ing)?|ranks?|ranked|fares?|fared) {ADVERB}(?P<w>lower|worse)(?! than)"),
    ("merit", "less", r"(?P<w>trail(?:s|ed)|lag(?:s|ged)(?: behind)?|falls? (?:short|behind)|fell (?:short|behind))(?! (?-i:[A-Z]))"),
    ("merit", "more", r"(?P<w>wins|won)(?! (?:over|a|an|the|against|praise|awards?)\b)"),
    (
        "merit",
        "more",
        r"(?:has|have|had|holds?|held|takes?|took|gets?|gains?|keeps?|gives \w+|with) (?:a|an|the) (?:[\w-]+ )?(?P<w>edge|lead"
        r"|advantage|upper hand|win|crown)(?! (?:over|role|model|developer|time))",
    ),
    ("merit", "more", r"['’]s (?:[\w-]+ )?(?P<w>edge|lead|advantage)(?= (?:in|on)\b)"),
    (
        "quantity",
        "more",
        rf"(?:is|are|was|has|have|offers?|feels?|sounds?|remains?) (?:an? )?{ADVERB}(?P<w>more [\w-]+|broader|wider|larger"
        rf"|stronger|better|deeper|richer)(?=[.,;]| [\w-]+[.,;:])",
    ),
    (
        "quantity",
        "less",
        rf"(?:is|are|was|has|have|offers?|feels?|sounds?|remains?) (?:an? )?{ADVERB}(?P<w>less [\w-]+|narrower|weaker|worse"
        rf"|smaller)(?=[.,;]| [\w-]+[.,;:])",
    ),
    ("merit", "more", r"(?P<w>leads)(?= (?:in|on|when)\b)"),
    ("merit", "more", r"(?:is|as|remains) (?:the |our |a )?(?:[\w-]+ )?(?P<w>winner)\b(?! of\b)"),
    (
        "measure",
        "less",
        rf"(?:is|are|was|were|but|and|remains?) {ADVERB}(?P<w>cheaper|less expensive|more affordable|smaller|slower)(?=[.,;]"
        rf"| (?:for|at|but|and|with|on|in)\b)",
    ),
    (
        "measure",
        "more",
        rf"(?:is|are|was|were|but|and|remains?) {ADVERB}(?P<w>faster|pricier|costlier|more expensive|quicker|larger"
        rf"|bigger)(?=[.,;]| (?:for|at|but|and|with|on|in)\b)",
    ),
    ("merit", "more", r"(?P<w>(?-i:Winner|WINNER))(?=\W)"),
    (
        "merit",
        "more",
        rf"(?:is|are|was|remains?|proves?|but|and|,|works?|does) {ADVERB}(?P<w>(?:better|stronger|superior)(?: (?:choice|option"
        rf"|pick|model|tool|fit))?)(?= (?:for|at|on|in|when)\b)",
    ),
    (
        "merit",
        "less",
        rf"(?:is|are|was|remains?|proves?|but|and|,|works?|does) {ADVERB}(?P<w>worse|weaker|inferior)(?= (?:for|at|on|in|when)\b)",
    ),
    ("merit", "more", rf"(?<=\w) {ADVERB}(?P<w>ahead)(?= (?:for|on|in) (?!time\b|\d))"),
)
LONES = [(sort, direction, re.compile(rf"(?:^|(?<![\w-])){pattern}", re.IGNORECASE)) for sort, direction, pattern in LONE]
LEAVING = re.compile(r"\bleav(?:es?|ing)\b(?P<o>(?:[^.;]|\.(?=\d)){3,90}?)\b(?P<w>(?:(?:far|well|trailing|lagging|way) )*behind)\b")
# Where the passage speaks of all that is measured, or of something that has no name here.
GENERAL = re.compile(
    r"(?:,|\()? ?(?:across the board|in general|(?:on|in|across) (?:most|all|nearly all|almost all|many|several|various|key"
    r"|common|standard|popular|major|multiple)(?: \w+)? (?:benchmarks|tests|evaluations|tasks|areas|categories|metrics))\b"
)
WHERE = re.compile(
    r",? ?(?:specifically |especially |particularly |both |even )?(?P<p>on|in|at|for|across|when it comes to|in terms of|regarding)\b "
)
PHRASE_END = re.compile(
    r"[.;:](?=\s|$)|,? (?:but|while|although|though|whereas|with|despite|by|scoring|and (?:is|was|has|its|it|the))\b"
    r"|, (?!(?:and |or |as well as )?[\w’'-]+(?: [\w’'-]+){0,3}(?:,|\.| and| \(|$))"
)
STOP = re.compile(r"[.;,()]")
TIME = re.compile(
    r"[~$*]*\d|(?:\w+ )?(?:January|February|March|April|May|June|July|August|September|October|November|December|20\d\d"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|the past|recent|this|that|some|many|most|our|my|their|its"
    r"|his|a|an|Q[1-4])\b"
)
KINDS = frozenset(("score", "tokens", "speed", "price", "size", "amount"))
AGAINST = re.compile(r"\b(?:vs\.?|versus|or|against|compared (?:to|with))(?=\s|$)", re.IGNORECASE)
LIST = re.compile(r"(?:\s|,|;|&|/|\*|\band\b|\bas well as\b|\bboth\b|\bthe\b|\([^()]*\)|[.\d%]+)*")


@dataclass(frozen=True, slots=True)
class Contest:
    """What the passage compares: the two parties of the article ("A vs. B"), the heading's metric, the figures read last."""

    parties: tuple[str, ...] = ()
    topic: str | None = None
    last: tuple[tuple[str, str], ...] = ()  # (subject, metric)

    def rival(self, subject: str, vocabulary: Vocabulary) -> str | None:
        """The other of the two parties, seen from a subject that is one of them or its kin."""
        if len(self.parties) != 2:
            return None
        first, second = self.parties
        if subject in self.parties:
            return second if subject == first else first
        makers = [vocabulary.subjects[p].maker or p for p in self.parties]
        maker = vocabulary.subjects[subject].maker
        if maker is None or makers[0] == makers[1] or maker not in makers:
            return None
        return second if maker == makers[0] else first


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
        if UNREAL.search(sentence.scene.text[max(sentence.start, claim.start - 40) : claim.start]):
            continue
        for metric in metrics_of(sentence, claim, attached, contest):
            for subject in claim.subjects:
                versus = tuple(v for v in claim.versus if v != subject)
                fits = metric.id and fits_subject(sentence.vocabulary.metrics[metric.id], sentence.vocabulary.subjects[subject]) > -3
                if versus and metric.id and fits:
                    op = operator(claim, sentence.vocabulary.metrics[metric.id], sentence.scene.text[claim.start : claim.end])
                    yield Compared(claim.start, claim.end, subject, versus, metric.id, op, f"{claim.rule}; {metric.rule}")


NUMERIC = re.compile(r"\b(?:above|below|higher|lower|more|less|fewer|larger|smaller|greater|exceed\w*)\b", re.IGNORECASE)


def operator(claim: Claim, metric: Metric, words: str) -> str:
    """Which way the values stand: better is less where lower is better, but "below" is below."""
    more = claim.direction == "more"
    if claim.sort == "merit" and metric.higher_is_better is False and not NUMERIC.search(words):
        more = not more
    return ">" if more else "<"


def transitive(sentence: Sentence) -> Iterator[Claim]:
    """Comparing words with their objects behind them: "beats O", "faster than O", "surpassed by O"."""
    for comparing in sentence.scene.comparings:
        if not sentence.start <= comparing.start < sentence.end or comparing.op is None:
            continue
        objects = objects_of(sentence, comparing.start, comparing.end)
        versus = tuple(dict.fromkeys(o.id for o in objects if o.id))
        subjects = subjects_of(sentence, comparing.start, versus)
        if not versus or not subjects:
            continue
        if by_how_much(sentence, comparing.start, objects[-1].end):
            continue
        inner = find_comparatives(sentence.scene.text, max(sentence.start, comparing.start - 24), comparing.end)
        measure = next((c for c in inner if c.sort != "merit" and c.end > comparing.start), None)
        direction: Direction = "more" if comparing.op == ">" else "less"
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
                re.match(
                    r"beat|outperform|surpass|outscor|eclips|crush|trounc|outshin|outshone|outclass|outdo|outdid|smok|better|stronger"
                    r"|superior|worse|inferior",
                    comparing.words,
                )
            ),
        )


def by_how_much(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a figure says by how much: "12 points ahead of O", "leads O by 3"."""
    text = sentence.scene.text
    units = ("points", "percent", "ratio")
    for q in sentence.quantities:
        lead = text[q.outer_end : start]
        if (
            q.outer_end <= start
            and len(lead.split()) <= 2
            and not re.search(r"[,;:()]", lead)
            and (q.dimension in units or "point" in lead or q.signed)
        ):
            return True
        if q.start >= end and re.fullmatch(
            r"[*]* (?:\w+ )?by (?:\w+ ){0,3}", text[end : q.outer_start] + (" " if not text[end : q.outer_start].endswith(" ") else "")
        ):
            return True
    return False


def referring(sentence: Sentence) -> Iterator[Claim]:
    """A comparative and, apart from it, whom it refers to: "higher accuracy than O", "compared to O, S is faster"."""
    text = sentence.scene.text
    for comparing in sentence.scene.comparings:
        if (
            not sentence.start <= comparing.start < sentence.end
            or comparing.op is not None
            or not REFERENCE.fullmatch(comparing.words.lower())
        ):
            continue
        objects = objects_of(sentence, comparing.start, comparing.end)
        versus = tuple(dict.fromkeys(o.id for o in objects if o.id))
        if not versus:
            continue
        first = comparing.start if comparing.words.lower() not in ("more than", "less than") else comparing.start + 4
        found = [
            c
            for c in find_comparatives(text, sentence.start, first)
            if len(sentence.words(c.end, first)) <= 6 and not re.search(r"[.;:]", text[c.end : first])
        ]
        fitting = [c for c in found if not is_figure_before(sentence, c)]
        leads = not sentence.words(sentence.start, comparing.start)
        if found and not fitting:
            continue
        if leads:
            behind = find_comparatives(text, objects[-1].end, sentence.end)
            fitting = [c for c in behind if len(sentence.words(objects[-1].end, c.start)) <= 8 and not is_figure_before(sentence, c)][:1]
        if not fitting:
            continue
        comparative = fitting[-1]
        subjects = subjects_of(sentence, comparative.start, versus)
        if not subjects:
            continue
        adjacent = comparative.end == comparing.start - 1
        yield Claim(
            *(
                comparative.start,
                comparing.end if adjacent else comparative.end,
                comparative.sort,
                comparative.direction,
                subjects,
                versus,
                objects,
            ),
            metrics=comparative.metrics,
            rule="S better than O",
            after=objects[-1].end if not leads else comparative.end,
            verb=adjacent and comparative.sort == "merit",
        )


def is_figure_before(sentence: Sentence, comparative: Comparative) -> bool:
    """Whether a figure says by how much: then it is a ratio or a difference."""
    return any(
        q.outer_end <= comparative.start and len(sentence.words(q.outer_end, comparative.start)) <= 2 for q in sentence.quantities
    ) or bool(
        re.search(
            r"(?:\b(?:times|fold|twice|half|as|order of magnitude|orders of magnitude)|[x×%]) $",
            sentence.scene.text[max(0, comparative.start - 22) : comparative.start],
        )
    )


def left_behind(sentence: Sentence) -> Iterator[Claim]:
    """Those whom the subject leaves behind: "S scored 54, leaving O and P behind"."""
    for m in LEAVING.finditer(sentence.scene.text, sentence.start, sentence.end):
        behind = tuple(s.id for s in sentence.subjects if m.start("o") <= s.start < m.end("o") and s.id and sentence.is_model(s.id))
        winners = subjects_of(sentence, m.start(), behind)
        if behind and winners:
            yield Claim(*(m.start("w"), m.end("w"), "merit", "less", behind, winners), rule="left behind", after=m.end())


def alone(sentence: Sentence, claims: list[Claim], attached: list[Attached], contest: Contest) -> Iterator[Claim]:
    """Comparing words without an object, where the passage has only one other side."""
    text = sentence.scene.text
    for sort, direction, pattern in LONES:
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
            versus = others(subjects, [c for c in claims if c.start < start], contest, sentence.vocabulary)
            if not versus and SCORED.search(m["w"]):
                versus = before_it(sentence, start, subjects, attached, contest)
            if subjects and versus:
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


def others(subjects: tuple[str, ...], claims: list[Claim], contest: Contest, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The other side that the passage knows: the article's other party, else whom the sentence has compared with before."""
    rival = contest.rival(subjects[0], vocabulary) if len(subjects) == 1 else None
    if rival:
        return (rival,)
    same = [c.versus for c in claims if set(c.subjects) == set(subjects)]
    return same[-1] if same else ()


def before_it(sentence: Sentence, start: int, subjects: tuple[str, ...], attached: list[Attached], contest: Contest) -> tuple[str, ...]:
    """Whose figure was read last, in this sentence or in the passage before it, if it is one other's."""
    here = {s.id for f in attached if f.quantity.end <= start for s in f.subjects if s.id} - set(subjects)
    found = here or {s for s, _ in contest.last} - set(subjects)
    return tuple(i for i in found if i) if len(found) == 1 else ()


def objects_of(sentence: Sentence, start: int, end: int) -> tuple[SubjectMark, ...]:
    """Those compared with: the objects that follow, up to the next comparing word."""
    limit = min((c.start for c in sentence.scene.comparings if c.start > start and not INTRODUCES.fullmatch(c.words)), default=sentence.end)
    out: list[SubjectMark] = []
    for mark in sentence.subjects:
        if end <= mark.start < limit:
            if not mark.object:
                break
            out.append(mark)
    kinds = {sentence.vocabulary.subjects[o.id].kind for o in out if o.id}
    return tuple(
        o for o in out if o.id and (sentence.vocabulary.subjects[o.id].kind in ("model", "product", "person") or kinds <= {"organisation"})
    )


def subjects_of(sentence: Sentence, start: int, versus: tuple[str, ...]) -> tuple[str, ...]:
    """Who is compared: the nearest on the left that are no objects, several if they stand in a list, else whom the passage is about."""
    text = sentence.scene.text
    kinds = {sentence.vocabulary.subjects[v].kind for v in versus}
    makers = kinds == {"organisation"}
    left = [s for s in sentence.subjects if s.end <= start and not s.object and s.id not in versus]
    left = [s for s in left if s.id is None or sentence.is_model(s.id) or (makers and sentence.vocabulary.subjects[s.id].kind in kinds)]
    if left:
        out = [left[-1]]
        for mark in reversed(left[:-1]):
            if not re.fullmatch(r"(?:\s|,|\*|&|/|\band\b|\bboth\b|\(.{0,30}?\))+", text[mark.end : out[0].start]):
                break
            out.insert(0, mark)
        if len(out) > 1 and not re.search(r"\band\b|&|/", text[out[-2].end : out[-1].start]):
            out = out[-1:]
        return () if any(s.id is None for s in out) else tuple(dict.fromkeys(s.id for s in out if s.id))
    for choice in sentence.around.subjects:
        if choice.id and choice.id not in versus and choice.weight >= 3.0 and sentence.is_model(choice.id):
            return (choice.id,)
    return ()


def metrics_of(sentence: Sentence, claim: Claim, attached: list[Attached], contest: Contest) -> list[Choice]:
    """On what: what the objects' own figures measure, else what is named beside the comparison, else what the passage is about."""
    marks = {(o.start, o.end) for o in claim.objects}
    for figure in attached:
        if any(s.mark and (s.mark.start, s.mark.end) in marks for s in figure.subjects):
            return [Choice(figure.metric.id, 6.0, "metric of their figures")]
    vocabulary = sentence.vocabulary
    makers = all(not sentence.is_model(s) for s in claim.subjects)
    kinds = KINDS if claim.sort == "quantity" or makers else KINDS - {"amount"}
    usable = [m for m in sentence.metrics if m.cue is None and (m.id is None or vocabulary.metrics[m.id].kind in kinds)]
    counted = [m for m in sentence.metrics if m.cue and "money" not in m.cue.dimensions] if claim.sort == "quantity" else []
    until = claim.objects[0].start if claim.objects and claim.objects[0].start > claim.end else claim.end
    between = [m for m in usable if claim.end <= m.start < until] or [m for m in counted if claim.end <= m.start < until]
    if between:
        behind = beside(sentence, claim.after, usable) if between[0].weak and claim.sort == "merit" else None
        return behind or listed(sentence, between[0], between, "metric between")
    if not claim.objects or until == claim.end:
        near = [
            m
            for m in usable
            if m.start >= claim.end
            and len(sentence.words(claim.end, m.start)) <= 3
            and not STOP.search(sentence.scene.text[claim.end : m.start])
        ]
        if near and claim.sort == "quantity":
            return listed(sentence, near[0], near, "metric behind")
    where = beside(sentence, claim.after, usable)
    if where is not None:
        return where
    if claim.metrics == SIZE and any(vocabulary.subjects[s].kind != "model" for s in claim.subjects):
        return []
    if claim.metrics:
        role = vocabulary.role(*claim.metrics)
        return [Choice(role.id, 5.0, "what the comparative measures")] if role else []
    if claim.sort == "quantity":
        of_heading = contest.topic and {*claim.subjects, *claim.versus} <= set(contest.parties)
        return [Choice(contest.topic, 4.0, "metric of the heading")] if of_heading else []
    return context(sentence, claim, attached, contest, usable)


def beside(sentence: Sentence, at: int, usable: list[MetricMark]) -> list[Choice] | None:
    """The metrics that a phrase behind a comparison names: "on X and Y". None where there is no such phrase, [] where it is unknown."""
    text = sentence.scene.text
    rest = re.compile(r"(?:['’]s?)?[*_”\"]*(?: ?\([^()]*\))*[*_”\"]*").match(text, at)
    at = rest.end() if rest else at
    following = [m for m in usable if m.start >= at]
    if GENERAL.match(text, at) and not (following and following[0].start - at < 50):
        overall = sentence.vocabulary.role("overall-performance")
        return [Choice(overall.id, 4.0, "overall")] if overall else []
    where = WHERE.match(text[: sentence.end], at)
    if not where:
        return None
    last = PHRASE_END.search(text, where.end(), sentence.end)
    limit = min([last.start() if last else sentence.end, *(s.start for s in sentence.subjects if s.start >= where.end())])
    named = [m for m in following if where.end() <= m.start < limit]
    strong = [m for m in named if not m.weak]
    if strong and len(sentence.words(where.end(), strong[0].start)) <= 9:
        return [Choice(id_, 5.5, "metric behind") for id_ in dict.fromkeys(m.id for m in strong) if id_]
    near = [m for m in named if len(sentence.words(where.end(), m.start)) <= 5 and not STOP.search(text[where.end() : m.start])]
    if near:
        return listed(sentence, near[0], named, "metric behind")
    return None if TIME.match(text, where.end()) else []


def listed(sentence: Sentence, first: MetricMark, marks: list[MetricMark], rule: str) -> list[Choice]:
    """A metric and those in one list with it; none where one of them is unknown to the vocabulary."""
    out, end = [first], first.end
    for mark in sorted(marks, key=lambda m: m.start):
        if mark.start >= end and LIST.fullmatch(sentence.scene.text, end, mark.start):
            out.append(mark)
            end = mark.end
    return [Choice(id_, 5.5, rule) for id_ in dict.fromkeys(m.id for m in out) if id_]


def context(sentence: Sentence, claim: Claim, attached: list[Attached], contest: Contest, usable: list[MetricMark]) -> list[Choice]:
    """On what, where no word beside the comparison says it."""
    text = sentence.scene.text
    own = [f for f in attached if f.quantity.end <= claim.start and any(s.id in (*claim.subjects, *claim.versus) for s in f.subjects)]
    if own and own[-1].metric.id and sentence.vocabulary.metrics[own[-1].metric.id].kind in ("score", "tokens", "speed"):
        return [Choice(own[-1].metric.id, 5.0, "metric of the figure before")]
    named = [
        m
        for m in usable
        if m.end <= claim.start
        and (
            not m.weak
            or re.match(
                r"(?:[Ii]n|[Oo]n|[Ff]or|[Aa]t|[Ww]hen it comes to|[Ii]n terms of|[Aa]s for|[Rr]egarding) (?:the )?\W*$",
                text[sentence.start : m.start],
            )
            or not sentence.words(sentence.start, m.start)
        )
    ]
    if named:
        nearest = named[-1]
        tied = {f.quantity.start for f in attached}
        if any(nearest.end <= q.start < claim.start and q.start not in tied for q in sentence.quantities):
            return []  # a figure of something unknown stands between
        return [Choice(nearest.id, 4.5, "metric named before", nearest)] if nearest.id else []
    after = [
        m
        for m in usable
        if m.start >= claim.end
        and not m.weak
        and len(sentence.words(claim.after, m.start)) <= 12
        and sentence.same_clause(claim.start, m.start)
    ]
    if after:
        return [Choice(after[0].id, 4.0, "metric of the clause", after[0])] if after[0].id else []
    last = [m for s, m in contest.last if s in claim.versus or s in claim.subjects]
    if last and (claim.scored or {*claim.subjects, *claim.versus} <= {s for s, _ in contest.last}):
        return [Choice(last[-1], 4.0, "metric of the figures before")]
    if contest.topic and not claim.scored and (claim.carried or set(claim.subjects) <= set(contest.parties)):
        return [Choice(contest.topic, 4.0, "metric of the heading")]
    if claim.carried or not claim.verb:
        return []
    common = [m for m in usable if m.end <= claim.start and m.weak and len(sentence.words(m.end, claim.start)) <= 6]
    if common:
        return [Choice(common[-1].id, 4.0, "metric named before", common[-1])]
    overall = sentence.vocabulary.role("overall-performance")
    return [Choice(overall.id, 3.0, "who is better, all told")] if overall else []


def parties_of(opening: Sequence[tuple[str, Scene]], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The two whom an article sets against each other: in a title ("ChatGPT vs Claude"), or by naming hardly anybody else."""
    for kind, scene in opening[:4]:
        if kind in ("title", "heading"):
            models = [s for s in scene.subjects if s.id and vocabulary.subjects[s.id].kind in ("model", "product") and not s.pronoun]
            ids = tuple(dict.fromkeys(s.id for s in models if s.id))
            if len(ids) == 2 and AGAINST.search(scene.text[models[0].end : next(s for s in models if s.id == ids[1]).start]):
                return ids
    counts = Counter(
        s.id
        for _, scene in opening
        for s in scene.subjects
        if s.id and not s.pronoun and vocabulary.subjects[s.id].kind in ("model", "product")
    )
    most = counts.most_common(3)
    if len(most) < 2 or most[1][1] < 6 or (len(most) > 2 and most[2][1] * 3 > most[1][1]):
        return ()
    return tuple(i for i, _ in most[:2] if i)


def topic_of(heading: str, vocabulary: Vocabulary) -> str | None:
    """What a heading names that can be compared, None if it names nothing or several things."""
    words = heading.replace("&", "and")
    ids = {n.id for n in vocabulary.metric_names.find(words, pieces(words)) if n.id and vocabulary.metrics[n.id].kind in KINDS - {"amount"}}
    return next(iter(ids)) if len(ids) == 1 else None
