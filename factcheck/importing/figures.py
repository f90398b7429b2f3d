"""What a reader of some format gives: figures as the data has them, in the ledger's units, and what it left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from factcheck.dataclass import dataclass, field
from factcheck.ledger.model import Source, SourceKind
from factcheck.values import dates

EDITION = re.compile(r"-\d{4}(?:-\d\d){0,2}$")  # the date that the id of an edition ends with
MAKER = "the model's maker"  # as `by`: whoever makes the model says so
Unit = Literal["", "fraction", "percent", "unsaid"]  # unsaid: a fraction or a percentage, the data do not tell


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure on one thing, not yet held against a ledger."""

    subject: str  # as the data names it, settings and all: "Claude Opus 4.6 (Max Effort)"
    metric: str  # id, name or alias
    value: str | tuple[str, str]  # digits, a date or an availability word; or the two ends of a range
    place: str  # where it stands, for messages: "prices.json: openai/gpt-5.4"
    conditions: Mapping[str, str] = field(default_factory=dict)
    op: str = "="
    by: str = ""  # who measured it, as named there, or MAKER; empty where the publisher did, or where it does not matter
    as_of: str = ""
    until: str = ""
    seller: str = ""  # of a price or a limit: who offers it, where that may be another than the maker
    headline: bool = False
    note: str = ""
    unit: Unit = ""  # of the value, where that is not the metric's
    page: str = ""  # the address it was taken from, where that tells who measured
    also: str = ""  # another name of the subject there, for a ledger that does not know the first


@dataclass(frozen=True, slots=True)
class Proposed:
    """A subject that the data describes well enough to be entered, should the ledger lack it."""

    name: str
    maker: str  # as the data names it
    place: str = ""
    released: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was left out, and why in a few words that group well."""

    what: str
    place: str
    why: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Who published the data, as a source of the ledger. Editions of one series differ in `edition` and date only."""

    series: str  # the id of every edition begins with it: "litellm-model-prices"
    publisher: str
    title: str
    kind: SourceKind
    published: str  # YYYY-MM-DD
    url: str = ""
    licence: str = ""
    id: str = ""  # of the source, if that is not made from series and date

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", f"{self.series}-{self.published}")

    def source(self) -> Source:
        """This edition as the ledger has it."""
        return Source(self.id, self.publisher, self.title, dates(self.published), self.kind, self.url)

    def is_edition(self, source: str) -> bool:
        """Whether a source's id is that of an edition of this series."""
        return source == self.id or (EDITION.sub("", source) == self.series and source != self.series)


Row = Figure | Proposed | Skipped


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of data that can be imported.

    `read` takes a file and gives its rows; it raises InputError if the file is not of the format. `origin` takes the files and
    the day they are of, if that is known ("" otherwise: then the data must tell), and says whose they are.
    """

    name: str
    about: str  # one line, for the help
    read: Callable[[Path], Iterator[Row]]
    origin: Callable[[Sequence[Path], str], Origin]
    builds: bool = False  # names go on with the day or stage of a build of the model, or with a setting behind a hyphen
    with_columns: Callable[[Mapping[str, str], str], Callable[[Path], Iterator[Row]]] | None = None
    # `read`, told what columns mean, and which table of a file to read where it holds several
