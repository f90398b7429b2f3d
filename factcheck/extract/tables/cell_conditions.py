"""Under which conditions a cell's figure holds: told by a note beside it, the labels of its row, its header, its section."""

from __future__ import annotations

from factcheck.extract.tables.cell_parts import lead
from factcheck.extract.tables.flavours import plain
from factcheck.extract.tables.grid import Place
from factcheck.extract.tables.labels import Label, is_setting
from factcheck.extract.tables.standard_labels import CUTOFF, condition_of, without_unit
from factcheck.ledger.model import Metric


def conditions_of(at: Place, own: Label, metric: Metric) -> dict[str, str]:
    """The conditions that a cell, its labels and its header name, the nearest first."""
    conditions = dict(at.conditions)
    if tier := condition_of("Plan", lead(at.scene)):
        conditions.update([tier])
    for label in (own, *at.row, at.header, *([at.group] if at.group else [])):
        for key, value in label.conditions.items():
            conditions.setdefault(key, value)
        if label.version and label.metric == metric.id:
            conditions.setdefault("version", label.version)
        if label.flavour and tells(label, at, metric) and not (label is own and metric.kind == "availability"):
            conditions.setdefault("variant", label.flavour)
    if metric.kind in ("score", "speed") and is_setting(at.header):
        conditions.setdefault("variant", plain(at.header.text))
    if at.header.flavour and not at.header.measured:
        conditions.setdefault("variant", at.header.flavour)
    if metric.id == "free-access" and conditions.get("tier") == "free":
        del conditions["tier"]  # that is what it says
    return conditions


def tells(label: Label, at: Place, metric: Metric) -> bool:
    """Whether the flavour that a label names is one of the metric; a setting is none where the row itself names a benchmark."""
    if label.aside:
        return not any(x.metric for x in at.row)
    return label.metric == metric.id or (label.standard and not label.metric)


def cutoff_of(at: Place) -> dict[str, str]:
    """Which cutoff a date is, where its header or row label tells one from another: "Training data cut-off"."""
    told = next((m for label in (at.header, *at.row) if (m := CUTOFF.fullmatch(without_unit(label.text).lower()))), None)
    return {"variant": told["of"]} if told else {}
