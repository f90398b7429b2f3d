"""A file's bytes become text, or a message that says what to do."""

from __future__ import annotations

import sys
from pathlib import Path

from factcheck.errors import InputError
from factcheck.places import NEWLINE


def load(path: str) -> bytes:
    """The bytes of a file, or of standard input where `path` is "-". Raises InputError."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        reason = "there is no such file; check the spelling of the path"
    except PermissionError:
        reason = "you have no permission to read this file; change its mode or run as a user who may"
    except IsADirectoryError:
        reason = "this is a folder; name the articles in it"
    except (OSError, ValueError) as error:
        reason = f"the file cannot be read: {getattr(error, 'strerror', None) or error}"
    raise InputError(f"{path}: {reason}")


def decode(data: bytes, name: str) -> str:
    """UTF-8 as text, newlines and byte order mark kept; `name` is for messages. Raises InputError."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(f"{name}: the file is UTF-16; save it as UTF-8")
    if b"\0" in data:
        raise InputError(f"{name}: this is a binary file, not an article; leave it out, or save its text as .txt, .md or .html")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(NEWLINE.findall(data[: error.start].decode("utf-8"))) + 1
        wrong = data[error.start]
        raise InputError(
            f"{name}: line {line} is not UTF-8 (byte 0x{wrong:02x} at offset {error.start}); save the file as UTF-8, for instance with "
            f"`iconv -f WINDOWS-1252 -t UTF-8`"
        ) from None
