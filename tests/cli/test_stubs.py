"""`factcheck check --stubs FILE`: what the ledger lacks becomes claims that lack but a source."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import LedgerError
from factcheck.ledger.layout import SCHEMA
from factcheck.ledger.load import load
from tests.cli.conftest import Outcome

Run = Callable[..., Outcome]

DRAFT = """\
Acme Owl has a context window of 200K tokens. Acme Owl scores 71% on QuizBench.

According to Gauge Lab, Acme Owl has a context window of about 190,000 tokens.

Acme Owl has a context window of 200,000 tokens.

Bolt 9 scores 61% on QuizBench.
"""


@pytest.fixture
def draft(folder: Path) -> Path:
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    return folder / "stubs.yaml"


def test_every_unverified_figure_is_a_claim_without_a_source(factcheck: Run, draft: Path) -> None:
    done = factcheck("check", "draft.md", "--stubs", "stubs.yaml")
    assert done.code == 0
    assert done.err == "factcheck: 3 stubs added to stubs.yaml (1 new subject): name a source for each in place of TODO\n"
    assert draft.read_text(encoding="utf-8") == (
        """\
# yaml-language-server: $schema=ledger.schema.json
subjects:
  - id: bolt-9
    name: Bolt 9
    kind: model

claims:
  # Acme Owl
  # draft.md:1:34  200K
  # draft.md:5:34  200,000
  - subject: acme-owl
    metric: context-window
    value: 200000
    unit: tokens
    sources: [TODO]

  # draft.md:3:64  190,000
  - subject: acme-owl
    metric: context-window
    value: 190000
    unit: tokens
    op: "~"
    by: gauge-lab
    sources: [TODO]

  # Bolt 9
  # draft.md:7:15  61%
  - subject: bolt-9
    metric: quiz
    value: 61
    unit: percent
    sources: [TODO]
"""
    )
    assert (draft.parent / SCHEMA).exists()


def test_they_lack_nothing_but_the_source(factcheck: Run, draft: Path) -> None:
    factcheck("check", "draft.md", "--stubs", "claims/stubs.yaml")
    with pytest.raises(LedgerError) as caught:
        load([draft.parent])
    assert len(caught.value.faults) == 3 and all("no source 'TODO'" in fault for fault in caught.value.faults)
    stubs = draft.parent / "claims/stubs.yaml"
    stubs.write_text(stubs.read_text(encoding="utf-8").replace("TODO", "acme-1"), encoding="utf-8")
    assert len(load([draft.parent]).claims) == 6
    assert factcheck("check", "draft.md", "--stubs", "more.yaml").err == "factcheck: nothing new for more.yaml\n"
    assert not (draft.parent / "more.yaml").exists()


def test_a_second_time_only_what_is_new_is_added_and_the_rest_stays(factcheck: Run, draft: Path) -> None:
    factcheck("check", "draft.md", "--stubs", "stubs.yaml")
    text = draft.read_text(encoding="utf-8").replace("    by: gauge-lab\n", "    by: gauge-lab  # asked them\n").replace("TODO", "memo", 1)
    draft.write_text(text, encoding="utf-8")
    (draft.parent / "draft.md").write_text(DRAFT + "\nMore soon.\n", encoding="utf-8")
    (draft.parent / "next.md").write_text("Acme Owl has a context window of 1M tokens.\n", encoding="utf-8")
    done = factcheck("check", "draft.md", "next.md", "--stubs", "stubs.yaml")
    after = draft.read_text(encoding="utf-8")
    assert "3 there already" in done.err and "value: 1000000" in after
    assert after.index("1000000") < after.index("# Bolt 9")
    left = iter(after.splitlines())
    assert [line for line in text.splitlines() if line not in left] == []
    again = factcheck("check", "draft.md", "next.md", "--stubs", "stubs.yaml")
    assert "nothing new" in again.err and draft.read_text(encoding="utf-8") == after


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("claims: [\n", "stubs.yaml:2:1: "),
        ("claims: none\n", "stubs.yaml: claims is no list"),
        ("- a\n", "stubs.yaml: this is no file of a ledger"),
    ],
)
def test_another_file_is_left_as_it_is(factcheck: Run, draft: Path, text: str, message: str) -> None:
    draft.write_text(text, encoding="utf-8")
    done = factcheck("check", "draft.md", "--stubs", "stubs.yaml")
    assert done.code == 2 and message in done.err and "no stubs were added" in done.err
    assert draft.read_text(encoding="utf-8") == text


def test_a_folder_is_no_file(factcheck: Run, draft: Path) -> None:
    done = factcheck("check", "draft.md", "--stubs", "claims")
    assert done.code == 2 and "is a folder" in done.err


@pytest.mark.parametrize(
    ("article", "left"),
    [
        ("Acme Owl has a context window of 200K tokens, four times that of Acme Hawk.\n", "figure"),
        ("Acme Owl does not have a context window of 300K tokens.\n", ""),
    ],
)
def test_what_can_be_no_claim_is_counted(factcheck: Run, draft: Path, article: str, left: str) -> None:
    (draft.parent / "draft.md").write_text(article, encoding="utf-8")
    factcheck("check", "draft.md", "--stubs", "claims/stubs.yaml")
    stubs = draft.parent / "claims/stubs.yaml"
    if stubs.exists():
        stubs.write_text(stubs.read_text(encoding="utf-8").replace("TODO", "acme-1"), encoding="utf-8")
    load([draft.parent])


def test_two_runs_at_once_lose_nothing(factcheck: Run, draft: Path) -> None:
    articles = [draft.parent / f"a{n}.md" for n in range(6)]
    for n, article in enumerate(articles):
        article.write_text(f"Acme Owl has a context window of {n + 2}00K tokens.\n", encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "check", "--stubs", "stubs.yaml"]
    environ = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    runs = [subprocess.Popen([*command, article.name], stdout=subprocess.DEVNULL, env=environ) for article in articles]
    assert [run.wait() for run in runs] == [0] * 6
    text = draft.read_text(encoding="utf-8")
    assert [text.count(f"value: {n + 2}00000\n") for n in range(6)] == [1] * 6
    assert sorted(path.name for path in draft.parent.iterdir() if "stubs" in path.name) == ["stubs.yaml"]
