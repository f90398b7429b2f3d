"""Who measured, reported or announced a figure, where the passage says so."""

from __future__ import annotations

import re

from factcheck.extract.pieces import pieces
from factcheck.extract.scene import Scene
from factcheck.extract.vocabulary import Vocabulary

SAYING = (
    r"says?|said|saying|claims?|claimed|claiming|reports?|reported|reporting|states?|stated|announces?|announced|notes?|noted|writes?|wrote|tells?|told|confirms?|confirmed|adds?|added"
    r"|admits?|acknowledges?|acknowledged|estimates?|estimated|promises?|promised|expects?|predicts?|predicted|forecasts?|projects?|projected|reveals?|revealed|disclosed|highlights?|highlighted|shares?|posted|shared|argues?|believes?|warns?|cited|cites|touts?|touted|boasts?|advertises?"
)
MEASURING = (
    r"measured?|measures|tests?|tested|testing|scores?|scored|rates?|rated|ranks?|ranked|places?|placed|places|evaluates?|evaluated|benchmarked|benchmarks|finds?|found|tracked|tracks|clocked|recorded|published|lists?|listed|gives?|gave|put|puts|shows?|showed|independently (?:measured|tested)|flags?"
)
MEASURE_NOUN = r"(?:independent )?(?:benchmarks?|tests?|testing|evaluations?|audits?|auditing|analysis|data|figures?|measurements?|leaderboard|rankings?|report|reports|study|survey|blog(?: post)?|research|numbers|filing|announcement|statement|system card|paper)"
BEFORE = re.compile(
    r"(?:\b[Aa]ccording? to|\bper|\b[Dd]ata from|\b[Aa]ccordin to|\b[Aa]s (?:reported|measured|announced|noted|stated|claimed|estimated) by|\b(?:measured|tested|evaluated|benchmarked|reported|published|audited|tracked|scored|rated|ranked|announced|estimated|confirmed|tests|audits|auditing|evaluations?|testing|figures|data|report|study|analysis|survey|research)(?:,? (?:by|from|of))|\bsource:|\bvia|\b[Ff]igures? (?:from|by))"
    r" (?:the |independent |a |an |its |recent )*(?:\w+ (?:from|by|at) )?(?:the )?[\"“*]*$"
)
AFTER = re.compile(
    rf"(?:['’]s?)?(?:(?: own| official| internal| latest| recent| independent)? {MEASURE_NOUN})?[\"”*]*(?: \([^)]*\))?(?:,[^,]{{1,60}},)?"
    rf"(?: (?:also|then|later|now|has|have|had|since|officially|even|recently|itself|independently|further|separately|CEO|spokesperson))* (?:(?P<say>{SAYING})|(?P<measure>{MEASURING}))\b"
)
SAYS_AFTER = re.compile(rf"(?:,|[”\"’]) (?:(?:the )?[\w ]{{0,20}}?)(?:{SAYING}) (?:the )?$|,[”\"’]? $")
SAYS_END = re.compile(rf"^[\"”*]*(?: \w+)? (?:{SAYING})\b")
OFFICIAL = re.compile(r"\b(?:[Oo]fficial(?:ly)?|[Ss]elf-reported|[Vv]endor-reported)\b(?! (?:website|site|partner|name))")
HANDLE = re.compile(r"@(\w+)")


def attribution(scene: Scene, start: int, end: int, vocabulary: Vocabulary, links: list[tuple[int, int, str]]) -> str | None:
    """The id of who a sentence `scene.text[start:end]` says it from, the first if there are several."""
    text = scene.text
    found: list[tuple[int, str]] = []
    for mark in scene.subjects:
        if not (start <= mark.start < end) or mark.id is None or mark.pronoun:
            continue
        subject = vocabulary.subjects[mark.id]
        if subject.kind not in ("organisation", "person", "product"):
            continue
        before, after = text[start : mark.start], text[mark.end : end]
        if BEFORE.search(before[-90:]):
            found.append((mark.start, mark.id))
            continue
        m = AFTER.match(after[:150])
        if m and subject.kind != "product" and (m["say"] or measures_another(scene, mark.start, end, vocabulary, mark.id)):
            found.append((mark.start, mark.id))
            continue
        if (subject.kind != "product" and re.search(rf"[,”\"’] (?:{SAYING}) (?:[\w ]{{0,30}} )?$", before[-60:])) or (re.search(r"[,”\"’]\s$", before[-3:]) and SAYS_END.match(after)):
            found.append((mark.start, mark.id))
    found += [(a, id_) for a, id_ in linked(scene, start, end, vocabulary, links)]
    return min(found)[1] if found else None


def measures_another(scene: Scene, at: int, end: int, vocabulary: Vocabulary, id_: str) -> bool:
    """Whether a thing that is not its own follows an organisation: "Epoch scored the model at 52", but "Meta scored 52"."""
    return any(
        at < m.start < end and (m.pronoun or (m.id and vocabulary.subjects[m.id].kind in ("model", "product") and vocabulary.subjects[m.id].maker != id_))
        for m in scene.subjects
    )


def linked(scene: Scene, start: int, end: int, vocabulary: Vocabulary, links: list[tuple[int, int, str]]) -> list[tuple[int, str]]:
    """Sources given as a link: "([Epoch](https://...))", "[@handle](https://...)"."""
    out = []
    for a, b, _ in links:
        if not start <= a < end:
            continue
        words = scene.text[a:b].strip()
        handle = HANDLE.fullmatch(words)
        name = handle[1] if handle else words
        whole = [n for n in vocabulary.subject_names.find(name, pieces(name)) if n.id and n.end - n.start >= len(name) - 1]
        if whole and vocabulary.subjects[whole[0].ids[0]].kind in ("organisation", "person"):
            out.append((a, whole[0].ids[0]))
    return out
