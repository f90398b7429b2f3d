"""The date for which a figure is said to hold: "as of March 2026", "in February 2025 it had"."""

from __future__ import annotations

import re

from factcheck.extract.names.scene import Scene
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import compile_re
from factcheck.values import as_json

AS_OF = compile_re(r"\b(?:as of|as at|at the end of|by the end of|in|by)(?: the)?(?: end of)? $", re.IGNORECASE)
HAPPENED = compile_re(
    r"\b(?:announced|launched|released|unveiled|founded|introduced|open-sourced|acquired|bought|filed|shipped|debuted)"
    r" (?:in|on|by)(?: the)? $",
    re.IGNORECASE,
)
STRICT = compile_re(r"\bas (?:of|at)(?: the)?(?: end of)? $", re.IGNORECASE)
# A state that holds for a time, not an event that happens once.
HELD = compile_re(
    r"\b(?:ha[sd]|have|held|holds|was|were|is|are|stood|reach(?:ed|es|ing)|hit|surpass(?:ed|ing)|topp(?:ed|ing)|cross(?:ed|ing)"
    r"|counted|served|employed|owned|commanded|accounted)\b",
    re.IGNORECASE,
)


def as_of(scene: Scene, start: int, end: int, figure: Quantity, kind: str) -> str | None:
    """The date of a figure in `scene.text[start:end]`: "as of March 2026" of any, "in February 2025" of an amount in its clause.

    A date says when an amount held only where it is the nearest to follow the date, or the date leads the sentence.
    """
    at = figure.start
    for mention in scene.dates:
        if not start <= mention.start < end or mention.op != "=":
            continue
        if any(at < q.start < mention.start and q.dimension == figure.dimension for q in scene.quantities):
            continue
        lead = scene.text[max(start, mention.start - 24) : mention.start]
        if HAPPENED.search(lead):
            continue  # a day of something else
        if (aside := scene.bracket(mention.start)) and not aside_of(scene, start, *aside, at):
            continue
        held = AS_OF.search(lead)
        leads = held and not any(map(str.isalnum, scene.text[start : mention.start - len(held[0])]))
        near = scene.clause(mention.start) == scene.clause(at) and (0 < mention.start - at < 60 or leads)
        if STRICT.search(lead) or (kind == "amount" and near and held and HELD.search(scene.text, start, end)):
            value = as_json(mention.value)
            return value if isinstance(value, str) else None
    return None


def aside_of(scene: Scene, start: int, opening: int, closing: int, at: int) -> bool:
    """Whether brackets are about the figure at an offset: it stands in them, or is the last before them."""
    before = [q.start for q in scene.quantities if start <= q.start < opening]
    return opening < at < closing or (bool(before) and before[-1] == at)
