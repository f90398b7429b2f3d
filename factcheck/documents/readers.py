"""Which module reads which kind of file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from factcheck.documents.document import Document

# Modules of this package by suffix; each has a function `read(source, path) -> Document`. All else is plain text.
READERS = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".html": "html",
    ".htm": "html",
}


def suffix(path: str) -> str:
    """The ending of a file's name in lower case, with its dot."""
    return PurePath(path).suffix.lower()


def reader(path: str) -> Callable[[str, str], Document]:
    """The function that makes a document of (decoded file, path). Only the module it stands in is loaded."""
    read: Callable[[str, str], Document] = import_module(f"factcheck.documents.{READERS.get(suffix(path), 'text')}").read
    return read
