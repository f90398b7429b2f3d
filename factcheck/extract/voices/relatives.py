"""Sources that speak for one figure, right behind it: "the 50.4% that S reports", "50.4% with tools, as measured by S"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.names.scene import Scene
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.voices.publishers import PUBLISHERS
from factcheck.extract.voices.source import Source
from factcheck.extract.voices.source_words import MEASURING, SAYING
from factcheck.patterns import compile_re

SETTING = r"%?(?: percent| points)?(?: (?:with|without|in|on|at|for|under) [^,.;:()\d]{1,40}?)?"
# Between the figure and a name, of which a verb must tell that it reports, or tells already that it did.
SUBJECT = compile_re(rf"{SETTING}(?: that| which)? (?:the )?")
AGENT = compile_re(
    rf"{SETTING},?(?: (?:that|which) (?:was|is|were)| as)?"
    r" (?:reported|measured|claimed|published|quoted|cited|given|stated|found|recorded|announced|listed|obtained) by (?:the )?"
)
VERB = compile_re(
    rf"(?: (?:itself|had|has|have|originally|previously|independently|now|then|later))*"
    rf" (?:{SAYING}|{MEASURING})(?=[,.;:)]|$| (?:for|on|with|without|in|at|under|and|but|while)\b)"
)


def behind_figures(scene: Scene, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Source]:
    """Each publisher that a sentence names right behind a figure as the one who reports it, as the source of that figure alone."""
    for mark in scene.subjects:
        if not start <= mark.start < end or mark.pronoun or not mark.id or vocabulary.subjects[mark.id].kind not in PUBLISHERS:
            continue
        figure = next((q for q in reversed(scene.quantities) if start <= q.start < mark.start), None)
        if figure is None:
            continue
        by = AGENT.fullmatch(scene.text, figure.end, mark.start)
        if by or (SUBJECT.fullmatch(scene.text, figure.end, mark.start) and VERB.match(scene.text, mark.end, end)):
            yield Source(figure.start, figure.end, mark.id, "figure")
