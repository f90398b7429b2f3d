"""Who is only compared with, and which names only describe another: the parts that the names of a text play."""

from __future__ import annotations

import re
from collections.abc import Container

from factcheck.dataclass import replace
from factcheck.extract.names.scene import Scene, SubjectMark
from factcheck.extract.relations.comparing import opens
from factcheck.patterns import compile_re

# What may stand between a comparing word and its objects, and between these.
CHAIN = compile_re(
    r"(?:\s|,|&|/|\+|['’]s|\"|“|”|\*|\([^()]*\)|\b(?:and|or|both|the|only|even|its|own|rivals?|like|such as|models?(?: like)?)\b"
    r"|\bthat of\b|\b(?:an?|latest|older|previous|current|flagship|leaders|predecessors?|competitors)\b|(?<=predecessor) \("
    r"|[~$]?\d[\d.,]*(?:[-–]\d[\d.,]*)?(?:%| percent)? (?:for|from|by)\b"
    r"|\bat (?:about |around )?[~$]?[\d.,]+(?:%| percent\b| points\b)?(?:[MBk]\b)?"
    r"(?: ?(?:tok(?:en)?s?(?:/| per )s(?:ec(?:ond)?)?|t/s|tps)\b)?"
    r"|\bby (?:about |around )?~?[\d.,]+(?:%|(?: percentage)? points?\b)(?= and))*"
)
THAN_WITH = compile_re(r" (?:(?:one|those|that|it is|it does|running|using) )?(?:to|of|from|with|in|on|for|using|running) (?:the )?[*\"“]*")
ADJECTIVES = r"(?: (?:new|latest|own|flagship|upcoming|open|recent|proprietary|massive|smaller|larger|\w+-\w+))*"
QUALIFIES = compile_re(rf"(?:['’]s?)?{ADJECTIVES}[ \"“‘*]*")
A_KIND_OF = compile_re(r"[- ](?:[a-z][\w-]* )?(?:models?|checkpoints?|adapters?|variants?|chips?) [*_\"“‘`]*")
# "S-class answers", "at S level": the name only says what kind of thing is spoken of.
OF_A_KIND = compile_re(
    r"-(?:level|class|style|tier|like|grade|powered|based|compatible|generation|era|scale|quality|equivalent|si[zs]ed|inspired|backed|owned|led|funded"
    r"|derived)\b(?! ?\()"
    r"|[ ](?:level|class|tier|style)\b"
)
IS_A = compile_re(r"\b(?:is|are|was|as)\b(?: [\w-]+(?:\.\d+)*){1,5} $|\b(?:in|from|within|member of|part of) (?:the|its|their) $")
A_SORT = compile_re(  # "a 405-billion-parameter dense ", "an encoder-decoder "
    r"\b[Aa]n? (?:(?:\d[\w.]*-)?(?:[a-z]+-)*"
    r"(?:parameter|dense|sparse|decoder|only|encoder|layer|standard|vanilla|billion|large|small|hybrid) )+$"
)
IS_FIRST = compile_re(r"\b(?:is|was|remains) (?:the|its) (?:first|only|last) [*_]*$")  # "Tern 4 is the first Tern under the licence"
AMONG = compile_re(r"\b(?:among|amongst|of all|of any) (?:the )?$")
# "built on O, which came out in May": what is told of it then is its own
MADE_ON = compile_re(r"(?:built|based|improv)", re.IGNORECASE)
TOLD_OF = compile_re(r"[*_”\"]*,? (?:which|that|(?:the|an?) [\w-]+(?: [\w-]+)? (?:which|that))\b")
# "a Tern architecture, 32 layers": what something is made after; with an article of its own the name may be the thing
MADE_AFTER = compile_re(r" (?:(?:network|model|decoder|neural) )?(?:architecture|backbone|network|structure|tokenizer)\b")
ITSELF = compile_re(r"\b(?:[Tt]he|[Ii]ts|[Tt]his) $")
KIND = compile_re(r" (?:family|series|line|models?|variants?)\b")
# "no S model comes close", "neither S nor T has it": whoever it is said of, it is not they
NONE = compile_re(r"\b(?:[Nn]o|[Nn]either)(?: other| current| existing)? (?:[*_]*[A-Z][\w.-]*+[*_]*+(?:/| or | nor |, ))*[*_]*$")
SORTS = compile_re(
    r"[*_]*(?:(?:/| or | nor |, )[A-Z][\w.-]*)* (?:[a-z-]+ ){0,2}?(?:models?|variants?|versions?|releases?|systems?|products?)\b"
)
# "This isn't S, but": what something is not.
IS_NOT = compile_re(r"\b(?:[Tt]his|[Tt]hat|[Ii]t)(?: is not|['’]s not| was not| (?:is|was)n['’]t) (?:the )?[*_]*$")
STOPS = compile_re(r"[*_]*(?: \([^()]*\))?[,;.:—–]")
# "the base that S was built on": what something else came of
WHICH = compile_re(r"\b(?:that|which) [*_]*$")
CAME_OF_IT = compile_re(
    r"[*_]* (?:is|are|was|were) (?:itself |then |later )?(?:built|based|trained|fine-?tuned|distilled|derived) (?:(?:up)?on|from)\b"
)
OF_BOARD = compile_re(
    r"(?:['’]s)? (?:(?!(?:on|in|at|by|for|with|and|or|to|across|of|the|as)\b)[\w.-]+ ){0,4}?"
    r"(?:leader-?boards?|rankings?|charts|arena|index)\b",
    re.IGNORECASE,
)
# Whom somebody has left: "ex-S scientist", "former S executives", "S alumni".
LEFT = compile_re(r"\b(?:[Ff]ormer(?:ly)?|[Oo]ne-?time|[Ee]rstwhile)(?: (?:senior|chief|top|longtime))? $")
EX = compile_re(r"(?<![\w-])[Ee]x-$")
STAFF = compile_re(
    r"['’]?s? (?:(?!(?:and|or|of|in|has|had|is|was|with|for|to)\b)[\w&/-]+ ){0,4}?"
    r"(?:(?:co-?)?founders?|C[ETFOP]O|chief|president|VP|head|scientists?|researchers?|engineers?|executives?"
    r"|employees?|staff\w*|colleagues?|directors?|leaders?|leads?|managers?|designers?|duo|pair|trio|teams?|chairman|interns?)\b"
)
ALUMNI = compile_re(r"['’]?s? (?:alum(?:ni|n[ai]e?|nus|s)?|veterans?|defectors?|exiles|mafia)\b(?!-)")


