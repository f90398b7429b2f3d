"""Every report of the sample, kept as files in golden/. `make golden` writes them anew; read the diff."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factcheck.report import CHECK_FORMATS, EXTRACT_FORMATS, View, reporter
from tests.report.sample import RESULTS

FOLDER = Path(__file__).parent / "golden"

REPORTS: dict[str, Callable[[], str]] = {
    "check.txt": lambda: reporter(CHECK_FORMATS, "text")(RESULTS, View(width=80)),
    "check-100-columns.txt": lambda: reporter(CHECK_FORMATS, "text")(RESULTS, View(width=100)),
    "check-60-columns.txt": lambda: reporter(CHECK_FORMATS, "text")(RESULTS, View(width=60)),
    "check-verbose.txt": lambda: reporter(CHECK_FORMATS, "text")(RESULTS, View(verbose=True)),
    "check-why.txt": lambda: reporter(CHECK_FORMATS, "text")(RESULTS, View(why=True)),
    "check-color.txt": lambda: reporter(CHECK_FORMATS, "text")(RESULTS, View(color=True)),
    "check.json": lambda: reporter(CHECK_FORMATS, "json")(RESULTS, View()),
    "check-concise.txt": lambda: reporter(CHECK_FORMATS, "concise")(RESULTS, View()),
    "check-github.txt": lambda: reporter(CHECK_FORMATS, "github")(RESULTS, View()),
    "check-claimreview.json": lambda: reporter(CHECK_FORMATS, "claimreview")(
        RESULTS, View(review_url="https://desk.example/checks/12", reviewer="The Desk")
    ),
    "extract.txt": lambda: reporter(EXTRACT_FORMATS, "text")(RESULTS, View()),
    "extract-why.txt": lambda: reporter(EXTRACT_FORMATS, "text")(RESULTS, View(why=True)),
    "extract.json": lambda: reporter(EXTRACT_FORMATS, "json")(RESULTS, View()),
    "extract-why.json": lambda: reporter(EXTRACT_FORMATS, "json")(RESULTS, View(why=True)),
}


def refresh() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, report in REPORTS.items():
        (FOLDER / name).write_text(report(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    refresh()
