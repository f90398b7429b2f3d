"""Names that are those of sources and of nothing else, so that no figure can be their own."""

from __future__ import annotations

from factcheck import patterns
from factcheck.extract.names.scene import Scene, SubjectMark
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.voices.publishers import maker_of, makes_models
from factcheck.extract.voices.source_words import ALONE, ASIDE, BEFORE, JOINED, SAYS_END, SAYS_WITHIN
from factcheck.patterns import compile_re

LEADING = compile_re(r"[*_]*(?: \([^()]{1,30}\))?:[*_]* ")  # "Epoch (independent): "
TOLD_TO = compile_re(r"\bt(?:old|ells?) (?:the )?[*_]*$")  # "the company told S"


def named_as_source(text: str, start: int, at: int) -> bool:
    """Whether the words of a sentence that starts at `start` make the name at `at` a source.

    >>> text = "According to Epoch, data from Meta shows it; Meta"
    >>> [named_as_source(text, 0, at) for at in (13, 30, 45)]
    [True, True, False]
    """
    return BEFORE.search(text, max(start, at - 90), at) is not None


def cited(scene: Scene, start: int, end: int, mark: SubjectMark, vocabulary: Vocabulary) -> bool:
    """Whether a publisher stands by itself at the end of a sentence, behind another's figure: "A raised $3 million (Bloomberg)".

    Not where brackets say whose each figure is ("$3 million (A) and $4 million (B)"), or who makes what stands before them.
    """
    lead = ASIDE.search(scene.text, start, mark.start)
    if not lead or not ALONE.match(scene.text, mark.end, end):
        return False
    others = [s for s in scene.subjects if start <= s.start < mark.start and s.id != mark.id]
    if any(s.end >= lead.start() - 2 or scene.bracket(s.start) for s in others):
        return False
    if not others or (all(s.pronoun for s in others) and makes_models(mark.id or "", vocabulary)):
        return False
    return any(start <= q.start < mark.start for q in scene.quantities)


def only_source(scene: Scene, start: int, end: int, mark: SubjectMark, vocabulary: Vocabulary) -> bool:
    """Whether a name in a sentence is that of a source and of nothing else, so that no figure can be its own."""
    if named_as_source(scene.text, start, mark.start) or JOINED.match(scene.text, mark.end):
        return True
    return (
        cited(scene, start, end, mark, vocabulary)
        or heads(scene, start, end, mark, vocabulary)
        or reports(scene, start, end, mark, vocabulary)
    )


def reports(scene: Scene, start: int, end: int, mark: SubjectMark, vocabulary: Vocabulary) -> bool:
    """Whether somebody only tells, or is told, of another before it: "S raised $3 million, Bloomberg reported, which values it"."""
    if mark.pronoun:
        return False
    if TOLD_TO.search(scene.text, start, mark.start) and any(start <= s.start < mark.start for s in scene.subjects):
        return True
    if not any(start <= q.start < mark.start for q in scene.quantities):
        return False
    first = next((s for s in scene.subjects if start <= s.start < mark.start and s.id), None)
    if first is None or mark.id in (first.id, maker_of(first.id, vocabulary)):
        return False
    before, after = scene.text[max(start, mark.start - 90) : mark.start], scene.text[mark.end : min(end, mark.end + 150)]
    return bool(patterns.search(r"[,”\"’] (?:as )?[*_]*$", before) and (SAYS_END.match(after) or SAYS_WITHIN.match(after)))


def heads(scene: Scene, start: int, end: int, mark: SubjectMark, vocabulary: Vocabulary) -> bool:
    """Whether a name leads a sentence as its source: "Bloomberg: the startup has raised $3 million"."""
    if patterns.search(r"\w", scene.text[start : mark.start]) or not LEADING.match(scene.text, mark.end, end):
        return False
    others = any(mark.end < s.start < end and s.id and s.id != mark.id for s in scene.subjects)
    return others and not makes_models(mark.id or "", vocabulary)
