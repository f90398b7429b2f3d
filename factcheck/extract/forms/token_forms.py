"""How windows, outputs and speeds are written: "128K context", "64K output", "supports 1M tokens", "950 tok/s prefill"."""

from __future__ import annotations

from factcheck.extract.forms.frames import LINK, Frame
from factcheck.extract.numbers.quantity import Dimension

TOKENS: tuple[Dimension, ...] = ("tokens", "number")
SPEEDS: tuple[Dimension, ...] = ("speed",)
PER_SECOND = r"[ -]?(?i:tok(?:en)?s?(?:/| per | a | every )s(?:ec(?:ond)?)?|t/s|tps)\b"
PREFILL = r"(?:pre-?fill(?:ing)?|prompt[ -](?:processing|eval(?:uation)?|ingestion)|pp)"
PHASE = r"(?: speeds?| throughput| rates?)?(?: runs?| ran| comes in| goes| reach(?:es|ed)| hits?)?"
# Up to a speed that is still of training.
IN_TRAINING = r"(?:(?!\b(?:inference|output|generat|decod|serv|runs?\b))(?:[^.;]|\.(?=\d))){0,70}?"
PER_TASK = r"per (?:[\w-]+ ){0,4}?(?:task|question|problem|query|prompt|request)s?\b"
COSTS = r"\b(?:pric|cost|charg|billed|rates?\b|doubl|twice|expensive|dearer|cheaper|surcharge|premium|tier|threshold)|\$"
WIDEST = 1e8  # tokens in a window

