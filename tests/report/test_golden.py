import pytest

from factcheck.report.layout import cells
from tests.report.golden import FOLDER, REPORTS


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_as_it_was(name: str) -> None:
    assert REPORTS[name]() == (FOLDER / name).read_text(encoding="utf-8"), "if this is meant, run `make golden` and read the diff"


def test_no_report_is_kept_that_nothing_makes() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(REPORTS)


@pytest.mark.parametrize(
    ("name", "width"),
    [("check.txt", 80), ("check-100-columns.txt", 100), ("check-60-columns.txt", 60), ("check-why.txt", 80), ("extract.txt", 80)],
)
def test_only_an_address_is_wider_than_asked(name: str, width: int) -> None:
    assert [line for line in REPORTS[name]().splitlines() if cells(line) > width and "https://" not in line] == []
