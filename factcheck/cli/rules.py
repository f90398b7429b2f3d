"""`factcheck rules` and `factcheck explain`: what is checked, and the page of each rule."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from factcheck.cli.output import wants_color, width
from factcheck.cli.streams import write_to
from factcheck.errors import UsageError
from factcheck.judge.rules.example import Example
from factcheck.judge.rules.pages import PAGES, Page
from factcheck.report.layout import Line, aligned, paragraph
from factcheck.report.paint import paint


def rules() -> None:
    """List every rule: code, name, severity, and what it finds."""
    _print(aligned([(p.RULE.code, p.RULE.name, p.RULE.severity, p.RULE.summary) for p in PAGES], width(sys.stdout)))


def explain(code: str) -> None:
    """Explain a rule: what it checks, why, what to write instead, how it can be wrong, and an example.

    Raises UsageError for a rule that does not exist.
    """
    found = [page for page in PAGES if code.lower() in (page.RULE.code.lower(), page.RULE.name)]
    if not found:
        from difflib import get_close_matches

        known = [word for page in PAGES for word in (page.RULE.code, page.RULE.name)]
        close = get_close_matches(code, known, 1, 0.5) or get_close_matches(code.upper(), known, 1, 0.5)
        raise UsageError(f"there is no rule {code}: {f'did you mean {close[0]}?' if close else '`factcheck rules` lists them'}")
    _print(_page(found[0], width(sys.stdout)))


def _page(page: Page, width: int) -> Iterator[Line]:
    rule = page.RULE
    yield [(f"{rule.code} {rule.name}", "strong"), (" (", ""), (rule.severity, rule.severity), (")", "")]
    yield []
    for passage in (page.__doc__ or "").strip().split("\n\n"):
        title, newline, text = passage.partition("\n")
        if title.startswith("## "):
            yield [(title.removeprefix("## "), "strong")]
            yield from paragraph(text, width, 2)
        else:
            yield from paragraph(passage, width, 2 if newline else 0)
        yield []
    for title, name in (("For example, this is reported", "FIRES"), ("And this is not", "QUIET")):
        example: Example | None = getattr(page, name, None)
        if example:
            yield [(title, "strong")]
            yield from paragraph(example.article, width, 2)
            yield [("  where the ledger has", "faint")]
            for claim in example.ledger:
                yield from paragraph(claim, width, 4)
            yield []


def _print(lines: Iterator[Line] | list[Line]) -> None:
    write_to(sys.stdout, paint(lines, wants_color("auto", sys.stdout, os.environ)))
