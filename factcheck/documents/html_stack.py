"""The elements of HTML that are open, and what they mean for the text in them."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from factcheck.documents.document import BlockKind
from factcheck.documents.html_tables import HEADINGS

DEEPEST = 500  # as in browsers, deeper elements are read as if they were not there


class Open(NamedTuple):
    """An element that is open, and what that means for the text in it."""

    name: str
    kind: BlockKind = "paragraph"
    level: int = 0
    lists: int = 0  # how many lists it lies in
    in_item: bool = False  # is an item open in the innermost list?
    skipped: bool = False
    inside: bool = True  # is it part of the article?


class Stack:
    """The elements that are open, the innermost last. `root` is the name of that which holds the article, None if the page does."""

    def __init__(self, root: str | None) -> None:
        self.root = root
        self.elements = [Open("", inside=root is None)]
        self.open: Counter[str] = Counter()

    @property
    def top(self) -> Open:
        return self.elements[-1]

    def push(self, name: str, skipped: bool) -> None:
        """Open an element, unless it lies too deep."""
        if len(self.elements) < DEEPEST:
            self.elements.append(self._inner(name, skipped))
            self.open[name] += 1

    def close(self, name: str) -> None:
        """Close an element, if it is open; any heading closes one."""
        if self.open[name] or (name in HEADINGS and self.top.name in HEADINGS):
            self._pop(name if self.open[name] else self.top.name)

    def _inner(self, name: str, skipped: bool) -> Open:
        """An element with what it takes over from the one around it."""
        top = self.top
        inner = top._replace(name=name, skipped=top.skipped or skipped, inside=top.inside or name == self.root)
        if name in HEADINGS:
            return inner._replace(kind="heading", level=HEADINGS[name])
        if name in ("ul", "ol", "dl"):
            return inner._replace(lists=top.lists + 1, in_item=False)
        if name in ("li", "dt", "dd"):
            return inner._replace(kind="item", level=max(1, top.lists), in_item=True)
        if name == "blockquote":
            return inner._replace(kind="quote", level=0)
        if name in ("figcaption", "caption"):
            return inner._replace(kind="caption", level=0)
        return inner

    def _pop(self, name: str) -> None:
        """Close an element and all that is still open in it, unless it lies outside of the table cell we are in."""
        for at in range(len(self.elements) - 1, 0, -1):
            if self.elements[at].name == name:
                for element in self.elements[at:]:
                    self.open[element.name] -= 1
                del self.elements[at:]
                return
            if self.elements[at].name in ("td", "th") and name not in ("table", "tr", "tbody", "thead", "tfoot"):
                return

    def close_implied(self, name: str) -> None:
        """Close what the start of another element ends without a tag of its own."""
        top = self.top
        if top.name == "p" or (top.name in HEADINGS and name in HEADINGS):
            self._pop(top.name)
        if name in ("li", "dt", "dd") and self.top.in_item:
            while self.top.in_item and self.top.name not in ("li", "dt", "dd", "td", "th"):
                self._pop(self.top.name)
            if self.top.name in ("li", "dt", "dd"):
                self._pop(self.top.name)
