"""Whose voice a figure is in: the sentence's own sources, else the item's, the list's, the section's, the table's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.documents import Block
from factcheck.documents.document import Text
from factcheck.extract.attributions import MAKER, OFFICIAL, PUBLISHERS, Link, Meant, Source, host, introduces, publisher, sources, trailing
from factcheck.extract.scene import Scene
from factcheck.extract.vocabulary import Vocabulary

# How a sentence begins that goes on about what the one before reported.
CONTINUES = re.compile(r"\W*(?:Its?|They|Their|Th(?:e|is) (?:new )?(?:model|system|service|report|study|survey|analysis|test))\b")
SOURCE_HEADER = re.compile(
    r"(?:data |primary |official )?(?:sources?|references?|refs?\.?|evaluators?|citations?|provenance|announcements?"
    r"|pricing page|release notes|urls?|by)"
    r"|(?:reported|measured|tested|evaluated|published|benchmarked|announced|run) by|source links?",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"\W*(?:(?:all|the|these|most|our|following|above|below|benchmark|price|pricing|performance|score|model) )*"
    r"(?:sources?|data|figures?|numbers|scores|results|benchmarks|values|prices|pricing|rates|specs|via|measured by|tested by|credits?)\b",
    re.IGNORECASE,
)
TAKEN = re.compile(
    r"\b(?:scores|results|figures|numbers|data|prices|pricing|benchmarks|values|specs|ratings|rankings)\b[^.;]{0,60}"
    r"\b(?:from|by|via|per|according to|(?:self|vendor|maker|provider)-reported)\b",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\bAll (?:\w+ ){0,2}(?:scores|results|figures|numbers|data|prices|values)\b|\bthroughout\b|\bin this (?:article|post"
    r"|report|comparison|guide|page)\b",
    re.IGNORECASE,
)
BELOW = re.compile(r"\b(?:below|above|following|here|in this section)\b", re.IGNORECASE)
OF_EACH = re.compile(
    r"\b(?:official|vendors?|providers?|makers?|developers?|labs?|compan(?:y|ies))(?:['’]s?)? (?:own )?(?:\w+ )?(?:pricing"
    r"|price lists?|pages?|documentation|docs|sites?|websites?|announcements?|model cards?|blogs?)\b",
    re.IGNORECASE,
)
NOTES = ("paragraph", "item", "quote", "caption")
SOURCE = re.compile(r"\W*source\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in a sentence: its sources in order, and whom the passage has been quoting."""

    scene: Scene
    start: int
    end: int
    sources: tuple[Source, ...]
    vocabulary: Vocabulary
    passage: str | None = None  # of the item, the list, the section
    third: str | None = None  # of the sentence before, about what is not its own

    def of(self, at: int, subject: str | None) -> str | None:
        """The id of who says what stands at an offset about a subject; None where nobody is named."""
        maker = maker_of(subject, self.vocabulary)
        if maker and OFFICIAL.search(self.scene.text, self.start, self.end):
            return maker
        if maker and any(s.side == "own" and s.start <= at < s.end and s.id == maker for s in self.sources):
            return maker
        leading = [s for s in self.sources if s.side in ("after", "either") and s.start <= at]
        if leading:
            first = leading[0]
            for other in leading[1:]:
                if any(first.end <= q.start < other.start for q in self.scene.quantities):
                    first = other
            return first.id
        following = [s for s in self.sources if s.start > at and (s.side == "before" or (s.side == "either" and not self.figures(s.end)))]
        if following:
            return following[0].id
        return spoken_by(self.passage, subject, self.vocabulary) or (self.third if self.third not in (maker, subject) else None)

    def figures(self, after: int) -> bool:
        """Whether figures stand in the sentence after an offset."""
        return any(after <= q.start < self.end for q in self.scene.quantities)


def maker_of(subject: str | None, vocabulary: Vocabulary) -> str | None:
    """Who makes a subject; an organisation is its own."""
    found = vocabulary.subjects.get(subject or "")
    return (found.maker or (found.id if found.kind == "organisation" else None)) if found else None


