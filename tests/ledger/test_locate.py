"""Which ledger is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.ledger.locate import builtin, locate


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("claims", "sources", "drafts/may", "half/claims"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


def test_what_is_named_wins_in_its_order(project: Path) -> None:
    assert locate(["mine", "builtin", "./builtin"], (project,), project) == (Path("mine"), builtin(), Path("./builtin"))


def test_then_the_configuration(project: Path) -> None:
    assert locate((), (Path("a"), Path("b")), project) == (Path("a"), Path("b"))


def test_then_the_nearest_folder_with_claims_and_sources(project: Path) -> None:
    assert locate(start=project) == (project,)
    assert locate(start=project / "drafts" / "may") == (project,)
    assert locate(start=project / "half") == (project,)  # claims without sources are somebody else's


def test_then_the_one_that_ships(tmp_path: Path) -> None:
    assert locate(start=tmp_path) == (builtin(),)
    assert (builtin() / "claims").is_dir() and (builtin() / "sources").is_dir()


def test_in_the_current_folder_paths_stay_short(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    assert locate() == (Path(),)
