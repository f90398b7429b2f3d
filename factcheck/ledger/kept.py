"""A ledger whose claims are read when they are asked for, subject by subject, from the file that keeps its compiled form.

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
Spot = tuple[int, int, int]  # of a part: where it begins behind the head, its length, its checksum


def parts_of(ledger: Ledger, stamp: Any) -> bytes:
    """The compiled form of a ledger, to be read by `opened`."""
    same: dict[Any, Any] = {}  # one object for equal ones: it is written once
    by_subject: dict[str, list[tuple[int, Plain]]] = {}
    on: dict[str, list[str]] = {}
    having: dict[str, list[tuple[str, str]]] = {}
    for n, claim in enumerate(ledger.claims.values()):
        by_subject.setdefault(claim.subject, []).append((n, plain_claim(claim)))
    for (subject, metric), claims in ledger.pairs():
        on.setdefault(metric, []).append(subject)
        for number in dict.fromkeys(key_of(claim.value.value) for claim in claims if isinstance(claim.value, Number)):
            having.setdefault(number, []).append(same.setdefault((subject, metric), (subject, metric)))
    bodies = [marshal.dumps(tuple(claims)) for claims in by_subject.values()]
    bodies.append(marshal.dumps(({m: tuple(s) for m, s in on.items()}, {v: tuple(p) for v, p in having.items()})))
    spots, at = [], 0
    for body in bodies:
        spots.append((at, len(body), zlib.crc32(body)))
        at += len(body)
    told = (len(ledger.claims), ledger.newest, tuple(sorted(ledger.told_by_makers)), _versions(ledger))
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
        self.count, self.newest, self.told_by_makers, self.versions = told
        self._by_subject: dict[str, dict[str, tuple[Claim, ...]]] = {}
        self._by_id: dict[str, Claim] = {}
        self._order: dict[str, int] = {}
        self._all: Mapping[str, Claim] | None = None

    def covers(self, subject: str) -> bool:
        """Whether there is any claim on a subject."""
        return subject in self._index

    def of(self, subject: str) -> Mapping[str, tuple[Claim, ...]]:
        """The claims on a subject by metric."""
        if subject not in self._by_subject:
            self._by_subject[subject] = self._read(subject) if subject in self._index else {}
        return self._by_subject[subject]

    def _read(self, subject: str) -> dict[str, tuple[Claim, ...]]:
        try:
            numbered = [(n, claim_of(plain)) for n, plain in self._part(self._index[subject])]
        except Exception:  # whatever is wrong with it, the YAML is right
            return self._from_yaml(subject)
        metrics: dict[str, list[Claim]] = {}
        for n, claim in numbered:
            metrics.setdefault(claim.metric, []).append(claim)
            self._by_id[claim.id] = claim
            self._order[claim.id] = n
        return {metric: tuple(claims) for metric, claims in metrics.items()}

    def _part(self, spot: Spot) -> Any:
        at, length, checksum = spot
        body = self._file.read(at, length)
        if zlib.crc32(body) != checksum:
            raise ValueError("not as it was written")
        return marshal.loads(body)

    def _from_yaml(self, subject: str) -> dict[str, tuple[Claim, ...]]:
        if self._all is None:
            self._all = self._rescue().claims
            self._order = {id_: n for n, id_ in enumerate(self._all)}
            self._by_id = dict(self._all)
        metrics: dict[str, list[Claim]] = {}
        for claim in self._all.values():
            if claim.subject == subject:
                metrics.setdefault(claim.metric, []).append(claim)
        return {metric: tuple(claims) for metric, claims in metrics.items()}

    def whole(self) -> Mapping[str, Claim]:
        """All claims."""
        if self._all is None:
            for subject in self._index:
                self.of(subject)
        if self._all is None:
            self._all = dict(sorted(self._by_id.items(), key=lambda item: self._order[item[0]]))
        return self._all

    def searched(self) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[tuple[str, str], ...]]]:
        """Subjects by metric, and pairs of subject and metric by the numbers that claims on them have."""
        try:
            on, having = self._part(self._search)
        except Exception:
            ledger = self._rescue()
            on, having = {}, {}
            for (subject, metric), claims in ledger.pairs():
                on[metric] = (*on.get(metric, ()), subject)
                for number in {key_of(claim.value.value) for claim in claims if isinstance(claim.value, Number)}:
                    having[number] = (*having.get(number, ()), (subject, metric))
        return on, having

    def __getitem__(self, id_: str) -> Claim:
        if id_ not in self._by_id and self._all is None:
            for subject in (id_[:at] for at, letter in enumerate(id_) if letter == "." and id_[:at] in self._index):
                self.of(subject)
                if id_ in self._by_id:
                    break
            else:
                self.whole()
        return self._by_id[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole())

    def __len__(self) -> int:
        return int(self.count)


class Kept(Ledger):
    """A ledger from its compiled form."""

    claims: Claims

    def about(self, subject: str, metric: str) -> tuple[Claim, ...]:
        return self.claims.of(subject).get(metric, ())

    def on(self, metric: str) -> Iterable[Pair]:
        return (((subject, metric), self.about(subject, metric)) for subject in self._searched[0].get(metric, ()))

    def having(self, number: Decimal) -> Iterable[Pair]:
        return ((pair, self.about(*pair)) for pair in self._searched[1].get(key_of(number), ()))

    def covers(self, subject: str) -> bool:
        return self.claims.covers(subject)

    def newest_on(self, subject: str) -> date | None:
        claims = (claim for claims in self.claims.of(subject).values() for claim in claims)
        return max((day for claim in claims if (day := self.day_of(claim))), default=None)

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
