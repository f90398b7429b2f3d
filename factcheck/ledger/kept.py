"""A ledger whose claims are read when they are asked for, by subject and metric, from the file that keeps its compiled form.

    header, checksum and length of the head, the head, one part for each subject's claims, one part to search in

The head has everything but the claims, and where each part stands with its checksum. Whatever is wrong with a part, the YAML is read
instead.
"""

from __future__ import annotations

import marshal
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck.ledger.model import Claim, Ledger, Pair
from factcheck.ledger.plain import Plain, claim_of, plain_claim, vocabulary_of, without_claims
from factcheck.values import Number

NUMBERS = 12  # bytes: the head's checksum and its length
Numbered = tuple[tuple[int, Plain], ...]  # claims, each with its place in the order of all
Spot = tuple[int, int, int]  # of a part: where it begins behind the head, its length, its checksum


def parts_of(ledger: Ledger, stamp: Any) -> bytes:
    """The compiled form of a ledger, to be read by `opened`."""
    same: dict[Any, Any] = {}  # one object for equal ones: it is written once
    by_subject: dict[str, dict[str, list[tuple[int, Plain]]]] = {}
    on: dict[str, list[str]] = {}
    having: dict[str, list[tuple[str, str]]] = {}
    for n, claim in enumerate(ledger.claims.values()):
        by_subject.setdefault(claim.subject, {}).setdefault(claim.metric, []).append((n, plain_claim(claim)))
    for (subject, metric), claims in ledger.pairs():
        on.setdefault(metric, []).append(subject)
        for number in dict.fromkeys(key_of(claim.value.value) for claim in claims if isinstance(claim.value, Number)):
            having.setdefault(number, []).append(same.setdefault((subject, metric), (subject, metric)))
    bodies = [marshal.dumps({metric: tuple(claims) for metric, claims in metrics.items()}) for metrics in by_subject.values()]
    bodies.append(marshal.dumps(({m: tuple(s) for m, s in on.items()}, {v: tuple(p) for v, p in having.items()})))
    spots, at = [], 0
    for body in bodies:
        spots.append((at, len(body), zlib.crc32(body)))
        at += len(body)
    newest = {subject: day.toordinal() for subject in by_subject if (day := ledger.newest_on(subject))}
    told = (len(ledger.claims), ledger.newest, newest, tuple(sorted(ledger.told_by_makers)), _versions(ledger))
    head = marshal.dumps((stamp, without_claims(ledger), told, dict(zip(by_subject, spots, strict=False)), spots[-1]))
    return b"".join([zlib.crc32(head).to_bytes(4, "big"), len(head).to_bytes(8, "big"), head, *bodies])


def _versions(ledger: Ledger) -> dict[str, dict[str, int | None]]:
    found = {metric: ledger.versions(metric) for metric in ledger.metrics}
    return {m: {v: day.toordinal() if day else None for v, day in versions.items()} for m, versions in found.items() if versions}


def key_of(number: Decimal) -> str:
    """A number as it is looked up: alike for 52 and 52.0."""
    return str(number.normalize())


def opened(path: str, skip: int, stamp: Any, rescue: Callable[[], Ledger]) -> Ledger | None:
    """The ledger kept in a file behind its first `skip` bytes, None if it is of another stamp or its head is not as it was written.

    `rescue` gives the same ledger where a part cannot be read later.
    """
    file = File(path, skip)
    numbers = file.read(0, NUMBERS)
    length = int.from_bytes(numbers[4:], "big")
    if length > file.size:
        return None
    head = file.read(NUMBERS, length)
    if zlib.crc32(head).to_bytes(4, "big") != numbers[:4]:
        return None
    kept_stamp, plain, told, index, search = marshal.loads(head)
    if kept_stamp != stamp:
        return None
    version, sources, subjects, metrics = vocabulary_of(plain)
    file.start += NUMBERS + length
    return Kept(sources, subjects, metrics, Claims(file, index, search, told, rescue), version)


class File:
    """A file that is read from anywhere behind its first `start` bytes. It stays open, so that one put in its place changes nothing."""

    def __init__(self, path: str, start: int) -> None:
        self.start = start
        self.handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self.size = os.fstat(self.handle).st_size

    def __del__(self) -> None:
        if hasattr(self, "handle"):  # else it could not be opened
            os.close(self.handle)

    def read(self, at: int, length: int) -> bytes:
        os.lseek(self.handle, self.start + at, os.SEEK_SET)
        parts = []
        while length > 0 and (part := os.read(self.handle, length)):
            parts.append(part)
            length -= len(part)
        return b"".join(parts)


