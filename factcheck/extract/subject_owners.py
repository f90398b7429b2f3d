"""Which of the subjects that a sentence names can own a figure at all."""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import of_company, raised
from factcheck.extract.money_roles import PRICE_OF_ALL, backs, bought, paid
from factcheck.extract.names.companies import named_behind
from factcheck.extract.names.phrases import RELATIONAL
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

# "prefer S over O": O is what is not preferred.
PREFERRED = compile_re(r"\bprefer(?:s|red|ring|ence)?\b[^.;%]{0,60}\b(?:over|to)(?: (?:the|its|even))* $")
PEOPLE = compile_re(
    r"[ -](?:[a-z]+ ){0,2}(?:users|developers|customers|subscribers|employees|engineers|people|businesses|companies"
    r"|members|accounts|downloads|seats|visits|stars)\b"
)
UNITS_OF = compile_re(r"[- ](?:[a-z-]+ ){0,2}of (?:the )?")
LABEL = compile_re(r"[*_]*(?: \([^()]*\))?[*_]* ?(?::|[–—-] )")
INVESTED_IN = compile_re(r"\b(?:in|into)(?: (?:the|its|their|rival))? [*_“\"]*$")  # "invested q in S"
# What may stand before a name that its clause is about.
OPENS = compile_re(
    r"(?:\A|\n|[.;:,—–!?] |\b(?:and|but|while|whereas|so|then|where|that|because) )"
    r"(?:(?:[Tt]he|[Aa]nd|[Bb]ut|[Ss]o|[Nn]ow|[Tt]hen|[Nn]ext|[Ff]inally|[Oo]ur|[Aa] local),? )*[*_\"“(]*$"
)
SERVES = compile_re(
    r"[*_]*(?: (?:can|could|will|now|also|already|even|easily|comfortably))*"
    r" (?:runs?|ran|serve[sd]?|hosts?|hosted|executes?|handle[sd]?|push(?:es|ed)|pulls?|hard-?wires|drives|powers|chews?|loads?)\b"
)
REACHES = compile_re(
    r"[*_]*(?: (?:can|could|will|now|also|already|even|only|just))*"
    r" (?:does|did|gets?|got|gives?|gave|manage[sd]?|hits?|reache[sd]|delivers?|delivered|achieve[sd]|push(?:es|ed)"
    r"|churn(?:s|ed) out|spits? out"
    r"|generate[sd]?|produce[sd]?|ran at|runs? at|clock(?:s|ed)(?: in at)?|came in at|comes in at|averaged?|averages)"
    r"(?: (?:you|us|me|about|around|roughly|nearly|only|just|an?|mere|peak|speed|of|over|up to|more than))* ?[~*]*"
)
OF_MEMORY = compile_re(r" (?:of )?(?:(?!(?:in|on|runs?|to|for|and|with)\b)[\w-]+ ){0,2}(?:memory|V?RAM|HBM\w*|storage|SSD)\b")
ON_ONE = compile_re(r"\bon (?:an?|his|her|the same) (?:[A-Z]\w+ )?$")
ON_SO_MANY = compile_re(r"\bon (?:my|our|your|one|a single|an? (?:array|cluster|pair) of|two|four|eight|\d+) (?:[A-Z]\w+ )?$")
SO_MANY = compile_re(r"\b\d+ ?[x×] $")  # "2x S": what something runs on
HARDWARE = compile_re(r" (?:[A-Z]\w* )?(?:GPUs?|TPUs?|chips?|accelerators?|systems|hardware|processors?|servers?|silicon)\b")


def runners(sentence: Sentence, *, speed: bool = False) -> list[SubjectMark]:
    """The subjects that a speed or a size can be of: beside a model, a product is only what it runs on.

    A speed is the product's where the article tests it, or the sentence tells what it does with a model: "S serves M at q".
    """
    subjects = sentence.vocabulary.subjects
    several = len(sentence.around.tested) > 1
    told = any(serves(sentence, s) or (several and reaches(sentence, s)) for s in sentence.subjects)
    if speed and (len(sentence.around.tested) == 1 or told):
        models = [s for s in sentence.subjects if s.id and subjects[s.id].kind == "model"]
        if not any(leads(sentence, s) for s in models):
            return [s for s in sentence.subjects if s not in models]
    model = any(s.id and subjects[s.id].kind == "model" and not s.object and not s.pronoun for s in sentence.subjects)
    model = model or hosted(sentence) is not None
    return [s for s in sentence.subjects if not (model and s.id and subjects[s.id].kind == "product")]


