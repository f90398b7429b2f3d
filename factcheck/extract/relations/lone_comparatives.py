"""Comparing words without an object, whose other side the passage knows: "came in higher", "Winner: X", "is cheaper"."""

from __future__ import annotations

import re

from factcheck.extract.relations.measures import Direction, Sort
from factcheck.patterns import Table

ADVERB = (
    r"(?:(?:[a-z]+ically|vastly|hugely|slightly|significantly|considerably|noticeably|clearly|much|far|marginally|narrowly|just|still|also"
    r"|even|a bit"
    r"|a little|a lot|somewhat|notably|generally|consistently|well|way|only|substantially|now|the) )*"
)
HAVING = (
    r"(?:has|have|had|offers?|produc(?:es?|ing)|delivers?|provid(?:es?|ing)|supports?|accepts?|handles?|brings?|allows?|features?|gives?|gets?"
    r"|generat(?:es?|ing)|writ(?:es?|ing)|us(?:es?|ing)"
    r"|needs?|shows?|posts?|with)(?: you| us| users| developers| teams)?(?: an?| the| its)?"
)
WORKING = r"(?:respond|run|generat|work|writ|answer|produc|process|stream|reply|repli|react|return)\w*(?: [a-z-]+){0,2}?"
# Comparing words without an object: the other side is known from the passage.
LONE: tuple[tuple[Sort, Direction, str], ...] = (
    ("merit", "more", rf"(?P<w>(?:came|comes|coming) {ADVERB}(?:in|out) {ADVERB}(?:higher|ahead|on top|better))"),
    ("merit", "less", rf"(?P<w>(?:came|comes|coming) {ADVERB}(?:in|out) {ADVERB}(?:lower|behind|worse))"),
    ("merit", "more", rf"(?:scor(?:es?|ed|ing)|perform(?:s|ed|ing)?|ranks?|ranked|fares?|fared) {ADVERB}(?P<w>higher|better)(?! than)"),
    ("merit", "less", rf"(?:scor(?:es?|ed|ing)|perform(?:s|ed|ing)?|ranks?|ranked|fares?|fared) {ADVERB}(?P<w>lower|worse)(?! than)"),
    ("merit", "less", r"(?P<w>trail(?:s|ed)|lag(?:s|ged)(?: behind)?|falls? (?:short|behind)|fell (?:short|behind))(?! (?-i:[A-Z]))"),
    ("merit", "more", r"(?P<w>outperforms|pulls ahead)(?= (?:on|in|across)\b)"),
    ("merit", "more", r"(?P<w>wins|won)(?=[.,;:!)—–-]| (?:on|in|at|for|when|here|with|by|out|[—–-])|$)"),
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
    # before what is measured, or said of it: "offers a larger context window", "its latency is lower"
    (
        "quantity",
        "more",
        rf"{HAVING} {ADVERB}(?P<w>better|stronger|larger|bigger|longer|higher|richer|broader|wider|greater|faster|more)(?= [a-z*])",
    ),
    ("quantity", "less", rf"{HAVING} {ADVERB}(?P<w>lower|smaller|shorter|fewer|less|worse|weaker|slower|cheaper)(?= [a-z*])"),
    ("quantity", "more", rf"(?:is|are|was|were|remains?) {ADVERB}(?P<w>higher|longer|greater)(?=[.,;!]|$)"),
    ("quantity", "less", rf"(?:is|are|was|were|remains?) {ADVERB}(?P<w>lower|shorter)(?=[.,;!]|$)"),
    ("measure", "more", rf"{WORKING} {ADVERB}(?P<w>faster|quicker|more quickly)(?=[.,;!]|$)"),
    ("measure", "less", rf"{WORKING} {ADVERB}(?P<w>slower|more slowly)(?=[.,;!]|$)"),
    ("merit", "more", r"(?P<w>leads)(?= (?:in|on|when)\b)"),
    ("merit", "more", r"(?:is|as|remains) (?:the |our |a )?(?:[\w-]+ )?(?P<w>winner)\b(?! of\b)"),
    (
        "measure",
        "less",
        rf"(?:is|are|was|were|but|and|remains?) {ADVERB}(?P<w>cheaper|less expensive|more affordable|smaller|slower)"
        rf"(?=(?: model| option| choice)?(?:[.,;]| \()|(?: model| option| choice)? (?:for|at|but|and|with|on|in)\b)",
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
LONES = Table((((sort, direction), rf"(?:^|(?<![\w-])){pattern}") for sort, direction, pattern in LONE), re.IGNORECASE)
