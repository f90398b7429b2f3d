"""The README tells the truth: its commands are those of CI, its options exist, its examples work, its picture is a real run."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
import yaml

from factcheck.check import check
from factcheck.cli.options import COMMANDS, FLAGS, VALUED, parse
from factcheck.ledger.compiled import load
from factcheck.ledger.locate import builtin
from factcheck.report import CHECK_FORMATS, View, reporter

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND_LINES = [line.split("#")[0].strip() for line in re.findall(r"^factcheck .*$", README, re.MULTILINE)]


def fenced(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_ci_runs_the_test_command_word_for_word() -> None:
    (command,) = (block.strip() for block in fenced("sh") if "pytest" in block)
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", COMMAND_LINES)
def test_every_command_shown_exists(line: str) -> None:
    words = line.replace('"', "").split()[1:]
    assert words[0] in COMMANDS or parse(words) is not None


def test_the_workflow_and_the_hook_are_yaml_and_name_what_there_is() -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    workflow, config, claims = (yaml.safe_load(block) for block in fenced("yaml"))
    run = workflow["jobs"]["factcheck"]["steps"][1]["run"].split()
    assert parse(run[run.index("factcheck") + 1 :]) is not None
    assert {hook["id"] for repo in config["repos"] for hook in repo["hooks"]} <= set(hooks)
    assert claims["subject"] == "muse-spark"
    for hook in hooks.values():
        assert hook["entry"].split()[0] == "factcheck"
        assert hook["entry"].split()[1] in COMMANDS


def test_links_lead_somewhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    broken = [
        f"{page.name}: {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]
    assert broken == []


def test_the_picture_is_what_the_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    results = check(["examples/newsletter.md"], load([builtin()]))
    printed = reporter(CHECK_FORMATS, "text")(results, View(width=94))
    drawn = html.unescape(re.sub(r"<[^>]+>", "", (ROOT / "docs" / "run.svg").read_text(encoding="utf-8")))
    shown = re.sub(r"\s+", "", drawn)
    *lines, _ledger = printed.splitlines()  # every change of a claim changes the ledger's version
    missing = [line for line in lines if re.sub(r"\s+", "", line[:94]) not in shown]  # a long address is cut at the edge
    assert missing == [], "if this is meant, run `make picture` and look at docs/run.svg"


def test_the_example_shows_every_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (article,) = check(["examples/newsletter.md"], load([builtin()])).articles
    verdicts = {judgement.verdict for judgement in article.judgements}
    assert verdicts == {"supported", "disputed", "contradicted", "outdated", "unverified"}


def test_the_manual_names_every_command_and_every_option_of_a_check() -> None:
    manual = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"factcheck {command}" not in manual] == []
    options = {name for command in ("check", "extract") for name in (*VALUED[command], *FLAGS[command])}
    spelt_twice = {"--output-format", "--output", "--verbose"}
    assert [name for name in sorted(options - spelt_twice) if name not in manual] == []
