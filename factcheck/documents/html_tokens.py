"""HTML as a row of tags, comments and texts, and what a tag by itself tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck import patterns
from factcheck.documents.markup import ENTITY, LOOSE_TAG, TAG, attributes, decoded, names
from factcheck.patterns import compile_re

START = compile_re(r"<(?=[!?/A-Za-z])")
RAW = names("script style textarea iframe noembed noframes xmp")  # what they hold is not HTML


class Token(NamedTuple):
    """A tag (`open`, `close`), a `comment`, `text` between them, or the `raw` inside of a script."""

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: int = 0  # offset of the attributes; they end before the final >


def tokens(source: str, start: int, end: int) -> Iterator[Token]:
    """The tags, comments and texts of a stretch of HTML, in order."""
    at = text = start
    while mark := START.search(source, at, end):
        at = mark.start()
        token = _token(source, at, end)
        if not token:
            at += 1
            continue
        if text < at:
            yield Token("text", text, at)
        yield token
        at = text = token.end
        if token.kind == "open" and token.name in RAW and source[token.end - 2] != "/":
            closing = compile_re(rf"</{token.name}(?=[\s/>])", re.IGNORECASE).search(source, at, end)
            at = text = closing.start() if closing else end
            yield Token("raw", token.end, at, token.name)
    if text < end:
        yield Token("text", text, end)


def _token(source: str, at: int, end: int) -> Token | None:
    if source.startswith("<!--", at):
        stop = source.find("-->", at + 4, end)
        return Token("comment", at, end if stop < 0 else stop + 3)
    tag = TAG.match(source, at, end) or LOOSE_TAG.match(source, at, end)
    if tag:
        return Token("close" if tag["close"] else "open", at, tag.end(), tag["name"].lower(), tag.start("attributes"))
    if source[at + 1] in "!?":
        stop = source.find(">", at, min(end, at + 2000))
        return None if stop < 0 else Token("declaration", at, stop + 1)
    return None


def attribute(source: str, token: Token, name: str) -> str | None:
    """The value of an attribute of a tag, None if it has none of this name."""
    text = source[token.attributes : token.end - 1]
    where = attributes(text).get(name)
    return ENTITY.sub(lambda m: decoded(m[0]), text[slice(*where)]) if where else None


def is_hidden(source: str, token: Token) -> bool:
    """Whether a tag says that a browser shows nothing of its element."""
    text = source[token.attributes : token.end - 1]
    if "hidden" not in text and "none" not in text:
        return False
    if patterns.search(r"\shidden(?=[\s/=]|$)", patterns.sub(r"""=\s*+(?:"[^"]*+"|'[^']*+')""", "=", " " + text)):
        return True
    style = attribute(source, token, "style") or ""
    return bool(patterns.search(r"display\s*:\s*none", style)) or attribute(source, token, "aria-hidden") == "true"


def article_root(tokens: Sequence[Token]) -> str | None:
    """The element that holds the article; None where the whole page does. Several articles are teasers if there is a main part."""
    found = Counter(token.name for token in tokens if token.kind == "open" and token.name in ("article", "main"))
    if found["article"] == 1 or not found["main"]:
        return "article" if found["article"] else None
    return "main"
