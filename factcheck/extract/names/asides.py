"""Names that only tell of somebody else: founders, backers, rivals, owners in an apposition."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.dataclass import replace
from factcheck.extract.names.scene import Scene, SubjectMark
from factcheck.patterns import compile_re

# Who is only told of by the way: "Founded by S and T, U has raised", "U, S's rival, has raised", "U — S's model — has".
TOLD_FIRST = compile_re(
    r"\W*(?:Co-?[Ff]ounded|Founded|Led|Backed|Run|Funded|Started|Created|Owned|Headed|Supported|Spun)"
    r"(?: (?:in|on|back) [^,.;:]{3,20})?(?: \w+ly)? (?:by|out of) "
)
GOES_ON = compile_re(r", (?!(?:and |or )?(?:[A-Z][\w.&'’-]*)(?: [A-Z][\w.&'’-]*){0,3}(?:,| and | or ))")  # no comma of a list
# "the S rival", "an S spinoff": not S, and of the second sort somebody else than all that was spoken of
RIVAL = compile_re(r"[ -](?:rival|competitor|challenger|spin-?off|spin-?out|alternative|clone|partner|backer|supplier)s?\b")
SOME = compile_re(r"\W*(?:An?|One|Another|Some|Several|Two|Three|Many)(?: [a-z-]+,?){0,2} $")
OWNED = compile_re(r"['’]s? [^.;:()—–]{3,70}?(?:, |\)| ?[—–] ?|$)")
APPOSES = compile_re(r"[*_”\"]*(?:, | ?[—–] ?| \()[*_“\"]*")


def without_asides(scene: Scene, start: int, marks: list[SubjectMark]) -> list[SubjectMark]:
    """The names of a sentence but for those that only tell of another one: S of "Founded by S, U has", "U, S's rival, has"."""
    told = told_first(scene, start, marks)
    text = scene.text
    marks = [
        replace(s, id=None) if SOME.fullmatch(text, start, s.start) and RIVAL.match(text, s.end) else s
        for s in marks
        if s not in told and (not RIVAL.match(text, s.end) or SOME.fullmatch(text, start, s.start))
    ]
    owners = [
        s
        for before, s in pairwise(marks)
        if s.id
        and APPOSES.fullmatch(text, before.end, s.start)
        and (owned := OWNED.match(text, s.end))
        and closed(text[before.end : s.start], owned.group())
    ]
    return [s for s in marks if s not in owners]


def closed(opened: str, owned: str) -> bool:
    """Whether what a comma, bracket or dash opens ends with the same sign: "U, S's rival," or, behind a dash, with the sentence."""
    sign, last = opened.strip(' *_“”"'), owned.rstrip()[-1:]
    return last == "," if sign == "," else last == ")" if sign == "(" else last in "—–" or last.isalnum()


def told_first(scene: Scene, start: int, marks: Sequence[SubjectMark]) -> list[SubjectMark]:
    """The names in an opening that tells by whom the subject to come was founded, led or paid: "Founded by S and T, U has raised"."""
    opening = TOLD_FIRST.match(scene.text, start)
    ends = [m.start() for m in GOES_ON.finditer(scene.text, opening.end()) if scene.bracket(m.start()) is None] if opening else []
    return [s for s in marks if start <= s.start < ends[0]] if ends else []
