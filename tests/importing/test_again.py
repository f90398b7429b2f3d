"""What must hold of every format: nothing twice, one claim for a change, nothing lost that people wrote, nothing broken by a kill."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.importing.formats import FORMATS, format_of
from factcheck.importing.merge import Plan
from factcheck.importing.run import run
from factcheck.ledger.load import load
from factcheck.ledger.model import Claim
from tests.importing.again import DATA, ledger

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=sorted(FORMATS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return ledger(tmp_path / "ledger")


def imported(name: str, data: Path, folder: Path, day: str) -> Plan:
    return run(format_of(name), [data], folder, day=day, publisher="Gauge Lab" if name == "table" else "")


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in folder.rglob("*.yaml")}


def lines_kept(before: dict[str, str], after: dict[str, str]) -> bool:
    """Whether every line of every file is still there, in its order."""
    left = {name: iter(text.splitlines()) for name, text in after.items()}
    return all(line in left[name] for name, text in before.items() for line in text.splitlines())


def in_force(folder: Path) -> list[Claim]:
    return [claim for claim in load([folder]).claims.values() if claim.status == "current" and claim.until is None]


def test_the_same_data_again_change_nothing(name: str, folder: Path, tmp_path: Path) -> None:
    by_hand = texts(folder)
    data = DATA[name](tmp_path / "data", 52)
    first = imported(name, data, folder, "2026-05-01")
    assert first.new >= 2 and first.changed == 0
    after = texts(folder)
    assert lines_kept(by_hand, after)
    for day in ("2026-05-01", "2026-06-01"):  # the same edition, and a later one that says the same
        again = imported(name, data, folder, day)
        assert (again.added, again.unchanged) == ([], first.new) and texts(folder) == after


def test_a_changed_value_makes_one_new_claim_and_ends_the_old(name: str, folder: Path, tmp_path: Path) -> None:
    by_hand = texts(folder)
    imported(name, DATA[name](tmp_path / "data", 52), folder, "2026-05-01")
    before = load([folder]).claims
    made = imported(name, DATA[name](tmp_path / "data", 53), folder, "2026-06-01")
    assert (made.new, made.changed) == (0, 1)
    after = load([folder]).claims
    (new,) = (claim for id_, claim in after.items() if id_ not in before)
    changed = [
        claim for id_, claim in after.items() if id_ in before and (claim.status, claim.until) != (before[id_].status, before[id_].until)
    ]
    (old,) = changed
    assert (old.subject, old.metric, old.conditions, old.by) == (new.subject, new.metric, new.conditions, new.by)
    assert old.status == "superseded" or (old.until and old.until.written == "2026-06-01")
    assert new.value != old.value and new in in_force(folder) and old not in in_force(folder)
    assert lines_kept(by_hand, texts(folder))
    settled = texts(folder)
    assert imported(name, DATA[name](tmp_path / "data", 53), folder, "2026-06-01").added == [] and texts(folder) == settled


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_kill_at_any_moment_leaves_a_sound_ledger(name: str, folder: Path, tmp_path: Path) -> None:
    data = DATA[name](tmp_path / "data", 52)
    by_hand = texts(folder)
    command = [sys.executable, "-m", "tests.importing.killed", name, str(data), str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 9  # at each of three files, at three moments
    whole = tmp_path / "whole"
    imported(name, data, ledger(whole), "2026-05-01")
    ends = [path for path in tmp_path.iterdir() if path.name.startswith("ledger-")]
    for end in ends:
        assert texts(end) == texts(whole) and lines_kept(by_hand, texts(end))
