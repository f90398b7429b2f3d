"""The two sides of a comparing word: those it is said of, and those they are compared with."""

from __future__ import annotations

from factcheck import patterns
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

INTRODUCES = compile_re(r"(?:competitors )?like|such as|including|near|close to")  # words that go on with the same objects
# Between one who has no name and those who are given as examples: "rivals like A and B".
EXAMPLES = compile_re(r"[*]*,? (?:like|such as|including|\(|,|–|—)[^.;]*")
MAKERS_OWN = compile_re(r"(?:,? (?:and|or|&) (?:[A-Z]\w+ )*[A-Z]\w+)?['’]s? (?:[a-z-]+ )*[a-z]+")  # "Google and Meta's models"
LISTED = compile_re(r"(?:\s|,|\*|&|/|\band\b|\bboth\b|\([^()]{0,30}\))+")
# "a model that beats O" is said of the model; "systems that beat O" of nobody here.
RELATIVE = compile_re(r"(?P<noun>[A-Za-z-]+),? (?:that|which|who)(?: [\w’']+){0,3} $")
WHICH = compile_re(r"[*]*,? (?:that|which|who)(?: [\w’']+){0,2} $")
ANTECEDENT = compile_re(
    r"(?:model|system|one|release|version|LLM|performance|scores?|results?|release|upgrade|update|chip"
    r"|product|tool|assistant)$"
)
NAMED_PERSON = ("model", "product", "person")


def objects_of(sentence: Sentence, start: int, end: int) -> tuple[tuple[SubjectMark, ...], tuple[str, ...]]:
    """Those compared with, and their ids: the objects that follow, up to the next comparing word."""
    text, vocabulary = sentence.scene.text, sentence.vocabulary
    limit = min((c.start for c in sentence.scene.comparings if c.start > start and not INTRODUCES.fullmatch(c.words)), default=sentence.end)
    following = [s for s in sentence.subjects if end <= s.start < limit and (s.object or s.text.lower() not in ("its", "their"))]
    out: list[SubjectMark] = []
    for i, mark in enumerate(following):
        if not mark.object:
            break
        if mark.id is None and i + 1 < len(following) and not EXAMPLES.fullmatch(text, mark.end, following[i + 1].start):
            break
        if not MAKERS_OWN.match(text, mark.end) or sentence.is_model(mark.id):
            out.append(mark)
    kinds = {vocabulary.subjects[o.id].kind for o in out if o.id}
    named = tuple(o for o in out if o.id and (vocabulary.subjects[o.id].kind in NAMED_PERSON or kinds <= {"organisation"}))
    ids = (other_than_subject(sentence, o, start) if o.pronoun else o.id for o in named)
    return named, tuple(dict.fromkeys(i for i in ids if i))


def other_than_subject(sentence: Sentence, pronoun: SubjectMark, start: int) -> str | None:
    """Whom "it" means behind a comparing word: the one spoken of before the subject."""
    before = [s for s in sentence.subjects if s.end <= start and s.id and not s.pronoun and sentence.is_model(s.id)]
    subject = next((s.id for s in reversed(before) if not s.object), None)
    others = [i for i in (sentence.around.pronoun, *(s.id for s in before)) if i and i != subject]
    return others[-1] if others else None


def subjects_of(sentence: Sentence, start: int, versus: tuple[str, ...]) -> tuple[str, ...]:
    """Who is compared: the nearest on the left that are no objects, several if they stand in a list, else whom the passage is about."""
    text, subjects = sentence.scene.text, sentence.vocabulary.subjects
    kinds = {subjects[v].kind for v in versus}
    makers = kinds == {"organisation"}
    relative = RELATIVE.search(text, max(sentence.start, start - 60), start)
    which = WHICH.search(text, sentence.start, start)
    named = next((s.id for s in sentence.subjects if which and s.end == which.start() and s.id and sentence.is_model(s.id)), None)
    if named:
        return (named,)
    left = [s for s in sentence.subjects if s.end <= start and not s.object and s.id not in versus]
    left = [s for s in left if s.id is None or sentence.is_model(s.id) or (makers and subjects[s.id].kind in kinds)]
    if relative and not ANTECEDENT.match(relative["noun"]) and not (left and left[-1].end >= relative.end("noun")):
        return ()
    left = [s for s in left if not sentence.oblique(s)] or left  # "S has 83 on T, above O": S is
    if left:
        out = [left[-1]]
        for mark in reversed(left[:-1]):
            if not LISTED.fullmatch(text, mark.end, out[0].start):
                break
            out.insert(0, mark)
        if len(out) > 1 and not patterns.search(r"\band\b|&|/", text[out[-2].end : out[-1].start]):
            out = out[-1:]
        return () if any(s.id is None for s in out) else tuple(dict.fromkeys(s.id for s in out if s.id))
    for choice in sentence.around.subjects:
        if choice.id and choice.id not in versus and choice.weight >= 3.0 and sentence.is_model(choice.id):
            return (choice.id,)
    return ()
