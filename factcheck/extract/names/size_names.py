"""Models that a text calls by their size alone: "the 70B version", "F (8B)", "1,800 t/s (8B)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from factcheck.dataclass import replace
from factcheck.extract.names.names import Name
from factcheck.extract.names.pieces import name_key
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.taken import Taken
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.patterns import compile_re

BARE_SIZE = compile_re(r"\d+(?:\.\d+)? ?[BMT]")
# What follows a size that is one of parameters, alone or in a list: "8B and 0.5B parameter scales".
OF_PARAMETERS = compile_re(
    r"(?:(?:,? (?:and|or|to)|,|/|[-–]) ?[~≈]?\d+(?:\.\d+)?[BMT])*"
    r"[- ](?:(?:total |active |activated )?param(?:eter)?s?|total|active|activated)\b"
)
IN_BRACKETS = compile_re(r" ?\((\d+(?:\.\d+)?[BM])(?:\)|, (?!\d))")
# Models by their sizes: "the 8B and 70B versions".
THE_SIZES = compile_re(
    r"\b[Tt]he (?P<sizes>\d[\d.]*[BM](?:(?:, | and |, and |/)\d[\d.]*[BM])+) (?:versions|variants|models|checkpoints|editions)\b"
)
ONE_SIZE = compile_re(r"\d[\d.]*[BM]")
# A model by its size alone: "the 70B version", "with the 27B", "the 8B's window"; not "the 8B parameters", "the 8B and 70B models".
THE_SIZE = compile_re(
    r"\b[Tt]he (?:[a-z]+ )?(\d+(?:\.\d+)?[BMb])\b(?= (?:[\w-]+ ){0,2}?(?:model|version|variant|one|checkpoint|sibling|edition)\b)"
    r"|\b[Tt]he (?:(?:dense|sparse|full|big|bigger|large|larger|small|smaller|little|tiny|new|distilled|quantized|base) )?"
    r"(\d+(?:\.\d+)?[Bb](?:[ -]A\d+(?:\.\d+)?B)?)(?![\w-])(?=[,.;:)](?!\d)|['’]s\b| [a-z]| (?:Instruct|Base|Chat|Thinking|Preview)\b|\s*$)"
    r"(?! (?:(?:[a-z]+ )?(?:param|token|user|people|download|dollar|weight|request|word|raise|round|deal|invest|valuation|mark)"
    r"|(?:in|of)\b|(?:and|or|to) (?:the )?\d))"
)
# ... and right behind its figure: "1,800 t/s (8B) and 450 t/s (70B)", "95% on 8B".
FIGURES_SIZE = compile_re(
    r"(?:\d\+?|%|[Kk]|/s(?:ec)?|\b(?:percent|tps|second|points?|million|M(?:Tok)?)) (?:\(|(?:on|for|with) )(?:the )?(\d+(?:\.\d+)?[BM])"
    r"(?=\)|[,.;:](?!\d)| (?:and|but|while|versus|vs\.?|against)\b|$)"
)
# A size that heads a text or stands right before its figure: "26B A4B is the mixture", "the 8B 49.3". Only of known kin.
HEADS = compile_re(
    r"\A(\d+(?:\.\d+)?B(?:[ -]A\d+(?:\.\d+)?B)?)(?= (?:is|was|has|scores|needs|runs|takes|comes|gets|fits|reaches)\b| ?[:–—]|, |\. )"
    r"|\b[Tt]he (\d+(?:\.\d+)?[Bb])(?= \d)"
)
# A version at the head of a sentence or clause: "4.8 is at 88.6".
VERSION_DOES = compile_re(
    r"(?:\A|(?<=[.!?;,] )|(?<=\band )|(?<=\bwhile ))(\d{1,2}\.\d)"
    r"(?= (?:is|was|has|had|gets?|got|scor(?:es|ed)|reach(?:es|ed)|hits?|costs?|runs?|ran"
    r"|comes?|came|beats?|leads?|led|needs?|uses?|adds?)\b)"
)
# ... and wherever else it stands for its model: "up from 4.7's 64%", "With 4.8, it fell".
THE_VERSION = compile_re(r"(?<![\w.$€£~-])(\d{1,2}\.\d)(?=['’]s\b)|\b(?:[Bb]y|[Ww]ith) (\d{1,2}\.\d)(?=,)")
# ... and as whose a figure is told: "up from 80.8 / 53.4 for 4.6)".
FOR_VERSION = compile_re(r"\d%?\*{0,2} (?:for|with|by) (\d{1,2}\.\d)(?=[).,;:](?!\d)|$| (?:and|but|while)\b)")
PRICE = compile_re(r"[$€£]\d[\d.,]*$")
SIZES = compile_re(r"(?<![\w.-])\d+(?:\.\d+)?[BMT](?:(?:, ?(?:and |or )?| ?/ ?| and | or | & )\d+(?:\.\d+)?[BMT])+(?![\w-])")

# The size in a model's own name, and what else may stand there.
OWN_SIZE = compile_re(r"(?<![\w.])(\d+(?:\.\d+)?)([BM])(?![\w.])")
EXPERTS = compile_re(r"\b(?:A\d|\d+E\b|\d+x\d)", re.IGNORECASE)
SCALE = {"B": Decimal(10**9), "M": Decimal(10**6)}
ROUNDED = Decimal("1.6")  # 1.5 billion are called 1B, and 2.5 billion 2B


def without_sizes(text: str, subjects: list[Name]) -> list[Name]:
    """The names of a text but for sizes that stand in a list of which one is nobody's short name: "7B, 13B and 70B"."""
    unnamed = Taken((n.start, n.end) for n in subjects)
    runs = [m.span() for m in SIZES.finditer(text) if any(unnamed.free(*x.span()) for x in BARE_SIZE.finditer(text, *m.span()))]
    return [n for n in subjects if not any(a <= n.start and n.end <= b for a, b in runs)]


