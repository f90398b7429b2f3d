"""Files become documents: which files a command line means, and what is visible in each."""

from __future__ import annotations

from factcheck.documents.articles import find
from factcheck.documents.decode import decode, load
from factcheck.documents.document import Block, Document, Text
from factcheck.documents.readers import READERS, reader

__all__ = ["READERS", "Block", "Document", "Text", "find", "read"]


def read(path: str, stdin_name: str | None = None) -> Document:
    """The article in a file, or on standard input where `path` is "-"; `stdin_name` is then its path in reports.

    Raises InputError if it is missing, may not be read, is binary or not UTF-8.
    """
    name = (stdin_name or "<stdin>") if path == "-" else path
    return reader(name)(decode(load(path), name), name)
