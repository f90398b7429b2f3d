"""The parts of a table's cell that holds several figures: "$3 / $15", "120B (12B active)", "200K (standard), 1M (beta)"."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck import patterns
from factcheck.dataclass import replace
from factcheck.extract.forms.amounts import counted_by
from factcheck.extract.forms.periods import EVERY
from factcheck.extract.names.scene import Scene
from factcheck.extract.numbers.quantity import Quantity
from factcheck.extract.tables.cell_lists import is_list, listed_results, side_conditions
from factcheck.extract.tables.cell_metrics import PRICE, fit_cell, in_period, with_unit
from factcheck.extract.tables.cell_subjects import SIZES, is_place
from factcheck.extract.tables.flavours import plain
from factcheck.extract.tables.grid import Frame, Place
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.label_names import joined_name
from factcheck.extract.tables.labels import label_of, unmarked
from factcheck.extract.tables.plans import plan_in
from factcheck.extract.tables.standard_labels import STROKE, generic_metric, halves, is_standard, unit_of, without_unit
from factcheck.extract.voices.conditions import find_conditions
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re

PART = compile_re(r"[^\s/,;|·(](?:[^\n/,;|·(]|(?<=\d),(?=\d)|/(?=\s?(?:M|1M|month|mo|week|day|hour|minute|min|second|sec|s)\b))*")
BARE_PAIR = compile_re(r"\W*\d+(?:\.\d+)?\s*/\s*\d+(?:\.\d+)?\W*")
BRACKETED = compile_re(r"(?P<out>[^()]+?)\s*\((?P<in>[^()]+)\)")
APART = compile_re(r"(?P<out>[^()]*\d[^()]*)\((?P<in>[^()]*\d[^()]*)\)\W*")
APART_BEHIND = compile_re(
    r"[^\s\d]?\d[\w.,]*(?: (?:tokens?|GB|GiB|tok/s))?,? (?:(?:via|in|on|for|at|using|through)(?: the)? )?(?P<words>[A-Za-z][^\d()]*)"
)
APART_BEFORE = compile_re(
    r"(?:(?:via|in|on|for|at|using|through)(?: the)? )?(?P<words>[A-Za-z][^\d():]*?):? [^\s\d]?\d[\w.,]*(?: tokens?)?"
)
TOTAL = compile_re(r"total activ(?:e|ated)", re.IGNORECASE)  # sizes, as all of a mixture and what is in use of it
SIDE = compile_re(r"\b(in|out)(?:put|going)?\b", re.IGNORECASE)
NUMBERED = compile_re(r"\W*\d{1,3}[.)]\s+(?=[^\W\d])")  # the place of a row that its name goes on from: "3. Aurora 2"
FEW = 4  # words of what a figure holds for
NAMED_PART = compile_re(r"[^\s,;|·](?:[^\n,;|·]|(?<=\d),(?=\d))*")
UNDER = compile_re(r"(?:\bat|@) ?$", re.IGNORECASE)  # what follows is a condition: "6.4 GB at 8K context"
SPARSE = compile_re(r"\W*(?P<whole>\d+(?:\.\d+)?[BT])(?:-| ?\(|[ /]+)A(?P<part>\d+(?:\.\d+)?B)\W*")
# A figure and, in brackets, when it holds.
NOTED = compile_re(r"[^\s/,;|·()](?:[^/,;|·()]|/(?=\s?(?:M|1M|MTok|user|seat|month|mo|year|yr)\b))*\((?P<note>[^()\d][^()]{1,30})\)")

RIVALS = compile_re(r"(?:%| percent| points?)?[ *]*\b(?:vs\.?|versus|against|compared (?:to|with)) [~*$]*$")  # "69% vs 61%"
# "32K -> 128K": what was, and what is.
ARROW = compile_re(r"\s*(?:→|⟶|➔|➜|⇒|[-=]{1,2}>)\s*")


def parts(at: Place, frame: Frame) -> list[Place]:
    """A cell of several figures as cells of their own, where it is plain which is what; else the cell."""
    at = outcome(at, frame)
    figures = at.scene.quantities
    if any(RIVALS.fullmatch(at.scene.text, a.end, b.outer_start) for a, b in pairwise(figures)):
        return [at]
    if at.scene.text.count("/") > 1 and (told := sides(at, frame)):
        return told
    if listed := listed_results(at, frame):
        return listed
    if named := named_apart(at, frame) or member_noted(at, frame):
        return named
    told = sides(at, frame) or sizes(at) or sparse(at, frame) or bracketed(at, frame) or set_apart(at, frame)
    told = told or noted_apart(at, frame) or told_apart(at, frame)
    return told or ([] if is_list(at) else [at])


def figures_of(at: Place) -> list[Quantity]:
    """The figures of a cell but for changes and margins: "+3.1", "±0.4", and "(2.6x)" beside another figure."""
    settings = [(c.start, c.end) for c in find_conditions(at.scene.text)]  # "5-shot"
    figures = [q for q in at.scene.quantities if not q.signed and "±" not in at.scene.text[max(0, q.start - 2) : q.start + 1]]
    figures = [q for q in figures if not any(a <= q.start < b for a, b in settings)]
    figures = [q for i, q in enumerate(figures) if not (i and RIVALS.fullmatch(at.scene.text, figures[i - 1].end, q.outer_start))]
    place = NUMBERED.match(at.scene.text) if at.column == 0 else None
    figures = [q for q in figures if not place or q.start >= place.end()]
    return [q for q in figures if q.dimension != "ratio"] or figures


def outcome(at: Place, frame: Frame) -> Place:
    """A cell that tells by arrows what its figure became as one of the last figure alone; of results each may be another thing's."""
    text = at.scene.text
    arrows = list(ARROW.finditer(text))
    if not arrows or not patterns.search(r"\d", text[: arrows[0].start()]):
        return at
    end = arrows[-1].end()
    scene = frame.see(" " * end + text[end:])
    plain = any(q.dimension in ("number", "percent") and not q.scaled for q in scene.quantities[:1])
    return at if plain or not scene.quantities else replace(at, scene=scene)


