"""Which files a command line means: files, folders and globs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.documents.readers import READERS, suffix

# Folders that hold no articles of one's own. Hidden ones are left out as well.
LEFT_OUT = {"node_modules", "venv", "__pycache__"}


def find(paths: Iterable[str]) -> tuple[list[str], list[str]]:
    """(files, problems) for files, folders, globs and "-" as given.

    A folder means every article below it; hidden and git-ignored ones are left out. Files come once, in the order they are
    first named, with forward slashes and without a leading `./`. A problem is a message: a path that is missing or may not be
    read, a folder or a glob without articles. What else was named is still returned.
    """
    files: dict[str, None] = {}
    problems: list[str] = []
    for path in paths:
        before = len(problems)
        found = [_shown(file) for file in _meant(path, problems)]
        if not found and len(problems) == before:
            problems.append(f"{path}: {_nothing(path)}")
        files.update(dict.fromkeys(found))
    return list(files), problems


def _shown(path: str) -> str:
    """A path as reports write it."""
    text = path.replace(os.sep, "/")
    while text.startswith("./") and text[2:] not in ("", "-"):
        text = text[2:].lstrip("/")
    return text


def _meant(path: str, problems: list[str]) -> Iterator[str]:
    if path == "-":
        yield path
    elif not path or "\0" in path:
        return
    elif Path(path).is_dir():
        yield from _below(Path(path), problems)
    elif os.path.lexists(path):
        yield path
    elif _is_pattern(path):
        from glob import glob

        for match in sorted(glob(path, recursive=True)):  # noqa: PTH207 - pathlib would rewrite the path as given
            if not Path(match).is_dir():
                if suffix(match) in READERS or suffix(match) == suffix(path):
                    yield match
            elif "**" not in path:  # which names the files below it by themselves
                yield from _below(Path(match), problems)


def _nothing(path: str) -> str:
    if path and Path(path).is_dir():
        return f"there is no article in this folder; articles end in {', '.join(READERS)}"
    if _is_pattern(path):
        return "no article matches this pattern"
    return "there is no such file or folder; check the spelling of the path"


def _is_pattern(path: str) -> bool:
    return any(char in path for char in "*?[")


def _below(top: Path, problems: list[str]) -> Iterator[str]:
    """Every article below a folder, sorted by name, each folder's own before those of the folders in it."""
    from factcheck.documents.gitignore import Pattern, ignored, inherited, patterns

    place = top.resolve()
    waiting: list[tuple[Path, Path, list[Pattern]]] = [(top, place, inherited(place))]  # as given, absolute, patterns from above
    while waiting:
        folder, place, above = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            problems.append(f"{folder}: this folder cannot be read: {error.strerror}")
            continue
        rules = above + patterns(place)
        inner: list[tuple[Path, Path, list[Pattern]]] = []
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") or (is_folder and entry.name in LEFT_OUT) or ignored(place / entry.name, is_folder, rules):
                continue
            if is_folder:
                inner.append((folder / entry.name, place / entry.name, rules))
            elif suffix(entry.name) in READERS and entry.is_file():
                yield str(folder / entry.name)
        waiting.extend(reversed(inner))
