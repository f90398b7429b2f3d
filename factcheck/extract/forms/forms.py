"""Metrics that the words right beside a figure settle, whatever else the sentence names: "37B active", "$3 in / $15 out", "64K output".

A frame is what must stand right before a quantity and right after its number. The first frame that holds wins; the metric is one of
the standard ones (see docs/reading.md), if the ledger has it and the quantity can be a value of it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from factcheck import patterns
from factcheck.extract.forms.business_forms import BUSINESS_FRAMES
from factcheck.extract.forms.fitting import fit, in_currency, low
from factcheck.extract.forms.frames import Frame, Settled
from factcheck.extract.forms.money_forms import MONEY_FRAMES
from factcheck.extract.forms.plan_prices import plan_price
from factcheck.extract.forms.price_forms import PRICE_FRAMES, TOKEN_PRICE, price_pairs, price_rows
from factcheck.extract.forms.price_sequels import later_pairs
from factcheck.extract.forms.size_forms import likened, speaks_of_sizes
from factcheck.extract.forms.size_frames import SIZE_FRAMES, SIZES
from factcheck.extract.forms.size_parts import of_a_part, parts_of_wholes
from factcheck.extract.forms.speed_frames import SPEED_FRAMES
from factcheck.extract.forms.token_forms import TOKEN_FRAMES
from factcheck.extract.names.sentence import Sentence
from factcheck.extract.numbers.number_sums import alike
from factcheck.extract.numbers.quantity import Quantity
from factcheck.patterns import Table, compile_re

PER_WHAT = compile_re(r"[* ]{0,3}(?:(?P<stroke>/ ?)|per )(?P<what>[a-z]{3,})\b(?! ?/)")
OF = compile_re(r" (?:of|for|in) (?:the )?[*_\"“]*$")
TOKENS = ("million", "thousand", "token")
VERSUS = compile_re(r"[* ]*(?:vs\.?|versus|against|compared (?:to|with)) [*~]*")
LISTED = compile_re(r"[* ]*(?:, ?(?:and |or )?|and |or )[*~]*")
OPENED = compile_re(r"[*]*(?:[ -]tokens?)?(?: (?:context(?: window)?|output))?[*]* \((?:up to |or |even )?[~*]*")
HOLDS_WITH = compile_re(r"(?: tokens?)? (?:with|in|via|using|for|through|on|when|after)\b")
OUTPUT = compile_re(r"(?:[ -]tokens?)?(?: of)?[ -](?:max(?:imum)? )?(?:output|completion|response)\b", re.IGNORECASE)  # no window
TO = compile_re(r"[* ]*(?:to|→|->|-->)[* ]*")


@cache
def compiled() -> Table[Frame]:
    """The frames by what stands behind a figure."""
    frames = (*SIZE_FRAMES, *TOKEN_FRAMES, *SPEED_FRAMES, *PRICE_FRAMES, *MONEY_FRAMES, *BUSINESS_FRAMES)
    return Table(((frame, frame.after) for frame in frames), re.IGNORECASE)


@cache
def ending(before: str) -> re.Pattern[str]:
    """What stands before a figure, ready to search."""
    return compile_re(f"{before}$", re.IGNORECASE)


def settled(sentence: Sentence) -> dict[int, Settled]:
    """The metrics that the forms of a sentence's figures settle, by where the quantity starts."""
    found = {**price_pairs(sentence), **price_rows(sentence)}
    for quantity in sentence.quantities:
        if quantity.start not in found and (
            metric := of_a_part(sentence, quantity) or framed(sentence, quantity) or plan_price(sentence, quantity)
        ):
            found[quantity.start] = metric
    found |= later_pairs(sentence, found)
    neighbours = list(zip(sentence.quantities, sentence.quantities[1:], strict=False))
    for first, second in reversed(neighbours):
        if first.start not in found and second.start in found and (moved(sentence, first, second) or shares(sentence, first, second)):
            found[first.start] = found[second.start]
    for first, second in neighbours:
        if first.start in found and second.start not in found and (shares(sentence, first, second) or noted(sentence, first, second)):
            found[second.start] = found[first.start]
    money = [q for q in sentence.quantities if q.dimension == "money"]
    priced = False
    for first, second in reversed([*pairwise(money)]):
        priced = priced or second.per in TOKENS
        priced = priced and not first.per and LISTED.fullmatch(sentence.scene.text, first.outer_end, second.outer_start) is not None
        if priced and first.start not in found and second.start in found:
            found[first.start] = found[second.start]
    for first, second in pairwise(money):
        if (
            first.start in found
            and second.start not in found
            and (
                RISING_TO.fullmatch(sentence.scene.text, first.outer_end, second.outer_start)
                or ARROW.fullmatch(sentence.scene.text, first.outer_end, second.outer_start)
            )
        ):
            found[second.start] = found[first.start]
    return parts_of_wholes(sentence, found)


IN = compile_re(r"[*_]* (?:(?:in|of) )?(?:(?:annual|new|total) )?[*_]*")
ARROW = compile_re(r"[* ]*(?:→|->|-->|=>)[* ]*")
# "$10 per million up to 200K, rising to $15 beyond": the price behind is of the same
RISING_TO = compile_re(
    r"(?:[^.;$€£]|\.(?=\d)){0,90}?,? (?:and )?(?:then )?(?:ris(?:es|ing)|increas(?:es|ing)|climb(?:s|ing)|jump(?:s|ing)|go(?:es|ing) up"
    r"|doubl(?:es|ing)(?: that)?|fall(?:s|ing)|drop(?:s|ping)) to [*]*"
)


