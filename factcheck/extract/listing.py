"""Lists that are tables in disguise: a label, a colon or a dash, and a value ("**Context window:** 200K", "- License: MIT")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factcheck.documents import Text
from factcheck.extract.labels import Label, condition_of, joined_name, label_of, unmarked
from factcheck.extract.scene import Scene
from factcheck.extract.sentence import Surroundings
from factcheck.extract.tables import CellFigure, Frame, Place, read_cell
from factcheck.extract.vocabulary import Vocabulary

LINE = re.compile(r"(?P<label>[^\s:—–|.,;][^:—–|\n.,;]{1,48}?(?:\([^)\n]{1,40}\))?)(?P<joint> ?: | ?[—–] | - )(?P<value>[^\n]{1,80})(?=\n|$)")
LEAD = re.compile(r"\W*(?P<label>[^:—–|\n(]{1,24}?)(?: ?: | ?[—–] | - |\.? *$)")
SHORT = 8  # words of a value


def read_listing(text: Text, see: Callable[[str], Scene], vocabulary: Vocabulary, around: Surroundings) -> Iterator[CellFigure]:
    """The values of a text's lines that are nothing but a label and a value. `around` says whom the list is about."""
    for m in LINE.finditer(text.text):
        before = text.text[: m.start()]
        value = m["value"].strip()
        if (before.strip() and not before.endswith("\n") and not before.endswith((". ", "* "))) or len(value.split()) > SHORT:
            continue
        label = label_of(m["label"], see, vocabulary)
        if not label.measured or label.subjects:
            continue
        scene = see(" " * m.start("value") + unmarked(m["value"]))
        if any(s.id for s in scene.subjects) or (any(x.cue is None for x in scene.metrics) and scene.quantities):
            continue
        frame = Frame([Label("")] * 2, around, see, vocabulary)
        for found in read_cell(Place(text, scene, 1, Label(""), [m["label"], value], [label, None], None), frame):
            if isinstance(found, CellFigure):
                yield found


def lead_subject(text: str, bases: list[str], vocabulary: Vocabulary) -> str | None:
    """Whom the short name at the beginning of an item means, as part of what the list is about; `bases` are ids, the nearest first.

    "70B: 83.6 on MMLU" below "Llama 3.1" is about Llama 3.1 70B.
    """
    m = LEAD.match(text)
    return joined_name(m["label"], bases, vocabulary) if m and not condition_of("", m["label"]) else None
