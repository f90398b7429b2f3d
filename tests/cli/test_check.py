"""The command as a user runs it: what is printed where, and the exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import WRONG, Outcome

Run = Callable[..., Outcome]


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["right.md"], 0),
        (["wrong.md"], 1),
        (["disputed.md"], 0),
        (["unverified.md"], 0),
        (["right.md", "wrong.md"], 1),
        (["wrong.md", "--fail-on", "never"], 0),
        (["wrong.md", "--exit-zero"], 0),
        (["wrong.md", "--exit-zero", "--fail-on", "error"], 0),
        (["disputed.md", "--fail-on", "warning"], 1),
        (["unverified.md", "--fail-on", "warning"], 0),
        (["unverified.md", "--fail-on", "info"], 1),
        (["wrong.md", "missing.md"], 2),
        (["missing.md", "--exit-zero"], 2),
        (["."], 1),
        (["*.md"], 1),
        (["check", "wrong.md"], 1),
    ],
)
def test_the_exit_code(factcheck: Run, argv: list[str], code: int) -> None:
    assert factcheck(*argv).code == code


def test_json_is_as_documented(factcheck: Run) -> None:
    result = factcheck("wrong.md", "disputed.md", "--format", "json", "--as-of", "2026-04-09")
    report = json.loads(result.out)
    assert set(report) == {"version", "documents", "summary", "ledger"}
    assert report["version"] == 1
    (disputed, wrong) = report["documents"]
    (assertion,) = wrong["assertions"]
    assert assertion["span"] == [16, 19]
    assert WRONG[16:19] == assertion["text"] == "17%"
    read = {"subject": "acme-owl", "metric": "quiz", "value": 17, "unit": "percent", "op": "=", "line": 1, "column": 17}
    assert {key: assertion[key] for key in read} == read
    assert assertion["verdict"] == "contradicted"
    assert [finding["severity"] for finding in wrong["findings"]] == ["error"]
    assert disputed["assertions"][0]["verdict"] == "disputed"
    assert [finding["rule"][:3] for finding in disputed["findings"]] == ["FC2"]
    assert report["summary"]["documents"] == 2
    assert (report["summary"]["contradicted"], report["summary"]["disputed"]) == (1, 1)
    assert (report["summary"]["errors"], report["summary"]["warnings"]) == (1, 1)
    assert report["ledger"]["claims"] == 3
    assert report["ledger"]["newest"] == "2026-04-08"


def test_text_shows_the_words_the_claim_and_its_source(factcheck: Run) -> None:
    out = factcheck("wrong.md").out
    assert "wrong.md:1:17: error FC101" in out
    assert "    1 | Acme Owl scores 17% on QuizBench.\n      |                 ^^^\n" in out
    assert "ledger  71%" in out
    assert "https://acme.example/acme-1" in out


def test_verbose_lists_the_supported(factcheck: Run) -> None:
    assert "right.md:1:17" not in factcheck("right.md").out
    assert "right.md:1:17: supported Acme Owl, QuizBench: 71%, Acme (Acme, 8 Apr 2026)" in factcheck("right.md", "-v").out


def test_why_names_every_claim_that_was_compared(factcheck: Run) -> None:
    out = factcheck("disputed.md", "--why").out
    assert '"58%" is disputed' in out
    assert "58%, Deep mode, Acme" in out
    assert "42.8%, without tools, Acme" in out


def test_what_cannot_be_read_is_reported_and_the_rest_checked(factcheck: Run, folder: Path) -> None:
    (folder / "picture.md").write_bytes(b"\x89PNG\x00\x1a")
    (folder / "latin.md").write_bytes("Größe: 5\n".encode("latin-1"))
    (folder / "nothing").mkdir()
    result = factcheck("missing.md", "picture.md", "latin.md", "nothing", "*.rst", "wrong.md", "--format", "json")
    assert result.code == 2
    report = json.loads(result.out)
    paths = [document["path"] for document in report["documents"]]
    assert paths == ["*.rst", "latin.md", "missing.md", "nothing", "picture.md", "wrong.md"]
    for document in report["documents"][:-1]:
        assert document["assertions"] == []
        assert [finding["rule"] for finding in document["findings"]] == ["FC901"]
    assert report["documents"][-1]["assertions"][0]["verdict"] == "contradicted"
    assert [line.split(": ")[1] for line in result.err.splitlines()] == ["*.rst", "latin.md", "missing.md", "nothing", "picture.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are Unicode")
def test_a_file_name_that_is_no_text_is_escaped(factcheck: Run, folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    (folder / name).write_text(WRONG)
    assert factcheck(name).out.startswith("caf\\udce9.md:1:17: error")
    assert json.loads(factcheck(name, "--format", "json").out)["documents"][0]["path"] == name


def test_an_article_named_twice_is_checked_once(factcheck: Run) -> None:
    report = json.loads(factcheck("wrong.md", "./wrong.md", "wrong.md", "--format", "json").out)
    assert [document["path"] for document in report["documents"]] == ["wrong.md"]


def test_an_empty_article_is_fine(factcheck: Run, folder: Path) -> None:
    (folder / "empty.md").write_text("")
    result = factcheck("empty.md")
    assert result.code == 0
    assert "0 figures read" in result.out


def test_standard_input_may_have_a_name(factcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    assert "drafts/x.md:1:17: error" in factcheck("-", "--stdin-filename", "drafts/x.md").out


def test_a_file_named_like_a_command_is_reached(factcheck: Run, folder: Path) -> None:
    (folder / "validate").write_text(WRONG)
    assert factcheck("./validate").code == 1
    assert factcheck("--", "validate").code == 1
    assert "ledger ok" in factcheck("validate").out


def test_the_report_may_go_to_a_file(factcheck: Run, folder: Path) -> None:
    result = factcheck("wrong.md", "-o", "report.txt")
    assert (result.code, result.out) == (1, "")
    assert "error FC101" in (folder / "report.txt").read_text(encoding="utf-8")
    result = factcheck("wrong.md", "-o", "no/such/folder.txt")
    assert result.code == 2
    assert "no/such/folder.txt: the report cannot be written" in result.err


def test_the_day_decides(factcheck: Run, folder: Path) -> None:
    claims = folder / "claims" / "acme-owl.yaml"
    claims.write_text(claims.read_text().replace("{metric: quiz, value: 71,", "{metric: quiz, value: 71, until: 2026-03-01,"))
    (folder / "old.md").write_text("---\ndate: 9 February 2026\n---\nAcme Owl scores 71% on QuizBench.\n")
    assert json.loads(factcheck("old.md", "--format", "json").out)["summary"]["supported"] == 1
    assert json.loads(factcheck("old.md", "--format", "json", "--as-of", "2026-04-09").out)["summary"]["outdated"] == 1
    assert json.loads(factcheck("right.md", "--format", "json").out)["summary"]["outdated"] == 1


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["right.md", "--as-of", "09/04/2026"], "--as-of 09/04/2026: that is no day; write it as 2026-04-09"),
        (["right.md", "--ledger", "nowhere"], "nowhere"),
        (["right.md", "--formt", "json"], "--formt"),
        (["right.md", "--format", "jsn"], "jsn"),
        (["extract", "right.md", "--fail-on", "never"], "--fail-on"),
        (["explain", "FC999"], "there is no rule FC999"),
        (["validte"], "validte"),
    ],
)
def test_what_cannot_be_done_is_said_on_standard_error(factcheck: Run, argv: list[str], message: str) -> None:
    result = factcheck(*argv)
    assert result.code == 2
    assert message in result.err
    assert "Traceback" not in result.err


def test_a_ledger_with_faults_names_them_all(factcheck: Run, folder: Path) -> None:
    claims = folder / "claims" / "acme-owl.yaml"
    claims.write_text(claims.read_text().replace("value: 58,", "value: 580,").replace("by: acme, sources: [acme-1]", "by: acme"))
    result = factcheck("right.md")
    assert result.code == 2
    assert result.out == ""
    assert result.err.count("acme-owl.yaml:") >= 2


def test_the_configuration_is_honoured_and_options_come_before_it(factcheck: Run, folder: Path) -> None:
    (folder / "factcheck.toml").write_text('fail-on = "warning"\nformat = "concise"\n[severity]\nFC301 = "error"\nFC201 = "off"\n')
    assert factcheck("unverified.md").code == 1
    assert factcheck("disputed.md").code == 0
    assert factcheck("wrong.md").out.startswith("wrong.md:1:17: FC101 ")
    assert factcheck("wrong.md", "--fail-on", "never").code == 0
    assert factcheck("wrong.md", "--format", "text").out.startswith("wrong.md:1:17: error FC101 ")
    assert factcheck("extract", "wrong.md").code == 0
    (folder / "factcheck.toml").write_text("colour = true")
    assert "factcheck.toml: unknown key 'colour'" in factcheck("wrong.md").err


def test_in_github_actions_annotations_are_added(factcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    result = factcheck("wrong.md")
    assert "error FC101" in result.out
    assert "\n::error file=wrong.md,line=1,endLine=1,col=17,endColumn=20,title=FC101 " in result.out
    assert "annotations for GitHub Actions are added" in result.err
    assert "::error" not in factcheck("wrong.md", "--format", "text").out
    chosen = factcheck("wrong.md", "--format", "github")
    assert chosen.out.startswith("::error ")
    assert "1 figure read" in chosen.err


def test_extract_shows_what_was_read(factcheck: Run) -> None:
    out = factcheck("extract", "wrong.md").out
    assert out.startswith("wrong.md: 1 figure read\n")
    assert "1:17   Acme Owl  QuizBench  17%" in out
    why = factcheck("extract", "--why", "wrong.md").out
    assert 'wrong.md:1:17: "17%"\n  read as Acme Owl, QuizBench, 17%\n' in why
    assert "subject" in why
    report = json.loads(factcheck("extract", "wrong.md", "missing.md", "--format", "json").out)
    assert set(report) == {"version", "documents"}
    assert set(report["documents"][-1]) == {"path", "assertions"}
    assert "verdict" not in report["documents"][-1]["assertions"][0]
    assert report["documents"][0]["assertions"] == []


def test_rules_are_listed_and_explained(factcheck: Run) -> None:
    assert "FC901  unreadable-input" in factcheck("rules").out
    for name in ("FC201", "fc201", "disputed-value"):
        assert factcheck("explain", name).out.startswith("FC201 disputed-value (warning)\n")


def test_nothing_more_is_said_when_the_reader_has_gone(folder: Path) -> None:
    command = [sys.executable, "-m", "factcheck", str(folder / "wrong.md")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_report_that_cannot_be_written_is_2(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "factcheck", "wrong.md"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (2, b"factcheck: the report cannot be written: No space left on device\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_closed_streams_are_no_trouble(folder: Path) -> None:
    done = subprocess.run(["/bin/sh", "-c", f"{sys.executable} -m factcheck wrong.md >&- 2>&- <&-"], check=False)
    assert done.returncode == 1


def test_an_interruption_is_130(factcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.cli import check

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "check", interrupted)
    assert factcheck("right.md").code == 130
    assert factcheck("right.md", "--verbose=").code == 2


def test_the_order_of_the_files_does_not_matter(factcheck: Run) -> None:
    for form in ("text", "json", "concise", "github"):
        one, other = (
            factcheck(*files, "--format", form) for files in (("wrong.md", "disputed.md"), ("disputed.md", "wrong.md", "wrong.md"))
        )
        assert one.out == other.out
