"""Who, by the notes of an article and its sections, is the source of each block."""

from __future__ import annotations

import re

from factcheck.documents import Block
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.voices.notes import ALONE, LABELLED, Note, Notes, noted
from factcheck.extract.voices.publishers import publisher
from factcheck.patterns import compile_re

WHOLE = compile_re(
    r"\bAll (?:\w+ ){0,2}(?:scores|results|figures|numbers|data|prices|values)\b|\bthroughout\b|\bin this (?:article|post"
    r"|report|comparison|guide|page)\b",
    re.IGNORECASE,
)
# A sentence behind figures on where they are from: "The numbers were measured by Epoch."
AFTERWARDS = compile_re(
    r"[.!?][)”\"]* (?:(?:The(?:se|y)?|Those|Both|All)(?: (?:\w+ ){0,2}(?:figures?|numbers|scores|results|tests|measurements|data"
    r"|prices|rates))?) "
    r"(?:is|are|was|were|come|came)\b"
)
BELOW = compile_re(r"\b(?:below|above|following|here|in this section)\b", re.IGNORECASE)
NOTES = ("paragraph", "item", "quote", "caption")
DASHED = compile_re(r"\s*[—–―]+ ?([^,.;()]{2,50})(?:,.*)?$")


def sections(blocks: list[tuple[Block, Scene]], vocabulary: Vocabulary) -> list[Notes]:
    """For each block who, by the notes in its section, is the source of it all.

    A note that speaks of all the article, or stands in an opening or a last section without figures, is the article's.
    """
    starts = [0, *(i for i, (block, _) in enumerate(blocks) if block.kind == "heading" and i)]
    bounds = list(zip(starts, [*starts[1:], len(blocks)], strict=True))
    notes = [
        [
            (note, i, scene.text)
            for i, (block, scene) in enumerate(blocks[a:b])
            if block.kind in NOTES
            if block.kind != "item" or not ALONE.fullmatch(scene.text)
            for note in noted(block.text, scene, vocabulary)
        ]
        for a, b in bounds
    ]
    whole = {note for i, said in enumerate(notes) for note, _, text in said if WHOLE.search(text) and (i == 0 or not BELOW.search(text))}
    elsewhere = {note for said in notes[:-1] for note, _, _ in said}
    for i in (0, len(bounds) - 1):
        a, b = bounds[i]
        if i and elsewhere - {note for note, _, _ in notes[i]}:
            continue  # the last of several, each with its own
        if not any(block.kind == "table" or len(scene.quantities) > 2 for block, scene in blocks[a:b]):
            whole |= {note for note, at, _ in notes[i] if not places(at, blocks[a:b])}
    article = tuple(whole)
    out: list[Notes] = []
    above: list[tuple[int, Notes]] = []  # the headings over a section, and what was noted under each
    for (a, b), said in zip(bounds, notes, strict=True):
        here = tuple(dict.fromkeys(note for note, at, _ in said if not places(at, blocks[a:b])))
        level = blocks[a][0].level if a < b and blocks[a][0].kind == "heading" else 0
        above = [(over, those) for over, those in above if over < level]
        general = next((those for _, those in reversed(above) if those), article)
        above.append((level, here))
        own = [tuple(note for note, at, _ in said if i in places(at, blocks[a:b])) for i in range(b - a)]
        out += [notes_at(i, said, blocks[a:b]) or own[i] or here or general for i in range(b - a)]
    for i, (block, scene) in enumerate(blocks):
        dashed = DASHED.match(scene.text) if i and block.kind in ("quote", "paragraph") else None
        if dashed and (speaker := publisher(dashed[1].strip(" *_"), vocabulary)):
            out[i - 1] = (Note(speaker),)
    return out


def places(at: int, blocks: list[tuple[Block, Scene]]) -> tuple[int, ...]:
    """The blocks that a note is on, where it is not on all of its section: a table for its caption, and the paragraph itself where it
    goes on to say who measured its figures."""
    block, scene = blocks[at]
    if WHOLE.search(scene.text):
        return ()
    tables = [i for i in (at - 1, at + 1) if 0 <= i < len(blocks) and blocks[i][0].kind == "table"]
    if block.kind == "caption" and tables:
        return (at, *tables)
    noting = AFTERWARDS.search(scene.text)
    if not noting or block.kind not in ("paragraph", "quote") or BELOW.search(scene.text):
        return ()
    return (at,) if any(q.start < noting.start() and not q.words for q in scene.quantities) else ()


def notes_at(at: int, said: list[tuple[Note, int, str]], blocks: list[tuple[Block, Scene]]) -> Notes:
    """The notes on a block of a section in which several name different sources, one after another: each is on what stands before it.

    Where the section begins with one, each is on what follows it. A note at the end of a block with figures is on that block only.
    """
    places = sorted({i for _, i, _ in said})
    if len({note.source for note, _, _ in said}) < 2 or len(places) < 2:
        return ()
    first = next((i for i, (block, _) in enumerate(blocks) if block.kind in NOTES), 0)
    alone = [i for i in places if LABELLED.match(blocks[i][1].text) or not blocks[i][1].quantities]
    if at in places and at not in alone:
        mine = [at]
    else:
        mine = [i for i in alone if i <= at][-1:] if alone[:1] == [first] else [i for i in alone if i >= at][:1]
    return tuple(note for note, i, _ in said if i in mine or note.of)
