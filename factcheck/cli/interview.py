"""`factcheck add` at the prompt: whatever was not typed is asked for, and every answer checked at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Literal, get_args

from factcheck.cli.asking import agreed, ask
from factcheck.dataclass import replace
from factcheck.errors import UsageError
from factcheck.growing.adding import conditions_of, problem, value_of
from factcheck.growing.typed import Typed, by_of, metric_of, one_of, sources_of, subject_of
from factcheck.ledger.conditions import CONDITIONS
from factcheck.ledger.model import CHANGING, Ledger, Metric, MetricKind, SourceKind, Subject, SubjectKind
from factcheck.ledger.rendering import Fields
from factcheck.values import STATUSES


def interviewed(typed: Typed, ledger: Ledger) -> Typed:
    """What was typed, and what was answered."""
    typed = _settled(typed, "subject", subject_of, _new_subject, ledger)
    subject = subject_of(typed, ledger)
    typed = _settled(typed, "metric", metric_of, _new_metric, ledger)
    metric = metric_of(typed, ledger)

    def sound(fields: Callable[[str], Fields]) -> Callable[[str], None]:
        def accept(answer: str) -> None:
            if answer and (wrong := problem(fields(answer), subject, metric, ledger)):
                raise UsageError(wrong)

        return accept

    if not typed.value:
        typed = replace(typed, value=_value(typed, subject, metric, ledger))
    if not typed.conditions:
        words = [f"{word}=" for word in CONDITIONS]
        accept = sound(lambda answer: {"conditions": conditions_of([answer])})
        typed = replace(typed, conditions=(ask("Conditions, as mode=thinking, tools=with (none: Enter)", accept, words),))
    if not typed.by:
        who = [one.name for one in ledger.subjects.values() if one.kind == "organisation"]
        typed = replace(
            typed, by=ask("Measured or said by (the source's publisher: Enter)", lambda name: by_of(name, subject, ledger), who)
        )
    typed = _source(typed, ledger)
    if not typed.as_of and not typed.until:
        usual = date.today().isoformat() if metric.kind in CHANGING else ""
        question = "True as of" if usual else "True as of, if not always (YYYY-MM-DD)"
        typed = replace(typed, as_of=ask(question, sound(lambda answer: {"as_of": answer}), default=usual))
    return typed if typed.note else replace(typed, note=ask("Note for readers of reports (none: Enter)"))


def _settled(
    typed: Typed,
    what: Literal["subject", "metric"],
    find: Callable[[Typed, Ledger], object],
    enter: Callable[[Typed, Ledger], Typed],
    ledger: Ledger,
) -> Typed:
    """With a subject or metric that the ledger has, or with all that a new one needs."""
    names = [one.name for one in (ledger.subjects if what == "subject" else ledger.metrics).values()]
    while True:
        if not getattr(typed, what):
            typed = _with(typed, {what: ask(what.capitalize(), _said, names)})
        try:
            find(typed, ledger)
        except UsageError as error:
            print(f"  {error}")
            if agreed(f"Enter {getattr(typed, what)!r} as a new {what}?", default=False):
                return enter(typed, ledger)
            typed = _with(typed, {what: "", f"{what}_kind": ""})
        else:
            return typed


def _with(typed: Typed, changes: dict[str, Any]) -> Typed:
    return replace(typed, **changes)


def _new_subject(typed: Typed, ledger: Ledger) -> Typed:
    kinds, makers = get_args(SubjectKind), [one.name for one in ledger.subjects.values() if one.kind == "organisation"]
    typed = replace(typed, subject_kind=ask("  Its kind", lambda word: one_of(word, kinds, "kind of subject"), kinds, "model"))
    maker = ask("  Its maker (none: Enter)", lambda name: subject_of(replace(typed, maker=name), ledger), makers)
    return replace(typed, maker=maker)


def _new_metric(typed: Typed, ledger: Ledger) -> Typed:
    kinds = get_args(MetricKind)
    kind = ask("  Its kind", lambda word: one_of(word, kinds, "kind of metric"), kinds, "score")
    units = list(dict.fromkeys(metric.unit for metric in ledger.metrics.values() if metric.kind == kind))
    unit = "" if kind in ("date", "availability") else ask("  Its unit", _said, units, units[0] if units else "")
    return replace(typed, metric_kind=kind, metric_unit=unit)


def _value(typed: Typed, subject: Subject, metric: Metric, ledger: Ledger) -> str:
    def accept(answer: str) -> None:
        _said(answer)
        if wrong := problem({"value": value_of(answer, metric), "unit": typed.unit}, subject, metric, ledger):
            raise UsageError(wrong)

    if metric.kind == "availability":
        return ask(f"Value ({', '.join(STATUSES)})", accept, STATUSES)
    return ask(f"Value ({'YYYY-MM-DD' if metric.kind == 'date' else typed.unit or metric.unit.replace('_', ' ')})", accept)


def _source(typed: Typed, ledger: Ledger) -> Typed:
    while True:
        if not typed.sources and not typed.publisher:
            typed = replace(typed, sources=(ask("Source, an id or an address", _said, list(ledger.sources)),))
        try:
            sources_of(typed, ledger)
        except UsageError as error:
            print(f"  {error}")
            if not typed.publisher and not agreed("Enter a new source?", default="did you mean" not in str(error)):
                typed = replace(typed, sources=())
                continue
            typed = _new_source(typed, ledger)
        return typed


def _new_source(typed: Typed, ledger: Ledger) -> Typed:
    publishers = list(dict.fromkeys(source.publisher for source in ledger.sources.values()))
    kinds = get_args(SourceKind)
    publisher = typed.publisher or ask("  Its publisher", _said, publishers)
    title = typed.title or ask("  Its title", _said)
    usual = next((source.kind for source in ledger.sources.values() if source.publisher == publisher), "press")
    kind = typed.source_kind or ask("  Its kind", lambda word: one_of(word, kinds, "kind of source"), kinds, usual)
    typed = replace(typed, publisher=publisher, title=title, source_kind=kind)
    has_address = typed.url or any("://" in source for source in typed.sources)
    typed = replace(typed, url=typed.url if has_address else ask("  Its address (none: Enter)"))
    published = typed.published or ask("  Published (YYYY-MM-DD)", lambda day: sources_of(replace(typed, published=day), ledger))
    return replace(typed, published=published)


def _said(answer: str) -> None:
    if not answer:
        raise UsageError("an answer is needed; Ctrl-C ends without writing anything")