def lead(scene: Scene) -> str:
    """What stands before the first figure of a cell: "Plus" in "Plus $20/mo"."""
    return scene.text[: scene.quantities[0].outer_start].strip(" :–—-") if scene.quantities else ""


def sides(at: Place, frame: Frame) -> list[Place]:
    """The sides of a cell such as "$3 / $15" as cells of their own, where header, row label or corner says what is what."""
    text = patterns.sub(r"\([^)]*\)", lambda m: " " * len(m.group()), unmarked(at.scene.text))
    cut = list(STROKE.finditer(text))
    spans = list(zip([0, *(m.end() for m in cut)], [*(m.start() for m in cut), len(text)], strict=True))
    if not cut or not all(patterns.search(r"\d", text[a:b]) for a, b in spans):
        return []
    labels = [at.header, *at.row, *frame.headers[:1], *(Label(note) for note in patterns.findall(r"\([^)]*\)", at.scene.text))]
    told = next(((label, pair) for label in labels if (pair := halves(label.text, len(spans)))), None) or price_pair(at)
    if not told or len(told[1]) != len(spans):
        return []
    whole, pair = told
    if TOTAL.fullmatch(" ".join(pair)):
        pair = (f"{pair[0]} parameters", f"{pair[1]} parameters")
    places = []
    own = side_conditions(pair)
    shared = {key: value for key, value in whole.conditions.items() if not any(key in said for said in own)}
    for half, said_by_it, (a, b) in zip(pair, own, spans, strict=True):
        label = label_of(half, frame.see, frame.vocabulary)
        if not label.measured and is_standard(f"{half} {pair[1].split()[-1]}"):
            label = label_of(f"{half} {pair[1].split()[-1]}", frame.see, frame.vocabulary)  # "Total / active parameters"
        unit = label.unit or unit_of(whole.text) or ("per" if PRICE.search(whole.text) and SIDE.search(" ".join(pair)) else "")
        label = replace(label, subjects=whole.subjects, unit=unit, conditions={**shared, **label.conditions, **said_by_it})
        if not label.measured:
            said = label.conditions or ({"variant": plain(half)} if whole.metric else {})  # "Latency (p50/p95)"
            label = replace(label, metric=whole.metric, version=whole.version, conditions=said)
        scene = frame.see(" " * a + text[a:b] + " " * (len(text) - b))
        if whole is at.header or whole not in at.row:
            measured = label.measured or not at.header.measured
            above = label if measured else replace(at.header, conditions={**shared, **label.conditions})
            above = replace(above, subjects=at.header.subjects, silent_anyway=not label.measured)
            places.append(replace(at, scene=scene, header=above))
        else:
            places.append(replace(at, scene=scene, labels=[label if x is whole else x for x in at.labels]))
    return places


