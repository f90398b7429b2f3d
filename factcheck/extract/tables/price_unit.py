"""Per how many tokens the prices of a table are, where it is said above it or by the table before."""

from __future__ import annotations

import re

from factcheck.dataclass import dataclass
from factcheck.documents import Block
from factcheck.patterns import compile_re

THOUSAND = compile_re(r"(?:\bper |/ ?)(?:1 ?K\b|1,?000\b(?!,\d)|thousand\b)", re.IGNORECASE)
MILLION = compile_re(r"(?:\bper |/ ?)(?:1 ?M|1,000,000|(?:one )?million|M?Tok)\b", re.IGNORECASE)
MONEY = compile_re(r"[$€£] ?\d")
LONGEST = 25  # words of a line that says it of what follows


@dataclass
class PriceUnit:
    """Whether the prices of what follows are per thousand tokens, as far as the article has said."""

    per_thousand: bool = False

    def block(self, block: Block) -> None:
        """A line without prices of its own may say it: "Prices per 1K tokens:"."""
        text = block.text.text
        says = len(text.split()) <= LONGEST and not MONEY.search(text) and THOUSAND.search(text)
        self.per_thousand = bool(says or (self.per_thousand and not MILLION.search(text)))

    def table(self, block: Block) -> None:
        """The header of a table holds for the next ones that say nothing."""
        head = " ".join(cell.text for row in block.rows[: max(1, block.header_rows)] for cell in row)
        if THOUSAND.search(head) and not MILLION.search(head):
            self.per_thousand = True
        elif MILLION.search(head):
            self.per_thousand = False
