"""Names before a figure that hardly own it: what is told of another between commas, what it is compared with, what it looks back to."""

from __future__ import annotations

from factcheck.extract.names.between import WORDS, Between
from factcheck.extract.names.origins import back, made_from
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.others_figures import A_MODEL
from factcheck.patterns import compile_re

# Who did what between commas is only told of the subject: "S, founded by T, has q", "S, which is backed by T, has q".
BYLINE = compile_re(r", (?:(?:which|who) (?:is|was|were|has been) )?(?:\w+ly )?(?:[a-z-]+ed|led|run|built|made) by [^.;:()]*$")
# ... and so is what a thing is, or what another does with it: "S, a rival of T, has q"
TOLD_BETWEEN = compile_re(
    r"(?P<told>[*_]*, (?:an?|the|one of|its|which|who|now|once|formerly|maker of|owner of)\b(?:[^,.;:()]|\.(?=\d)){3,90},)[*_]*"
    r" (?:(?:also|now|then|still|just|recently|reportedly) )*(?:has|have|had|is|was|were|are|will|would|did|says?|said|plans?"
    r"|\w{3,}(?:ed|s))\b"
)
# "..., despite being trained on q", "... without costing more than q": of whom the sentence is about
ADJUNCT = compile_re(
    r",? (?:despite|in spite of|while|whilst|without|although|though|even) (?:(?:only|just|also|still|even|ever|itself) )*"
    r"(?:having been|being|having|[a-z]+ing)\b[^.;:()]*$"
)
WHICH = compile_re(r"^[^,;.]{0,30}[ ,]+(?:which|who|whose) ")
POSSESSIVE = compile_re(r"['’](?:s\b|(?=\s))")
THAN = compile_re(r"\bthan (?:the |its )?$")
RAN_ON = compile_re(r"\b(?:on|in|with|to|from|at|via|using|into)(?: (?:the|its|an?|one|two|three|four|eight|\d+))? [*_]*$")
AND_DOES = compile_re(
    r"(?:,| and) (?:also |now |still |then )?(?:gains?|scor(?:es|ed)|reach(?:es|ed)|costs?|has|had|adds?|added|supports?|supported|offers?"
    r"|offered|delivers?|delivered|achiev(?:es|ed)|hits?|runs?|posts?|posted|gets?|got|earns?|earned|takes?|took|brings?|brought"
    r"|comes?|came"
    r"|raises?|raised|doubles?|doubled|handles?|handled|generates?|generated|process(?:es|ed)|needs?|needed|uses?|used|is|was) "
)
APPOSED = compile_re(r"[*_]*, (?:an?|the|its) [^.;:()]{3,60}? (?:that|which) [^,.;:()]{0,40}")  # "S, a tool that has q"
# "beats O, a 32B model with q": what it is
IS_A = compile_re(r"[*_\"”]*, (?:itself )?(?:an?|the|its) (?:[^,.;:()]|\.(?=\d)){0,60}")
HAS_A = compile_re(
    r"\b(?:model|LLM|MoE|transformer|network|checkpoint) (?:with|of|that has|having)"
    r" (?:(?:about|around|roughly|only|just|over|some) )*[*~]*$"
)
# "S is larger than O's and packs q"
SECOND_VERB = compile_re(r"\b(?:and|but) (?!(?:speed|need|feed|seed)\b)(?:also |now |still |\w+ly )?[a-z]{2,}(?:s|ed) (?!and\b)")
TIES = compile_re(r"\b(?:(?:ties|tying|tied)(?: with)?|match(?:es|ed|ing)|equal(?:s|ed|ing)?)(?: the)? [*_]*$")
OWN = r"(?:\s|[,*]|models?\b|\([^()\d]{2,24}\)|at|on|scored|scores|score of|['’]s|\w+ score of|of|is|was|came in|:|=)*"

