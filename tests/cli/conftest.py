"""A small ledger in a folder of its own, and the command run in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.__main__ import main
from factcheck.dataclass import dataclass

FILES = {
    "sources/acme.yaml": """\
sources:
  - {id: acme-1, publisher: Acme, title: Acme 1, url: "https://acme.example/acme-1", published: 2026-04-08, kind: vendor}
  - {id: gauge, publisher: Gauge Lab, title: Measured, url: "https://gauge.example/acme-1", published: 2026-04-09, kind: evaluator}
""",
    "claims/vocabulary/subjects.yaml": """\
subjects:
  - {id: acme, name: Acme, kind: organisation}
  - {id: gauge-lab, name: Gauge Lab, kind: organisation}
  - {id: acme-owl, name: Acme Owl, kind: model, maker: acme}
""",
    "claims/vocabulary/metrics.yaml": """\
metrics:
  - {id: long-exam, name: Long Exam, kind: score, unit: percent, range: [0, 100]}
  - {id: quiz, name: QuizBench, kind: score, unit: percent, range: [0, 100]}
  - {id: context-window, name: context window, kind: tokens, unit: tokens}
""",
    "claims/acme-owl.yaml": """\
subject: acme-owl
claims:
  - {metric: long-exam, value: 58, conditions: {mode: deep}, by: acme, sources: [acme-1]}
  - {metric: long-exam, value: 42.8, conditions: {tools: without}, by: acme, headline: true, sources: [acme-1]}
  - {metric: quiz, value: 71, by: acme, sources: [acme-1]}
""",
}

RIGHT = "Acme Owl scores 71% on QuizBench.\n"
WRONG = "Acme Owl scores 17% on QuizBench.\n"
DISPUTED = "Acme Owl scores 58% on Long Exam.\n"
UNVERIFIED = "Acme Owl has a context window of 200K tokens.\n"


@dataclass
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small ledger and an article of each kind, which is the current one; nothing of the machine shows through."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, text in (("right.md", RIGHT), ("wrong.md", WRONG), ("disputed.md", DISPUTED), ("unverified.md", UNVERIFIED)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FACTCHECK_NO_CACHE", "1")
    return tmp_path


@pytest.fixture
def factcheck(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """The command, run in the folder."""

    def run(*argv: str) -> Outcome:
        capsys.readouterr()
        code = main(list(argv))
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return run
