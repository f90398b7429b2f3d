"""What settles that a figure is a size: "37B active", "128 experts", "a 19 GB file", "fits on a 24 GB card"."""

from __future__ import annotations

from factcheck.extract.forms.frames import LINK, Frame
from factcheck.extract.numbers.quantity import Dimension

SIZES: tuple[Dimension, ...] = ("parameters", "number")
ACTIVE = r"(?:active|activated|activations?|activates?|activating|live|engaged|in use)"
PARAMS = r"(?:param(?:eter)?s?)"
EXPERTS = r"experts?(?: (?:sub-?)?networks?| modules?| models?| layers?| FFNs?)?\b"
STEP = (
    r"(?:(?:per|(?:for|on|at|with) (?:each|every|any|a)(?: (?:one|given|single))?) (?:token|forward pass|inference(?: step)?)"
    r"|(?:at|for|during) inference|at (?:any (?:one )?(?:time|moment)|a time))"
)
# What a sentence on the experts of a model speaks of, and none on experts who are people.
MIXTURE = (
    r"\b(?:MoEs?|mixtures?|sparse(?:ly|st)?|rout(?:es|ed|er|ing)|tokens?|layers?|param(?:eter)?s?|activ\w+"
    r"|fine-grained|networks?|transformers?|dense)\b"
)
PEOPLE = (
    r"\b(?:panels?|humans?|judges?|jury|review(?:ers?|ed)|survey(?:s|ed)?|ask(?:s|ed)|polled|interviewed|rated|hired|doctors|physicians"
    r"|lawyers|scientists|agree[ds]?|sa(?:id|ys?)|believe[ds]?)\b"
)
ROUTED = (
    r"\b(?:activat(?:es?|ed|ing)|rout(?:es?|ed|ing)|pick(?:s|ed|ing)?|select(?:s|ed|ing)?|choos(?:es?|ing)|chosen"
    r"|call(?:s|ed|ing)?"
    r"|send(?:s|ing)?|sent|dispatch(?:es|ed)?|fir(?:es?|ed|ing)|us(?:es?|ed|ing) only|only us(?:es|ed|ing)"
    r"|pass(?:es|ed)?)\b(?:(?!experts?\b)[^.;:]){0,40} $"
)
NETWORK = r"(?:[\w-]+ )?(?:transformer|decoder|encoder|network|model|architecture|stack|MoE|LLM)\b"
RUNS = (
    r"\b(?:models?|LLMs?|networks?)(?: (?:of|with|as large as|that have|having|sized?))?(?: (?:up to|as many as|more than|over|around|about"
    rf"|roughly))+{LINK}"
    r"|\b(?:runs?|running|trains?|training|hosts?|serv(?:es?|ing)|supports?|handles?|holds?|fits?) (?:[a-z]+ ){0,2}?"
    rf"(?:models?|LLMs?|networks?) (?:of|with|that have|sized)(?: up to)?{LINK}"
)

