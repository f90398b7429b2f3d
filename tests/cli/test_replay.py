"""A run over what has not changed is the last one told again, and any change is seen."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import cache
from factcheck.cli import check, extract, replay
from factcheck.cli.options import Options

from .conftest import Outcome

PACKAGE = Path(replay.PACKAGE)


@pytest.fixture
def runs(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The commands that were run, not told again; all files are an hour old."""
    monkeypatch.delenv("FACTCHECK_NO_CACHE")
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    settle(folder)
    done: list[str] = []

    def counted(options: Options, *work: Any, run: Callable[..., int]) -> int:
        done.append(options.command)
        return run(options, *work)

    for module in (check, extract):
        monkeypatch.setattr(module, "run", partial(counted, run=module.run))
    return done


def settle(folder: Path, seconds: int = 3600) -> None:
    then = time.time() - seconds
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (then, then))


def kept(name: str = "runs") -> list[Path]:
    place = cache.place(name)
    assert place
    return sorted(Path(place).iterdir()) if Path(place).exists() else []


@pytest.mark.parametrize(
    "argv",
    [
        ["wrong.md"],
        ["check", "right.md"],
        ["extract", "right.md"],
        ["wrong.md", "right.md", "--format", "json"],
        ["wrong.md", "--color", "always"],
        ["wrong.md", "--exit-zero", "--why"],
        ["wrong.md", "--format", "github"],
    ],
)
def test_what_has_not_changed_is_told_again(factcheck: Callable[..., Outcome], runs: list[str], argv: list[str]) -> None:
    first = factcheck(*argv)
    assert factcheck(*argv) == first
    assert len(runs) == 1


def test_what_is_told_on_standard_error_is_told_there_again(
    factcheck: Callable[..., Outcome], runs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    first = factcheck("wrong.md")
    assert first.err and factcheck("wrong.md") == first
    assert len(runs) == 1


def change_article() -> None:
    Path("wrong.md").write_text("Acme Owl scores 71% on QuizBench.\n", encoding="utf-8")


def change_article_and_keep_its_time() -> None:
    info = Path("wrong.md").stat()
    Path("wrong.md").write_text("Acme Owl scores 71% on QuizBench.\n", encoding="utf-8")
    os.utime("wrong.md", ns=(info.st_atime_ns, info.st_mtime_ns))


def change_claim() -> None:
    claims = Path("claims/acme-owl.yaml")
    claims.write_text(claims.read_text(encoding="utf-8").replace("value: 71", "value: 17"), encoding="utf-8")


def add_file_to_ledger() -> None:
    Path("claims/deep").mkdir()
    Path("claims/deep/more.yaml").write_text("subject: acme-owl\nclaims: []\n", encoding="utf-8")


def add_configuration() -> None:
    Path("factcheck.toml").write_text('fail-on = "never"\n', encoding="utf-8")


def add_configuration_above() -> None:
    Path("../factcheck.toml").write_text('fail-on = "never"\n', encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        change_article,
        change_article_and_keep_its_time,
        change_claim,
        add_file_to_ledger,
        add_configuration,
        add_configuration_above,
        lambda: Path("claims/acme-owl.yaml").unlink(),
        lambda: os.utime("sources/acme.yaml"),
        lambda: shutil.rmtree(cache.place("runs") or ""),
    ],
)
def test_any_change_is_seen(factcheck: Callable[..., Outcome], runs: list[str], folder: Path, change: Callable[[], None]) -> None:
    factcheck("wrong.md")
    try:
        change()
        factcheck("wrong.md")
    finally:
        (folder.parent / "factcheck.toml").unlink(missing_ok=True)
    assert len(runs) == 2


