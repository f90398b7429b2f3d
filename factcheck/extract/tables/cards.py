"""Figures that stand in a block of their own above what they are: the cards of pages ("12M", and below it "Songs sold a week")."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.dataclass import replace
from factcheck.documents import Block, Document, Text
from factcheck.documents.document import Link, Run
from factcheck.extract.names.pieces import pieces
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.tables.standard_labels import is_standard
from factcheck.patterns import compile_re

FIGURE = compile_re(
    r"[~≈<>+#]?[$€£]?\d(?:[\d.,]*\d)?(?: ?(?:%|[x×]|[KMBTk]|[GM]B|ms|s|tok/s|t/s|thousand|million|billion|trillion))?\+?"
    r"(?: ?/ ?(?:[\w.]++ ?){1,2}| per [\w ]{1,16})?"
)
WORDS = compile_re(r"[A-Za-z](?:[^.!?:;\d]|[.:](?=\w)|(?<=\w)[-–.]?\d|\b20\d\d\b)*(?: \([^()]*\))?")
KINDS = ("paragraph", "heading", "item")
LONGEST = 12  # words of what a figure is
LOWEST = 6  # level of a heading
PAIRS = 2  # and more: what a page sets out in cards


def with_cards(document: Document, labels: Callable[[str], bool]) -> Document:
    """The document with every figure and what stands below it as one item, where several stand so one after the other.

    `labels` tells whether a text is by itself the name of something measured: where such stand above the figures, these are theirs.
    """
    blocks = document.blocks
    if sum(figure(block) for block in blocks) < PAIRS:
        return document
    out: list[Block] = []
    at = 0
    while at < len(blocks):
        end = run_end(blocks, at, document.source)
        out += joined(blocks[at:end], labels)
        at = end
    return replace(document, blocks=tuple(out))


def names_measure(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is nothing but the name of something measured."""
    words = text.strip(" *_:")
    named = vocabulary.metric_names.find(words, pieces(words))
    return is_standard(words) or any((n.start, n.end) == (0, len(words)) for n in named)


def figure(block: Block) -> bool:
    return block.kind in KINDS and FIGURE.fullmatch(block.text.text) is not None


def words(block: Block) -> bool:
    text = block.text.text
    return block.kind in KINDS and len(text.split()) <= LONGEST and WORDS.fullmatch(text) is not None


def run_end(blocks: Sequence[Block], at: int, source: str) -> int:
    """Where a row of blocks ends in which figures and words take turns, all as far apart: behind the first block, if it begins none."""
    end, gap = at + 1, None
    while end < len(blocks):
        above, below = blocks[end - 1], blocks[end]
        if not ((figure(above) and words(below)) or (words(above) and figure(below))):
            break
        lines = source.count("\n", above.text.runs[-1].end, below.text.runs[0].start)
        if gap is not None and (lines > 1) != gap:
            break
        gap, end = lines > 1, end + 1
    return end


def joined(run: Sequence[Block], labels: Callable[[str], bool]) -> Iterator[Block]:
    """The blocks of a run, each figure with the words below it, if words end it and do not begin it as a name of what is measured."""
    figures = [i for i, block in enumerate(run) if figure(block)]
    title = 1 if figures and figures[0] == 1 else 0
    if len(figures) < PAIRS or figures[-1] == len(run) - 1 or (title and labels(run[0].text.text)):
        yield from run
        return
    yield from (
        replace(block, kind="heading", level=block.level or LOWEST) if block.kind == "paragraph" else block for block in run[:title]
    )
    for i in figures:
        yield Block("item", beside(run[i].text, run[i + 1].text), 1)


def beside(value: Text, label: Text) -> Text:
    """Two texts as one, with a blank between them that stands for all that does in the file."""
    at = len(value.text) + 1
    gap = Run(at - 1, value.runs[-1].end, label.runs[0].start)
    runs = (*value.runs, gap, *(replace(r, at=r.at + at) for r in label.runs))
    return Text(f"{value.text} {label.text}", runs, (*value.links, *(Link(x.start + at, x.end + at, x.url) for x in label.links)))