# "2.3x the throughput of S", "within half a point of S": S is only what another is measured by
MEASURED_BY = compile_re(
    r"\b(?:(?:twice|half|double|triple|thrice|(?:[a-z]+ )?times|(?:a|one|two) (?:third|half|quarter|fifth|sixth|tenth|fraction)s?(?: of)?"
    r"|\d[\d.]*[*]*[x×])[*]* the (?:[a-z-]+ ){1,3}of|[Ww]ithin (?:[^\s.;:()]+ ){1,6}?of) (?:the |its )?[*_“\"]*$"
)
FOR_IT = compile_re(r"[^.;:,()]{0,50} for (?:the )?[*_]*")
FOR = compile_re(r"[ *]*(?:points?|tokens?|%)?[ *]*\b(?:for|on|in|by|at|from)(?: the)?[ *]*")
IT_IS = compile_re(r"[Ii]t(?: is| was|['’]s)(?: (?:about|around|only|just|still))? [*~]*")
FOR_WHOM = compile_re(r"[ *%]*(?:points?|percent)?[ *]*\b(?:for|with) (?:the )?[*_]*")
NEXT = compile_re(r"[*_\s]*(?:[,;]|,? and|,? then)[*_\s]*")  # "80 for S, 75 for T"
SET_AGAINST = compile_re(r"\b(?:vs|versus|against|compared|while|whereas|than|but|from)\b")
JUMP_FROM = compile_re(r"\b(?:jump|leap|gain|rise|increase|improvement|step|climb|swing|up) (?:up )?from [*~]*$")
FORMER = compile_re(r"\bup from [*~]*[\d.]+(?:%| percent)?[*]* (?:for|by|from|with) (?:the )?[*_]*$")


def byline(sentence: Sentence, quantity: Quantity, mark: SubjectMark) -> bool:
    """Whether a name only says between commas who made, led or paid another subject: T of "S, founded by T, has q"."""
    text = sentence.scene.text
    return any(
        "," in text[mark.end : quantity.outer_start]
        and (found := BYLINE.match(text, s.end, mark.start)) is not None
        and not any(q.start > found.start() for q in sentence.quantities if q.start < mark.start)
        for s in sentence.subjects
        if s.id and s.end < mark.start
    )


def told_between(sentence: Sentence, quantity: Quantity, mark: SubjectMark) -> bool:
    """Whether a name stands between commas in what is told of another one: T of "S, a rival of T, has q", "S, which T backs, has q"."""
    text = sentence.scene.text
    for s in sentence.subjects:
        told = TOLD_BETWEEN.match(text, s.end, quantity.outer_start) if s.id and s.id != mark.id and s.end < mark.start else None
        if told and told.start("told") <= mark.start < told.end("told") <= quantity.outer_start:
            return True
    return False


def of_the_first(sentence: Sentence, quantity: Quantity, mark: SubjectMark) -> bool:
    """Whether what follows a name is said again of whom the sentence is about: T of "S beats T, despite having only q"."""
    found = ADJUNCT.search(sentence.scene.text, mark.end, quantity.outer_start)
    if not found or any(found.end() <= s.start < quantity.start for s in sentence.subjects):
        return False
    first = next((s for s in sentence.subjects if s.end <= mark.start and not s.object), None)
    led = first is not None and (first.pronoun or first.id is not None) and sentence.same_clause(first.start, mark.start)
    if not led or mark.id is None or sentence.oblique(mark):
        return bool(led)
    return first is not None and (first.pronoun or sentence.is_model(first.id) == sentence.is_model(mark.id))  # "S says that T"


