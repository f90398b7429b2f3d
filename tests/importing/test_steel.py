"""Steel.dev's leaderboards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.importing.steel import origin
from tests.importing.reading import figures, file, reasons

ROW = {
    "systemName": "Acme One",
    "organization": "Acme",
    "scoreDisplay": "87.6%",
    "scoreValue": 87.60,
    "sourceUrl": "https://acme.example/x",
}


def board(folder: Path, name: str = "browsecomp", **other: object) -> Path:
    return file(folder, f"{name}.json", json.dumps({name: [ROW | other]}))


def test_whose_page_it_is_tells_whose_figure_it_is(tmp_path: Path) -> None:
    (figure,) = figures("steel", board(tmp_path))
    assert (figure.subject, figure.metric, figure.value, figure.unit) == ("Acme One", "browsecomp", "87.6", "percent")
    assert (figure.by, figure.page, figure.note) == ("", "https://acme.example/x", "Taken from https://acme.example/x")


def test_a_row_without_a_page_is_left_out(tmp_path: Path) -> None:
    assert reasons("steel", board(tmp_path, sourceUrl="")) == ["whose figure it is cannot be told (no address)"]


def test_a_score_without_percent_has_the_unit_of_its_metric(tmp_path: Path) -> None:
    assert figures("steel", board(tmp_path, scoreDisplay="1444"))[0].unit == ""


def test_a_folder_is_read_without_its_schema(tmp_path: Path) -> None:
    board(tmp_path, "gaia", scoreValue=None)
    file(tmp_path, "schema.json", '{"$schema": "x"}')
    assert reasons("steel", tmp_path) == ["no score"]


@pytest.mark.parametrize("content", ["[]", "{", '{"a": 1}', '{"a": [1]}'])
def test_other_files_are_refused_by_name(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError, match=r"odd\.json"):
        figures("steel", file(tmp_path, "odd.json", content))


def test_the_day_must_be_told() -> None:
    with pytest.raises(InputError, match="--published"):
        origin([Path("gaia.json")], "")
