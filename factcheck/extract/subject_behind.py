"""A subject named behind a figure: "80.2% for S", "80.2 (S)", "With 80.2, S ..."; whose the figure is, by the words between."""

from __future__ import annotations

import re

from factcheck.extract.names.between import Between
from factcheck.extract.names.phrases import LINKS, ON
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.subject_asides import anothers, unnamed
from factcheck.extract.subject_owners import PEOPLE, names_a_measure
from factcheck.patterns import compile_re

OPENED = "q, S"  # "With q, S ..."
# "115,000 developers actively using S", "40 million daily American S users"
USING = compile_re(
    r"[ *]*(?:[a-z-]+ ){0,2}?(?:[A-Z][\w.-]* )?(?:[a-z-]+ ){1,4}?"
    r"(?:using|us(?:e|ed|es)|across|rely(?:ing)? on|signed up for|subscrib(?:e|ed) to|pay(?:ing)? for|who use"
    r"|work(?:s|ed|ing)? (?:at|for)|employed (?:at|by)|prefer|adopt(?:ed)?|choos(?:e|ing)|chose|deploy(?:ing|ed)?|favou?r)[ *]*"
)
SORT = compile_re(r" [a-z]+[a-rt-z]s\b")  # "24% of T customers use S": the name only says which
ADJECTIVES = compile_re(r"(?: (?!(?:of|in|on|for|from|to|by|with|and|or|at|as|than|is|are|was|were)\b)[A-Za-z][\w-]*){1,3} ")
# "a $2 billion round (at a $9 billion valuation) for hardware startup S": both sums are of S
ROUND_FOR = compile_re(
    r"[^().;,:]{1,40}(?:(?: \([^()]*\)|\))|(?<=round)|(?<=raise)) for (?:(?:the|its) )?(?:(?:[a-z][\w-]*|AI) ){0,4}[*_]*"
)
YEARS_OLD = compile_re(r"(?:-years?)?-old (?:[a-z]+ )?[*_]*")  # "29-year-old S"
INTO = compile_re(r"(?: more)? into (?:the |its )?[*_]*")  # "poured $2 billion into S"
WENT_TO = compile_re(r" of [^.;,]{3,60} (?:went|goes|going|go|belong(?:s|ed|ing)?|fell|falls) to (?:the )?[*_]*")
# "the 6.6 hours it found for S", "the 1,038 that T reported for S"
FOUND_FOR = compile_re(
    r"[ *_]*(?:(?:points|hours|minutes|percent) )?(?:(?:that|which) )?(?:it|they|he|she|(?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?)"
    r" (?:(?:has|have|had|itself) )?(?:found|measured|gave|gives|reported|reports|recorded|estimated|estimates|saw|got|quotes|lists|listed)"
    r" (?:for|with) (?:an? |the )?[*_]*"
)
UP_FROM = compile_re(r"\b(?:up|down) from (?:an? |about )?$")  # "(up from 94% in S)"
CAME_FROM = compile_re(r"%?\**,? (?:in|for|with|by|on) (?:the (?:original |first |previous |older |earlier )?)?[*_]*")
STROKE = compile_re(r"[%*]* ?/ ?[*]*\$?\d[\d.]*%?[*]* for (?:the )?[*_]*")  # the first of "80.8 / 53.4 for S"
BOUGHT = compile_re(r"(?: \([^()]{1,40}\))? (?:acquisition|takeover|buyout)\b")  # "the $6 billion S acquisition"
PER_NAME = compile_re(r"[ -]?(?:param(?:eter)?|token)?[ -][*_]*", re.IGNORECASE)
CLOSES = compile_re(
    r"(?: (?:[A-Z]{3,}|base|instruct|chat|thinking|high|low))?[ *_]*(?:, [a-z]+(?: [a-z]+)?)?[ *_]*[)\]]?"
)  # "q (S, input)"
# A sentence that opens with what it says of the subject to come: "With a context window of 128K tokens, S ..."
OPENING = compile_re(r"\W*(?:With|At|Offering|Featuring|Boasting|Sporting|Packing|Priced|Costing|Scoring|Weighing|Despite|Trained|Built)\b")
IS_OF = compile_re(r"[%*]* (?:is|was|are|were|remains) (?:the )?[*_]*")
ITS_FIGURE = compile_re(r"[*_]*['’]s? [*_~≈$€£]*\d")  # "$1.25 to S's $3"
ARTICLES = frozenset(("the", "a", "an", "its", "their", "both", "either"))
AHEAD_OF = compile_re(r"\b(?:ahead|short|shy|instead|in front|clear|north|south|on top|the likes) of(?: the)?[ *_]*$")
OF = frozenset(("for", "by", "from", "on", "of", "to"))
# "57 for the larger S"
OF_A_SORT = compile_re(
    r"\b(?:for|from|of|by) (?:the|its|their|an?) (?P<sort>(?:(?:much|far|slightly|even) )?"
    r"(?:larger|smaller|bigger|older|newer|earlier|cheaper|pricier|costlier|faster|slower|heavier|lighter|mightier|stronger|weaker"
    r"|new|old|original|previous|latest|current|full|dense|open|closed|proprietary|rival|full-size|mid-size)) [*_]*$"
)


