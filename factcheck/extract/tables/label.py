"""What the label of a row, a column or a value says."""

from __future__ import annotations

from factcheck import patterns
from factcheck.dataclass import dataclass, field
from factcheck.extract.tables.standard_labels import without_unit
from factcheck.patterns import compile_re

# Words of a label that leave it to others to say what is measured.
SILENT = frozenset(
    "score scores result results value values accuracy acc performance points rating elo percentage percent detail details specification"
    " spec specs info information data description figure figures pass em mean avg average overall type price per tokens token cost usd"
    " million rate amount our ours measured reported official number".split()
)
# A quarter, half or fiscal year, for which a column gives the figures.
PERIOD = compile_re(r"\b(?:(?:Q[1-4]|H[12])(?:[ -](?:FY|CY)?['’]?(?:20)?\d\d|['’]\d\d)?|FY['’ ]?(?:20)?\d\dE?|20\d\dE)\b")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says: subjects, a metric, conditions, the unit of what stands below, and any words not understood."""

    text: str
    subjects: tuple[str, ...] = ()  # several only where the label is a list of them
    metric: str | None = None
    standard: bool = False  # plainly means a standard metric, which one the value tells
    unknown: bool = False  # names something that the vocabulary lacks
    conditions: dict[str, str] = field(default_factory=dict)
    version: str | None = None
    flavour: str = ""  # of the metric: the words beside its name
    common: bool = False  # the metric's name is an ordinary word or phrase
    unit: str = ""  # percent, money, per (million tokens), K, M, B, T, ms, s, min, hours, days, MB, GiB, tps
    aside: bool = False  # describes a row without saying whom or what it is about
    silent_anyway: bool = False  # one side of a label of two that only tells conditions

    @property
    def subject(self) -> str | None:
        return self.subjects[0] if self.subjects else None

    @property
    def measured(self) -> bool:
        """Whether the label says what is measured."""
        return self.standard or self.metric is not None

    @property
    def silent(self) -> bool:
        """Whether the label leaves it to others to say what is measured: "Score (%)", "Value", nothing."""
        words = PERIOD.sub("", without_unit(self.text))
        return "#" not in self.text and set(patterns.findall(r"[^\W\d_]+", words.lower())) <= SILENT
