"""Two conditions that are named together, and two figures in the same order: "With and without tools, S gets 58 and 42"."""

from __future__ import annotations

from factcheck.extract.names.scene import Scene
from factcheck.extract.names.sentence import Attached
from factcheck.patterns import compile_re

JOINT = r"(?: ?/ ?| (?:and|or|vs\.?|versus) )"
WHAT = r"(?:(?:the use of|external|any) )?(?P<what>tools?(?: use)?|thinking|reasoning|search|browsing|code execution)"
EFFORT = r"(?:x?high|max|medium|low|minimal)"
# The parts are groups: the first of two and, by the noun, what of; the first is "with" or "without", or an effort.
WITH_AND_WITHOUT = compile_re(rf"\b(?P<first>[Ww]ith(?:out)?){JOINT}(?:with(?:out)?|w/o) {WHAT}\b")
WITH_IT_AND_WITHOUT = compile_re(rf"\b(?P<first>[Ww]ith(?:out)?) {WHAT}{JOINT}(?:with(?:out)?|w/o)(?: (?:them|it))?(?=[,.;:)]| on\b|$)")
EFFORTS = compile_re(rf"\b(?P<first>{EFFORT}){JOINT}(?P<second>{EFFORT}) (?:reasoning |thinking )?effort\b")
TOOLS = ("tool", "search", "browsing", "code")

Said = dict[int, dict[str, str]]


def paired(scene: Scene, start: int, end: int, figures: list[Attached]) -> tuple[Said, list[tuple[int, int]]]:
    """The conditions of the figures of a sentence `scene.text[start:end]`, by their index, and where the pairs stand that name them.

    Only where the sentence has two figures of one place, the first of which is of what is named first.
    """
    said: Said = {}
    spans: list[tuple[int, int]] = []
    places = {(f.metric.id, f.subjects[0].id) for f in figures}
    for pair in (WITH_AND_WITHOUT, WITH_IT_AND_WITHOUT, EFFORTS) if len(figures) == 2 and len(places) == 1 else ():
        for m in pair.finditer(scene.text, start, end):
            values = named(m.groupdict())
            for i, value in enumerate(values[1:]):
                said.setdefault(i, {})[values[0]] = value
            spans.append(m.span())
    return said, spans


def named(groups: dict[str, str]) -> tuple[str, str, str]:
    """The key of two conditions and both their values, in order."""
    if second := groups.get("second"):
        return "effort", groups["first"].lower(), second.lower()
    without = groups["first"].lower() == "without"
    if groups["what"].startswith(TOOLS):
        values = ("with", "without")
        key = "tools"
    else:
        key, values = "mode", ("thinking", "non-thinking")
    return (key, values[1], values[0]) if without else (key, values[0], values[1])
