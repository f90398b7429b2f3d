"""Files and standard input: which reader, and what to say where one cannot be read."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from factcheck.documents import READERS, read
from factcheck.errors import InputError
from tests.documents.reading import outline

PAGE = "# Orbit\n\n<p>58</p>\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.md", ["heading1 Orbit", "paragraph 58"]),
        ("a.MARKDOWN", ["heading1 Orbit", "paragraph 58"]),
        ("a.mdx", ["heading1 Orbit", "paragraph 58"]),
        ("a.html", ["paragraph # Orbit", "paragraph 58"]),
        ("a.htm", ["paragraph # Orbit", "paragraph 58"]),
        ("a.txt", ["heading1 # Orbit", "paragraph <p>58</p>"]),
        ("a.rst", ["heading1 # Orbit", "paragraph <p>58</p>"]),
        ("a", ["heading1 # Orbit", "paragraph <p>58</p>"]),
    ],
)
def test_the_reader_goes_by_the_ending(tmp_path: Path, name: str, expected: list[str]) -> None:
    path = tmp_path / name
    path.write_text(PAGE)
    document = read(str(path))
    assert document.path == str(path)
    assert outline(document) == expected


def test_every_reader_is_there() -> None:
    from factcheck.documents.readers import reader

    for suffix in READERS:
        assert reader("a" + suffix)("Words", "a").blocks


def test_the_file_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("\ufeffé\r\n\u2028\n".encode())
    assert read(str(path)).source == "\ufeffé\r\n\u2028\n"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def given(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    given(PAGE.replace("\n", "\r\n").encode())
    document = read("-", "posts/draft.md")
    assert (document.path, outline(document)) == ("posts/draft.md", ["heading1 Orbit", "paragraph 58"])
    assert "\r\n" in document.source
    given(b"58")
    assert read("-").path == "<stdin>"
    given(b"\xff58")
    with pytest.raises(InputError, match=r"^<stdin>: line 1 is not UTF-8"):
        read("-")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Words\n\nna\xefve", r"a\.txt: line 3 is not UTF-8 \(byte 0xef at offset 9\); save the file as UTF-8"),
        (b"58\xe2\x82", r"a\.txt: line 1 is not UTF-8 \(byte 0xe2 at offset 2\)"),
        (b"PK\x03\x04\x00\x00", r"a\.txt: this is a binary file"),
        ("Words".encode("utf-16"), r"a\.txt: the file is UTF-16; save it as UTF-8"),
    ],
)
def test_what_is_not_utf_8(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message):
        read(str(path))


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no\.txt: there is no such file; check the spelling"):
        read(str(tmp_path / "no.txt"))
    with pytest.raises(InputError, match="this is a folder"):
        read(str(tmp_path))
    with pytest.raises(InputError, match="cannot be read"):
        read("a\0b")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("58")
    path.chmod(0)
    with pytest.raises(InputError, match="no permission"):
        read(str(path))


def test_permission_denied_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(InputError, match="no permission to read"):
        read(str(tmp_path / "a.txt"))
