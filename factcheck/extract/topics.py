"""What a heading, a paragraph, a sentence or an article is about, by what it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.dataclass import dataclass, field
from factcheck.extract.names.origins import back, made_from
from factcheck.extract.names.scene import Scene, SubjectMark
from factcheck.extract.names.sentence import PREPOSED, Sentence
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.tables.standard_labels import is_standard
from factcheck.patterns import compile_re

# What may stand before the pronoun that takes up what was spoken of: "But it ...", "On the same tests, the model ..."
LEADS_IN = compile_re(
    r"\W*(?:Q\d*[:.] )?"
    r"(?:(?:How|What|Why|When|Where|Who|Is|Does|Can|Will|Was)\b(?: (?:well|much|good|fast|big|does|is|was|did|can|will|do|are))* )?"
    r"(?:(?:But|And|So|Yet|Still|Now|Today|Then|Also|Here|Overall|Plus|Instead|Meanwhile) |[A-Z][a-z]+(?: [a-z]+)?, )?"
    r"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Ww]ith|[Ff]or|[Bb]y|[Aa]s|[Aa]fter|[Ff]rom|[Aa]cross|[Uu]nder|[Dd]espite|[Uu]nlike) [^.;:]{0,60}, )?"
)
HEADS = compile_re(r"\W*(?:\d+[.)]\s*)?(?:[A-Z][A-Za-z]*['’]s )?")
REST = compile_re(r"\s*(?:\([^()]{1,40}\)|[–—-] [^.!?]{1,40})?\W*")
DOES = compile_re(
    r"[*_]*(?: \([^()]*\)|, [^,:]{3,60},)? (?!(?:and|or|vs\.?|versus|with|to|in|on|for|at|of)\b)[a-z]+"
)  # behind a name: a verb
TEAM = compile_re(r" (?:teams?|authors|researchers|engineers|developers)(?:['’]s?)? ")  # who made it, and no thing
OFTEN = 3  # mentions
# What a name is only followed, led or outweighed by is not what the name stands for.
FOLLOWED = compile_re(
    r"\b(?:(?:up|down) from [~$]?\d[\d.,]*(?:[%KMBT]| percent)?\+? (?:in|for|with|by|on)(?: the (?:original|first|previous|older|earlier))?"
    r"|on (?:one|two|four|eight|\d+(?: ?[x×])?|an?(?: single)?)|follow(?:s|ed|ing)|approaching|nearing"
    r"|(?:against|versus|vs\.?|compared (?:to|with)) [^.;]{1,40}? (?:for|in|from)"
    r"|the same(?: [a-z]+){0,3} as|(?:close|similar|identical) to|(?:shy|short) of|(?:(?:co-?)?led|backed|funded) by"
    r"|\b(?:half|twice|double|triple|(?:a|one) (?:third|quarter|fraction|tenth) of|times) (?:the )?"
    r"(?:price|cost|size|speed|window) of)(?: (?:the|an?))? [*“\"]*(?:[\w.-]+/)?$",
    re.IGNORECASE,
)
# What an article on a machine calls it.
MACHINE = compile_re(
    r"\b(?:mini[- ]?PC|PC|computer|machine|box|laptop|desktop|workstation|rig|chip|wafer|GPU"
    r"|accelerator|processor|supercomputer|server)s?\b"
)
COMPANY = ("organisation",)  # whose name counts where it leads: "bought by S" tells of another
UNKNOWN = "?"  # leads the name of a stranger
OPENING = 8  # blocks
NUMBERING = compile_re(r"^\W*\d+[.)]\s*")


@dataclass
class Level:
    """What one heading, list parent or sentence names."""

    subjects: list[str] = field(default_factory=list)
    metrics: list[str] = field(default_factory=list)
    stranger: bool = False  # names somebody the vocabulary lacks, and nobody else
    text: str = ""  # of a heading or list parent
    label: bool = False  # nothing but the name of something measured


def question(text: str, names: Level) -> str | None:
    """The one subject of a question, which the next sentence may answer in as few words as it likes."""
    return names.subjects[0] if len(names.subjects) == 1 and text.rstrip(' *_"”').endswith("?") else None


def wanted(scene: Scene) -> list[str]:
    """What a question asks for, where it is one thing in the usual words for it: "How many parameters ..."."""
    found = list(dict.fromkeys(m.id for m in scene.metrics if m.id))
    return found if len(found) == 1 else []


def labelled(scene: Scene, start: int = 0, end: int | None = None) -> list[str]:
    """The metric of a heading, a line above a list or a sentence that is nothing but the usual word for it: "Parameters", "Context."."""
    end = len(scene.text) if end is None else end
    words = NUMBERING.sub("", scene.text[start:end]).strip(" *_:.?")
    marks = [m for m in scene.metrics if m.id and start <= m.start < end]
    return [m.id for m in marks if m.id and (is_standard(words) or m.text == words)][:1]


def heads(scene: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a paragraph is nothing but a name, and perhaps its day, and so heads what follows."""
    first = next((s for s in scene.subjects if not s.modifier), None)
    if first is None or first.id is None or first.pronoun or vocabulary.subjects[first.id].kind not in ("model", "product"):
        return False
    return HEADS.fullmatch(scene.text, 0, first.start) is not None and REST.fullmatch(scene.text, first.end) is not None