def spoken_by(passage: str | None, subject: str | None, vocabulary: Vocabulary) -> str | None:
    """Whom a passage quotes about a subject: `MAKER` is its maker."""
    return maker_of(subject, vocabulary) if passage == MAKER else passage


@dataclass
class Floor:
    """Whom the article is quoting, moved on block by block and sentence by sentence."""

    vocabulary: Vocabulary
    headings: dict[int, str | None] = field(default_factory=dict)
    items: dict[int, str | None] = field(default_factory=dict)  # 0 is the paragraph before the list
    own: tuple[Source, ...] = ()  # at the end of the item at hand
    before: str | None = None  # of the sentence before
    lead: str | None = None  # of the paragraph before, for a table that follows it
    reporter: str | None = None  # who was quoted last

    section: str | None = None  # of the section or article at hand, by a note in it

    def heading(self, level: int, scene: Scene, links: list[Link]) -> None:
        for deeper in [k for k in self.headings if k >= level]:
            del self.headings[deeper]
        self.headings[level] = introduces(scene, self.vocabulary, links)
        self.items.clear()
        self.before, self.own, self.lead = None, (), None

    def begin(self, kind: str, level: int, scene: Scene, links: list[Link]) -> None:
        """A paragraph or item begins; what hangs on it is said by whom it names before a colon."""
        depth = level if kind == "item" else 0
        for deeper in [k for k in self.items if k >= depth]:
            del self.items[deeper]
        self.before, self.own, self.lead = None, trailing(scene, self.vocabulary, links), None

    def ends(self, kind: str, level: int, scene: Scene, links: list[Link]) -> None:
        if kind == "caption" or scene.text.rstrip(" *_").endswith(":"):
            self.items[level if kind == "item" else 0] = introduces(scene, self.vocabulary, links)
        if kind != "item":
            named = {s.id for s in sources(scene, 0, len(scene.text), self.vocabulary, links)}
            self.lead = named.pop() if len(named) == 1 else None

    def table(self) -> str | None:
        """Who is quoted in a table that begins: what an item before it gave as its own source is not the table's."""
        self.own, self.before = (), None
        return self.items.get(0) or self.lead or self.passage

    @property
    def passage(self) -> str | None:
        """Who is quoted in the whole passage, the nearest first."""
        if self.own:
            return self.own[0].id
        levels = [self.items[k] for k in sorted(self.items, reverse=True)] + [self.headings[k] for k in sorted(self.headings, reverse=True)]
        return next((id_ for id_ in levels if id_), None) or self.section

    def voices(self, scene: Scene, start: int, end: int, links: list[Link], company: str | None) -> Voices:
        """Who speaks in a sentence."""
        found = sources(scene, start, end, self.vocabulary, links, meant=Meant(company, self.reporter))
        goes_on = self.before if CONTINUES.match(scene.text, start, end) else None
        self.before = next((s.id for s in reversed(found) if s.id), goes_on)
        self.reporter = self.before or self.reporter
        return Voices(scene, start, end, found, self.vocabulary, self.passage, goes_on)


def noted(text: Text, scene: Scene, vocabulary: Vocabulary) -> str | None:
    """Whom a text names as the source of figures elsewhere, `MAKER` for the makers of each.

    "Source: Epoch", "All scores below are taken from Epoch", "Prices come from the vendors' pages".
    """
    links = [(link.start, link.end, link.url) for link in text.links]
    for start, end in scene.sentences:
        if any(start <= q.start < end for q in scene.quantities) or not (
            NOTE.match(scene.text, start, end) or TAKEN.search(scene.text, start, end)
        ):
            continue
        if found := sources(scene, start, end, vocabulary, links):
            return found[0].id
        if OFFICIAL.search(scene.text, start, end) or OF_EACH.search(scene.text, start, end):
            return MAKER
        if re.match(r"\W*[^:]{0,30}:", scene.text[start:end]) and len(scene.text.split()) < 30:
            named = [s.id for s in scene.subjects if s.id and start <= s.start < end and vocabulary.subjects[s.id].kind in PUBLISHERS]
            urls = [link.url for link in text.links if start <= link.start < end] or re.findall(r"https?://\S+", scene.text[start:end])
            id_ = named[0] if named else next((i for url in urls if (i := host(url, vocabulary))), None)
            if id_:
                return id_
    return None


