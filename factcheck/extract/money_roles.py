"""Who gives a sum of money and who gets it: neither the investors of a round nor those who are paid are whom it is of."""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.forms.fitting import fits_subject, raised
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Choice, Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.voices.publishers import makes_models
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

# "a round from S, T and U", "led by S"
BACKER = compile_re(
    r"\b(?:from|(?:led|backed|joined|funded|headed|anchored|co-led) by|alongside|participation (?:from|of|by)|including)"
    r"(?: (?:the |its )?(?:[a-z][\w-]* ){0,6}?(?:[A-Z][\w.&'’-]*,? ){1,12}(?:(?:and|as well as) )?)?"
    r"(?: (?:[a-z][\w-]* ){0,5}(?:group|giant|firm|company|funds?|investors?|\w*maker|startup|conglomerate|bank|billionaire))?"
    r"(?: ?(?:the|its) )?[ *_]*$"
)
BACKS = compile_re(
    r"[*_]*(?:['’]s)?(?: (?:CEO|boss|chief|(?:co-?)?founder|chairman|billionaire))?(?: [A-Z][\w.-]+){0,3}"
    r"(?: (?:also|then|is|are|has|have|had|will|would|may|just)){0,3}"
    r" (?:(?:co-)?(?:le(?:ads?|d)|leading)|join(?:s|ed|ing)?|back(?:s|ed|ing)?|participat\w+)\b"
)
PAID = compile_re(
    r"\b(?:pay(?:s|ing)?|paid|ow(?:es?|ed|ing)|lend(?:s|ing)?|lent|gives?|gave|giving) (?:[A-Z][\w.&'’-]*,? (?:(?:and|or) )?){0,8}$"
)
# "a $2 billion round that values S at $9 billion"
VALUES = compile_re(r"[^.;:$]* (?:that|which) (?:(?:would|could|will|now|has|had) )*valu(?:es?|ed|ing) (?:the )?[*_]*")
RELATIVE = compile_re(r",? ?(?:which|who|whose|that|where)\b|[ *_]*\(")
# Who buys a company, and who is bought: "S bought T", "T was bought by S", "T's sale to S"
ADVERBS = r"(?: (?:also|just|now|then|later|once|recently|reportedly|finally|eventually|quietly))*"
AUXILIARY = (
    rf"{ADVERBS}(?: (?:has|had|have|will|would|may|could|is|was|are|were|agreed|agrees|planned|plans|wants|set|in talks|about"
    rf"|to)\b{ADVERBS})*"
)
BE = (
    rf"{ADVERBS}(?: (?:has|had|have|will|would|may|could|to|is|was|are|were|be|been|being|got|gets|getting){ADVERBS})* (?:is|was|are"
    r"|were|be|been|being|got|gets)"
)
BUYS = compile_re(
    rf"[*_]*(?: \([^()]*\))?(?:['’]s?{ADVERBS} (?:acquisition|purchase|takeover|buyout) of\b|,?{AUXILIARY} (?:acquir(?:es?|ing)|buy(?:s"
    r"|ing)?"
    r"|purchas(?:es?|ing)|(?:snap|scoop)(?:s|ping|ing)? up|tak(?:es?|ing) over|swallow(?:s|ing)|pay(?:s|ing)?)\b"
    rf"|,?(?:{ADVERBS}(?: (?:has|had|have)\b{ADVERBS})*) (?:acquired|bought|purchased|(?:snapped|scooped) up|took over|swallowed|paid)\b)"
)
BUYER = compile_re(r"\b(?:by|to)(?: (?:the|rival|[a-z]+ (?:giant|maker)))* [*_]*$")
BOUGHT = compile_re(
    r"\b(?:acquir(?:es?|ed|ing)|b(?:ought|uys?|uying)|purchas(?:es?|ed|ing)|(?:snapp?|scoop)(?:s|ed|ing)? up|t(?:ook|akes?|aking) over"
    r"|swallow(?:s|ed)"
    r"|(?:acquisition|takeover|purchase|buyout|sale) of|pa(?:id|ys?|ying) [^.;]{1,40}? (?:for|to (?:buy|acquire)))"
    r"(?: (?:[a-z-]+(?= (?:start-?up|maker|firm|company|lab)\b)|the|its|all of|most of|rival|fellow|start-?up|maker|firm|company|lab))*+"
    r" [*_\"“]*$"
)
SOLD = compile_re(
    rf"[*_]*(?: \([^()]*\))?(?:,?{BE}{ADVERBS} (?:acquired|bought|purchased|snapped up|scooped up|taken over|sold)(?: off)?(?=[,.;]|"
    r" (?:by|to|for|in|last|this)\b)"
    rf"|,?{AUXILIARY} (?:sold|sells?|selling)(?: (?:itself|out))?(?=[,.;]| (?:to|for)\b)"
    r"|['’]s? (?:\w+ )?sale\b|['’]s? (?:\w+ )?(?:acquisition|takeover|purchase) by\b| (?:acquisition|takeover|buyout)\b)"
)
PRICE_OF_ALL = "acquisition-price"  # of a company as a whole: that of the one which is bought
OF_NO_KIND = -1.0  # of a subject whose such a sum can hardly be


