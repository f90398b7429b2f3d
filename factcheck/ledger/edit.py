"""Changes to a ledger file's text that leave everything else in it as it stands: comments, order, blank lines, quotes.

Places are found by YAML's own parser; the text is changed there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

import yaml

from factcheck.ledger.model import MetricKind
from factcheck.ledger.rendering import Fields, Plain, entry, pair, plain, scalar

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without its C parser
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

INDENT = "  "
KINDS: tuple[MetricKind, ...] = (
    "date",
    "availability",
    "size",
    "tokens",
    "price",
    "speed",
    "score",
    "rank",
    "amount",
)  # in the order of a file
SECTIONS = {"availability": "availability", "tokens": "tokens"}  # names of kinds whose plural is another
MARK = "\ufeff"  # a byte order mark


def add(
    text: str,
    kind: str,
    fields: Sequence[Fields],
    after: Callable[[Fields], bool] = lambda _: False,
    comments: Sequence[str] = (),
) -> str:
    """The text of a file with entries added to its list of `kind` ("claims", "sources" ...).

    They come behind the last entry for which `after` holds, else at the end. Where there is no such list yet it is begun at the end of the
    file. Each has the comment of `comments` above it, if it has one there. Raises ValueError if there can be none.
    """
    if not fields:
        return text
    if text.startswith(MARK):  # the parser does not count it
        return MARK + add(text[1:], kind, fields, after, comments)
    newline = "\r\n" if "\r\n" in text else "\n"
    at = _sequence(text, kind)
    if at is None:
        begun = f"{kind}:\n" + "\n".join(_entries(fields, INDENT, comments))
        return _ended(text) + (newline if _lists(text) else "") + begun.replace("\n", newline)
    if at.flow_style:
        return _add_to_flow(text, at, fields, comments)
    items = list(at.value)
    matching = [item for item in items if after(_fields(item))]
    item = matching[-1] if matching else items[-1]
    indent, blank = " " * _dash(text, item), _apart(text, items)
    added = ("\n" if blank else "").join(_entries(fields, indent, comments))
    place = _line_end(text, _end(item))
    head, tail = text[:place], text[place:]
    middle = ("\n" if blank else "") + added
    return _ended(head) + middle.replace("\n", newline) + tail


def add_claims(text: str, subject: str, fields: Sequence[Fields], kinds: Mapping[str, MetricKind] | None = None) -> str:
    """The text of a file with more claims on a subject, each behind the last one on its metric, else on a metric of its kind or of an
    earlier one (`kinds` tells these), else behind the subject's last.

    A file that holds nothing yet becomes the subject's own, with a comment before each kind. Raises ValueError if the file can hold no
    claims.
    """
    if not _lists(text) and kinds:
        return f"{_ended(text)}subject: {scalar(subject)}\nclaims:\n{_by_kind(fields, kinds)}"
    for metric in dict.fromkeys(one["metric"] for one in fields):
        text = _add_on_metric(text, subject, metric, [one for one in fields if one["metric"] == metric], kinds or {})
    return text


def _by_kind(fields: Sequence[Fields], kinds: Mapping[str, MetricKind]) -> str:
    """Claims in the order of a file, each kind below a comment that names it."""
    parts = []
    for kind in KINDS:
        metrics = [metric for metric in dict.fromkeys(str(one["metric"]) for one in fields) if kinds.get(metric) == kind]
        claims = [entry(one, INDENT) for metric in metrics for one in fields if one["metric"] == metric]
        if claims:
            parts.append(f"{INDENT}# {SECTIONS.get(kind, f'{kind}s')}\n" + "\n".join(claims))
    return "\n".join(parts)


def _add_on_metric(text: str, subject: str, metric: Plain, fields: Sequence[Fields], kinds: Mapping[str, MetricKind]) -> str:
    lists = _lists(text)
    if not lists:
        text = f"{_ended(text)}subject: {scalar(subject)}\nclaims: []\n"
        lists = _lists(text)
    top, claims = lists.get("subject"), lists.get("claims")
    default = top.value if isinstance(top, yaml.ScalarNode) else ""
    held = [_fields(one) for one in claims.value] if isinstance(claims, yaml.SequenceNode) else []
    there = {str(one.get("metric")) for one in held if one.get("subject", default) == subject}
    near = {str(metric)} if metric in there else _nearest(str(metric), there, kinds)

    def after(other: Fields) -> bool:
        return other.get("subject", default) == subject and str(other.get("metric")) in near

    return add(text, "claims", fields if default == subject else [{"subject": subject, **one} for one in fields], after)


def _nearest(metric: str, there: Iterable[str], kinds: Mapping[str, MetricKind]) -> set[str]:
    """The metrics of the last kind that does not come after a metric's own; all of them if that cannot be told."""
    known = {other: KINDS.index(kinds[other]) for other in there if other in kinds}
    before = [kind for kind in known.values() if metric in kinds and kind <= KINDS.index(kinds[metric])]
    return {other for other, kind in known.items() if kind == max(before)} if before else set(there)


