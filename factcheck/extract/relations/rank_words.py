"""Words that are a rank: "#4", "top 5", "fifth-highest", "ranks second", "took first place", "tops the leaderboard", "SOTA on"."""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.extract.numbers.number_words import SMALL
from factcheck.patterns import Table
from factcheck.values import Op

ORDINAL = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
NTH = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)"
LATER = NTH.removeprefix("first|")
COUNT = r"\d{1,3}|three|four|five|six|seven|eight|nine|ten|twenty"
BOARD = (
    r"(?:leaderboards?|rankings?|index|indices|indexes|charts?|list|arena|table|standings|benchmarks?|(?:app|play) store"
    r"|market|segment|category|field|pack)"
)
# What has a top that nobody ranks on.
NO_BOARD = (
    r"(?:page|stack|funnel|mind|file|article|screen|line|range|class|game|head|hour|food|pyramid|post|prompt|context|scale|document|market)"
)

# "State-of-the-art systems": several others are at the top, or what somebody uses is.
OF_OTHERS = (
    r"(?! (?:[\w-]+ ){0,3}?(?:models|systems|methods|solutions|baselines|approaches|techniques|competitors|rivals|LLMs|MLLMs|VLMs|agents"
    r"|alternatives|counterparts|algorithms|architectures)\b)"
)
MOST = r"(?:highest|lowest|largest|longest|shortest|smallest|biggest|fastest|slowest|cheapest)"
TAKES = (
    r"(?:takes?|took|taken|taking|claims?|claimed|claiming|holds?|held|holding|captur(?:es?|ed|ing)|secur(?:es?|ed|ing)"
    r"|earn(?:s|ed|ing)?|seiz(?:es?|ed|ing)|grabs?|grabbed|snagged|nabbed|landed|lands|achiev(?:es?|ed|ing))"
)
# Coming to a place, also by driving another from it, coming back to it, being there.
REACHES = (
    r"(?:re(?:gain|claim|captur|tak)(?:s|es?|ed|en|ing)|retook|retain(?:s|ed|ing)?|w[io]ns?|won|keeps?|kept|occup(?:y|ies|ied)"
    r"|(?:return|mov|climb|jump|ris|vault|leap|surg)(?:s|es|ed|ing|t)?(?: [A-Z][\w.-]*)? (?:back )?(?:in)?to|(?:rose|shot|back) (?:in)?to"
    r"|(?:displac|dethron|unseat|knock|oust|bump|push|dislodg)(?:es|ed|ing|s) (?-i:[A-Z])[^.;:()%]{1,40}? (?:from|off|out of)"
    r"|(?:sits?|sitting|is|are|was|remains?|stays?|still|firmly) in)"
)

