"""Names that one event happens to together, and names that only begin that of something else."""

from __future__ import annotations

import re

from factcheck.extract.dates.events import Told, suits
from factcheck.extract.names.origins import left_behind
from factcheck.extract.names.scene import SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

COORDINATED = compile_re(
    r"(?:\s|,|and\b|&|plus\b|\+|/|both\b|the\b|its\b|[*\"“”•]|\([^()\d]{1,40}\)|\([a-z][\w.:/-]*\)"
    r"|models? \(|\)(?=,| and| &)|models?(?=,| (?:and|&|\()))*"
)
# A noun after a name makes it one of those: "GPT-5's system card", "Claude users".
NOUN_AFTER = compile_re(
    r"['’]s? \w|[- ](?:(?:technical |research |tech )?(?:papers?|reports?)|system cards?|benchmarks?|results?|support|API|apps?"
    r"|integrations?|users?|subscribers?|pricing"
    r"|GGUFs?|ggufs?|AWQ|GPTQ|ONNX|INT[48]|FP8|quanti[sz](?:ed|ations?)|plugins?|tools?|demos?|code|data|datasets?|research|customers?|features?|store|spaces?|subscriptions?|powered|based|like|level|class|rivals?"
    r"|competitors?|successors?|clones?|eval)\b"
)
THEY = compile_re(
    r"\W*(?:(?:But|And|Then|So),? )?(?:They|Both(?: (?:models|versions))?|(?:All|Both) of (?:them|these)|(?:These|All|Both)"
    r"(?: two| three)? models)"
    r"(?: (?:will|would|are|were|both|all|now|be|been|have|had|then|to|set|due|scheduled|being|also|only|first|\w+ly))* ",
    re.IGNORECASE,
)
LONGER = compile_re(r" [A-Z][a-z]")  # behind the name of a family: the name of one of its models


def together(sentence: Sentence, mark: SubjectMark, event: Told, alone: bool = False) -> list[str]:
    """The ids of a mark and of those that a comma or "and" joins to it, those behind it only if what stands before is none of them."""
    marks = [
        m for m in sentence.scene.subjects if m.id and sentence.start <= m.start < sentence.end and suits(event, m.id, sentence.vocabulary)
    ]
    at = next((i for i, m in enumerate(marks) if m.start == mark.start), None)
    if at is None:
        return [mark.id or ""]
    first = last = at
    text = sentence.scene.text
    while not alone and first and COORDINATED.fullmatch(text, marks[first - 1].end, marks[first].start):
        if left_behind(text, sentence.start, (marks[first - 1].start, marks[first - 1].end)):
            break  # "Unlike X, Y"
        first -= 1
    while last + 1 < len(marks) and COORDINATED.fullmatch(sentence.scene.text, marks[last].end, marks[last + 1].start):
        last += 1
    kind = sentence.vocabulary.subjects[mark.id or ""].kind
    named = [m for m in marks[first : last + 1] if m.start == mark.start or not noted(text, m)]
    return list(dict.fromkeys(m.id for m in named if m.id and sentence.vocabulary.subjects[m.id].kind == kind))


def noted(text: str, mark: SubjectMark) -> bool:
    """Whether a name is only how an API writes the one before it, in brackets: "X 4 (x-4-20250514)"."""
    return mark.text.islower() and text[: mark.start].rstrip("`").endswith("(") and text[mark.end :].lstrip("`").startswith(")")


def of_group(sentence: Sentence, event: Told) -> list[tuple[str, str]]:
    """Those whom the passage names together, where the sentence speaks of "they" or "both": "Both will be retired in May"."""
    if not THEY.fullmatch(sentence.scene.text, sentence.start, event.start):
        return []
    return [(id_, "several named before") for id_ in sentence.around.group if suits(event, id_, sentence.vocabulary)]


def part_of_other(sentence: Sentence, mark: SubjectMark) -> bool:
    """Whether a name only begins that of something else: "GPT-5's system card", "BitNet Embeddings"."""
    text = sentence.scene.text
    return bool(NOUN_AFTER.match(text, mark.end) or (mark.id in sentence.vocabulary.families and LONGER.match(text, mark.end)))
