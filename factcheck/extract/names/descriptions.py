"""Words that stand for one of several names given before: "the former", "the smaller one", "the newcomer", "the S model"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.extract.names.scene import Scene, SubjectMark
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.patterns import compile_re

VERB = (
    r"(?: (?:also|then|still|even|only|alone|now|already|just))?"
    r" (?:is|was|has|had|can|could|does|did|will|would|gets?|got|costs?|runs?|ran|hits?|sits?|fits?|comes?|came|takes?|took|goes|went"
    r"|needs?|leads?|led|wins?|won|holds?|held|makes?|made|uses?|offers?|boasts?|[a-z]+(?:ed|[^aeious]es|[^aeious\W]s))\b"
)
FIGURE = r" (?:(?:at|on|with|only|just|about) )*[*~$€£]*\d"
GOES_ON = rf"(?=['’]s\b|[,.;:)]|{VERB}|{FIGURE})"
TAKES = r" (?:needs|needed|takes|took|gets?|got|scores|scored|costs?|has|had|runs|ran|reach(?:es|ed)|manages|managed) (?!to\b)"
ONE = r"(?:one|model|system)"
SIZED = (
    r"(?:er|est)(?: of (?:the two|them|these|the (?:pair|three|family))"
    r"|(?: [a-z]+)? (?:one|model|sibling|version|variant|checkpoint|brother|sister|system))\b(?! (?:of\b|\())"
)
# The parts are groups: which of two in their order, which by size, by age, or what is new.
DESCRIBED = compile_re(
    r"\b[Tt]he (?:"
    rf"(?P<first>former(?: {ONE})?{GOES_ON}|first {ONE}{GOES_ON}|first(?={TAKES})|first of (?:the two|them|these)\b)"
    rf"|(?P<last>latter(?: {ONE})?{GOES_ON}|second {ONE}{GOES_ON}|second(?={TAKES}|{FIGURE})|second of (?:the two|them|these)\b)"
    rf"|(?P<less>(?:small|light|lit){SIZED})"
    rf"|(?P<more>(?:larg|bigg|heavi){SIZED})"
    r"|(?P<newer>newer (?:one|model|version|release|system)\b)"
    r"|(?P<older>older (?:one|model|version|release|system)\b)"
    r"|(?P<new>newcomer|new arrival|new entrant|debutant)\b)"
)
SIZE = compile_re(r"(?<![\w.])[AEe]?(\d+(?:\.\d+)?) ?[Bb]\b")
VERSION = compile_re(r"(?<![\w.])[a-zA-Z]{0,2}(\d{1,2}(?:\.\d+)?)(?![\w.]*[BbMm]\b)")
# "the S model": which thing of its maker's is meant.
A_THING = compile_re(
    r"(?: [a-z-]+)? (?:model|LLM|system|chatbot|flagship)(?:['’]s)?\b(?! (?:cards?|famil|line|names?|weights|zoo|spec|hub|garden)\w*)"
)
ITS = compile_re(r" (?:[a-z-]+ ){0,3}(?:model|LLM|chatbot|flagship)\b")
THE = compile_re(r"\b[Tt]he (?:[a-z]+ )?$")
OWNER = compile_re(r"['’]s? (?:[a-z-]+ ){0,2}$")
OWN = compile_re(
    r"(?:(?:new|latest|own|current|flagship|open|reasoning|frontier|language|AI|chat|coding|big|vision) )*"
    r"(?:model|system|chatbot|flagship|LLM)"
)
REACH = 4  # sentences
NAMED = 3  # characters: what may stand between "model" and its name


def together(scene: Scene, before: int, vocabulary: Vocabulary) -> list[str]:
    """The models that the nearest sentence before an offset names, else the companies, if it names several."""
    for a, b in [s for s in scene.sentences if s[0] < before][: -REACH - 1 : -1]:
        ids = dict.fromkeys(s.id for s in scene.subjects if a <= s.start < min(b, before) and s.id and not s.modifier)
        things = [i for i in ids if of_things(i, vocabulary)]
        several = things or [i for i in ids if vocabulary.subjects[i].kind == "organisation"]
        if len(several) > 1:
            return several
    return []


def of_things(id_: str, vocabulary: Vocabulary) -> bool:
    """Whether an id is that of a model or a product."""
    return vocabulary.subjects[id_].kind in ("model", "product")


def one_of(said: re.Match[str], ids: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """Which of several a description means, None if nothing tells it: "the latter" is the second of two."""
    which, superlative = said.lastgroup or "", said.group().split()[1].endswith("est")
    if len(ids) < 2 or (len(ids) > 2 and not superlative):
        return None
    if which in ("first", "last"):
        return ids[0] if which == "first" else ids[1]
    names = [vocabulary.subjects[i].name for i in ids]
    found = [(SIZE if which in ("less", "more") else VERSION).search(name) for name in names]
    ranked = [float(m[1]) for m in found if m]
    if len(ranked) < len(ids) or len(set(ranked)) < len(ids):
        return None
    if which in ("newer", "older") and len({name[: m.start()] for name, m in zip(names, found, strict=True) if m}) > 1:
        return None  # of different families, whose versions do not follow one another
    return ids[ranked.index((min if which in ("less", "older") else max)(ranked))]


def made_by(scene: Scene, mark: SubjectMark, offered: Iterable[str], named: frozenset[str], vocabulary: Vocabulary) -> str | None:
    """The one thing of a maker's that is meant by "the S model" or "S's model": the only one named in the block before, else the
    first of what the passage offers, else the only one of the article. `mark` is of the maker."""
    before = dict.fromkeys(s.id for s in scene.subjects if s.start < mark.start and s.id and not s.modifier)
    near = [i for i in before if is_of(i, mark.id, vocabulary)]
    if near:
        return near[0] if len(near) == 1 else None
    about = next((i for i in offered if is_of(i, mark.id, vocabulary)), None)
    of_all = [i for i in named if is_of(i, mark.id, vocabulary) and i not in vocabulary.unspecific]
    return about or (of_all[0] if len(of_all) == 1 else None)


def is_of(id_: str, maker: str | None, vocabulary: Vocabulary) -> bool:
    """Whether an id is that of a model of a maker's."""
    subject = vocabulary.subjects[id_]
    return subject.kind == "model" and maker is not None and subject.maker == maker


def is_maker_of_a_thing(scene: Scene, mark: SubjectMark, vocabulary: Vocabulary) -> bool:
    """Whether a company's name only says whose model is meant: S of "the S model"."""
    company = mark.id is not None and not mark.pronoun and vocabulary.subjects[mark.id].kind == "organisation"
    return company and A_THING.match(scene.text, mark.end) is not None and THE.search(scene.text, 0, mark.start) is not None


def owner_of(scene: Scene, mark: SubjectMark, vocabulary: Vocabulary) -> SubjectMark | None:
    """The company to which "model" in "S's model" belongs, unless its name follows or it is told from the present one."""
    if not OWN.fullmatch(mark.text) or any(mark.end < s.start <= mark.end + NAMED for s in scene.subjects):
        return None
    return next(
        (
            s
            for s in scene.subjects
            if s.end <= mark.start <= s.end + 30
            and s.id
            and vocabulary.subjects[s.id].kind == "organisation"
            and OWNER.fullmatch(scene.text, s.end, mark.start)
        ),
        None,
    )
