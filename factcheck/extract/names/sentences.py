"""A text cut into sentences, and a sentence into clauses."""

from __future__ import annotations

import re

from factcheck.patterns import compile_re

# The mark of a source. No two of its forms can match the same mark, and what was matched is not given back: a long row of marks
# is read once, not in every way it could be divided.
MARK = r"(?: ?\[\d{1,3}(?:[,;–-] ?\d{1,3})*+\]|\[\^?(?!\d{1,3}\])\w{1,8}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹])"
POINTERS = "▸►▶‣"
# A full stop, question or exclamation mark, its closing quotes and brackets and the marks of its sources, and then a space and a
# fresh start; the line that says where what stands above it comes from; or a sign that points to the next item of a line.
END = compile_re(
    rf"(?<![.!?…])[.!?…]++[\"'”’)\]*]*+{MARK}*+[\"'”’)\]*]*+\s+"
    r"(?=[\"'“‘(\[*•\-–]*(?:[A-Z0-9$#~@À-ÞΑ-Ω\U0001F300-\U0001FAFF]|[a-z]{1,2}[A-Z]))|\n+"
    rf"|(?<=[a-z0-9%])\s+(?=Sources?: [\[A-Z])|\s+[{POINTERS}]\s+"
)
# The labelled items of a list that has been run together into one line: "... of them - Speed: 40 - Price: $3".
ITEM = compile_re(r"(?<=[\w%).:]) - (?=[A-Z][^:.]{2,40}: )")
LONGEST = 1_500  # characters; what a reading costs grows with the square of the figures in a sentence, and of its names
LIST_END = compile_re(f"{END.pattern}|{ITEM.pattern}")
ABBREVIATION = compile_re(
    r"(?:\b(?:vs|e\.g|i\.e|etc|approx|ca|cf|Inc|Corp|Ltd|Co|No|Dr|Mr|Mrs|Ms|Prof|St|Fig|Sec|Eq|al|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|U\.S|U\.K|a\.m|p\.m)|\b[A-Z])\.$"
)
INITIAL = compile_re(r"\b[A-Z]\.$")
FRESH = compile_re(  # no surname: "said in a post on X. The firm"
    r"(?:The|It|Its|This|That|These|They|Their|In|On|But|And|He|She|We|At|As|For|With|If|When|While|However|Meanwhile|Both|Another|After)\b"
)
CLAUSE = compile_re(
    r";|\s[—–]\s|—|,?\s(?:while|whereas|though|although|but|compared (?:to|with)|up from|down from)\s"
    r"|,\s(?:and|with|which|who|as|so|yet)\s|\.\s|→",
    re.IGNORECASE,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of a text, in order, without the space between them.

    >>> [text[a:b] for text in ("It beat GPT-5 vs. Opus 4. The U.S. model hit 4.5. Done",) for a, b in sentences(text)]
    ['It beat GPT-5 vs. Opus 4.', 'The U.S. model hit 4.5.', 'Done']
    """
    out: list[tuple[int, int]] = []
    start = 0
    items = [m.start() for m in ITEM.finditer(text)]
    for match in (LIST_END if len(items) > 1 else END).finditer(text):
        stop = match.start()
        short = text[stop] == "." and "\n" not in match.group() and ABBREVIATION.search(text, max(start, stop - 8), stop + 1)
        if short and not (INITIAL.search(text, max(start, stop - 2), stop + 1) and FRESH.match(text, match.end())):
            continue
        end = match.start() + len(match.group().rstrip().rstrip(POINTERS).rstrip())
        out += pieces(text, start, end)
        start = match.end()
    return [*out, *pieces(text, start, len(text))]


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence as one piece, or as several where it is so long that it is none: a page of figures that lost its lines."""
    out: list[tuple[int, int]] = []
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start, start + LONGEST), start + LONGEST // 2)
        out.append((start, cut))
        start = cut
    return [(a, b) for a, b in (*out, (start, end)) if text[a:b].strip()]


def clauses(text: str, start: int, end: int) -> list[int]:
    """Offsets at which a new clause begins inside a sentence; brackets keep their contents together.

    >>> text = "A scored 5 (up from 4), while B, with 3, lost"
    >>> [text[c : c + 5] for c in clauses(text, 0, len(text))]
    ['A sco', 'while', 'with ']
    """
    starts = [start]
    depth_ends = brackets(text, start, end)
    for match in CLAUSE.finditer(text, start, end):
        at = match.start() + len(match.group()) - len(match.group().lstrip(" ,;—–→.\n"))
        if not any(a < match.start() < b for a, b in depth_ends):
            starts.append(at if at > match.start() else match.end())
    return starts


def brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets (opening, closing) of the outermost round and square brackets in a stretch of text."""
    found: list[tuple[int, int]] = []
    depth, opened = 0, 0
    for i in range(start, end):
        c = text[i]
        if c in "([":
            if depth == 0:
                opened = i
            depth += 1
        elif c in ")]" and depth:
            depth -= 1
            if depth == 0:
                found.append((opened, i))
    return found
