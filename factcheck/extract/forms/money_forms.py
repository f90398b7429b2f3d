"""Sums of money whose form settles what they are: what somebody is worth, what a stake is worth, a round, a contract."""

from __future__ import annotations

from factcheck.extract.forms.frames import Frame
from factcheck.extract.numbers.quantity import Dimension

MONEY: tuple[Dimension, ...] = ("money",)
HEDGES = (
    r"(?: (?:about|around|roughly|approximately|nearly|almost|over|more than|some|up to|as much as|at least|an estimated|a|another"
    r"|an additional|a further))*"
)
INVESTORS = r"(?:investors?|backers|venture (?:capitalists|funds?|firms|capital)|shareholders|VCs|private equity)"
# What a company does with money that comes in, and what somebody does who gives it.
TAKES = (
    r"(?:(?:pull|haul)(?:s|ed|ing)? in|br(?:ings?|ought|inging) in|rak(?:es?|ed|ing) in|t(?:akes?|ook|aken|aking)(?: in)?"
    r"|(?:scoop|pick)(?:s|ed|ing)? up|attract(?:s|ed|ing)?|drew|drawn?|draws|collect(?:s|ed|ing)?|land(?:s|ed|ing)?|net(?:s|ted)?"
    r"|(?:nab|snag|bag)(?:s|bed|ged|ging|bing)?|receiv(?:es|ed|ing)|gets?|got|gather(?:s|ed)|obtain(?:s|ed)|amass(?:es|ed))"
)
GIVES = (
    r"(?:put(?:s|ting)?|pour(?:s|ed|ing)?|pump(?:s|ed|ing)?|(?:plow|plough)(?:s|ed|ing)?|sinks?|sank|sunk|sinking|shovel(?:s|ed|ing|ling)?"
    r"|inject(?:s|ed|ing)?|funnel(?:s|ed|ing|ling)?|throws?|threw|thrown|invest(?:s|ed|ing)?|bet)"
)
SOMEBODY = r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)(?-i:[A-Z])"