def sections(blocks: list[tuple[Block, Scene]], vocabulary: Vocabulary) -> list[str | None]:
    """For each block who, by a note in its section, is the source of it all.

    A note that speaks of all the article, or stands in an opening or a last section without figures, is the article's.
    """
    starts = [0, *(i for i, (block, _) in enumerate(blocks) if block.kind == "heading" and i)]
    bounds = list(zip(starts, [*starts[1:], len(blocks)], strict=True))
    notes = [
        [(id_, scene.text) for block, scene in blocks[a:b] if block.kind in NOTES and (id_ := noted(block.text, scene, vocabulary))]
        for a, b in bounds
    ]
    whole = {id_ for i, said in enumerate(notes) for id_, text in said if WHOLE.search(text) and (i == 0 or not BELOW.search(text))}
    for i in (0, len(bounds) - 1):
        a, b = bounds[i]
        if not any(block.kind == "table" or len(scene.quantities) > 2 for block, scene in blocks[a:b]):
            whole |= {id_ for id_, _ in notes[i]}
    article = next(iter(whole)) if len(whole) == 1 else None
    out: list[str | None] = []
    above: list[tuple[int, str | None]] = []  # the headings over a section, and who was named under each
    for (a, b), said in zip(bounds, notes, strict=True):
        here = {id_ for id_, _ in said}
        level = blocks[a][0].level if a < b and blocks[a][0].kind == "heading" else 0
        above = [(over, id_) for over, id_ in above if over < level]
        own = here.pop() if len(here) == 1 else None if here else next((id_ for _, id_ in reversed(above) if id_), article)
        above.append((level, own if said else None))
        out += [own] * (b - a)
    return out


def of_cells(block: Block, vocabulary: Vocabulary) -> dict[int, str | None]:
    """Who is named as the source of a table's cells, by the identity of the cell.

    It is named in brackets in the cell's header or row label, in the row's column of sources, in a link called so, or for the
    whole table in brackets in its first header.
    """
    heads, body = block.rows[: block.header_rows], block.rows[block.header_rows :]
    width = len(block.rows[0]) if block.rows else 0
    titles = [" ".join(row[c].text for row in heads) for c in range(width)]
    columns = [c for c in range(width) if SOURCE_HEADER.fullmatch(titles[c].strip(" *"))]
    of_column = [in_brackets(title, vocabulary) for title in titles]
    out: dict[int, str | None] = {}
    for row in body:
        told: list[str | None] = []
        for column, cell in enumerate(row):
            given = [link for link in cell.links if column in columns or SOURCE.fullmatch(cell.text[link.start : link.end])]
            name = publisher(cell.text.strip(" *()[]@"), vocabulary) if column in columns else None
            if name or given or (column in columns and cell.text.strip()):
                told.append(name or next((id_ for link in given if (id_ := host(link.url, vocabulary))), None))
        label = in_brackets(row[0].text, vocabulary)
        for column, cell in enumerate(row):
            near = label or of_column[column]
            if near or told:
                out[id(cell)] = near or next((n for n in told if n), None)
            elif of_column[0]:
                out[id(cell)] = of_column[0]
    return out


def in_brackets(label: str, vocabulary: Vocabulary) -> str | None:
    """Who a label names in brackets: "Score (Epoch)", "GPQA (self-reported)"."""
    if OFFICIAL.search(label):
        return MAKER
    return next((id_ for m in re.finditer(r"[(\[]([^()\[\]]+)[)\]]", label) if (id_ := publisher(m[1].strip(), vocabulary))), None)
