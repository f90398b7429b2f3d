"""What `check` and `extract` are asked to do, and a reader of their everyday form that needs no Typer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from factcheck.dataclass import dataclass

CheckFormat = Literal["text", "json", "concise", "github", "claimreview"]
ExtractFormat = Literal["text", "json"]
FailOn = Literal["error", "warning", "info", "never"]
Color = Literal["auto", "always", "never"]

COMMANDS = (
    "check",
    "extract",
    "conflicts",
    "validate",
    "show",
    "search",
    "sources",
    "add",
    "import",
    "export",
    "review",
    "coverage",
    "schema",
    "rules",
    "explain",
)


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one run, as typed: nothing is looked up or opened yet."""

    command: Literal["check", "extract"]
    paths: tuple[str, ...]
    ledger: tuple[str, ...] = ()
    as_of: str | None = None
    format: str | None = None
    output: str | None = None
    stdin_filename: str | None = None
    color: str = "auto"
    verbose: bool = False
    why: bool = False
    fail_on: str | None = None
    exit_zero: bool = False
    stubs: str | None = None
    review_url: str | None = None
    reviewer: str | None = None


BOTH = {
    "--ledger": "ledger",
    "--as-of": "as_of",
    "--format": "format",
    "--output-format": "format",
    "--output": "output",
    "-o": "output",
    "--stdin-filename": "stdin_filename",
    "--color": "color",
}
VALUED = {
    "check": {**BOTH, "--fail-on": "fail_on", "--stubs": "stubs", "--review-url": "review_url", "--reviewer": "reviewer"},
    "extract": BOTH,
}
FLAGS = {
    "check": {"--verbose": "verbose", "-v": "verbose", "--why": "why", "--exit-zero": "exit_zero"},
    "extract": {"--why": "why"},
}
CHOICES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "check": {"format": CheckFormat.__args__, "fail_on": FailOn.__args__, "color": Color.__args__},  # type: ignore[attr-defined]
    "extract": {"format": ExtractFormat.__args__, "color": Color.__args__},  # type: ignore[attr-defined]
}


def parse(argv: Sequence[str]) -> Options | None:
    """The options in `[check|extract] [OPTIONS] PATH...`, None for whatever is not plainly that: help, mistakes, other commands.

    None is never wrong, only slower: Typer then reads the same arguments, and says what is amiss.
    """
    command: Literal["check", "extract"] = "extract" if argv and argv[0] == "extract" else "check"
    if argv and argv[0] in COMMANDS and argv[0] != command:
        return None
    rest = list(argv[1:] if argv and argv[0] == command else argv)
    paths: list[str] = []
    read: dict[str, Any] = {}
    while rest:
        word = rest.pop(0)
        if word == "--":
            paths += rest
            break
        if word == "-" or not word.startswith("-"):
            paths.append(word)
            continue
        name, equals, value = word.partition("=")
        if name in FLAGS[command] and not equals:
            read[FLAGS[command][name]] = True
            continue
        key = VALUED[command].get(name)
        if not key or (equals and not name.startswith("--")) or not (equals or rest):
            return None
        value = value if equals else rest.pop(0)
        if (not equals and value.startswith("-")) or value not in CHOICES[command].get(key, (value,)):
            return None
        if key == "ledger":
            read[key] = (*read.get(key, ()), value)
        else:
            read[key] = value
    return Options(command, tuple(paths), **read) if paths else None
