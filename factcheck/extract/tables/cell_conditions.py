"""Under which conditions a cell's figure holds: told by a note beside it, the labels of its row, its header, its section."""

from __future__ import annotations

import re

from factcheck.extract.dates.dates import NOTHING, find_dates, whole_date
from factcheck.extract.tables.cell_parts import lead
from factcheck.extract.tables.flavours import plain, setting
from factcheck.extract.tables.grid import Place
from factcheck.extract.tables.label import Label
from factcheck.extract.tables.labels import is_setting, within_name
from factcheck.extract.tables.plans import noted_plan, plan_in
from factcheck.extract.tables.standard_labels import CUTOFF, condition_of, without_unit
from factcheck.ledger.model import Metric
from factcheck.patterns import compile_re
from factcheck.values import as_json

AROUND = compile_re(r"\([^()]*\)|^.*?\b(?:on|with) (?:an? |the |one )?", re.IGNORECASE)  # of a machine's name: "Speed on an RTX 4090"


# "Revenue (2025)"
IN_YEAR = compile_re(r"\((?:FY ?|in )?(?P<year>20\d\d)\)")


def conditions_of(at: Place, own: Label, metric: Metric) -> dict[str, str]:
    """The conditions that a cell, its labels and its header name, the nearest first."""
    conditions = dict(at.conditions)
    if metric.kind == "amount" and (when := held_in(at)):
        conditions.setdefault("as_of", when)
    if tier := condition_of("Plan", lead(at.scene)):
        conditions.update([tier])
    for label in (own, *at.row, at.header, *([at.group] if at.group else [])):
        for key, value in label.conditions.items():
            conditions.setdefault(key, value)
        if label.version and label.metric == metric.id:
            conditions.setdefault("version", label.version)
        if label.flavour and tells(label, at, metric) and not (label is own and metric.kind == "availability"):
            conditions.setdefault("variant", label.flavour)
    machine = bool(at.header.subjects) and any(label.subjects for label in at.row)  # "A100" above the speed of a model
    if metric.kind == "speed" and machine:
        format_, ran = conditions.get("variant"), plain(AROUND.sub("", at.header.text))
        conditions["variant"] = f"{format_} {ran}" if format_ else ran
    elif metric.kind in ("score", "speed") and is_setting(at.header) and not within_name(at.header, metric):
        conditions.setdefault("variant", plain(at.header.text))
    first = at.labels[0]
    if at.column and first and metric.kind == "score" and at.header.subjects and is_setting(first) and not any(x.metric for x in at.row):
        conditions.setdefault("variant", plain(first.text))
    if note := setting(at.scene.text):
        conditions.setdefault("variant", note)
    if at.header.flavour and not at.header.measured:
        conditions.setdefault("variant", at.header.flavour)
    if metric.id == "price-monthly" and (plan := at.conditions.get("tier") or plan_of(at)):
        conditions = {**{k: v for k, v in conditions.items() if k != "effort"}, "tier": plan}
        if plan.startswith(conditions.get("variant", "-")):
            del conditions["variant"]
    if metric.id == "free-access" and conditions.get("tier") == "free":
        del conditions["tier"]  # that is what it says
    return conditions


def held_in(at: Place) -> str | None:
    """The time at which an amount held, where the first cell of its row or its column's header is a date, or has a year in brackets."""
    first = at.texts[0] if at.column and at.texts else ""
    for text in (at.header.text, first):
        if found := IN_YEAR.search(text):
            return found["year"]
        bare = text.strip(" *_`~")
        whole = [d for d in find_dates(bare, NOTHING) if (d.start, d.end) == (0, len(bare))] or [d for d in [whole_date(bare)] if d]
        written = as_json(whole[0].value) if whole else None
        if isinstance(written, str):
            return written
    return None


def plan_of(at: Place) -> str | None:
    """The plan that a monthly price is of, as a note behind it or its column's header says: "$20/mo (Plus)", "Pro" above "$10"."""
    labels = [at.header.text, *(label.text for label in at.labels[:1] if label and at.column)]
    plans = (plan_in(without_unit(text)) for text in labels)
    noted = next((plan for text in (at.scene.text, *labels) if (plan := noted_plan(text))), None)
    return noted or next((plan for plan in plans if plan), None)


def tells(label: Label, at: Place, metric: Metric) -> bool:
    """Whether the flavour that a label names is one of the metric; a setting is none where the row itself names a benchmark."""
    if label.aside:
        return not any(x.metric for x in at.row)
    return label.metric == metric.id or (label.standard and not label.metric)


def cutoff_of(at: Place) -> dict[str, str]:
    """Which cutoff a date is, where its header or row label tells one from another: "Training data cut-off"."""
    told = next((m for label in (at.header, *at.row) if (m := CUTOFF.fullmatch(without_unit(label.text).lower()))), None)
    return {"variant": told["of"]} if told else {}
