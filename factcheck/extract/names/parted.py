"""Metrics whose names stand in two places: "On Marsh, it has an Elo rating of 3206", "Marsh: 27, accuracy 46%" with a "Marsh accuracy"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.extract.names.name_parts import Parts
from factcheck.extract.names.scene import MetricMark, Scene
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

BEHIND = compile_re(r"(?:[^.,;:()]|\.(?=\d)){0,40}? on (?:the )?(?P<head>[A-Z][\w².-]*(?: [A-Z0-9][\w².-]*)*)")


def with_parted(scene: Scene, bounds: tuple[int, int], above: Sequence[str], parts: Parts) -> list[MetricMark]:
    """The metrics that the sentence between two offsets names, with those of which it and what stands `above` give a part each."""
    start, end = bounds
    out = [m for m in scene.metrics if start <= m.start < end]
    for said in parts.tail.finditer(scene.text, start, end):
        if any(m.start < said.start() < m.end for m in out):
            continue  # the end of a longer name
        heads = parts.heads[said.group().lower()]
        behind = BEHIND.match(scene.text, said.end(), end)
        metric = special((behind["head"],), heads) if behind else None
        apart = not behind or any(said.end() <= q.start < behind.end() for q in scene.quantities)  # "a rate of q on M"
        last = behind.end() if behind and metric and not apart else said.end()
        if metric := metric or special((scene.text[start : said.start()], *above), heads):
            whole = MetricMark(said.start(), last, metric.id, scene.text[said.start() : last])
            out = [m for m in out if m.end <= said.start() or last <= m.start]
            out = sorted([*out, whole], key=lambda m: m.start)
    return out


def special(passages: Iterable[str], heads: dict[str, Metric]) -> Metric | None:
    """The metric whose other part the first of some passages gives that gives one, there the last."""
    for passage in passages:
        found = [(m.start(), metric) for head, metric in heads.items() for m in head_pattern(head).finditer(passage)]
        if found:
            return max(found, key=lambda f: f[0])[1]
    return None


@lru_cache(maxsize=256)
def head_pattern(head: str) -> re.Pattern[str]:
    return compile_re(rf"(?<![\w-]){re.escape(head)}(?![\w-])")
