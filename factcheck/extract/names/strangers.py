"""Companies that the vocabulary lacks, by what they are said to do: "Foobar raised $5 million", "a Korean startup has 40 employees".

Their figures are nobody's whom the ledger knows, nor is what the next sentences say of "it" and "the company".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.extract.names.scene import SubjectMark
from factcheck.patterns import compile_re

WORD = r"(?:(?![\w-]+-(?:based|backed|owned|led)\b)[A-Z][\w&’'-]*[\w&]|[a-z]{1,2}[A-Z]\w+)(?:\.(?:ai|io|com|dev|app))?"
NAME = rf"(?-i:{WORD}(?: (?:{WORD}|of|&)){{0,3}})"
HELD = (
    r"(?:employees|people|staff|users|customers|subscribers|developers|engineers|offices|downloads|businesses|clients|researchers|workers"
    r"|weekly|monthly|daily|paying|active)"
)
FIGURE = rf"(?=[^.;:]{{0,40}}?(?:[$€£] ?\d|\d[\d.,]*\+?(?: (?:thousand|million|billion)|[kKMB]\b)?\+? (?:[\w-]+ ){{0,2}}{HELD}\b))"
ADVERBS = r"(?: (?:\w+ly|also|now|just|already|alone|itself))*+"
DOES = (
    r"(?:rais(?:ed|es|ing)|secur(?:ed|es|ing)|clos(?:ed|es|ing)|land(?:ed|s)|bag(?:ged|s)|nab(?:bed|s)|nets?|netted|snags?|snagged|employ(?:s|ed)"
    r"|earn(?:s|ed)|los(?:es|t)|spen(?:t|ds)|generat(?:es|ed)|reach(?:es|ed)|hits?|has|had|counts|serv(?:es|ed)|boast(?:s|ed)|post(?:s|ed)"
    r"|report(?:s|ed)|made|makes|(?:is|was) (?:\w+ )?(?:valued|worth)|is raising|crosse[sd]|passe[sd]|surpasse[sd]|tops|topped)"
)
RAISES = r"(?:rais(?:ed|es|ing)|secur(?:ed|es|ing)|bag(?:ged|s)|nab(?:bed|s)|nets?|netted|snags?|snagged|land(?:ed|s)|clos(?:ed|es))"
BUSINESS = (
    r"(?:(?:annual|latest|recurring|weekly|monthly|total|new|last|current|net|post-money) )*(?:revenues?|valuation|ARR|funding|headcount"
    r"|market (?:cap|value)|sales|users|customers|employees|workforce|loss(?:es)?|profits?|backers|Series [A-H]|round)\b"
)
# In the middle of a sentence, or behind the word for what it is, a capital tells a name.
WITHIN = rf"(?<= )(?=[A-Z]|[a-z]{{1,2}}[A-Z])(?:(?<=[a-z,;)] )|(?<=\bAI )|(?<=[—–] ))(?P<name>{NAME})"
NO_PLACE = "".join(rf"(?<!\b{word} )" for word in ("in", "of", "at", "from", "by", "for", "to", "with", "on", "across", "and", "or"))
WITHIN_NO_PLACE = WITHIN.replace("(?P<name>", f"{NO_PLACE}(?P<name>")
FIRST_WORDS = (
    r"(?:Investors?|Founders?|Startups?|Companies|Firms|Labs|Rivals?|Backers|Others?|Both|Neither|Each|All|Some|Many|Most|Several|They|He|She|It"
    r"|We|You|I|This|That|These|Those|The|A|An|Its|Their|His|Her|Our|My|Who|Which|What|Revenues?|Sales|Funding|Shares|Users|Customers"
    r"|Now|Then|Here|There|Today|If|When|While|After|Before|As|In|On|At|For|With|By|From|But|And|So|Yet|Also|Still|Not|No|Already|Reportedly"
    r"|Series|Round|News|Deal|Deals|Recently|Since|Last|Next|Late|Early|Demand|Growth|One|Two|Three)\b(?!\.[a-z])"
)
FIRM = r"(?:startup|start-up|company|firm|lab|unicorn|chipmaker|scaleup|spin-?off|developer|maker|provider)"


FOUNDED = r"(?:co-?)?founded|launched|started|established|headquartered|based|valued|backed (?:by|with)"
OPENS = r"(?:\A\W{0,4}|(?<=[.!?] )|(?<=\n)\W{0,4})"
THE_ONE = r"(?:The|This|That|Its|Their|Our|Which|the|this|that|its|their|our|which|as|by|for)"
# What tells an unknown company; its name is the group of that name.
TELLS = (
    ("does", compile_re(rf"{WITHIN_NO_PLACE}(?:, [^.,;:()]{{3,60}},)?{ADVERBS} {DOES}{FIGURE}")),
    ("which does", compile_re(rf"{WITHIN}, (?:which|who)(?: [^.,;:()]{{3,60}},)?{ADVERBS} {DOES}{FIGURE}")),
    ("has", compile_re(rf"{WITHIN}['’]s? {BUSINESS}")),
    (
        "opens and raises",
        compile_re(rf"{OPENS}(?P<name>(?!{FIRST_WORDS}){NAME})(?:, (?:which|who))?(?: (?:has|have|had|is))?{ADVERBS} {RAISES}{FIGURE}"),
    ),
    ("opens and was founded", compile_re(rf"{OPENS}(?P<name>(?!{FIRST_WORDS}){NAME}), (?:{FOUNDED})\b{FIGURE}")),
    ("opens and has", compile_re(rf"{OPENS}(?P<name>(?!{FIRST_WORDS}){NAME})['’]s? {BUSINESS}")),
    ("is valued", compile_re(rf"\b(?:values?|valued|valuing) (?P<name>{NAME}) at\b")),
    (
        "some company",
        compile_re(
            rf"(?:{OPENS}|(?<=[:,] ))(?P<name>(?!{THE_ONE} )(?:(?:An?|One|Another|an?|one|another) )?"
            rf"(?:(?!(?:the|its|our|their)\b)[\w’'-]+ ){{0,4}}{FIRM})"
            rf"(?: (?:with|from|in|of|out of|based in) [^.,;:()]{{3,40}}?)?{ADVERBS} {DOES}{FIGURE}"
        ),
    ),
)
OF_OWNERS = ("has", "opens and has")
TIME = compile_re(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|Q[1-4]|[A-Z][a-z]+day")
FIGURES = compile_re(r"[$€£]|\d[^.;:]{0,20} " + HELD)
OWNED = compile_re(rf"['’]s? {BUSINESS}")


def strangers(text: str, free: Callable[[int, int], bool]) -> Iterator[SubjectMark]:
    """The marks of the companies in a text that nobody knows; `free` tells whether a stretch of it is not yet spoken for."""
    figures, owned = FIGURES.search(text), OWNED.search(text)
    found: list[tuple[int, int]] = []
    for name, pattern in TELLS if figures or owned else ():
        if not (owned if name in OF_OWNERS else figures):
            continue
        for m in pattern.finditer(text):
            start, end = m.span("name")
            if free(start, end) and not TIME.match(text, start) and not any(a < end and start < b for a, b in found):
                found.append((start, end))
                yield SubjectMark(start, end, None, m["name"], unknown=m["name"].split()[-1][0].isupper())
