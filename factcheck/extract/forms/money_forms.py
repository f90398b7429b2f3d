"""Sums of money whose form settles what they are: what somebody is worth, what a stake is worth, a round, a contract."""

from __future__ import annotations

from factcheck.extract.forms.frames import Frame
from factcheck.extract.numbers.quantity import Dimension

MONEY: tuple[Dimension, ...] = ("money",)
HEDGES = r"(?: (?:about|around|roughly|approximately|nearly|almost|over|more than|some|up to|as much as|at least|an estimated|a))*"
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
        "acquisition of somebody",
        MONEY,
        ("acquisition-price",),
        "",
        r" (?:(?:all-cash|all-stock|cash|planned|proposed|pending|landmark) )*"
        r"(?:(?!(?:of|on|in|for|to|it|that|after|before|and|from|with|as|by|at|is|was|the|its"
        r"|this)\b)[\w.&'’-]+ ){0,4}(?:\([^()]{1,40}\) )?"
        r"(?:(?:acquisition|takeover|buyout|acqui-?hire)\b(?! (?:options?|targets?|spree|budget|fund))|sale to\b)",
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