def bracketed(at: Place, frame: Frame) -> list[Place]:
    """The figure of a cell and that in brackets behind it, where the header says both so: "Params (active)" above "671B (37B)"."""
    named, m = BRACKETED.fullmatch(at.header.text.strip(" *")), BRACKETED.fullmatch(unmarked(at.scene.text))
    if not named or not m:
        return []
    outside, inside = named["out"], named["in"]
    says = {"out": (outside,), "in": (inside, f"{inside} {outside.split()[-1]}", f"{inside} input")}
    places = []
    for group, words in says.items():
        scene = frame.see(" " * m.start(group) + m[group])
        if len(scene.quantities) != 1:
            return []
        quantity = with_unit(scene.quantities[0], at)
        told = next(((w, found) for w in words if (found := generic_metric(w, frame.vocabulary, quantity))), None)
        if not told:
            return []
        places.append(replace(at, scene=scene, header=replace(at.header, text=told[0], metric=told[1].id, standard=True)))
    return places


def sizes(at: Place) -> list[Place]:
    """The sizes that a family comes in as cells of their own: "8B, 70B, 405B"."""
    if not SIZES.fullmatch(at.scene.text):
        return []
    return [replace(at, scene=replace(at.scene, subjects=(), quantities=(q,)), member=True) for q in at.scene.quantities]


def sparse(at: Place, frame: Frame) -> list[Place]:
    """The size of a mixture of experts and that of its active part, where a cell names them in one: "355B-A32B"."""
    m, active = SPARSE.fullmatch(unmarked(at.scene.text)), frame.vocabulary.role("active-parameters")
    if not m or not active:
        return []
    whole, part = (replace(frame.see(" " * m.start(group) + m[group]), subjects=()) for group in ("whole", "part"))
    return [
        replace(at, scene=whole),
        replace(at, scene=part, header=replace(at.header, text=active.name, metric=active.id, standard=True)),
    ]


def price_pair(at: Place) -> tuple[Label, tuple[str, str]] | None:
    """The label of prices that has two of them in a cell: first of input, then of output tokens, as every list has it."""
    priced = next((label for label in (at.header, *at.row) if PRICE.search(label.text)), None)
    if priced and len({side.lower() for side in SIDE.findall(priced.text)}) == 1:
        return None  # "Output price"
    money = [q for q in at.scene.quantities if q.dimension == "money" and q.per in (None, "million")]
    bare = bool(priced and priced.unit in ("per", "money") and BARE_PAIR.fullmatch(unmarked(at.scene.text)))
    return (priced, ("Input", "Output")) if priced and (bare or len(money) == len(at.scene.quantities) == 2) else None


def noted_apart(at: Place, frame: Frame) -> list[Place]:
    """The figures of a cell that has a note in brackets behind each: when it holds."""
    text = unmarked(at.scene.text)
    found = list(NOTED.finditer(text))
    if len(found) < 2 or NOTED.sub("", text).strip(" ,;/|·"):
        return []
    places = []
    for m in found:
        scene = frame.see(" " * m.start() + m.group()[: m.start("note") - m.start() - 1])
        if len(scene.quantities) != 1 or not all(is_place(mark, at, frame) for mark in frame.see(m["note"]).subjects):
            return []
        if metric := generic_metric(m["note"], frame.vocabulary, with_unit(scene.quantities[0], at)):
            places.append(replace(at, scene=scene, header=replace(at.header, text=m["note"], metric=metric.id, standard=True)))
            continue
        plan = plan_in(m["note"]) if scene.quantities[0].per == "month" else None
        said = {"tier": plan} if plan else {c.key: c.value for c in find_conditions(m["note"])}
        conditions = said or {"variant": plain(m["note"])}
        places.append(replace(at, scene=scene, conditions=conditions))
    return places