def subject_after(
    sentence: Sentence, quantity: Quantity, mark: SubjectMark, between: Between, rivals: list[SubjectMark]
) -> tuple[float, str]:
    """A subject named after the figure."""
    scene = sentence.scene
    own, bracket = scene.bracket(mark.start), scene.bracket(quantity.start)
    if own and own != bracket and between.only(r"\s*[(\[]\s*") and CLOSES.fullmatch(scene.text, mark.end, own[1]):
        return 9.0, "q (S)"
    if quantity.dimension == "percent" and WENT_TO.match(scene.text, quantity.outer_end) and not WENT_TO.fullmatch(between.text):
        return 0.0, "S after q"  # "60% of T tokens went to S"
    if quantity.dimension == "percent" and WENT_TO.fullmatch(between.text):
        return 8.0, "q for S"
    if YEARS_OLD.fullmatch(between.text):
        return 9.0, "q S"
    if quantity.dimension == "money" and INTO.fullmatch(between.text):
        return 8.0, "q for S"
    if (mark.common or (quantity.scaled and quantity.dimension == "number")) and between.only(r"[ *“\"]*"):
        return 8.0, "q S"
    if (USING.fullmatch(between.text) and all(SORT.match(scene.text, s.end) for s in rivals)) or (
        ADJECTIVES.fullmatch(between.text) and PEOPLE.match(scene.text, mark.end)
    ):
        return 8.0, "q S"
    if quantity.dimension == "money" and ROUND_FOR.fullmatch(scene.text, quantity.outer_end, mark.start):
        return 8.0, "q for S"
    if CAME_FROM.fullmatch(between.text) and UP_FROM.search(scene.text, sentence.start, quantity.outer_start):
        return 8.0, "q for S"
    if STROKE.fullmatch(between.text) or FOUND_FOR.fullmatch(between.text):
        return 8.0, "q for S"
    if quantity.dimension in ("parameters", "tokens") and PER_NAME.fullmatch(between.text) and not mark.pronoun:
        return 8.0, "q S"  # "the 540 billion parameter S"
    if quantity.dimension == "money" and between.only(" ") and BOUGHT.match(scene.text, mark.end):
        return 8.0, "q S"
    if quantity.dimension != "number" and between.only(r"[ *_]+") and not mark.pronoun and names_a_measure(sentence, mark.end):
        return 8.0, "q S"  # "$19 billion S revenue"
    if quantity.dimension == "money" and not quantity.scaled and between.only(r"[ *_]+") and sentence.is_product(mark.id):
        return 8.0, "q S"  # "the $20 S"
    if IS_OF.fullmatch(between.text) and sentence.scene.text.startswith(("'s ", "’s ", "' "), mark.end):
        return 8.0, "q for S"  # "72.9 is S's score on M"
    cleaned, words = unnamed(between, sentence), between.words  # the metric may stand between: "57 on the Index for S"
    if sort := OF_A_SORT.search(between.text):
        cleaned, words = cleaned[: -len(sort["sort"].split())], words[: -len(sort["sort"].split())]
    if len(cleaned) > 1 and cleaned[-1] in ARTICLES:
        cleaned.pop()
    last = [w for w in words[-2:] if w not in ARTICLES][-1:]  # "5 GB of memory, S" is not of S
    model = mark.id is None or sentence.vocabulary.subjects[mark.id].kind == "model"
    measured = (cleaned == ["with"] and quantity.dimension in ("speed", "money")) or (  # "I got 38 t/s with S", "$25 with S"
        cleaned == ["on"] and model and quantity.dimension == "speed"
    )
    short = quantity.scaled and sentence.scene.text[quantity.end - 1] in "kKMBT"
    held = cleaned == ["in"] and short and not sentence.is_product(mark.id)  # "8K in S"
    if (
        own == bracket
        and not rivals
        and not between.figures
        and cleaned
        and last == cleaned[-1:]
        and (cleaned[-1] in OF or measured or held)
        and not (mark.object and (cleaned[-1] == "from" or AHEAD_OF.search(between.text)))
        and not (cleaned[-1] == "to" and ITS_FIGURE.match(sentence.scene.text, mark.end))
        and len(cleaned) <= 4
        and ":" not in between.text
    ):
        if held:
            return 8.1, "q for S"  # "from 8K in S to 128K in T"
        if cleaned[-1] == "for" or (cleaned == ["of"] and mark.id) or measured:  # "700 million users of S"
            return 8.0, "q for S"
        return (6.3 if set(cleaned) <= ON | LINKS else 4.0), "q for S"
    if mark.object or rivals or anothers(sentence, quantity, mark) or ITS_FIGURE.match(scene.text, mark.end):
        return 0.5 - 0.1 * len(between.words), "S after q"
    if cleaned[-1:] == last == ["for"] and between.whole:  # "42 without tools and 50 with tools for S"
        return 5.0, "S after q"
    if between.only(r"(?:[^.;:()]|\.(?=\d))*, (?:the )?[*_\"“]*") and OPENING.match(scene.text, sentence.start, quantity.start):
        return 5.6, OPENED
    same = sentence.same_clause(quantity.start, mark.start)
    if bracket and own != bracket:
        return 0.5, "S after q"  # brackets look back
    return (3.2 if same else 2.2) - 0.1 * len(between.words) - 0.8 * between.figures, "S after q"
