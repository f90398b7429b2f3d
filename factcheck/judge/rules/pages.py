"""The manual page of each rule as Markdown: `python -m factcheck.judge.rules.pages docs/rules` writes them all."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from factcheck import unreadable_input
from factcheck.findings import Rule
from factcheck.judge.rules import RULES
from factcheck.judge.rules.example import Example

REMEDY = "## What to write instead"


class Page(Protocol):
    """A module with a rule, and its page as docstring."""

    RULE: Rule
    __doc__: str | None


PAGES: tuple[Page, ...] = (*RULES, unreadable_input)


def pages() -> Mapping[str, str]:
    """File names with their text: a page a rule, and a table of all as README.md."""
    rows = [f"| [{r.code}]({r.code}.md) | {r.name} | {r.severity} | {r.summary} |" for r in (page.RULE for page in PAGES)]
    table = "\n".join(["# Rules", "", "| code | name | severity | finds |", "|---|---|---|---|", *rows]) + "\n"
    return {"README.md": table, **{f"{page.RULE.code}.md": markdown(page) for page in PAGES}}


def markdown(page: Page) -> str:
    """One rule: its name, its text, and in the middle an article that it reports and one that it does not."""
    rule = page.RULE
    before, heading, after = (page.__doc__ or "").strip().partition(REMEDY)
    titled = (("Reported", "FIRES"), ("Not reported", "QUIET"))
    examples = "\n\n".join(_example(title, example) for title, name in titled if (example := getattr(page, name, None)))
    example_part = f"## Example\n{examples}\n\n" if examples else ""
    return f"# {rule.code} {rule.name} ({rule.severity})\n\n{before}{example_part}{heading}{after}\n"


def _example(title: str, example: Example) -> str:
    claims = "\n".join(f"- {claim}" for claim in example.ledger)
    held = f"where the ledger has\n\n```yaml\n{claims}\n```" if claims else "whatever the ledger has."
    return f"{title}:\n\n> {example.article}\n\n{held}"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")
