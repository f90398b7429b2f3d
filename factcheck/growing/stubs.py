"""What articles say and the ledger does not know, as claims that lack nothing but a source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import get_args

from factcheck.dataclass import dataclass, field, replace
from factcheck.extract.assertion import Assertion
from factcheck.judge.judgement import Judgement
from factcheck.ledger.conditions import normalised
from factcheck.ledger.edit import add
from factcheck.ledger.load import faults_on_top
from factcheck.ledger.model import Ledger, MetricKind, Source
from factcheck.ledger.records import as_written
from factcheck.ledger.rendering import Fields, Plain
from factcheck.ledger.spelling import id_of
from factcheck.ledger.yaml_nodes import Digits, read
from factcheck.ledger.yaml_nodes import Value as Yaml
from factcheck.results import Results
from factcheck.values import Number, Range

TODO = "TODO"
SAME = ("subject", "metric", "value", "op", "conditions", "by", "as_of")  # what two stubs must share to be one


@dataclass(slots=True)
class Stub:
    """A claim to be, what it is called on its own line, and where articles say so."""

    fields: Fields
    about: str
    places: list[str]


@dataclass(slots=True)
class Stubs:
    """What was made of the articles of a run, and what was not."""

    claims: list[Stub] = field(default_factory=list)
    subjects: list[Fields] = field(default_factory=list)
    metrics: list[Fields] = field(default_factory=list)
    left: list[str] = field(default_factory=list)  # figures that can be no claim: place, and why
    known: int = 0  # stubs that the file had already


def stubs(results: Results) -> Stubs:
    """A stub for every unverified figure of the articles, in the order of the text, each once.

    What the articles compare, deny or state of nothing that has a name can be no claim, nor can a value that its metric cannot have.
    """
    made, ledger = Stubs(), _with_todo(results.ledger)
    by_key: dict[object, Stub] = {}
    for place, judgement in _unverified(results):
        assertion = judgement.assertion
        subject = assertion.subject or _new_subject(assertion, made)
        metric = assertion.metric or _new_metric(assertion, made)
        why = _cannot_be(assertion, subject, metric)
        if why or not subject or not metric:
            made.left.append(f"{place}: {why}")
            continue
        fields = _fields(assertion, subject, metric)
        words = _words(assertion)
        if (key := _key(fields)) in by_key:
            by_key[key].places.append(f"{place}  {words}")
            continue
        if faults := faults_on_top(ledger, "", _alone(fields, made)):
            made.left.append(f"{place}: {faults[0].message}")
            continue
        known = results.ledger.subjects.get(subject)
        by_key[key] = Stub(fields, known.name if known else assertion.subject_text or subject, [f"{place}  {words}"])
    made.claims = list(by_key.values())
    used = {str(stub.fields[key]) for stub in made.claims for key in ("subject", "metric")}
    made.subjects = [one for one in made.subjects if one["id"] in used]
    made.metrics = [one for one in made.metrics if one["id"] in used]
    return made


def written(made: Stubs, text: str, path: str) -> tuple[str, Stubs]:
    """The text of a file of stubs with these as well, each behind those on the same subject, and those that it did not have already.

    Raises ValueError if the file can hold no claims.
    """
    held = _held(text, path)
    default = {"subject": held.get("subject", "")}
    known = {_key(default | entry) for entry in _entries(held, "claims")}
    fresh = [stub for stub in made.claims if _key(stub.fields) not in known]
    subjects, metrics = _not_in(held, "subjects", made.subjects), _not_in(held, "metrics", made.metrics)
    text = add(add(text, "subjects", subjects), "metrics", metrics)
    for subject in dict.fromkeys(str(stub.fields["subject"]) for stub in fresh):
        same = [stub for stub in fresh if stub.fields["subject"] == subject]
        heading = "" if any((default | entry).get("subject") == subject for entry in _entries(held, "claims")) else f"{same[0].about}\n"
        comments = [heading * (stub is same[0]) + "\n".join(stub.places) for stub in same]
        text = add(text, "claims", [stub.fields for stub in same], _about(subject, str(default["subject"])), comments)
    return text, replace(made, claims=fresh, subjects=subjects, metrics=metrics, known=len(made.claims) - len(fresh))


def _held(text: str, path: str) -> dict[str, Yaml]:
    """What a file has, nothing if it is empty but for comments."""
    if all(not line.strip() or line.lstrip().startswith("#") for line in text.splitlines()):
        return {}
    value, _, faults = read(path, text.encode())
    if faults:
        raise ValueError(str(faults[0]))
    return value if isinstance(value, dict) else {}


def _not_in(held: dict[str, Yaml], kind: str, entries: Sequence[Fields]) -> list[Fields]:
    ids = {entry.get("id") for entry in _entries(held, kind)}
    return [entry for entry in entries if entry["id"] not in ids]


def _about(subject: str, default: str) -> Callable[[Fields], bool]:
    return lambda fields: fields.get("subject", default) == subject


def _unverified(results: Results) -> Iterator[tuple[str, Judgement]]:
    """Every unverified figure with its place, as path:line:column."""
    for article in results.articles:
        lines = article.document.lines()
        for judgement in article.judgements:
            if judgement.verdict == "unverified":
                line, column = lines.position(judgement.assertion.span.start)
                yield f"{article.document.path}:{line}:{column}", judgement


def _cannot_be(assertion: Assertion, subject: str | None, metric: str | None) -> str:
    """Why an assertion cannot be a claim, empty if it can."""
    if assertion.kind not in get_args(MetricKind):
        return f"a {assertion.kind} is no claim of its own"
    if assertion.value is None:
        return "no figure"
    if assertion.modality == "negated":
        return "a denial is no claim"
    if not subject:
        return "of no subject that has a name"
    return "" if metric else "on no metric that has a name"


def _new_subject(assertion: Assertion, made: Stubs) -> str | None:
    if not assertion.subject_text:
        return None
    name = " ".join(assertion.subject_text.split())
    return _entered({"id": id_of(name), "name": name, "kind": "model"}, made.subjects)


def _new_metric(assertion: Assertion, made: Stubs) -> str | None:
    if not assertion.metric_text or assertion.kind not in get_args(MetricKind):
        return None
    name = " ".join(assertion.metric_text.split())
    return _entered({"id": id_of(name), "name": name, "kind": assertion.kind, "unit": assertion.unit or "points"}, made.metrics)


def _entered(fields: Fields, entries: list[Fields]) -> str:
    if all(entry["id"] != fields["id"] for entry in entries):
        entries.append(fields)
    return str(fields["id"])


def _fields(assertion: Assertion, subject: str, metric: str) -> Fields:
    """The claim that an assertion would be, with everything but a source."""
    conditions = dict(assertion.conditions)
    as_of = conditions.pop("as_of", "")
    assert assertion.value is not None
    fields: dict[str, Plain] = {
        "subject": subject,
        "metric": metric,
        "value": as_written(assertion.value),
        "unit": assertion.unit if isinstance(assertion.value, Number | Range) else "",
        "op": "" if assertion.op in ("=", "range") else assertion.op,
        "conditions": conditions,
        "by": assertion.by or "",
        "sources": [TODO],
        "as_of": as_of,
    }
    return {key: value for key, value in fields.items() if value}


def _words(assertion: Assertion) -> str:
    """The figure as written, on one line, with a word on how it is meant unless that is plain."""
    said = "".join(character for character in " ".join(assertion.text.split()) if character.isprintable())
    return said if assertion.modality == "stated" else f"{said} ({assertion.modality})"


def _key(fields: Mapping[str, object]) -> tuple[str, ...]:
    """What tells a stub from others, whatever zeros are written."""
    conditions, value = fields.get("conditions") or {}, fields.get("value")
    plain = {key: str(text) for key, text in conditions.items()} if isinstance(conditions, dict) else {}
    ends = [_figure(end) for end in value] if isinstance(value, list) else _figure(value)
    given = {**fields, "value": ends, "conditions": normalised(plain)}
    return tuple(str(given.get(key) or "") for key in SAME)


def _figure(written: object) -> str:
    return str(Decimal(written).normalize() if isinstance(written, Digits) else written)


def _entries(held: dict[str, Yaml], kind: str) -> list[dict[str, Yaml]]:
    entries = held.get(kind)
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def _with_todo(ledger: Ledger) -> Ledger:
    return replace(ledger, sources={**ledger.sources, TODO: Source(TODO, TODO, TODO, None, "press")})


def _alone(fields: Fields, made: Stubs) -> str:
    """A file with one stub, and the subjects and metrics that there are no others of."""
    return add(add(add("", "subjects", made.subjects), "metrics", made.metrics), "claims", [fields])