def moved(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether two quantities are where something came from and where it went: "from $4 to $1 per million input tokens"."""
    between = sentence.scene.text[first.outer_end : second.outer_start]
    return first.dimension == second.dimension and not first.per and TO.fullmatch(between) is not None


def shares(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether what is said of one of two listed quantities holds for the other as well: "8K and 32K context"."""
    if not {first.dimension, second.dimension} <= {"number", "tokens", "parameters"} or OUTPUT.match(sentence.scene.text, first.end):
        return False
    if first.scaled and second.scaled and VERSUS.fullmatch(sentence.scene.text, first.outer_end, second.outer_start):
        return True
    return alike(sentence.scene.text, first, second)


def noted(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether a figure in brackets is the one before them under another condition: "256K tokens (1M with S)"."""
    text = sentence.scene.text
    alike = {first.dimension, second.dimension} <= {"number", "tokens"} and first.scaled and second.scaled
    return alike and bool(OPENED.fullmatch(text, first.end, second.outer_start) and HOLDS_WITH.match(text, second.end))


def framed(sentence: Sentence, quantity: Quantity) -> Settled | None:
    """The first frame that holds of a quantity."""
    text = sentence.scene.text
    if likened(sentence, quantity):
        return None
    if quantity.dimension == "pixels":
        side = sentence.vocabulary.role(f"image-{quantity.unit}")
        return Settled(side, "side of a picture") if side and fit(quantity, side) else None
    if quantity.dimension == "flops":
        rate = sentence.vocabulary.role("compute-performance")
        return Settled(rate, "operations in a second") if rate else None
    if (counted := PER_WHAT.match(text, quantity.end)) and quantity.dimension in ("money", "time"):
        named = [m for m in sentence.vocabulary.counted_by.get(counted["what"].lower(), ()) if fit(quantity, m)]
        if len(named) == 1:
            return Settled(named[0], "what it is per")
        if counted["stroke"] and not quantity.per:
            return Settled(None, "what it is per")
    masked = without_owner(sentence, quantity)
    behind = quantity.outer_end if quantity.dimension == "percent" else quantity.end  # "40 percent" is "40%"
    for frame, after in compiled().near(text):
        if quantity.dimension not in frame.dimensions or not frame.least <= low(quantity.value) <= frame.most:
            continue
        if quantity.dimension == "money" and (quantity.per not in frame.per or (quantity.scaled and not frame.least)):
            continue
        if not after.match(text, behind):
            continue
        before = ending(frame.before)
        if not (before.search(text, max(sentence.start, quantity.outer_start - 60), quantity.start) or (masked and before.search(masked))):
            continue
        if (
            quantity.dimension == "money"
            and None in frame.per
            and not quantity.per
            and not frame.least
            and not TOKEN_PRICE.search(text, sentence.start, sentence.end)
        ):
            continue
        if frame.dimensions is SIZES and frame.least and not speaks_of_sizes(sentence, quantity):
            continue
        if frame.within and not patterns.search(frame.within, text[sentence.start : sentence.end], re.IGNORECASE):
            continue
        metric = sentence.vocabulary.role(*frame.metrics)
        metric = metric and in_currency(sentence.vocabulary.metrics, quantity, metric)
        if None not in frame.per and told(sentence, quantity, frame):
            continue
        if frame.least and quantity.dimension == "money" and named_behind(sentence, quantity, frame):
            continue
        if metric and fit(quantity, metric):
            return Settled(metric, f"form: {frame.name}", frame.weight or (8.5 if None in frame.per else 4.9))
        if frame.strict and not metric:
            return Settled(None, f"form: {frame.name}")
    return None


def without_owner(sentence: Sentence, quantity: Quantity) -> str:
    """The words before a figure without whose it is: "the context window is" of "the context window of S is"; "" if nothing says so."""
    text, start = sentence.scene.text, max(sentence.start, quantity.outer_start - 90)
    for mark in sentence.subjects:
        if start <= mark.start and mark.end <= quantity.outer_start and (of := OF.search(text, start, mark.start)):
            return text[start : of.start()] + text[mark.end : quantity.start]
    return ""


def named_behind(sentence: Sentence, quantity: Quantity, frame: Frame) -> bool:
    """Whether another metric's name of several words stands right behind a sum: "generates $3 million in revenue per employee"."""
    text, metrics = sentence.scene.text, sentence.vocabulary.metrics
    roles = {metric.id for name in frame.metrics if (metric := sentence.vocabulary.role(name))}
    return any(
        m.id and m.id not in roles and m.cue is None and " " in m.text and fit(quantity, metrics[m.id])
        for m in sentence.metrics
        if m.start >= quantity.end and IN.fullmatch(text, quantity.end, m.start)
    )


def told(sentence: Sentence, quantity: Quantity, frame: Frame) -> bool:
    """Whether a name says what money per something is: that says more than the unit. Of tokens, the passage may say it as well."""
    metrics, of_tokens = sentence.vocabulary.metrics, "million" in frame.per
    named = [m.id for m in sentence.metrics if m.id and (m.cue is None or of_tokens) and m.id not in frame.metrics]
    about = [c.id for c in sentence.around.metrics if c.id and metrics[c.id].kind == "price"] if of_tokens else []
    return any(fit(quantity, metrics[id_]) for id_ in (*named, *about))
