"""What a ledger's files may hold, entry by entry. Names, references and values are checked in resolve.py."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema

from factcheck.ledger.faults import Fault, did_you_mean, nearest
from factcheck.ledger.model import ClaimStatus, MetricKind, SourceKind, SubjectKind
from factcheck.ledger.yaml_nodes import Digits, Spot
from factcheck.patterns import compile_re
from factcheck.values import STATUSES, dates

CONDITION = compile_re(r"[a-z][a-z0-9_-]*")
SITE = compile_re(r"(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[^\sA-Z?#/]+)*")
DIGITS = 40  # a longer number, or an exponent beyond it, is a slip


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("this is empty: give it a text, or remove the line")
    return " ".join(value.split())


def _id(value: str) -> str:
    if not value or not value.isprintable() or " " in value:  # no other blank is printable
        raise ValueError(f"{value!r} is no id: write one or more words joined with hyphens, without spaces")
    return str(value)


def _date(value: str) -> str:
    try:
        dates(value)
    except ValueError:
        raise ValueError(f"{value!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD") from None
    return str(value)


def _number(value: object) -> Digits:
    if not isinstance(value, Digits):
        raise ValueError(f"{_shown(value)} is no number: write digits, without quotes, separators or unit")
    exponent = value.lower().partition("e")[2].lstrip("+-")
    if len(value) > DIGITS or (exponent and int(exponent) > DIGITS):
        raise ValueError("this number is too long: write it out in full, with 40 digits at most")
    return value


def _raw_value(value: object) -> object:
    """A claim's value before its metric is known: a number, a date, a word, or a list of two numbers or dates."""
    if isinstance(value, list):
        if len(value) != 2 or not all(isinstance(end, str) for end in value):
            raise ValueError("a range has two ends: write [low, high] or [from, to]")
        return [_number(end) if isinstance(end, Digits) else end for end in value]
    if isinstance(value, Digits):
        return _number(value)
    if not isinstance(value, str):
        raise ValueError(f"{_shown(value)} is no value: write a number, [low, high], a date or an availability word")
    return value


def _pair(value: object) -> object:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("a range has two ends: write [low, high]")
    return value


def _condition(value: str) -> str:
    if not CONDITION.fullmatch(value):
        raise ValueError(f"{value!r} is no name of a condition: write one lower-case word, such as mode or variant")
    return value


def _site(value: str) -> str:
    if not SITE.fullmatch(value):
        raise ValueError(f"{value!r} is no site: write a host, or host/path, in lower case and without https:// and www.")
    return value


def _shown(value: object) -> str:
    """A value of the wrong type, for a message."""
    if isinstance(value, str):
        return repr(str(value))
    return "nothing" if value is None else str(value).lower() if isinstance(value, bool) else "this"


# As editors see it: a bare year is a number.
A_DATE: list[dict[str, Any]] = [
    {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"},
    {"type": "integer", "minimum": 1000, "maximum": 9999},
]
ANY_VALUE = {
    "anyOf": [
        {"type": "number"},
        A_DATE[0],
        {"enum": list(STATUSES)},
        {"type": "array", "items": {"type": ["number", "string"]}, "minItems": 2, "maxItems": 2},
    ]
}

Text = Annotated[str, AfterValidator(_text)]
Id = Annotated[str, AfterValidator(_id)]
Site = Annotated[str, AfterValidator(_site)]
Date = Annotated[str, AfterValidator(_date), WithJsonSchema({"anyOf": A_DATE})]
Number = Annotated[Any, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
RawValue = Annotated[Any, BeforeValidator(_raw_value), WithJsonSchema(ANY_VALUE)]
WrittenOp = Literal["=", "~", ">", ">=", "<", "<="]


class Entry(BaseModel):
    """One item of a ledger file."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class SourceEntry(Entry):
    id: Id
    publisher: Text
    title: Text
    url: Text = ""
    published: Date = ""
    kind: SourceKind
    archived: Text = ""


class SubjectEntry(Entry):
    id: Id
    name: Text
    kind: SubjectKind
    maker: Id = ""
    aliases: list[Text] = []
    family: Text = ""
    released: Date = ""
    sites: list[Site] = []


class MetricEntry(Entry):
    id: Id
    name: Text
    kind: MetricKind
    unit: Id
    aliases: list[Text] = []
    opposites: list[Text] = []
    range: Annotated[list[Number], BeforeValidator(_pair)] | None = None
    higher_is_better: bool | None = None
    tolerance: Number = Digits("0")
    moves: bool = False


class ClaimEntry(Entry):
    id: Id = ""
    subject: Id = ""
    metric: Id
    value: RawValue
    unit: Id = ""
    op: WrittenOp = "="
    conditions: dict[Annotated[str, AfterValidator(_condition)], Text] = {}
    headline: bool = False
    by: Id = ""
    sources: list[Id] = Field(min_length=1)
    as_of: Date = ""
    until: Date = ""
    status: ClaimStatus = "current"
    note: Text = ""


KINDS: dict[str, type[Entry]] = {"sources": SourceEntry, "subjects": SubjectEntry, "metrics": MetricEntry, "claims": ClaimEntry}

# pydantic's type of error -> what to say; `{}` is the key it happened at
MESSAGES = {
    "string_type": "{} must be text: put quotes around it, or remove the line",
    "list_type": "{} must be a list: write [one, two], or one entry a line after '- '",
    "dict_type": "{} must be a mapping: write {{mode: thinking}}, or one 'key: value' a line",
    "bool_type": "{} must be true or false",
    "model_type": "this must be a mapping of 'key: value' lines",
    "too_short": "no source: every claim names at least one in 'sources'",
}


def faults_of(error: ValidationError, kind: str, entry: type[Entry], spot: Spot, path: str) -> list[Fault]:
    """What pydantic found wrong with one entry of a file, in our words and with places. `kind` is the file's, as "claims"."""
    faults = []
    problems = error.errors(include_url=False)
    meant = {nearest(str(p["loc"][-1]), entry.model_fields) for p in problems if p["type"] == "extra_forbidden"}
    for problem in problems:
        loc = [step for step in problem["loc"] if step != "[key]"]
        type_ = problem["type"]
        key = loc[-1] if loc and isinstance(loc[-1], str) else (loc[-2] if len(loc) > 1 else kind.removesuffix("s"))
        at = spot.find(loc, key=type_ == "extra_forbidden" or "[key]" in problem["loc"])
        if type_ == "extra_forbidden":
            known = list(entry.model_fields)
            message = f"unknown key {key!r}" + did_you_mean(str(key), known, f": a {kind.removesuffix('s')} has {', '.join(known)}")
        elif type_ == "missing":
            if key in meant:  # it is there, misspelt
                continue
            message = f"no {str(key)!r}: every {kind.removesuffix('s')} needs one"
        elif type_ == "literal_error":
            allowed = [str(word) for word in _words(entry, str(key))]
            message = f"{key} {_shown(problem['input'])} is none of {', '.join(allowed)}"
            message += did_you_mean(problem["input"], allowed) if isinstance(problem["input"], str) else ""
        elif type_ == "value_error":
            message = str(problem["ctx"]["error"])
        else:
            message = MESSAGES[type_].format(repr(key)) if type_ in MESSAGES else f"{key!r}: {problem['msg']}"
        faults.append(Fault(path, *at, message))
    return faults


def _words(entry: type[Entry], key: str) -> tuple[object, ...]:
    return get_args(entry.model_fields[key].annotation)
