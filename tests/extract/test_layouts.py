"""What an article looks like says nothing: every case is read the same when its layout, its quotes or its line ends are others."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from datetime import date

import pytest

from factcheck.documents import markdown
from factcheck.extract import extract
from factcheck.values import as_json
from tests.extract.test_cases import VOCABULARY, cases

CODE = re.compile(r"```.*?```|`[^`\n]+`|\]\([^)\n]*\)|https?://\S+|<[^>\n]+>|\A---\n.*?\n---\n", re.DOTALL)
LIST = re.compile(r"\s*(?:[-*•+]|\d+[.)])\s")
MARKED = ("|", "#", "-", "*", " ", "\t", ">", "<", "•", *"123456789")  # lines that are no prose
CASES = [(param.values[0]["text"], param.values[0].get("day")) for param in cases() if not param.marks]


def in_words(text: str, change: Callable[[str], str]) -> str:
    """A text with its words changed, and code, addresses, tags and front matter as they are."""
    out, at = "", 0
    for m in CODE.finditer(text):
        out, at = out + change(text[at : m.start()]) + m.group(), m.end()
    return out + change(text[at:])


def in_prose(text: str, change: Callable[[str], str]) -> str:
    """A text with the lines of its prose changed."""
    return "\n".join(line if line.startswith(MARKED) or not line.strip() else change(line) for line in text.split("\n"))


def wrapped(line: str) -> str:
    if len(line) < 90:
        return line
    lines = textwrap.wrap(line, 80, break_long_words=False, break_on_hyphens=False)
    return line if any(LIST.match(f"{each} ") for each in lines[1:]) else "\n".join(lines)  # "- " at the head of a line begins a list


LAYOUTS: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "deeper headings": lambda text: re.sub(r"^(#{1,4} )", r"##\1", text, flags=re.MULTILINE),
    "stars for dashes": lambda text: re.sub(r"^(\s*)- ", r"\1* ", text, flags=re.MULTILINE),
    "dots for dashes": lambda text: re.sub(r"^(\s*)[-*] (?!\[)", r"\1• ", text, flags=re.MULTILINE),
    "a sentence a line": lambda text: in_prose(text, lambda line: re.sub(r"(?<=[a-z0-9%)][.!?]) (?=[A-Z])", "\n", line)),
    "lines of 80 characters": lambda text: in_prose(text, wrapped),
    "curly apostrophes": lambda text: in_words(text, lambda words: words.replace("'", "’")),
    "blanks at the end of lines": lambda text: re.sub(r"(?<=[\w.%|])$", " ", text, flags=re.MULTILINE),
}


def read(text: str, day: date | None) -> list[tuple[str | None, str | None, str, str, str]]:
    found = extract(markdown.read(text, "case.md"), VOCABULARY, day).assertions
    return sorted((a.subject or "", a.metric or "", a.kind, str(as_json(a.value)), a.op) for a in found)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_reading_is_the_same_in_another_layout(layout: str) -> None:
    changed = [(text, other, day) for text, day in CASES if (other := LAYOUTS[layout](text)) != text]
    assert len(changed) > 100
    assert [text for text, other, day in changed if read(text, day) != read(other, day)] == []
