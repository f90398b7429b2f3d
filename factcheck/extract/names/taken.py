"""Which stretches of a text are spoken for."""

from __future__ import annotations

import re
from collections.abc import Iterable


class Taken:
    """The stretches of a text that are spoken for."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self.stretches = list(stretches)

    def free(self, start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in self.stretches)

    def take(self, pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
        """The free matches of a pattern, which are then taken."""
        found = [m for m in pattern.finditer(text) if self.free(*m.span())]
        self.stretches += [m.span() for m in found]
        return found
