"""What can be had and how: open weights, open source, an API, an app, free of charge; available, limited, planned or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extract.quantities import Quantity
from factcheck.extract.sentence import Choice, Sentence
from factcheck.extract.subject_evidence import subject_choices
from factcheck.ledger.model import Metric
from factcheck.values import Number, Status, number

# (name, standard metrics, pattern with the words in group "w", what they say where nothing else does)
PATTERNS: tuple[tuple[str, tuple[str, ...], str, Status], ...] = (
    (
        "proprietary",
        ("open-weights",),
        r"(?P<w>proprietary)(?:-only)?(?! (?:data|information|format|chip|hardware|technology|software|dataset|training))",
        "unavailable",
    ),
    ("closed weights", ("open-weights",), r"(?P<w>(?:with)?out (?:open|public) weights|closed[- ]weights?)", "unavailable"),
    (
        "open weights",
        ("open-weights",),
        r"(?P<w>open[- ]weights?|open[- ]weighted)(?! (?:community|ecosystem|models? (?:are|have|ever)))",
        "available",
    ),
    (
        "weights released",
        ("open-weights",),
        r"(?:model )?weights (?:are |were |is )?(?:now |also |publicly |freely |fully |all |directly )*(?P<w>available|released|published|downloadable|open)",
        "available",
    ),
    (
        "released weights",
        ("open-weights",),
        r"(?P<w>releas(?:ed|es|ing)|published|open(?:ed|s|ing)) (?:the |its |their |all |full )*(?:model )?weights",
        "available",
    ),
    (
        "open licence",
        ("open-weights",),
        r"(?:under|with|is|are|carries|uses?) (?:an? |the )?(?:\w+ )?(?P<w>(?:Apache(?: |-)?(?:License )?2(?:\.0)?|MIT)(?:[- ]licen[sc]ed?)?)",
        "available",
    ),
    ("closed source", ("open-source",), r"(?P<w>closed[- ]sourced?)", "unavailable"),
    (
        "open source",
        ("open-source",),
        r"(?P<w>open[- ]sourc(?:ed?|ing))(?! (?:community|ecosystem|software|philosophy|roots|playbook|approach|strategy|generosity|movement|world|labs?|competitors|alternatives?|license|initiative|project|tools?|libraries|library|code|frameworks?))",
        "available",
    ),
    (
        "private preview",
        ("api-access",),
        r"(?P<w>(?:private|limited|closed|public|gated) API (?:preview|beta|access)|API (?:preview|beta))",
        "limited",
    ),
    (
        "via API",
        ("api-access",),
        r"(?:available|accessible|offered|live|access|served|usable)[^.;]{0,40}? (?:via|through|in|on|over) (?:the |an? |its |their |our )?(?:\w+ )?(?P<w>APIs?)",
        "available",
    ),
    (
        "free of charge",
        ("free-access",),
        r"(?P<w>free of charge|(?:available|offered|usable) for free|free to (?:use|all|everyone)|completely free|for free to)",
        "available",
    ),
    ("rolling out", ("app-access",), r"(?P<w>rolling out(?: gradually)?|rolled out|rolls out) (?:to|in|on|across)", "available"),
    (
        "live in",
        ("app-access",),
        r"(?:is|are|now|model is|went|goes) (?:now |already |also |currently )*(?P<w>live|available|accessible) (?:now |today |to \w+ )*(?:on|in|at|through|via) (?!(?:the |an? |its )?(?:\w+ )?API)",
        "available",
    ),
    ("powers", ("app-access",), r"(?P<w>powers)(?= [A-Z]| the [A-Z]| an? (?:upgraded|new))", "available"),
)
COMPILED = [(name, ids, re.compile(rf"(?<![\w-]){pattern}(?![\w])", re.IGNORECASE), status) for name, ids, pattern, status in PATTERNS]
NEGATED = re.compile(
    r"(?:\bnot|n['’]t|\bno longer|\bnever|\bwithout|\bno|\brather than|\binstead of|\bnor|\baway from|\bunlike)(?: \w+){0,3}? [\"“]?$",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:plans?|planning|planned|will|intends?|promis(?:es|ed)|expects?|set|scheduled|slated|hop(?:es|ing)|aims?|going|coming|soon|future|later|could|may|might|if|would)\b(?: \w+){0,4} [\"“]?$",
    re.IGNORECASE,
)
LATER = re.compile(
    r"^[^.;,]{0,20}\b(?:by|in|from) (?:\w+ )?(?:future|soon|next|the coming|July|August|September|October|November|December)|^[^.;,]{0,12} (?:promised|planned|soon|later|in the future)",
    re.IGNORECASE,
)
LIMITED = re.compile(
    r"\b(?:preview|beta|waitlist|wait list|select(?:ed)? (?:users|partners|customers)|limited|early access|invite[- ]only|trusted testers|gradual(?:ly)?|subscribers|paying|only to)\b",
    re.IGNORECASE,
)
GENERIC = re.compile(r"\b(?:models?|labs?|weights|AI|alternatives|community|approach|ecosystem)s\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Access:
    """An availability read: the words that say it (offsets, end exclusive), of whom, of what, and how it stands."""

    start: int
    end: int
    subject: str
    metric: Metric
    status: Status
    rule: str


def read_access(sentence: Sentence) -> Iterator[Access]:
    """What a sentence says of availability, each with whose it is."""
    text = sentence.scene.text
    done: list[tuple[int, int]] = []
    for name, ids, pattern, status in COMPILED:
        metric = sentence.vocabulary.role(*ids)
        if not metric:
            continue
        for m in pattern.finditer(text, sentence.start, sentence.end):
            a, b = m.span("w")
            if any(x < b and a < y for x, y in done):
                continue
            best = whose(sentence, a, b, metric)
            if best is None or best.id is None:
                continue
            done.append((a, b))
            yield Access(a, b, best.id, metric, meant(text, sentence, m, status), f"{name}; {best.rule}")


def whose(sentence: Sentence, a: int, b: int, metric: Metric) -> Choice | None:
    """Whose availability the words at `a` to `b` speak of."""
    place = Quantity(a, b, a, b, number("1"), "number", "")
    assert isinstance(place.value, Number)
    kinds = ("model", "product")
    choices = [c for c in subject_choices(sentence, place, metric) if c.id is None or sentence.vocabulary.subjects[c.id].kind in kinds]
    near = sentence.scene.text[b : b + 40]
    described = [
        s
        for s in sentence.subjects
        if s.id
        and b <= s.start <= b + 40
        and sentence.vocabulary.subjects[s.id].kind in kinds
        and re.fullmatch(r"(?: [\w-]+){0,4}[ \"“*]*", near[: s.start - b])
    ]
    if described and not described[0].object:
        return Choice(described[0].id, 6.0, "named after it", described[0])
    best = max(choices, key=lambda c: c.weight, default=None)
    return best if best and best.weight >= 3.6 else None


def meant(text: str, sentence: Sentence, m: re.Match[str], status: Status) -> Status:
    """How it stands once negation, plans and limits round the words are heard."""
    a, b = m.span("w")
    lead = text[max(sentence.start, a - 48) : a]
    lead = re.split(r"[;:.]|, (?:and|but|while)", lead)[-1]
    if status in ("available", "limited"):
        if PLANNED.search(lead) or LATER.search(text[b : b + 40]):
            return "planned"
        if NEGATED.search(lead):
            return "unavailable"
        if (
            status == "available"
            and LIMITED.search(text[max(sentence.start, a - 30) : min(sentence.end, b + 45)])
            and not m.re.pattern.count("open")
        ):
            return "limited"
    return status