ONE_SIZE = r"\d[\d.]*[BMT]\b"
SIZE_RUN = rf"(?:{ONE_SIZE}, ?)+(?:{ONE_SIZE},? (?:and|or|&) )?"
SIZE_LIST = r"(?:\d[\d.]*[BMT],? (?:and )?)*"
# Before and behind a size that is none of several: "30B-A3B", but not "235B-A22B, 30B-A3B and 4B".
NO_MORE = r"(?<![\w.,/-])(?<![BMT], )(?<![BMT] and )(?<![BMT], and )(?<!\) and )(?<!\), )"
AND_NO_MORE = r"(?!-\w)(?!(?: \([^()]*\))?,? (?:and |or |& )?\d[\d.]*[BMT]\b)"
SIZE_FRAMES: tuple[Frame, ...] = (
    Frame(
        "all of them",
        SIZES,
        ("parameters",),
        "",
        r" (?:with|including|counting) (?:the |its )?(?:\w+ )?embeddings?\b",
        1e6,
        within=r"\beffective\b",
    ),
    Frame("effective", SIZES, ("effective-parameters",), "", r"[ -]effective\b", 1e6, strict=True),
    Frame(
        "active after",
        SIZES,
        ("active-parameters",),
        "",
        rf"[ -]*(?:{PARAMS} )?(?:(?:are|is|being) )?(?:only )?[\"'“‘]?{ACTIVE}\b(?! (?:\w+ )?(?:users?|developers?"
        r"|customers?|subscribers?|installs?|accounts?|people|experts))",
        1e6,
        strict=True,
    ),
    Frame("active per token", SIZES, ("active-parameters",), "", rf"(?: {PARAMS})?(?: (?!of\b)\w+)? {STEP}\b", 1e6, strict=True),
    Frame(
        "active of them",
        SIZES,
        ("active-parameters",),
        "",
        rf" of (?:them|these|those|which) (?:(?:are |is |being )?(?:{ACTIVE}|used|needed|work|fire)|{STEP})\b",
        1e6,
        strict=True,
    ),
    Frame("whole of a mixture", SIZES, ("parameters",), rf"{NO_MORE}$", rf"[-–‑]A\d[\d.]*[BM]\b{AND_NO_MORE}", 1e6),
    Frame("part of a mixture", SIZES, ("active-parameters",), rf"{NO_MORE}\d[\d.]*[BMT][-–‑]A$", rf"(?!\w){AND_NO_MORE}", 1e6, strict=True),
    Frame("part of one of several", SIZES, ("active-parameters-of-kin",), r"[BMT][-–‑]A$", "", strict=True),
    Frame("whole of a mixture", SIZES, ("parameters",), "", r" ?/ ?A?\d[\d.]*B\b(?! ?/)", 1e12),
    Frame("part of a mixture", SIZES, ("active-parameters",), r"\dT ?/ ?A?$", r"(?! ?/)", 1e6, 1e12, strict=True),
    Frame("weights", SIZES, ("parameters",), "", r"[ -]weights?\b", 1e6),
    Frame("total after", SIZES, ("parameters",), "", rf"[ -](?:(?:in )?total\b|{PARAMS} in total\b)(?! tokens)", 1e6),
    Frame(
        "active before",
        SIZES,
        ("active-parameters",),
        rf"\b{ACTIVE}(?: {PARAMS}| size)?(?: count)?(?: per token)?{LINK}",
        "",
        1e6,
        strict=True,
    ),
    Frame(
        "total before",
        SIZES,
        ("parameters",),
        rf"\b(?:total|overall)(?: {PARAMS}| size| model size)?{LINK}",
        r"(?! ?\w*[ -]?tokens?\b)",
        1e6,
    ),
    Frame("sizes on offer", SIZES, ("parameters",), rf"\A\W*{SIZE_LIST}", rf", {SIZE_LIST}\d[\d.]*[BMT]\b(?=\W*$| [–—-] |;)", 1e6),
    Frame("sizes on offer", SIZES, ("parameters",), rf"\A\W*\d[\d.]*[BMT], {SIZE_LIST}", r"(?=\W*$| [–—-] |;)", 1e6),
    Frame("sizes on offer", SIZES, ("parameters",), rf"\w \({SIZE_RUN}", r"\)", 1e6),
    Frame(
        "sizes on offer",
        SIZES,
        ("parameters",),
        rf"\w \((?:{SIZE_RUN})?",
        rf"(?:, ?{ONE_SIZE})+(?:,? (?:and|or|&) {ONE_SIZE})?\)",
        1e6,
    ),
    Frame("dense", SIZES, ("parameters",), r"\b(?-i:Dense) $", r"(?=\W*$|[,;])", 1e6),
    Frame("dense", SIZES, ("parameters",), "", r"[ -](?:dense|MoE|mixture[ -]of[ -]experts|sparse)\b", 1e6),
    Frame(
        "sizes on offer",
        SIZES,
        ("parameters",),
        "",
        r"(?:,? (?:and |or )?\d[\d.]*[BMT]\b)* (?:\w+ )?(?:sizes|variants|versions|flavou?rs"
        r"|checkpoints)\b",
        1e6,
    ),
    Frame("sizes on offer", SIZES, ("parameters",), "", rf"(?:,? (?:and |or )?\d[\d.]*[BMT]\b)+ {PARAMS}\b", 1e6),
    Frame(
        "sizes on offer",
        SIZES,
        ("parameters",),
        r"\b(?:sizes|variants|versions|flavou?rs|checkpoints|models)(?: of)?\b[:( —–-]*(?:\d[\d.]*[BMT](?:-A\d+B?)?,? ?(?:and |or )?)*",
        r"(?:-A\d|(?=[,.;)]| and\b| or\b|$))",
        1e6,
    ),
    Frame("size of what it runs", SIZES, ("max-model-size",), RUNS, "", 1e6, strict=True),
    Frame("parameters", ("parameters",), ("parameters",), "", rf"[\"”]?[ -](?:[a-z]+[ -]){{0,2}}?{PARAMS}\b"),
    Frame("layers", ("number",), ("layers",), "", rf"-layer\b(?= (?:{NETWORK}))", 2),
    Frame(
        "file",
        ("bytes",),
        ("model-file-size",),
        r"\b(?:an?|one|single|the|its)(?: [\w-]+)? $",
        r"[ -](?:GGUF |model |weights? |safetensors )?(?:file|download|checkpoint)\b",
    ),
    Frame(
        "size in bytes",
        ("bytes",),
        ("model-file-size",),
        r"\b(?:model|file|weights?|checkpoint|download|quantized) sizes?(?: (?:is|was|of|at|comes to))?[ :(*]*$",
    ),
    Frame(
        "card it fits on",
        ("bytes",),
        ("vram",),
        r"\b(?:in|into|on|onto|within|with|needs?|requires?|wants?)"
        r"(?: (?:an?|one|two|the|single|just|only|about|at least|consumer))*[ *]*$",
        r"(?: of)?(?: [\w-]+)? (?:(?:graphics |video |consumer )?cards?|GPUs?|VRAM)\b",
    ),
    Frame("active experts", ("number",), ("active-experts",), "", rf" {ACTIVE} {EXPERTS}", strict=True),
    Frame(
        "active experts",
        ("number",),
        ("active-experts",),
        ROUTED,
        rf" (?:(?!(?:total|shared)\b)[\w-]+ ){{0,2}}{EXPERTS}",
        within=r"\b(?:tokens?|forward pass|inputs?|router|routed)\b",
        strict=True,
    ),
    Frame(
        "active experts",
        ("number",),
        ("active-experts",),
        rf"\b(?:activat(?:es?|ing)|us(?:es|ing) only|only us(?:es|ing)){LINK}",
        r" (?:of (?:them|these|which) )?(?:per|for (?:each|every|any)|a|each) (?:\w+ )?(?:token|forward pass|input)\b",
        within=rf"\b{EXPERTS}",
        strict=True,
    ),
    Frame(
        "experts",
        ("number",),
        ("experts",),
        "",
        rf" (?:(?!(?:shared|active|activated|of|human|domain|our|the|most|best|right|top|relevant|chosen|selected|other)\b)[\w-]+ )"
        rf"{{0,2}}{EXPERTS}(?! (?:per|a) token)",
        2,
        within=MIXTURE,
    ),
    Frame(
        "of so many experts", ("number",), ("experts",), "", r"-expert\b(?= (?:MoE|mixture|sparse|model|network|transformer|layers?)\b)", 2
    ),
)

ON_OFFER = "form: sizes on offer"  # several of them can be true of one family