def named_apart(at: Place, frame: Frame) -> list[Place]:
    """The parts of a cell that name somebody each, as cells of their own: "Scout 109B, Maverick 400B"."""
    text = unmarked(at.scene.text)
    pieces = [frame.see(" " * m.start() + m.group()) for m in NAMED_PART.finditer(text)]
    alone = all(len(p.quantities) == 1 and len(p.subjects) == 1 and p.subjects[0].id and not p.metrics for p in pieces)
    if len(pieces) < 2 or not alone or len({p.subjects[0].id for p in pieces}) < len(pieces):
        return []
    return [replace(at, scene=replace(p, subjects=()), named=(p.subjects[0].id or "",)) for p in pieces]


def member_noted(at: Place, frame: Frame) -> list[Place]:
    """The figure of a cell that a note gives to one member of the family: "10M (Scout)" below "Llama 4"."""
    m = NOTED.fullmatch(unmarked(at.scene.text).strip())
    bases = [i for label in (at.header, *at.row) for i in label.subjects if i in frame.vocabulary.families]
    member = joined_name(m["note"], bases, frame.vocabulary) if m else None
    scene = frame.see(patterns.sub(r"\([^)]*\)", lambda x: " " * len(x.group()), at.scene.text))
    one = member and len(scene.quantities) == 1 and scene.quantities[0].per != "month"  # a plan's price is the product's
    return [replace(at, scene=scene, named=(member or "",))] if one else []


def set_apart(at: Place, frame: Frame) -> list[Place]:
    """The figure of a cell and another one for the same in brackets, with what it holds for: "64K tokens (300K via batch API)"."""
    m = APART.fullmatch(unmarked(at.scene.text))
    note = m and (APART_BEFORE.fullmatch(m["in"]) or APART_BEHIND.fullmatch(m["in"]))
    if not m or not note or frame.see(m["in"]).subjects or len(note["words"].split()) > FEW:
        return []
    outside, inside = (frame.see(" " * m.start(group) + m[group]) for group in ("out", "in"))
    quantities = [*outside.quantities, *inside.quantities]
    words = note["words"]
    if len(quantities) != 2 or not inside.quantities or part_metric(words, with_unit(quantities[1], at), at, frame) or inside.metrics:
        return []
    a, b = (with_unit(q, at) for q in quantities)
    alike = (a.dimension, a.per) == (b.dimension, b.per) or "number" in (a.dimension, b.dimension)
    return [replace(at, scene=outside), replace(at, scene=inside, conditions={"variant": plain(words)})] if alike else []


def told_apart(at: Place, frame: Frame) -> list[Place]:
    """The parts of a cell that say themselves what they are, as cells of their own: "$5 in / $25 out", "120B (12B active)".

    One of them may leave it to the header or the row label.
    """
    text, starts = unmarked(at.scene.text), [q.outer_start for q in at.scene.quantities]
    cut = [m.span() for m in PART.finditer(text)]
    if len(cut) < len(starts) and not text[: starts[0]].strip():  # "16 cores 32 threads", as lines of a cell run together
        cut = list(zip(starts, [*starts[1:], len(text)], strict=True))
    told, others = [], []
    for start, end in cut:
        scene = frame.see(" " * start + text[start:end])
        if len(scene.quantities) != 1 or UNDER.search(text, 0, scene.quantities[0].outer_start):
            return []
        quantity = scene.quantities[0]
        words = (scene.text[start : quantity.start] + " " + scene.text[quantity.end :]).strip(" )~:")
        part = replace(at, scene=scene)
        if metric := part_metric(words, with_unit(quantity, at), at, frame):
            told.append(replace(part, header=replace(at.header, text=words, metric=metric.id, standard=True)))
        else:
            others.append(part)
    return [*told, *others] if told and len(others) <= 1 and len(told) + len(others) > 1 else []


def part_metric(words: str, quantity: Quantity, at: Place, frame: Frame) -> Metric | None:
    """What a part of a cell says it is of, by itself or with the header: "in", "activated experts", "active" below "Parameters"."""
    if not words:
        return None
    if EVERY.fullmatch(words) and quantity.dimension == "number":
        return in_period(words, at.header, frame.vocabulary)
    above = at.header.text or next((label.text for label in at.row), "")
    for said in (words, f"{words} {without_unit(above)}"):
        if generic := generic_metric(said, frame.vocabulary, quantity):
            return generic
    label = label_of(words, frame.see, frame.vocabulary)
    named = frame.vocabulary.metrics[label.metric] if label.metric else None
    return named if named and fit_cell(quantity, named, words) else counted_by(words, at.header.text, quantity, frame.vocabulary)
