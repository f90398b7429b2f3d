"""Between whom a ratio or difference is: the subject before it, and those that its words set against it."""

from __future__ import annotations

import re

from factcheck.extract.relation_figures import Figure
from factcheck.extract.scene import SubjectMark
from factcheck.extract.sentence import Sentence

# Who sets the other side against the subject.
AGAINST = re.compile(
    r"\b(?:than|vs\.?|versus|of|as|over|to|from|behind|ahead of|above|below|on|with|at|against|beats?|leads?"
    r"|trails?)(?: (?:the|its|predecessor|that of|those of|what|previous|original|standard|normal))* [*\"“]*$"
)


def sides(sentence: Sentence, figure: Figure) -> tuple[str | None, tuple[str, ...]]:
    """(whose, against whom) of a relation: the subject before it, those that its words set against it."""
    vocabulary, text = sentence.vocabulary, sentence.scene.text
    kinds = ("model", "product", "organisation")
    marks = [s for s in sentence.subjects if s.id is None or vocabulary.subjects[s.id].kind in kinds]
    after = [s for s in marks if s.start >= figure.end and not s.pronoun and set_against(sentence, s, figure.end)]
    versus: list[SubjectMark] = []
    for s in after:
        if len(sentence.words(figure.end, s.start)) > 14 or re.search(r";|\.\s", text[figure.end : s.start]):
            break
        if versus and not re.fullmatch(r"(?:\s|,|and|or|&|/|\*|['’]s|\([^()]*\))*", text[versus[-1].end : s.start]):
            break
        versus.append(s)
    if not versus and figure.form in ("by n", "n points ahead"):
        leads = [
            s
            for s in marks
            if s.object
            and s.end <= figure.start
            and len(sentence.words(s.end, figure.start)) <= 6
            and sentence.same_clause(s.start, figure.start)
        ]
        versus = [s for s in leads if not any(o.start > s.end and not o.object for o in marks if o.end <= figure.start)]
        versus = versus or improved_on(sentence, figure, marks)
    against = tuple(dict.fromkeys(s.id for s in versus if s.id))
    before = [s for s in marks if s.end <= figure.start and s.id not in against]
    models = [s for s in before if s.id is None or sentence.is_model(s.id)] or before
    near = [s for s in models if not s.object and not oblique(sentence, s)]
    other = next((s.id for s in reversed(models) if s not in near and s.id and sentence.is_model(s.id)), None)
    if near:
        same = [s for s in near if sentence.same_clause(s.start, figure.start)]
        subject = (same or near)[-1]
        behind = [s for s in models if s not in near and s.start > subject.end and s.id and s.id != subject.id]
        return subject.id, against or tuple(s.id for s in behind[-1:] if s.id)
    tied = [
        s
        for s in marks
        if s.start >= figure.end
        and s not in versus
        and sentence.is_model(s.id)
        and sentence.words(figure.end, s.start)[-1:] in (["on"], ["for"], ["of"])
    ]
    if tied and not before and len(sentence.words(figure.end, tied[0].start)) <= 6:
        return tied[0].id, against
    for choice in sentence.around.subjects:
        if choice.id and choice.id not in against and choice.id != other and choice.weight >= 3.0 and sentence.is_model(choice.id):
            if not before and not refers(sentence, figure):
                return None, ()
            return choice.id, against or ((other,) if other else ())
    behind = [s for s in marks if s.start >= figure.end and s not in versus and not s.object and sentence.is_model(s.id)]
    return (behind[0].id, against) if against and behind else (None, ())


OBLIQUE = re.compile(
    r"\b(?:of|to|from|for|in|than|vs\.?|versus|upon|by|over|prior|uses?|using|via|through|thanks to|match(?:es|ed|ing)?"
    r"|rivals?|rivaling)(?: (?:the|its|recent|standard|normal|original|capabilities of))* [*\"“(]*$"
)


def oblique(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name stands in a phrase that says something of another: "an update to X", "uses X", "matches X"."""
    return OBLIQUE.search(sentence.scene.text, max(sentence.start, mark.start - 40), mark.start) is not None


def refers(sentence: Sentence, figure: Figure) -> bool:
    """Whether a sentence without a name speaks of what the passage is about: it is short, refers back, or begins with its verb."""
    lead = sentence.scene.text[sentence.start : figure.start]
    words = sentence.words(sentence.start, figure.start)
    return (
        (len(words) <= 4 and not re.match(r"[*\"“ ]*(?:Your|My|Our|Their|His|Her|A|An|Some|Most|Many)\b", lead))
        or re.search(r"\b(?:[Ii]ts?|[Tt]he (?:new |latest )?(?:model|system|app|update|version|release)|which)\b", lead) is not None
        or re.match(r"(?:[^:]{2,40}: ?)?[*\"“ ]*[A-Z]?[a-z]+(?:s|ed|ing)\b", lead) is not None
    )


def improved_on(sentence: Sentence, figure: Figure, marks: list[SubjectMark]) -> list[SubjectMark]:
    """The other side of "improves on X by n", "the gap to X is n"."""
    text = sentence.scene.text
    return [
        s
        for s in marks
        if s.end <= figure.start
        and len(sentence.words(s.end, figure.start)) <= 4
        and re.search(
            r"\b(?:improv(?:es|ed|ing) (?:on|upon|over)|gap to|lead over|leads?|trails?|beats?|outperforms?|surpasses|surpassed|led"
            r"|trailed|outperformed) (?:the )?[*]*$",
            text[max(0, s.start - 24) : s.start],
        )
    ]


def set_against(sentence: Sentence, mark: SubjectMark, end: int) -> bool:
    """Whether a subject behind a relation is its other side: an object, a possessive, or named with "than", "of", "as"."""
    text = sentence.scene.text
    return (
        mark.object
        or bool(re.match(r"['’]s?\b", text[mark.end : mark.end + 2]))
        or bool(AGAINST.search(text[max(end - 1, mark.start - 40) : mark.start]))
    )