def looked_back(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name is only what a sentence looks back to or sets aside: "the first since S"."""
    text = sentence.scene.text
    return back(text, sentence.start, mark.start) or made_from(text, sentence.start, mark.start)


def measured_by(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name is only what another one is measured by: S of "twice the speed of S", "within a point of S"."""
    return MEASURED_BY.search(sentence.scene.text, sentence.start, mark.start) is not None


def strangers_own(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name only says what a stranger is made from that the sentence opens with: S of "It is a fine-tune of S on q tokens"."""
    first = next(iter(sentence.subjects), mark)
    return first is not mark and first.id is None and first.pronoun and made_from(sentence.scene.text, sentence.start, mark.start)


def inside_first_predicate(sentence: Sentence, mark: SubjectMark, between: Between) -> bool:
    """Whether a name is only part of what is first said of another: T of "S keeps the price of T, gains a window of q"."""
    first = next(
        (s for s in sentence.subjects if s.start < mark.start and not s.object and sentence.same_clause(s.start, mark.start)), None
    )
    leads = first is not None and not sentence.oblique(first) and (first.pronoun or sentence.is_model(first.id))
    told = leads and sentence.oblique(mark)
    placed = RAN_ON.search(sentence.scene.text, max(sentence.start, mark.start - 24), mark.start)  # "Training took a day on S and cost q"
    return bool(told or placed) and AND_DOES.search(between.text) is not None


def object_before(
    sentence: Sentence, quantity: Quantity, mark: SubjectMark, between: Between, *, linked: bool, near: bool
) -> tuple[float, str]:
    """An object of a comparison before the figure: its own only where nothing else can be meant."""
    if IS_A.fullmatch(between.text) and (HAS_A.search(between.text) or A_MODEL.match(sentence.scene.text, quantity.end)):
        return 8.0, "S of q"
    first = not any(sentence.start <= q.start < mark.start for q in sentence.quantities)
    than = THAN.search(sentence.scene.text, max(0, mark.start - 24), mark.start) and "at" in between.words
    given = any(sentence.start <= q.start < mark.start and q.dimension != "ratio" for q in sentence.quantities)
    than = than or (THAN.search(sentence.scene.text, max(0, mark.start - 24), mark.start) and between.text.lstrip().startswith(","))
    beside = near and between.only(OWN) and (given or not than)  # "A trails B with 5", but not "A is larger than B at 5"
    if beside and not given and TIES.search(sentence.scene.text, max(sentence.start, mark.start - 24), mark.start):
        return 1.0, "object of a comparison"  # "S ties O at 59" gives the figure of S
    if beside or (linked and "with" in between.words and not first):  # "A has 7, behind B with 9"
        return 8.0, "S at q"
    possessive = POSSESSIVE.match(sentence.scene.text, mark.end)
    apposed = APPOSED.fullmatch(between.text)
    relative = WHICH.search(between.text) and len(between.words) <= 8 and between.whole
    its = possessive and len(unnamed(between, sentence)) <= 6 and "," not in between.text and not SECOND_VERB.search(between.text)
    if near and (apposed or relative or its):
        return 7.5, "S of q"
    return 1.0 - 0.1 * len(between.words), "object of a comparison"


def unnamed(between: Between, sentence: Sentence) -> list[str]:
    """The words between, without those of the metrics' own names."""
    own = {w.lower() for m in sentence.metrics for w in WORDS.findall(m.text)}
    return [w for w in between.words if w not in own]


def anothers(sentence: Sentence, quantity: Quantity, mark: SubjectMark) -> bool:
    """Whether a subject belongs to another figure, which a comparison sets against this one: "92, against 58 for S", "$3 (vs $5 for S)"."""
    text = sentence.scene.text
    closer = [q for q in sentence.quantities if quantity.end <= q.start and FOR.fullmatch(text, q.outer_end, mark.start)]
    return bool(closer) and SET_AGAINST.search(text, quantity.outer_end, closer[-1].start) is not None


def impersonal(sentence: Sentence, quantity: Quantity, mark: SubjectMark) -> bool:
    """Whether "it" stands for nobody: "on M it is 98% for S"."""
    text = sentence.scene.text
    if not mark.pronoun or not IT_IS.fullmatch(text, mark.start, quantity.outer_start):
        return False
    return any(
        not s.pronoun and FOR_WHOM.fullmatch(text, quantity.outer_end, s.start) for s in sentence.subjects if s.start > quantity.start
    )


def has_one_before(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether the figure right before a name is its own: S of "80 for S, 75 for T", "80 on M for S, 75 for T"."""
    text = sentence.scene.text
    before = [q for q in sentence.quantities if q.end <= mark.start]
    if any(FOR.fullmatch(text, q.outer_end, mark.start) for q in before):
        return True
    between = before and any(before[-1].end <= s.start < mark.start for s in sentence.subjects)
    return bool(before) and not between and FOR_IT.fullmatch(text, before[-1].outer_end, mark.start) is not None


def former_again(sentence: Sentence, quantity: Quantity) -> SubjectMark | None:
    """Whose figure it is that a later one jumped from: "S has 88, up from 87 for T, and 69 on M, a jump from 64" gives 64 of T."""
    text = sentence.scene.text
    if not JUMP_FROM.search(text, sentence.start, quantity.outer_start):
        return None
    said = [s for s in sentence.subjects if s.end <= quantity.start and s.id and FORMER.search(text, sentence.start, s.start)]
    later = any(0 <= s.start - quantity.outer_end <= 8 for s in sentence.subjects)
    return said[0] if len({s.id for s in said}) == 1 and not later else None


def of_former(sentence: Sentence, quantity: Quantity, bracket: int) -> bool:
    """Whether brackets that begin at an offset say whose a figure before is, and a quantity stands outside: "from 40% (T) to 50%"."""
    return sentence.scene.aside(quantity.start) is None and any(0 <= bracket - q.outer_end <= 1 for q in sentence.quantities)
