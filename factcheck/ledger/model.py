"""The ledger in memory: plain frozen records, checked before they are made (see schema.py)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from factcheck.dataclass import dataclass, field
from factcheck.ledger.spelling import simplified
from factcheck.places import Place
from factcheck.values import Dates, Number, Op, Value

SourceKind = Literal["vendor", "evaluator", "paper", "press", "aggregator", "social"]
SubjectKind = Literal["model", "organisation", "product", "person", "benchmark"]
MetricKind = Literal["score", "tokens", "price", "date", "rank", "availability", "size", "speed", "amount"]
CHANGING: tuple[MetricKind, ...] = (
    "price",
    "tokens",
    "availability",
    "speed",
    "rank",
    "amount",
)  # right until it changes; others are corrected
ClaimStatus = Literal["current", "superseded", "retracted", "refuted"]


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    publisher: str
    title: str
    published: Dates | None
    kind: SourceKind
    url: str | None = None
    archived: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    id: str
    name: str
    kind: SubjectKind
    maker: str | None = None
    aliases: tuple[str, ...] = ()
    family: str | None = None
    released: Dates | None = None
    sites: tuple[str, ...] = ()  # addresses where it publishes figures of its own: host, or host/path


@dataclass(frozen=True, slots=True)
class Metric:
    id: str
    name: str
    kind: MetricKind
    unit: str
    aliases: tuple[str, ...] = ()
    opposites: tuple[str, ...] = ()
    range: tuple[float, float] | None = None
    higher_is_better: bool | None = None
    tolerance: float = 0
    moves: bool = False  # from day to day: a figure is vouched for a month


@dataclass(frozen=True, slots=True)
class Claim:
    """A sourced statement. `value` is in the metric's unit; `conditions` are normalised (see ledger-format: Conditions)."""

    id: str
    subject: str
    metric: str
    value: Value
    unit: str
    sources: tuple[str, ...]
    place: Place
    op: Op = "="
    conditions: Mapping[str, str] = field(default_factory=dict)
    headline: bool = False
    by: str | None = None
    as_of: Dates | None = None
    until: Dates | None = None
    status: ClaimStatus = "current"
    note: str | None = None


Pair = tuple[tuple[str, str], tuple[Claim, ...]]  # a subject and a metric, and the claims on them


@dataclass(frozen=True)
class Ledger:
    """Everything a folder of YAML said. Keys of the mappings are ids; claims keep the order of files and lines."""

    sources: Mapping[str, Source]
    subjects: Mapping[str, Subject]
    metrics: Mapping[str, Metric]
    claims: Mapping[str, Claim]
    version: str = ""  # a fingerprint of the contents

    def with_claims(self, claims: Mapping[str, Claim]) -> Ledger:
        """A ledger with the same vocabulary and sources, and other claims."""
        return Ledger(self.sources, self.subjects, self.metrics, claims, self.version)

    @cached_property
    def _by_pair(self) -> dict[tuple[str, str], tuple[Claim, ...]]:
        pairs: dict[tuple[str, str], list[Claim]] = {}
        for claim in self.claims.values():
            pairs.setdefault((claim.subject, claim.metric), []).append(claim)
        return {pair: tuple(claims) for pair, claims in pairs.items()}

    def about(self, subject: str, metric: str) -> tuple[Claim, ...]:
        """Every claim on one metric of one subject, whatever its status."""
        return self._by_pair.get((subject, metric), ())

    def pairs(self) -> Iterable[Pair]:
        """((subject, metric), claims) in the order of the ledger."""
        return self._by_pair.items()

    def on(self, metric: str) -> Iterable[Pair]:
        """The pairs of a metric."""
        return (pair for pair in self.pairs() if pair[0][1] == metric)

    def having(self, number: Decimal) -> Iterable[Pair]:
        """The pairs on which some claim has this very number."""
        return (pair for pair in self.pairs() if any(isinstance(c.value, Number) and c.value.value == number for c in pair[1]))

    @cached_property
    def _by_subject(self) -> dict[str, list[Claim]]:
        subjects: dict[str, list[Claim]] = {}
        for (subject, _), claims in self.pairs():
            subjects.setdefault(subject, []).extend(claims)
        return subjects

    def covers(self, subject: str) -> bool:
        """Whether there is any claim on a subject."""
        return subject in self._by_subject

    def newest_on(self, subject: str) -> date | None:
        """The latest day that a claim on a subject is of, None if there is none or it is undated."""
        return max((day for claim in self._by_subject.get(subject, ()) if (day := self.day_of(claim))), default=None)

    @cached_property
    def _versions(self) -> dict[str, dict[str, date | None]]:
        versions: dict[str, dict[str, date | None]] = {}
        for (_, metric), claims in self.pairs():
            for claim in claims:
                if version := claim.conditions.get("version"):
                    known, day = versions.setdefault(metric, {}), self.day_of(claim)
                    first = known.get(version, day)
                    known[version] = min(first, day) if first and day else None
        return versions

    def versions(self, metric: str) -> Mapping[str, date | None]:
        """The versions of a metric that claims name, each with the first day of any claim on it, None if one is undated."""
        return self._versions.get(metric, {})

    @cached_property
    def _by_name(self) -> dict[str, str]:
        subjects = sorted(self.subjects.values(), key=lambda subject: subject.kind == "organisation")  # of one name the last counts
        names = {simplified(subject.id): subject.id for subject in subjects}
        names |= {simplified(alias): subject.id for subject in subjects for alias in subject.aliases}
        return names | {simplified(subject.name): subject.id for subject in subjects}

    def named(self, name: str) -> str | None:
        """The id of the subject with this name, alias or id, an organisation before others; None if there is none.

        Case, spacing and hyphens do not matter.
        """
        return self._by_name.get(simplified(name))

    @cached_property
    def _by_site(self) -> dict[str, str]:
        return {site: subject.id for subject in self.subjects.values() for site in subject.sites}

    def owner_of(self, url: str) -> str | None:
        """The id of the subject that publishes its own figures at an address, None if the ledger knows of none."""
        place = url.casefold().partition("://")[2].removeprefix("www.")
        place = place.partition("#")[0].partition("?")[0].rstrip("/")
        while place:
            if place in self._by_site:
                return self._by_site[place]
            place = place.rpartition("/")[0]
        return None

    @cached_property
    def told_by_makers(self) -> frozenset[str]:
        """The metrics on which some claim in force is by the house of its own subject, so that figures of others are not all there is."""
        from factcheck.ledger.weight import credited, same_house

        own = (c for c in self.claims.values() if c.status == "current" and same_house(credited(c, self), c.subject, self))
        return frozenset(claim.metric for claim in own)

    @cached_property
    def newest(self) -> str | None:
        """The latest day any claim is of, by its `as_of`, else by the newest of its sources; ISO, None if undated."""
        days = [day for claim in self.claims.values() if (day := self.day_of(claim))]
        return max(days).isoformat() if days else None

    def day_of(self, claim: Claim) -> date | None:
        """The day a claim is of: the first day of its `as_of`, else of its newest source; None if undated."""
        if claim.as_of:
            return claim.as_of.first
        published = [s.published.first for i in claim.sources if (s := self.sources.get(i)) and s.published]
        return max(published, default=None)
