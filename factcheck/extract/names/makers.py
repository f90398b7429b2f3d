"""Companies that are called by what they make: "the S maker"."""

from __future__ import annotations

from factcheck.dataclass import replace
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.patterns import compile_re

THE = compile_re(r"\b(?:[Tt]he|as|by|for|from|[Bb]oth|[Aa]nd) [\"“*_]*$|^[\W_]*$|[.,:;—–(] ?$")
# "the S developer", but not "the S developer platform"
MAKER = compile_re(
    r"[\"”*_]*[- ](?:maker|creator|parent(?: company)?|owner|developer(?! (?:platforms?|tools?|consoles?|mode|experience|community"
    r"|conference|days?|docs|documentation|kit|previews?|portal|programs?|accounts?|API|surveys?|ecosystem|relations|teams?|beta|plans?|tiers?"
    r"|forums?|hub|guides?|blog)\b))(?:['’]s?)?(?![\w-])"
)


def with_makers(marks: list[SubjectMark], text: str, vocabulary: Vocabulary) -> list[SubjectMark]:
    """The names in a text, those of things by which their maker is called as the maker's, nobody's where it is not known."""
    return [of_maker(mark, text, vocabulary) for mark in marks]


def of_maker(mark: SubjectMark, text: str, vocabulary: Vocabulary) -> SubjectMark:
    """A name as that of the company which makes what it stands for, where the words beside it say so."""
    thing = vocabulary.subjects.get(mark.id or "")
    if thing is None or mark.pronoun or thing.kind not in ("model", "product"):
        return mark
    behind = MAKER.match(text, mark.end) if THE.search(text, max(0, mark.start - 12), mark.start) else None
    if not behind:
        return mark
    maker = thing.maker if thing.maker in vocabulary.subjects else None
    return replace(mark, end=behind.end(), id=maker, text=text[mark.start : behind.end()])
