"""How the blocks of a Markdown page begin."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import patterns
from factcheck.documents import tables
from factcheck.documents.lines import Line
from factcheck.documents.markup import names
from factcheck.patterns import compile_re

UNDERLINE = compile_re(r" {0,3}(?:={2,}|-{2,})[ \t]*")
RULE = compile_re(r"(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}")
FENCE = compile_re(r"(`{3,})[^`]*|(~{3,}).*")
ITEM = compile_re(r"(?:[-*+]|(?P<number>\d{1,3})[.)])(?:[ \t]+|$)|•[ \t]*")  # four digits are a year
NOTE = compile_re(r"\[\^[^\]\s]+\]:[ \t]*")
SECOND_MARK = compile_re(r"[•·▪][ \t]*|\[[ xX]\][ \t]+")  # a bullet pasted along with the text, a task's box
REFERENCE = compile_re(r"""\[([^\[\]^][^\[\]]*)\]:[ \t]*(?:<([^<>]*)>|(\S+))(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?""")
BOLD = compile_re(r"\s*(\*\*|__)(?=\S)(?P<words>(?:(?!\1).)+)(?<=\S)\1\s*")  # a line of nothing else
ALERT = compile_re(r"\[!\w+\][-+]?[ \t]*")
MODULE = compile_re(r"""import\s(?:.*\sfrom\s+)?['"]|export\s+(?:const|let|var|default|function|async|class|\{|\*)""")  # of MDX
STRING = compile_re(r"""\s*(?:\w+:\s*)?(?P<q>["'`])(?P<text>\w[^\s"`]*(?: [^\s"`]+){5,}[.!?…])(?P=q),?;?\s*""")  # of a sentence or more
COMMENTS = {"<!--": "-->", "{/*": "*/}"}

# HTML that stands on lines of its own: what holds text, what holds blocks of it, and what is read or left out whole.
TAG_NAME = compile_re(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*+)(?=[\s/>])")
TEXT_TAGS = names("p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd summary figcaption caption thead tbody tfoot tr td th blockquote")
BLOCK_TAGS = names("address article aside center details dialog div fieldset figure footer form header hr main nav section")
WHOLE_TAGS = names("table script style pre svg template noscript textarea iframe math")


def interrupts(lines: Sequence[Line], at: int) -> bool:
    """Does the line of this index start something of its own, even where a paragraph could go on?"""
    text = lines[at].text.strip()
    match text[0]:
        case "#":
            return bool(patterns.match(r"#{1,6}(?:\s|$)", text))
        case ">":
            return True
        case "`" | "~":
            return bool(FENCE.fullmatch(text))
        case "<" if tag := TAG_NAME.match(text):
            return is_block(tag["name"])
        case "<" | "{":
            return text.startswith(tuple(COMMENTS))
        case "[":
            return bool(NOTE.match(text))
        case ":":
            return text.startswith(":::")
    return bool(RULE.fullmatch(text) or ITEM.match(text) or UNDERLINE.fullmatch(text)) or (
        "|" in text and at + 1 < len(lines) and tables.begins(text, lines[at + 1].text)
    )


def is_block(name: str) -> bool:
    """Does this HTML tag stand on lines of its own?"""
    return name.lower() in TEXT_TAGS | BLOCK_TAGS | WHOLE_TAGS


def begins_block(line: Line) -> bool:
    """Whether a line begins with an HTML tag that holds text or blocks of it."""
    tag = TAG_NAME.match(line.text.lstrip())
    return tag is not None and tag["name"].lower() in TEXT_TAGS | BLOCK_TAGS
