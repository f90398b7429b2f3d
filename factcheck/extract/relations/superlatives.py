"""Superlatives that are a rank of 1: "the fastest model in its class", "the best open-weight model under 10B", "performs best on".

Praise is no rank. What is measured ("fastest", "cheapest", "most downloaded") needs a class of things; merit ("best", "strongest")
needs more than that: a kind of model, a task, a size, a list.
"""

from __future__ import annotations

import re

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.patterns import compile_re

MEASURED = (
    r"fastest(?:[- ]growing)?|slowest|cheapest|priciest|smallest|largest|biggest|longest|most[- ](?:expensive|affordable|valuable|popular"
    r"|verbose|generous|accurate|economical|profitable|active|lucrative|(?:[a-z]+-)?(?:efficient|effective|hungry|prone|intensive)"
    r"|(?:(?:widely|commonly|heavily|frequently) )?(?:downloaded|used|adopted|deployed|installed|visited|valued|cited"
    r"|starred|funded|watched))"
    r"|highest[- ](?:valued|paid|grossing|priced)|lowest[- ]priced|least (?:expensive|accurate|verbose)"
)
MERIT = (
    r"best(?:[- ](?:performing|scoring|ranked|rated))?|strongest|most (?:capable|performant|powerful|intelligent|advanced)"
    r"|(?:top|highest)[- ](?:performing|scoring|ranked|ranking|rated)|leading|smartest|top(?= (?:open|closed|model|LLM"
    r"|Chinese|performer|coding))"
    r"|(?<=the new )(?:SOTA|state[- ]of[- ]the[- ]art)(?= (?:[\w-]+ ){1,4}?(?:model|LLM|system)\b)"
)
NOUN = (
    r"models?|LLMs?|checkpoints?|apps?|applications?|products?|companies|company|systems?|chatbots?|assistants?|tools?"
    r"|agents?|APIs?|sites?|website|platforms?|startups?|services?|chips?|GPUs?"
    r"|performers?|options?|variants?|versions?|choices?|family|series|lab|labs|MoE|release|transformer|network|encoder"
    r"|decoder|entry|entrant|image generator|video generator|repository|project|scorer|stock|supercomputers?|clusters?"
    r"|tiers?|plans?|providers?|hosts?|unicorns?|firms?|(?:chip)?makers?|business(?:es)?|browsers?|editors?|IDEs?|engines?|library|libraries"
    r"|frameworks?|extensions?|plugins?|clients?|investors?|customers?|suppliers?|employers?|datasets?|processors?|accelerators?"
)
PHRASE = compile_re(
    rf"(?P<r>(?:{MEASURED})|(?P<merit>{MERIT}))(?:,? (?:and|yet|but) (?:the )?(?:(?P<second>{MEASURED})|most [\w-]+|least [\w-]+"
    rf"|[\w-]+est))?(?P<np>(?:[ ,-]++(?!(?:{MEASURED}|and|or|of|for|in|on|to|is|the|that|which"
    rf"|with)\b)[\w.+&'’/]++(?:-(?!(?:{NOUN})\b)[\w.+&'’/]*+)*+){{0,6}}?[ -](?:{NOUN}))\b(?! (?:{NOUN})\b)"
    r"(?P<pp>(?: (?:at|in|for|on|among|of|under|below|over|above|with|across|on the|within|up to|ever|to date|overall|available"
    r"|currently|today|yet)\b(?: [\w.'’&-]+){0,5}?)(?=[.,;:)*]|$| (?:and|with|at|while|but|by|that|which|to|on|as|is|was|since|until"
    r"|before|after|last)\b))?",
    re.IGNORECASE,
)
LEAD = compile_re(
    r"(?:\b(?:the|as|currently|our|its|their|world['’]s|industry['’]s|market['’]s|now|a|new|today['’]s|Europe['’]s"
    r"|China['’]s|America['’]s|is|single|overall|this|by far|far)\b|['’]s|(?<=\w)[*_]*(?::[*_]*| [—–]))[ *\"“(]*$",
    re.IGNORECASE,
)
NONE = compile_re(
    r"\b(?:one of|among|some of|amongst|not|isn['’]t|wasn['’]t|never|than|pick|choose|find|which|what|whether|if|if you"
    r"|to be|potentially|possibly|perhaps|maybe|probably|become one of|two of|many of|any of|even)(?: (?:the|our|its|their"
    r"|world['’]s|a|currently|of))*[ *\"“]*$",
    re.IGNORECASE,
)
OWN = compile_re(r"\b(?:our|its|their|his|her|my|your)(?: (?:own|new|current))?[ *\"“]*$", re.IGNORECASE)
OWN_TIME = compile_re(r"^ (?:to date|yet)\b")
# "the best model we have ever shipped"
OWN_MADE = compile_re(
    r" (?:that )?(?:we|I|they|it|the \w+)(?: (?:have|has)|['’]ve)?(?: ever| yet)? (?:shipped|released|built|made|trained|produced"
    r"|launched|created|developed)\b"
)
# What makes merit more than praise.
CLASS = compile_re(
    r"\b(?:open(?:ly)?|pre-?trained|closed|source|weights?|base|distilled|small|smaller|tiny|compact|vision|visual|coding|code|agentic|reasoning"
    r"|multimodal|multilingual|embedding|speech|audio|video|image|text|translation|medical|math|language|proprietary"
    r"|commercial|chinese|european|american|japanese|korean|french|german|dense|quantized|local|on-device|non-\w+"
    r"|\d[\w.]*[bm]?|public|instruction|chat|retrieval|ocr|physics|science|edge|mobile|music|free|self-hosted|task|domain)\b",
    re.IGNORECASE,
)
PLACE = compile_re(
    r"^ (?:at|in|for|on|among|under|below|over|above|of|with|within|up to|across) (?!(?:the market|most|all|now|today|our|my|a|general"
    r"|its history|the world|this|you|everyone|everyday|their|many|history)\b)",
    re.IGNORECASE,
)
NOWHERE = compile_re(
    r" (?:in the world|on the market|available|currently|today|ever|yet|overall|for (?:most|all|many|everyone))\b", re.IGNORECASE
)
BECOMES = compile_re(
    r"\b(?<!what )(?:to become|becoming|became|becomes|making (?:it|this|them)|remains|is|was|are|as)(?: \w+ly| now| currently| still"
    r"| by far)?(?: the| our| its)?(?: (?:world|industry|market|[A-Z]\w+)['’]s)?[ *\"“]*$"
)
VAGUE = compile_re(r"\b(?:powerful|advanced|intelligent|capable|leading|smartest)\b", re.IGNORECASE)
# The result that makes it first: "the top model, scoring 77% on M".
SCORING = compile_re(
    r",? (?:scoring|reaching|hitting|with|at) (?:an? )?(?:score of )?[*~]*[\d.,]+%?[*]*(?: points| percent)? on (?:the )?[*]*[A-Z0-9]"
)
# Whoever compared them all: "the best model they have tested".
TRIED = compile_re(
    r" (?:(?:that|which) )?(?:[\w-]+ ){0,4}?(?:has |have |['’]ve )?(?:tested|measured|benchmarked|evaluated|tracked)\b", re.IGNORECASE
)
# "is the cheapest at $10", "the fastest of the three", "the most accurate on M": what is measured needs no noun.
BARE = compile_re(
    rf"\b(?P<be>(?:is|are|was|remains?|becomes?) (?:(?:by far|still|currently|now|also) )*)?the (?P<r>{MEASURED})"
    r"(?:(?(be)(?= )|(?!))(?= (?:at [$€£]|overall\b|to (?:run|use|train|serve|deploy|buy|operate)\b))"
    r"| of (?:(?:the|this|its) (?:two|three|four|five|six|group|bunch|lot|set|cluster|trio|pair|family|lineup|pack"
    r"|field|crop|quartet|batch|series|roster|class)|all)\b| in the (?:set|group|table|list|comparison|lineup)\b"
    r"| (?:on|in) (?P<on>(?:our |the )?(?-i:[A-Z])[\w.'’-]*(?:[ -](?-i:[A-Z0-9])[\w.-]*){0,3})(?<!\.)(?=[.,;:)]|$| (?:and|with|at|but"
    r"|while)\b))",
    re.IGNORECASE,
)
# "Fastest: X", and a note that says no more than "Most expensive".
LABEL = compile_re(rf"(?m:^)\W*(?P<r>{MEASURED})(?:[*_ ]*[:–—][*_ ]*(?=\w)|\W*$)", re.IGNORECASE)
# "the fastest is X"
NAMES = compile_re(
    rf"\bthe (?P<r>{MEASURED})(?: of (?:the |all )?(?:[\w-]+ ){{0,2}}?[\w-]+)? (?=(?:is|was"
    rf"|remains) (?-i:[A-Z]))",
    re.IGNORECASE,
)
# "'s" of a maker: the best of its own.
MAKERS = compile_re(r"['’]s?[*_]* $")
# What may stand between a name and the superlative that is said of it: "is", "remains", "became", a comma of apposition.
# "has claimed the title of"
TITLE = (
    r"(?: (?:ha[sd] )?(?:clinche[sd]|claim(?:s|ed)|earn(?:s|ed)|w[io]ns?|t[ao]kes?|took|h[eo]lds?|secure[sd]|captured?)"
    r" the (?:title|crown|distinction) (?:of|as))?"
)
LINK = compile_re(
    r"(?:['’]s)?[*\"”)]*(?: ?\([^()]*\))?"
    rf"(?:,? (?:is |was |as )?(?:an?|the|its) (?:[\w.,$%-]+ ){{0,5}}?[\w.-]*?(?:{NOUN}),)?"
    rf"{TITLE}[,:–—-]? ?\(?"
    r"(?:(?:at the time(?: of writing)?|then|once|(?:at|by|in|on|for|as of|according to|per|to|with) [^,.;:()]{2,40}?,)[ *]*)?"
    r"(?:(?:is|are|was|were|be|been|has|have|remains?|remained|becomes?|became|becoming|stands?|ranks?|as|out|considered"
    r"|called|named|dubbed|regarded|recogni[sz]ed|hailed|crowned|rated|ranked|today|now|still|also|already|(?:at|by|in|on"
    r"|for|as of|according to|per|with) (?!far\b)[^,.;:()]{2,40}?,|(?:for|as of"
    r"|at) (?:now|present|today|the moment)|so far|which|by|far|the|a|our|single|new"
    r"|overall|this|model|making|making it|makes|positioning|establishing|cementing|it|them|position|place|status"
    r"|had|(?-i:[A-Z])[\w-]+['’]s|world['’]s|industry['’]s|market['’]s|[\w-]+ly|[–—:-])[ ,*\"“]*)*"
)
BEHIND = compile_re(
    r"[,:]? ?[*\"“]*(?:[A-Z][\w.-]*(?: [A-Z][\w.-]*)?['’]s? )?(?:(?:is|was|are|remains|becomes|goes to|by far|the|currently"
    r"|now|still|—|–|-|:)[ *\"“]*)*"
)


