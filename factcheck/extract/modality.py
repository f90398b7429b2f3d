"""Whether a figure is stated as a fact, or as a rumour, a prediction or a denial."""

from __future__ import annotations

import re

from factcheck.extract.assertion import Modality

NEGATED = re.compile(
    r"\b(?:did|does|do|has|have|had|is|was|were|are|could|can)(?: not|n['’]t)(?: quite| yet| actually| even)? (?:reach|hit|achieve|score|exceed|surpass|cross|break|top|match|attain|get|have|cost|support|reached|scored|achieved|get to)\b[^.;,]{0,40}$"
    r"|\b(?:not|never|failed to (?:reach|hit|score|match)|fell short of|falls short of|rather than|instead of)(?: (?:of|the|a|an|quite|at|as|exactly|really))* $",
    re.IGNORECASE,
)
RUMOURED = re.compile(
    r"\b(?:rumou?r(?:s|ed)?|reportedly|allegedly|leak(?:s|ed)?|purported(?:ly)?|unconfirmed|speculat\w+|supposedly|is said to|are said to|whisper\w*)\b",
    re.IGNORECASE,
)
PREDICTED = re.compile(
    r"\b(?:will (?:reach|hit|score|cost|be|have|exceed|grow|launch|ship|release|arrive|cross|surpass|come)|is (?:expected|projected|set|slated|likely|predicted) to|are (?:expected|projected|likely) to|expects? to|we predict|predicts?|forecasts?|projected|could (?:reach|hit|cost|exceed)|might|may (?:reach|hit|cost))\b",
    re.IGNORECASE,
)


def modality_of(text: str, start: int, end: int, at: int) -> Modality:
    """How the sentence `text[start:end]` means the figure at offset `at`.

    >>> modality_of("It did not reach 57 on it", 0, 25, 17), modality_of("It reportedly has 2T parameters", 0, 31, 18)
    ('negated', 'rumoured')
    """
    before = text[start:at]
    if NEGATED.search(before[-70:]):
        return "negated"
    if RUMOURED.search(text[start:end]):
        return "rumoured"
    if PREDICTED.search(before[-90:]):
        return "predicted"
    return "stated"
