"""What `.gitignore` files leave out, without asking git."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from factcheck.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of a `.gitignore`: which paths it means, and whether it leaves them out or takes them back."""

    folder: Path  # where the file lies
    regex: re.Pattern[str]  # on the path relative to `folder`, with forward slashes
    folders_only: bool
    ignore: bool


def patterns(folder: Path) -> list[Pattern]:
    """The patterns of a folder's own `.gitignore`, in order; none where there is no readable one."""
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [pattern for line in lines if (pattern := parse(line, folder))]


def inherited(folder: Path) -> list[Pattern]:
    """The patterns that the folders above `folder` bring along, up to the root of its git checkout; none outside one."""
    above: list[Path] = []
    for parent in [folder, *folder.parents]:
        if parent != folder:
            above.append(parent)
        if (parent / ".git").exists():
            return [pattern for place in reversed(above) for pattern in patterns(place)]
    return []


def parse(line: str, folder: Path) -> Pattern | None:
    """One line of a `.gitignore`; None for a comment, a blank line or a pattern that can mean nothing."""
    text = re.sub(r"(?<!\\) +$", "", line)
    ignore = not text.startswith("!")
    text = text.removeprefix("!")
    if not text or (text.startswith("#") and ignore):
        return None
    folders_only = text.endswith("/")
    text = text.rstrip("/")
    anchored = "/" in text
    text = text.removeprefix("/")
    try:
        regex = re.compile(("" if anchored else "(?:.*/)?") + _translate(text))
    except re.error:
        return None
    return Pattern(folder, regex, folders_only, ignore) if text else None


def ignored(path: Path, is_folder: bool, rules: Iterable[Pattern]) -> bool:
    """Is `path` left out? The last pattern that means it decides."""
    verdict = False
    for rule in rules:
        if (
            rule.ignore != verdict
            and (is_folder or not rule.folders_only)
            and rule.regex.fullmatch(path.relative_to(rule.folder).as_posix())
        ):
            verdict = rule.ignore
    return verdict


def _translate(pattern: str) -> str:
    """A glob as a regular expression: `*` and `?` stay within one part of a path, `**` crosses parts."""
    out: list[str] = []
    i = 0
    while i < len(pattern):
        rest = pattern[i:]
        if rest.startswith("**/"):
            out.append("(?:.*/)?")
            i += 3
        elif rest.startswith("**"):
            out.append(".*")
            i += 2
        elif rest[0] == "*":
            out.append("[^/]*")
            i += 1
        elif rest[0] == "?":
            out.append("[^/]")
            i += 1
        elif bracket := re.match(r"\[[!^]?\]?[^]]*\]", rest):
            inside = bracket[0][1:-1].replace("\\", "\\\\").replace("[", "\\[")
            out.append("[" + ("^" + inside[1:] if inside[0] in "!^" else inside) + "]")
            i += len(bracket[0])
        elif rest[0] == "\\" and len(rest) > 1:
            out.append(re.escape(rest[1]))
            i += 2
        else:
            out.append(re.escape(rest[0]))
            i += 1
    return "".join(out)