@dataclass(frozen=True, slots=True)
class Superlative:
    """A superlative that is a rank of 1: offsets of the words that say it, of the phrase round it, and the list in which it holds."""

    start: int
    end: int
    since: int
    until: int
    variant: str


def find_superlatives(text: str, start: int, end: int) -> list[Superlative]:
    """The superlatives in `text[start:end]` that name what they are first among, in order.

    >>> text = "It is the fastest model in its class and the best open-weight model under 10B. One of the best coding models. It is best."
    >>> [(text[s.start : s.end], s.variant) for s in find_superlatives(text, 0, len(text))]
    [('fastest', 'model in its class'), ('best', 'open-weight model under 10b')]
    """
    out = [
        Superlative(*m.span("r"), m.start("r"), m.end(), (m.groupdict().get("on") or m["r"]).lower())
        for m in (*BARE.finditer(text, start, end), *NAMES.finditer(text, start, end), *LABEL.finditer(text[:end], start))
        if not NONE.search(text[max(start, m.start("r") - 40) : m.start("r")])
    ]
    for m in PHRASE.finditer(text, start, end):
        before = text[max(start, m.start() - 40) : m.start()]
        if NONE.search(before) or not (LEAD.search(before) or not before.strip(' *"“')) or not has_class(m, before):
            continue
        place = m["pp"] or ""
        words = (m["np"] + ("" if NOWHERE.match(place) else place)).strip(" ,-.*")
        variant = " ".join(patterns.sub(r",|\band\b", " ", words).lower().split())
        out += [Superlative(*m.span(r), *m.span(), variant) for r in ("r", "second") if m[r]]
    return sorted(out, key=lambda s: s.start)


