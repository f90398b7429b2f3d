"""Plain text: how writers lay out what has no markup."""

from __future__ import annotations

import pytest

from factcheck.documents import text
from tests.documents.reading import assert_true_to_file, outline

LONG = "The model answers most questions about as well as its rivals do, and it costs rather less than any of them."

BLOCKS = {
    "a line is a paragraph": (
        f"{LONG}\nIt came out in May.\nA short one.",
        [f"paragraph {LONG}", "paragraph It came out in May.", "paragraph A short one."],
    ),
    "blank lines": ("One ends.\n\n\nTwo ends.", ["paragraph One ends.", "paragraph Two ends."]),
    "lines broken by an editor": (
        "The new model was trained for nine months on more chips than any of the\n"
        "models before it, and it shows in the results that the laboratory gave to\n"
        "us.\n"
        "A second paragraph follows.",
        [
            "paragraph The new model was trained for nine months on more chips than any of the models before it, and it shows in the "
            "results that the laboratory gave to us.",
            "paragraph A second paragraph follows.",
        ],
    ),
    "a broken line that ends in a full stop": (
        "The laboratory says so in its report of Tuesday on the new model family.\n"
        "Nobody else has run the tests so far, and the weights have not been made\n"
        "public.",
        [
            "paragraph The laboratory says so in its report of Tuesday on the new model family. Nobody else has run the tests so far, and "
            "the weights have not been made public."
        ],
    ),
    "sentences of much the same length": (
        "The first model came out in May and it was quite good.\nThe second came out in June and was a little better.",
        [
            "paragraph The first model came out in May and it was quite good.",
            "paragraph The second came out in June and was a little better.",
        ],
    ),
    "a title and headings": (
        f"Orbit 2 comes out\nKey points\n- one\n{LONG}\nWhat is new?\n{LONG}\n\nPrices\n\n{LONG}",
        [
            "heading1 Orbit 2 comes out",
            "heading2 Key points",
            "item1 one",
            f"paragraph {LONG}",
            "heading2 What is new?",
            f"paragraph {LONG}",
            "heading2 Prices",
            f"paragraph {LONG}",
        ],
    ),
    "numbered titles of stories": (
        f"1. Orbit 2 comes out\n{LONG}\n{LONG}\n2. Comet raises money\n{LONG}",
        ["heading2 Orbit 2 comes out", f"paragraph {LONG}", f"paragraph {LONG}", "heading2 Comet raises money", f"paragraph {LONG}"],
    ),
    "a numbered list and what follows it": (
        f"1. Orbit 2 comes out\n2. Comet raises money\n{LONG}",
        ["item1 Orbit 2 comes out", "item1 Comet raises money", f"paragraph {LONG}"],
    ),
    "labels of lists": ("Strengths:\n- cheap\n- fast", ["heading1 Strengths:", "item1 cheap", "item1 fast"]),
    "short lines in a row are no headings": (
        f"{LONG}\nOrbit 2: 57\nOrbit 3: 58\nComet: 59",
        [f"paragraph {LONG}", "paragraph Orbit 2: 57", "paragraph Orbit 3: 58", "paragraph Comet: 59"],
    ),
    "the last line is no heading": (f"{LONG}\n\nSubscribe now", [f"paragraph {LONG}", "paragraph Subscribe now"]),
    "underlined headings": (
        f"Title\n=====\n{LONG}\n\nPart\n----\n{LONG}",
        ["heading1 Title", f"paragraph {LONG}", "heading2 Part", f"paragraph {LONG}"],
    ),
    "bullets of all kinds": (
        "- a\n* b\n• c\n- •d\n– e\n1. f\n2) g\n  - h",
        ["item1 a", "item1 b", "item1 c", "item1 d", "item1 e", "item1 f", "item1 g", "item2 h"],
    ),
    "items over several lines": (
        "- a hanging\n  line and\n  another\n- b",
        ["item1 a hanging line and another", "item1 b"],
    ),
    "no bullets": ("-5 degrees.\n3.5 points.\n*starred", ["paragraph -5 degrees.", "paragraph 3.5 points.", "paragraph *starred"]),
    "tables with pipes": (
        f"{LONG}\n| A | B |\n|---|---|\n| 1 | `2` |\nAnd on.",
        [f"paragraph {LONG}", "table/1 A | B // 1 | `2`", "paragraph And on."],
    ),
    "tables with tabs": ("A\tB\tC\nx\t1\t\ny\t3\t4", ["table/1 A | B | C // x | 1 |  // y | 3 | 4"]),
    "titles between rows that tabs set apart": (
        "A\tB\tC\nOlder ones\nx\t1\t2\nNew ones\ny\t3\t4",
        ["table/1 A | B | C // Older ones |  |  // x | 1 | 2 // New ones |  |  // y | 3 | 4"],
    ),
    "sentences below rows are no titles": ("A\tB\tC\nx\t1\t2\nThat is all.", ["table/1 A | B | C // x | 1 | 2", "paragraph That is all."]),
    "a table that lost its corner": ("B\tC\nx\t1\t2\ny\t3\t4", ["table/1  | B | C // x | 1 | 2 // y | 3 | 4"]),
    "figures are no header without a corner": ("1\t2\nx\t1\t2\ny\t3\t4", ["paragraph 1 2", "table/0 x | 1 | 2 // y | 3 | 4"]),
    "rankings that single blanks set apart": (
        "Rank Model Score Votes\n1 Aurora 2 1457 7,007\n2 Tern-7B (base) 1440 812",
        ["table/1 Rank | Model | Score | Votes // 1 | Aurora 2 | 1457 | 7,007 // 2 | Tern-7B (base) | 1440 | 812"],
    ),
    "a ranking of one is none": ("Rank Model Score\n1 Aurora 2 1457", ["heading1 Rank Model Score", "paragraph 1 Aurora 2 1457"]),
    "indentation with tabs is no table": ("\tOne ends.\n\tTwo ends.", ["paragraph One ends.", "paragraph Two ends."]),
    "tables of figures": ("x\t1\ny\t3", ["table/0 x | 1 // y | 3"]),
    "addresses": ("See https://x.org/58 or www.x.org/4.5.\n- https://x.org/58", ["paragraph See or ."]),
    "markup is text": ("**58**% &amp; <b>", ["paragraph **58**% &amp; <b>"]),
    "rules between paragraphs": ("One ends.\n\n* * *\n\nTwo ends.\n-----", ["paragraph One ends.", "paragraph Two ends."]),
    "nothing": ("\n \n", []),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(source: str, expected: list[str], newline: str) -> None:
    document = text.read(source.replace("\n", newline), "a.txt")
    assert_true_to_file(document)
    assert outline(document) == expected


def test_a_byte_order_mark_is_not_visible_but_counts() -> None:
    (block,) = text.read("\ufeffIt scored 58.", "a.txt").blocks
    assert block.text.text == "It scored 58."
    assert block.text.span(10, 12) == (11, 13)
