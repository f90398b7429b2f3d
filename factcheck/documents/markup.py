"""What HTML and Markdown share: tags, entities, addresses, superscripts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from factcheck import patterns
from factcheck.documents.document import TextBuilder
from factcheck.patterns import compile_re

LEAST_HEADING = 6  # the level of a line in bold that heads what follows
# What such a line says: no sentence and no label with its value; "2026-05-03: Orbit 2" is one.
TITLE = compile_re(r"(?:\d{1,2}[.)] )?(?:[^:]{0,60}\b(?:19|20)\d\d\b[^:]{0,40}: )?(?:(?![.!;:]\s).){2,100}(?<![.!;:,\s])")
# An attribute's value is quoted, an expression in braces (JSX) or bare. Possessive, so that no input makes it go back far.
TAG = compile_re(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][\w.:-]*+)(?=[\s/>])
    (?P<attributes>(?:[\s/]++|[^\s"'<>/={}]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'
        |\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\}[^{}]*+)*+\}
        |[^\s"'<>{}=][^\s<>]*+)?)?
        |\{\.\.\.[\w.]++\})*+)
    >""",
    re.VERBOSE,
)
LOOSE_TAG = compile_re(r"<(?P<close>/?)(?P<name>[A-Za-z][\w.:-]*+)(?P<attributes>[^<>]*+)>")
ATTRIBUTE = compile_re(r"""([^\s"'<>/={}]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>{}=][^\s<>]*+))""")
ENTITY = compile_re(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
# Where an address without a link begins: at its scheme, or as a domain with a path.
URL_START = r"\b(?:https?://|www\.(?=\w))|(?<![\w.@-])(?:[\w-]++\.)++(?:com|org|net|edu|gov|io|ai|dev|app|co)/(?=[a-z0-9@?#~]|\w++/)"
URL = compile_re(rf"""(?:{URL_START})[^\s<>"`|{{}}\\^\[\]“”]*""")
SUPERSCRIPT = compile_re(r"<sup\b[^<>]*+>((?:[^<]|<(?!/?sup\b)){0,300}?)</sup\s*>", re.IGNORECASE)
NOTE_MARK = compile_re(r"[\[(]?\s*(?:\d{1,3}|[a-z]|[*†‡§¶#]+)(?:\s*[,;–-]\s*(?:\d{1,3}|[a-z]))*\s*[\])]?")
BASE = compile_re(r"(?:^|[^\d.,])10$")
TIMES_BASE = compile_re(r"[×x·*]\s*10$")


def names(text: str) -> frozenset[str]:
    """Names of tags, written with blanks between them."""
    return frozenset(text.split())


@lru_cache(maxsize=256)
def decoded(entity: str) -> str:
    """The characters an entity such as `&nbsp;` stands for; an unknown one stands for itself."""
    if entity[1] == "#":
        from html import unescape

        return unescape(entity) or entity
    from html.entities import html5

    return html5.get(entity[1:], entity)


def address(url: str) -> str:
    """A bare address as found in prose, without the punctuation of the sentence around it."""
    while url and (url[-1] in ".,;:!?'’*_~" or (url[-1] == ")" and url.count(")") > url.count("("))):
        url = url[:-1]
    return url


def add_prose(builder: TextBuilder, source: str, start: int, end: int, entities: bool = True) -> None:
    """Append the visible part of `source[start:end]`, which holds no tags: entities decoded, bare addresses left out."""
    at = start
    for match in (PROSE if entities else URL).finditer(source, start, end):
        builder.add(source[at : match.start()], at)
        text = match[0]
        if text[0] == "&":
            builder.add(decoded(text), match.start(), match.end())
            at = match.end()
        else:
            builder.cite(address(text))
            at = match.start() + len(address(text))
    builder.add(source[at:end], at)


PROSE = compile_re(f"{ENTITY.pattern}|{URL.pattern}")


def attributes(text: str) -> dict[str, tuple[int, int]]:
    """Where the values of a tag's attributes stand in `text`, by lower-case name."""
    found: dict[str, tuple[int, int]] = {}
    for match in ATTRIBUTE.finditer(text):
        group = match.lastindex or 0
        found.setdefault(match[1].lower(), match.span(group))
    return found


def superscript(source: str, at: int, before: str) -> tuple[Literal["note", "power", "text"], str]:
    """What the `<sup>` at an offset holds: a footnote mark and its number, the power of a ten that stands before it, or other text.
    `before` is the visible text in front of it."""
    match = SUPERSCRIPT.match(source, at)
    inner = patterns.sub(r"<[^<>]*>", "", match[1]).strip() if match else ""
    if patterns.fullmatch(r"[-−–+]?\d{1,3}", inner) and (TIMES_BASE.search(before) or (len(inner) > 1 and BASE.search(before))):
        return "power", ""
    if not NOTE_MARK.fullmatch(inner):
        return "text", ""
    number = patterns.search(r"\d+", inner)
    return "note", number[0] if number else ""