def with_roles(scene: Scene, makers: Container[str | None]) -> list[SubjectMark]:
    """The subjects, with the objects of comparisons and those that only qualify another name told apart."""
    marks, objects = scene.subjects, objects_of(scene)
    out = []
    for i, m in enumerate(marks):
        following = marks[i + 1] if i + 1 < len(marks) else None
        owner = (
            following is not None and not following.pronoun and m.id is not None and QUALIFIES.fullmatch(scene.text, m.end, following.start)
        )
        predicate = KIND.match(scene.text, m.end) and IS_A.search(scene.text, max(0, m.start - 60), m.start)
        if i and not predicate:
            predicate = IS_FIRST.search(scene.text, max(0, m.start - 30), m.start)
        among = m.common and AMONG.search(scene.text, max(0, m.start - 24), m.start)
        kind = m.id is not None and (OF_A_KIND.match(scene.text, m.end) or made_after(scene.text, m))
        thing = m.id is not None and following is not None and not following.pronoun and following.id not in makers
        described = thing and following is not None and A_KIND_OF.fullmatch(scene.text, m.end, following.start)  # "the X model Y"
        qualifying = owner or described or left(scene.text, m) or titles(scene.text, m, following) or denied(scene.text, m)
        out.append(replace(m, object=i in objects, modifier=bool(qualifying or predicate or kind or among or generic(scene.text, m))))
    return out


def made_after(text: str, mark: SubjectMark) -> bool:
    """Whether a name only says after what something is made: "a Tern architecture", but not "the Tern architecture"."""
    return MADE_AFTER.match(text, mark.end) is not None and ITSELF.search(text, max(0, mark.start - 5), mark.start) is None


def generic(text: str, mark: SubjectMark) -> bool:
    """Whether a name without a number only says what sort of thing something is: "a dense Transformer with 128K context"."""
    plain = mark.id is not None and not mark.pronoun and not any(c.isdigit() or c == " " for c in mark.text)
    return plain and A_SORT.search(text, max(0, mark.start - 60), mark.start) is not None


def denied(text: str, mark: SubjectMark) -> bool:
    """Whether nothing is told of a name: "no S model comes close", "this isn't S, but", "the base that S was built on"."""
    if mark.id is None or mark.pronoun:
        return False
    near = max(0, mark.start - 40)
    if IS_NOT.search(text, near, mark.start) and STOPS.match(text, mark.end):
        return True
    if WHICH.search(text, near, mark.start) and CAME_OF_IT.match(text, mark.end):
        return True
    return NONE.search(text, near, mark.start) is not None and SORTS.match(text, mark.end) is not None


def titles(text: str, mark: SubjectMark, following: SubjectMark | None) -> bool:
    """Whether a common noun only says what the name right behind it is of: "the chipmaker S", "the model T"."""
    named = mark.pronoun and " " in mark.text and following is not None and not following.pronoun and following.start == mark.end + 1
    return named and text[mark.end] == " "


def left(text: str, mark: SubjectMark) -> bool:
    """Whether a name only tells where somebody worked before: "ex-S scientist", "a former S engineer", "two S alumni"."""
    if mark.id is None or mark.pronoun:
        return False
    before = max(0, mark.start - 30)
    ex = EX.search(text, before, mark.start) is not None
    return ex or ALUMNI.match(text, mark.end) is not None or bool(LEFT.search(text, before, mark.start) and STAFF.match(text, mark.end))


def objects_of(scene: Scene) -> set[int]:
    """Which of the subjects are only compared with: those that follow a comparing word in a chain."""
    objects: set[int] = set()
    for comparing in scene.comparings:
        at = comparing.end
        leads = opens(scene.text, comparing, [m.start for m in scene.subjects if m.end <= comparing.start])  # the comma ends the objects
        for i, m in enumerate(scene.subjects):
            if m.start >= comparing.end:
                first = at == comparing.end and comparing.words.endswith("than") and THAN_WITH.fullmatch(scene.text, at, m.start)
                if not (first or CHAIN.fullmatch(scene.text, at, m.start)) or (
                    leads and at > comparing.end and "," in scene.text[at : m.start]
                ):
                    break
                if OF_BOARD.match(scene.text, m.end):
                    break  # "tops the S leaderboard"
                if not (MADE_ON.match(comparing.words) and TOLD_OF.match(scene.text, m.end)):
                    objects.add(i)
                at = m.end
    return objects
