"""Stated conditions against a claim's."""

from __future__ import annotations

import pytest

from factcheck.judge.conditions import Match, contradiction, match


@pytest.mark.parametrize(
    ("key", "stated", "held", "outcome"),
    [
        ("mode", "long", "long", "same"),
        ("mode", "long", "long mode", "same"),
        ("mode", "long", "short", "other"),
        ("mode", "thinking", "non-thinking", "other"),
        ("mode", "thinking", "extended thinking", "same"),
        ("mode", "thinking off", "thinking", "other"),
        ("effort", "high", "xhigh", "other"),
        ("effort", "high", "very high", "other"),
        ("variant", "with images", "without images", "other"),
        ("tools", "with", "with", "same"),
        ("tools", "with", "python", "same"),
        ("tools", "python", "with", "same"),
        ("tools", "python", "search", "other"),
        ("tools", "with", "without", "other"),
        ("tools", "without", "python", "other"),
        ("version", "4", "4.0", "same"),
        ("version", "4.1", "4", "same"),
        ("version", "4.0", "4.1", "other"),
        ("version", "4.1", "4.10", "other"),
        ("attempts", "pass@1", "1", "same"),
        ("attempts", "pass@1", "pass@5", "other"),
        ("variant", "text only", "only text", "same"),
        ("variant", "text", "the text-only subset", "same"),
        ("variant", "text", "images", "other"),
        ("language", "french", "german", "other"),
    ],
)
def test_match(key: str, stated: str, held: str, outcome: Match) -> None:
    assert match(key, stated, {key: held}) == outcome
    assert match(key, stated, {}) == "silent"


def test_only_settings_contradict() -> None:
    assert contradiction({"mode": "long", "tools": "with"}, {"tools": "without"}) == "tools"
    assert contradiction({"mode": "long"}, {"tools": "without"}) is None
    assert contradiction({"variant": "text"}, {"variant": "images"}) is None
    assert contradiction({"as_of": "2025"}, {"as_of": "2024"}) is None
