"""How a page of Markdown as a whole was put into its file: in a fence, or set in."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.documents.lines import Line, columns
from factcheck.patterns import compile_re

WRAPPER = compile_re(r"(?P<mark>`{3,}|~{3,}) ?(?:markdown|md|mdx)\s*")


def unwrapped(lines: list[Line]) -> list[Line]:
    """The lines of a page without the fence of Markdown that most of it stands in, as chat assistants hand pages out."""
    opened = next(((i, m["mark"]) for i, line in enumerate(lines) if (m := WRAPPER.fullmatch(line.text))), None)
    if opened is None:
        return lines
    first, mark = opened
    last = closing(lines, first, mark)
    if last is None or 2 * (last - first) <= len(lines):
        return lines
    return [*lines[:first], *lines[first + 1 : last], *lines[last + 1 :]]


def closing(lines: Sequence[Line], first: int, mark: str) -> int | None:
    """The line that closes the fence of line `first`, fences that lie in it and say of which language they are left out."""
    inside = False
    for i in range(first + 1, len(lines)):
        text = lines[i].text.strip()
        if text == mark and not inside:
            return i
        if text.startswith(mark):
            inside = text != mark
    return None


def set_in(lines: Sequence[Line]) -> bool:
    """Whether most lines of a page are set in: then that is how it was pasted, or how the elements of a component lie in each other,
    and no sign of code."""
    fenced, written = False, list[Line]()
    for line in lines:
        fenced ^= line.text.lstrip().startswith(("```", "~~~"))
        if line.text.strip() and not fenced:
            written.append(line)
    return 2 * sum(columns(line.text) >= 4 for line in written) > len(written)
