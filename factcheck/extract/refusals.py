"""Quantities that are no figure about a subject: shares, changes, totals, numbers of things, counts of something unnamed."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.extract.forms.fitting import low
from factcheck.extract.forms.size_forms import likened
from factcheck.extract.names.phrases import FOLLOWERS
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.others_figures import of_others
from factcheck.extract.owned_shares import owned, solved
from factcheck.extract.relations.differences import difference_form
from factcheck.extract.shared_sums import of_each, of_the_former, together
from factcheck.extract.subject_owners import of_machine
from factcheck.patterns import compile_re

# "61% of users", "20% more", "9% discount": of something else, or a change.
SHARE = compile_re(
    r"\s?(?:of|share|chance|discount|off|cut|reduction|increase|decrease|drop|jump|rise|gain|growth|improvement|boost"
    r"|more|less|fewer|faster|slower|cheaper|higher|lower|better|smaller|larger|bigger|longer|shorter|greater|worse"
    r"|ahead|behind|stake|owned|probability|likelihood|uptime|weighted?|input|output)\b"
)
POINTS = compile_re(r"(?:[ -]percentage)?[ -]points?\b")
MOVED = compile_re(
    r"\b(?:jump(?:s|ed|ing)?|rose|rises|rising|climb(?:s|ed|ing)?|improv(?:es|ed|ing)|f[ae]ll|falls|falling|drop(?:s|ped|ping)?|grew|slid"
    r"|slipped|surged|leaps|leapt|leaped|tumbled|added|adds|adding|shed|picked up)"
    r" (?:(?:by|about|around|roughly|nearly|almost|over|more than|another|some|just|only) )*[*_]*$",
    re.IGNORECASE,
)
AHEAD = compile_re(
    r" (?:(?:index|percentage|full|whole|entire|Elo) )?(?:points? )?"
    r"(?:ahead of|behind|higher|lower|above|below|better|worse|clear of|short of|shy of|adrift of|more than|less than|fewer)\b"
    r"|(?:[- ](?:percentage[- ])?points?)? (?:lead|gap|edge|advantage|improvement|increase|jump|gain|deficit|drop)\b"
    r"|(?: (?!on |in |at |for |with |and |of )[\w.-]+){1,3} gap\b"
)
OVER_NAME = compile_re(r" (?:over|ahead of|clear of) (?:the )?(?=[A-Z])")  # "1.2 points over S and 1.3 over T"
CHANGED = compile_re(
    r"\b(?:by|within|gain(?:s|ed|ing)?|los(?:t|es|e|ing)|another|an additional"
    r"|(?<!racks )(?<!racked )(?<!puts )(?<!put )(?<!rings )(?<!rang )(?<!chalks )(?<!chalked )(?<!ends )(?<!ended )up|down"
    r"|(?<!pulls )(?<!pulled )off"
    r"|(?:difference|gap|lead|margin|increase|drop|improvement|advantage) of)"
    r"(?: (?:to within|about|around|roughly|nearly|almost|over|more than|a|an|just|only))* [*]*$",
    re.IGNORECASE,
)
# "eats up 300 MW", "racks up millions of downloads": nothing has changed
USES_UP = compile_re(
    r"\b(?:rack|eat|ate|mak|made|tak|took|add|sign|set|pick|scoop|snap|buil|chew|us|soak|suck|gobbl|clock|notch|hoover|pil|serv|offer"
    r"|rustl|drum)"
    r"[a-z]* up (?:(?:about|around|roughly|nearly|almost|over|more than|a|an|just|only) )*[*]*$"
)
# "used by 3 million people", "backed by 40 companies": who does it, and no difference
AGENTS = compile_re(r" (?:[a-z-]+ )?(?:people|users|developers|customers|companies|businesses|teams|engineers|students|organi[sz]ations)\b")
OFFERED = compile_re(r"\b(?:offer(?:s|ed|ing)|bid(?:s|ding)?)(?: (?:about|around|roughly|nearly|over|more than|up to|an?|some))* [*]*$")
BY = compile_re(r"\bby (?:(?:about|around|roughly|nearly|almost|over|more than|some|up to|another) )*[*]*$", re.IGNORECASE)
MORE_THAN = compile_re(r"(?: dollars)? (?:more|less|higher|lower)(?: (?:per|a|for|in|on) (?:[\w-]+ ){1,4}?| )than\b")
YEAR_FROM = compile_re(r"\b(?:19|20)\d\d ?[-–—/] ?$")
YEAR_TO = compile_re(r" ?[-–—/] ?(?:20)?\d\d\b(?![\d,.]\d)")
TOTAL = compile_re(
    r"(?:\d[\d.,]*(?:st|nd|rd|th| ?(?:[kKMBT]|thousand|million|billion|trillion))? (?:out )?"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten) out )of"
    r" (?:the |its |their |all )?[*]*$",
    re.IGNORECASE,
)
UNIT_OF = compile_re(r"\b(?:per|each|every) [*]*$", re.IGNORECASE)
PRICED = compile_re(
    r"(?:[$€£¥]\d|\b(?:dollars?|cents?|euros?)\b)[^.;]{0,24} for (?:(?:one|every|each) )?$"
)  # "a dollar for a million tokens"
OF_ALL = compile_re(r"\b(?:of|among|between) (?:the|these|those|all) $", re.IGNORECASE)  # "the cheapest of the four"
EARNED = compile_re(r"(?: in [a-z]+)? (?:for|on|per) (?:(?:each|every) )?(?:dollar\b|\$1\b)")  # "$1.69 for every dollar it earns"
SAMPLE = compile_re(
    r"\b(?:(?:stud(?:y|ies)|surveys?|samples?|polls?|panels?|cohorts?) of|survey(?:ing|ed|s)|poll(?:ing|ed)|interview(?:ing|ed))"
    r" (?:(?:more than|about|over|around|roughly|nearly) )?$",
    re.IGNORECASE,
)
OWNS = compile_re(r"['’]s\b")  # "from 4.7's 64%"
COMBINED = compile_re(r" combined\b")
NUMBERED = compile_re(
    r"\b(?:top|first|last|past|next|previous|number|No\.|rank(?:s|ed)?|Tier|Level|Phase|Part|Step|Stage|Section|Chapter|Figure|Table"
    r"|Page|(?-i:Tiers|Levels|Phases|Parts|Steps|Stages|Sections|Chapters|Figures|Tables|Pages)|Series|Version|Episode|Issue|Week|Day"
    r"|Volume|Act|Q)[ -](?:\d{1,2} ?(?:[-–—&,/]|to|and) ?)?$",
    re.IGNORECASE,
)
DAY = compile_re(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\.? $"
)
AGE = compile_re(
    r"\b(?:users|people|children|teens|teenagers|minors|kids|adults|customers|those|anyone|accounts)"
    r" (?:under|over|aged|above|below|(?:older|younger) than)(?: the age of)? $",
    re.IGNORECASE,
)
# "prompts over 200K tokens cost more": where a price changes, no figure of the model.
BEYOND = compile_re(
    r"\b(?:prompts?|inputs?|requests?|contexts|context(?= lengths)|conversations?|queries|documents?)(?: lengths?)?"
    r" (?:is |are )?(?:over|above|under|below|beyond|exceed(?:s|ing)?|(?:longer|shorter|larger|smaller|greater|less|more) than) $",
    re.IGNORECASE,
)
# "faster (8 threads)": how it was measured, in brackets.
SHOTS = compile_re(r"[- ]shots?\b")
SET_UP = compile_re(r" (?:CPU )?(?:threads?|shots?|runs|trials|seeds|samples|attempts|repetitions|iterations|streams)\b")
WITH = compile_re(r"\b(?:[Ww]ith|[Uu]sing|[Oo]ver|[Aa]cross|[Aa]veraged? (?:of|over)|(?:mean|median|best) of) $")
BLEND = compile_re(r"\bblend(?:ed|s)?\b|\bweighted (?:average|price|cost)\b", re.IGNORECASE)  # of the prices of input and output
SPENT = compile_re(r"\bspend(?:s|ing)?(?: (?:about|around|roughly|over|up to|just|only|another))* $", re.IGNORECASE)
# "6.4 GB at 8K context": with how much of it something was measured.
AT = compile_re(r"(?:\b(?:at|with)|@)(?: (?:an?|the|full))? ?$", re.IGNORECASE)
AT_LENGTH = compile_re(
    r"(?:^|[^\w ] ?|\b(?!(?:out|capped|caps?|stands?|stays?|stayed|remains?|sits?|set|listed|limited|windows?|lengths?|limits?|context"
    r"|sizes?|starts?|starting|stops?|ends?|fixed|pegged|kept|held|is|was|are|were|priced|comes?|came|maxed|max|peaks?)\b)[\w%’'-]+ )"
    r"(?:[Aa]t|[Aa]bove|[Bb]elow|[Bb]eyond|[Pp]ast)(?: (?:an?|the|full|up to|around|about))* [*~]*$"
)
CONTEXT = compile_re(r"(?:[ -]tokens?)?(?: of)?[ -](?:input |prompt )?(?:context|ctx)\b", re.IGNORECASE)
# "scores 69% on M with 128K context", "76% at 192K": of how much text a result is
LENGTH_READ = compile_re(r"[*_]*(?: on (?:the )?[\w.’'-]+(?: [\w.’'-]+){0,3})?[*_]* (?:at|with|@) (?:(?:an?|the|full|up to) )*[*_]*")
NO_WINDOW = compile_re(r"(?: tokens?)?(?: (?:of )?(?:input |prompt )?(?:context|ctx|length))?[*_]*(?=[.,;:)]|$| (?:and|but|while|vs)\b)")
SUM = compile_re(r"\d[^=;]{0,30} \+ [^=;]{0,40}\d[^=;]{0,30}= [*~]*$")  # "$5 + $25 = $30"
NUMBERED_NAME = compile_re(r"[A-Za-z] (\d{4})$")
# "Above 1,000 t/s, the network is the limit"
CHANGES = compile_re(r"\W*(?:Above|Below|Beyond|Past|Over|Under)(?: (?:about|around|roughly|some))? *[~≈$]?")
LEADS = compile_re(r"(?: [\w-]+){0,4}?,| (?:it|the|a|you|most|there)\b")
COUNTED = compile_re(r"[ \u00a0-][\"“*]*(?:[A-Z][\w.-]* ){0,2}([a-z]+|[A-Z]{2,5}s\b|(?<=[\"“])\w+)")
# "cut S's latency 22%": by how much.
CUT = compile_re(
    r"\b(?:cuts?|cutting|reduc(?:es|ed|ing)|lower(?:s|ed|ing)|slash(?:es|ed|ing)|boost(?:s|ed|ing)|shav(?:es|ed)|rais(?:es|ed))"
    r"(?: (?!(?:to|at|on|of|from|by|and|in)\b)[\w.'’-]+){1,4} $"
)
EACH_WITH = compile_re(r"\b[a-z]+s, each (?:with|of|having|has|holding|carrying|packing|running|containing)[^.,;]{0,24}$")


def refusal(sentence: Sentence, quantity: Quantity) -> str | None:
    """Why a quantity is no figure about a subject at all, None if it may be one."""
    text = sentence.scene.text
    after, before = text[quantity.outer_end : quantity.outer_end + 24], text[max(0, quantity.outer_start - 24) : quantity.outer_start]
    beside = quantity.start if quantity.dimension == "number" else quantity.outer_start  # "over the past nine months" is a time
    if quantity.dimension in ("number", "time") and NUMBERED.search(text, max(0, beside - 24), beside):
        return "a rank or the number of something"
    if quantity.dimension == "percent" and SHARE.match(after) and not solved(sentence, quantity) and not owned(sentence, quantity):
        return "a share, a change or a difference"
    if quantity.dimension in ("points", "percent", "number", "elo") and (
        AHEAD.match(after) or (CHANGED.search(before) and not USES_UP.search(before) and not AGENTS.match(after))
    ):
        return "a difference"
    if quantity.dimension == "percent" and CUT.search(text, sentence.start, quantity.outer_start):
        return "a share, a change or a difference"
    if POINTS.match(text, quantity.end) and MOVED.search(before):
        return "a difference"
    if quantity.dimension in ("money", "speed") and (BY.search(before) or MORE_THAN.match(text, quantity.outer_end)):
        return "a difference"
    if quantity.dimension in ("number", "percent") and not quantity.scaled and OVER_NAME.match(text, quantity.end):
        return "a difference"
    if difference_form(sentence, quantity) in ("n points ahead", "within n", "next of n"):
        return "a difference"
    opens = quantity.start == 0 and quantity.dimension == "number" and not quantity.scaled
    if opens and (patterns.match(r"[:.)]\s", after) or ("." in text[: quantity.end] and patterns.match(r" [A-Z][a-z]", after))):
        return "the number of a heading or item"  # "4.2 Mixture of Experts"
    if quantity.dimension == "number" and OWNS.match(after):
        return "the version of something"
    if quantity.dimension == "percent" and COMBINED.match(after):
        return "what several have together"
    if quantity.dimension in ("money", "number") and together(sentence, quantity):
        return "what several have together"
    if quantity.year and (YEAR_FROM.search(text, max(0, quantity.start - 8), quantity.start) or YEAR_TO.match(text, quantity.end)):
        return "a year"
    if CHANGES.fullmatch(text, sentence.start, quantity.start) and LEADS.match(text, quantity.outer_end):
        return "where something changes"
    if of_others(sentence, quantity):
        return "what all have that are named before the brackets"
    if likened(sentence, quantity):
        return "the size of models in general, or of what a model is set against"
    if quantity.dimension == "number" and (
        SHOTS.match(after) or (SET_UP.match(after) and (sentence.scene.bracket(quantity.start) or WITH.search(before)))
    ):
        return "how something was measured"
    nearer = text[max(0, quantity.start - 48) : quantity.start]  # with its hedge
    if quantity.dimension == "number" and not quantity.scaled and (DAY.search(nearer) or AGE.search(nearer)):
        return "a day or an age"
    if quantity.dimension in ("number", "tokens") and BEYOND.search(nearer):
        return "where a price or a limit changes"
    if EACH_WITH.search(text, sentence.start, quantity.outer_start):
        return "what those have that are counted"
    if quantity.dimension == "money" and of_each(sentence, quantity):
        return "what those have that are counted"
    if quantity.dimension == "money" and blended(sentence, quantity):
        return "a blend of prices"
    if quantity.dimension == "money" and not quantity.scaled and SPENT.search(before):
        return "what somebody spends"
    if quantity.dimension in ("number", "tokens") and (UNIT_OF.search(before) or PRICED.search(text, sentence.start, quantity.start)):
        return "what a price or a rate is per"
    if quantity.dimension == "number" and quantity.words and low(quantity.value) < 13 and OF_ALL.search(before):
        return "how many there are"
    if quantity.dimension == "money" and EARNED.match(text, quantity.outer_end):
        return "what a price or a rate is per"
    if quantity.dimension == "money" and quantity.scaled and OFFERED.search(before):
        return "what somebody offers"
    if quantity.dimension == "bytes" and of_machine(sentence, quantity):
        return "what a machine has"
    if SAMPLE.search(before):
        return "the size of a sample"
    whole = TOTAL.search(text, max(0, quantity.outer_start - 24), quantity.outer_start)
    if whole and not any(s.start < whole.start() < s.end for s in sentence.subjects):
        return "the whole of which a part is given"
    if quantity.dimension == "ratio":
        return "a ratio"
    if text[quantity.start : quantity.end] in sentence.vocabulary.own(numbered_things) and not counts_something(sentence, quantity):
        return "the number in something's name"
    if (
        quantity.signed
        and quantity.dimension in ("number", "points", "percent")
        and text[quantity.start] == "+"
        and not signed(sentence, quantity)
    ):
        return "a difference"
    return None


def blended(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the first price of a sentence, and with it all others, is said to be a blend, for which there is no metric."""
    blend = BLEND.search(sentence.scene.text, sentence.start, quantity.start)
    if not blend or any(m.id and m.start < blend.end() and blend.start() < m.end for m in sentence.metrics):
        return False
    return not any(q.dimension == "money" and q.start < blend.start() for q in sentence.quantities)


