"""What an article tells about its own time: its day, and the year and month in force at each place, for dates that leave them out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from factcheck import patterns
from factcheck.dataclass import dataclass, field, replace
from factcheck.documents import Block
from factcheck.extract.dates.date_values import Known
from factcheck.extract.dates.dates import DateMention, find_dates, whole_date
from factcheck.extract.names.scene import Scene
from factcheck.patterns import compile_re

TOP = 3  # blocks
OPENING = 8  # blocks in which a page gives its own date
BYLINE = 14  # words: what is longer is prose
PROSE = 25  # words: where the article itself begins
HAPPENED = compile_re(
    r"releas|launch|cut-?off|found|effective|retire|deprecat|announc|introduc|:\s*\S+ \S+ \S+ \S+|context|param", re.IGNORECASE
)
DATED = compile_re(r"/((?:19|20)\d\d)[/-](?:0[1-9]|1[0-2])(?=[/-])")  # in an address
NEARLY = 0.8
YEAR = compile_re(r"(?<![\w.-])(?<![A-Z][A-Z] )(?:19|20)\d\d(?![\w-]|\.\d)")
DAY = 40  # characters: longer is no item of nothing but a date
BELOW = 10  # levels from here on are those of paragraphs and list items


def own_day(blocks: Sequence[Block]) -> date | None:
    """The day that a page gives for itself at its top: in its title, in a byline, on a line of its own, or in the only heading with a day.

    Nothing that happened on a day counts ("Released April 5, 2025").
    """
    for i, block in enumerate(blocks):
        text = block.text.text
        words = len(text.split())
        if i >= OPENING or words >= PROSE:
            return None
        title = block.kind == "title" or (block.kind == "heading" and block.level == 1)
        title = title or (block.kind == "heading" and not HAPPENED.search(text) and only_dated(block, blocks))
        if not title and (block.kind not in ("paragraph", "quote") or words > BYLINE or HAPPENED.search(text)):
            continue
        days = [d.value.first for d in find_dates(text, Known()) if d.value.first == d.value.last]
        if len(days) == 1 or (days and not title):
            return days[0]
    return None


def only_dated(heading: Block, blocks: Sequence[Block]) -> bool:
    """Whether a heading says more than a day, and is the only one that names one: "Daily news: April 5, 2026"."""
    if any(begins(heading.text.text, d, whole=True) for d in dates_of(heading.text.text)):
        return False
    return [b for b in blocks if b.kind == "heading" and any(True for _ in find_dates(b.text.text, Known(2000)))] == [heading]


def own_time(blocks: Sequence[Block], day: date | None) -> Known:
    """What holds for a whole page: its day, else the year of nearly all days that its text and its links give in full."""
    day = day or own_day(blocks)
    if day:
        return Known(None, day)
    years = Counter(int(y) for block in blocks for link in block.text.links for y in DATED.findall(link.url))
    years.update(d.value.first.year for block in blocks for d in find_dates(block.text.text, Known()) if d.value.first == d.value.last)
    year, times = next(iter(years.most_common(1)), (None, 0))
    if year:
        return Known(year if times >= NEARLY * years.total() else None)
    return Known(only_year(blocks))


def only_year(blocks: Sequence[Block]) -> int | None:
    """The year of nearly all that a page's title and prose say by themselves, where they say it twice or at the top."""
    prose = [b for b in blocks if b.kind in ("title", "paragraph") or (b.kind == "heading" and b.level == 1 and YEAR.sub("", b.text.text))]
    said = [(i, int(m.group())) for i, block in enumerate(prose) for m in YEAR.finditer(block.text.text)]
    year, times = next(iter(Counter(year for _, year in said).most_common(1)), (None, 0))
    if times < NEARLY * len(said):
        return None
    return year if times > 1 or any(i < TOP for i, _ in said) else None


def several_days(blocks: Iterable[Block]) -> bool:
    """Whether several headings begin with a date, or several items are nothing but one, as in a timeline: a single one would be the
    article's own."""
    texts = [
        (block.text.text, block.kind == "item") for block in blocks if block.kind == "item" or (block.kind == "heading" and block.level > 1)
    ]
    return sum(any(begins(text, d, whole) for d in dates_of(text)) for text, whole in texts if not whole or len(text) <= DAY) > 1


def begins(text: str, mention: DateMention, whole: bool) -> bool:
    """Whether a text begins with a date, or is nothing else."""
    return not patterns.search(r"\w", text[: mention.start] + (text[mention.end :] if whole else ""))


def dates_of(text: str) -> list[DateMention]:
    whole = whole_date(text, Known(2000))
    return [whole] if whole else find_dates(text, Known(2000))


def wholly_dated(scene: Scene, known: Known) -> Scene:
    """The scene of a heading or a line that is nothing but a year, or a month whose year is known, with that date in it."""
    whole = None if scene.dates else whole_date(scene.text, known)
    return replace(scene, dates=(whole,), quantities=()) if whole else scene


def depth(block: Block) -> int:
    """How deep a block stands: headings by their level, below them paragraphs, below those tables and the items of lists by theirs."""
    if block.kind in ("heading", "title"):
        return block.level
    return BELOW + (1 if block.kind == "table" else block.level)


@dataclass
class Chronology:
    """The time in force, moved on block by block."""

    start: Known
    periods: dict[int, tuple[int | None, int | None]] = field(default_factory=dict)  # depth: year and month

    @property
    def known(self) -> Known:
        """What holds for the text at hand."""
        known = self.start
        for at in sorted(self.periods):
            year, month = self.periods[at]
            if year:
                known = replace(known, year=year, month=month)
            elif month:
                known = replace(known, month=month)
        return known

    def begins(self, block: Block) -> None:
        """What stood as deep as this block, or deeper, no longer holds."""
        self.periods = {at: period for at, period in self.periods.items() if at < depth(block)}

    def ends(self, block: Block, scene: Scene) -> None:
        """A heading, or a line that is nothing but a date, puts its year in force for what stands below it."""
        heading = block.kind in ("heading", "title")
        if heading and depth(block) <= 1 and self.start.day:
            return  # the title of an article whose day is known: that tells more
        if (heading or len(scene.text.split()) <= 4) and (said := period(scene, self.known)):
            self.periods[depth(block)] = said


def period(scene: Scene, known: Known) -> tuple[int | None, int | None] | None:
    """The year, and the month if it is one, that a heading speaks of. Years inside names do not count ("AIME 2025")."""
    whole = whole_date(scene.text, known)
    mention = whole or next(iter(scene.dates), None)
    if mention:
        first, last = mention.value.first, mention.value.last
        month = first.month if (first.year, first.month) == (last.year, last.month) else None
        return first.year, month
    names = [(s.start, s.end) for s in scene.subjects] + [(m.start, m.end) for m in scene.metrics]
    years = [m for m in YEAR.finditer(scene.text) if not any(a < m.end() and m.start() < b for a, b in names)]
    return (int(years[0].group()), None) if len(years) == 1 else None