class Claims(Mapping[str, Claim]):
    """Claims by id, in the order of the ledger, read when they are asked for."""

    def __init__(self, file: File, index: Mapping[str, Spot], search: Spot, told: Plain, rescue: Callable[[], Ledger]) -> None:
        self._file, self._index, self._search, self._rescue = file, index, search, rescue
        self.count, self.newest, self.newest_on, self.told_by_makers, self.versions = told
        self._parts: dict[str, dict[str, Numbered]] = {}
        self._by_pair: dict[tuple[str, str], tuple[Claim, ...]] = {}
        self._by_id: dict[str, Claim] = {}
        self._order: dict[str, int] = {}
        self._all: Mapping[str, Claim] | None = None
        self._yaml: Ledger | None = None  # where a part could not be read

    def covers(self, subject: str) -> bool:
        """Whether there is any claim on a subject."""
        return subject in self._index

    def about(self, subject: str, metric: str) -> tuple[Claim, ...]:
        """The claims on a metric of a subject."""
        pair = subject, metric
        if pair not in self._by_pair:
            self._by_pair[pair] = self._read(subject, metric)
        return self._by_pair[pair]

    def _read(self, subject: str, metric: str) -> tuple[Claim, ...]:
        try:
            numbered = [(n, claim_of(plain)) for n, plain in self._metrics(subject).get(metric, ())]
        except Exception:  # whatever is wrong with it, the YAML is right
            return self._rescued().about(subject, metric)
        for n, claim in numbered:
            self._by_id[claim.id] = claim
            self._order[claim.id] = n
        return tuple(claim for _, claim in numbered)

    def _metrics(self, subject: str) -> dict[str, Numbered]:
        """The claims on a subject by metric, as they are kept. Raises whatever the reading of a damaged part does."""
        if subject not in self._parts:
            self._parts[subject] = self._part(self._index[subject]) if subject in self._index else {}
        return self._parts[subject]

    def _part(self, spot: Spot) -> Any:
        at, length, checksum = spot
        body = self._file.read(at, length)
        if zlib.crc32(body) != checksum:
            raise ValueError("not as it was written")
        return marshal.loads(body)

    def _rescued(self) -> Ledger:
        if self._yaml is None:
            self._yaml = self._rescue()
        return self._yaml

    def whole(self) -> Mapping[str, Claim]:
        """All claims."""
        if self._all is None:
            for subject in self._index:
                self._whole(subject)
            self._all = self._yaml.claims if self._yaml else dict(sorted(self._by_id.items(), key=lambda item: self._order[item[0]]))
        return self._all

    def _whole(self, subject: str) -> None:
        """Read all claims on a subject."""
        try:
            for metric in self._metrics(subject):
                self.about(subject, metric)
        except Exception:
            self._rescued()

    def searched(self) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[tuple[str, str], ...]]]:
        """Subjects by metric, and pairs of subject and metric by the numbers that claims on them have."""
        try:
            on, having = self._part(self._search)
        except Exception:
            on, having = {}, {}
            for (subject, metric), claims in self._rescued().pairs():
                on[metric] = (*on.get(metric, ()), subject)
                for number in {key_of(claim.value.value) for claim in claims if isinstance(claim.value, Number)}:
                    having[number] = (*having.get(number, ()), (subject, metric))
        return on, having

    def __getitem__(self, id_: str) -> Claim:
        for subject in (id_[:at] for at, letter in enumerate(id_) if letter == "." and id_[:at] in self._index):
            if id_ not in self._by_id:
                self._whole(subject)
        return self._by_id[id_] if id_ in self._by_id else self.whole()[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole())

    def __len__(self) -> int:
        return int(self.count)


class Kept(Ledger):
    """A ledger from its compiled form."""

    claims: Claims

    def about(self, subject: str, metric: str) -> tuple[Claim, ...]:
        return self.claims.about(subject, metric)

    def on(self, metric: str) -> Iterable[Pair]:
        return (((subject, metric), self.about(subject, metric)) for subject in self._searched[0].get(metric, ()))

    def having(self, number: Decimal) -> Iterable[Pair]:
        return ((pair, self.about(*pair)) for pair in self._searched[1].get(key_of(number), ()))

    def covers(self, subject: str) -> bool:
        return self.claims.covers(subject)

    def newest_on(self, subject: str) -> date | None:
        day = self.claims.newest_on.get(subject)
        return date.fromordinal(day) if day else None

    def versions(self, metric: str) -> Mapping[str, date | None]:
        known = self.claims.versions.get(metric, {})
        return {version: date.fromordinal(day) if day else None for version, day in known.items()}

    @property
    def told_by_makers(self) -> frozenset[str]:
        return frozenset(self.claims.told_by_makers)

    @property
    def newest(self) -> str | None:
        return self.claims.newest  # type: ignore[no-any-return]

    @property
    def _searched(self) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[tuple[str, str], ...]]]:
        if "searched" not in self.__dict__:
            self.__dict__["searched"] = self.claims.searched()
        found: tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[tuple[str, str], ...]]] = self.__dict__["searched"]
        return found

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Ledger):
            return NotImplemented
        fields = ("sources", "subjects", "metrics", "claims", "version")
        return all(getattr(self, name) == getattr(other, name) for name in fields)

    __hash__ = None  # type: ignore[assignment]
