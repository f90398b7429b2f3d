"""Results become output: one module a format, each with plain functions (results, view) -> text."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.report import concise, github, json, reading, text
from factcheck.report.view import View
from factcheck.results import Results

__all__ = ["CHECK_FORMATS", "EXTRACT_FORMATS", "Reporter", "View"]

Reporter = Callable[[Results, View], str]

CHECK_FORMATS: dict[str, Reporter] = {
    "text": text.render,
    "json": json.render,
    "concise": concise.render,
    "github": github.render,
}
EXTRACT_FORMATS: dict[str, Reporter] = {
    "text": reading.render,
    "json": json.render_reading,
}
