"""The lines between `---` (YAML) or `+++` (TOML) at the top of a page: single values, and titles as text."""

from __future__ import annotations

from factcheck import patterns
from factcheck.dataclass import dataclass, field
from factcheck.documents.document import Text, TextBuilder
from factcheck.documents.lines import Line, join
from factcheck.patterns import compile_re

KEY = compile_re(r"""(?:"([^"]+)"|'([^']+)'|([\w][\w.-]*))\s*""")
FENCES = {"---": ":", "+++": "="}
TITLES = {"title", "subtitle", "description", "summary", "excerpt"}


@dataclass(slots=True)
class FrontMatter:
    """`meta`: lower-case key to value as written, without its quotes; `titles`: the values that readers get to see."""

    meta: dict[str, str] = field(default_factory=dict)
    titles: list[Text] = field(default_factory=list)
    lines: int = 0  # how many lines of the page it takes up, its fences included


def front_matter(lines: list[Line]) -> FrontMatter:
    """What stands at the top of a page, given its lines. Without front matter, `lines` of the result is 0."""
    found = FrontMatter()
    sign = FENCES.get(lines[0].text.rstrip()) if lines else None
    end = sign and _end(lines, sign)
    if not sign or not end:
        return found
    found.lines = end + 1
    at = 1
    while at < end:
        line = lines[at]
        at += 1
        if sign == "=" and line.text.startswith("["):
            break  # the tables of TOML hold no keys of the page itself
        key = KEY.match(line.text)
        if not key or not line.text.startswith(sign, key.end()):
            continue
        more = at
        while more < end and _goes_on(lines[more].text, sign):
            more += 1
        value = _value(line.cut(key.end() + 1).strip(), lines[at:more], sign)
        at = more
        if value and value.text:
            name = (key[1] or key[2] or key[3]).lower()
            found.meta.setdefault(name, value.text)
            if name in TITLES:
                found.titles.append(value)
    return found


def _end(lines: list[Line], sign: str) -> int | None:
    """The index of the closing fence, if what lies between looks like keys with values rather than an article."""
    first = next((line.text for line in lines[1:] if line.text.strip() and not line.text.startswith("#")), "")
    closing = {"---", "..."} if sign == ":" else {"+++"}
    end = next((i for i, line in enumerate(lines[1:], 1) if line.text.rstrip() in closing), None)
    key = KEY.match(first)
    plausible = first.rstrip() in closing or (key and first.startswith(sign, key.end())) or (sign == "=" and first.startswith("["))
    return end if plausible else None


def _goes_on(text: str, sign: str) -> bool:
    """Does a value go on in this line? In YAML by its indentation; in TOML values stay on their line."""
    return sign == ":" and (text[:1] in (" ", "\t") or not text.strip())


def _value(first: Line, rest: list[Line], sign: str) -> Text | None:
    """A single value; None for lists, maps and anything else that is not one."""
    rest = [line for line in rest if line.text.strip()]
    if patterns.fullmatch(r"[|>][+-]?\d?[+-]?(?:\s+#.*)?", first.text):
        return join(rest)
    if first.text.startswith(("[", "{", "&", "!")) or (not first.text and rest):
        return None
    quote = first.text[:1]
    if quote in ('"', "'"):
        return _quoted(join([first, *rest]), quote, sign)
    if sign == "=":
        rest = []
    comment = patterns.search(r"(?:^|\s)#", first.text)
    return join([Line(first.start, first.text[: comment.start()] if comment else first.text), *rest])


def _quoted(raw: Text, quote: str, sign: str) -> Text | None:
    """What stands between the quotes at the start of `raw`; None if they do not close."""
    text = raw.text
    skip = 3 if text.startswith(quote * 3) and sign == "=" else 1
    builder = TextBuilder()
    at = skip
    while at < len(text):
        char, width = text[at], 1
        if char == "\\" and quote == '"' and at + 1 < len(text):
            char, width = _escaped(text, at)
        elif text.startswith("''", at) and quote == "'" and sign == ":":
            width = 2
        elif text.startswith(quote * skip, at):
            return builder.build()
        builder.add(char, *raw.span(at, at + width))
        at += width
    return None


def _escaped(text: str, at: int) -> tuple[str, int]:
    """What the escape at an offset stands for, and its length."""
    letter = text[at + 1]
    code = text[at + 2 : at + 2 + {"x": 2, "u": 4, "U": 8}.get(letter, 0)]
    if patterns.fullmatch(r"[0-9a-fA-F]+", code):
        number = int(code, 16)
        return (chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"), 2 + len(code)
    return (" " if letter in "ntr0" else letter), 2
