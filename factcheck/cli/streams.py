"""Writing to standard output and standard error, whatever their encodings."""

from __future__ import annotations

import sys

from factcheck.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

told: list[tuple[str, bool, str]] = []  # what this process has written: "stdout" or "stderr", whether as UTF-8, the text


def write_to(stream: TextIO, text: str, as_utf8: bool = False) -> None:
    """Write to a terminal or pipe whatever its encoding: programs get UTF-8, people escapes for what it lacks.

    What is no text at all, such as a file name in another encoding, becomes an escape that JSON knows as well. Raises UsageError
    if it cannot be written, BrokenPipeError if nobody reads it.
    """
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(encoding="utf-8" if as_utf8 else stream.encoding, errors="backslashreplace")
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"the report cannot be written: {error.strerror}") from None
    told.append(("stderr" if stream is sys.stderr else "stdout", as_utf8, text))


def complain(message: str) -> None:
    """A sentence on standard error."""
    write_to(sys.stderr, f"factcheck: {message}\n")
