"""Results become output: one module a format, each with a plain function (results, view) -> text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from factcheck.report.view import View
from factcheck.results import Results

__all__ = ["CHECK_FORMATS", "EXTRACT_FORMATS", "Reporter", "View", "reporter"]

Reporter = Callable[[Results, View], str]

# Modules of this package with the function in each, by the name of the format.
CHECK_FORMATS = {
    "text": "text.render",
    "json": "json.render",
    "concise": "concise.render",
    "github": "github.render",
    "claimreview": "claimreview.render",
}
EXTRACT_FORMATS = {
    "text": "reading.render",
    "json": "json.render_reading",
}


def reporter(formats: Mapping[str, str], name: str) -> Reporter:
    """The function for a format of `CHECK_FORMATS` or `EXTRACT_FORMATS`. Only the module it stands in is loaded."""
    module, function = formats[name].split(".")
    render: Reporter = getattr(import_module(f"factcheck.report.{module}"), function)
    return render
