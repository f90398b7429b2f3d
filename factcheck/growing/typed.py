"""A claim as somebody types it becomes an entry: names found, values and conditions read, what is new described."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from factcheck.dataclass import dataclass
from factcheck.errors import UsageError
from factcheck.growing.adding import Entry, conditions_of, problem, value_of
from factcheck.ledger.faults import did_you_mean
from factcheck.ledger.lookup import metric_id, subject_id
from factcheck.ledger.model import Ledger, Metric, MetricKind, Source, SourceKind, Subject, SubjectKind
from factcheck.ledger.rendering import Plain
from factcheck.ledger.spelling import id_of, simplified
from factcheck.values import dates

TITLE_WORDS = 4  # of a title, in the id of its source


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, empty where nothing was. The kinds say that a subject or a metric is new, a publisher that a source is."""

    subject: str = ""
    subject_kind: str = ""
    maker: str = ""
    metric: str = ""
    metric_kind: str = ""
    metric_unit: str = ""
    value: str = ""
    unit: str = ""
    op: str = ""
    conditions: tuple[str, ...] = ()
    headline: bool = False
    by: str = ""
    sources: tuple[str, ...] = ()
    publisher: str = ""
    title: str = ""
    url: str = ""
    published: str = ""
    source_kind: str = ""
    as_of: str = ""
    until: str = ""
    status: str = ""
    note: str = ""
    id: str = ""
    replaces: str = ""


def entry_of(typed: Typed, ledger: Ledger) -> Entry:
    """The entry that was typed. Raises UsageError for the first thing that is wrong with it, with what may be meant."""
    subject, metric = subject_of(typed, ledger), metric_of(typed, ledger)
    new, sources = sources_of(typed, ledger)
    fields: dict[str, Plain] = {
        "id": typed.id,
        "metric": metric.id,
        "value": value_of(typed.value, metric),
        "unit": typed.unit,
        "op": "" if typed.op == "=" else typed.op,
        "conditions": conditions_of(typed.conditions),
        "headline": typed.headline,
        "by": by_of(typed.by, subject, ledger),
        "sources": sources,
        "as_of": typed.as_of,
        "until": typed.until,
        "status": "" if typed.status == "current" else typed.status,
        "note": typed.note,
    }
    wrong = problem({key: value for key, value in fields.items() if key != "sources"}, subject, metric, ledger)
    if wrong:
        raise UsageError(wrong)
    return Entry(subject, metric, fields, new, typed.replaces)


def subject_of(typed: Typed, ledger: Ledger) -> Subject:
    """The subject so called, or a new one if its kind is typed."""
    try:
        return ledger.subjects[subject_id(typed.subject, ledger)]
    except UsageError:
        if not typed.subject_kind:
            raise
    kind = one_of(typed.subject_kind, get_args(SubjectKind), "kind of subject")
    maker = subject_id(typed.maker, ledger) if typed.maker else None
    return Subject(id_of(typed.subject), typed.subject, kind, maker)  # type: ignore[arg-type]


def metric_of(typed: Typed, ledger: Ledger) -> Metric:
    """The metric so called, or a new one if its kind and its unit are typed."""
    try:
        return ledger.metrics[metric_id(typed.metric, ledger)]
    except UsageError:
        if not typed.metric_kind:
            raise
    kind = one_of(typed.metric_kind, get_args(MetricKind), "kind of metric")
    unit = typed.metric_unit or {"date": "date", "availability": "status"}.get(kind, "")
    if not unit:
        raise UsageError(f"no unit of {typed.metric}: a new metric needs one, such as percent, points, tokens or usd")
    return Metric(id_of(typed.metric), typed.metric, kind, unit)  # type: ignore[arg-type]


def by_of(words: str, subject: Subject, ledger: Ledger) -> str:
    """The id of who measured, empty if nobody is named."""
    return (
        subject.id
        if words and simplified(words) in map(simplified, (subject.id, subject.name))
        else subject_id(words, ledger)
        if words
        else ""
    )


def sources_of(typed: Typed, ledger: Ledger) -> tuple[Source | None, tuple[str, ...]]:
    """The source that is new, if one is, and the ids of all. A source can be named by its address as well."""
    named = {address: source.id for source in ledger.sources.values() for address in (source.url, source.archived) if address}
    ids = [named.get(word, word) for word in typed.sources]
    unknown = [id_ for id_ in ids if id_ not in ledger.sources]
    if not typed.publisher:
        if unknown:
            hint = did_you_mean(unknown[0], ledger.sources, ": give its publisher and title to enter it, or see 'factcheck sources'")
            raise UsageError(f"the ledger knows no source {unknown[0]!r}{hint}")
        return None, tuple(ids)
    if not typed.title:
        raise UsageError("no title: a new source needs a publisher, a title and a kind")
    if len(unknown) > 1:
        raise UsageError(f"only one source can be new, not {' and '.join(unknown)}")
    kind = one_of(typed.source_kind, get_args(SourceKind), "kind of source")
    if typed.published:
        try:
            published = dates(typed.published)
        except ValueError:
            raise UsageError(f"published {typed.published!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD") from None
    else:
        published = None
    address = "" if not unknown or "://" not in unknown[0] else unknown[0]
    id_ = unknown[0] if unknown and not address else _free(source_id(typed.publisher, typed.title), ledger.sources)
    new = Source(id_, typed.publisher, typed.title, published, kind, typed.url or address or None)  # type: ignore[arg-type]
    return new, tuple(dict.fromkeys([*(one for one in ids if one not in unknown), id_]))


def source_id(publisher: str, title: str) -> str:
    """The id of a new source.

    >>> source_id("The Decoder", "Meta's Muse Spark is its first frontier model")
    'the-decoder-metas-muse-spark-is'
    """
    return id_of(f"{publisher} {' '.join(title.split()[:TITLE_WORDS])}").replace(".", "-")


def _free(id_: str, taken: Iterable[str]) -> str:
    taken = set(taken)
    return next(name for name in (id_, *(f"{id_}-{n}" for n in range(2, len(taken) + 3))) if name not in taken)


def one_of(word: str, words: tuple[str, ...], what: str) -> str:
    """The word itself. Raises UsageError if it is none of these."""
    if word not in words:
        hint = did_you_mean(word, words) if word else ""
        raise UsageError((f"no {what} {word!r}" if word else f"no {what}") + (hint or f": it is one of {', '.join(words)}"))
    return word
