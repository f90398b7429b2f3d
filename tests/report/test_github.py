from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.dataclass import replace
from factcheck.documents.document import Document
from factcheck.findings import Finding, Rule
from factcheck.places import Span
from factcheck.report import CHECK_FORMATS, View, reporter
from factcheck.results import ArticleResult, Results
from tests.report.sample import LEDGER

ERROR = Rule("FC101", "wrong", "error", "")
WARNING = Rule("FC201", "doubtful", "warning", "")
INFO = Rule("FC301", "unknown", "info", "")


def annotated(*findings: Finding, path: str = "a.md", source: str = "one\ntwo\n", verbose: bool = False) -> list[str]:
    article = ArticleResult(Document(path, source, ()), findings=findings)
    return reporter(CHECK_FORMATS, "github")(Results((article,), LEDGER), View(verbose=verbose)).splitlines()


def finding(rule: Rule, message: str = "m", span: tuple[int, int] = (4, 7)) -> Finding:
    return Finding(rule, message, Span(*span), rule.severity)


def test_the_place_is_given_as_lines_and_columns() -> None:
    assert annotated(finding(ERROR)) == ["::error file=a.md,line=2,endLine=2,col=1,endColumn=4,title=FC101 wrong::m"]


def test_columns_are_left_out_over_several_lines() -> None:
    assert annotated(finding(ERROR, span=(1, 6))) == ["::error file=a.md,line=1,endLine=2,title=FC101 wrong::m"]


def test_what_means_something_to_github_is_escaped() -> None:
    (line,) = annotated(replace(finding(ERROR, "50% is\r\nwrong: a,b\x1b"), suggestion="40%"), path="a,b:c%.md")
    assert line == (
        "::error file=a%2Cb%3Ac%25.md,line=2,endLine=2,col=1,endColumn=4,title=FC101 wrong"
        "::50%25 is%0Awrong: a,b\\x1b%0AWrite: 40%25"
    )  # fmt: skip


def test_the_worst_come_first_and_remarks_only_when_asked() -> None:
    findings = (finding(INFO), finding(WARNING), finding(ERROR))
    assert [line.split(" ")[0] for line in annotated(*findings)] == ["::error", "::warning"]
    assert [line.split(" ")[0] for line in annotated(*findings, verbose=True)] == ["::error", "::warning", "::notice"]


def test_no_more_than_ten_of_a_severity_and_then_how_many_more() -> None:
    lines = annotated(*[finding(WARNING)] * 12, *[finding(ERROR)] * 11)
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"]
    assert lines[-1] == "::notice title=factcheck::3 more findings in the log"


def test_paths_are_relative_to_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path)
    assert "file=drafts/a.md," in annotated(finding(ERROR), path=str(tmp_path / "drafts" / "a.md"))[0]
    assert "file=a.md," in annotated(finding(ERROR), path="./a.md")[0]
    outside = str(tmp_path.parent / "a.md")
    assert f"file={outside}," in annotated(finding(ERROR), path=outside)[0]
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert "file=drafts/a.md," in annotated(finding(ERROR), path="a.md")[0]
