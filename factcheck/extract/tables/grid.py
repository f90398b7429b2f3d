"""A table while it is read: its headers and surroundings, a cell with the labels that bear on it, and what a cell gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.dataclass import dataclass, field
from factcheck.documents import Text
from factcheck.extract.assertion import Hedge
from factcheck.extract.dates.date_values import Known
from factcheck.extract.dates.dates import NOTHING
from factcheck.extract.names.scene import Scene
from factcheck.extract.names.sentence import Surroundings
from factcheck.extract.names.vocabulary import Vocabulary
from factcheck.extract.tables.columns import HOSTS, LOG, NAMES, PRICES, SERVED, SETTINGS
from factcheck.extract.tables.label import Label
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re
from factcheck.values import Dates, Number, Op, Range, Status

WORDS = compile_re(r"[A-Za-z /&-]*")


@dataclass(frozen=True, slots=True)
class CellFigure:
    """A value read from a cell: offsets in the cell's text, what it is and what names it."""

    cell: Text
    start: int
    end: int
    value: Number | Range | Dates | Status
    op: Op
    hedge: Hedge | None
    subject: str
    metric: Metric
    conditions: dict[str, str]
    why_subject: str
    why_metric: str


@dataclass(frozen=True, slots=True)
class ProseCell:
    """A cell to be read as prose, and what its row and column say it is about."""

    cell: Text
    scene: Scene
    subject: str | None
    metric: str | None


@dataclass(frozen=True, slots=True)
class LeftCell:
    """A figure of a cell that was left alone, by its offsets in the cell's text, and why."""

    cell: Text
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for all of a table: its headers, what it stands among, and how texts are read."""

    headers: list[Label]
    around: Surroundings
    see: Callable[[str], Scene]
    vocabulary: Vocabulary
    owners: tuple[str, ...] = ()  # whom the title of the section at hand names
    caption: Label | None = None  # of the line above it, where that is nothing but what is measured: "VRAM needed (GB):"
    parts: frozenset[int] = frozenset()  # the columns that hold parts of the benchmark that the table is about
    mode: str = ""  # in which the heading says that all of it was measured
    small: bool = False  # whether it writes the names of benchmarks in small letters
    fractions: bool = False  # whether it gives percentages as parts of one
    facts: bool = False  # whether it lists facts about one model that it does not name: "Spec | Details"
    known: Known = NOTHING  # what the passage says of the year
    dated: Metric | None = None  # of what the heading above says that dates are: "Retirement schedule"

    @property
    def bases(self) -> list[str]:
        """Whom short names in labels can complete: "70B" below a heading "Llama 3.1"."""
        return [*self.owners, *(c.id for c in self.around.subjects if c.id)]

    @property
    def corner(self) -> Label | None:
        """What the header of the column of names says of all others ("Model / WER" above names, beside columns of data sets), or what
        stands above the table."""
        if any(h.measured for h in self.headers[1:]):
            return None
        return self.headers[0] if self.headers[0].metric else self.caption

    @property
    def serves(self) -> bool:
        """Whether the rows are those who serve the one model that stands above the table: "Provider | Output speed | Latency"."""
        about = self.around.subjects
        above = next((c for c in about if c.id and c.rule != "article" and self.vocabulary.subjects[c.id].kind == "model"), None)
        hosts = HOSTS.fullmatch(self.headers[0].text.strip()) and not any(
            h.subjects or NAMES.fullmatch(h.text.strip()) for h in self.headers
        )
        headed = above and above.rule in ("heading", "list")  # prices alone may be of whatever each row's company sells
        return bool(above and hosts and any(SERVED.search(h.text) or (headed and PRICES.search(h.text)) for h in self.headers[1:]))

    @property
    def own(self) -> bool:
        """Whether the rows of the table are facts about, or ways to measure, one model that it does not name."""
        return self.facts or self.log or bool(SETTINGS.fullmatch(self.headers[0].text.strip()))

    @property
    def log(self) -> bool:
        """Whether the rows are times at which two things or more were measured, of something that no column names."""
        measured = sum(header.measured for header in self.headers[1:])
        named = any(header.subjects or NAMES.fullmatch(header.text.strip()) for header in self.headers)
        return measured > 1 and not named and bool(LOG.fullmatch(self.headers[0].text.strip()))


@dataclass(frozen=True, slots=True)
class Place:
    """A body cell with its scene and every label that bears on it."""

    cell: Text
    scene: Scene
    column: int
    header: Label
    texts: list[str]  # of its row's cells
    labels: list[Label | None]
    group: Label | None
    conditions: dict[str, str] = field(default_factory=dict)  # that a note beside the figure names
    named: tuple[str, ...] = ()  # whom a part of the cell names for itself
    caption: Label | None = None  # of the table
    member: bool = False  # the cell is one of several sizes, each of which is that of a member of the row's family

    @property
    def row(self) -> list[Label]:
        return [label for column, label in enumerate(self.labels) if label is not None and column != self.column]


def is_thing(label: Label, frame: Frame) -> bool:
    return bool(label.subject) and frame.vocabulary.subjects[label.subject or ""].kind in ("model", "product")


def lists_facts(headers: list[Label], told: Sequence[str]) -> bool:
    """Whether a table has two columns, of plain words that name nobody, and rows `told` by names of facts about a model."""
    if len(headers) != 2 or not headers[1].silent or headers[0].subjects or headers[0].measured:
        return False
    return bool(WORDS.fullmatch(headers[0].text.strip())) and len(told) >= 2