MONEY_FRAMES: tuple[Frame, ...] = (
    Frame(
        "valuation",
        MONEY,
        ("valuation",),
        r"\bvalu(?:e|es|ed|ing)(?! (?:his|her|our|your|my|an?|another|each|every|some)\b)"
        r"(?! (?:\w+ )*(?:stakes?|shares?|holdings?|deals?|contracts?)\b)"
        rf"(?: [\w.&'’-]+){{1,4}} at{HEDGES}[ *]*",
        least=1,
        per=(None,),
    ),
    Frame(
        "worth of a stake",
        MONEY,
        ("stake-value",),
        r"(?:\b(?:stakes?|holdings?|positions?|shares)\b(?: [\w.%-]+){0,5}?,?"
        r" (?:(?:is|are|was|were|now|currently|which) )*(?:valued at|worth)"
        r"|\bvalu(?:e|es|ed|ing) (?:its|the|their|that|this) (?:\w+ )?(?:stakes?|holdings?|position|shares)\b(?: [\w.-]+){0,4}? at)"
        rf"{HEDGES}[ *]*",
        least=1,
        per=(None,),
        strict=True,
    ),
    Frame(
        "investment by somebody",
        MONEY,
        ("funding-raised", "funding"),
        "",
        rf"(?: [a-z-]+)? (?:investment|infusion|raise)(?: round)? (?:led by|from {SOMEBODY})",
        least=1,
        per=(None,),
    ),
    Frame(
        "money taken from investors",
        MONEY,
        ("funding-raised", "funding"),
        rf"\b{TAKES}{HEDGES}[ *]*",
        rf"(?: more)?(?: (?:in|of) (?:(?!(?:of|in|and|from|on|for)\b)[\w-]+ ){{0,4}}?(?:funding|financing|capital|equity|Series [A-H])\b"
        rf"| from (?:(?!(?:and|to|for|in|on)\b)[\w-]+ ){{0,5}}?{INVESTORS}\b)",
        least=1,
        per=(None,),
    ),
    Frame(
        "money given by investors",
        MONEY,
        ("funding-raised", "funding"),
        rf"\b{INVESTORS}\b[^.;$]{{0,24}}? {GIVES}{HEDGES}[ *]*",
        r" (?:more )?(?:in|into|on|at|behind)\b",
        least=1,
        per=(None,),
    ),
    Frame(
        "money put into something",
        MONEY,
        ("investment",),
        rf"\b(?!invest|bet){GIVES}{HEDGES}[ *]*",
        r" (?:more )?(?:into|at|behind)\b",
        least=1_000_000,
        per=(None,),
        strict=True,
    ),
    Frame(
        "worth of a company",
        MONEY,
        ("valuation",),
        r"(?:\b(?:makes?|made|making|leaves?|left|leaving)(?: [\w.&'’-]+){1,4}|\b(?:company|start-?up|firm|lab)(?: (?:is|was))?"
        rf"|{SOMEBODY}[\w.&'’-]*(?:,| is| was))(?: (?:once|now|then|currently|still|reportedly|already|today))* worth{HEDGES}[ *]*",
        r"(?! of\b)",
        least=1_000_000,
        per=(None,),
    ),
    Frame(
        "round at some worth",
        MONEY,
        ("valuation",),
        r"(?:\b(?:round|rais(?:es?|ed|ing)|funding|financing|seed|Series [A-H])|[$€£][\d.,]+ ?(?:[MB]n?|million|billion)?)[*_]*"
        r"(?:,? (?:Series [A-H]|seed))?"
        rf",? at{HEDGES}[ *]*",
        r"(?! (?:per|each|a (?:share|month|year))\b)",
        least=1_000_000,
        per=(None,),
    ),
    Frame(
        "a company of some worth",
        MONEY,
        ("valuation",),
        r"\b(?:an?|the|this|that|another)[ *]*",
        r"[- ](?:plus )?(?:(?!(?:of|in|on|for|to|from|at|by|with|and|or|that|which|round|deal|bet|stake|contract|order|loan"
        r"|fund)\b)[\w-]+ ){0,2}?"
        r"(?:company|start-?up|firm|unicorn|behemoth|giant|entity|chip ?maker|juggernaut)\b",
        least=1_000_000,
        per=(None,),
    ),
    Frame(
        "money taken in",
        MONEY,
        ("revenue",),
        r"\b(?:(?:pull|rak)(?:es|s|ed|ing) in|br(?:ings|ought|inging) in|t(?:akes|ook|aking) in|gross(?:es|ed|ing)|generat(?:es|ed|ing)"
        rf"|turn(?:s|ed|ing) over){HEDGES}[ *]*",
        r"(?! (?:from|in|of) [^.;]*(?:investors|funding|capital))"
        r"(?= (?:last|this) (?:year|quarter)| in (?:20\d\d|its|fiscal|Q[1-4]|(?:\w+ )?(?:sales|revenues?)\b"
        r"|the (?:first|second|third|fourth|last|latest|past|most recent|three|six|nine|quarter|year))| annually)",
        least=1_000_000,
        per=(None,),
    ),
    Frame(
        "money earned",
        MONEY,
        ("net-income",),
        rf"\bearn(?:s|ed|ing){HEDGES}[ *]*",
        r"(?! (?:in|as) (?:\w+ )?(?:revenues?|sales|salary|pay|fees|interest|royalties|bonus\w*))(?! (?:prize|reward|grant|bonus|fee"
        r"|salary)\b)",
        least=1_000_000,
        per=(None,),
    ),
    Frame(
        "acquisition of somebody",
        MONEY,
        ("acquisition-price",),
        "",
        r" (?:(?:all-cash|all-stock|cash|planned|proposed|pending|landmark) )*"
        r"(?:(?!(?:of|on|in|for|to|it|that|after|before|and|from|with|as|by|at|is|was|the|its"
        r"|this)\b)[\w.&'’-]+ ){0,4}(?:\([^()]{1,40}\) )?"
        r"(?:(?:acquisition|takeover|buyout|acqui-?hire)\b(?! (?:options?|targets?|bids?|proposals?|offers?|attempts?|spree|budget"
        r"|fund))|sale to\b)",
        least=1,
        per=(None,),
    ),
    Frame(
        "worth of a deal",
        MONEY,
        ("contract-value",),
        rf"\b[Vv]alued (?:at|in the|in){HEDGES}[ *]*",
        r"(?: range)?, the (?:[\w-]+ )?(?:deal|partnership|agreement|contract|order|project|transaction|program|package)\b",
        least=1,
        per=(None,),
        strict=True,
    ),
    Frame(
        "gain in value",
        MONEY,
        ("market-value-gain",),
        rf"\b(?:add(?:s|ed|ing)?|gain(?:s|ed|ing)?|put(?:s|ting)?){HEDGES}[ *]*",
        r" (?:in|of|to|on|onto) (?:(?:its|their|the company['’]s) )?(?:market )?(?:value|cap(?:itali[sz]ation)?|worth|valuation)\b",
        least=1,
        per=(None,),
        strict=True,
    ),
    Frame(
        "contract",
        MONEY,
        ("contract-value",),
        r"\b(?:secur|win|won|land|sign|award|ink|bag|clinch|score|announc|strik|struck|negotiat)\w*(?: [\w'’-]+){0,4}? ",
        r"(?: [\w.&'’-]+){0,5}? (?:contracts?|deal|agreement)\b",
        least=1,
        per=(None,),
        strict=True,
    ),
)
