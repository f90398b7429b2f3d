"""The JSON Schema of ledger files, held against files that load and files that do not."""

from __future__ import annotations

import json
import warnings

import pytest

from factcheck.ledger.json_schema import json_schema


@pytest.fixture(scope="module")
def files() -> dict[str, dict[str, object]]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        schema = json_schema()
    assert json.loads(json.dumps(schema)) == schema
    definitions = schema["$defs"]
    return {
        one["title"].split()[0]: definitions[one["properties"][one["title"].split()[0]]["items"]["$ref"].rpartition("/")[2]]
        for one in schema["oneOf"]
    }


def test_every_kind_of_file_is_described(files: dict[str, dict[str, object]]) -> None:
    assert list(files) == ["sources", "subjects", "metrics", "claims"]


def test_what_a_claim_needs_and_may_have(files: dict[str, dict[str, object]]) -> None:
    claim = files["claims"]
    assert claim["required"] == ["metric", "value", "sources"] and claim["additionalProperties"] is False
    properties = claim["properties"]
    assert isinstance(properties, dict) and properties["status"]["enum"] == ["current", "superseded", "retracted", "refuted"]
    assert {"type": "number"} in properties["value"]["anyOf"] and properties["as_of"]["pattern"].startswith("^")


def test_numbers_are_numbers(files: dict[str, dict[str, object]]) -> None:
    properties = files["metrics"]["properties"]
    assert isinstance(properties, dict) and properties["tolerance"]["type"] == "number"
