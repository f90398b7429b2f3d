"""Words of plain English that tell which standard metric a quantity is meant for, where no name of the metric stands.

"128K context", "$3 per million input tokens", "17B active": each cue proposes one of the standard metrics of
docs/reading.md, if the ledger has it, to quantities of the right dimension only.
"""

from __future__ import annotations

import re

from factcheck.dataclass import dataclass
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.numbers.quantity import Dimension
from factcheck.ledger.model import Metric
from factcheck.patterns import Table


@dataclass(frozen=True, slots=True)
class Cue:
    """A word pattern, the quantities it speaks of, and the standard metrics it proposes (the first that the ledger has)."""

    name: str
    pattern: str
    dimensions: tuple[Dimension, ...]
    metrics: tuple[str, ...]
    per: tuple[str | None, ...] = ()  # of money: what it must be per
    reach: int = 5  # how many words may stand between
    unless: str = ""  # what, named before it in the sentence, has the figure instead

    @property
    def words(self) -> str:
        """The pattern as it is searched, without regard to case."""
        return rf"\b(?:{self.pattern})\b"


CUES: tuple[Cue, ...] = (
    Cue(
        "context window",
        r"(?<!this )(?<!that )(?<!which )context(?:[ -](?:windows?|lengths?|size|limit))?|(?:sequence|input) length|(?:input|prompt) limit",
        ("tokens", "number"),
        ("context-window",),
    ),
    Cue(
        "maximum output",
        r"max(?:imum)? (?:output|completion|response)(?: length| tokens)?|output (?:limit|cap|ceiling)"
        r"|output length",
        ("tokens", "number"),
        ("max-output",),
    ),
    Cue("output tokens used", r"output tokens|tokens to (?:run|complete)", ("tokens",), ("output-tokens-used",), reach=0),
    Cue(
        "training tokens",
        r"(?:pre-?)?train(?:s|ed|ing)?(?: data)?(?: on| with| over| using)?|corpus of",
        ("tokens",),
        ("training-tokens",),
        reach=10,
    ),
    Cue(
        "cached input price",
        r"cach(?:ed|e)[ -](?:input|hits?|reads?|prompts?)(?: tokens?)?(?: price)?|cached(?=:? (?:at |is )?[$€£]\d)",
        ("money",),
        ("price-cached-input",),
        (None, "million", "thousand"),
    ),
    Cue("cache write price", r"cache[ -]?writes?", ("money",), ("price-cache-write",), (None, "million", "thousand")),
    Cue("input price", r"(?:input|prompt)(?: tokens?| price| cost| pricing)?", ("money",), ("price-input",), (None, "million", "thousand")),
    Cue(
        "output price",
        r"(?:output|completion)(?: tokens?| price| cost| pricing)?",
        ("money",),
        ("price-output",),
        (None, "million", "thousand"),
    ),
    Cue(
        "monthly price",
        r"(?:subscription|plan|tier|costs?|pric(?:e|ed|ing)|membership)",
        ("money",),
        ("price-monthly",),
        ("month",),
        reach=12,
    ),
    Cue(
        "active parameters",
        r"(?:active|activated|activates|activating|activations?)(?: param(?:eter)?s?)?",
        ("parameters", "number"),
        ("active-parameters",),
        reach=3,
    ),
    Cue("parameters", r"(?:total |dense )?param(?:eter)?s?|parameter count", ("parameters", "number"), ("parameters",), reach=2),
    Cue(
        "training cost",
        r"(?:to|of) train(?:ing)?|train(?:ing)? (?:costs?|run|bill|budget)|trained (?:for|at a cost of)",
        ("money",),
        ("training-cost",),
        (None,),
        reach=5,
    ),
    Cue("training compute", r"training compute|FLOPs?|compute", ("number",), ("training-compute",), reach=4),
    Cue(
        "parameters",
        r"(?:total|model|overall) size|parameter count|number of param(?:eter)?s",
        ("parameters", "number"),
        ("parameters",),
        reach=8,
    ),
    Cue("latency", r"latency|response times?|round[- ]trips?", ("time",), ("latency",), reach=8),
    Cue("time to first token", r"(?:time to )?first tokens?|TTFT", ("time",), ("time-to-first-token",), reach=8),
    Cue(
        "file size",
        r"on disk|disk space|downloads?|file size|safetensors|GGUF|Q[2-8]_\w+|checkpoints?|weights|quanti[sz](?:ed"
        r"|ation)|weighs?(?: in)?",
        ("bytes",),
        ("model-file-size",),
        reach=8,
    ),
    Cue("vocabulary", r"vocab(?:ulary)?(?: size)?", ("number", "tokens"), ("vocabulary-size",), reach=4),
    Cue("VRAM", r"VRAM|GPU memory|video memory|GPUs?", ("bytes",), ("vram",), reach=5),
    Cue(
        "memory",
        r"(?:system |unified )?(?:RAM|(?<!on-chip )(?<!on-die )(?<!bandwidth )memory)(?! bandwidth)",
        ("bytes",),
        ("system-ram",),
        reach=5,
    ),
    Cue("downloads", r"download(?:s|ed)", ("number",), ("downloads",), reach=5),
    Cue(
        "valuation",
        r"valu(?:ed|es|ing)|valuations?|value(?= (?:at|of|to))|(?:pre|post)-money"
        r"|(?:is|was|be|being|been|now|currently|company|start-?up|firm) worth(?! of)"  # not "a deal worth"
        r"|(?:round|raised)(?= at (?:about |around )?[$€£])",
        ("money",),
        ("valuation",),
        (None,),
        reach=7,
        unless=r"\b(?:stakes?|markets?|deals?|contracts?|orders?|purchases?|agreements?)\b",
    ),
    Cue(
        "funding",
        r"(?:rais(?:ed|es|ing)|secur(?:ed|es|ing)|funding|financing|(?:(?:seed|Series [A-Z]|investment|venture) )?round|seed"
        r"|Series [A-Z]|clos(?:ed|es|ing)(?= [$€£~])|(?:new|fresh) (?:equity|capital))"
        r"(?! at (?:about |around |roughly |nearly |over |more than )?[$€£])",
        ("money",),
        ("funding-raised", "funding"),
        (None,),
        reach=6,
    ),
    Cue(
        "run rate",
        r"(?:(?:annual(?:i[sz]ed)?|revenue) )*run[- ]rates?(?: revenues?)?|ARR|annual recurring revenues?"
        r"|annuali[sz]ed (?:revenues?|sales)",
        ("money",),
        ("revenue-run-rate",),
        (None, "year"),
        reach=4,
    ),
    Cue("revenue", r"revenues?|sales|turnover", ("money",), ("revenue",), (None,), reach=6),
    Cue(
        "acquisition",
        r"acquir(?:es?|ed|ing)|(?<!\bI )(?<!\b[Ww]e )(?<!\b[Yy]ou )bought|buys|(?:acquisition|takeover|buyout)(?! (?:bids?|proposals?"
        r"|offers?|attempts?|targets?)\b)"
        r"|(?:snapp?|scoop)(?:s|ed|ing)? up|t(?:ook|akes|aking) over"
        r"|(?:sold|sell(?:s|ing)?)(?: (?:itself|out))?(?= (?:to [^.;$]{2,40} )?for\b)",
        ("money",),
        ("acquisition-price",),
        (None,),
        reach=8,
    ),
    Cue(
        "output speed",
        r"tok(?:en)?s?(?: per |/| a | each | every )s(?:ec(?:ond)?)?|t/s|tps|speed|throughput",
        ("speed",),
        ("output-speed",),
        reach=12,
    ),
)


def compiled(vocabulary: Vocabulary) -> Table[tuple[Cue, Metric]]:
    """The cues whose metric the ledger has, ready to search."""
    known = ((cue, vocabulary.role(*cue.metrics)) for cue in CUES)
    return Table((((cue, metric), cue.words) for cue, metric in known if metric), re.IGNORECASE)