def opens_list(scene: Scene) -> str | None:
    """What a line that a list hangs on is about, where it opens with a name that does or is something: "S, unlike T, brings:"."""
    first = next((s for s in scene.subjects if not s.modifier), None)
    if first is None or not first.id or first.pronoun or not scene.text.rstrip(" *_").endswith(":"):
        return None
    told = not scene.text[: first.start].strip(" *_") and DOES.match(scene.text, first.end)
    return first.id if told else None


def passing(sentence: Sentence, subjects: list[str], vocabulary: Vocabulary) -> bool:
    """Whether these are companies that a sentence names behind prepositions only, and so in passing."""
    marks = [s for s in sentence.subjects if s.id in subjects]
    return bool(marks) and all(vocabulary.subjects[s.id or ""].kind == "organisation" and sentence.oblique(s) for s in marks)


def foremost(sentence: Sentence) -> list[SubjectMark]:
    """The names of a sentence that stand behind no preposition."""
    return [s for s in sentence.subjects if not sentence.oblique(s) and not TEAM.match(sentence.scene.text, s.end)]


def told_of_another(text: str, start: int, name: int) -> bool:
    """Whether the name at `name` only says what something else comes from, follows or is like."""
    return made_from(text, start, name) or FOLLOWED.search(text, max(start, name - 60), name) is not None


def topics(sentence: Sentence, vocabulary: Vocabulary) -> list[str]:
    """What a sentence is about, likeliest first: a pronoun that opens it keeps up what was spoken of; models go before makers."""
    text = sentence.scene.text
    marks = [s for s in sentence.subjects if not s.object and not TEAM.match(text, s.end)]
    marks = [s for s in marks if not s.common or s.start - sentence.start <= 12]
    marks = [s for s in marks if not told_of_another(text, sentence.start, s.start) and not sentence.scene.versus(s.start)]
    marks = [s for s in marks if not back(text, sentence.start, s.start)] or marks
    opens = marks[0] if marks and LEADS_IN.fullmatch(sentence.scene.text, sentence.start, marks[0].start) else None
    named = [s for s in marks if s.id and (s is opens or not s.pronoun)]
    ranks = {s.start: max(rank(s, vocabulary), 1) for s in named}  # a product is as good as a model here
    best = min(ranks.values(), default=0)
    first = [s for s in named if ranks[s.start] == best]
    first = [s for s in first if sentence.scene.aside(s.start) is None] or first
    first.sort(key=lambda s: (sentence.oblique(s), s.start))
    return list(dict.fromkeys(s.id for s in first if s.id))


