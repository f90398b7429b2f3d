"""Lines become text: plain, or coloured by rich, which is imported only then."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.report.layout import Line, Tone, plain

if TYPE_CHECKING:
    from rich.text import Text

# Readable on light and dark backgrounds alike.
PALETTE: dict[Tone, str] = {"": "", "error": "bold red", "warning": "bold yellow", "info": "cyan", "strong": "bold", "faint": "dim"}


def paint(lines: Iterable[Line], color: bool) -> str:
    """The lines as one text, each ended by a newline; with `color`, tones become ANSI escapes."""
    if not color:
        return "".join(f"{plain(line)}\n" for line in lines)
    from io import StringIO

    from rich.console import Console

    out = StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", legacy_windows=False)
    for line in lines:
        console.print(styled(line), soft_wrap=True)
    return out.getvalue()


def styled(line: Line) -> Text:
    """A line as rich text. Pieces are taken as they are: no markup, no emoji codes."""
    from rich.text import Text

    text = Text(end="")
    for piece, tone in line:
        text.append(piece, style=PALETTE[tone] or None)
    text.rstrip()
    text.end = "\n"
    return text
