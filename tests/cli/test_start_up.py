"""What a run loads. Start-up is most of the time a run takes, so a new import is a decision: this is where it is made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

# The standard library's modules that a check may load, besides those that Python has loaded when it starts.
STANDARD = """
__future__ _bisect _collections _datetime _decimal _functools _heapq _json _locale _operator _random _sre _stat _struct
_typing _weakrefset array bisect calendar collections contextlib copy copyreg datetime decimal enum errno
fnmatch functools gc glob heapq html importlib ipaddress itertools json keyword locale marshal math ntpath numbers
operator pathlib pwd re reprlib string  types typing unicodedata urllib warnings weakref zlib
"""
SLOW = {"typer", "click", "rich", "pydantic", "pydantic_core", "yaml", "rapidfuzz", "argparse", "email", "asyncio", "unittest", "tomllib"}

PROBE = """
import sys
before = set(sys.modules)
from factcheck.__main__ import main
code = main(sys.argv[1:])
loaded = sorted(set(sys.modules) - before)
import json
print(json.dumps([code, loaded]), file=sys.stderr)
"""


def loaded(argv: list[str], folder: Path) -> set[str]:
    """The names, up to the first dot, of what a process loads for a command line."""
    environ = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "HOME": str(folder), "LOCALAPPDATA": str(folder)}
    environ.pop("FACTCHECK_NO_CACHE", None)
    done = subprocess.run([sys.executable, "-c", PROBE, *argv], cwd=folder, env=environ, capture_output=True, text=True, check=True)
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code in (0, 1), done.stderr
    return {module.partition(".")[0] for module in modules}


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "article.txt").write_text("Muse Spark scored 52 on the Artificial Analysis Intelligence Index.\n", encoding="utf-8")
    return "article.txt"


def test_a_check_with_a_warm_cache_loads_only_what_it_uses(article: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Muse Spark scored 58 on GPQA.\n", encoding="utf-8")
    loaded(["other.txt", "--format", "json"], tmp_path)  # compiles the ledger
    modules = loaded([article, "--format", "json"], tmp_path)
    assert modules & SLOW == set()
    assert modules - set(STANDARD.split()) - {"factcheck"} == set()


@pytest.mark.parametrize("argv", [[], ["--format", "concise"], ["--format", "github"], ["-v"], ["--color", "never"]])
def test_without_colour_nobody_waits_for_rich(article: str, tmp_path: Path, argv: list[str]) -> None:
    loaded(["--why", article], tmp_path)
    assert loaded([article, *argv], tmp_path) & SLOW == set()


def test_what_has_not_changed_is_told_again_by_very_little(article: str, tmp_path: Path) -> None:
    loaded([article], tmp_path)
    time.sleep(0.1)  # what was changed just now is looked at again
    loaded([article], tmp_path)
    assert loaded([article], tmp_path) - {"__future__", "factcheck", "time", "zlib"} == set()


def test_help_needs_neither_the_ledger_nor_what_reads_it(tmp_path: Path) -> None:
    for argv in (["--help"], ["check", "--help"]):
        modules = loaded(argv, tmp_path)
        assert "typer" in modules
        assert modules & {"pydantic", "yaml", "rapidfuzz", "rich"} == set()


def test_the_version_is_told_at_once(tmp_path: Path) -> None:
    assert loaded(["--version"], tmp_path) - {"__future__", "factcheck"} == set()