TOKEN_FRAMES: tuple[Frame, ...] = (
    Frame(
        "priced apart",
        TOKENS,
        ("long-input-threshold",),
        r"\b(?:prompts?|inputs?|requests?|quer(?:y|ies)|contexts?)(?: (?:that|which|is|are|exceed(?:s|ing)?|cross(?:es|ing)?"
        r"|pass(?:es|ing)?|go(?:es)?|over|under|above|below|beyond|past|longer|larger|greater|more|less|shorter|smaller|than|the))+[ *]*",
        "",
        1000,
        WIDEST,
        within=COSTS,
        strict=True,
    ),
    Frame(
        "longest output",
        TOKENS,
        ("max-output",),
        rf"\bmax(?:imum|\.)? (?:output|completion|response)(?: tokens?| lengths?| size| limit)*{LINK}",
        "",
        1000,
        strict=True,
    ),
    Frame(
        "longest output",
        TOKENS,
        ("max-output",),
        "",
        r"(?:[ -]tokens?)?(?: of)? (?:max(?:imum)? output\b|output(?: limit| length| cap"
        r"| window)?\b(?! tokens?| speed))",
        1000,
        strict=True,
    ),
    Frame(
        "longest output",
        TOKENS,
        ("max-output",),
        r"\b(?:generat(?:e|es|ing)|produc(?:e|es|ing)|output(?:s|ting)?|respon(?:d|ses?)|repl(?:y|ies)|emit|return(?:s|ing)?|answers?"
        rf"|writ(?:e|es|ing))(?: with| of| in)?(?: (?:up to|at most|no more than|as many as|a maximum of))+{LINK}",
        "",
        1000,
        strict=True,
    ),
    Frame(
        "longest output",
        TOKENS,
        ("max-output",),
        rf"\b(?:can|could|able to|capable of) (?:generat(?:e|ing)|produc(?:e|ing)|output(?:ting)?|emit|return|writ(?:e|ing)){LINK}",
        r"[ -]tokens?\b(?! (?:per|a|each|every) (?:s|m|h|d)|/)| (?:at (?:a time|once)|in one go|in a single \w+)\b",
        1000,
        WIDEST,
        strict=True,
    ),
    Frame(
        "longest output",
        TOKENS,
        ("max-output",),
        rf"\boutputs?(?: lengths?| tokens?)? (?:is|are|was) (?:limited|capped|restricted) (?:to|at){LINK}",
        "",
        1000,
        WIDEST,
        strict=True,
    ),
    Frame("vocabulary", TOKENS, ("vocabulary-size",), rf"\bvocab(?:ulary)?(?: size)?{LINK}", "", 1000, strict=True),
    Frame("context", TOKENS, ("context-window",), "", r"(?:[ -]tokens?)?[ -](?:of )?(?:input )?(?:context|ctx)\b", 1000),
    Frame(
        "context",
        ("tokens",),
        ("context-window",),
        "",
        r"[ -]tokens? (?:(?:input )?windows?\b|(?:in (?:one go|a single (?:pass|prompt|shot|request))|at once)\b)",
        2000,
        WIDEST,
    ),
    Frame(
        "window",
        TOKENS,
        ("context-window",),
        "",
        r"(?:[ -]tokens?)?[ -](?:input )?windows?\b",
        1000,
        WIDEST,
        within=r"\b(?:context|tokens?|prompts?|param(?:eter)?s?)\b",
    ),
    Frame("listed window", TOKENS, ("context-window",), r"[(,;/|·][ *]*", r"(?:[ -]tokens?)?[ -](?:input )?(?-i:windows?)\b", 4000, WIDEST),
    Frame(
        "taken in",
        ("tokens",),
        ("context-window",),
        rf"\b(?:takes?|accepts?|reads?|handles?|ingests?){LINK}",
        r"[ -]tokens? (?:in|of input|as input|at once|at a time)\b(?! (?:[a-z]+ )?(?:price|cost))",
        2000,
        WIDEST,
    ),
    Frame(
        "handles",
        ("tokens",),
        ("context-window",),
        rf"\b(?:natively|can|could|now) (?:handles?|takes?|process(?:es)?|reads?|ingests?|holds?|remembers?){LINK}",
        r"[ -]tokens?\b(?! (?:per|a|each|every)\b|/)",
        2000,
        WIDEST,
    ),
    Frame(
        "reads",
        ("tokens",),
        ("context-window",),
        rf"\b(?:handles|reads|ingests|holds|remembers|accepts){LINK}",
        r"[ -]tokens?\b(?=[,.;:)]| and\b| while\b| but\b|\W*$)",
        8000,
        WIDEST,
    ),
    Frame(
        "window grown",
        TOKENS,
        ("context-window",),
        rf"\bwindows? (?:(?:is|was|has been) )?(?:doubled|tripled|quadrupled|quintupled|raised|expanded|increased|extended"
        r"|widened|bumped|upped)"
        rf"(?: from [\d.,]+[kKM]?)? to{LINK}",
        "",
        1000,
        WIDEST,
    ),
    Frame(
        "window is",
        TOKENS,
        ("context-window",),
        rf"\bwindows? (?:of|is|was|are|now|stands at|grows? to|grew to|stretch(?:es|ed) to|spans?){LINK}",
        "",
        1000,
        WIDEST,
        within=r"\b(?:context|tokens?|prompts?)\b",
    ),
    Frame(
        "context",
        TOKENS,
        ("context-window",),
        "",
        r"[- ]tokens? (?:long )?(?:inputs|prompts|documents|sequences|contexts)\b",
        1000,
        WIDEST,
    ),
    Frame(
        "used up",
        ("tokens",),
        ("output-tokens-used",),
        rf"\b(?:burn(?:s|ed|t|ing)|churn(?:s|ed)|chew(?:s|ed)|went|got|goes|tore|ran) (?:its way )?through{LINK}",
        r"(?: (?:output|reasoning))? tokens?\b",
        1e5,
    ),
    Frame(
        "corpus",
        ("tokens",),
        ("training-tokens",),
        "",
        r"[ -]tokens? (?:(?!(?:per|of|in|for|and|from)\b)[\w-]+ )?(?:corpus|dataset|data ?set|training (?:set|run|mix))\b",
        1e8,
    ),
    Frame(
        "context",
        TOKENS,
        ("context-window",),
        rf"\b(?:tokens?|input|context|prompt) (?:limits?|caps?|ceilings?)(?: of| is)?(?: up to)?{LINK}",
        r"[ -]tokens? per (?:request|prompt|query|conversation)\b",
        1000,
        WIDEST,
    ),
    Frame(
        "trained on",
        ("tokens",),
        ("training-tokens",),
        rf"(?<!train )(?<!trained )(?<!training )\b(?:on|over|with|using|from|through){LINK}",
        r"(?: (?:[\w-]+ ){0,3}|-)tokens?\b(?! (?:per|a|each|every)\b|/)",
        1e9,
        within=r"\b(?:pre-?|post-?)?train(?:s|ed|ing)?\b",
    ),
    Frame("seen", ("tokens",), ("training-tokens",), r"\b(?:saw|sees|seen|seeing|fed)" + LINK, r" (?:[\w-]+ ){0,3}tokens?\b", 1e9),
    Frame("seen", ("tokens",), ("training-tokens",), "", r" (?:[\w-]+ )?tokens? seen\b", 1e9),
    Frame(
        "for a task",
        TOKENS,
        ("output-tokens-per-task",),
        "",
        rf"[ -](?:output |completion )?tokens? {PER_TASK}",
        100,
        strict=True,
    ),
    Frame(
        "for a task",
        TOKENS,
        ("output-tokens-per-task",),
        rf"(?<!total )\b(?:output |completion )tokens?\b[^.;]{{0,20}} {PER_TASK}{LINK}",
        "",
        100,
        strict=True,
    ),
    Frame("in all for a task", TOKENS, ("total-tokens-per-task",), rf"\btotal tokens? {PER_TASK}{LINK}", "", 100, strict=True),
    Frame(
        "context",
        TOKENS,
        ("context-window",),
        rf"\b(?:inputs?|prompts?|contexts?|sequences|documents)(?: of| with)? up to{LINK}",
        r"(?:[ -]tokens?)\b",
        1000,
    ),
    Frame(
        "context",
        ("tokens",),
        ("context-window",),
        rf"\b(?:context(?: windows?| lengths?| sizes?)?{LINK}"
        r"|(?:exten(?:sible|dable|ded|ds)|expand(?:able|ed|s)|scal(?:able|es|ed)|stretch(?:es|ed)?)(?: up)? to )",
        r"(?:,? (?:and |or )?\d[\d.,]*[KkM]?\b)*[ -]tokens?\b(?! (?:per|a|each|every)\b|/)",
        1000,
        WIDEST,
    ),
    Frame(
        "context",
        ("tokens",),
        ("context-window",),
        rf"\b(?:limited|capped|restricted) (?:to|at){LINK}",
        "",
        1000,
        WIDEST,
        within=r"\b(?:context|window|prompts?|inputs?|pages|documents?)\b",
    ),
    Frame(
        "in and out",
        TOKENS,
        ("context-window",),
        "",
        r"[ -](?:tokens? )?in(?:put)?(?=(?:,|,? and| ?/) \d[\d.,]*[KkM]? (?:tokens? )?out(?:put)?\b)",
        1000,
        WIDEST,
    ),
    Frame(
        "in and out",
        TOKENS,
        ("max-output",),
        r"\d[KkM]? (?:tokens? )?in(?:put)?(?:,|,? and| ?/) ",
        r"[ -](?:tokens? )?out(?:put)?\b",
        1000,
        WIDEST,
    ),
    Frame(
        "takes",
        ("tokens",),
        ("context-window",),
        rf"\b(?:supports?|supporting|accepts?|accepting|(?:ha(?:s|d|ve)|with|offers) (?:room|space) for"
        r"|(?:handles?|takes?(?: in)?|ingests?|reads?|fits?|holds?|remembers?|process(?:es)?)"
        rf"(?= (?:in )?(?:up to|as many as|a maximum of)))(?: (?:inputs?|prompts?|requests?|in))?(?: of)?"
        rf"(?: up to| as many as| a maximum of| exceeding| over| more than| longer than)?{LINK}",
        r"(?:,? (?:and |or )?\d[\d.]*[KkM]\b)*[ -](?:input )?tokens?\b(?:(?! (?:per|a|each|every|for|of|from)\b|/)"
        r"| (?:per|in a(?: single)?) (?:session|prompt|request|query|conversation)\b)",
        2000,
        WIDEST,
    ),
    Frame(
        "prefill",
        SPEEDS,
        ("prefill-speed",),
        "",
        rf"{PER_SECOND}[ *(]*(?:(?:of|for|in|on|at|during) )?(?:the )?(?:{PREFILL}|input)\b(?!:| (?:(?:at|of|is|was|runs at) )?[~≈]?\d)",
        strict=True,
    ),
    Frame("prefill", SPEEDS, ("prefill-speed",), rf"\b{PREFILL}{PHASE}{LINK}", strict=True),
    Frame("capacity", SPEEDS, ("inference-capacity",), rf"\bcapacity (?:of|for|to (?:serve|handle|process|generate)){LINK}"),
    Frame(
        "training throughput",
        SPEEDS,
        ("training-throughput",),
        rf"\b(?:pre-?)?training (?:speed|throughput)s?\b{IN_TRAINING}{LINK}",
        strict=True,
    ),
    Frame(
        "trains at",
        SPEEDS,
        ("training-throughput",),
        rf"\b(?:pre-?)?train(?:s|ed|ing)?(?: [\w-]+){{0,3}}? (?:at|with a (?:speed|throughput) of){LINK}",
        strict=True,
    ),
    Frame(
        "answers in",
        ("time",),
        ("latency",),
        r"\b(?:responds?|responding|answers|answering|repl(?:y|ies)|replying|reacts?|first (?:audio|sound|packet|byte|response|output))"
        rf"(?: (?!by\b)[\w.-]+){{0,5}}? (?:in|within|after)(?: (?:under|less than|about|as little as))*{LINK}",
        r"(?! ?(?:min|h|d|w|mo|y))",
    ),
)
