"""How a quantity is meant: the words, marks and bounds round a number ("about 52", "more than 1,000", ">= 80%", "40 or fewer", "20+")."""

from __future__ import annotations

import re

from factcheck.dataclass import replace
from factcheck.extract.assertion import Hedge
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re
from factcheck.values import Op

# "over" as in "over 50", not as in "spread over 28 layers" and "a lead over 57".
NO_HEDGE = ("spread", "distributed", "divided", "routing", "averaged", "lead", "improvement", "gain", "edge", "advantage")
OVER = "".join(f"(?<!{word} )" for word in NO_HEDGE) + "over"
# "up to 50", not as in "went up to 50".
MOVES = (
    "go",
    "goes",
    "went",
    "gone",
    "going",
    "moved",
    "jumps",
    "jumped",
    "climbs",
    "climbed",
    "shot",
    "bumped",
    "bumps",
    "ramped",
    "stepped",
)
UP_TO = "".join(f"(?<!{word} )" for word in MOVES) + "up to"
# What precedes a number and says how it is meant. Longest first within one reading.
HEDGES: tuple[tuple[Op, Hedge | None, str], ...] = (
    ("~", "just over", r"just (?:over|above)|slightly (?:over|above|more than)|a little (?:over|more than)"),
    ("~", "nearly", r"nearly|almost|just (?:under|below|shy of)|close to|approaching|slightly (?:under|below|less than)"),
    (
        "~",
        "about",
        r"about|around|roughly|approximately|approx\.?|some|an estimated|estimated at|estimated|circa|ca\."
        r"|near|in the neighbou?rhood of|or so",
    ),
    (
        "<=",
        None,
        rf"(?:less|smaller|lower|fewer) than or equal to|(?:less|lower|smaller) or equal (?:than|to)|{UP_TO}"
        r"|at most(?: or equal to)?|no more than|not more than|as (?:many|much|high|large) as|a maximum of|maximum of"
        r"|capped at|(?-i:max\.?|Max\.)",
    ),
    (
        ">=",
        None,
        r"(?:more|greater|higher|larger|bigger) than or equal to|(?:more|greater|higher|larger"
        r"|bigger) or equal (?:than|to)|at least(?: or equal to)?|no less than|no fewer than|not less than|a minimum of"
        r"|minimum of|as (?:low|little|few) as|start(?:s|ing|ed)? (?:at|from)|from as low as",
    ),
    (
        ">",
        None,
        rf"(?:well |far |significantly |comfortably )?(?:more than|{OVER}|above|exceed(?:s|ed|ing)?|(?:pass"
        r"|cross)(?:es|ed|ing)?|top(?:s|ped|ping)|(?<=to )top|surpass(?:es|ed|ing)?|greater than|higher than|larger than"
        r"|bigger than|north of|upwards of|beyond|past)",
    ),
    ("<", None, r"(?:well |far |significantly )?(?:less than|fewer than|under|below|lower than|smaller than|south of)"),
)
BEFORE = compile_re(
    r"(?:^|(?<![\w]))(?:" + "|".join(f"(?P<h{i}>{pattern})" for i, (_, _, pattern) in enumerate(HEDGES)) + r")"
    r"(?:[ \u00a0](?:just|only|a mere|even|the|another|an|a))?[ \u00a0]?$",
    re.IGNORECASE,
)
AFTER_BOUND = compile_re(
    r"[ \u00a0](?:(?P<more>(?:or|and) (?:more|higher|above|greater|better))|(?P<less>(?:or"
    r"|and) (?:less|fewer|lower|under|below)))\b(?! than \S)"
)
MARKS: dict[str, tuple[Op, Hedge | None]] = {
    "~": ("~", "about"),
    "≈": ("~", "about"),
    "∼": ("~", "about"),
    "<": ("<", None),
    ">": (">", None),
    "≤": ("<=", None),
    "≥": (">=", None),
    "<=": ("<=", None),
    ">=": (">=", None),
}


def marked(mark: str) -> tuple[Op, Hedge | None]:
    """How a mark before a number means it.

    >>> marked("≈"), marked("< ="), marked("~=")
    (('~', 'about'), ('<=', None), ('~', 'about'))
    """
    return MARKS.get("".join(mark.split()), ("~", "about"))


def before_number(text: str, start: int) -> tuple[Op, Hedge | None, int]:
    """How the words before a number mean it: (op, hedge, offset where they begin).

    >>> before_number("scored just over 50", 17), before_number("scored 50", 7)
    (('~', 'just over', 7), ('=', None, 7))
    """
    found = BEFORE.search(text, max(0, start - 40), start)
    if not found:
        return "=", None, start
    op, hedge = next((op, hedge) for i, (op, hedge, _) in enumerate(HEDGES) if found[f"h{i}"])
    return op, hedge, found.start()


def with_bound(text: str, quantity: Quantity) -> Quantity:
    """The quantity with a bound that follows it: "40 or fewer", "16GB or more"."""
    bound = AFTER_BOUND.match(text, quantity.outer_end)
    if not bound or quantity.op not in ("=", "~"):
        return quantity
    return replace(quantity, op=">=" if bound["more"] else "<=", hedge=None, outer_end=bound.end())
