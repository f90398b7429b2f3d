"""The lookup forms of a ledger's names, and of those that follow from them wherever they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from factcheck import patterns
from factcheck.extract.forms.wordings import singular
from factcheck.extract.names.name_forms import Kin, called, everywhere, in_api
from factcheck.extract.names.names import CONTINUES_NOTHING, VERSION, Entry, Index
from factcheck.extract.names.pieces import name_key
from factcheck.ledger.model import Metric, Subject
from factcheck.patterns import compile_re

COUNTED = compile_re(r"\d+ [A-Z]|[A-Z][a-z]+ \d+$")
VARIANT = compile_re(r"\d[ -]([a-z]{3,})\b")
COUNTED_NAME = compile_re(r"(?:[A-Za-z]+ )?[A-Za-z]{2,}[A-Za-rt-z]s")  # "attention heads", of which there is a number and a count
PERIOD = compile_re(r"(?: per |/)(second|minute|hour|month)$")
ADVERBS = {"hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly", "year": "yearly"}
OFTEN = compile_re(r"(?P<what>[a-z]+s)(?: per |/)(?P<period>hour|day|week|month|year)(?P<limit> (?:limit|cap|quota))?")
STROKE = compile_re(r"(?<=[a-z])/(?=(?:second|minute|hour|day|week|month|year|token|task|user)\b)")
BRITISH = compile_re(r"(?<=[a-z]{3}i)([sz])(?=(?:e[ds]?|ing|ations?)\b)")  # "annualised", "quantized"
LATEST = 5  # what versions of benchmarks hardly go beyond: "WER 9.7" has a result


def index_of_subjects(subjects: Mapping[str, Subject]) -> Index:
    """The names of things, and the forms that follow from them and stand for one thing only."""
    index = Index()
    for subject in subjects.values():
        for name in (subject.name, *subject.aliases):
            index.add(name, subject.id, proper=True)
            if subject.kind == "model":
                index.variants.update(word for word in VARIANT.findall(name) if word not in CONTINUES_NOTHING)
    derived: dict[str, set[str]] = defaultdict(set)
    spellings: dict[str, str] = {}
    kin = Kin(dict(subjects))
    for subject in subjects.values():
        for name in (subject.name, *subject.aliases):
            for form in everywhere(name, subject, kin):
                derived[name_key(form)].add(subject.id)
                spellings[name_key(form)] = form
    for lookup, ids in derived.items():
        if len(ids) == 1 and lookup not in index.entries:
            index.add(form := spellings[lookup], *ids, proper=True)
            index.entries[lookup].proper = COUNTED.match(form) is not None  # "3 Large" is a name, "3 large" a number of things
    for subject in subjects.values():
        for name in (subject.name, *subject.aliases) if subject.kind == "model" else ():
            if spelled := in_api(name):
                index.put(name_key(spelled), Entry([subject.id], spelled, exact=True))
    return index


def index_of_metrics(metrics: Iterable[Metric]) -> Index:
    """The names of metrics, and the forms that follow from them where no name is the same."""
    index = Index()
    index.latest = LATEST
    index.parted = True
    for metric in metrics:
        own = set(VERSION.findall(metric.name))
        for name in (metric.name, *metric.aliases):
            said = patterns.search(r"\bv?(\d+(?:\.\d+)?)$", name)
            version = said[1] if said and said[1] not in own and not patterns.fullmatch(r"(?:19|20)\d\d", said[1]) else None
            index.add(name, metric.id, proper=False, version=version)
        for form in forms_of(metric):
            if name_key(form) not in index.entries:
                index.add(form, metric.id, proper=False)
    return index


def forms_of(metric: Metric) -> Iterator[str]:
    """What else a metric is called: "price/image" for "price per image", "number of layers" for "layers"."""
    names = (metric.name, *metric.aliases)
    for name in names:
        forms = (patterns.sub(r"\b20(\d\d)$", r"\1", name), name.replace(" per ", "/"), PERIOD.sub(_short, name), STROKE.sub(" per ", name))
        yield from often(name)
        if (spelled := BRITISH.sub(_other_sibilant, name)) != name:
            yield spelled
        yield from (form for form in (*forms, *(called(name) if metric.kind == "price" else ())) if form != name)
    for name in names if metric.unit in ("count", "people") else ():
        if COUNTED_NAME.fullmatch(name):
            yield from (f"{singular(name)} count", f"number of {name}")
    bare = patterns.sub(r"\s*\(.*\)$", "", metric.name)
    if bare != metric.name:
        yield bare


def often(name: str) -> Iterator[str]:
    """What is counted in a period is also called by the period before it.

    >>> list(often("requests per day limit")), list(often("tokens/month")), list(often("price per image"))
    (['requests per day', 'daily requests', 'daily request limit'], ['monthly tokens'], [])
    """
    if said := OFTEN.fullmatch(name):
        what, period = said["what"], ADVERBS[said["period"]]
        if said["limit"]:
            yield name.removesuffix(said["limit"])
            yield f"{period} {what}"
            yield f"{period} {singular(what)}{said['limit']}"
        else:
            yield f"{period} {what}"


def _other_sibilant(m: re.Match[str]) -> str:
    """How the other half of the world spells "-ised" or "-ized"."""
    return "z" if m[1] == "s" else "s"


def _short(m: re.Match[str]) -> str:
    """How a table's header writes " per minute": "/min"."""
    return {"second": "/sec", "minute": "/min", "hour": "/hr", "month": "/mo"}[m[1]]