def change(text: str, line: int, column: int, fields: Fields) -> str:
    """The text with keys added to the entry that stands at a place (1-based), or changed where it has them.

    Raises ValueError if no entry stands there.
    """
    if text.startswith(MARK):
        return MARK + change(text[1:], line, column - (line == 1), fields)
    for key, value in fields.items():
        node = _entry_at(text, line, column)
        old = next((there for name, there in node.value if name.value == key), None)
        if old is not None:
            start, end = old.start_mark.index, _end(old)
            text = text[:start] + plain(value) + text[end:]
        elif node.flow_style:
            place = _end(node) - 1
            text = text[:place].rstrip() + f", {key}: {plain(value)}" + text[place:]
        else:
            text = _with_line(text, node, key, value)
    return text


def _with_line(text: str, node: yaml.MappingNode, key: str, value: Plain) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    indent = " " * node.value[0][0].start_mark.column
    place = _line_end(text, _end(node))
    return _ended(text[:place]) + newline.join(pair(key, value, indent)) + newline + text[place:]


def _entries(fields: Sequence[Fields], indent: str, comments: Sequence[str]) -> list[str]:
    """Items of a block list, each with the comment that belongs above it."""
    above = [*comments, *[""] * (len(fields) - len(comments))]
    lines = ["".join(f"{indent}# {line}\n" for line in comment.splitlines()) for comment in above]
    return [comment + entry(one, indent) for comment, one in zip(lines, fields, strict=True)]


def _add_to_flow(text: str, at: yaml.SequenceNode, fields: Sequence[Fields], comments: Sequence[str]) -> str:
    """To `claims: []` a block list; to `claims: [{...}]` more of the same."""
    start, end = at.start_mark.index, _end(at)
    if not at.value:
        rest = text[_line_end(text, end) :]
        return text[:start].rstrip() + "\n" + "\n".join(_entries(fields, INDENT, comments)) + rest
    more = ", ".join("{" + ", ".join(f"{k}: {plain(v)}" for k, v in one.items() if v or isinstance(v, bool)) + "}" for one in fields)
    return text[: end - 1].rstrip().rstrip(",") + ", " + more + text[end - 1 :]


def _lists(text: str) -> dict[str, yaml.Node]:
    """What stands under the keys of a file, nothing if it has but comments."""
    root = yaml.compose(text, Loader=Loader)
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise ValueError("this is no file of a ledger")
    return {key.value: node for key, node in root.value}


def _sequence(text: str, kind: str) -> yaml.SequenceNode | None:
    node = _lists(text).get(kind)
    if node is not None and not isinstance(node, yaml.SequenceNode):
        raise ValueError(f"{kind} is no list")
    return node


def _entry_at(text: str, line: int, column: int) -> yaml.MappingNode:
    for sequence in _lists(text).values():
        for node in sequence.value if isinstance(sequence, yaml.SequenceNode) else ():
            if (node.start_mark.line, node.start_mark.column) == (line - 1, column - 1) and isinstance(node, yaml.MappingNode):
                return node
    raise ValueError(f"no entry begins at line {line}, column {column}")


def _fields(node: yaml.Node) -> dict[str, Plain]:
    """The scalars of an entry, for a decision about it."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {key.value: value.value for key, value in pairs if isinstance(value, yaml.ScalarNode)}


def _end(node: yaml.Node) -> int:
    """Where a node ends in the text. The end mark of a block stands behind the blanks and comments that follow it."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _line_end(text: str, index: int) -> int:
    """Behind the line that holds `index`, its comment and its newline included."""
    end = text.find("\n", max(index - 1, 0) if text[index - 1 : index] == "\n" else index)
    return len(text) if end < 0 else end + 1


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _dash(text: str, item: yaml.Node) -> int:
    """The column of the dash before an item of a block list."""
    start = item.start_mark.index - item.start_mark.column
    line = text[start : item.start_mark.index]
    if "-" in line:
        return line.rindex("-")
    before = text[:start].rstrip()  # the dash stands on a line of its own
    return len(before) - 1 - (before.rfind("\n") + 1)


def _apart(text: str, items: Sequence[yaml.Node]) -> bool:
    """Whether blank lines stand between the items of a list."""
    ends = [(_end(a), b.start_mark.index) for a, b in pairwise(items)]
    apart = sum("\n\n" in text[end:start].replace("\r", "") for end, start in ends)
    return apart * 2 >= len(ends) if ends else len(items) == 1
