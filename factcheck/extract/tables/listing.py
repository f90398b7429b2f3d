"""Lists that are tables in disguise: a label, a colon or a dash, and a value ("**Context window:** 200K", "- License: MIT")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factcheck import patterns
from factcheck.dataclass import replace
from factcheck.documents import Text
from factcheck.extract.access.statuses import OPENNESS
from factcheck.extract.dates.events import event_of
from factcheck.extract.names.scene import Scene, SubjectMark
from factcheck.extract.names.sentence import Choice, Surroundings
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.tables.cells import read_cell
from factcheck.extract.tables.grid import CellFigure, Frame, Place
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.label_names import joined_name
from factcheck.extract.tables.labels import label_of, unmarked
from factcheck.extract.tables.standard_labels import condition_of, halves
from factcheck.patterns import compile_re
from factcheck.values import STATUSES

LINE = compile_re(
    r"(?P<label>[^\s:—–|.,;](?:[^:—–|\n.,;]|(?<=\d)\.(?=\d)){1,48}?(?:\([^)\n]{1,40}\))?)"
    r"(?P<joint> ?: | ?[—–] | - | ?(?:->|→|=>) ?)(?P<value>[^\n|·•]{1,80})(?=\n|$| [|·•])"
)
BEGUN = compile_re(rf"(?:\A|[\n.*|·•])\s*{LINE.pattern}")  # where a line can begin: most texts have none, and are left at once
TURNED = compile_re(
    r"(?P<value>[$€£]?\d[\d.,]*(?: ?(?:%|percent|[KMBT]|tok/s|t/s))?)(?: ?[—–:] ?| - | {2,}|, )(?P<label>[A-Za-z][^:—–|\n]{1,48})"
)
RANKING = compile_re(r"\b(?:rankings?|leaderboard|standings|scores?|results?|top \d+)\b", re.IGNORECASE)
JOINTS = (":", "–", "—", " - ", "->", "→", "=>")
AGAINST = compile_re(r"(?<=[\w%)*+]) (?:vs\.?|versus|against) (?=\S)", re.IGNORECASE)
LEAD = compile_re(r"\W*(?P<label>[^:—–|\n(]{1,24}?)(?: ?: | ?[—–] | - |\.? *$)")
PART = compile_re(r"\b(?:CPU|GPU|APU|SoC|NPU|[Pp]rocessor|[Cc]hip|[Gg]raphics(?: card)?|[Aa]ccelerators?)[*_]* ?: ?[*_]*(?:[A-Z]\w* )?$")
SHORT = 8  # words of a value
HEADER = 8  # words of what stands above
NAME = compile_re(r"[A-Za-z][A-Za-z /&()-]*")
LONGEST, FEW = 4, 5  # words of a label and of a value that stand in blocks of their own
STOPS = (".", "!", "?", ":", ";", ",")


def read_listing(
    text: Text, source: str, see: Callable[[str], Scene], vocabulary: Vocabulary, around: Surroundings, *, above: str = ""
) -> Iterator[CellFigure]:
    """The values of a text's lines that are nothing but a label and a value.

    `around` says whom the list is about; `above` is the line or heading above it, which may say of what: names follow it like
    the rows below a table's header ("Speed (tokens/s)", "Aurora 2: 57").
    """
    if not any(joint in text.text for joint in JOINTS):
        return
    lines, whole = as_written(text, source), see(text.text)
    if not BEGUN.search(lines):
        return
    own = list(dict.fromkeys(s.id for s in whole.subjects if s.id and not s.object and is_owner(s, whole, vocabulary)))
    if len(own) > 1:
        return
    if own:
        around = Surroundings((Choice(own[0], 5.0, "named beside it"), *around.subjects), around.metrics, own[0])
    for m in LINE.finditer(lines):
        before = lines[: m.start()]
        if (before.strip() and not before.endswith(("\n", ". ", "* ", "| ", "· ", "• "))) or len(m["value"].split()) > SHORT:
            continue
        scene = see(" " * m.start("value") + unmarked(m["value"]))
        header = Label("")
        label = meant(m["label"], see, vocabulary) or priced(m["label"], m["value"], see, vocabulary)
        if label is None and (row := of_name(m["label"], above, see, vocabulary)):
            label, header = row
        if label is None or any(s.id for s in scene.subjects):
            continue
        for side, of in sides(m, scene, see, around) if not label.subjects else [(scene, around)]:
            frame = Frame([Label(""), header], of, see, vocabulary)
            place = Place(text, side, 1, header, [m["label"], m["value"]], [label, None], None)
            for found in read_cell(place, frame):
                if isinstance(found, CellFigure) and agree(label, header, side, found):
                    yield found
    yield from read_turned(text, see, vocabulary, around, above)


def sides(line: re.Match[str], scene: Scene, see: Callable[[str], Scene], around: Surroundings) -> list[tuple[Scene, Surroundings]]:
    """A line's value with whom it is of, or its two sides with theirs, in an article or section on two: "Speed: 92 vs 131 t/s"."""
    cuts = list(AGAINST.finditer(scene.text, line.start("value")))
    if not cuts:
        return [(scene, around)]
    two = next((pair for pair in (around.group, around.parties) if len(pair) == 2), ())
    parts = [scene.text[: cuts[0].start()], " " * cuts[0].end() + scene.text[cuts[0].end() :]]
    if len(cuts) > 1 or not two or not any(patterns.search(r"\d", part) for part in parts):
        return []
    return [(see(part), replace(around, subjects=(Choice(id_, 5.0, "the two sides"),))) for part, id_ in zip(parts, two, strict=True)]