# (name, pattern with the rank as written in group "r", rank where the words do not say it)
PATTERNS: tuple[tuple[str, str, int | None], ...] = (
    (
        "#n",
        r"(?<![\w&/])(?<!\bissue )(?<!\bPR )(?<!\bstep )(?<!\btip )(?<!\bepisode )(?P<r>#\d{1,3})(?!\w|\.\d)(?!\s?(?:reasons|things|tips))",
        None,
    ),
    (
        "top n",
        rf"\b(?:in|into|among|one of|within|placing|ranks?|ranked|cracks|cracked|breaks|makes|made|joins|joined|reached|enter(?:s|ed)|held"
        rf"|holding)(?: [“\"]?(?:the|a|its))? (?:\w+ )?[“\"]?"
        rf"(?P<r>top[ -](?:{COUNT}))\b(?! ?%| percent| per cent)"
        r"(?! (?:reasons|takeaways|stories|tips|papers|things|picks|questions|ways|trends|news|features))",
        None,
    ),
    (
        "top-n placements",
        rf"\b(?P<r>top[ -](?:{COUNT}))[”\"]? (?:placements?|finish(?:es)?|spots?|positions?|rank(?:ing)?|score|globally|overall"
        rf"|worldwide|result|across (?:all|every|both|most))\b",
        None,
    ),
    (
        "nth-most",
        rf"\b(?P<r>(?:{NTH})[- ](?:most|highest|best|largest|lowest|fastest|biggest|cheapest|strongest|smallest|longest|top))\b(?=[- ]\w)",
        None,
    ),
    ("nth-ranked", rf"\b(?P<r>{NTH})(?=-ranked\b|-placed\b|[- ]place\b|[- ]rank(?:ing)?\b)", None),
    (
        "ranks nth",
        rf"\b(?:ranks?|ranked|ranking|places|placed|placing|finish(?:es|ed)?|c(?:ame|omes?|oming) in|landed|lands|sits|sitting"
        rf"|stands|debut(?:s|ed)|enter(?:s|ed)|listed|is|are|was)"
        rf" (?:it |them )?(?:at |in |as )?(?:(?:only|just|a distant|a close|a solid|still|now|joint|tied) )?(?:the )?(?P<r>{NTH}"
        rf"|number[ ‑-](?:one|two|three|four|five|\d{{1,2}})"
        rf"|[Nn]o\. ?\d{{1,2}})\b(?! and (?:foremost|only|last)\b)(?= (?:on|in|among|overall|globally|worldwide|out of|of|behind|with|at"
        r"|across|and|but|while|again)\b| \([~*]*\d|[,.;:)*]|$)",
        None,
    ),
    (
        "nth and nth",
        rf"(?:\b(?:{NTH})|#\d{{1,3}})\b[^.;,]{{0,30}}? and (?P<r>{NTH}|#\d{{1,3}})(?= (?:among|on|overall|in the)\b)",
        None,
    ),
    (
        "number one on",
        r"\b(?P<r>number[ ‑-](?:one|two|three|\d{1,2})|[Nn]o\. ?\d{1,2})(?= (?:spot|position|rank|place|on|among|in the)\b"
        r"| (?:[\w-]+ ){0,3}?(?:models?|assistants?|apps?|providers?|chips?|tools?|products?|compan(?:y|ies)|chatbots?|labs?)\b)",
        None,
    ),
    (
        "at number one",
        r"\b(?:at|as|to|is) (?P<r>number[ ‑-](?:one|two|three|four|five|\d{1,2})|[Nn]o\. ?\d{1,2})(?= with\b|[.,;:)]|$)",
        None,
    ),
    (
        "ranked S nth",
        rf"\b(?:rank(?:s|ed)|plac(?:es|ed)|put|puts|listed) (?:(?-i:[A-Z])[\w.+-]*(?: [\w.+-]+){{0,3}}?) (?:at |in )?"
        rf"(?P<r>{NTH}|number[ ‑-](?:one|two|three))\b(?= (?:on|in|among|overall|out of|of|behind|with|across)\b|[,.;:)*\]]|$)",
        None,
    ),
    (
        "from nth to nth",
        rf"\bfrom [*]*(?:{NTH}|#\d{{1,3}})[*]*(?: place)? to [*]*(?P<r>{NTH}|#\d{{1,3}})(?= (?:place|on|in|among|overall"
        rf"|with)\b|[,.;:)*]|$)",
        None,
    ),
    (
        "moves to nth",
        r"\b(?:climb|ris|rose|mov|jump|slip|f[ae]ll|drop|slid|sink|sank|tumbl|leap|vault|surg|bump|push|shot|creep|crept|inch|went)\w*"
        r"(?: (?:back|straight|down|up|further|(?:an?|one|two|three|four|five|six|several|a few|\d+) (?:places?|spots?|positions?)))*"
        rf"(?: from (?:the )?(?:{NTH}|#\d{{1,3}}|top|number \w+)(?: (?:place|spot))?)? (?:in)?to (?:the )?"
        rf"(?P<r>{NTH}|#\d{{1,3}}|number (?:one|two|three|four|five|\d{{1,2}})|[Nn]o\. ?\d{{1,2}})"
        r"(?= (?:place|spot|position|rank|on|in|among|overall|with|after|behind|and|but|while|this|from|as|ahead)\b|[,.;:)]|$| ?[—–])",
        None,
    ),
    ("at nth overall", rf"\b(?:at|in) (?:the )?(?P<r>{NTH}|#\d{{1,3}})(?= overall\b)", None),
    (
        "in brackets",
        rf"\((?:tied |joint |ranked |currently |now )?(?P<r>{NTH}|#\d{{1,2}})(?:[- ]place)?"
        rf"(?: (?:overall|globally|of \d+(?: \w+)?|(?:among|on|in) [^().;]{{2,40}}))?(?=\))",
        None,
    ),
    ("rank in brackets", r"\((?:rank|position|place) (?:no\. ?|#)?(?P<r>\d{1,3})(?=\))", None),
    ("first in brackets", rf"\((?:tied |joint )?(?P<r>{NTH}|#\d{{1,2}})(?:[- ]place)?(?=, [~$]?\d)", None),
    (
        "nth, aside",
        rf"[,;] (?:and |but |yet )?(?:only |just )?(?P<r>{NTH})(?= (?:among|overall|behind)\b| (?:on|in) (?:the |their "
        rf"|our )(?:[\w.-]+ ){{1,4}}?{BOARD}\b)",
        None,
    ),
    (
        "atop",
        rf"\b(?P<r>atop)(?= (?:the|its|their|all|both) (?:[\w'’.-]+ ){{0,4}}?{BOARD}\b| (?-i:[A-Z])[\w.]*(?: [\w.]+){{0,3}}? {BOARD}\b)",
        1,
    ),
    ("second only to", r"\b(?P<r>second only to)\b", 2),
    (
        "first place",
        rf"\b{TAKES}(?: over| back)? (?:the |a )?(?:[\w-]+ )?(?P<r>top|first|number[ ‑-]one|lead|crown"
        r"|highest(?= (?:[\w-]+ ){0,2}rank(?:ing)?s?\b))(?: (?:place|spot|position|rank"
        rf"|slot))?\b(?! (?:developer|engineer|time|role|step|of|to|over|with|half|generation|look|author|investor)\b)",
        1,
    ),
    (
        "takes the top",
        rf"\b(?:{TAKES}|{REACHES})(?: over| back)? (?:the |its )?(?P<r>top|number[ ‑-]one)(?= (?:place|spot|position|rank|slot)\b"
        rf"| of (?:(?:the|its|all|both) )?(?:[\w'’.-]+ ){{0,4}}?{BOARD}\b)",
        1,
    ),
    (
        "tops the board",
        rf"\b(?<![-‑])(?P<r>tops|topped|topping|leads|led|leading|dominates|dominated)(?! to\b)(?= (?:(?:the|their|its|all|both|every|major"
        rf"|most|several|many|multiple|various) )?(?:[\w-]+ ){{0,4}}?{BOARD}\b)",
        1,
    ),
    (
        "leads on",
        r"(?<!that )(?<!this )(?<!which )\b(?P<r>leads|dominates|wins)(?= (?:on|in|at|across) (?!an?\b|(?:none|no|neither|nothing)\b"
        r"|(?:some|others?|many|most|several|few|merit|points)\b|the way|general(?! [a-z])|my"
        r"|our|your|his|her))",
        1,
    ),
    (
        "leads, alone",
        r"\b(?P<r>leads|wins|lead(?= with [~*]*\d))(?=[,;)]| (?:and|while|ahead of|followed by)\b| with [~*]*\d|[.)]?$|\. )",
        1,
    ),
    (
        "dominates tasks",
        r"\b(?P<r>dominates|leads)(?= (?:(?!(?:the|to)\b)[\w-]+ ){1,2}?(?:tasks|benchmarks|workloads)\b)",
        1,
    ),
    ("leads M", r"\b(?P<r>tops|topped|topping|leads|led)(?= )", 1),
    (
        "at the top",
        rf"\b(?:to|reached|reaches|hits?|at|on|is|remains|was) the (?:very )?(?P<r>top)(?= of (?!(?:the |its |my |your "
        rf"|a )?{NO_BOARD}\b)|$)",
        1,
    ),
    (
        "highest of any",
        r"\b(?P<r>highest|best|lowest|fastest)(?=,? (?:of any|of all|among all|on record|of the (?:group|bunch|three|four|five)"
        r"|(?:[\w-]+ )?(?:models?|systems?) (?:tested|measured|evaluated|benchmarked))\b)",
        1,
    ),
    ("highest, in brackets", rf"(?<=[\w%*] )\((?:the )?(?P<r>{MOST}|best)(?=(?: (?:[\w-]+ ){{0,2}}(?:scores?|results?|yet))?\))", 1),
    (
        "record",
        r"\b(?:sets?|setting|holds?|held|broke|breaks|breaking|establish(?:es|ed|ing)|achiev(?:es?|ed|ing)|reach(?:es|ed)"
        r"|delivers?|posts?|posted|with) (?:a |the |an )?(?:new )?(?:all-time |world |open-source |open )?"
        r"(?P<r>records?|state[- ]of[- ]the[- ]art|SOTA|high(?:est)? (?:score|mark))\b(?! (?:of|for the|label|revenue|quarter"
        rf"|sales|funding)\b){OF_OTHERS}",
        1,
    ),
    (
        "a record",
        r"(?:,|[—–-]|\() ?an? (?:new )?(?:all-time |industry |world )?(?P<r>record|(?<=new )(?:high|state[- ]of[- ]the[- ]art|SOTA))"
        r"(?: score| result| mark| high)?(?=[,.;:)]| ?[—–]|$| (?:for|among|by) )",
        1,
    ),
    (
        "best score on",
        rf"(?<!\bits )(?<!\btheir )(?<!\bour )\b(?:the |a )?(?:new )?(?P<r>(?:state[- ]of[- ]the[- ]art|SOTA){OF_OTHERS}|record|(?:top"
        r"|highest|best)(?= (?:[\w-]+ )??(?:scores?"
        r"|results?|accuracy|rating|performance|marks?|pass rate|value|win rate)))"
        r"(?: (?:high|score|scores|result|results|performance|accuracy|rating|overall|marks?|[\w-]+))*?(?= (?:on|for|in|across"
        r"|among|of any|of all) )",
        1,
    ),
    (
        "performs best",
        r"\b(?:performs?|performed|scores?|scored|did|does|works?|fares?|fared|ranks?|ranked)(?: the)? (?P<r>best"
        r"|highest)(?= (?:on|in|at|among|of|across|for)\b|[.,;]|$)",
        1,
    ),
    (
        "leader on",
        r"\b(?:the|a(?= (?:clear|new))) (?:clear |current |new |overall |undisputed |outright )?(?P<r>(?:market "
        "|category )?leader)(?= (?:on|in|for) )",
        1,
    ),
    ("leader, alone", r"\bthe (?:current|clear|undisputed|outright|present) (?P<r>leader)(?=[.,;:)]| (?:and|with|at|by)\b| \[|$)", 1),
    ("came nth", rf"\bc(?:ame|omes?|oming) (?P<r>{NTH})(?= (?:on|in|among|overall|behind|with)\b|[,.;:)]|$)", None),
    (
        "a place",
        rf"(?<=[\w)”*] )(?<!\b(?:the|for|and|per|its|our|his|her|any|off) )(?<!\b(?:at|on|in|of|an|as|or|by"
        rf"|my) )(?<!\ba )(?<!\b(?:this|that|each|from|with|late|than"
        rf"|year|week) )(?<!\b(?:every|their|quick) )(?P<r>{LATER})(?:[- ](?:place|spot|position))?"
        rf"(?=[,.;)]|$| (?:on|in|among|overall|behind|for|at|but|while|with|ahead)\b| and (?-i:[A-Z]))",
        None,
    ),
    ("runner-up", r"\b(?P<r>runner[- ]up)\b(?! (?:prize|award|to be)\b)", 2),
    (
        "nth on M, S",
        rf"(?m:^|(?<=[.;:] ))[\W_]{{0,3}}(?P<r>(?:{NTH})|#\d{{1,3}}|[Nn]o\. ?\d{{1,2}})(?: place| overall)?(?= (?:on|in|among"
        rf"|at) [^,.;:]{{3,50}}, (?:the )?[*]*(?-i:[A-Z]))",
        None,
    ),
    ("nth, item", rf"\A\W*(?:Ranked |Placed )?(?P<r>{NTH}|#\d{{1,3}})(?:[- ]place| overall)?(?= (?:on|in|among|behind|overall) )", None),
    (
        "on top",
        r"\b(?:c(?:ame|omes?|oming) out|back|remains?|stays?|still|finish(?:es|ed)) (?P<r>on top)(?= (?:in|on|of|at|across)\b|[.,;])",
        1,
    ),
    (
        "highest M",
        r"\bthe (?:(?:industry|world|market|field|class)['’]s )?(?P<r>highest|best|top|lowest)"
        r"(?= (?:[\w'’.-]+ ){1,4}?(?:scores?|results?|accuracy|rating|rate|latency|throughput)\b)",
        1,
    ),
    (
        "has the highest M",
        r"\b(?:ha[sd]|having|have|offer(?:s|ing)?|deliver(?:s|ed|ing)?|post(?:s|ed|ing)?|boast(?:s|ing)?|achiev(?:es?|ed|ing)"
        r"|record(?:s|ed|ing)"
        r"|carries|show(?:s|ed|ing)?|with|got|earn(?:s|ed|ing)?|h[eo]ld(?:s|ing)?|demonstrat(?:es?|ed|ing)|report(?:s|ed|ing)?"
        r"|register(?:s|ed|ing))"
        rf"(?: by far)?(?: the)? (?P<r>{MOST})(?= \w)",
        1,
    ),
    ("and highest M", rf"(?:\band|\bplus|,)(?: the)? (?P<r>{MOST})(?= \w)", 1),
    ("highest M: S", rf"(?m:^)\W*(?P<r>{MOST})(?= [^:.;|]{{3,40}}:)", 1),
    ("highest M, item", rf"(?:\A|: ?)[*_\s]*(?P<r>{MOST})(?= \w)", 1),
    ("best in class", r"\b(?P<r>best[- ]in[- ]class|class[- ]leading)(?= (?:[\w-]+ ){0,3}?(?:for|in|on|at|among)\b)", 1),
    ("leader of M", r"(?<=\w[ *])(?P<r>SOTA|state of the art|champion|leader|record)(?=[ *_]*(?:[(,;.]|$|at \d|with \d))", 1),
)
COMPILED = Table((((name, value), pattern) for name, pattern, value in PATTERNS), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank in a text: offsets of the words that say it, its value, "<=" for a "top n"."""

    start: int
    end: int
    value: int
    op: Op
    rule: str


def find_ranks(text: str, start: int, end: int) -> list[Rank]:
    """The ranks that `text[start:end]` states, in order.

    >>> [(r.value, r.op) for r in find_ranks("It ranks second, in the top 5, at #3", 0, 36)]
    [(2, '='), (5, '<='), (3, '=')]
    """
    found: list[Rank] = []
    for (name, value), pattern in COMPILED.near(text[start:end]):
        for m in pattern.finditer(text, start, end):
            a, b = m.span("r")
            if any(r.start < b and a < r.end for r in found):
                continue
            number = value or read(m["r"])
            if number:
                found.append(Rank(a, b, number, "<=" if name.startswith("top") and value is None else "=", name))
    return sorted(found, key=lambda r: r.start)


def read(words: str) -> int | None:
    """The number of a rank as written.

    >>> read("#4"), read("fifth-highest"), read("top ten"), read("22nd")
    (4, 5, 10, 22)
    """
    digits = patterns.search(r"\d+", words)
    if digits:
        return int(digits.group())
    for word in patterns.split(r"[ ‑-]", words.lower()):
        if word in ORDINAL:
            return ORDINAL.index(word) + 1
        if word in SMALL and SMALL[word] > 0:
            return SMALL[word]
    return 20 if "twenty" in words.lower() else None