def summed(sentence: Sentence, quantity: Quantity) -> str | None:
    """Why a figure is none of its own that only sums up those before it, or says where they hold; None for any other."""
    text, bracket = sentence.scene.text, sentence.scene.bracket(quantity.start)
    if of_the_former(sentence, quantity):
        return "what several have together"
    if bracket and text[quantity.start] in "≤<>≥" and any(q.dimension == "money" and q.end <= bracket[0] for q in sentence.quantities):
        return "where a price holds"
    in_context = CONTEXT.match(text, quantity.end)
    if in_context and AT_LENGTH.search(text[sentence.start : quantity.start]):
        return "how something was measured"
    if in_context and AT.search(text, sentence.start, quantity.outer_start):
        before = [q for q in sentence.quantities if q.end <= quantity.start]
        if any(q.dimension in ("bytes", "speed", "time") for q in before):
            return "how something was measured"
    scores = [
        q for q in sentence.quantities if q.end <= quantity.start and q.dimension in ("percent", "number", "points") and not q.scaled
    ][-1:]
    if (
        quantity.scaled
        and any(LENGTH_READ.fullmatch(text, q.outer_end, quantity.outer_start) for q in scores)
        and NO_WINDOW.match(text, quantity.end)
    ):
        return "how something was measured"
    if (
        text[quantity.start - 1 : quantity.start] == "["
        and text[quantity.end : quantity.end + 1] == "]"
        and text[quantity.start - 2 : quantity.start - 1].strip()
    ):
        return "the number of a note"
    sums = quantity.dimension in ("money", "number") and SUM.search(sentence.scene.text, sentence.start, quantity.outer_start)
    return "a sum of the figures before it" if sums else None


def signed(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a plus before a number is a sign: the last metric named before it can be negative."""
    before = [m for m in sentence.metrics if m.id and not m.weak and m.end <= quantity.start]
    limits = sentence.vocabulary.metrics[before[-1].id or ""].range if before else None
    return limits is not None and limits[0] < 0


def numbered_things(vocabulary: Vocabulary) -> frozenset[str]:
    """The long numbers on which names of products end, and which stand for them: "a 4090"."""
    names = (name for s in vocabulary.subjects.values() if s.kind == "product" for name in (s.name, *s.aliases))
    return frozenset(m[1] for name in names if (m := NUMBERED_NAME.search(name)))


def counts_something(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a bare number is followed by a word for what it counts."""
    following = COUNTED.match(sentence.scene.text, quantity.outer_end)
    if following and following[1] == "of" and any(s.start == following.end() + 1 for s in sentence.subjects):
        return False  # "79 vs 75 of S"
    return quantity.dimension == "number" and following is not None and following[1] not in FOLLOWERS
