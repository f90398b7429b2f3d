"""Names in a list: different subjects, or different metrics, with nothing but commas, "and", "or" between them."""

from __future__ import annotations

from factcheck.extract.names.origins import left_behind
from factcheck.extract.names.scene import MetricMark, SubjectMark
from factcheck.extract.names.sentence import Sentence
from factcheck.patterns import compile_re

NAMES = compile_re(r"(?:\s|,|&|/|\*|\band\b|\bor\b|\bthe\b|['’]s)*")
ADJUNCT = compile_re(
    r"(?:^|[.;:(]\s)(?:On|With|In|At|Using|Via|Under|Running|Through|After|Before|Since|Unlike|Beyond|Following|Alongside|Besides"
    r"|Replacing|Over|Against|(?:Running|Served|Deployed|Hosted|Trained|Tested|Based|Built) (?:on|with|from|in))"
    r"(?: (?:the|a|an|its|our|my|just|one|single|lone)){0,3} $"
)


def name_lists(sentence: Sentence) -> list[list[SubjectMark]]:
    """Different subjects with nothing but commas, "and", "or" between them."""
    groups: list[list[SubjectMark]] = []
    for mark in (s for s in sentence.subjects if s.id):
        last = groups[-1][-1] if groups else None
        alike = last and last.object == mark.object and sentence.is_model(mark.id) == sentence.is_model(last.id)
        text = sentence.scene.text
        adjunct = groups and "," in text[groups[-1][-1].end : mark.start] and led_in(text, sentence.start, groups[-1])
        if alike and not adjunct and NAMES.fullmatch(text, groups[-1][-1].end, mark.start):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return [g for g in groups if len(g) > 1 and len({s.id for s in g}) == len(g)]


def led_in(text: str, start: int, group: list[SubjectMark]) -> bool:
    """Whether names only open a sentence about another one: S of "Running on S, T has", "Fine-tuned from S, T has"."""
    first = group[0]
    return bool(ADJUNCT.search(text, start, first.start)) or left_behind(text, start, (first.start, first.end))


def metric_lists(sentence: Sentence) -> list[list[MetricMark]]:
    """Different metrics with nothing but commas, "and", "or" between them."""
    groups: list[list[MetricMark]] = []
    for mark in (m for m in sentence.metrics if m.cue is None and not m.weak):
        if groups and NAMES.fullmatch(sentence.scene.text, groups[-1][-1].end, mark.start):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return [g for g in groups if len(g) > 1 and len({m.id for m in g}) == len(g)]
