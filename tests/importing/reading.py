"""What tests of readers share: a file with some text, and the rows of it."""

from __future__ import annotations

from pathlib import Path

from factcheck.importing.figures import Figure, Row, Skipped
from factcheck.importing.formats import format_of


def rows(format_: str, path: Path) -> list[Row]:
    return list(format_of(format_).read(path))


def figures(format_: str, path: Path) -> list[Figure]:
    return [row for row in rows(format_, path) if isinstance(row, Figure)]


def reasons(format_: str, path: Path) -> list[str]:
    return [row.why for row in rows(format_, path) if isinstance(row, Skipped)]


def file(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path