def test_newer_code_is_seen(factcheck: Callable[..., Outcome], runs: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = folder / "code"
    code.mkdir()
    (code / "module.py").write_text("x = 1\n")
    monkeypatch.setattr(replay, "PACKAGE", str(code))
    settle(folder)
    factcheck("wrong.md")
    (code / "module.py").write_text("x = 2\n")
    factcheck("wrong.md")
    settle(folder, 1800)
    factcheck("wrong.md")
    (code / "new.py").write_text("y = 1\n")
    factcheck("wrong.md")
    assert len(runs) == 4


def test_another_installation_is_another_run(
    factcheck: Callable[..., Outcome], runs: list[str], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    factcheck("wrong.md")
    monkeypatch.setattr(replay, "PACKAGE", str(tmp_path_factory.mktemp("other")))
    factcheck("wrong.md")
    assert len(runs) == 2


@pytest.mark.parametrize("name", replay.ENVIRONMENT)
def test_another_environment_is_another_run(
    factcheck: Callable[..., Outcome], runs: list[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    factcheck("wrong.md")
    monkeypatch.setenv(name, "70")
    factcheck("wrong.md")
    assert len(runs) == 2


def test_another_day_is_another_run(factcheck: Callable[..., Outcome], runs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    factcheck("wrong.md")
    tomorrow = time.localtime(time.time() + 24 * 3600)
    monkeypatch.setattr(time, "localtime", lambda: tomorrow)
    factcheck("wrong.md")
    assert len(runs) == 2


def test_every_variable_that_is_read_makes_another_run() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "cache.py")
    read = set(re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", code)) | {"FORCE_COLOR", "CLICOLOR_FORCE"}
    assert read <= set(replay.ENVIRONMENT)


@pytest.mark.parametrize(
    "argv", [["."], ["*.md"], ["wrong.md", "missing.md"], ["wrong.md", "-o", "out.txt"], ["wrong.md", "--stubs", "new"]]
)
def test_what_may_come_out_otherwise_is_not_kept(factcheck: Callable[..., Outcome], runs: list[str], argv: list[str]) -> None:
    factcheck("right.md")  # leaves nothing behind for the next
    factcheck(*argv)
    factcheck(*argv)
    assert len(runs) == 3


def test_what_was_changed_just_now_is_not_kept(factcheck: Callable[..., Outcome], runs: list[str]) -> None:
    ahead = time.time() + 60
    os.utime("claims/acme-owl.yaml", (ahead, ahead))
    factcheck("wrong.md")
    assert kept() == []


def test_without_a_cache_nothing_is_kept(factcheck: Callable[..., Outcome], runs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_NO_CACHE", "1")
    factcheck("wrong.md")
    factcheck("wrong.md")
    assert len(runs) == 2


def test_the_oldest_runs_are_forgotten(factcheck: Callable[..., Outcome], runs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "MOST", 4)
    for n in range(6):
        factcheck("wrong.md", "--as-of", f"2026-05-0{n + 1}")
    assert len(kept()) <= 4
    factcheck("wrong.md", "--as-of", "2026-05-06")
    assert len(runs) == 6


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda data: data[:80], lambda _: b"", lambda data: data.replace(b"wrong", b"right")]
)
def test_a_damaged_file_is_not_told(factcheck: Callable[..., Outcome], runs: list[str], spoil: Callable[[bytes], bytes]) -> None:
    first = factcheck("wrong.md")
    (file,) = kept()
    file.write_bytes(spoil(file.read_bytes()))
    assert factcheck("wrong.md") == first
    assert len(runs) == 2


@given(st.binary(max_size=60) | st.lists(st.sampled_from([b"0", b"1", b"2", b"-1", b"x", b"", b"\xff"])).map(replay.END.join))
def test_whatever_is_kept_it_raises_nothing(body: bytes) -> None:
    argv = ["no such article.md"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "read", lambda *_: memoryview(body))
        patch.setattr(cache, "place", lambda name: name)
        assert replay.again(argv) is None


def test_a_draft_is_not_kept_but_for_what_its_report_quotes(factcheck: Callable[..., Outcome], runs: list[str]) -> None:
    Path("wrong.md").write_text(f"{Path('wrong.md').read_text(encoding='utf-8')}\nNobody may know of the embargo.\n", encoding="utf-8")
    factcheck("wrong.md")
    (file,) = kept()
    assert b"QuizBench" in file.read_bytes() and b"embargo" not in file.read_bytes()
