"""Draw the run in the README: `factcheck examples/newsletter.md` as it looks in a terminal, as docs/run.svg."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from factcheck.check import check
from factcheck.ledger.compiled import load
from factcheck.ledger.locate import builtin
from factcheck.report.layout import Line
from factcheck.report.paint import styled
from factcheck.report.text import report
from factcheck.report.view import View

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "run.svg"
ARTICLE = "examples/newsletter.md"
WIDTH = 96

# Calm colours on a dark ground: foreground, then black to white, then their bright forms.
THEME = TerminalTheme(
    (24, 26, 31),
    (214, 217, 224),
    [(24, 26, 31), (240, 113, 120), (152, 195, 121), (229, 192, 123), (97, 175, 239), (198, 120, 221), (102, 204, 214), (214, 217, 224)],
)


def draw(lines: list[Line], command: str) -> str:
    """The lines below the command that printed them, as SVG. The same lines always make the same picture."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(f"[bold]$ {command}[/bold]\n", highlight=False)
    for line in lines:
        console.print(styled(line), soft_wrap=True)
    return console.export_svg(title="factcheck", theme=THEME, unique_id="run")


def main() -> None:
    results = check([ARTICLE], load([builtin()]))
    PICTURE.write_text(draw(list(report(results, View(width=WIDTH - 2))), f"factcheck {ARTICLE}"), encoding="utf-8")


if __name__ == "__main__":
    main()
