"""The JSON Schema of ledger files, held against files that load and files that do not."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest

from factcheck.ledger.files import listed
from factcheck.ledger.json_schema import json_schema, schema_text
from factcheck.ledger.layout import SCHEMA, layout
from tests.ledger.folder import write

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def files() -> dict[str, dict[str, object]]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        schema = json_schema()
    assert json.loads(json.dumps(schema)) == schema
    definitions = schema["$defs"]
    kinds = [one["required"][0] for one in schema["anyOf"]]
    items = {kind: schema["properties"][kind]["items"] for kind in kinds}
    return {kind: definitions[one.get("else", one)["$ref"].rpartition("/")[2]] for kind, one in items.items()}


def test_every_kind_of_file_is_described(files: dict[str, dict[str, object]]) -> None:
    assert list(files) == ["sources", "subjects", "metrics", "claims"]


def test_what_a_claim_needs_and_may_have(files: dict[str, dict[str, object]]) -> None:
    claim = files["claims"]
    assert claim["required"] == ["metric", "value", "sources"] and claim["additionalProperties"] is False
    properties = claim["properties"]
    assert isinstance(properties, dict) and properties["status"]["enum"] == ["current", "superseded", "retracted", "refuted"]
    assert {"type": "number"} in properties["value"]["anyOf"] and properties["as_of"]["anyOf"][0]["pattern"].startswith("^")


def test_numbers_are_numbers(files: dict[str, dict[str, object]]) -> None:
    properties = files["metrics"]["properties"]
    assert isinstance(properties, dict) and properties["tolerance"]["type"] == "number"


def test_the_schema_beside_the_ledger_that_ships_is_the_one_that_is_printed() -> None:
    assert (ROOT / SCHEMA).read_text(encoding="utf-8") == schema_text(), "write it anew: factcheck schema > ledger.schema.json"


def test_every_file_of_the_ledger_that_ships_leads_editors_to_the_schema() -> None:
    shape = layout(ROOT)
    files = [Path(path) for path in listed(ROOT)]
    assert [path for path in files if not path.read_text(encoding="utf-8").startswith(shape.beginning(path))] == []
    assert (files[0].parent / shape.beginning(files[0]).partition("=")[2].strip()).resolve() == ROOT / SCHEMA


@pytest.mark.parametrize(
    ("folder", "files", "parts"),
    [
        ("new", (), ("new", "new/claims", "new/sources")),
        ("led", ("led/claims/a/x.yaml",), ("led", "led/claims", "led/sources")),
        ("led", ("led/sources/x.yaml", "led/notes/y.yaml"), ("led", "led/claims", "led/sources")),
        ("led/claims", ("led/claims/x.yaml", "led/sources/y.yaml"), ("led", "led/claims", "led/sources")),
        ("flat", ("flat/x.yaml",), ("flat", "flat", "flat")),
    ],
)
def test_new_files_go_where_the_ledger_is_read(tmp_path: Path, folder: str, files: tuple[str, ...], parts: tuple[str, ...]) -> None:
    write(tmp_path, dict.fromkeys(files, "claims: []\n"))
    assert layout(tmp_path / folder) == tuple(tmp_path / part for part in parts)