def named(scene: Scene, start: int, end: int, vocabulary: Vocabulary) -> Level:
    """The subjects and metrics a stretch of text is about: subjects that are no objects of comparison, models before makers."""
    marks = [
        s
        for s in scene.subjects
        if start <= s.start < end
        and s.id
        and not told_of_another(scene.text, 0, s.start)
        and not scene.versus(s.start)
        and not s.object
        and not s.modifier
        and not s.pronoun
        and (not s.common or s.start - start <= 12)
    ]
    marks = [s for s in marks if not back(scene.text, start, s.start)] or marks
    order = sorted(marks, key=lambda s: (rank(s, vocabulary), s.start))
    best = rank(order[0], vocabulary) if order else 0
    subjects = list(dict.fromkeys(s.id for s in order if s.id and rank(s, vocabulary) == best))
    metrics = list(dict.fromkeys(m.id for m in scene.metrics if start <= m.start < end and m.id and not m.weak and m.cue is None))
    return Level(subjects, metrics)


def rank(mark: SubjectMark, vocabulary: Vocabulary) -> int:
    if mark.common:
        return 2
    return {"model": 0, "product": 1, "organisation": 3, "person": 4, "benchmark": 5}[vocabulary.subjects[mark.id or ""].kind]


def main_subject(scenes: Sequence[tuple[str, Scene]], vocabulary: Vocabulary, kinds: tuple[str, ...] = ("model", "product")) -> str | None:
    """Whom an article is about: of these kinds the one that its title and opening name, if no other is named as often."""
    counts: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for i, (kind, scene) in enumerate(scenes):
        for mark in scene.subjects:
            if mark.unknown and kinds != COMPANY and not mark.object:
                counts[UNKNOWN + mark.text] += 5 if i == 0 or kind == "title" else 1
            if (
                mark.id
                and not mark.object
                and not mark.modifier
                and not mark.pronoun
                and scene.aside(mark.start) is None
                and vocabulary.subjects[mark.id].kind in kinds
                and not nothing_but_family(mark.id, vocabulary)
                and not FOLLOWED.search(scene.text, max(0, mark.start - 60), mark.start)
                and not (kinds == COMPANY and PREPOSED.search(scene.text, max(0, mark.start - 24), mark.start))
            ):
                counts[mark.id] += 5 if i == 0 or kind == "title" else 1
                mentions[mark.id] += 1
    for id_ in vocabulary.families & set(mentions):
        if mentions[id_] < OFTEN:
            del counts[id_]  # other names begin with this one, so that more than an opening has to speak of it
    if not counts:
        return None
    if counts.most_common(1)[0][0].startswith(UNKNOWN):
        return None
    (first, most), *rest = [(id_, n) for id_, n in counts.most_common() if not id_.startswith(UNKNOWN)]
    if first in vocabulary.unspecific and any(vocabulary.is_member(i, first) for i in mentions):
        return None
    return first if most >= 3 and (not rest or most >= 1.5 * rest[0][1]) else None


def nothing_but_family(id_: str, vocabulary: Vocabulary) -> bool:
    """Whether a name is only that of a family: a version of which there are several sizes is a model as well."""
    versioned = any(map(str.isdigit, vocabulary.subjects[id_].name)) and id_ not in vocabulary.parents
    return id_ in vocabulary.unspecific and not versioned


def tested(scenes: Sequence[tuple[str, Scene]], about: str | None, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The machines that an article tests: the products of its title, else the one it is `about`, if the title names no model."""
    if not scenes:
        return ()
    first = scenes[0][1]
    named = {vocabulary.subjects[s.id].kind: s.id for s in first.subjects if s.id and not s.pronoun}
    products = dict.fromkeys(s.id for s in first.subjects if s.id and vocabulary.subjects[s.id].kind == "product")
    if "model" in named or not any(MACHINE.search(scene.text) for _, scene in scenes[: 1 if not products else OPENING]):
        return ()
    main = (about,) if about and vocabulary.subjects[about].kind == "product" else ()
    return tuple(products) or main