def read_turned(text: Text, see: Callable[[str], Scene], vocabulary: Vocabulary, around: Surroundings, above: str) -> Iterator[CellFigure]:
    """The value of an item that gives it before the name, below a line that says of what: "81.2% - Aurora 2"."""
    m = TURNED.fullmatch(text.text)
    row = of_name(m["label"], RANKING.sub("", above), see, vocabulary) if m else None
    if not m or row is None:
        return
    label, header = row
    frame = Frame([Label(""), header], around, see, vocabulary)
    place = Place(text, see(m["value"]), 1, header, [m["label"], m["value"]], [label, None], None)
    for found in read_cell(place, frame):
        if isinstance(found, CellFigure):
            yield found


def is_owner(mark: SubjectMark, whole: Scene, vocabulary: Vocabulary) -> bool:
    """Whether a name among the lines of a list can be whose list it is; a product in brackets is what it was measured on."""
    kind = vocabulary.subjects[mark.id].kind if mark.id else None
    part = PART.search(whole.text, 0, mark.start)  # "CPU: S" is what something else has
    return kind == "model" or (kind == "product" and whole.bracket(mark.start) is None and not part)


def is_label(text: str, see: Callable[[str], Scene], vocabulary: Vocabulary) -> bool:
    """Whether a block is nothing but the name of something measured, so that the next block may be its value."""
    words = text.strip(" *_:")
    if not NAME.fullmatch(words) or len(words.split()) > LONGEST:
        return False
    return meant(words, see, vocabulary) is not None or event_of(words, vocabulary) is not None


def read_below(label: str, text: Text, see: Callable[[str], Scene], vocabulary: Vocabulary, around: Surroundings) -> Iterator[CellFigure]:
    """The value that a block is, where the block above it was nothing but its `label`."""
    scene, words = see(unmarked(text.text)), label.strip(" *_:")
    if len(text.text.split()) > FEW or scene.text.rstrip().endswith(STOPS) or any(s.id for s in scene.subjects):
        return
    said = meant(words, see, vocabulary) or Label(words)
    frame = Frame([Label("")] * 2, around, see, vocabulary, facts=True)
    for found in read_cell(Place(text, scene, 1, Label(""), [words, text.text], [said, None], None), frame):
        if isinstance(found, CellFigure) and (not said.measured or agree(said, Label(""), scene, found)):
            yield found


def as_written(text: Text, source: str) -> str:
    """A text with the line ends that it has in the file, which a paragraph does not show: as long as before."""
    out = list(text.text)
    for run, after in zip(text.runs, [*(r.at for r in text.runs[1:]), len(out)], strict=True):
        written = source[run.start : run.end]
        if len(written) == after - run.at:
            ends = [run.at + i for i, char in enumerate(written) if char == "\n"]
        else:
            ends = [run.at] if "\n" in written and after - run.at == 1 else []
        for i in ends:
            out[i] = "\n"
    return "".join(out)


def meant(text: str, see: Callable[[str], Scene], vocabulary: Vocabulary) -> Label | None:
    """What a line's label measures, or the plan that it prices; None for any other."""
    label = label_of(text, see, vocabulary)
    if (label.measured or OPENNESS.fullmatch(text)) and not label.subjects:
        return label
    plan = condition_of("Plan", text)
    return Label(text, conditions=dict([plan]), aside=True) if plan else None


def priced(text: str, value: str, see: Callable[[str], Scene], vocabulary: Vocabulary) -> Label | None:
    """The name of whom a line prices twice, where a note says which is what: "Aurora 2: $1 / $4 (input / output)"."""
    told = any(halves(note) for note in patterns.findall(r"\([^)]*\)", value))
    label = label_of(text, see, vocabulary) if told else None
    return label if label and len(label.subjects) == 1 and not label.measured else None


def of_name(text: str, above: str, see: Callable[[str], Scene], vocabulary: Vocabulary) -> tuple[Label, Label] | None:
    """A line's label that is a name and nothing else, and what stands above the list if it is nothing but what is measured."""
    header = next((h for words in tails(above) if (h := label_of(words, see, vocabulary)).measured), None)
    if not header or header.subjects or header.unknown:
        return None
    label = label_of(text, see, vocabulary)
    alone = len(label.subjects) == 1 and not label.measured and not label.unknown
    return (label, header) if alone and vocabulary.subjects[label.subjects[0]].kind in ("model", "product") else None


def tails(above: str) -> Iterator[str]:
    """The text that stands above a list and, shorter and shorter, its last parts: "On my machine, speed in tokens per second"."""
    parts = patterns.split(r"(?:, |: | [—–-] )", above)
    for i in range(len(parts)):
        if len((words := above[-len(" ".join(parts[i:])) - len(parts[i:]) + 1 :] if i else above).split()) <= HEADER and words:
            yield words


def agree(label: Label, header: Label, scene: Scene, found: CellFigure) -> bool:
    """Whether a figure is what its label or header measures or prices and the value names no other metric.

    It does in "Price: $2 per million input tokens".
    """
    if label.subjects and not header.measured:
        return found.metric.kind == "price"
    label = header if header.measured else label
    if not label.measured and found.metric.kind not in ("price", "availability"):
        return False
    own = [m for m in scene.metrics if not m.weak and not (m.cue and header.measured)]
    own = [m for m in own if scene.bracket(m.start) is None or m.start < found.start]  # "170 (after layoffs)"
    return found.value in STATUSES or all(m.id == found.metric.id for m in own)


def lead_subject(text: str, bases: list[str], vocabulary: Vocabulary) -> str | None:
    """Whom the short name at the beginning of an item means, as part of what the list is about; `bases` are ids, the nearest first.

    "70B: 83.6 on MMLU" below "Llama 3.1" is about Llama 3.1 70B.
    """
    m = LEAD.match(text)
    return joined_name(m["label"], bases, vocabulary) if m and not condition_of("", m["label"]) else None