def backs(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name is an investor's: "a round from S", "S joins a round"."""
    text = sentence.scene.text
    return bool(
        BACKS.match(text, mark.end) or (BACKER.search(text, sentence.start, mark.start) and not text.startswith(("'", "’"), mark.end))
    )


def paid(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name only says who gets the money: T of "S will pay T q"."""
    return not mark.pronoun and PAID.search(sentence.scene.text, sentence.start, mark.start) is not None


def bought(sentence: Sentence, marks: list[SubjectMark]) -> list[SubjectMark]:
    """Those of the names that are bought or sold; where neither that nor who buys is said, all."""
    text, others = sentence.scene.text, [s for s in marks if not buys(sentence, s)]
    first = next((s.id for s in others if s.id and not s.pronoun), None)  # "S had 80 employees when T bought it"
    sold = [s for s in others if BOUGHT.search(text, sentence.start, s.start) or SOLD.match(text, s.end)]
    meant = [replace(s, id=first or sentence.around.pronoun) if s.pronoun and s.text.lower() == "it" else s for s in sold]
    return meant or ([] if len(others) < len(marks) else others)


def buys(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name is that of who buys another: "S bought T", "T was sold to S"."""
    text = sentence.scene.text
    return BUYS.match(text, mark.end) is not None or BUYER.search(text, sentence.start, mark.start) is not None


def bought_unnamed(sentence: Sentence, metric: Metric) -> bool:
    """Whether a sentence says who buys, and what is bought has no name that is known: its price is not that of the passage's subject."""
    it = any(s.pronoun for s in bought(sentence, sentence.subjects))
    return metric.id == PRICE_OF_ALL and not it and any(buys(sentence, s) for s in sentence.subjects)


def values(sentence: Sentence, quantity: Quantity, mark: SubjectMark) -> bool:
    """Whether a sum is that of a round which is said to value the name behind it."""
    return mark.start > quantity.end and VALUES.fullmatch(sentence.scene.text, quantity.outer_end, mark.start) is not None


def in_passing(sentence: Sentence, mark: SubjectMark, metric: Metric) -> bool:
    """Whether a name before an amount stands behind a preposition, while another leads the sentence: "S bought a part of T, paying q".

    Investors name in this way what they put their money into, so that a sum raised, or a worth, is that one's.
    """
    if raised(metric) or not sentence.oblique(mark) or RELATIVE.match(sentence.scene.text, mark.end):
        return False
    subjects = sentence.vocabulary.subjects
    earlier = (
        s for s in sentence.subjects if s.id and s.id != mark.id and s.start < mark.start and not s.object and not sentence.oblique(s)
    )
    return any(fits_subject(metric, subjects[s.id or ""]) > OF_NO_KIND for s in earlier)


def anothers_maker(sentence: Sentence, choice: Choice) -> bool:
    """Whether a sentence without a model of its own speaks of what somebody else makes than the model that the passage is about."""
    subjects = sentence.vocabulary.subjects
    maker = subjects[choice.id or ""].maker
    if maker is None or any(sentence.is_model(s.id) for s in sentence.subjects):
        return False
    led = next((s.id for s in sentence.subjects if s.id and not s.object and not sentence.oblique(s)), None)
    return led not in (None, maker, choice.id) and makes_models(led or "", sentence.vocabulary)


def anothers_money(sentence: Sentence, metric: Metric) -> bool:
    """Whether a sentence names a company, so that the money in it is hardly that of one it does not name."""
    named = (s for s in sentence.subjects if s.id and not s.pronoun and sentence.vocabulary.subjects[s.id].kind == "organisation")
    return raised(metric) and any(not backs(sentence, s) for s in named)