def sizes_listed(text: str) -> Iterator[tuple[int, int]]:
    """Where sizes stand that tell several models apart: "the 8B and 70B versions"."""
    for m in THE_SIZES.finditer(text):
        yield from (size.span() for size in ONE_SIZE.finditer(text, *m.span("sizes")))


def sizes(text: str, names: Taken, known_sizes: dict[str, str]) -> list[SubjectMark]:
    """The models that a text tells from their kin by size ("the 70B version"), nobody where none of theirs has it, or by version."""
    found = [m.span(m.lastindex or 0) for m in THE_SIZE.finditer(text)]
    kin = {known.partition(".")[0] for known in known_sizes if known.partition(".")[2].isdigit()}  # "4" of "4.6"
    found += [m.span(1) for m in VERSION_DOES.finditer(text) if m[1].partition(".")[0] in kin]
    priced = (m for m in FOR_VERSION.finditer(text) if PRICE.search(text, max(0, m.start() - 8), m.start() + 1))
    found += [m.span(1) for m in (*(m for m in FOR_VERSION.finditer(text) if m[1].partition(".")[0] in kin), *priced)]
    known = [m.span(1) for m in FIGURES_SIZE.finditer(text) if names.free(m.start(), m.start() + 1)] + [
        m.span(m.lastindex or 0) for m in THE_VERSION.finditer(text)
    ]
    known += [m.span(m.lastindex or 0) for m in HEADS.finditer(text)]
    known += sizes_listed(text)
    found += [(a, b) for a, b in known if lookup(text[a:b]) in known_sizes]
    return [SubjectMark(a, b, known_sizes.get(lookup(text[a:b])), text[a:b]) for a, b in dict.fromkeys(found) if names.free(a, b)]


def lookup(size: str) -> str:
    """A size as it is looked up.

    >>> lookup("26B A4B")
    '26b-a4b'
    """
    return size.lower().replace(" ", "-")


def of_size(mark: SubjectMark, text: str, vocabulary: Vocabulary) -> SubjectMark:
    """A family's name with a size in brackets as that of its member: "F (70B)"."""
    size = IN_BRACKETS.match(text, mark.end) if mark.id in vocabulary.families else None
    entry = vocabulary.subject_names.entries.get(name_key(f"{mark.text} {size[1]}")) if size else None
    return replace(mark, id=entry.ids[0]) if entry and len(entry.ids) == 1 else mark


def of_other_size(name: str, value: Decimal) -> bool:
    """Whether a number of parameters cannot be that of a model whose name tells its size; names round, and may count active ones.

    >>> [of_other_size("Aurora 8B", Decimal(v)) for v in ("8.03e9", "70e9")], of_other_size("Scout 17B-16E", Decimal("109e9"))
    ([False, True], False)
    """
    sizes = [Decimal(m[1]) * SCALE[m[2]] for m in OWN_SIZE.finditer(name)]
    return len(sizes) == 1 and not EXPERTS.search(name) and not sizes[0] / ROUNDED <= value <= sizes[0] * ROUNDED