def has_class(m: re.Match[str], before: str) -> bool:
    """Whether a superlative names what it is first among: "our best model" does not, "the best open model", "fastest of its class" do."""
    place = m["pp"] or ""
    own = OWN.search(before) or OWN_TIME.search(place) or OWN_MADE.match(m.string, m.end("np"))
    if not m["merit"]:
        return not own or PLACE.match(place) is not None
    if own or (
        VAGUE.search(m["r"]) and not patterns.search(r"\bopen|\bfree|\bunder\b|\bfor its\b|\bclass\b", m["np"] + place, re.IGNORECASE)
    ):
        return False
    return bool(CLASS.search(m["np"]) or PLACE.match(place) or TRIED.match(m.string, m.end("np")) or SCORING.match(m.string, m.end("np")))


def said_of(text: str, superlative: Superlative, start: int, end: int, behind: bool) -> bool:
    """Whether the name at `start` to `end` is what the superlative is said of, before it or `behind` it."""
    if behind:
        return start - superlative.until < 24 and BEHIND.fullmatch(text, superlative.until, start) is not None
    if superlative.since - end > 90:
        return False
    between = text[end : superlative.since]
    return LINK.fullmatch(between) is not None or (
        BECOMES.search(between) is not None and patterns.search(r"[;:.]\s|, (?:and|but|while) ", between) is None
    )
