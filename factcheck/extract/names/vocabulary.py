"""What things and metrics are called: every name of the ledger and the forms that follow from it.

"Opus 4.6" and "Claude 4.6 Opus" follow from "Claude Opus 4.6" and hold everywhere; "Maverick" follows from "Llama 4
Maverick", and "K3" from "Kimi K3", only in an article that has the full name, where no other name in it yields the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import islice, takewhile
from typing import Any, TypeVar

from factcheck import patterns
from factcheck.dataclass import dataclass
from factcheck.extract.forms.wordings import Wording, wordings
from factcheck.extract.names.name_forms import MIXED, ORDINARY, PLANS, goes_on, other_versions, short_forms, words_of
from factcheck.extract.names.name_indexes import index_of_metrics, index_of_subjects
from factcheck.extract.names.name_parts import Parts, parts_of
from factcheck.extract.names.names import CONTINUES_NOTHING, Entry, Index, name_case
from factcheck.extract.names.pieces import name_key
from factcheck.ledger.model import Ledger, Metric, Subject
from factcheck.patterns import compile_re

SIZE = compile_re(r"(?P<stem>.+)[ -](?P<size>\d+(?:\.\d+)?[BM](?:[ -]A\d+(?:\.\d+)?B)?)(?:[ -](?:Instruct|Chat|Base|it))?", re.IGNORECASE)
PROPER = compile_re(r"[A-Z][a-z]{2,}")
SHORT = compile_re(r"[A-Z]{1,2}\d+(?:\.\d+)?(?: [A-Z][a-z]+|-[01]\d[0-3]\d)?")
PER_WHAT = compile_re(r"(?:/| per )([A-Za-z]+)$")
DOTTED = compile_re(r"\d{1,2}\.\d")  # a version that may stand for its model

Made = TypeVar("Made")


@dataclass(frozen=True)
class Vocabulary:
    """The subjects and metrics of a ledger with all that they are called."""

    subjects: dict[str, Subject]
    metrics: dict[str, Metric]

    @cached_property
    def _made(self) -> dict[Callable[[Vocabulary], Any], Any]:
        return {}

    def own(self, make: Callable[[Vocabulary], Made]) -> Made:
        """What a function makes of this vocabulary, made once."""
        if make not in self._made:
            self._made[make] = make(self)
        return self._made[make]  # type: ignore[no-any-return]

    @cached_property
    def subject_names(self) -> Index:
        """What the subjects are called in any article."""
        return index_of_subjects(self.subjects)

    @cached_property
    def metric_names(self) -> Index:
        """What the metrics are called."""
        return index_of_metrics(self.metrics.values())

    @cached_property
    def opposites(self) -> tuple[tuple[str, str], ...]:
        """The availabilities' ids, each with a word that says the contrary."""
        return tuple((metric.id, word) for metric in self.metrics.values() for word in metric.opposites)

    @cached_property
    def parted(self) -> Parts | None:
        """The names of scores in their two parts."""
        return parts_of(self.metrics.values())

    @cached_property
    def versioned(self) -> frozenset[str]:
        """The metrics that are known to have versions."""
        return frozenset(id_ for entry in self.metric_names.entries.values() if entry.version for id_ in entry.ids)

    @cached_property
    def wordings(self) -> dict[str, list[Wording]]:
        """The names of the amounts, taken apart."""
        return wordings(self.metrics.values())

    @cached_property
    def counted_by(self) -> dict[str, list[Metric]]:
        """The prices and times by what they are counted by: "run" of "cost per run"."""
        out: dict[str, list[Metric]] = defaultdict(list)
        for metric in self.metrics.values():
            names = {m[1].lower() for name in (metric.name, *metric.aliases) if (m := PER_WHAT.search(name))}
            for what in names if metric.kind in ("price", "speed") else ():
                out[what].append(metric)
        return out

    @cached_property
    def growth(self) -> dict[str, Metric]:
        """By the ids of amounts, the metrics of their growth in percent: "revenue growth" of "revenue"."""
        amounts = [m for m in self.metrics.values() if m.kind == "amount"]
        ids = {name_key(name): m.id for m in amounts for name in (*m.aliases, m.name)}
        grown = [(ids.get(name_key(n.removesuffix(" growth"))), m) for m in amounts if m.unit == "percent" for n in (m.name, *m.aliases)]
        return {id_: m for (id_, m) in grown if id_ and id_ != m.id}

    @cached_property
    def evaluators(self) -> frozenset[str]:
        """The ids of those, no models, by whose names benchmarks are called: "Orrery" of "Orrery Index"."""
        scores = [n.lower() for m in self.metrics.values() if m.kind == "score" for n in (m.name, *m.aliases)]
        makers = {s.maker for s in self.subjects.values() if s.kind == "model"}
        others = [s for s in self.subjects.values() if s.kind != "model" and s.id not in makers]
        return frozenset(s.id for s in others if any(x.startswith(f"{n.lower()} ") for n in (s.name, *s.aliases) for x in scores))

    def introduced(self, ids: Iterable[str]) -> Index:
        """Short forms that hold in an article which names the subjects with these ids in full."""
        meant: dict[str, set[str]] = defaultdict(set)
        spelling: dict[str, str] = {}
        for id_ in ids:
            subject = self.subjects[id_]
            for form in short_forms(subject.name) if subject.kind in ("model", "product") else ():
                lookup = name_key(form)
                meant[lookup].add(id_)
                spelling[lookup] = form
        for form, id_ in other_versions(ids, self.subjects):
            meant[name_key(form)].add(id_)
            spelling[name_key(form)] = form
        for name in {name_key(self.subjects[i].name) for i in ids} & self.members.keys():
            for form, id_ in self.members[name]:
                meant[name_key(form)].add(id_)
                spelling[name_key(form)] = form
        stems = Counter(self.subjects[i].name.rpartition(" ")[0] for i in ids if self.subjects[i].kind == "model")
        for stem in stems.keys() & self.siblings.keys():
            for form, id_, alone in self.siblings[stem]:
                if alone or stems[stem] > 1:
                    meant[name_key(form)].add(id_)
                    spelling[name_key(form)] = form
        index = Index()
        for lookup, subjects in meant.items():
            if len(subjects) == 1 and lookup not in self.subject_names.entries:
                form = spelling[lookup]
                index.put(lookup, Entry([*subjects], form, exact=len(name_case(form)) <= 3, proper=True))
        for maker, form, id_ in self.of_makers(ids):
            if name_key(form) not in {*self.subject_names.entries, *meant}:
                index.put(name_key(form), Entry([id_], form, exact=True, proper=True, maker=maker))
        return index

    @cached_property
    def members(self) -> dict[str, list[tuple[str, str]]]:
        """By the lookup form of a name, the models whose names go on with a word like "E4B", or with one that only their maker's names
        end in ("Sol" of "GPT-5.6 Sol"): it stands for them where that name does."""
        models = [(*subject.name.rpartition(" "), subject) for subject in self.subjects.values() if subject.kind == "model"]
        makers: dict[str, set[str | None]] = defaultdict(set)
        for _, _, last, subject in models:
            makers[last].add(subject.maker)
        names, common = {name_key(subject.name) for *_, subject in models}, PLANS | ORDINARY | CONTINUES_NOTHING
        out: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for stem, _, last, subject in models:
            own = len(makers[last]) == 1 and PROPER.fullmatch(last) and last.lower() not in common and name_key(stem) in names
            if stem and (MIXED.fullmatch(last) or own):
                out[name_key(stem)].append((last, subject.id))
        return out

    @cached_property
    def siblings(self) -> dict[str, list[tuple[str, str, bool]]]:
        """By what the names of models begin with, the words in which those of a number end ("Nano" and "Ultra" of "Nemotron 3"), with the
        model of each and whether no other of its maker's ends in it."""
        out: dict[str, list[tuple[str, str, str | None]]] = defaultdict(list)
        common = PLANS | ORDINARY | CONTINUES_NOTHING
        for subject in self.subjects.values():
            stem, _, last = subject.name.rpartition(" ")
            if subject.kind == "model" and patterns.search(r"\d", stem) and PROPER.fullmatch(last) and last.lower() not in common:
                out[stem].append((last, subject.id, subject.maker))
        times = Counter((last, maker) for found in out.values() for last, _, maker in found)
        return {stem: [(last, i, times[last, maker] == 1) for last, i, maker in found] for stem, found in out.items() if len(found) > 1}

    def of_makers(self, ids: Iterable[str]) -> Iterable[tuple[str, str, str]]:
        """By what their makers, of these ids, call them for short: "V4" for "DeepSeek V4" of DeepSeek, where only one of those has it."""
        short: dict[str, set[tuple[str, str]]] = defaultdict(set)
        makers = {i: self.subjects[i].name for i in ids if self.subjects[i].kind == "organisation"}
        for subject in self.subjects.values():
            name = makers.get(subject.maker or "")
            if name and subject.kind == "model" and subject.name.startswith((name + " ", name + "-")):
                rest = subject.name[len(name) + 1 :]
                if SHORT.fullmatch(rest):
                    short[rest].add((name, subject.id))
        return [(name, form, id_) for form, found in short.items() if len(found) == 1 for name, id_ in found]

    def sizes(self, ids: Iterable[str]) -> dict[str, str]:
        """By a size ("70b"), the model that it tells from its kin, in an article that names the subjects with these ids.

        A model that is named goes before one whose family is, this before one of which a sibling is, and a size that ends the name
        before others.
        """
        named = [self.subjects[i] for i in ids]
        families = {name_key(n.name) for n in named}
        siblings = {name_key(m["stem"]) for n in named if (m := SIZE.fullmatch(n.name))}
        meant: dict[str, dict[str, tuple[bool, bool, bool]]] = defaultdict(dict)
        for subject in self.subjects.values():
            said = SIZE.fullmatch(subject.name)
            stem = name_key(said["stem"]) if said else ""
            if said and (subject in named or stem in families | siblings):
                whole = said.end("size") == len(subject.name)
                meant[said["size"].lower().replace(" ", "-")][subject.id] = (subject in named, stem in families, whole)
        told = {size: [i for i, rank in ids.items() if rank == max(ids.values())] for size, ids in meant.items()}
        return {size: found[0] for size, found in told.items() if len(found) == 1}

    def versions(self, ids: Iterable[str]) -> dict[str, str]:
        """By a version ("4.7"), the model that it tells from the others of an article, which names the subjects with these ids."""
        meant: dict[str, set[str]] = defaultdict(set)
        for subject in (self.subjects[i] for i in ids):
            said = [w for w in words_of(subject.name) if DOTTED.fullmatch(w)]
            if subject.kind == "model" and len(said) == 1:
                meant[said[0]].add(subject.id)
        return {version: found.pop() for version, found in meant.items() if len(found) == 1}

    @cached_property
    def families(self) -> frozenset[str]:
        """Subjects that stand for several others: their id is another's family, or their name begins another's."""
        keys = sorted((name_key(s.name), s.id) for s in self.subjects.values() if s.kind == "model")
        begins = set()
        for n, (key, id_) in enumerate(keys):
            longer = takewhile(lambda other, key=key: other[0].startswith(key), islice(keys, n + 1, None))  # type: ignore[misc]
            if following := next((other for other in longer if other[0] == key or goes_on(key, other[0])), None):
                begins |= {id_, following[1]} if following[0] == key else {id_}
        return frozenset(begins) | self.parents

    @cached_property
    def makers(self) -> frozenset[str]:
        """The ids of organisations and people."""
        return frozenset(i for i, s in self.subjects.items() if s.kind in ("organisation", "person"))

    @cached_property
    def modellers(self) -> frozenset[str | None]:
        """Who makes models."""
        return frozenset(s.maker for s in self.subjects.values() if s.kind == "model")

    @cached_property
    def heads(self) -> frozenset[str]:
        """The words with which the names of models begin, in small letters."""
        return frozenset(words_of(s.name)[0].lower() for s in self.subjects.values() if s.kind == "model")

    @cached_property
    def callers(self) -> frozenset[str]:
        """The words with which the names of organisations begin, in small letters: what may stand before what they make."""
        names = (name for s in self.subjects.values() if s.kind == "organisation" for name in (s.name, *s.aliases))
        return frozenset(words_of(name)[0].lower() for name in names)

    @cached_property
    def parents(self) -> frozenset[str]:
        """Subjects that are families by their very entries: their id is another's family."""
        return frozenset(s.family for s in self.subjects.values() if s.family and s.family in self.subjects)

    @cached_property
    def unspecific(self) -> frozenset[str]:
        """Families that are nothing but that: parents, names without a number, and those whose members differ in size."""
        sized = {name_key(m["stem"]) for s in self.subjects.values() if (m := SIZE.fullmatch(s.name))}
        names = {i: self.subjects[i].name for i in self.families - self.parents}
        return self.parents | {i for i, name in names.items() if not patterns.search(r"\d", name) or name_key(name) in sized}

    def is_member(self, id_: str, family: str) -> bool:
        """Whether a model is one of a family."""
        one, whole = name_key(self.subjects[id_].name), name_key(self.subjects[family].name)
        versioned = one.startswith(whole) and one.removeprefix(whole).lstrip("_")[:1].isdigit()  # GPT-5 Pro is no member of GPT-5
        return id_ != family and (self.subjects[id_].family == family or versioned)

    def of_size(self, family: str, written: str) -> str | None:
        """The model of a family that its size tells, if the ledger has it: "8B" of Llama 3.1."""
        entry = self.subject_names.entries.get(name_key(f"{self.subjects[family].name} {written}")) if family in self.families else None
        return entry.ids[0] if entry and len(entry.ids) == 1 else None

    def role(self, *ids: str) -> Metric | None:
        """The first of these standard metrics (see docs/reading.md) that the ledger has, under this id or by a name of the same words."""
        if ids not in self._roles:
            self._roles[ids] = next((m for i in ids if (m := self.metrics.get(i) or self._by_words.get(_words_in(i)))), None)
        return self._roles[ids]

    @cached_property
    def _roles(self) -> dict[tuple[str, ...], Metric | None]:
        return {}

    @cached_property
    def _by_words(self) -> dict[frozenset[str], Metric]:
        """The metrics by the words of their names, the first that has them."""
        named = ((name, metric) for metric in self.metrics.values() for name in (metric.id, *metric.aliases, metric.name))
        return {_words_in(name): metric for name, metric in reversed([*named])}


def _words_in(name: str) -> frozenset[str]:
    """The words of an id or a name in any order: an "input price" is a price-input.

    >>> _words_in("price-input") == _words_in("Input price"), _words_in("open-weights") == _words_in("open source")
    (True, False)
    """
    return frozenset(name.lower().replace("-", " ").replace("_", " ").split())


def vocabulary(ledger: Ledger) -> Vocabulary:
    """The vocabulary of a ledger."""
    return Vocabulary(dict(ledger.subjects), dict(ledger.metrics))
