"""Names that only say what another thing is made from, or what it is set apart from: S of "Based on S, it has", "Unlike S, it has"."""

from __future__ import annotations

import re

from factcheck.patterns import compile_re

ARTICLE = (
    r"(?: (?:the|an?))?(?: (?:open|original|popular|larger|smaller|existing|pre-?trained|base|underlying|same)){0,2} [*_“\"]*(?:[\w.-]+/)?$"
)
# What is only built on a name is not what the name stands for.
FROM = compile_re(
    r"\b(?:(?:based|bases|basing|built|builds?|building) (?:up)?on(?: top of)?|on top of|inspired by|modell?ed on"
    r"|(?:derived|distill?ed|initiali[sz]ed|fine-?tuned|post-?trained|adapted|continued|pruned|quanti[sz]ed|forked|evolved|converted|merged"
    r"|warm-?started) (?:from|on|of)"
    r"|fork of|an? (?:[\w-]+ ){0,2}(?:fine-?tune|distillation|derivative|descendant|adaptation|quanti[sz]ation|merge|continuation|extension"
    r"|(?:continued )?pre-?train(?:ing)?) (?:of|from)"
    rf"|an? (?:[\w-]+ed|smaller|larger|lighter|faster|modified) (?:version|variant) of){ARTICLE}",
    re.IGNORECASE,
)
# What is only looked back to: "the first since S, with q".
PAST = compile_re(r"\b(?:since|after|until|unlike|besides|replac(?:es|ed|ing)|succeed(?:s|ed|ing))(?: the)? [*_]*$", re.IGNORECASE)
OVER = compile_re(r"[*_”\")\]]*(?: [a-z]+)?,")  # ends what is looked back to: "Unlike S, it", "Building on the S foundation, it"
BEFORE, LONG = 16, 64  # characters


def made_from(text: str, start: int, name: int) -> bool:
    """Whether the name at `name`, in the sentence from `start` on, is only what another thing is made from: S of "a fine-tune of S"."""
    return FROM.search(text, max(start, name - LONG), name) is not None


def back(text: str, start: int, name: int) -> bool:
    """Whether the name at `name` is only what a sentence looks back to or sets aside: "the first since S"."""
    return PAST.search(text, max(start, name - BEFORE), name) is not None


def left_behind(text: str, start: int, name: tuple[int, int]) -> bool:
    """Whether a name cannot be what "it" takes up: S of "Based on S, it has", "Unlike S, it has"."""
    return made_from(text, start, name[0]) or (back(text, start, name[0]) and OVER.match(text, name[1]) is not None)
