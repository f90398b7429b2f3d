"""Kept patterns: the same as Python's own, whatever happens to what is kept."""

from __future__ import annotations

import marshal
import re
import subprocess
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import cache, patterns

TEXTS = ["", "a1b22", "Scored 57.5% on it", "K: 12-14", "aaa\nbbb", "ÄÖÜ straße STRASSE", "ı İ k K"]
PATTERNS = [
    (r"\d+(?:\.\d+)?%?", 0),
    (r"(?P<name>[a-z]+)(\d)?(?P<last>\w)", re.IGNORECASE),
    (r"(?<=a)b|^b+$", re.MULTILINE),
    (r"(?i:stra(?:ß|ss)e)\b", 0),
    (r"(?x) k \s* : # spaced", re.IGNORECASE),
    (r"(a)(?(1)1|2)", re.ASCII),
    (r"(?P<x>a+)(?P=x)|[^\W\d_]++", 0),
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.delenv(cache.OFF, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    patterns._new.clear()
    patterns._kept.cache_clear()
    yield tmp_path / "factcheck"
    patterns._new.clear()
    patterns._kept.cache_clear()


def another_run() -> None:
    patterns.keep()
    patterns._kept.cache_clear()


def agree(text: str, flags: int) -> None:
    ours, theirs = patterns.compile_re(text, flags), re.compile(text, flags)
    assert (ours.pattern, ours.flags, ours.groups, dict(ours.groupindex)) == (
        theirs.pattern,
        theirs.flags,
        theirs.groups,
        dict(theirs.groupindex),
    )
    for sample in TEXTS:
        found = [(match.span(), match.groups(), match.groupdict(), match.lastgroup) for match in ours.finditer(sample)]
        assert found == [(match.span(), match.groups(), match.groupdict(), match.lastgroup) for match in theirs.finditer(sample)]
        assert ours.sub("-", sample) == theirs.sub("-", sample)


@pytest.mark.parametrize(("text", "flags"), PATTERNS)
def test_new_and_kept_they_are_as_pythons_own(home: Path, text: str, flags: int) -> None:
    agree(text, flags)
    assert patterns._new
    another_run()
    agree(text, flags)
    assert not patterns._new


def test_more_are_added_to_what_is_kept(home: Path) -> None:
    for text, flags in PATTERNS:
        agree(text, flags)
        another_run()
    for text, flags in PATTERNS:
        agree(text, flags)
    assert not patterns._new
    assert len(list(home.iterdir())) == 1


def test_the_file_does_not_grow_for_ever(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "MOST", 3)
    for text, flags in PATTERNS:
        agree(text, flags)
        another_run()
        assert len(patterns._kept()) <= 4


def test_a_wrong_pattern_is_an_error_as_everywhere(home: Path) -> None:
    with pytest.raises(re.error):
        patterns.compile_re("(")


def test_a_python_that_hides_its_engine_is_no_trouble(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_pattern", None)
    agree(*PATTERNS[0])
    assert not patterns._new


@given(units=st.lists(st.integers(0, 2**32 - 1), max_size=12), groups=st.integers(-1, 3))
def test_code_that_is_not_ours_is_never_run(units: list[int], groups: int) -> None:
    text = r"\d+"
    kept = {f"0 {text}": (32, groups, {"x": 1}, array("I", units).tobytes(), None)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patterns, "_kept", lambda: kept)
        try:
            patterns.compile_re(text).findall("a1b22")
        except RuntimeError as error:  # how the engine says that it will not
            pytest.fail(str(error))


OTHER_SHAPES: list[Any] = [[], {f"0 {PATTERNS[0][0]}": 5}, {f"0 {PATTERNS[0][0]}": (1, 2)}]


@pytest.mark.parametrize("body", [b"", b"\0", b"[", *map(marshal.dumps, OTHER_SHAPES)])
def test_a_content_of_another_shape_is_made_anew(home: Path, body: bytes) -> None:
    cache.write(home / patterns._name(), patterns.HEADER, body)
    agree(*PATTERNS[0])


def test_a_second_run_compiles_nothing(home: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Aurora 2 scored 57% on the exam and costs $3 per million tokens.")
    changed = []
    for _ in range(2):
        subprocess.run([sys.executable, "-m", "factcheck", str(draft)], capture_output=True, check=False)
        (file,) = home.glob("patterns-*")
        changed.append(file.stat().st_mtime_ns)
    assert changed[0] == changed[1]


ROWS = [("cheap", r"(?:is|are) (?:cheap|less)er"), ("any", r"[a-z]+ly"), ("same", r"the same (?=price|cost)"), ("cheap", "Cheap")]


@pytest.mark.parametrize("again", [False, True])
def test_a_table_gives_what_may_match(home: Path, again: bool) -> None:
    if again:
        list(patterns.Table(ROWS, re.IGNORECASE))
        another_run()
    table = patterns.Table(ROWS, re.IGNORECASE)
    assert [name for name, _ in table.near("It is CHEAPER")] == ["cheap", "any", "cheap"]
    assert [pattern.pattern for _, pattern in table.near("at the same COST")] == [ROWS[1][1], ROWS[2][1]]
    assert [name for name, _ in table] == [name for name, _ in ROWS]


def test_a_table_with_wrong_notes_of_what_it_needs_is_made_all_the_same(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(patterns, "_kept", lambda: {f"0 {text}": (0, 0, {}, b"", 5) for _, text in ROWS})
        assert len(patterns.Table(ROWS).near("")) == len(ROWS)
