"""The line of a file that words stand in, with the words marked."""

from __future__ import annotations

from factcheck.places import Lines, Span
from factcheck.report.layout import Line, Tone, cells, visible

DOTS = "... "
NEAR = 400  # characters either side that can matter at any width
WORD = 20  # a longer word is cut where it does not fit


def excerpt(lines: Lines, span: Span, width: int, tone: Tone) -> list[Line]:
    """Two lines of at most `width` columns: the words of `span` in their line, which is cut to what stands around them
    where it is longer, and a row of ^ below them. Words that run over several lines are marked to the end of the first.
    """
    number, _ = lines.position(span.start)
    offset, text = lines.line(number)
    gutter = f"{number:>5} | "
    start = span.start - offset
    end = max(min(span.end - offset, len(text.rstrip())), start + 1)
    before, marked, after = _window(text, start, end, width - len(gutter))
    return [
        [(gutter, "faint"), (before, ""), (marked, "strong"), (after, "")],
        [(" " * (len(gutter) - 2) + "| ", "faint"), (" " * cells(before), ""), ("^" * max(cells(marked), 1), tone)],
    ]


def _window(text: str, start: int, end: int, room: int) -> tuple[str, str, str]:
    """What stands before the marked words, these, and what follows, all made visible, in `room` columns together."""
    far_left, far_right = max(start - NEAR, 0), end + NEAR
    before = [visible(char) for char in text[far_left:start].lstrip("\ufeff")]
    marked = [visible(char) for char in text[start : min(end, start + NEAR)]]
    after = [visible(char) for char in text[end:far_right].rstrip()]
    if not far_left:
        while before and before[0].isspace():
            del before[0]
    room -= sum(map(cells, marked))
    left, right = sum(map(cells, before)), sum(map(cells, after))
    if left + right <= room and not far_left:
        return "".join(before), "".join(marked), "".join(after)
    # What one side does not need, the other may have; words before tell more than words after.
    for_left = min(left, max(room * 3 // 5, room - right))
    for_right = min(right, room - for_left)
    return (
        _tail(before, for_left) if left > for_left or far_left else "".join(before),
        "".join(marked),
        _head(after, for_right) if right > for_right else "".join(after),
    )


def _tail(chars: list[str], room: int) -> str:
    """The last words that fit in `room` columns, after dots."""
    return DOTS + "".join(reversed(_words(chars[::-1], room))) if room >= len(DOTS) else ""


def _head(chars: list[str], room: int) -> str:
    """The first words that fit in `room` columns, before dots."""
    return "".join(_words(chars, room)).rstrip() + DOTS.rstrip().rjust(len(DOTS)) if room >= len(DOTS) else ""


def _words(chars: list[str], room: int) -> list[str]:
    """The first of these characters that fit in `room` columns with dots, without a word that is cut unless it is long."""
    fitting, used = 0, len(DOTS)
    while fitting < len(chars) and (used := used + cells(chars[fitting])) <= room:
        fitting += 1
    for end in range(fitting, max(fitting - WORD, 0), -1):
        if end == len(chars) or chars[end].isspace():
            return chars[:end]
    return chars[:fitting]
