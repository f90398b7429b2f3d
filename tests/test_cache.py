"""Where things are kept that can be made anew, and what happens to them there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from factcheck import cache

HEADER = b"a header\n"

HOMES = [
    ("linux", {"XDG_CACHE_HOME": "/x/cache"}, "/x/cache/factcheck/ledger"),
    ("linux", {"HOME": "/home/ann"}, "/home/ann/.cache/factcheck/ledger"),
    ("darwin", {"HOME": "/Users/ann"}, "/Users/ann/Library/Caches/factcheck/ledger"),
]


@pytest.mark.skipif(os.name == "nt", reason="homes are looked up otherwise there")
@pytest.mark.parametrize(("platform", "environment", "home"), HOMES)
def test_where_it_is_kept(monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], home: str) -> None:
    monkeypatch.delenv(cache.OFF, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert str(cache.place("ledger")) == home


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "kept"
    cache.write(path, HEADER, b"body")
    kept = cache.read(path, HEADER)
    assert kept is not None and bytes(kept) == b"body"
    assert [file.name for file in path.parent.iterdir()] == ["kept"]


@pytest.mark.parametrize("data", [b"", HEADER, HEADER + b"\0\0", HEADER + b"\0\0\0\0body", b"another header\n\0\0\0\0"])
def test_what_is_not_as_it_was_written_is_not_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "kept").write_bytes(data)
    assert cache.read(tmp_path / "kept", HEADER) is None


def test_what_is_kept_for_others_is_not_read(tmp_path: Path) -> None:
    cache.write(tmp_path / "kept", HEADER, b"body")
    assert cache.read(tmp_path / "kept", b"another\n") is None
    assert cache.read(tmp_path / "other", HEADER) is None


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    cache.write(tmp_path / "file" / "kept", HEADER, b"body")


def test_nothing_is_kept_where_it_is_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.OFF, "1")
    assert cache.place("ledger") is None