def leads(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name opens its clause, as what the clause is about."""
    text, start = sentence.scene.text, sentence.start
    return not text[start : mark.start].strip(' *_"“(') or OPENS.search(text, start, mark.start) is not None


def serves(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a sentence says what a product does with the model that it names next: "S serves M", "S can run a 70B M"."""
    text = sentence.scene.text
    if not sentence.is_product(mark.id) or mark.object or sentence.oblique(mark):
        return False
    following = next((s for s in sentence.subjects if s.start >= mark.end), None)
    return following is not None and not sentence.is_product(following.id) and SERVES.match(text, mark.end, following.start) is not None


def reaches(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a sentence says what speed a product gets to: "S does q on M"."""
    if not sentence.is_product(mark.id) or mark.object or mark.pronoun or sentence.oblique(mark):
        return False
    speeds = [q for q in sentence.quantities if q.dimension == "speed" and mark.end <= q.start]
    return any(REACHES.fullmatch(sentence.scene.text, mark.end, q.outer_start) for q in speeds)


def delivered(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a company that the sentence names reaches a speed of its own, which is none of the passage's model: "Groq hits 1,600 t/s"."""
    firms = [s for s in sentence.subjects if s.id and not s.pronoun and not s.object and s.end <= quantity.start]
    return any(REACHES.fullmatch(sentence.scene.text, s.end, quantity.outer_start) for s in firms[-1:] if not sentence.is_model(s.id))


def hosted(sentence: Sentence) -> SubjectMark | None:
    """The machine that begins a line which hangs on the name of a model: "Aurora 2:", and below it "RTX 4090: 128 tokens/s"."""
    above = sentence.around.subjects[:1]
    lead = next((s for s in sentence.subjects if not sentence.scene.text[sentence.start : s.start].strip(" *_-•")), None)
    listed = bool(above) and above[0].rule == "list" and sentence.is_model(above[0].id)
    return lead if listed and lead is not None and LABEL.match(sentence.scene.text, lead.end) else None


def owners(sentence: Sentence, metric: Metric) -> list[SubjectMark]:
    """The subjects that a figure can be of: "its revenue" is no model's, and the GPUs in "20,000 H100 GPUs" own nothing."""
    if metric.kind in ("speed", "size") and any(ON_SO_MANY.search(sentence.scene.text, sentence.start, s.start) for s in sentence.subjects):
        text = sentence.scene.text  # "runs at q on one S"
        able = runners(sentence, speed=metric.kind == "speed")
        return [s for s in able if not (sentence.is_product(s.id) and ON_SO_MANY.search(text, sentence.start, s.start))]
    if metric.kind == "speed" and not sentence.around.tested and any(sentence.is_model(c.id) for c in sentence.around.subjects):
        text, able = sentence.scene.text, runners(sentence, speed=True)  # "we measured q on an S", in a passage on a model
        return [s for s in able if not (sentence.is_product(s.id) and ON_ONE.search(text, sentence.start, s.start))]
    if (metric.kind == "speed" and metric.unit not in ("bytes", "flops")) or metric.unit == "parameters":
        return runners(sentence, speed=metric.kind == "speed")
    if metric.kind != "amount":
        text = sentence.scene.text
        return [s for s in sentence.subjects if not (sentence.is_product(s.id) and SO_MANY.search(text, sentence.start, s.start))]
    if metric.id == PRICE_OF_ALL:
        return bought(sentence, sentence.subjects)
    out = []
    for mark in sentence.subjects:
        if "invest" in metric.name and INVESTED_IN.search(sentence.scene.text, sentence.start, mark.start):
            continue
        if counted(sentence, mark) or PREFERRED.search(sentence.scene.text, sentence.start, mark.start):
            continue
        if (metric.unit == "usd" and paid(sentence, mark)) or (raised(metric) and backs(sentence, mark)):
            continue
        if not mark.pronoun or not of_company(metric):
            out.append(mark)
        elif mark.text.lower() != "its" or measured(sentence, mark):
            meant = sentence.company(mark.start)
            told = mark.text.lower() in ("it", "its") or named_behind(sentence, mark.start) is not None  # "the lab behind T, S, has"
            apart = not told and any(  # "the firm put $5 million into S"
                s.id == meant and not s.pronoun and mark.end <= s.start and sentence.same_clause(mark.start, s.start)
                for s in sentence.subjects
            )
            out.append(replace(mark, id=None if apart else meant))
    return out


def of_machine(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether memory stands right behind the name of the machine that has it, in a sentence on what runs there: "an RTX 4090 24GB"."""
    subjects = sentence.vocabulary.subjects
    products = [s for s in sentence.subjects if s.id and not s.pronoun and subjects[s.id].kind == "product"]
    named = [s for s in products if s.end + 1 == quantity.outer_start]
    if OF_MEMORY.match(sentence.scene.text, quantity.outer_end):
        return False
    return bool(named) and sentence.scene.text[quantity.outer_start - 1] == " " and named[0].start > sentence.start


def counted(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name says what a number counts: "20,000 H100 GPUs" are nobody's of that name, other than "2 million S users"."""
    text = sentence.scene.text
    follows = any(
        q.dimension == "number" and text[q.outer_end : mark.start].strip(' "“*') in ("", "of")
        for q in sentence.quantities
        if q.outer_end < mark.start
    )
    before = [q for q in sentence.quantities if q.outer_end < mark.start][-1:]
    measured = any(UNITS_OF.fullmatch(text, q.outer_end, mark.start) for q in before)
    hardware = measured and HARDWARE.match(text, mark.end) is not None  # "6 gigawatts of S GPUs"
    return hardware or (follows and not PEOPLE.match(text, mark.end))


def measured(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a possessive is followed by what is measured: "its annual revenue", and not "its coding tool"."""
    return any(0 < m.start - mark.end < 24 for m in sentence.metrics)


def names_a_measure(sentence: Sentence, at: int) -> bool:
    """Whether what a figure is of follows at an offset, and is a thing of one side alone."""
    return any(0 < m.start - at <= 3 and m.cue is None and m.text.lower() not in RELATIONAL for m in sentence.metrics)
