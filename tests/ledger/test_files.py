"""Which files belong to a ledger."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.errors import LedgerError
from factcheck.ledger.files import files
from tests.ledger.folder import write

CLAIMS = ["claims/b.yaml", "claims/a/z.yaml", "claims/.hidden.yaml", "claims/.git/x.yaml", "claims/notes.txt"]
TREE = dict.fromkeys([*CLAIMS, "sources/s.yaml", "other/o.yaml", "compose.yaml"], "")
FOLDERS = [
    ("", ["claims/a/z.yaml", "claims/b.yaml", "sources/s.yaml"]),  # a project: only the two folders
    ("claims", ["claims/a/z.yaml", "claims/b.yaml", "sources/s.yaml"]),  # brings the sources beside it
    ("sources", ["sources/s.yaml"]),
    ("other", ["other/o.yaml"]),
]


@pytest.mark.parametrize(("folder", "expected"), FOLDERS)
def test_the_files_of_a_ledger(tmp_path: Path, folder: str, expected: list[str]) -> None:
    write(tmp_path, TREE)
    assert [Path(path).relative_to(tmp_path).as_posix() for path in files(tmp_path / folder)] == expected


def test_paths_begin_as_the_folder_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, TREE)
    monkeypatch.chdir(tmp_path)
    assert [Path(path).as_posix() for path in files(Path())] == ["claims/a/z.yaml", "claims/b.yaml", "sources/s.yaml"]
    assert Path(files(Path("claims"))[-1]).as_posix() == "sources/s.yaml"
    monkeypatch.chdir(tmp_path / "claims")
    assert [Path(path).as_posix() for path in files(Path())][:2] == ["a/z.yaml", "b.yaml"]


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever may read everything can")
def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    write(tmp_path, TREE)
    (tmp_path / "claims" / "a").chmod(0)
    try:
        with pytest.raises(LedgerError, match="cannot be read"):
            files(tmp_path)
    finally:
        (tmp_path / "claims" / "a").chmod(0o700)
